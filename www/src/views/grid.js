import { h, patch } from '../dom.js';
import { LIMITS, clip } from '../windows.js';
import { block, blockSignature } from './block.js';
import { moreButton } from './more.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../types.js').Cell} Cell */

/** Browsers do not lay out wider or taller spans anyway. */
const MOST_SPAN = 1000;

/**
 * A table of the report as a table, spans and all. Rows and cells that have not changed stay.
 *
 * @param {State} state
 * @param {Cell[][]} rows
 * @param {number} part
 * @param {Context} context
 * @param {import('../keep.js').Keeper} keeper
 */
export function grid(state, rows, part, context, keeper) {
  const name = `rows:${part}`;
  const range = clip(rows.length, LIMITS.rows, state.windows[name]);
  const cut = { name, total: rows.length, limit: LIMITS.rows, range, unit: /** @type {const} */ ('rows') };
  const holder = keeper.keep(`grid ${part}`, `${rows.length} ${range.from} ${range.to}`, () => h('div', { class: 'grid-holder' },
    moreButton(context, { ...cut, where: 'before' }),
    h('div', { class: 'scroll', role: 'region', tabindex: '0', 'data-key': `grid-${part}`, 'aria-label': `${context.t('report.grid')} ${part + 1}` },
      h('table', { class: 'grid' }, h('tbody', {}))),
    moreButton(context, { ...cut, where: 'after' })));
  const body = holder.querySelector('tbody');
  if (body) patch(body, rows.slice(range.from, range.to).map((cells, at) => row(state, cells, `${part} ${range.from + at}`, context, keeper)));
  return holder;
}

/**
 * @param {State} state
 * @param {Cell[]} cells
 * @param {string} key
 * @param {Context} context
 * @param {import('../keep.js').Keeper} keeper
 */
function row(state, cells, key, context, keeper) {
  const element = keeper.keep(`row ${key}`, '', () => h('tr', {}));
  patch(element, cells.map((each, at) => {
    const { rows, columns, header, text } = each;
    return keeper.keep(`cell ${key} ${at}`, `${rows} ${columns} ${header} ${text.block} ${blockSignature(state, text)}`, () => cell(state, each, context));
  }));
  return element;
}

/**
 * @param {State} state
 * @param {Cell} cell
 * @param {Context} context
 */
function cell(state, { text, rows, columns, header }, context) {
  return h(header && text.text.trim() ? 'th' : 'td', {
    'data-block': text.block,
    tabindex: '-1',
    class: /^[\s\d.,，/％%-]*$/.test(text.text) ? 'number' : 'words',
    rowspan: rows > 1 ? Math.min(rows, MOST_SPAN) : null,
    colspan: columns > 1 ? Math.min(columns, MOST_SPAN) : null,
  }, block(state, text, context));
}
