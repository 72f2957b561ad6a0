import { h } from '../dom.js';

/**
 * The signs that a table in fact uses, and what they mean.
 *
 * @param {import('./context.js').State} state
 * @param {import('../types.js').Table} table
 * @param {import('../i18n/index.js').Translate} t
 */
export function legend({ index }, table, t) {
  const facts = table.rows.reduce((all, row) => all.concat(row.facts), /** @type {(string | null | undefined)[]} */ ([]))
    .map((id) => (id != null && index ? index.facts.get(id) : undefined));
  /** @param {RegExp} state */
  const some = (state) => facts.some((fact) => fact !== undefined && state.test(fact.state));
  /** @type {[boolean, string, string][]} */
  const items = [
    [table.rows.some((row) => row.recomputed.some((value) => value != null)), 'recomputed', t('legend.recomputed')],
    [facts.some((fact) => fact !== undefined && fact.inferred), 'inferred', t('legend.inferred')],
    [some(/^(blank|not-applicable)$/), 'blank', t('legend.blank')],
    [some(/^missing$/), 'missing', t('legend.missing')],
  ];
  const used = items.filter(([present]) => present);
  if (!used.length) return null;
  return h('ul', { class: 'legend', 'aria-label': t('tables.legend') }, used.map(([, kind, text]) =>
    h('li', {}, h('span', { class: `swatch ${kind}`, 'aria-hidden': 'true' }), text)));
}
