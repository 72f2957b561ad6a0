import { h } from '../dom.js';

/** @typedef {import('../i18n/index.js').Key} Key */

/**
 * What is never checked, said plainly.
 *
 * @param {import('./context.js').State} _
 * @param {import('./context.js').Context} context
 */
export function limits(_, { t, send }) {
  const list = (/** @type {readonly Key[]} */ keys) => h('ul', { class: 'limits' }, keys.map((key) => h('li', {}, t(key))));
  return [
    h('h2', { id: 'limits-title' }, t('limits.heading')),
    h('p', {}, t('limits.lead')),
    list(['limits.1', 'limits.2', 'limits.3', 'limits.4', 'limits.5']),
    h('h3', {}, t('limits.careful')),
    list(['limits.6', 'limits.7', 'limits.8']),
    h('p', { class: 'dialog-foot' }, h('button', { type: 'button', class: 'primary', 'data-key': 'limits-done', onclick: () => send({ type: 'dialog', dialog: null }) }, t('help.done'))),
  ];
}
