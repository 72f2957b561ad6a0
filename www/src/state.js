/**
 * What the page knows, and how each event changes it. No element, no clock, no storage here:
 * the same state and the same event always give the same state.
 */

import { EMPTY, reduceBatch } from './batch.js';
import { neighbour, reveal, select } from './choosing.js';
import { decide, remark, remembered, reportKey, without } from './decisions.js';
import { NONE, edit, revert } from './edits.js';
import { giveLastYear, knownLastYear } from './last-year.js';
import { indexReport } from './report-index.js';
import { clip, more } from './windows.js';

/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Range} Range */
/** @typedef {import('./types.js').Severity} Severity */
/** @typedef {import('./types.js').Language} Language */
/** @typedef {import('./report-index.js').ReportIndex} ReportIndex */
/** @typedef {import('./decisions.js').Decisions} Decisions */
/** @typedef {import('./decisions.js').Decision} Decision */

/** The severities, the gravest first. */
export const SEVERITIES = /** @type {const} */ (['error', 'warning', 'notice']);

/** The areas of rules: form and reading, tables, text, two years, many reports. */
export const AREAS = /** @type {const} */ (['all', 'F', 'T', 'N', 'Y', 'R']);

/**
 * @typedef {object} State
 * @property {Language} language
 * @property {import('./types.js').Theme} theme
 * @property {'normal' | 'large'} size
 * @property {boolean} singleKeys            whether shortcuts of one letter are on
 * @property {'empty' | 'reading' | 'checking' | 'done' | 'failed'} phase
 * @property {boolean} slow                  whether the check has been running for a while
 * @property {import('./types.js').Progress | null} progress  what a check under way is at, where that is told
 * @property {import('./types.js').Input | null} input
 * @property {import('./types.js').Input | null} checkedInput  what the report in view was made of
 * @property {import('./types.js').Input | null} lastYear  last year's report, which the one in view is checked against
 * @property {ReadonlyMap<string, import('./types.js').Input>} lastYears  of all reports for which one was given
 * @property {import('./types.js').Input | null} boxed  what the paste box must show: what failed or takes long
 * @property {Report | null} read            the last report; an unreadable input leaves it
 * @property {Report | null} report          the same without the rules that are off
 * @property {ReportIndex | null} index
 * @property {{ index: ReportIndex, findings: number } | null} original  the report as printed, before any edit
 * @property {import('./types.js').Failure | null} failure
 * @property {string | null} selected        the identifier of the chosen finding
 * @property {Place | null} place            a place to light besides the finding's
 * @property {Record<Severity, boolean>} shown
 * @property {typeof AREAS[number]} area
 * @property {Record<string, Range>} windows by what they look into: `parts`, `findings`, `block:3`, `rows:2`
 * @property {import('./edits.js').Edits} edits
 * @property {number | null} editing         the block that is being written in
 * @property {number | null} peeked          the edited block whose original is shown
 * @property {Decisions} decisions           of the report in view
 * @property {ReadonlyMap<string, Decisions>} kept  of all reports seen, by `reportKey`
 * @property {ReadonlySet<string>} off       the codes of rules that are switched off
 * @property {import('./decisions.js').Step[]} past
 * @property {import('./batch.js').Batch} batch
 * @property {Map<string, import('./types.js').RulePage> | null} rules
 * @property {typeof import('./surroundings.js').DIALOGS[number] | null} dialog
 * @property {boolean} arrived  whether the parts of the page that come later are there
 * @property {string} notice                 one sentence for the status line
 */

/**
 * @typedef {{ type: 'language', language: Language }
 *  | { type: 'theme', theme: import('./types.js').Theme }
 *  | { type: 'size', size: State['size'] }
 *  | { type: 'single-keys', on: boolean }
 *  | { type: 'reading' }
 *  | { type: 'checking', input: import('./types.js').Input }
 *  | { type: 'slow' }
 *  | { type: 'progress', progress: import('./types.js').Progress }
 *  | { type: 'checked', report: Report, again?: boolean }
 *  | { type: 'failed', failure: import('./types.js').Failure }
 *  | { type: 'last-year', input: import('./types.js').Input | null }
 *  | { type: 'rules', language: Language, rules: import('./types.js').RulePage[] }
 *  | { type: 'select', id: string | null }
 *  | { type: 'step', by: 1 | -1 }
 *  | { type: 'goto', place: Place }
 *  | { type: 'filter', severity: Severity }
 *  | { type: 'area', area: State['area'] }
 *  | { type: 'decide', id: string, status: Decision['status'] | null }
 *  | { type: 'remark', id: string, text: string }
 *  | { type: 'decisions', decisions: Decisions, kept: Map<string, Decisions>, off: string[] }
 *  | { type: 'rule', code: string, on: boolean }
 *  | { type: 'edit-open', block: number | null, place?: import('./types.js').Evidence }
 *  | { type: 'edit', block: number, text: string, step?: boolean }
 *  | { type: 'revert', block: number | null }
 *  | { type: 'peek', block: number | null }
 *  | { type: 'undo' }
 *  | { type: 'more', name: string, total: number, limit: number, where: 'before' | 'after' }
 *  | { type: 'arrived' }
 *  | { type: 'dialog', dialog: State['dialog'] }
 *  | { type: 'notice', text: string }
 *  | import('./batch.js').BatchAction} Action
 */

/**
 * @param {Partial<State>} remembered
 * @returns {State}
 */
export function initial(remembered = {}) {
  return {
    language: 'zh', theme: 'auto', size: 'normal', singleKeys: true, phase: 'empty', slow: false, progress: null,
    input: null, checkedInput: null, lastYear: null, lastYears: new Map(), boxed: null, read: null, report: null, index: null, original: null, failure: null,
    selected: null, place: null, shown: { error: true, warning: true, notice: true }, area: 'all', windows: {},
    edits: NONE, editing: null, peeked: null, decisions: new Map(), kept: new Map(), off: new Set(), past: [],
    batch: EMPTY, rules: null, dialog: null, arrived: false, notice: '', ...remembered,
  };
}

/**
 * @param {State} state
 * @param {Action} action
 * @returns {State}
 */
export function reduce(state, action) {
  switch (action.type) {
    case 'language': return { ...state, language: action.language, rules: null, notice: '' };
    case 'theme': return { ...state, theme: action.theme };
    case 'size': return { ...state, size: action.size };
    case 'single-keys': return { ...state, singleKeys: action.on };
    case 'reading': return { ...state, phase: 'reading', failure: null, notice: '' };
    case 'checking': return { ...state, phase: 'checking', slow: false, progress: null, input: action.input, failure: null, notice: '' };
    case 'slow': return state.phase === 'checking' ? { ...state, slow: true, boxed: state.input } : state;
    case 'progress': return state.phase === 'checking' ? { ...state, progress: action.progress } : state;
    case 'checked': return action.again ? checkedAgain(state, action.report) : checked(state, action.report);
    case 'last-year': return giveLastYear(state, action.input);
    case 'failed': return failed(state, action.failure);
    case 'rules': return state.rules || action.language !== state.language ? state : { ...state, rules: new Map(action.rules.map((rule) => [rule.code, rule])) };
    case 'select': return select(state, action.id);
    case 'step': return select(state, neighbour(state, action.by));
    case 'goto': return { ...state, place: action.place, windows: reveal(state, action.place) };
    case 'filter': return { ...state, shown: { ...state.shown, [action.severity]: !state.shown[action.severity] } };
    case 'area': return { ...state, area: action.area };
    case 'more': return widen(state, action);
    case 'arrived': return { ...state, arrived: true };
    case 'dialog': return { ...state, dialog: action.dialog };
    case 'notice': return { ...state, notice: action.text };
    case 'decide': case 'remark': case 'decisions': case 'rule': return reviewed(state, action);
    case 'edit-open': case 'edit': case 'revert': case 'peek': return edited(state, action);
    case 'undo': return undo(state);
    default: return batched(state, action);
  }
}

/**
 * What could not be checked stays in the box; what could not be compared is let go.
 *
 * @param {State} state
 * @param {import('./types.js').Failure} failure
 * @returns {State}
 */
function failed(state, failure) {
  const lastYear = state.read && state.read.lastYear ? state.lastYear : null;
  return { ...state, phase: 'failed', slow: false, boxed: state.input, failure, lastYear, notice: '' };
}

/**
 * A fresh report; what was decided about the same report before still holds.
 *
 * @param {State} state
 * @param {Report} read
 * @returns {State}
 */
function checked(state, read) {
  const decisions = state.kept.get(reportKey(read)) ?? new Map();
  const next = { ...state, windows: {}, edits: NONE, editing: null, peeked: null, past: [], decisions, checkedInput: state.input, lastYear: knownLastYear(state, read) };
  return asPrinted(withReport(next, read));
}

/**
 * The same report once more: in another language, or with other edits. The chosen finding stays
 * chosen where the report still has it.
 *
 * @param {State} state
 * @param {Report} read
 * @returns {State}
 */
function checkedAgain(state, read) {
  const next = withReport(state, settled(state.read, read));
  return state.edits.size ? next : asPrinted(next);
}

/** Beyond this it costs more to compare findings than to draw them. */
const COMPARED = 300;

/**
 * The new report with the old lists where they say the same, so that nothing of them is drawn anew.
 *
 * @param {Report | null} before
 * @param {Report} after
 * @returns {Report}
 */
function settled(before, after) {
  if (!before || after.findings.length > COMPARED) return after;
  const same = (/** @type {'findings' | 'coverage' | 'sections'} */ key) => JSON.stringify(before[key]) === JSON.stringify(after[key]);
  return {
    ...after,
    findings: same('findings') ? before.findings : after.findings,
    coverage: same('coverage') ? before.coverage : after.coverage,
    sections: same('sections') ? before.sections : after.sections,
  };
}

/**
 * What arrived is the report as printed.
 *
 * @param {State} state
 * @returns {State}
 */
function asPrinted(state) {
  return state.index && state.read ? { ...state, original: { index: state.index, findings: state.read.findings.length } } : state;
}

/**
 * @param {State} state
 * @param {Report} read
 * @returns {State}
 */
function withReport(state, read) {
  const next = withoutOff({ ...state, read, phase: 'done', slow: false, boxed: null, failure: null, notice: '' });
  return next.place ? { ...next, place: null } : next;
}

/**
 * The report as it is shown follows from the one that was read and the rules that are off.
 * @param {State} state
 */
function withoutOff(state) {
  const report = state.read ? without(state.read, state.off) : null;
  const index = report ? indexReport(report) : null;
  const kept = state.selected !== null && index !== null && index.numbers.has(state.selected);
  return { ...state, report, index, selected: kept ? state.selected : null };
}

/**
 * @param {State} state
 * @param {Extract<Action, { type: 'decide' | 'remark' | 'decisions' | 'rule' }>} action
 * @returns {State}
 */
function reviewed(state, action) {
  const past = remembered(state.past, state);
  switch (action.type) {
    case 'decide': {
      const finding = state.report?.findings.find(({ id }) => id === action.id);
      return finding ? keep({ ...state, past, decisions: decide(state.decisions, finding, action.status) }) : state;
    }
    case 'remark': return keep({ ...state, decisions: remark(state.decisions, action.id, action.text) });
    case 'decisions': {
      const kept = new Map(state.kept);
      action.kept.forEach((all, key) => kept.set(key, new Map([...kept.get(key) ?? [], ...all])));
      const own = state.read ? action.kept.get(reportKey(state.read)) ?? [] : [];
      const decisions = new Map([...state.decisions, ...action.decisions, ...own]);
      return withoutOff(keep({ ...state, past, kept, decisions, off: new Set([...state.off, ...action.off]) }));
    }
    case 'rule': {
      const off = new Set(state.off);
      if (action.on) off.delete(action.code);
      else off.add(action.code);
      return withoutOff({ ...state, past, off });
    }
  }
}

/**
 * The decisions are kept for when the report comes again.
 *
 * @param {State} state
 * @returns {State}
 */
function keep(state) {
  if (!state.read) return state;
  return { ...state, kept: new Map(state.kept).set(reportKey(state.read), state.decisions) };
}

/**
 * @param {State} state
 * @param {Extract<Action, { type: 'edit-open' | 'edit' | 'revert' | 'peek' }>} action
 * @returns {State}
 */
function edited(state, action) {
  switch (action.type) {
    // What follows, key by key, is one step.
    case 'edit-open': return { ...state, editing: action.block, peeked: null, place: null, past: action.block === null ? worthwhile(state) : remembered(state.past, state) };
    case 'edit': {
      const printed = state.original?.index.homes.get(action.block)?.text.text;
      if (printed === undefined) return state;
      const past = action.step ? remembered(state.past, state) : state.past;
      return { ...state, past, edits: edit(state.edits, action.block, printed, action.text) };
    }
    case 'revert': return { ...state, past: remembered(state.past, state), peeked: null, editing: null, edits: action.block === null ? NONE : revert(state.edits, action.block) };
    case 'peek': return { ...state, peeked: state.peeked === action.block ? null : action.block };
  }
}

/**
 * The steps back without the last where nothing was written since.
 * @param {State} state
 */
function worthwhile({ past, edits, decisions, off }) {
  const last = past[past.length - 1];
  const texts = (/** @type {import('./edits.js').Edits} */ all) => JSON.stringify(Array.from(all));
  const same = last && last.decisions === decisions && last.off === off && texts(last.edits) === texts(edits);
  return same ? past.slice(0, -1) : past;
}

/**
 * @param {State} state
 * @returns {State}
 */
function undo(state) {
  const step = state.past[state.past.length - 1];
  if (!step) return state;
  const next = { ...state, ...step, past: state.past.slice(0, -1), editing: null, peeked: null };
  return keep(step.off === state.off ? next : withoutOff(next));
}

/**
 * @param {State} state
 * @param {import('./batch.js').BatchAction} action
 * @returns {State}
 */
function batched(state, action) {
  const batch = reduceBatch(state.batch, action);
  const quiet = action.type === 'files' || action.type === 'files-list' || action.type === 'file-open';
  return { ...state, batch, ...(quiet ? { failure: null, notice: '', selected: null, dialog: null } : {}) };
}

/**
 * @param {State} state
 * @param {Extract<Action, { type: 'more' }>} action
 * @returns {State}
 */
function widen(state, { name, total, limit, where }) {
  const now = clip(total, limit, state.windows[name]);
  return { ...state, windows: { ...state.windows, [name]: more(now, total, limit, where) } };
}
