/**
 * Which view stands where, and what of the state it is a function of: a region is drawn again
 * when one of those values has changed, and only then.
 */

import { replace } from './dom.js';
import { appendix } from './views/appendix.js';
import { busy } from './views/busy.js';
import { coverage } from './views/coverage.js';
import { failure } from './views/failure.js';
import { findings } from './views/findings.js';
import { header } from './views/header.js';
import { help } from './views/help.js';
import { inspector } from './views/inspector.js';
import { intake } from './views/intake.js';
import { report } from './views/report.js';
import { isAssessable, summary } from './views/summary.js';
import { tables } from './views/tables.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./views/context.js').Context} Context */

/**
 * @typedef {object} Region
 * @property {keyof import('./frame.js').Frame} slot
 * @property {(state: State, context: Context) => import('./dom.js').Children} view
 * @property {(state: State) => unknown[]} inputs  beside the language, on which all depend
 * @property {boolean=} later                     whether it stands so far down that it can wait for the first frame
 */

/** @param {State} state */
const textWindows = ({ windows }) => Object.keys(windows)
  .filter((name) => /^(parts|rows:|block:)/.test(name))
  .map((name) => `${name} ${windows[name].from} ${windows[name].to}`).join();

/** @param {State} state */
const listWindows = ({ windows }) => Object.keys(windows)
  .filter((name) => /^(claims:|unused)/.test(name))
  .map((name) => `${name} ${windows[name].to}`).join();

/** @type {Region[]} */
export const REGIONS = [
  { slot: 'header', view: header, inputs: (state) => [state.theme, isAssessable(state)] },
  { slot: 'intake', view: intake, inputs: (state) => [state.boxed, state.report] },
  { slot: 'busy', view: busy, inputs: (state) => [state.phase, state.slow] },
  { slot: 'failure', view: failure, inputs: (state) => [state.failure] },
  { slot: 'summary', view: summary, inputs: (state) => [state.report] },
  { slot: 'findings', view: findings, inputs: (state) => [state.report, state.shown, state.windows.findings] },
  { slot: 'inspector', view: inspector, inputs: (state) => [state.report, state.selected, state.rules, state.shown] },
  { slot: 'report', view: report, inputs: (state) => [state.report, textWindows(state)] },
  { slot: 'tables', view: tables, inputs: (state) => [state.report], later: true },
  { slot: 'coverage', view: coverage, inputs: (state) => [state.report, state.rules, listWindows(state)], later: true },
  { slot: 'appendix', view: appendix, inputs: (state) => [state.report, state.shown], later: true },
  { slot: 'help', view: help, inputs: (state) => [state.singleKeys] },
];

/**
 * Draws the regions whose inputs have changed: those in view, or those that can wait.
 *
 * @param {import('./frame.js').Frame} frame
 * @param {State} state
 * @param {State | null} before
 * @param {Context} context
 * @param {boolean} [late]
 * @returns {Set<string>} the slots drawn
 */
export function draw(frame, state, before, context, late = false) {
  const drawn = new Set();
  for (const { slot, view, inputs, later = false } of REGIONS) {
    if (later !== late) continue;
    if (before && before.language === state.language && equal(inputs(state), inputs(before))) continue;
    replace(frame[slot], view(state, context));
    drawn.add(slot);
  }
  return drawn;
}

/**
 * @param {unknown[]} a
 * @param {unknown[]} b
 */
function equal(a, b) {
  return a.every((value, at) => value === b[at]);
}
