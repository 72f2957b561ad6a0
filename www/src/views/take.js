import { h } from '../dom.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../i18n/index.js').Key} Key */
/** @typedef {import('./context.js').Taken} Taken */

/**
 * The window in which the result is taken away: copied, saved, printed. Everything is made here.
 *
 * @param {State} state
 * @param {Context} context
 */
export function take(state, context) {
  const { t, send } = context;
  const many = state.batch.listed;
  return [
    h('h2', { id: 'take-title' }, t(many ? 'take.many' : 'take.heading')),
    h('p', { class: 'hint' }, t('take.hint')),
    many ? group('take.save', [['batch-csv', 'take.csv'], ['batch-facts', 'take.facts'], ['batch-json', 'take.batchJson']], context) : single(state, context),
    review(many ? 'batch-review' : 'review', context),
    // The page's own status line lies behind this window.
    h('p', { class: 'take-said', role: 'status' }, state.dialog === 'take' && state.notice),
    h('p', { class: 'dialog-foot' }, h('button', { type: 'button', class: 'primary', 'data-key': 'take-done', onclick: () => send({ type: 'dialog', dialog: null }) }, t('help.done'))),
  ];
}

/**
 * @param {State} state
 * @param {Context} context
 */
function single(state, context) {
  const { offers } = context;
  const word = offers.annotate && state.checkedInput?.kind === 'file' && state.read?.source.format === 'docx';
  /** @type {[Taken, Key][]} */
  const files = [['html', 'take.html']];
  if (word) files.push(['word', 'take.word']);
  if (offers.workbook) files.push(['excel', 'take.excel']);
  files.push(['csv', 'take.csv'], ['facts', 'take.facts'], ['json', 'take.json']);
  return [
    group('take.copy', [['text', 'take.text'], ['table', 'take.table']], context),
    group('take.save', files, context),
    group('take.paper', [['print', 'take.print']], context),
  ];
}

/**
 * What was decided: kept in a file, and read again.
 *
 * @param {'review' | 'batch-review'} what
 * @param {Context} context
 */
function review(what, context) {
  const { t } = context;
  const input = h('input', {
    type: 'file', class: 'offscreen', accept: '.json', tabindex: '-1', 'data-testid': 'load', 'aria-label': t('take.load'),
    onchange: () => {
      if (input.files && input.files.length) context.loadReview(input.files[0]);
      input.value = '';
    },
  });
  return [
    h('h3', {}, t('take.review')),
    h('p', { class: 'hint' }, t('take.reviewHint')),
    h('div', { class: 'take-buttons' },
      button(what, 'take.saveReview', context),
      h('button', { type: 'button', class: 'plain', 'data-key': 'load', onclick: () => input.click() }, t('take.load')), input),
  ];
}

/**
 * @param {Key} title
 * @param {[Taken, Key][]} items
 * @param {Context} context
 */
function group(title, items, context) {
  return [
    h('h3', {}, context.t(title)),
    h('div', { class: 'take-buttons' }, items.map(([what, label]) => button(what, label, context))),
  ];
}

/**
 * @param {Taken} what
 * @param {Key} label
 * @param {Context} context
 */
function button(what, label, { t, take: taken }) {
  return h('button', { type: 'button', class: 'plain', 'data-key': `take-${what}`, 'data-testid': `take-${what}`, onclick: () => taken(what) }, t(label));
}
