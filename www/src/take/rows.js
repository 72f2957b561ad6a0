/** The findings as rows of a table: one shape for spreadsheets and the clipboard. */

import { decisionsOf } from '../batch.js';
import { list as listed } from '../review-file.js';
import { groupTitle } from '../views/findings.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {import('../types.js').Finding} Finding */
/** @typedef {import('../types.js').Severity} Severity */
/** @typedef {import('../i18n/index.js').Translate} Translate */

/** @param {Translate} t */
export function heads(t) {
  return [t('column.number'), t('column.severity'), t('column.where'), t('column.title'), t('column.message'), t('column.found'),
    t('column.expected'), t('column.formula'), t('column.place'), t('column.quote'), t('column.repair'), t('column.code'), t('column.decision'), t('column.remark')];
}

/**
 * @param {State} state
 * @param {Finding[]} findings
 * @param {Translate} t
 */
export function rows(state, findings, t) {
  return findings.map((finding) => {
    const group = state.index?.groups.get(finding.id);
    return [state.index?.numbers.get(finding.id) ?? 0, ...shared(finding, group ? groupTitle(group, t) : '', t), ...decided(state.decisions.get(finding.id), t)];
  });
}

/**
 * @param {Finding} finding
 * @param {string} where
 * @param {Translate} t
 */
function shared(finding, where, t) {
  const [place] = finding.evidence;
  const [repair] = finding.repairs;
  return [t(`severity.${/** @type {Severity} */ (finding.severity)}`), where, finding.title, finding.message, finding.found, finding.expected,
    finding.formula, place && place.label, place && place.quote.replace(/\s+/g, ' ').trim(),
    repair && `${repair.evidence.label} ${repair.evidence.quote.trim()} → ${repair.value}`, finding.code];
}

/**
 * @param {import('../decisions.js').Decision | undefined} decision
 * @param {Translate} t
 */
function decided(decision, t) {
  return decision ? [t(`decision.${decision.status}`), decision.remark] : ['', ''];
}

/**
 * All findings of many files but those of rules that are off, one row each; a file without any has a row, too.
 *
 * @param {Pick<State, 'batch' | 'kept' | 'off'>} state
 * @param {Translate} t
 */
export function batchRows({ batch: { docs }, kept, off }, t) {
  const head = [t('files.name'), t('files.report'), t('files.year'), t('files.state'), t('files.checked'), t('summary.heading'), ...heads(t).slice(1)];
  /** @type {(string | number | null | undefined)[][]} */
  const list = [head];
  for (const doc of docs) {
    const { file, state, outcome, failure } = doc;
    const decisions = decisionsOf(doc, kept);
    const said = failure ? failure.message || failure.code : outcome && outcome.note;
    const about = [file.name, outcome && outcome.title, outcome && outcome.year, t(`files.${state}`), outcome && outcome.holds + outcome.violated + outcome.undecided, said];
    const findings = outcome ? outcome.findings.filter(({ code }) => !off.has(code)) : [];
    if (!findings.length) list.push(about);
    findings.forEach((finding) => list.push([...about, ...shared(finding, '', t), ...decided(decisions.get(finding.id), t)]));
  }
  return list;
}

/**
 * The outcomes of many files, and what was decided about them, for programs.
 * @param {Pick<State, 'batch' | 'kept' | 'off'>} state
 */
export function batchJson({ batch: { docs }, kept, off }) {
  const files = docs.map((doc) => {
    const { file, state, outcome, failure } = doc;
    const decisions = decisionsOf(doc, kept);
    return { name: file.name, state, failure, ...outcome, decisions: decisions.size ? listed(decisions) : undefined };
  });
  return `${JSON.stringify({ schema: 'gouji-batch/1', off: Array.from(off), files }, null, 1)}\n`;
}
