import { h } from '../dom.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */

/** @typedef {'read' | 'incomplete' | 'picture' | 'missing'} TableStatus */

/**
 * What was read, at a glance: the tables and how they arrived, and the sections as an outline.
 *
 * @param {State} state
 * @param {Context} context
 */
export function overview({ report, index }, context) {
  if (!report || !index) return null;
  const { t, send } = context;
  return h('div', { class: 'overview' },
    h('h3', {}, t('overview.heading')),
    report.findings.length > 0 && h('p', {}, h('button', {
      type: 'button', class: 'primary', 'data-key': 'start', 'data-testid': 'start', onclick: () => send({ type: 'step', by: 1 }),
    }, t('overview.start'))),
    report.tables.length > 0 && [h('h4', {}, t('overview.tables')), tables(report.tables, context)],
    h('h4', {}, t('overview.sections')),
    report.sections.length ? sections(report.sections, context, index.homes) : h('p', { class: 'hint' }, t('overview.noSections')));
}

/**
 * @param {import('../types.js').Table[]} list
 * @param {Context} context
 */
function tables(list, { t }) {
  return h('ul', { class: 'outline' }, list.map((table, at) => h('li', {},
    h('a', { href: `#table-${at}` }, table.title),
    h('span', { class: `table-status is-${table.status}` }, t(`table.${/** @type {TableStatus} */ (table.status)}`)))));
}

/**
 * @param {import('../types.js').Section[]} list
 * @param {Context} context
 * @param {import('../report-index.js').ReportIndex['homes']} homes
 */
function sections(list, { goto }, homes) {
  return h('ul', { class: 'outline', lang: 'zh-CN' }, list.map(({ heading }) => h('li', {}, h('button', {
    type: 'button', class: 'link', onclick: () => {
      // A heading may stand within a longer line, where everything was glued together.
      const start = Math.max(0, (homes.get(heading.block)?.text.text ?? '').indexOf(heading.text));
      goto({ block: heading.block, start, end: start + heading.text.length });
    },
  }, heading.text.trim()))));
}
