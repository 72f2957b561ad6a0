import { h } from '../dom.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */

/** Longer texts are kept, but not shown in the box: browsers choke on them. */
const SHOWN = 100000;

/**
 * Where a report comes in: a welcome at first, a slim bar once there is a result.
 *
 * @param {State} state
 * @param {Context} context
 */
export function intake(state, context) {
  const { t } = context;
  const slim = isSlim(state);
  return [
    !slim && h('div', { class: 'welcome' },
      h('h2', {}, t('intake.heading')),
      h('p', { class: 'lead' }, t('intake.lead')),
      h('p', { class: 'private' }, h('span', { class: 'lock', 'aria-hidden': 'true' }), t('intake.private'))),
    slim && h('h2', { class: 'offscreen' }, t('intake.paste')),
    h('div', { class: 'intake-box' }, box(state, context), actions(context)),
    held(state, t),
  ];
}

/**
 * Once there is something to look at, the way in is a slim bar.
 * @param {State} state
 */
function isSlim({ report, batch }) {
  return report !== null || batch.docs.length > 0;
}

/**
 * @param {State} state
 * @param {Context} context
 */
function box(state, { t, retype }) {
  const area = h('textarea', {
    'data-testid': 'paste', 'data-key': 'paste', class: 'paste', rows: isSlim(state) ? 1 : 7, spellcheck: 'false',
    'aria-label': t('intake.paste'), placeholder: t(isSlim(state) ? 'intake.again' : 'intake.placeholder'),
    oninput: () => retype(area.value),
  });
  const text = state.boxed ? state.boxed.text : '';
  area.value = text.length > SHOWN ? '' : text;
  return area;
}

/** @param {Context} context */
function actions({ t, receive, expectFile, example }) {
  const file = h('input', {
    type: 'file', multiple: true, class: 'offscreen', 'data-testid': 'open', tabindex: '-1', 'aria-label': t('intake.open'),
    onchange: () => {
      if (file.files && file.files.length) receive({ kind: 'files', files: Array.from(file.files) });
      // So that the same file, mended, can be opened again.
      file.value = '';
    },
  });
  return h('div', { class: 'intake-actions' },
    h('button', {
      type: 'button', class: 'primary', 'data-key': 'open', onclick: () => file.click(), onpointerenter: expectFile, onfocus: expectFile,
    }, t('intake.open')),
    file,
    h('button', { type: 'button', class: 'plain', 'data-key': 'example', 'data-testid': 'example', onclick: example }, t('intake.example')));
}

/**
 * What was received and is not in the box.
 *
 * @param {State} state
 * @param {Context['t']} t
 */
function held({ boxed }, t) {
  if (!boxed) return null;
  if (boxed.text.length > SHOWN) return h('p', { class: 'held' }, t('intake.large', { count: boxed.text.length }));
  if (boxed.kind === 'file' && boxed.name) return h('p', { class: 'held' }, t('intake.file', { name: boxed.name }));
  return null;
}
