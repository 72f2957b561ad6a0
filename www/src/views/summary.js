import { h } from '../dom.js';
import { counts, dismissed } from '../choosing.js';
import { grouped } from '../numbers.js';
import { SEVERITIES } from '../state.js';
import { sign } from './sign.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../i18n/index.js').Translate} Translate */

/**
 * What was checked and how it ended, in a line or two.
 *
 * @param {State} state
 * @param {Context} context
 */
export function summary(state, context) {
  const { t, open } = context;
  const { report, index } = state;
  if (!report || !index) return null;
  const { coverage } = index;
  const found = counts(state);
  const out = dismissed(state).length;
  return h('div', { class: 'summary-inner' },
    h('h2', { class: 'offscreen' }, t('summary.heading')),
    (report.title || !report.note) && h('p', { class: 'report-title', lang: 'zh-CN' }, report.title ?? report.source.name ?? t('summary.untitled')),
    about(report, t),
    report.note && h('p', { class: 'note' }, report.note),
    context.parts && context.parts.beside.said(state, context),
    (!report.note || isAssessable({ report, index })) && checked(coverage, t),
    isAssessable(state) && h('div', { class: 'summary-foot' },
      report.findings.length > 0 && h('ul', { class: 'counts' }, SEVERITIES.filter((each) => found[each] > 0).map((each) =>
        h('li', { class: each }, sign(each, t), ` ${t(`severity.${each}`)} `, h('b', {}, grouped(found[each])))),
      out > 0 && h('li', { class: 'hint' }, t('findings.dismissed', { n: out }))),
      h('button', { type: 'button', class: 'plain take', 'data-key': 'take', 'data-testid': 'take', 'aria-haspopup': 'dialog', onclick: () => open('take') }, t('take.open')),
      !state.lastYear && h('button', { type: 'button', class: 'plain take', 'data-key': 'last-year', 'data-testid': 'last-year', 'aria-haspopup': 'dialog', onclick: () => open('lastYear') }, t('lastYear.give'))),
    !report.note && coverage.total > 0 && !report.findings.length && clean(t));
}

/**
 * Whether there was anything to check; else there is only a note to read, and no lists.
 *
 * @param {Pick<State, 'report' | 'index'>} state
 */
export function isAssessable({ report, index }) {
  return report !== null && index !== null && (!report.note || index.coverage.total > 0 || report.findings.length > 0);
}

/**
 * The outcome as one sentence, for the eye and for the screen reader alike.
 *
 * @param {State} state
 * @param {Translate} t
 */
export function sentence({ report, index }, t) {
  if (!report || !index) return '';
  const note = report.note ? `${report.note} ` : '';
  if (!isAssessable({ report, index })) return note;
  if (!index.coverage.total) return note + t('summary.nothing');
  return note + t('summary.checked', { total: index.coverage.total })
    + outcomes(index.coverage, t).map(([, text]) => text).join(t('summary.separator')) + t('summary.stop');
}

/**
 * @param {import('../types.js').Report} report
 * @param {Translate} t
 */
function about({ organization, year, edition }, t) {
  const facts = [
    organization && h('span', { lang: 'zh-CN' }, organization),
    year != null && t('summary.year', { year }),
    edition && t('summary.edition', { edition }),
  ].filter(Boolean);
  if (!facts.length) return null;
  return h('p', { class: 'about' }, facts.map((fact) => h('span', { class: 'about-item' }, fact)));
}

/**
 * @param {{ holds: number, violated: number, undecided: number, total: number }} coverage
 * @param {Translate} t
 */
function checked(coverage, t) {
  if (!coverage.total) return h('p', { class: 'checked' }, t('summary.nothing'));
  const items = outcomes(coverage, t);
  return h('p', { class: 'checked' }, t('summary.checked', { total: coverage.total }),
    items.map(([kind, text], at) => [
      h('span', { class: `outcome ${coverage[kind] ? kind : 'none'}` }, text),
      at < items.length - 1 ? t('summary.separator') : t('summary.stop'),
    ]));
}

/**
 * @param {{ holds: number, violated: number, undecided: number }} coverage
 * @param {Translate} t
 * @returns {['holds' | 'violated' | 'undecided', string][]}
 */
function outcomes({ holds, violated, undecided }, t) {
  return [
    ['holds', t('summary.holds', { n: holds })],
    ['violated', t('summary.violated', { n: violated })],
    ['undecided', t('summary.undecided', { n: undecided })],
  ];
}

/** @param {Translate} t */
function clean(t) {
  return h('p', { class: 'clean' }, h('b', {}, t('summary.clean')), ' ', t('summary.cleanHint'));
}
