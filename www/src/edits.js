/** Texts that a person tries in place of what was read. The original is always kept beside them. */

import { magnitude } from './formula.js';
import { grouped } from './numbers.js';

/** @typedef {{ from: string, to: string }} Edit the text as read, and the text that is tried */
/** @typedef {ReadonlyMap<number, Edit>} Edits by block */

/** @type {Edits} */
export const NONE = new Map();

/**
 * @param {Edits} edits
 * @param {number} block
 * @param {string} from  the text of the block as read
 * @param {string} text  the text to try
 * @returns {Edits}
 */
export function edit(edits, block, from, text) {
  const next = new Map(edits);
  if (text === from) next.delete(block);
  else next.set(block, { from, to: text });
  return next;
}

/**
 * @param {Edits} edits
 * @param {number} block
 * @returns {Edits}
 */
export function revert(edits, block) {
  const next = new Map(edits);
  next.delete(block);
  return next;
}

/**
 * As the engine wants them.
 * @param {Edits} edits
 */
export function forEngine(edits) {
  return Array.from(edits, ([block, { to }]) => ({ block, text: to }));
}

/**
 * What differs between two texts, as one stretch in each.
 *
 * @param {Edit} edit
 * @returns {{ start: number, fromEnd: number, toEnd: number }}
 */
export function change({ from, to }) {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start++;
  let end = 0;
  while (end < most - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
  return { start, fromEnd: from.length - end, toEnd: to.length - end };
}

/**
 * A stretch of a text with a little around it.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
export function around(text, start, end) {
  const from = Math.max(0, start - 12);
  const to = Math.min(text.length, Math.max(end, start) + 12);
  return `${from > 0 ? '……' : ''}${text.slice(from, to)}${to < text.length ? '……' : ''}`;
}

/**
 * The text of a block with a suggested value in its place; what stands around the figure stays,
 * and thousands are parted where they were.
 *
 * @param {string} text
 * @param {{ start: number, end: number, quote: string, value?: string | null }} evidence
 * @param {string} value
 */
export function suggested(text, { start, end, quote, value: printed }, value) {
  const wanted = printed == null ? null : magnitude(printed);
  for (const match of quote.matchAll(/\d[\d,，]*(?:\.\d+)?/g)) {
    if (wanted === null || magnitude(match[0]) !== wanted || value.startsWith('-')) continue;
    const at = start + (match.index ?? 0);
    const [whole, fraction] = value.split('.');
    const written = /[,，]/.test(match[0]) ? [grouped(Number(whole)), fraction].filter(Boolean).join('.') : value;
    return text.slice(0, at) + written + text.slice(at + match[0].length);
  }
  return text.slice(0, start) + value + text.slice(end);
}
