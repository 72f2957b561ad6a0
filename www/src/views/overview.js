import { h } from '../dom.js';
import { visible } from '../choosing.js';
import { change, inWords } from '../edits.js';
import { outcome } from './outcome.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */

/** More edits than this are no trial any more. */
const MOST_EDITS = 100;

/** @typedef {'read' | 'incomplete' | 'picture' | 'missing'} TableStatus */

/**
 * What was read, at a glance: the tables and how they arrived, and the sections as an outline.
 *
 * @param {State} state
 * @param {Context} context
 */
export function overview(state, context) {
  const { report, index } = state;
  if (!report || !index) return null;
  const { t, send } = context;
  return h('div', { class: 'overview' },
    edits(state, context),
    h('h3', { tabindex: '-1', 'data-key': 'inspector' }, t('overview.heading')),
    visible(state).length > 0 && h('p', {}, h('button', {
      type: 'button', class: 'primary', 'data-key': 'start', 'data-testid': 'start', onclick: () => send({ type: 'step', by: 1 }),
    }, t('overview.start'))),
    report.tables.length > 0 && [h('h4', {}, t('overview.tables')), tables(report.tables, context)],
    h('h4', {}, t('overview.sections')),
    report.sections.length ? sections(state, report.sections, context) : h('p', { class: 'hint' }, t('overview.noSections')));
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
 * @param {State} state
 * @param {import('../types.js').Section[]} list
 * @param {Context} context
 */
function sections(state, list, { t, goto }) {
  const found = perSection(state);
  const homes = state.index?.homes;
  return h('ul', { class: 'outline' }, list.map(({ heading }, at) => h('li', {}, h('button', {
    type: 'button', class: 'link', lang: 'zh-CN', 'data-key': `section-${at}`, onclick: () => {
      // A heading may stand within a longer line, where everything was glued together.
      const start = Math.max(0, (homes?.get(heading.block)?.text.text ?? '').indexOf(heading.text));
      goto({ block: heading.block, start, end: start + heading.text.length });
    },
  }, heading.text.trim()), found[at] > 0 && h('span', { class: 'section-count' }, t('overview.found', { n: found[at] })))));
}

/**
 * How many listed findings each section has, those in its tables included.
 * @param {State} state
 */
function perSection(state) {
  const starts = state.report ? state.report.sections.map(({ heading }) => heading.block) : [];
  const found = starts.map(() => 0);
  for (const { evidence } of visible(state)) {
    if (!evidence.length) continue;
    let at = -1;
    starts.forEach((block, section) => {
      if (block <= evidence[0].block && (at < 0 || block >= starts[at])) at = section;
    });
    if (at >= 0) found[at] += 1;
  }
  return found;
}

/**
 * What is being tried, each with its original and the way back.
 *
 * @param {State} state
 * @param {Context} context
 */
function edits(state, context) {
  if (!state.edits.size) return null;
  const { t, send, goto } = context;
  return [
    h('h3', { tabindex: '-1' }, t('edit.heading')),
    h('p', {}, outcome(state, context)),
    h('ul', { class: 'edits' }, Array.from(state.edits).slice(0, MOST_EDITS).map(([block, edit]) => {
      const { start, toEnd } = change(edit);
      const { before, from, to, after } = inWords(edit);
      return h('li', {},
        h('button', { type: 'button', class: 'edit-values', lang: 'zh-CN', 'data-key': `edited-${block}`, onclick: () => goto({ block, start, end: toEnd }) },
          h('span', { class: 'hint' }, before), h('del', {}, from || t('cell.blank')), ' → ', h('ins', {}, to || t('cell.blank')), h('span', { class: 'hint' }, after)),
        h('button', { type: 'button', class: 'link', 'data-key': `back-${block}`, onclick: () => send({ type: 'revert', block }) }, t('edit.revert')));
    })),
  ];
}
