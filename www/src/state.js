/**
 * What the page knows, and how each event changes it. No element, no clock, no storage here:
 * the same state and the same event always give the same state.
 */

import { indexReport } from './report-index.js';
import { LIMITS, around, clip, more } from './windows.js';

/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Range} Range */
/** @typedef {import('./types.js').Severity} Severity */
/** @typedef {import('./types.js').Language} Language */
/** @typedef {import('./report-index.js').ReportIndex} ReportIndex */

/** The severities, the gravest first. */
export const SEVERITIES = /** @type {const} */ (['error', 'warning', 'notice']);

/**
 * @typedef {object} State
 * @property {Language} language
 * @property {import('./types.js').Theme} theme
 * @property {boolean} singleKeys            whether shortcuts of one letter are on
 * @property {'empty' | 'reading' | 'checking' | 'done' | 'failed'} phase
 * @property {boolean} slow                  whether the check has been running for a while
 * @property {import('./types.js').Input | null} input
 * @property {import('./types.js').Input | null} boxed  what the paste box must show: what failed or takes long
 * @property {Report | null} report          the last report; an unreadable input leaves it
 * @property {ReportIndex | null} index
 * @property {import('./types.js').Failure | null} failure
 * @property {string | null} selected        the identifier of the chosen finding
 * @property {Place | null} place            a place to light besides the finding's
 * @property {Record<Severity, boolean>} shown
 * @property {Record<string, Range>} windows by what they look into: `parts`, `findings`, `block:3`, `rows:2`
 * @property {Map<string, import('./types.js').RulePage> | null} rules
 * @property {boolean} help
 * @property {string} notice                 one sentence for the status line
 */

/**
 * @typedef {{ type: 'language', language: Language }
 *  | { type: 'theme', theme: import('./types.js').Theme }
 *  | { type: 'single-keys', on: boolean }
 *  | { type: 'reading' }
 *  | { type: 'checking', input: import('./types.js').Input }
 *  | { type: 'slow' }
 *  | { type: 'checked', report: Report }
 *  | { type: 'failed', failure: import('./types.js').Failure }
 *  | { type: 'rules', rules: import('./types.js').RulePage[] }
 *  | { type: 'select', id: string | null }
 *  | { type: 'step', by: 1 | -1 }
 *  | { type: 'goto', place: Place }
 *  | { type: 'filter', severity: Severity }
 *  | { type: 'more', name: string, total: number, limit: number, where: 'before' | 'after' }
 *  | { type: 'help', open: boolean }
 *  | { type: 'notice', text: string }} Action
 */

/**
 * @param {Partial<State>} remembered
 * @returns {State}
 */
export function initial(remembered = {}) {
  return {
    language: 'zh', theme: 'auto', singleKeys: true, phase: 'empty', slow: false, input: null, boxed: null,
    report: null, index: null, failure: null, selected: null, place: null,
    shown: { error: true, warning: true, notice: true }, windows: {}, rules: null, help: false,
    notice: '', ...remembered,
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
    case 'single-keys': return { ...state, singleKeys: action.on };
    case 'reading': return { ...state, phase: 'reading', failure: null, notice: '' };
    case 'checking': return { ...state, phase: 'checking', slow: false, input: action.input, failure: null, notice: '' };
    case 'slow': return state.phase === 'checking' ? { ...state, slow: true, boxed: state.input } : state;
    case 'checked': return checked(state, action.report);
    case 'failed': return { ...state, phase: 'failed', slow: false, boxed: state.input, failure: action.failure, notice: '' };
    case 'rules': return { ...state, rules: new Map(action.rules.map((rule) => [rule.code, rule])) };
    case 'select': return select(state, action.id);
    case 'step': return select(state, neighbour(state, action.by));
    case 'goto': return { ...state, place: action.place, windows: reveal(state, action.place) };
    case 'filter': return { ...state, shown: { ...state.shown, [action.severity]: !state.shown[action.severity] } };
    case 'more': return widen(state, action);
    case 'help': return { ...state, help: action.open };
    case 'notice': return { ...state, notice: action.text };
  }
}

/**
 * A fresh report. The chosen finding stays chosen where the report still has it, as it does when
 * only the language changed.
 *
 * @param {State} state
 * @param {Report} report
 * @returns {State}
 */
function checked(state, report) {
  const index = indexReport(report);
  const kept = state.selected !== null && index.numbers.has(state.selected);
  const windows = kept ? state.windows : {};
  return {
    ...state, phase: 'done', slow: false, boxed: null, report, index, failure: null, notice: '', windows,
    selected: kept ? state.selected : null, place: null,
  };
}

/**
 * @param {State} state
 * @param {string | null} id
 * @returns {State}
 */
function select(state, id) {
  const number = id === null ? undefined : state.index?.numbers.get(id);
  if (!state.report || number === undefined) return { ...state, selected: null, place: null };
  const finding = state.report.findings[number - 1];
  let windows = finding.evidence.length ? reveal(state, finding.evidence[0]) : state.windows;
  const listed = visible(state);
  const at = listed.indexOf(finding);
  if (at >= 0) windows = { ...windows, findings: around(listed.length, LIMITS.findings, windows.findings, at) };
  return { ...state, selected: id, place: null, windows };
}

/**
 * The findings that the filter lets through, in the order of the report.
 * @param {State} state
 */
export function visible(state) {
  const findings = state.report ? state.report.findings : [];
  if (SEVERITIES.every((severity) => state.shown[severity])) return findings;
  return findings.filter((finding) => state.shown[/** @type {Severity} */ (finding.severity)]);
}

/**
 * The finding after or before the chosen one; around the ends it goes on from the other side.
 *
 * @param {State} state
 * @param {1 | -1} by
 * @returns {string | null}
 */
function neighbour(state, by) {
  const findings = visible(state);
  if (!findings.length) return null;
  const at = findings.findIndex((finding) => finding.id === state.selected);
  if (at < 0) return findings[by > 0 ? 0 : findings.length - 1].id;
  return findings[(at + by + findings.length) % findings.length].id;
}

/**
 * The windows opened as far as it takes to see a place.
 *
 * @param {State} state
 * @param {Place} place
 * @returns {Record<string, Range>}
 */
function reveal(state, place) {
  const { report, index, windows } = state;
  const home = index?.homes.get(place.block);
  if (!report || !index || !home) return windows;
  const next = { ...windows };
  if (report.parts.length > LIMITS.parts) {
    next.parts = around(report.parts.length, LIMITS.parts, windows.parts, home.part);
  }
  const part = report.parts[home.part];
  if (part.kind === 'grid' && part.rows.length > LIMITS.rows) {
    const name = `rows:${home.part}`;
    next[name] = around(part.rows.length, LIMITS.rows, windows[name], home.row);
  }
  const length = home.text.text.length;
  if (length > LIMITS.characters) {
    const name = `block:${place.block}`;
    next[name] = around(length, LIMITS.characters, windows[name], place.start);
  }
  return same(windows, next) ? windows : next;
}

/**
 * Whether two sets of windows show the same, so that nothing is drawn again for nothing.
 *
 * @param {Record<string, Range>} a
 * @param {Record<string, Range>} b
 */
function same(a, b) {
  return Object.keys(b).every((name) => a[name] && a[name].from === b[name].from && a[name].to === b[name].to);
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
