import { h } from '../dom.js';
import { counts, dismissed, visible } from '../choosing.js';
import { grouped } from '../numbers.js';
import { AREAS, SEVERITIES } from '../state.js';
import { LIMITS, clip } from '../windows.js';
import { moreButton } from './more.js';
import { sign } from './sign.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../types.js').Finding} Finding */
/** @typedef {import('../types.js').Severity} Severity */
/** @typedef {import('../grouping.js').Group} Group */

/** Below this many findings a filter by area is more trouble than help. */
const FILTERED = 6;

/**
 * The list of findings in the order of the report, by table and section, with its filters.
 *
 * @param {State} state
 * @param {Context} context
 */
export function findings(state, context) {
  const { report, index } = state;
  if (!report || !index) return null;
  const { t } = context;
  const listed = visible(state);
  const out = dismissed(state);
  return [
    h('div', { class: 'pane-head' },
      h('h2', {}, t('findings.heading'), ' ', h('span', { class: 'count' }, grouped(report.findings.length - out.length))),
      report.findings.length > 0 && steps(context)),
    report.findings.length > 0 && h('div', { class: 'list-tools' }, chips(state, context), area(state, context)),
    h('div', { class: 'list-box', 'data-testid': 'findings' },
      listed.length ? list(state, listed, context)
        : h('p', { class: 'quiet-line' }, t(report.findings.length > out.length ? 'findings.filtered' : 'findings.none')),
      rest(state, out, context)),
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
function chips(state, { t, send }) {
  const found = counts(state);
  const present = SEVERITIES.filter((severity) => found[severity] > 0);
  return h('div', { class: 'chips', role: 'group', 'aria-label': t('findings.filter') }, present.map((severity) =>
    h('button', {
      type: 'button', class: `chip ${severity}`, 'data-key': `chip-${severity}`, 'aria-pressed': String(state.shown[severity]),
      onclick: () => send({ type: 'filter', severity }),
    }, sign(severity, t), t('findings.chip', { name: t(`severity.${severity}`), n: found[severity] }))));
}

/**
 * @param {State} state
 * @param {Context} context
 */
function area(state, { t, send }) {
  if (!state.report || (state.report.findings.length < FILTERED && state.area === 'all')) return null;
  const select = h('select', {
    class: 'area', 'data-key': 'area', 'data-testid': 'area', 'aria-label': t('findings.area'),
    onchange: () => send({ type: 'area', area: AREAS[select.selectedIndex] }),
  }, AREAS.map((name) => h('option', { value: name, selected: name === state.area }, t(`area.${name}`))));
  return select;
}

/**
 * @param {State} state
 * @param {Finding[]} listed
 * @param {Context} context
 */
function list(state, listed, context) {
  const range = clip(listed.length, LIMITS.findings, state.windows.findings);
  const cut = { name: 'findings', total: listed.length, limit: LIMITS.findings, range, unit: /** @type {const} */ ('findings') };
  const shown = runs(state, listed.slice(range.from, range.to));
  const alone = shown.length === 1 && range.to - range.from === listed.length;
  return [
    moreButton(context, { ...cut, where: 'before' }),
    shown.map(({ group, items }) => [
      !alone && h('h3', { class: 'group', lang: group.title ? 'zh-CN' : null }, groupTitle(group, context.t)),
      h('ol', { class: 'finding-list', 'aria-label': alone ? context.t('findings.heading') : groupTitle(group, context.t) },
        items.map((finding) => item(state, finding, context))),
    ]),
    moreButton(context, { ...cut, where: 'after' }),
  ];
}

/**
 * Findings that follow each other and belong to the same table or section.
 *
 * @param {State} state
 * @param {Finding[]} list
 */
function runs({ index }, list) {
  /** @type {{ group: Group, items: Finding[] }[]} */
  const result = [];
  for (const finding of list) {
    const group = index?.groups.get(finding.id);
    if (!group) continue;
    const last = result[result.length - 1];
    if (last && last.group.key === group.key) last.items.push(finding);
    else result.push({ group, items: [finding] });
  }
  return result;
}

/**
 * @param {Group} group
 * @param {Context['t']} t
 */
export function groupTitle({ kind, title }, t) {
  return title || t(kind === 'whole' ? 'group.whole' : 'group.head');
}

/**
 * @param {State} state
 * @param {Finding} finding
 * @param {Context} context
 */
function item(state, finding, { t, select }) {
  const severity = /** @type {Severity} */ (finding.severity);
  const number = state.index ? state.index.numbers.get(finding.id) : 0;
  const status = state.decisions.get(finding.id)?.status;
  return h('li', { 'data-finding-id': finding.id, class: `finding ${severity} ${status ?? ''}` },
    h('button', { type: 'button', class: 'finding-button', 'data-key': `finding-${finding.id}`, onclick: () => select(finding.id) },
      sign(severity, t, number),
      h('span', { class: 'offscreen' }, `${t(`severity.${severity}`)} ${number}: `),
      h('span', { class: 'finding-words' },
        h('span', { class: 'finding-title' }, finding.title, status && h('span', { class: `decided ${status}` }, t(`decision.${status}`))),
        h('span', { class: 'finding-message' }, finding.message))));
}

/**
 * What was decided to be no fault, folded away.
 *
 * @param {State} state
 * @param {Finding[]} out
 * @param {Context} context
 */
function rest(state, out, context) {
  if (!out.length && !state.off.size) return null;
  const { t, send } = context;
  return [
    out.length > 0 && h('details', { class: 'dismissed-list', 'data-key': 'dismissed', open: out.some(({ id }) => id === state.selected) },
      h('summary', { 'data-key': 'dismissed-summary' }, t('findings.dismissed', { n: out.length })),
      h('ol', { class: 'finding-list', 'aria-label': t('findings.dismissed', { n: out.length }) },
        out.slice(0, LIMITS.findings).map((finding) => item(state, finding, context)))),
    state.off.size > 0 && h('p', { class: 'rules-off' }, t('findings.off', { n: state.off.size }), Array.from(state.off).sort().map((code) =>
      h('button', { type: 'button', class: 'link', 'data-key': `on-${code}`, title: t('rule.on'), onclick: () => send({ type: 'rule', code, on: true }) },
        code, h('span', { class: 'offscreen' }, t('rule.on'))))),
  ];
}
