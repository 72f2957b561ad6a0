import { h } from '../dom.js';
import { claims } from './claims.js';
import { unused } from './unused.js';
import { grouped } from '../numbers.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../types.js').Coverage} Coverage */

/**
 * What was checked and how it ended, what was not, and what never is.
 *
 * @param {State} state
 * @param {Context} context
 */
export function coverage(state, context) {
  const { report, index } = state;
  if (!report || !index) return null;
  const { t } = context;
  const applied = report.coverage.filter((rule) => rule.holds + rule.violated + rule.undecided > 0);
  const idle = idleRules(state, applied);
  return [
    h('div', { class: 'pane-head' }, h('h2', {}, t('coverage.heading')), h('p', { class: 'hint' }, t('coverage.hint'))),
    applied.length ? rules(applied, index.coverage, t) : h('p', { class: 'quiet-line' }, t('summary.nothing')),
    idle.length > 0 && h('p', { class: 'hint idle' }, t('coverage.unapplied', { n: idle.length }), idle.map((rule) => rule.title).join(t('summary.separator')), t('summary.stop')),
    claims(state, context),
    unused(state, context),
    h('h3', {}, t('limits.heading')),
    h('ul', { class: 'limits' }, /** @type {const} */ ([1, 2, 3, 4, 5]).map((n) => h('li', {}, t(`limits.${n}`)))),
  ];
}

/**
 * The titles of the rules that found nothing to be applied to.
 *
 * @param {State} state
 * @param {Coverage[]} applied
 * @returns {{ title: string }[]}
 */
function idleRules({ report, rules: catalogue }, applied) {
  const all = catalogue ? Array.from(catalogue.values()) : report ? report.coverage : [];
  return all.filter((rule) => !applied.some((each) => each.code === rule.code));
}

/**
 * @param {Coverage[]} list
 * @param {import('../report-index.js').ReportIndex['coverage']} total
 * @param {Context['t']} t
 */
function rules(list, total, t) {
  const kinds = /** @type {const} */ (['holds', 'violated', 'undecided']);
  return h('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': t('coverage.table') },
    h('table', { class: 'coverage-table' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('coverage.rule')),
        kinds.map((kind) => h('th', { scope: 'col', class: 'number' }, t(`coverage.${kind}`))))),
      h('tbody', {}, list.map((rule) => h('tr', {},
        h('th', { scope: 'row' }, h('span', { class: 'code' }, rule.code), ' ', rule.title),
        kinds.map((kind) => h('td', { class: `number ${rule[kind] ? kind : 'zero'}` }, grouped(rule[kind])))))),
      h('tfoot', {}, h('tr', {}, h('th', { scope: 'row' }, t('coverage.total')),
        kinds.map((kind) => h('td', { class: 'number' }, grouped(total[kind])))))));
}
