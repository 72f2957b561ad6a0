import { h } from '../dom.js';
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
  return h('section', { class: 'table-card', id: `table-${at}`, tabindex: '-1' },
    h('div', { class: 'table-head' }, h('h3', {}, table.title),
      h('span', { class: `table-status ${status}` }, t(`table.${status}`)),
      table.block != null && show(state, table.block, context)),
    table.rows.length > 0 && [grid(state, table, context), legend(state, table, t)]);
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
  return h('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': table.title },
    h('table', { class: 'statutory' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, context.t('tables.rowHeader')),
        table.columns.map((column) => h('th', { scope: 'col' }, column)))),
      h('tbody', {}, table.rows.map((row) => group(row)
        ? h('tr', { class: 'group' }, h('th', { scope: 'rowgroup', colspan: table.columns.length + 1, class: `level-${Math.min(row.level, 3)}` }, row.label))
        : h('tr', {}, h('th', { scope: 'row', class: `level-${Math.min(row.level, 3)}` }, row.label),
          row.facts.map((fact, at) => tableCell(state, table, row, at, context)))))));
}

/**
 * Whether a row only names those below it.
 * @param {import('../types.js').TableRow} row
 */
function group(row) {
  return row.facts.every((fact) => fact == null);
}

/**
 * The signs that this table in fact uses.
 *
 * @param {State} state
 * @param {Table} table
 * @param {Context['t']} t
 */
function legend({ index }, table, t) {
  const facts = table.rows.reduce((all, row) => all.concat(row.facts), /** @type {(string | null | undefined)[]} */ ([]))
    .map((id) => (id != null && index ? index.facts.get(id) : undefined));
  /** @type {[boolean, string, string][]} */
  const items = [
    [table.rows.some((row) => row.recomputed.some((value) => value != null)), 'recomputed', t('legend.recomputed')],
    [facts.some((fact) => fact !== undefined && fact.inferred), 'inferred', t('legend.inferred')],
    [facts.some((fact) => fact !== undefined && /^(blank|not-applicable)$/.test(fact.state)), 'blank', t('legend.blank')],
    [facts.some((fact) => fact !== undefined && fact.state === 'missing'), 'missing', t('legend.missing')],
  ];
  const used = items.filter(([present]) => present);
  if (!used.length) return null;
  return h('ul', { class: 'legend', 'aria-label': t('report.legend') }, used.map(([, kind, text]) =>
    h('li', {}, h('span', { class: `swatch ${kind}`, 'aria-hidden': 'true' }), text)));
}
