/** Which findings are listed, which is chosen, and how far windows open to show a place. */

import { LIMITS, around } from './windows.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./types.js').Place} Place */
/** @typedef {import('./types.js').Range} Range */
/** @typedef {import('./types.js').Severity} Severity */
/** @typedef {import('./types.js').Finding} Finding */

/**
 * Whether a finding was decided to be no fault.
 *
 * @param {Pick<State, 'decisions'>} state
 * @param {Finding} finding
 */
export function isDismissed({ decisions }, { id }) {
  return decisions.size > 0 && decisions.get(id)?.status === 'dismissed';
}

/**
 * The findings that the filter lets through and nobody dismissed, in the order of the report.
 * @param {State} state
 */
export function visible(state) {
  const findings = state.report ? state.report.findings : [];
  const { shown, area } = state;
  if (shown.error && shown.warning && shown.notice && area === 'all' && !state.decisions.size) return findings;
  return findings.filter((finding) => shown[/** @type {Severity} */ (finding.severity)]
    && (area === 'all' || finding.code.startsWith(area)) && !isDismissed(state, finding));
}

/**
 * How many findings of each severity nobody dismissed.
 *
 * @param {State} state
 * @returns {Record<Severity, number>}
 */
export function counts(state) {
  const result = { error: 0, warning: 0, notice: 0 };
  for (const finding of state.report ? state.report.findings : []) {
    if (!isDismissed(state, finding)) result[/** @type {Severity} */ (finding.severity)] += 1;
  }
  return result;
}

/**
 * The findings that were decided to be no fault.
 * @param {State} state
 */
export function dismissed(state) {
  if (!state.report || !state.decisions.size) return [];
  return state.report.findings.filter((finding) => isDismissed(state, finding));
}

/**
 * @param {State} state
 * @param {string | null} id
 * @returns {State}
 */
export function select(state, id) {
  const number = id === null ? undefined : state.index?.numbers.get(id);
  if (!state.report || number === undefined) return { ...state, selected: null, place: null };
  const finding = state.report.findings[number - 1];
  const windows = finding.evidence.length ? reveal(state, finding.evidence[0]) : state.windows;
  return { ...state, selected: id, place: null, windows: revealInList(visible(state), finding, windows) };
}

/**
 * The windows opened as far as it takes to see a finding in the list; a list that is shown whole has none.
 *
 * @param {Finding[]} listed
 * @param {Finding} finding
 * @param {Record<string, Range>} windows
 * @returns {Record<string, Range>}
 */
function revealInList(listed, finding, windows) {
  const at = listed.indexOf(finding);
  if (at < 0 || (listed.length <= LIMITS.findings && !windows.findings)) return windows;
  const next = { ...windows, findings: around(listed.length, LIMITS.findings, windows.findings, at) };
  return same(windows, next) ? windows : next;
}

/**
 * The finding after or before the chosen one; around the ends it goes on from the other side. From
 * one that is not listed it goes on in the order of the report.
 *
 * @param {State} state
 * @param {1 | -1} by
 * @returns {string | null}
 */
export function neighbour(state, by) {
  const findings = visible(state);
  if (!findings.length) return null;
  const numbers = state.index?.numbers;
  const number = state.selected !== null && numbers ? numbers.get(state.selected) : undefined;
  const last = findings.length - 1;
  if (number === undefined || !numbers) return findings[by > 0 ? 0 : last].id;
  const after = findings.findIndex(({ id }) => (numbers.get(id) ?? 0) >= number);
  const here = after >= 0 && findings[after].id === state.selected;
  const at = after < 0 ? (by > 0 ? 0 : last) : by > 0 ? after + (here ? 1 : 0) : after - 1;
  return findings[(at + findings.length) % findings.length].id;
}

/**
 * The windows opened as far as it takes to see a place.
 *
 * @param {State} state
 * @param {Place} place
 * @returns {Record<string, Range>}
 */
export function reveal(state, place) {
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
