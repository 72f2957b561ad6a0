import { h } from '../dom.js';
import { change } from '../edits.js';
import { isDismissed } from '../choosing.js';
import { segments } from '../marks.js';
import { safe } from './safe.js';
import { LIMITS, clip } from '../windows.js';
import { moreButton } from './more.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../report-index.js').FindingMark} FindingMark */
/** @typedef {import('../marks.js').Segment<FindingMark>} MarkSegment */

/** The identifiers of marks that belong to no finding: a place gone to, and what was changed. */
const PLACE = ' place';
const CHANGE = ' change';

/**
 * The text of a block with its marks in place, cut to its window; or the field in which it is
 * being written.
 *
 * @param {State} state
 * @param {import('../types.js').Text} text
 * @param {Context} context
 * @returns {import('../dom.js').Children}
 */
export function block(state, { block: id, text }, context) {
  if (state.editing === id && context.parts) return context.parts.editor(state, id, text, context);
  const name = `block:${id}`;
  const range = clip(text.length, LIMITS.characters, state.windows[name]);
  const marks = marksOf(state, id);
  const cut = { name, total: text.length, limit: LIMITS.characters, range, unit: /** @type {const} */ ('characters') };
  const edit = state.edits.get(id);
  if (!marks.length && !edit && range.to === text.length && range.from === 0) return safe(text);
  return [
    moreButton(context, { ...cut, where: 'before' }),
    segments(range.from, range.to, marks).map((segment) => piece(state, id, text, segment, context)),
    moreButton(context, { ...cut, where: 'after' }),
    edit && context.parts && context.parts.tried(state, id, edit, context),
  ];
}

/**
 * All that the view of a block is made of, in few characters.
 *
 * @param {State} state
 * @param {import('../types.js').Text} text
 */
export function blockSignature(state, { block: id, text }) {
  if (state.editing === id) return `editing ${id}`;
  const range = state.windows[`block:${id}`];
  const marks = marksOf(state, id).map((mark) =>
    [mark.id, mark.start, mark.end, mark.number, mark.first, dismissedMark(state, mark)].join());
  const peeked = state.edits.has(id) ? `${state.peeked === id} ${state.edits.get(id)?.from}` : '';
  return [text, marks.join(';'), range ? `${range.from} ${range.to}` : '', peeked].join('\n');
}

/**
 * @param {State} state
 * @param {number} id
 * @returns {FindingMark[]}
 */
function marksOf({ index, place, edits }, id) {
  const marks = index?.marks.get(id) ?? [];
  const edit = edits.get(id);
  const here = place && place.block === id;
  if (!here && !edit) return marks;
  const extra = { number: 0, severity: /** @type {const} */ ('notice') };
  const more = [];
  if (here) more.push({ ...extra, start: place.start, end: place.end, id: PLACE });
  if (edit) {
    const { start, toEnd } = change(edit);
    more.push({ ...extra, start, end: toEnd, id: CHANGE });
  }
  return marks.concat(more);
}

/**
 * @param {State} state
 * @param {FindingMark} mark
 */
function dismissedMark(state, mark) {
  const finding = mark.number && state.report ? state.report.findings[mark.number - 1] : undefined;
  return finding !== undefined && isDismissed(state, finding);
}

/**
 * @param {State} state
 * @param {number} block
 * @param {string} text
 * @param {MarkSegment} segment
 * @param {Context} context
 */
function piece(state, block, text, segment, context) {
  const words = text.slice(segment.start, segment.end);
  if (!segment.marks.length) return safe(words);
  const findings = segment.marks.filter((mark) => mark.number > 0);
  const place = segment.marks.some((mark) => mark.id === PLACE) ? ' place' : '';
  const changed = segment.marks.some((mark) => mark.id === CHANGE);
  const shown = changed && words ? h('ins', { class: 'changed' }, safe(words)) : safe(words);
  if (findings.length) return findingMark(state, `mark-${block}-${segment.start}`, words, shown, segment, findings, place, context);
  if (place) return h('mark', { class: `mark${place}${words ? '' : ' empty'}`, tabindex: '-1', 'data-place': true, 'data-key': 'place' }, shown);
  return shown;
}

/**
 * @param {State} state
 * @param {string} key
 * @param {string} words
 * @param {import('../dom.js').Children} shown
 * @param {MarkSegment} segment
 * @param {FindingMark[]} findings
 * @param {string} place
 * @param {Context} context
 */
function findingMark(state, key, words, shown, segment, findings, place, { t, choose }) {
  const first = findings.filter((mark) => mark.first);
  const open = first.filter((mark) => !dismissedMark(state, mark));
  const chief = open[0] ?? first[0];
  const muted = first.length > 0 && !open.length ? ' dismissed' : '';
  const label = chief ? `${chief.severity} first` : 'other';
  const ending = open.filter((mark) => segment.ending.includes(mark));
  return h('mark', {
    class: `mark ${label}${muted}${place}${/^\S{0,16}$/.test(words) ? ' short' : ''}${words ? '' : ' empty'}`,
    'data-key': key,
    'data-finding': unique(findings).join(' '),
    'data-first': unique(first).join(' ') || null,
    'data-severity': findings[0].severity,
    'data-place': place !== '',
    'data-sign': ending.map((mark) => `${t(`sign.${mark.severity}`)}${mark.number}`).join(' ') || null,
    role: 'button',
    tabindex: chief ? '0' : '-1',
    'aria-label': chief && t('report.mark', {
      sign: t(`severity.${chief.severity}`), number: chief.number, quote: words.replace(/\s+/g, ' ').trim() || t('cell.blank'), message: message(state, chief),
    }),
    onclick: () => choose(unique(open.concat(first, findings))),
  }, shown);
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
