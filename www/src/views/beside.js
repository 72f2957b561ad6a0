import { h } from '../dom.js';
import { bodiesOf } from '../batch.js';
import { shorten } from '../quotation.js';
import { besideWhole } from '../whole.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../types.js').Finding} Finding */

/** More places than this are no help to anyone. */
const MOST_PLACES = 60;

/**
 * What the report was compared with, and the way back.
 *
 * @param {State} state
 * @param {Context} context
 */
export function said(state, context) {
  return [lastYear(state, context), whole(state, context)];
}

/**
 * @param {State} state
 * @param {Context} context
 */
function lastYear({ report, lastYear }, { t, send }) {
  if (!lastYear) return null;
  const last = report?.lastYear;
  const words = !last ? t('lastYear.comparing')
    : last.compared ? t('lastYear.compared', { title: last.title || last.name || t('summary.untitled') }) : '';
  return h('p', { class: 'last-year', 'data-testid': 'last-year-said' }, words, last && last.note && [words && ' ', last.note], ' ',
    h('button', { type: 'button', class: 'link', 'data-key': 'last-year-away', 'data-testid': 'last-year-away', onclick: () => send({ type: 'last-year', input: null }) }, t('lastYear.away')));
}

/**
 * @param {State} state
 * @param {Context} context
 */
function whole({ report, batch }, context) {
  if (!report || !bodiesOf(batch, batch.open)) return null;
  return h('p', { class: 'last-year', 'data-testid': 'whole-said' }, besideWhole(report.bodies, report.coverage, context.t), ' ', away(context));
}

/**
 * The report of the whole is added up no longer; its line in the list follows.
 * @param {Context} context
 */
export function away({ t, send, continueFiles }) {
  const stop = () => {
    send({ type: 'files-whole', whole: null });
    continueFiles();
  };
  return h('button', { type: 'button', class: 'link', 'data-key': 'whole-away', 'data-testid': 'whole-away', onclick: stop }, t('whole.away'));
}

/**
 * What stands in the other reports.
 *
 * @param {Finding} finding
 * @param {Context} context
 */
export function places({ lastYear = [], bodies = [] }, { t }) {
  const line = (/** @type {string} */ label, /** @type {string} */ quote) => h('li', { class: 'last-place' },
    h('span', { class: 'place-label' }, label), h('span', { class: 'place-quote', lang: 'zh-CN' }, quote));
  return [
    lastYear.length > 0 && [h('h4', {}, t('inspector.lastYear')),
      h('ul', { class: 'places' }, lastYear.slice(0, MOST_PLACES).map(({ label, quote }) => line(label, shorten(quote) || t('cell.blank'))))],
    bodies.length > 0 && [h('h4', {}, t('inspector.bodies')),
      h('ul', { class: 'places', 'data-testid': 'bodies' }, bodies.map(({ name, value }) => line(name, value)))],
  ];
}
