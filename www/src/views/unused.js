import { h } from '../dom.js';
import { grouped } from '../numbers.js';
import { LIMITS, clip } from '../windows.js';
import { moreButton } from './more.js';
import { snippet } from './snippet.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */

/**
 * The numbers that nothing was checked against.
 *
 * @param {State} state
 * @param {Context} context
 */
export function unused(state, context) {
  const { report } = state;
  if (!report) return null;
  const { t } = context;
  const range = clip(report.unused.length, LIMITS.chips, state.windows.unused);
  return [
    h('h3', {}, t('unused.heading'), ' ', h('span', { class: 'count' }, grouped(report.unused.length))),
    h('p', { class: 'hint' }, t(report.unused.length ? 'unused.hint' : 'unused.none')),
    h('ul', { class: 'unused' }, report.unused.slice(range.from, range.to).map((evidence) => h('li', {}, snippet(state, evidence, context)))),
    moreButton(context, { name: 'unused', total: report.unused.length, limit: LIMITS.chips, range, unit: 'chips', where: 'after' }),
  ];
}
