/**
 * The page: puts the state, the views and the engine together.
 */

import { bodiesOf } from './batch.js';
import { createChecker } from './checker.js';
import { createContext } from './commands.js';
import { afterFrame, focus } from './dom.js';
import { come, later } from './later.js';
import { fitLayout } from './layout.js';
import { createFrame } from './frame.js';
import { translator } from './i18n/index.js';
import { bring, bringInList, chiefMark, light, listItem } from './light.js';
import { listen } from './listeners.js';
import { recall, remember } from './preferences.js';
import { fitRail } from './rail.js';
import { LATER, draw } from './regions.js';
import { createQueue } from './queue.js';
import { rehearse } from './rehearsal.js';
import { initial, reduce } from './state.js';
import { createStore } from './store.js';
import { createStrip } from './strip.js';
import { surroundings } from './surroundings.js';
import { theme } from './theme.js';
import { THEMES } from './views/header.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./state.js').Action} Action */
/** @typedef {import('./views/context.js').Context} Context */
/** @typedef {import('./types.js').Language} Language */

/** So long after the last key what is out of sight is drawn, in milliseconds. */
const PAUSE = 500;

/** A check that ends within so many milliseconds is not told of: drawing that would take its time from it. */
const SOON = 80;

/**
 * Starts the page in an element.
 *
 * @param {HTMLElement} root
 * @param {{ engine: import('./types.js').Engine }} parts
 */
export function mount(root, { engine }) {
  const frame = createFrame();
  const store = createStore(initial({
    language: /** @type {Language} */ (recall('language', ['zh', 'en'])),
    theme: /** @type {State['theme']} */ (recall('theme', THEMES)),
    size: /** @type {State['size']} */ (recall('size', ['normal', 'large'])),
    singleKeys: recall('single-keys', ['on', 'off']) === 'on',
  }), reduce);
  const checker = createChecker(engine, store.send);
  const queue = createQueue(engine, checker, store);
  const context = createContext(store, { engine, checker, queue });
  const paint = theme(store.get().theme);
  const layout = fitLayout(store.get().size);
  const fit = fitRail(frame);
  const strip = createStrip(frame, store, context);
  come.then(({ createTip }) => createTip(frame, store, context));
  const drawLater = createLater(frame, store, context, strip);
  const show = createShow((before, action) => {
    const state = store.get();
    const leaves = action.type === 'checked' && leave(frame);
    render(frame, state, before, context);
    follow(frame, state, before, action);
    drawLater();
    fit();
    if (leaves) afterFrame(() => document.activeElement === document.body && focus(frame.summary));
  });

  store.listen((state, before, action) => {
    if (action.type === 'language') changeLanguage(state, checker, queue, store.send);
    if (isToBeChecked(state, before, action)) recheck(state, checker);
    // What they show stands below the report; where they could not be had before, they are asked for once more.
    if (action.type === 'checked' && !state.arrived) later().catch(() => {});
    if (action.type === 'size') remember('size', state.size);
    if (action.type === 'size') layout(state.size);
    if (action.type === 'theme') remember('theme', state.theme);
    if (action.type === 'single-keys') remember('single-keys', state.singleKeys ? 'on' : 'off');
    context.t = translator(state.language);
    paint(state.theme);
    // What comes of it stands at the top; before anything is drawn this costs no second layout.
    if (action.type === 'checking' || action.type === 'failed') window.scrollTo(0, 0);
    show(before, action);
  });
  window.addEventListener('resize', strip);

  root.textContent = '';
  root.appendChild(frame.element);
  render(frame, store.get(), null, context);
  drawLater();
  listen(frame, store, context);
  engine.ready.then(
    () => root.setAttribute('data-engine', 'ready'),
    // Said at once, not only when a report has been pasted in vain.
    ({ code }) => store.send({ type: 'failed', failure: { code, message: '' } }),
  );
  engine.rehearsed.then((report) => store.get().phase === 'empty' && rehearse(report, context));
  return { ...store, receive: context.receive };
}

/**
 * @param {State} state
 * @param {ReturnType<typeof createChecker>} checker
 * @param {ReturnType<typeof createQueue>} queue
 * @param {(action: Action) => void} send
 */
function changeLanguage(state, checker, queue, send) {
  remember('language', state.language);
  // After this change is drawn: its own actions must not overtake it.
  Promise.resolve().then(() => {
    const { input, checkedInput, report } = state;
    if (checkedInput && report) checker.again(checkedInput, state);
    else if (input) checker.check(input, state.language);
    if (state.batch.docs.length) {
      send({ type: 'files-again' });
      queue.run();
    }
  });
}

/**
 * What is tried is checked at once, while the report stays in view.
 *
 * @param {State} state
 * @param {ReturnType<typeof createChecker>} checker
 */
function recheck(state, checker) {
  if (state.checkedInput) checker.again(state.checkedInput, state);
}

/**
 * Whether the report in view must be checked once more: something else is tried, or it is compared with another report
 * of last year, or that is still to be done, or it is the whole's no longer.
 *
 * @param {State} state
 * @param {State} before
 * @param {Action} action
 */
function isToBeChecked(state, before, action) {
  if (action.type === 'checked') return !action.again && state.lastYear !== null;
  const same = state.read === before.read && action.type !== 'failed';
  return same && (state.edits !== before.edits || state.lastYear !== before.lastYear || bodiesOf(state.batch, state.batch.open) !== bodiesOf(before.batch, state.batch.open));
}

/**
 * @param {import('./frame.js').Frame} frame
 * @param {State} state
 * @param {State | null} before
 * @param {Context} context
 */
function render(frame, state, before, context) {
  draw(frame, state, before, context);
  surroundings(frame, state, before, context);
  light(frame, state);
}

/**
 * Draws what an action changes: at once, but that a check has begun, which is drawn with what comes next.
 *
 * @param {(before: State, action: Action) => void} show  from the state that was last drawn
 * @returns {(before: State, action: Action) => void}
 */
function createShow(show) {
  /** @type {State | null} What stands on the screen, where that is no longer the state. */
  let drawn = null;
  let timer = 0;
  return (before, action) => {
    clearTimeout(timer);
    const from = drawn ?? before;
    const now = () => {
      drawn = null;
      show(from, action);
    };
    if (action.type !== 'checking') return now();
    drawn = from;
    timer = window.setTimeout(now, SOON);
  };
}

/**
 * From the box the eye and the keys go on to the result, once it is drawn: moving the focus before means laying out twice.
 *
 * @param {import('./frame.js').Frame} frame
 * @returns {boolean} whether the focus was in the box
 */
function leave({ intake }) {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !intake.contains(active)) return false;
  active.blur();
  return true;
}

/**
 * What stands far down is drawn after the first frame, so that the result is there at once: slot after slot, each in a
 * task of its own, so that a click between them is heard at once.
 *
 * @param {import('./frame.js').Frame} frame
 * @param {{ get: () => State }} store
 * @param {Context} context
 * @param {() => void} strip
 */
function createLater(frame, { get }, context, strip) {
  /** @type {Map<string, State>} By slot, what it was last drawn from. */
  const drawn = new Map();
  let at = 0;
  let timer = 0;
  const step = () => {
    const slot = LATER[at++];
    if (!slot) return;
    const state = get();
    if (draw(frame, state, drawn.get(slot) ?? null, context, 'later', slot).size) light(frame, state);
    drawn.set(slot, state);
  };
  const run = () => {
    step();
    timer = at < LATER.length ? window.setTimeout(run) : 0;
    if (!timer) strip();
  };
  window.addEventListener('beforeprint', () => {
    for (at = 0; at < LATER.length;) step();
    draw(frame, get(), null, context, 'printed');
  });
  return () => {
    at = 0;
    // While someone writes, what stands far down waits for a pause.
    const wait = get().editing === null ? 0 : PAUSE;
    if (timer && !wait) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => afterFrame(run), wait);
  };
}

/**
 * Brings into view what an action is about, and moves the focus there where the user's hand was
 * not on something else.
 *
 * @param {import('./frame.js').Frame} frame
 * @param {State} state
 * @param {State} before
 * @param {Action} action
 */
function follow(frame, state, before, action) {
  if (action.type === 'goto') return followPlace(frame);
  if (action.type === 'edit-open') return followEdit(frame, action.block ?? before.editing, action.block === null, action.place);
  if (action.type === 'file-open' || action.type === 'files-list' || action.type === 'files') return followFiles(frame, state);
  if ((action.type !== 'select' && action.type !== 'step') || state.selected === null) return;
  const mark = chiefMark(frame, state.selected);
  const item = listItem(frame, state.selected);
  const active = document.activeElement;
  bringInList(item);
  frame.inspector.scrollTop = 0;
  if (!frame.tables.contains(active)) bring(mark);
  if (frame.findings.contains(active)) item?.focus({ preventScroll: true });
  else if (action.type === 'step' && !frame.inspector.contains(active)) (mark ?? item)?.focus({ preventScroll: true });
}

/** @param {import('./frame.js').Frame} frame */
function followPlace(frame) {
  const mark = frame.report.querySelector('[data-place]');
  bring(mark);
  if (mark instanceof HTMLElement) mark.focus({ preventScroll: true });
}

/**
 * The field that was opened has the focus, with the figure that is to be written anew; where it was closed, the block.
 *
 * @param {import('./frame.js').Frame} frame
 * @param {number | null} block
 * @param {boolean} closed
 * @param {import('./types.js').Evidence} [place]
 */
function followEdit(frame, block, closed, place) {
  const home = block === null ? null : frame.report.querySelector(`[data-block="${block}"]`);
  if (!home) return;
  // A click elsewhere has taken the focus there already.
  if (closed) return document.activeElement === frame.report ? focus(home.querySelector('.tried-sign, mark[tabindex="0"]') ?? home) : undefined;
  const area = home.querySelector('textarea');
  focus(area);
  // A cell is written anew; of a paragraph a few characters change.
  if (!area) return;
  const figure = place && /\d[\d.,，]*/.exec(place.quote);
  if (place && figure) area.setSelectionRange(place.start + figure.index, place.start + figure.index + figure[0].length);
  else if (area.value.length < 16) area.select();
}

/**
 * @param {import('./frame.js').Frame} frame
 * @param {State} state
 */
function followFiles(frame, { batch }) {
  window.scrollTo(0, 0);
  const key = batch.listed ? (batch.open === null ? 'files-title' : `file-${batch.open}`) : 'files-list';
  focus(frame.files.querySelector(`[data-key="${key}"]`));
}
