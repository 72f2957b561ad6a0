import { h } from '../dom.js';
import { blocksOf } from '../table-blocks.js';
import { legend } from './legend.js';
import { tableCell } from './table-cell.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../types.js').Table} Table */
/** @typedef {import('./overview.js').TableStatus} TableStatus */

/**
 * The statutory tables as they were read.
 *
 * @param {State} state
 * @param {Context} context
 */
export function tables(state, context) {
  const { report } = state;
  if (!report) return null;
  const { t } = context;
  return [
    h('div', { class: 'pane-head' }, h('h2', {}, t('tables.heading')), h('p', { class: 'hint' }, t('tables.hint'))),
    report.tables.length
      ? report.tables.map((table, at) => one(state, table, at, context))
      : h('p', { class: 'quiet-line' }, t('tables.none')),
  ];
}

/**
 * @param {State} state
 * @param {Table} table
 * @param {number} at
 * @param {Context} context
 */
function one(state, table, at, context) {
  const { t } = context;
  const status = /** @type {TableStatus} */ (table.status);
  // A picture or an absent table has nothing to show but its status.
  const shown = table.rows.length > 0 && (status === 'read' || status === 'incomplete');
  return h('div', { class: 'table-card', id: `table-${at}`, tabindex: '-1' },
    h('div', { class: 'table-head' }, h('h3', {}, table.title),
      h('span', { class: `table-status is-${status}` }, t(`table.${status}`)),
      table.block != null && show(state, table.block, context)),
    shown && [grid(state, table, context), legend(state, table, t)]);
}

/**
 * @param {State} state
 * @param {number} block
 * @param {Context} context
 */
function show({ index }, block, { t, goto }) {
  const home = index?.homes.get(block);
  if (!home) return null;
  return h('button', { type: 'button', class: 'link', onclick: () => goto({ block, start: 0, end: home.text.text.length }) }, t('tables.show'));
}

/**
 * @param {State} state
 * @param {Table} table
 * @param {Context} context
 */
function grid(state, table, context) {
  const blocks = blocksOf(table);
  const widest = Math.max(...blocks.map((block) => block.columns.length));
  return h('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': table.title },
    h('table', { class: table.rows.some((row) => row.level > 0) ? 'statutory deep' : 'statutory' }, blocks.map((block) => h('tbody', {},
      h('tr', { class: 'column-names' }, h('th', { scope: 'col' }, context.t('tables.rowHeader')),
        block.columns.map((column) => h('th', { scope: 'col' }, table.columns[column])), filler(widest - block.columns.length)),
      block.rows.map((row) => group(row)
        ? h('tr', { class: 'group' }, h('th', { scope: 'rowgroup', colspan: widest + 1, class: level(row) }, row.label))
        : h('tr', {}, h('th', { scope: 'row', class: level(row) }, row.label),
          block.columns.map((column) => tableCell(state, table, row, column, context)), filler(widest - block.columns.length)))))));
}

/** @param {number} columns */
function filler(columns) {
  return columns > 0 && h('td', { class: 'none', colspan: columns });
}

/** @param {import('../types.js').TableRow} row */
function level(row) {
  return `level-${Math.min(row.level, 3)}`;
}

/**
 * Whether a row only names those below it.
 * @param {import('../types.js').TableRow} row
 */
function group(row) {
  return row.facts.every((fact) => fact == null);
}
