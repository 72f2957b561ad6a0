/** Texts that a person tries in place of what was read. The original is always kept beside them. */

import { magnitude } from './formula.js';
import { grouped } from './numbers.js';

/** @typedef {{ from: string, to: string }} Edit the text as read, and the text that is tried */
/** @typedef {ReadonlyMap<number, Edit>} Edits by block */

/** Longer blocks are no paragraphs and no cells; browsers choke on them in a field. */
export const MOST_EDITED = 20000;

/** How much of the text around a change it takes to know the place. */
const AROUND = 10;

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
 * What differs between two texts, as one stretch in each; of a figure always the whole.
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
  const figure = /[\d.,]/;
  const touched = figure.test(from.slice(start, from.length - end) + to.slice(start, to.length - end));
  while (touched && start > 0 && figure.test(from[start - 1])) start--;
  while (touched && end > 0 && figure.test(from[from.length - end])) end--;
  return { start, fromEnd: from.length - end, toEnd: to.length - end };
}

/**
 * An edit in words: what was replaced by what, and a little of what stands around it.
 *
 * @param {Edit} edit
 * @returns {{ before: string, from: string, to: string, after: string }}
 */
export function inWords(edit) {
  const { start, fromEnd, toEnd } = change(edit);
  const before = edit.from.slice(Math.max(0, start - AROUND), start);
  const after = edit.from.slice(fromEnd, fromEnd + AROUND);
  return { before, from: short(edit.from.slice(start, fromEnd)), to: short(edit.to.slice(start, toEnd)), after };
}

/** @param {string} text */
function short(text) {
  return text.length > 120 ? `${text.slice(0, 60)}……${text.slice(-50)}` : text;
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

/**
 * The texts of the blocks in which several suggested values are tried together.
 *
 * @param {(block: number) => string | undefined} textOf
 * @param {readonly import('./types.js').Repair[]} repairs
 * @returns {Map<number, string>}
 */
export function together(textOf, repairs) {
  /** @type {Map<number, string>} */
  const texts = new Map();
  // From the end of each block, so that the places before stay where they are.
  for (const { evidence, value } of repairs.slice().sort((a, b) => b.evidence.start - a.evidence.start)) {
    const text = texts.get(evidence.block) ?? textOf(evidence.block);
    if (text !== undefined) texts.set(evidence.block, suggested(text, evidence, value));
  }
  return texts;
}

/**
 * Repairs by the way to mend that they belong to: those of one way go together.
 *
 * @param {readonly import('./types.js').Repair[]} repairs
 * @returns {import('./types.js').Repair[][]}
 */
export function ways(repairs) {
  /** @type {Map<number, import('./types.js').Repair[]>} */
  const result = new Map();
  repairs.forEach((repair, at) => {
    const way = repair.way ?? -1 - at;
    result.set(way, (result.get(way) ?? []).concat([repair]));
  });
  return Array.from(result.values());
}

/**
 * What the arithmetic expects, as a repair to try; none where it is no single figure in the place
 * that the finding tells of first, or where the finding has repairs of its own.
 *
 * @param {import('./types.js').Finding} finding
 * @returns {import('./types.js').Repair | null}
 */
export function expectedRepair({ expected, found, evidence, repairs }) {
  const [place] = evidence;
  if (repairs.length || !place || !expected || !found) return null;
  const figure = /^(\d[\d,]*(?:\.\d+)?)\s*[%％]?$/.exec(expected.trim());
  const printed = /^(\d[\d,]*(?:\.\d+)?)\s*[%％]?$/.exec(found.trim());
  if (!figure || !printed || /[%％]/.test(expected) !== /[%％]/.test(found)) return null;
  if (magnitude(place.value ?? place.quote) !== magnitude(printed[1])) return null;
  return { evidence: place, value: figure[1].replace(/,/g, ''), restores: 0, why: '', way: 0 };
}
