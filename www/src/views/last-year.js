import { h } from '../dom.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../i18n/index.js').Key} Key */

/**
 * The window in which last year's report is given: pasted, dropped or opened. What the page hears while it is open is
 * meant for it.
 *
 * @param {State} _
 * @param {Context} context
 */
export function lastYear(_, { t, send, receive, expectFile }) {
  const file = h('input', {
    type: 'file', class: 'offscreen', 'data-testid': 'last-year-file', tabindex: '-1', 'aria-label': t('lastYear.open'),
    onchange: () => {
      if (file.files && file.files.length) receive({ kind: 'files', files: Array.from(file.files) });
      file.value = '';
    },
  });
  const checked = /** @type {Key[]} */ (['lastYear.1', 'lastYear.2', 'lastYear.3', 'lastYear.4']);
  return [
    h('h2', { id: 'last-year-title' }, t('lastYear.heading')),
    h('p', { class: 'hint' }, t('lastYear.hint')),
    h('ul', { class: 'limits' }, checked.map((key) => h('li', {}, t(key)))),
    h('textarea', { class: 'paste', rows: 3, spellcheck: 'false', 'data-key': 'last-year-paste', 'data-testid': 'last-year-paste', 'aria-label': t('lastYear.paste'), placeholder: t('lastYear.paste') }),
    h('p', { class: 'dialog-foot' },
      h('button', { type: 'button', class: 'plain', 'data-key': 'last-year-cancel', onclick: () => send({ type: 'dialog', dialog: null }) }, t('lastYear.cancel')), ' ',
      h('button', { type: 'button', class: 'primary', 'data-key': 'last-year-open', onclick: () => file.click(), onpointerenter: expectFile, onfocus: expectFile }, t('lastYear.open')), file),
  ];
}
