import { h } from '../dom.js';

/**
 * @param {import('./context.js').State} _
 * @param {import('./context.js').Context} context
 */
export function footer(_, { t, open }) {
  return [
    h('span', {}, t('app.footer')), ' ',
    h('button', { type: 'button', class: 'link', 'data-key': 'foot-limits', 'data-testid': 'limits', 'aria-haspopup': 'dialog', onclick: () => open('limits') }, t('limits.heading')),
  ];
}
