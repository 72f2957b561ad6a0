import { h } from '../dom.js';
import { LIMITS, clip } from '../windows.js';
import { block } from './block.js';
import { moreButton } from './more.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../types.js').Cell} Cell */

/** Browsers do not lay out wider or taller spans anyway. */
const MOST_SPAN = 1000;

/**
 * A table of the report as a table, spans and all.
 *
 * @param {State} state
 * @param {Cell[][]} rows
 * @param {number} part
 * @param {Context} context
 */
export function grid(state, rows, part, context) {
  const name = `rows:${part}`;
  const range = clip(rows.length, LIMITS.rows, state.windows[name]);
  const cut = { name, total: rows.length, limit: LIMITS.rows, range, unit: /** @type {const} */ ('rows') };
  return h('div', { class: 'grid-holder' },
    moreButton(context, { ...cut, where: 'before' }),
    h('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': `${context.t('report.grid')} ${part + 1}` },
      h('table', { class: 'grid' }, h('tbody', {}, rows.slice(range.from, range.to).map((cells) =>
        h('tr', {}, cells.map((each) => cell(state, each, context))))))),
    moreButton(context, { ...cut, where: 'after' }));
}

/**
 * @param {State} state
 * @param {Cell} cell
 * @param {Context} context
 */
function cell(state, { text, rows, columns, header }, context) {
  return h(header && text.text.trim() ? 'th' : 'td', {
    'data-block': text.block,
    class: /^[\s\d.,，/％%-]*$/.test(text.text) ? 'number' : 'words',
    rowspan: rows > 1 ? Math.min(rows, MOST_SPAN) : null,
    colspan: columns > 1 ? Math.min(columns, MOST_SPAN) : null,
  }, block(state, text, context));
}
