import { h, replace } from '../dom.js';
import { LIMITS, clip } from '../windows.js';
import { block } from './block.js';
import { grid } from './grid.js';
import { moreButton } from './more.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../types.js').Part} Part */
/** @typedef {import('../types.js').Report} Report */

/**
 * The report as read, with its marks in place.
 *
 * @param {State} state
 * @param {Context} context
 */
export function report(state, context) {
  const { report: read } = state;
  if (!read) return null;
  const { t } = context;
  const range = clip(read.parts.length, LIMITS.parts, state.windows.parts);
  const cut = { name: 'parts', total: read.parts.length, limit: LIMITS.parts, range, unit: /** @type {const} */ ('parts') };
  const outline = outlineOf(read);
  return [
    h('div', { class: 'pane-head' }, h('h2', {}, t('report.heading')), h('p', { class: 'hint' }, t('report.hint'))),
    h('div', { class: 'paper', lang: 'zh-CN' },
      moreButton(context, { ...cut, where: 'before' }),
      read.parts.slice(range.from, range.to).map((part, at) => one(state, part, range.from + at, outline, context)),
      moreButton(context, { ...cut, where: 'after' })),
  ];
}

/**
 * @param {State} state
 * @param {Part} part
 * @param {number} at
 * @param {Outline} outline
 * @param {Context} context
 */
function one(state, part, at, { levels, title }, context) {
  if (part.kind === 'grid') return grid(state, part.rows, at, context);
  if (part.kind === 'picture') return picture(state, part.text, context);
  if (!part.text.text.trim()) return null;
  const level = levels.get(part.text.block);
  const name = level ? /** @type {'h3'} */ (`h${level}`) : 'p';
  return h(name, { 'data-block': part.text.block, class: part.text.block === title ? 'doc-title' : level ? 'doc-heading' : 'doc-text' },
    block(state, part.text, context));
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

/**
 * Draws one block of the report anew, as after a place was lit or put out in it.
 *
 * @param {HTMLElement} root
 * @param {State} state
 * @param {number} id
 * @param {Context} context
 */
export function redrawBlock(root, state, id, context) {
  const element = root.querySelector(`[data-block="${id}"]`);
  const home = state.index?.homes.get(id);
  if (element instanceof HTMLElement && home) replace(element, block(state, home.text, context));
}
