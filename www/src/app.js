/**
 * The page: puts the state, the views and the engine together.
 */

import { checklist, findingText } from './checklist.js';
import { createChecker } from './checker.js';
import { copy } from './clipboard.js';
import { createFrame } from './frame.js';
import { tag, translator } from './i18n/index.js';
import { bring, bringInList, chiefMark, light, listItem } from './light.js';
import { listen } from './listeners.js';
import { recall, remember } from './preferences.js';
import { draw } from './regions.js';
import { initial, reduce, visible } from './state.js';
import { createStore } from './store.js';
import { theme } from './theme.js';
import { THEMES } from './views/header.js';
import { redrawBlock } from './views/report.js';
import { sentence } from './views/summary.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./state.js').Action} Action */
/** @typedef {import('./views/context.js').Context} Context */
/** @typedef {import('./types.js').Language} Language */

/** How long after the last key a typed text is checked, in milliseconds. */
const PAUSE = 350;

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

  store.listen((state, before, action) => {
    if (action.type === 'language') changeLanguage(state, checker);
    if (action.type === 'theme') remember('theme', state.theme);
    if (action.type === 'single-keys') remember('single-keys', state.singleKeys ? 'on' : 'off');
    context.t = translator(state.language);
    paint(state.theme);
    render(frame, state, before, context);
    follow(frame, state, action);
  });

  root.textContent = '';
  root.appendChild(frame.element);
  render(frame, store.get(), null, context);
  listen(frame, store, context);
  return store;
}

/**
 * @param {{ get: () => State, send: (action: Action) => void }} store
 * @param {ReturnType<typeof createChecker>} checker
 * @param {string} example
 * @returns {Context}
 */
function createContext({ get, send }, checker, example) {
  let timer = 0;
  const check = (/** @type {import('./types.js').Input} */ input) => {
    clearTimeout(timer);
    checker.check(input, get().language);
  };
  /** @type {Context} */
  const context = {
    send,
    t: translator(get().language),
    goto: ({ block, start, end }) => send({ type: 'goto', place: { block, start, end } }),
    select: (id) => send({ type: 'select', id }),
    choose: (ids) => {
      const at = ids.indexOf(get().selected ?? '');
      send({ type: 'select', id: ids[(at + 1) % ids.length] });
    },
    receive: (received) => {
      clearTimeout(timer);
      if (received.kind !== 'file') return check(received);
      checker.checkFile(received.file, get().language);
      if (received.others > 0) send({ type: 'notice', text: context.t('intake.several', { name: received.file.name }) });
    },
    retype: (text) => {
      clearTimeout(timer);
      if (text.trim()) timer = window.setTimeout(() => check({ kind: 'text', data: text, text }), PAUSE);
    },
    example: () => check({ kind: 'example', data: example, text: '', name: context.t('intake.exampleName') }),
    cancel: () => checker.cancel(),
    copyOne: (finding) => {
      const number = get().index?.numbers.get(finding.id) ?? 0;
      copied(findingText(finding, number, context.t), context);
    },
    copyAll: () => {
      const { report, index } = get();
      if (!report || !index) return;
      copied(checklist(report, visible(get()), (finding) => index.numbers.get(finding.id) ?? 0, context.t), context);
    },
  };
  return context;
}

/**
 * @param {string} text
 * @param {Context} context
 */
async function copied(text, { send, t }) {
  send({ type: 'notice', text: t(await copy(text) ? 'status.copied' : 'status.notCopied') });
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
  const { t } = context;
  if (!before || before.language !== state.language) {
    document.documentElement.lang = tag(state.language);
    document.title = t('app.title');
    frame.skip.textContent = t('app.skip');
    frame.footer.textContent = t('app.footer');
    frame.drop.textContent = t('intake.drop');
    frame.intake.setAttribute('aria-label', t('intake.paste'));
    frame.findings.setAttribute('aria-label', t('findings.heading'));
    frame.inspector.setAttribute('aria-label', t('inspector.heading'));
    frame.report.setAttribute('aria-label', t('report.heading'));
    frame.tables.setAttribute('aria-label', t('tables.heading'));
    frame.coverage.setAttribute('aria-label', t('coverage.heading'));
    frame.summary.setAttribute('aria-label', t('summary.heading'));
  }
  frame.main.setAttribute('data-phase', state.phase);
  frame.main.setAttribute('data-result', String(state.report === null ? 'none' : state.report.note ? 'note' : 'report'));
  if (!drawn.has('report')) places(frame, state, before, context);
  const words = status(state, context);
  if (frame.status.textContent !== words) frame.status.textContent = words;
  light(frame, state);
  if (state.help && !frame.help.open) frame.help.showModal();
  if (!state.help && frame.help.open) frame.help.close();
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
 * The one sentence of the status line.
 *
 * @param {State} state
 * @param {Context} context
 */
function status(state, { t }) {
  if (state.notice) return state.notice;
  if (state.phase === 'reading') return t('status.reading');
  if (state.phase === 'checking') return t(state.slow ? 'status.slow' : 'status.checking');
  if (state.phase === 'done') return t('status.done', { summary: sentence(state, t) });
  return '';
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
