import { h } from '../dom.js';
import { grouped } from '../numbers.js';
import { SEVERITIES, visible } from '../state.js';
import { LIMITS, clip } from '../windows.js';
import { moreButton } from './more.js';
import { sign } from './sign.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../types.js').Finding} Finding */
/** @typedef {import('../types.js').Severity} Severity */

/**
 * The list of findings in the order of the report, with its filter.
 *
 * @param {State} state
 * @param {Context} context
 */
export function findings(state, context) {
  const { report, index } = state;
  if (!report || !index) return null;
  const { t } = context;
  const listed = visible(state);
  return [
    h('div', { class: 'pane-head' },
      h('h2', {}, t('findings.heading'), ' ', h('span', { class: 'count' }, grouped(report.findings.length))),
      report.findings.length > 0 && steps(context)),
    report.findings.length > 0 && h('div', { class: 'list-tools' }, chips(state, context), h('button', {
      type: 'button', class: 'link', 'data-key': 'copy-all', 'data-testid': 'copy-all', onclick: () => context.copyAll(),
    }, t('findings.copyAll'))),
    listed.length ? list(state, listed, context)
      : h('p', { class: 'quiet-line' }, t(report.findings.length ? 'findings.filtered' : 'findings.none')),
  ];
}

/** @param {Context} context */
function steps({ t, send }) {
  return h('div', { class: 'steps' },
    h('button', { type: 'button', class: 'plain', 'data-key': 'previous', 'aria-keyshortcuts': 'Shift+F8', onclick: () => send({ type: 'step', by: -1 }) }, t('findings.previous')),
    h('button', { type: 'button', class: 'plain', 'data-key': 'next', 'aria-keyshortcuts': 'F8', onclick: () => send({ type: 'step', by: 1 }) }, t('findings.next')));
}

/**
 * @param {State} state
 * @param {Context} context
 */
function chips({ index, shown }, { t, send }) {
  const counts = index ? index.counts : { error: 0, warning: 0, notice: 0 };
  const present = SEVERITIES.filter((severity) => counts[severity] > 0);
  return h('div', { class: 'chips', role: 'group', 'aria-label': t('findings.filter') }, present.map((severity) =>
    h('button', {
      type: 'button', class: `chip ${severity}`, 'data-key': `chip-${severity}`, 'aria-pressed': String(shown[severity]),
      onclick: () => send({ type: 'filter', severity }),
    }, sign(severity, t), t('findings.chip', { name: t(`severity.${severity}`), n: counts[severity] }))));
}

/**
 * @param {State} state
 * @param {Finding[]} listed
 * @param {Context} context
 */
function list(state, listed, context) {
  const range = clip(listed.length, LIMITS.findings, state.windows.findings);
  const cut = { name: 'findings', total: listed.length, limit: LIMITS.findings, range, unit: /** @type {const} */ ('findings') };
  return h('div', { class: 'list-box' },
    moreButton(context, { ...cut, where: 'before' }),
    h('ol', { class: 'finding-list', 'data-testid': 'findings', 'aria-label': context.t('findings.heading') },
      listed.slice(range.from, range.to).map((finding) => item(state, finding, context))),
    moreButton(context, { ...cut, where: 'after' }));
}

/**
 * @param {State} state
 * @param {Finding} finding
 * @param {Context} context
 */
function item(state, finding, { t, select }) {
  const severity = /** @type {Severity} */ (finding.severity);
  const number = state.index ? state.index.numbers.get(finding.id) : 0;
  return h('li', { 'data-finding-id': finding.id, class: `finding ${severity}` },
    h('button', { type: 'button', class: 'finding-button', 'data-key': `finding-${finding.id}`, onclick: () => select(finding.id) },
      sign(severity, t, number),
      h('span', { class: 'offscreen' }, `${t(`severity.${severity}`)} ${number}: `),
      h('span', { class: 'finding-words' },
        h('span', { class: 'finding-title' }, finding.title),
        h('span', { class: 'finding-message' }, finding.message))));
}
