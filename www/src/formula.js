/**
 * A sum written out, cut into figures and signs, each figure tied to the place where it is
 * printed.
 */

/** @typedef {import('./types.js').Evidence} Evidence */

/**
 * @typedef {object} Token
 * @property {'figure' | 'sign' | 'word'} kind
 * @property {string} text
 * @property {Evidence=} evidence  the place of a figure; absent for what was recomputed
 */

const FIGURE = /\d[\d,]*(?:\.\d+)?/g;

/**
 * Cuts `formula` into tokens and gives each figure the first place not yet used that holds its
 * value; when all such places are used, the first of them again.
 *
 * @param {string} formula
 * @param {readonly Evidence[]} places
 * @returns {Token[]}
 */
export function tokens(formula, places) {
  const used = new Set();
  /** @type {Token[]} */
  const result = [];
  let at = 0;
  for (const match of formula.matchAll(FIGURE)) {
    const index = match.index ?? 0;
    if (index > at) result.push(...signs(formula.slice(at, index)));
    result.push({ kind: 'figure', text: match[0], evidence: place(match[0], places, used) });
    at = index + match[0].length;
  }
  if (at < formula.length) result.push(...signs(formula.slice(at)));
  return result;
}

/**
 * @param {string} text
 * @returns {Token[]}
 */
function signs(text) {
  return text
    .split(/(\s*[=≠<>≤≥≈+\-−×÷*/]\s*)/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ kind: /^\s*[=≠<>≤≥≈+\-−×÷*/]\s*$/.test(piece) ? 'sign' : 'word', text: piece }));
}

/**
 * @param {string} figure
 * @param {readonly Evidence[]} places
 * @param {Set<Evidence>} used
 * @returns {Evidence | undefined}
 */
function place(figure, places, used) {
  const wanted = magnitude(figure);
  const same = places.filter((evidence) => magnitude(evidence.value ?? evidence.quote) === wanted);
  const found = same.find((evidence) => !used.has(evidence)) ?? same[0];
  if (found) used.add(found);
  return found;
}

/**
 * A decimal without sign, separators and idle zeros, so that 1,060.0 and 1060 are the same.
 *
 * @param {string} text
 * @returns {string}
 */
export function magnitude(text) {
  const plain = text.trim().replace(/^[-−+]/, '').replace(/[,，\s]/g, '').replace(/[%％]$/, '');
  const [whole, fraction = ''] = plain.split('.');
  const digits = whole.replace(/^0+(?=\d)/, '');
  const rest = fraction.replace(/0+$/, '');
  return rest ? `${digits}.${rest}` : digits;
}
