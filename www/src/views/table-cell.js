import { h } from '../dom.js';
import { magnitude } from '../formula.js';
import { touching } from '../report-index.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../types.js').Fact} Fact */
/** @typedef {import('../types.js').Table} Table */
/** @typedef {import('../types.js').TableRow} TableRow */

/**
 * A quantity of a statutory table: what is printed, what the sums give where that differs, and
 * the way to its place and its finding.
 *
 * @param {State} state
 * @param {Table} table
 * @param {TableRow} row
 * @param {number} at
 * @param {Context} context
 */
export function tableCell(state, table, row, at, context) {
  const { index } = state;
  const id = row.facts[at];
  const fact = id != null && index ? index.facts.get(id) : undefined;
  if (!fact || !index) return h('td', { class: 'none' });
  const { t } = context;
  const marks = fact.evidence ? touching(index, fact.evidence) : [];
  const chief = marks.find((mark) => mark.first);
  const recomputed = row.recomputed[at];
  const words = printed(fact, t);
  const label = [t('cell.aria', { row: row.label, column: table.columns[at] ?? '', value: words }),
    fact.inferred && t('cell.inferred'), recomputed != null && t('cell.recomputed', { value: recomputed })].filter(Boolean).join(', ');
  return h('td', {
    class: `fact ${fact.state}${fact.inferred ? ' inferred' : ''}${recomputed != null ? ' differs' : ''}`,
    'data-fact': fact.id,
    'data-finding': marks.map((mark) => mark.id).join(' ') || null,
    'data-severity': chief ? chief.severity : null,
  },
  fact.evidence ? link(fact, words, label, marks, context) : h('span', { class: 'value' }, words),
  recomputed != null && h('span', { class: 'recomputed' }, t('cell.recomputed', { value: recomputed })));
}

/**
 * @param {Fact} fact
 * @param {string} words
 * @param {string} label
 * @param {import('../report-index.js').FindingMark[]} marks
 * @param {Context} context
 */
function link(fact, words, label, marks, { t, goto, choose }) {
  const { evidence } = fact;
  const quote = evidence ? evidence.quote.trim() : '';
  const chiefs = marks.filter((mark) => mark.first);
  return h('button', {
    type: 'button', class: 'value', 'data-sign': chiefs.map((mark) => `${t(`sign.${mark.severity}`)}${mark.number}`).join(' ') || null, 'aria-label': label, 'data-key': `fact-${fact.id}`,
    title: quote && quote !== words ? t('cell.printed', { quote }) : null,
    onclick: () => {
      if (marks.length) choose(chiefs.concat(marks).map((mark) => mark.id).filter((id, at, all) => all.indexOf(id) === at));
      if (evidence) goto(evidence);
    },
  }, words);
}

/**
 * The value as printed where that is the same number, else as understood.
 *
 * @param {Fact} fact
 * @param {Context['t']} t
 */
function printed({ state, value, evidence }, t) {
  const quote = evidence ? evidence.quote.trim() : '';
  if (state === 'number') return value == null || same(quote, value) ? quote || (value ?? '') : value;
  if (state === 'unreadable') return quote || t('cell.unreadable');
  if (state === 'not-applicable') return quote || t('cell.not-applicable');
  return t(state === 'blank' ? 'cell.blank' : 'cell.missing');
}

/**
 * @param {string} quote
 * @param {string} value
 */
function same(quote, value) {
  return /^[-−]?[\d,.]+$/.test(quote) && magnitude(quote) === magnitude(value);
}
