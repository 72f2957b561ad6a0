import { h } from '../dom.js';
import { shorten } from '../quotation.js';
import { visible } from '../choosing.js';
import { expectedRepair, ways } from '../edits.js';
import { overview } from './overview.js';
import { sign } from './sign.js';
import { sum } from './sum.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../types.js').Finding} Finding */
/** @typedef {import('../types.js').Severity} Severity */

/** More places than this are no help to anyone. */
const MOST_PLACES = 60;

/**
 * The chosen finding with its sum, places and suggestions; what was read where none is chosen.
 *
 * @param {State} state
 * @param {Context} context
 */
export function inspector(state, context) {
  const { report, index, selected } = state;
  if (!report || !index) return null;
  const number = selected === null ? undefined : index.numbers.get(selected);
  if (number === undefined) return overview(state, context);
  const finding = report.findings[number - 1];
  const { t } = context;
  return [
    head(state, finding, number, context),
    h('p', { class: 'message' }, finding.message),
    partOf(state, finding, context),
    finding.cause !== 'report' && h('p', { class: 'cause' }, t(finding.cause === 'reading' ? 'cause.reading' : 'cause.either')),
    finding.formula && [
      h('h4', {}, t('inspector.sum')),
      sum(finding.formula, finding.evidence, context),
    ],
    compared(finding, context),
    repairs(finding, context),
    context.parts && context.parts.decision(state, finding, context),
    places(finding, context),
    context.parts && context.parts.beside.places(finding, context),
    context.parts && context.parts.rulePage(state, finding, context),
  ];
}

/**
 * @param {State} state
 * @param {Finding} finding
 * @param {number} number
 * @param {Context} context
 */
function head(state, finding, number, { t, send }) {
  const severity = /** @type {Severity} */ (finding.severity);
  const listed = visible(state);
  const at = listed.indexOf(finding) + 1;
  return h('div', { class: `inspector-head ${severity}` },
    h('h3', { tabindex: '-1', 'data-key': 'inspector' }, sign(severity, t, number),
      h('span', { class: 'offscreen' }, `${t(`severity.${severity}`)} ${number}: `), finding.title),
    h('div', { class: 'steps' },
      h('button', { type: 'button', class: 'icon back', 'data-key': 'inspector-previous', 'aria-label': t('findings.previous'), onclick: () => send({ type: 'step', by: -1 }) }),
      h('span', { class: 'position', 'aria-hidden': 'true' }, t('findings.position', { at: at || '–', total: listed.length })),
      h('button', { type: 'button', class: 'icon forth', 'data-key': 'inspector-next', 'aria-label': t('findings.next'), onclick: () => send({ type: 'step', by: 1 }) }),
      h('button', { type: 'button', class: 'icon close', 'data-key': 'inspector-close', 'data-testid': 'inspector-close', 'aria-label': t('inspector.close'), onclick: () => send({ type: 'select', id: null }) })));
}

/**
 * Where another finding tells the cause of this one, too: the way to it.
 *
 * @param {State} state
 * @param {Finding} finding
 * @param {Context} context
 */
function partOf({ index }, { partOf: chief }, { t, select }) {
  const number = chief ? index?.numbers.get(chief) : undefined;
  if (!chief || !number) return null;
  return h('p', { class: 'part-of' }, h('button', { type: 'button', class: 'link', 'data-key': 'part-of', onclick: () => select(chief) }, t('findings.partOf', { number })));
}

/**
 * @param {Finding} finding
 * @param {Context} context
 */
function compared(finding, { t, tryRepairs }) {
  const { expected, found } = finding;
  if (!expected && !found) return null;
  const repair = expectedRepair(finding);
  return h('dl', { class: 'compared' },
    found && h('div', {}, h('dt', {}, t('inspector.found')), h('dd', { class: 'found' }, found)),
    expected && h('div', {}, h('dt', {}, t('inspector.expected')), h('dd', { class: 'expected' }, expected, repair && h('button', {
      type: 'button', class: 'plain try', 'data-key': 'try-expected', 'data-testid': 'try',
      'aria-label': t('inspector.tryLabel', { label: repair.evidence.label, value: expected }), onclick: () => tryRepairs([repair]),
    }, t('inspector.try')))));
}

/**
 * @param {Finding} finding
 * @param {Context} context
 */
function repairs(finding, context) {
  if (!finding.repairs.length) return null;
  const { t } = context;
  return [
    h('h4', {}, t('inspector.repairs')),
    h('ul', { class: 'repairs' }, ways(finding.repairs).map((way, at) => wayToMend(way, at, context))),
    h('p', { class: 'hint' }, t('inspector.repairsHint')),
  ];
}

/**
 * One way to mend: a value, or several that go together.
 *
 * @param {import('../types.js').Repair[]} way
 * @param {number} at
 * @param {Context} context
 */
function wayToMend(way, at, { t, goto, tryRepairs }) {
  const [{ why }] = way;
  const label = way.map(({ evidence, value }) => t('inspector.tryLabel', { label: evidence.label, value })).join(t('summary.separator'));
  return h('li', { class: 'repair' },
    way.map(({ evidence, value }, place) => h('button', {
      type: 'button', class: 'repair-place', 'data-key': `repair-${at}-${place}`, onclick: () => goto(evidence),
    }, h('span', { class: 'repair-label' }, evidence.label),
    h('span', { class: 'repair-values' }, h('span', { class: 'from' }, shorten(evidence.quote) || t('cell.blank')),
      h('span', { class: 'arrow', 'aria-hidden': 'true' }, ' → '), h('span', { class: 'offscreen' }, t('inspector.becomes')), h('b', { class: 'to' }, value)))),
    h('button', { type: 'button', class: 'plain try', 'data-key': `try-${at}`, 'data-testid': 'try', 'aria-label': label, onclick: () => tryRepairs(way) }, t('inspector.try')),
    h('p', { class: 'why' }, why));
}

/**
 * @param {Finding} finding
 * @param {Context} context
 */
function places(finding, { t, goto, edit }) {
  if (!finding.evidence.length) return null;
  return [
    h('h4', {}, t('inspector.places')),
    h('ul', { class: 'places' }, finding.evidence.slice(0, MOST_PLACES).map((evidence, at) => h('li', {}, h('button', {
      type: 'button', class: 'place-button', 'data-key': `place-${at}`, onclick: () => goto(evidence),
    }, h('span', { class: 'place-label' }, evidence.label),
    h('span', { class: 'place-quote', lang: 'zh-CN' }, shorten(evidence.quote) || t('cell.blank'))),
    h('button', {
      type: 'button', class: 'icon pencil', 'data-key': `edit-${at}`, 'data-testid': 'edit',
      title: t('edit.open'), 'aria-label': t('edit.openAt', { label: evidence.label }), onclick: () => edit(evidence.block, false, evidence),
    })))),
  ];
}
