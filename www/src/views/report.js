import { h, patch } from '../dom.js';
import { LIMITS, clip } from '../windows.js';
import { block, blockSignature } from './block.js';
import { grid } from './grid.js';
import { moreButton } from './more.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../types.js').Part} Part */
/** @typedef {import('../types.js').Report} Report */

/**
 * The report as read, with its marks in place. What has not changed since the last drawing stays.
 *
 * @param {State} state
 * @param {Context} context
 * @param {import('../keep.js').Keeper} keeper
 * @param {boolean} [brief] only so much as a screen shows
 * @returns {HTMLElement[]}
 */
export function report(state, context, keeper, brief = false) {
  const { report: read } = state;
  keeper.begin();
  if (!read) return [];
  const { t } = context;
  const range = clip(read.parts.length, LIMITS.parts, state.windows.parts);
  const cut = { name: 'parts', total: read.parts.length, limit: LIMITS.parts, range, unit: /** @type {const} */ ('parts') };
  const outline = outlineOf(read);
  const long = read.parts.length > LONG;
  const paper = keeper.keep('paper', String(long), () => h('div', { class: long ? 'paper long' : 'paper', lang: 'zh-CN' }));
  patch(paper, elements([
    moreButton(context, { ...cut, where: 'before' }),
    ...read.parts.slice(range.from, brief ? screenful(read.parts, range) : range.to).map((part, at) => one(state, part, range.from + at, outline, context, keeper)),
    !brief && moreButton(context, { ...cut, where: 'after' }),
  ]));
  const head = keeper.keep('head', state.language, () =>
    h('div', { class: 'pane-head' }, h('h2', {}, t('report.heading')), h('p', { class: 'hint' }, t('report.hint'))));
  return elements([head, context.parts && context.parts.trials(state, context), paper]);
}

/** From so many parts on it is worth not to lay out those that are out of sight. */
const LONG = 400;

/** So many letters, and at most so many parts, fill a large screen. */
const SCREENFUL = { letters: 1200, parts: 40 };

/**
 * The end of the parts that a screen shows.
 *
 * @param {Part[]} parts
 * @param {import('../types.js').Range} range
 */
function screenful(parts, { from, to }) {
  let letters = 0;
  let end = from;
  while (end < to && end < from + SCREENFUL.parts && letters < SCREENFUL.letters) {
    const part = parts[end++];
    letters += part.kind === 'grid' ? SCREENFUL.letters : part.text.text.length;
  }
  return end;
}

/** @param {(HTMLElement | null | false)[]} list @returns {HTMLElement[]} */
function elements(list) {
  return /** @type {HTMLElement[]} */ (list.filter(Boolean));
}

/**
 * @param {State} state
 * @param {Part} part
 * @param {number} at
 * @param {Outline} outline
 * @param {Context} context
 * @param {import('../keep.js').Keeper} keeper
 */
function one(state, part, at, { levels, title }, context, keeper) {
  if (part.kind === 'grid') return grid(state, part.rows, at, context, keeper);
  const { text } = part;
  const signature = `${state.language} ${blockSignature(state, text)}`;
  if (part.kind === 'picture') return keeper.keep(`picture ${at}`, signature, () => picture(state, text, context));
  if (!text.text.trim() && state.editing !== text.block && !state.edits.has(text.block)) return null;
  const level = levels.get(text.block);
  const name = level ? /** @type {'h3'} */ (`h${level}`) : 'p';
  const sort = text.block === title ? 'doc-title' : level ? 'doc-heading' : 'doc-text';
  return keeper.keep(`part ${at}`, `${name} ${sort} ${signature}`, () =>
    h(name, { 'data-block': text.block, class: sort }, block(state, text, context)));
}

/**
 * @param {State} state
 * @param {import('../types.js').Text} text
 * @param {Context} context
 */
function picture(state, text, context) {
  const { t } = context;
  return h('div', { class: 'picture', role: 'note', lang: state.language === 'en' ? 'en' : null },
    h('span', { class: 'picture-sign', 'aria-hidden': 'true' }),
    h('span', {}, `${t('report.picture')} `),
    h('span', { 'data-block': text.block, class: 'picture-name' }, block(state, text, context)),
    h('span', { class: 'hint' }, t('report.pictureNote')));
}

/**
 * The headings on this page: the source's own and the statutory ones, below the page's, no level
 * skipped; and the block of the title.
 *
 * @typedef {{ levels: Map<number, number>, title: number | undefined }} Outline
 * @param {Report} read
 * @returns {Outline}
 */
export function outlineOf(read) {
  /** @type {Map<number, string>} */
  const sections = new Map(read.sections.map(({ heading }) => [heading.block, plain(heading.text)]));
  const title = titleBlock(read);
  /** @type {Map<number, number>} */
  const levels = new Map();
  let before = 2;
  for (const part of read.parts) {
    if (part.kind === 'grid' || part.kind === 'picture' || !part.text.text.trim()) continue;
    const wanted = part.text.block === title ? 3 : wantedLevel(part, sections);
    if (!wanted) continue;
    before = Math.min(wanted, before + 1, 6);
    levels.set(part.text.block, before);
  }
  return { levels, title };
}

/**
 * @param {Extract<Part, { kind: 'heading' | 'paragraph' }>} part
 * @param {Map<number, string>} sections
 */
function wantedLevel(part, sections) {
  const heading = sections.get(part.text.block);
  // A line that goes on after the heading is text.
  if (heading !== undefined && plain(part.text.text).length <= heading.length + 4) return 4;
  return part.kind === 'heading' ? Math.max(3, part.level + 2) : 0;
}

/**
 * The block of the title: the first that reads like it.
 * @param {Report} read
 */
function titleBlock(read) {
  if (!read.title) return undefined;
  const title = plain(read.title);
  for (const part of read.parts) {
    if (part.kind !== 'grid' && plain(part.text.text) === title) return part.text.block;
  }
  return undefined;
}

/** @param {string} text */
function plain(text) {
  return text.replace(/\s+/g, '');
}
