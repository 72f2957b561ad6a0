import { h } from '../dom.js';
import { segments } from '../marks.js';
import { safe } from './safe.js';
import { LIMITS, clip } from '../windows.js';
import { moreButton } from './more.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../report-index.js').FindingMark} FindingMark */
/** @typedef {import('../marks.js').Segment<FindingMark>} MarkSegment */

/** The identifier of the mark for a place that belongs to no finding. */
const PLACE = ' place';

/**
 * The text of a block with its marks in place, cut to its window.
 *
 * @param {State} state
 * @param {import('../types.js').Text} text
 * @param {Context} context
 * @returns {import('../dom.js').Children}
 */
export function block(state, { block: id, text }, context) {
  const name = `block:${id}`;
  const range = clip(text.length, LIMITS.characters, state.windows[name]);
  const marks = (state.index?.marks.get(id) ?? []).concat(placeMark(state, id));
  const cut = { name, total: text.length, limit: LIMITS.characters, range, unit: /** @type {const} */ ('characters') };
  if (!marks.length && range.to === text.length && range.from === 0) return safe(text);
  return [
    moreButton(context, { ...cut, where: 'before' }),
    segments(range.from, range.to, marks).map((segment) => piece(state, text, segment, context)),
    moreButton(context, { ...cut, where: 'after' }),
  ];
}

/**
 * @param {State} state
 * @param {number} id
 * @returns {FindingMark[]}
 */
function placeMark({ place }, id) {
  if (!place || place.block !== id) return [];
  return [{ start: place.start, end: place.end, id: PLACE, number: 0, severity: 'notice' }];
}

/**
 * @param {State} state
 * @param {string} text
 * @param {MarkSegment} segment
 * @param {Context} context
 */
function piece(state, text, segment, context) {
  const words = text.slice(segment.start, segment.end);
  if (!segment.marks.length) return safe(words);
  const findings = segment.marks.filter((mark) => mark.id !== PLACE);
  const place = findings.length < segment.marks.length ? ' place' : '';
  if (!findings.length) return h('mark', { class: `mark${place}${words ? '' : ' empty'}`, tabindex: '-1', 'data-place': true }, safe(words));
  return findingMark(state, words, segment, findings, place, context);
}

/**
 * @param {State} state
 * @param {string} words
 * @param {MarkSegment} segment
 * @param {FindingMark[]} findings
 * @param {string} place
 * @param {Context} context
 */
function findingMark(state, words, segment, findings, place, { t, choose }) {
  const first = findings.filter((mark) => mark.first);
  const chief = first[0];
  const label = chief ? `${chief.severity} first` : 'other';
  const ending = first.filter((mark) => segment.ending.includes(mark));
  return h('mark', {
    class: `mark ${label}${place}${/^\S{0,16}$/.test(words) ? ' short' : ''}${words ? '' : ' empty'}`,
    'data-finding': unique(findings).join(' '),
    'data-first': unique(first).join(' ') || null,
    'data-severity': findings[0].severity,
    'data-place': place !== '',
    'data-sign': ending.map((mark) => `${t(`sign.${mark.severity}`)}${mark.number}`).join(' ') || null,
    role: 'button',
    tabindex: chief ? '0' : '-1',
    title: chief ? null : message(state, findings[0]),
    'aria-label': chief && t('report.mark', {
      sign: t(`severity.${chief.severity}`), number: chief.number, quote: words.replace(/\s+/g, ' ').trim() || t('cell.blank'), message: message(state, chief),
    }),
    onclick: () => choose(unique(first.concat(findings))),
  }, safe(words));
}

/** @param {FindingMark[]} marks */
function unique(marks) {
  return Array.from(new Set(marks.map((mark) => mark.id)));
}

/**
 * @param {State} state
 * @param {FindingMark} mark
 */
function message(state, mark) {
  return state.report ? state.report.findings[mark.number - 1].message : '';
}
