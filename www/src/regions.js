/**
 * Which view stands where, and what of the state it is a function of: a region is drawn again
 * when one of those values has changed, and only then.
 */

import { attribute, keepFocus, patch, replace } from './dom.js';
import { createKeeper } from './keep.js';
import { busy } from './views/busy.js';
import { failure } from './views/failure.js';
import { findings } from './views/findings.js';
import { footer } from './views/footer.js';
import { header } from './views/header.js';
import { inspector } from './views/inspector.js';
import { intake } from './views/intake.js';
import { report } from './views/report.js';
import { isAssessable, summary } from './views/summary.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./views/context.js').Context} Context */

/**
 * @typedef {object} Region
 * @property {keyof import('./frame.js').Frame} slot
 * @property {(state: State, context: Context, keeper: import('./keep.js').Keeper, brief: boolean) => import('./dom.js').Children} view
 *   `brief`: no more of it than a screen shows
 * @property {(state: State) => unknown[]} inputs  beside the language, on which all depend
 * @property {boolean=} later                     whether it stands so far down that it can wait for the first frame
 * @property {boolean=} printed                   whether only paper shows it
 * @property {boolean=} keeps                     whether its elements are kept where they would come out the same
 * @property {boolean=} long                      whether it may be long, and is begun in the first turn and completed later
 */

/** @param {State} state */
const textWindows = ({ windows }) => Object.keys(windows)
  .filter((name) => /^(parts|rows:|block:)/.test(name))
  .map((name) => `${name} ${windows[name].from} ${windows[name].to}`).join();

/** @param {State} state */
const listWindows = ({ windows }) => Object.keys(windows)
  .filter((name) => /^(claims:|unused)/.test(name))
  .map((name) => `${name} ${windows[name].to}`).join();

/**
 * The decisions without their remarks: a remark being written draws nothing anew.
 * @param {State} state
 */
const decided = ({ decisions }) => Array.from(decisions, ([id, { status }]) => `${id} ${status}`).join();

/**
 * What the lists beside the report say; the state keeps them where they stay the same.
 * @param {State} state
 */
const said = ({ report }) => (report ? [report.findings, report.coverage, report.sections, report.title, report.note] : [null, null, null, null, null]);

/**
 * A view that comes with the later parts; until then nothing stands there.
 *
 * @param {keyof import('./later.js').Later['views']} name
 * @returns {Region['view']}
 */
const comes = (name) => (state, context, keeper) => (context.parts ? context.parts.views[name](state, context, keeper) : []);

/** @type {Region[]} */
const REGIONS = [
  { slot: 'header', view: header, inputs: (state) => [state.theme, state.size, isAssessable(state), state.batch.listed] },
  { slot: 'intake', view: intake, inputs: (state) => [state.boxed, state.report !== null, state.batch.docs.length > 0] },
  { slot: 'busy', view: busy, inputs: (state) => [state.phase, state.slow, state.progress] },
  { slot: 'failure', view: failure, inputs: (state) => [state.failure] },
  { slot: 'files', view: comes('files'), keeps: true, inputs: (state) => [state.arrived, state.batch, state.windows.files, state.batch.listed && state.kept, state.batch.listed && state.off] },
  { slot: 'summary', view: summary, inputs: (state) => [...said(state), decided(state), state.lastYear, state.report?.lastYear, state.batch.whole, state.report?.bodies] },
  { slot: 'findings', view: findings, inputs: (state) => [...said(state), state.shown, state.area, state.off, decided(state), state.windows.findings] },
  { slot: 'inspector', view: inspector, inputs: (state) => [state.arrived, ...said(state), state.selected, state.shown, state.area, state.edits, decided(state)] },
  { slot: 'report', view: report, keeps: true, long: true, inputs: (state) => [state.report, state.place, state.edits, state.editing, state.peeked, decided(state), textWindows(state)] },
  { slot: 'tables', view: comes('tables'), inputs: (state) => [state.arrived, state.report], later: true },
  { slot: 'covered', view: comes('covered'), inputs: (state) => [state.arrived, state.report, state.off, listWindows(state)], later: true },
  { slot: 'idle', view: comes('idle'), inputs: (state) => [state.arrived, state.report, state.rules, state.off], later: true },
  { slot: 'printed', view: comes('printed'), inputs: (state) => [state.arrived, state.report, state.shown, decided(state)], printed: true },
  { slot: 'footer', view: footer, inputs: () => [], later: true },
  { slot: 'help', view: comes('help'), inputs: (state) => [state.arrived, state.singleKeys] },
  { slot: 'take', view: comes('take'), inputs: (state) => [state.arrived, state.dialog === 'take', state.batch.listed, state.checkedInput, state.dialog === 'take' && state.notice] },
  { slot: 'limits', view: comes('limits'), inputs: (state) => [state.arrived] },
  { slot: 'lastYear', view: comes('lastYear'), inputs: (state) => [state.arrived, state.dialog === 'lastYear'] },
  { slot: 'whole', view: comes('whole'), inputs: (state) => [state.arrived, state.dialog === 'whole'] },
];

/** @typedef {'first' | 'later' | 'printed'} Turn */

/** The slots that something is left to draw in after the first frame, in the order of the page. */
export const LATER = REGIONS.filter(({ later, long }) => later || long).map(({ slot }) => slot);

/**
 * For the regions that keep elements; another language makes all of them anew.
 * @type {WeakMap<import('./frame.js').Frame, Map<string, import('./keep.js').Keeper>>}
 */
const keepers = new WeakMap();

/**
 * The slots of which only the beginning is drawn.
 * @type {WeakSet<HTMLElement>}
 */
const begun = new WeakSet();

/**
 * Draws the regions of a turn whose inputs have changed. Of a fresh report, which may be long, only the beginning comes
 * in the first turn; whatever is drawn next completes it.
 *
 * @param {import('./frame.js').Frame} frame
 * @param {State} state
 * @param {State | null} before
 * @param {Context} context
 * @param {Turn} [turn]
 * @param {Region['slot']} [only] the one slot to look at
 * @returns {Set<string>} the slots drawn
 */
export function draw(frame, state, before, context, turn = 'first', only) {
  const drawn = new Set();
  const fresh = turn === 'first' && before !== null && before.checkedInput !== state.checkedInput;
  for (const region of REGIONS) {
    if (only && region.slot !== only) continue;
    const slot = frame[region.slot];
    if (!begun.has(slot)) {
      if (turnOf(region) !== turn) continue;
      if (before && before.language === state.language && equal(region.inputs(state), region.inputs(before))) continue;
    }
    const brief = fresh && region.long === true;
    if (region.long) expect(slot, brief);
    const view = () => region.view(state, context, keeperOf(frame, region, state), brief);
    // The view itself changes what it keeps.
    if (region.keeps) keepFocus(slot, () => patch(slot, /** @type {HTMLElement[]} */ (view())));
    else replace(slot, view());
    drawn.add(region.slot);
  }
  return drawn;
}

/**
 * Notes, and says to whom it is read aloud, whether more of a slot is to come.
 *
 * @param {HTMLElement} slot
 * @param {boolean} more
 */
function expect(slot, more) {
  if (more) begun.add(slot);
  else begun.delete(slot);
  attribute(slot, 'aria-busy', String(more));
}

/** @param {Region} region @returns {Turn} */
function turnOf({ later, printed }) {
  return printed ? 'printed' : later ? 'later' : 'first';
}

/**
 * @param {import('./frame.js').Frame} frame
 * @param {Region} region
 * @param {State} state
 * @returns {import('./keep.js').Keeper}
 */
function keeperOf(frame, { slot }, { language }) {
  const own = keepers.get(frame) ?? new Map();
  keepers.set(frame, own);
  const key = `${slot} ${language}`;
  const keeper = own.get(key) ?? createKeeper();
  own.set(key, keeper);
  return keeper;
}

/**
 * @param {unknown[]} a
 * @param {unknown[]} b
 */
function equal(a, b) {
  return a.every((value, at) => value === b[at]);
}
