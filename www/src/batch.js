/** Several files at once: what is known of each, and how each event changes it. */

import { reportKey } from './decisions.js';

/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').Finding} Finding */

/**
 * @typedef {object} Outcome   what stays of a report when it is not open
 * @property {string | null} title
 * @property {string | null} organization
 * @property {number | null} year
 * @property {string | null} note
 * @property {Report['lastYear'] | null} lastYear  the report of the year before, where it was compared with one
 * @property {Report['bodies'] | null} bodies  those that were added up, where it is the report of the whole
 * @property {number} size  the sum of all its figures
 * @property {number} error
 * @property {number} warning
 * @property {number} notice
 * @property {number} holds
 * @property {number} violated
 * @property {number} undecided
 * @property {Finding[]} findings
 * @property {Report['coverage']} coverage
 */

/**
 * @typedef {object} Doc
 * @property {number} id
 * @property {File} file
 * @property {'waiting' | 'checking' | 'done' | 'failed'} state
 * @property {Outcome=} outcome
 * @property {import('./types.js').Failure=} failure
 */

/**
 * @typedef {object} Whole
 * @property {number} id
 * @property {import('./types.js').Bodies} bodies  the other files, as the engine wants them
 */

/**
 * @typedef {object} Batch
 * @property {Doc[]} docs
 * @property {boolean} stopped  whether a person stopped it
 * @property {boolean} listed   whether the list is in view, not one of its reports
 * @property {number | null} open  the file whose report is in view
 * @property {Whole | null} whole  the file that is the report of the whole
 * @property {number[] | null} worst  the files by how much was wrong when a person asked for that order: what is
 *   found later moves nothing
 */

/**
 * @typedef {{ type: 'files', files: File[] }
 *  | { type: 'file-checking', id: number }
 *  | { type: 'file-checked', id: number, outcome: Outcome }
 *  | { type: 'file-failed', id: number, failure: import('./types.js').Failure }
 *  | { type: 'file-waiting', id: number }
 *  | { type: 'file-open', id: number | null }
 *  | { type: 'files-list' }
 *  | { type: 'files-sort' }
 *  | { type: 'files-whole', whole: Whole | null }
 *  | { type: 'files-stop', stopped: boolean }
 *  | { type: 'files-again' }} BatchAction
 */

/** @type {Batch} */
export const EMPTY = { docs: [], stopped: false, listed: false, open: null, whole: null, worst: null };

/**
 * @param {Batch} batch
 * @param {BatchAction} action
 * @returns {Batch}
 */
export function reduceBatch(batch, action) {
  switch (action.type) {
    case 'files': return { ...EMPTY, listed: true, docs: action.files.map((file, id) => ({ id, file, state: 'waiting' })) };
    case 'file-checking': return one(batch, action.id, { state: 'checking' });
    case 'file-waiting': return one(batch, action.id, { state: 'waiting' });
    case 'file-checked': return one(batch, action.id, { state: 'done', outcome: action.outcome, failure: undefined });
    case 'file-failed': return one(batch, action.id, { state: 'failed', failure: action.failure, outcome: undefined });
    case 'file-open': return { ...batch, open: action.id, listed: false };
    case 'files-list': return batch.docs.length ? { ...batch, listed: true } : batch;
    case 'files-sort': return { ...batch, worst: batch.worst ? null : worstFirst(batch) };
    case 'files-stop': return { ...batch, stopped: action.stopped };
    case 'files-whole': return { ...batch, whole: action.whole, docs: batch.docs.map((doc) => (bodiesOf(batch, doc.id) || bodiesOf(action, doc.id) ? { ...doc, state: 'waiting' } : doc)) };
    // In another language every sentence is another.
    case 'files-again': return { ...batch, docs: batch.docs.map((doc) => ({ ...doc, state: 'waiting' })) };
  }
}

/**
 * @param {Batch} batch
 * @param {number} id
 * @param {Partial<Doc>} change
 * @returns {Batch}
 */
function one(batch, id, change) {
  return { ...batch, docs: batch.docs.map((doc) => (doc.id === id ? { ...doc, ...change } : doc)) };
}

/**
 * What a file is added up from, where it is the report of the whole.
 *
 * @param {Pick<Batch, 'whole'>} batch
 * @param {number | null} id
 */
export function bodiesOf({ whole }, id) {
  return whole && whole.id === id ? whole.bodies : undefined;
}

/**
 * The files in the order of the list.
 *
 * @param {Batch} batch
 * @returns {Doc[]}
 */
export function ordered({ docs, worst }) {
  return worst ? worst.map((id) => docs[id]) : docs;
}

/**
 * What could not be read comes before all: nobody has looked at it.
 *
 * @param {Batch} batch
 * @returns {number[]}
 */
function worstFirst({ docs }) {
  const weight = (/** @type {Doc} */ { outcome, failure }) => (failure ? Infinity : outcome ? outcome.error * 1e6 + outcome.warning * 1e3 + outcome.notice : -1);
  return docs.slice().sort((a, b) => weight(b) - weight(a) || a.id - b.id).map(({ id }) => id);
}

/**
 * The file after or before the one that is open; stops at the ends.
 *
 * @param {Batch} batch
 * @param {1 | -1} by
 * @returns {Doc | undefined}
 */
export function beside(batch, by) {
  const docs = ordered(batch);
  const at = docs.findIndex(({ id }) => id === batch.open);
  return at < 0 ? undefined : docs[at + by];
}

/**
 * What was decided about the report of a file, by finding.
 *
 * @param {Doc} doc
 * @param {ReadonlyMap<string, import('./decisions.js').Decisions>} kept
 * @returns {import('./decisions.js').Decisions}
 */
export function decisionsOf({ file, outcome }, kept) {
  const known = outcome && kept.size ? kept.get(reportKey({ ...outcome, source: { name: file.name } })) : undefined;
  return known ?? new Map();
}

/**
 * The findings of a file that are left: neither dismissed nor of a rule that is off.
 *
 * @param {Doc} doc
 * @param {Pick<import('./state.js').State, 'kept' | 'off'>} state
 * @returns {Finding[]}
 */
export function left(doc, { kept, off }) {
  const { outcome } = doc;
  if (!outcome) return [];
  const decisions = decisionsOf(doc, kept);
  if (!decisions.size && !off.size) return outcome.findings;
  return outcome.findings.filter(({ id, code }) => !off.has(code) && decisions.get(id)?.status !== 'dismissed');
}

/**
 * How many files have errors left, and how many have nothing worse than warnings.
 * @param {Pick<import('./state.js').State, 'batch' | 'kept' | 'off'>} state
 */
export function found(state) {
  const worst = state.batch.docs.map((doc) => {
    const severities = new Set(left(doc, state).map(({ severity }) => severity));
    return severities.has('error') ? 'error' : severities.has('warning') ? 'warning' : '';
  });
  const count = (/** @type {string} */ severity) => worst.filter((each) => each === severity).length;
  return { error: count('error'), warning: count('warning') };
}

/** @param {Batch} batch */
export function progress({ docs }) {
  const ended = docs.filter(({ state }) => state === 'done' || state === 'failed');
  return { done: ended.length, total: docs.length, failed: ended.filter(({ state }) => state === 'failed').length };
}

/**
 * @param {Report} report
 * @returns {Outcome}
 */
export function outcomeOf(report) {
  const result = { error: 0, warning: 0, notice: 0, holds: 0, violated: 0, undecided: 0 };
  for (const finding of report.findings) result[/** @type {'error'} */ (finding.severity)] += 1;
  for (const rule of report.coverage) {
    result.holds += rule.holds;
    result.violated += rule.violated;
    result.undecided += rule.undecided;
  }
  const { title = null, organization = null, year = null, note = null, lastYear = null, bodies = null, findings, coverage, facts } = report;
  const size = facts.reduce((sum, { value }) => sum + Number(value), 0);
  return { title, organization, year, note, lastYear, bodies, findings, coverage, size, ...result };
}
