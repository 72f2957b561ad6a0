import { h } from '../dom.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../i18n/index.js').Key} Key */

/**
 * The window that tells the keys.
 *
 * @param {State} state
 * @param {Context} context
 */
export function help({ singleKeys }, { t, send }) {
  /** @type {[string[], Key][]} */
  const keys = [
    [['Ctrl+V'], 'help.paste'],
    [['F8', 'N', 'J'], 'help.next'],
    [['Shift+F8', 'P', 'K'], 'help.previous'],
    [[t('key.arrows')], 'help.list'],
    [['A'], 'help.accept'],
    [['X'], 'help.dismiss'],
    [['E'], 'help.edit'],
    [['T'], 'help.try'],
    [['U', 'Ctrl+Z'], 'help.undo'],
    [['S'], 'help.take'],
    [['L', '[', ']'], 'help.files'],
    [['Esc'], 'help.close'],
    [['?'], 'help.show'],
  ];
  const single = h('input', { type: 'checkbox', checked: singleKeys, 'data-key': 'single', onchange: () => send({ type: 'single-keys', on: single.checked }) });
  return [
    h('h2', { id: 'help-title' }, t('help.heading')),
    h('dl', { class: 'keys' }, keys.map(([names, key]) => h('div', {},
      h('dt', {}, names.map((name, at) => [at > 0 && h('span', { class: 'or' }, ` ${t('key.or')} `), h('kbd', {}, name)])),
      h('dd', {}, t(key))))),
    h('p', {}, h('label', {}, single, ' ', t('help.single'))),
    h('p', { class: 'dialog-foot' }, h('button', { type: 'button', class: 'primary', 'data-key': 'help-done', onclick: () => send({ type: 'dialog', dialog: null }) }, t('help.done'))),
  ];
}
