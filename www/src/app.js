/**
 * The page: puts the state, the views and the engine together.
 */

import { createChecker } from './checker.js';
import { createContext } from './commands.js';
import { createFrame } from './frame.js';
import { translator } from './i18n/index.js';
import { bring, bringInList, chiefMark, light, listItem } from './light.js';
import { listen } from './listeners.js';
import { recall, remember } from './preferences.js';
import { fitRail } from './rail.js';
import { draw } from './regions.js';
import { initial, reduce } from './state.js';
import { createStore } from './store.js';
import { surroundings } from './surroundings.js';
import { theme } from './theme.js';
import { THEMES } from './views/header.js';
import { redrawBlock } from './views/report.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./state.js').Action} Action */
/** @typedef {import('./views/context.js').Context} Context */
/** @typedef {import('./types.js').Language} Language */

/**
 * Starts the page in an element.
 *
 * @param {HTMLElement} root
 * @param {{ engine: import('./types.js').Engine, example: string }} parts
 */
export function mount(root, { engine, example }) {
  const frame = createFrame();
  const store = createStore(initial({
    language: /** @type {Language} */ (recall('language', ['zh', 'en'])),
    theme: /** @type {State['theme']} */ (recall('theme', THEMES)),
    singleKeys: recall('single-keys', ['on', 'off']) === 'on',
  }), reduce);
  const checker = createChecker(engine, store.send);
  const context = createContext(store, checker, example);
  const paint = theme(store.get().theme);
  const fit = fitRail(frame);
  const drawLater = createLater(frame, store, context);

  store.listen((state, before, action) => {
    if (action.type === 'language') changeLanguage(state, checker);
    if (action.type === 'theme') remember('theme', state.theme);
    if (action.type === 'single-keys') remember('single-keys', state.singleKeys ? 'on' : 'off');
    context.t = translator(state.language);
    paint(state.theme);
    render(frame, state, before, context);
    follow(frame, state, action);
    drawLater();
    fit();
  });

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
  return { ...store, receive: context.receive };
}

/**
 * @param {State} state
 * @param {ReturnType<typeof createChecker>} checker
 */
function changeLanguage(state, checker) {
  remember('language', state.language);
  checker.forgetRules();
  // After this change is drawn: its own actions must not overtake it.
  if (state.input) Promise.resolve().then(() => state.input && checker.check(state.input, state.language));
}

/**
 * @param {import('./frame.js').Frame} frame
 * @param {State} state
 * @param {State | null} before
 * @param {Context} context
 */
function render(frame, state, before, context) {
  const drawn = draw(frame, state, before, context);
  if (!drawn.has('report')) places(frame, state, before, context);
  surroundings(frame, state, before, context);
  light(frame, state);
}

/**
 * What stands far down is drawn after the first frame, so that the result is there at once.
 *
 * @param {import('./frame.js').Frame} frame
 * @param {{ get: () => State }} store
 * @param {Context} context
 */
function createLater(frame, { get }, context) {
  /** @type {State | null} */
  let before = null;
  let asked = false;
  const drawNow = () => {
    asked = false;
    const state = get();
    if (draw(frame, state, before, context, true).size) light(frame, state);
    before = state;
  };
  window.addEventListener('beforeprint', drawNow);
  return () => {
    if (!asked) requestAnimationFrame(() => setTimeout(drawNow));
    asked = true;
  };
}

/**
 * @param {import('./frame.js').Frame} frame
 * @param {State} state
 * @param {State | null} before
 * @param {Context} context
 */
function places(frame, state, before, context) {
  if (!before || before.place === state.place) return;
  const blocks = new Set([before.place, state.place].map((place) => (place ? place.block : -1)));
  blocks.forEach((block) => block >= 0 && redrawBlock(frame.report, state, block, context));
}

/**
 * Brings into view what an action is about, and moves the focus there where the user's hand was
 * not on something else.
 *
 * @param {import('./frame.js').Frame} frame
 * @param {State} state
 * @param {Action} action
 */
function follow(frame, state, action) {
  if (action.type === 'goto') return followPlace(frame);
  // From the box the eye and the keys go on to the result.
  if (action.type === 'checked' && frame.intake.contains(document.activeElement)) frame.summary.focus({ preventScroll: true });
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
