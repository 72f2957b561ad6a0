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
  const { t, open } = context;
  const applied = report.coverage.filter(isApplied);
  return [
    h('div', { class: 'pane-head' }, h('h2', {}, t('coverage.heading')), h('p', { class: 'hint' }, t('coverage.hint'))),
    applied.length ? rules(applied, index.coverage, context) : h('p', { class: 'quiet-line' }, t('summary.nothing')),
    off(state, context),
    claims(state, context),
    unused(state, context),
    h('p', { class: 'limits-link' }, h('button', { type: 'button', class: 'link', 'data-key': 'limits', 'aria-haspopup': 'dialog', onclick: () => open('limits') }, t('limits.heading'))),
  ];
}

/** @param {Coverage} rule */
function isApplied({ holds, violated, undecided }) {
  return holds + violated + undecided > 0;
}

/**
 * The rules that found nothing to be applied to.
 *
 * @param {State} state
 * @param {Context} context
 */
export function idle({ report, rules: catalogue, off }, { t }) {
  if (!report || !catalogue) return null;
  const applied = new Set(report.coverage.filter(isApplied).map(({ code }) => code));
  const titles = Array.from(catalogue.values()).filter(({ code }) => !off.has(code) && !applied.has(code)).map(({ title }) => title);
  return titles.length > 0 && h('p', { class: 'hint idle' }, t('coverage.unapplied', { n: titles.length }), titles.join(t('summary.separator')), t('summary.stop'));
}

/**
 * @param {Coverage[]} list
 * @param {import('../report-index.js').ReportIndex['coverage']} total
 * @param {Context} context
 */
function rules(list, total, { t, send }) {
  const kinds = /** @type {const} */ (['holds', 'violated', 'undecided']);
  return h('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': t('coverage.table') },
    h('table', { class: 'coverage-table' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('coverage.rule')),
        kinds.map((kind) => h('th', { scope: 'col', class: 'number' }, t(`coverage.${kind}`))),
        h('th', { scope: 'col', class: 'switch' }, h('span', { class: 'offscreen' }, t('rule.off'))))),
      h('tbody', {}, list.map((rule) => h('tr', {},
        h('th', { scope: 'row' }, h('span', { class: 'code' }, rule.code), ' ', rule.title),
        kinds.map((kind) => h('td', { class: `number ${rule[kind] ? kind : 'zero'}` }, grouped(rule[kind]))),
        h('td', { class: 'switch' }, h('button', { type: 'button', class: 'link', 'data-key': `off-${rule.code}`, 'aria-label': t('rule.offLabel', { code: rule.code, title: rule.title }), onclick: () => send({ type: 'rule', code: rule.code, on: false }) }, t('rule.offShort')))))),
      h('tfoot', {}, h('tr', {}, h('th', { scope: 'row' }, t('coverage.total')),
        kinds.map((kind) => h('td', { class: 'number' }, grouped(total[kind]))), h('td', {})))));
}

/**
 * The rules that a person switched off, and the way to switch them on again.
 *
 * @param {State} state
 * @param {Context} context
 */
function off({ off: codes, read }, { t, send }) {
  if (!codes.size) return null;
  return h('p', { class: 'rules-off' }, t('findings.off', { n: codes.size }), Array.from(codes).sort().map((code) =>
    h('button', { type: 'button', class: 'link', 'data-key': `back-on-${code}`, onclick: () => send({ type: 'rule', code, on: true }) },
      `${code} ${read?.coverage.find((rule) => rule.code === code)?.title ?? ''} `, h('b', {}, t('rule.on')))));
}
