/** What one click puts on the clipboard. */

import { findingText } from '../checklist.js';
import { inWords } from '../edits.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {import('../i18n/index.js').Translate} Translate */
/** @typedef {import('../i18n/index.js').Key} Key */

/**
 * One finding, as it stands in the list of what to correct.
 *
 * @param {import('../types.js').Finding} finding
 * @param {State} state
 * @param {Translate} t
 * @returns {Promise<Key>} what to say of it
 */
export function copyFinding(finding, { index, decisions }, t) {
  const number = index?.numbers.get(finding.id) ?? 0;
  return copy(findingText(finding, number, t, decisions)).then(said);
}

/**
 * What was tried, a change to a line.
 *
 * @param {State} state
 * @param {Translate} t
 * @returns {Promise<Key>} what to say of it
 */
export function copyEdits({ edits }, t) {
  const blank = t('cell.blank');
  const lines = Array.from(edits.values(), inWords)
    .map(({ before, from, to, after }) => t('edit.line', { before, from: from || blank, to: to || blank, after }));
  return copy(lines.join('\n')).then(said);
}

/** What to say of a copy. @type {(done: boolean) => Key} */
export const said = (done) => (done ? 'status.copied' : 'status.notCopied');

/**
 * Puts text on the clipboard.
 *
 * @param {string} text
 * @returns {Promise<boolean>} whether it is there
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/**
 * The way of pages from disk and of frames, where the clipboard itself is out of reach.
 * @param {string} text
 */
function copyBySelection(text) {
  const area = document.createElement('textarea');
  const before = document.activeElement;
  area.value = text;
  area.className = 'offscreen';
  document.body.appendChild(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}
