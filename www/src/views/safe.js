import { h } from '../dom.js';

/** Characters that turn the direction of what follows them: a number could be shown backwards. */
const CONTROLS = /([\u202a-\u202e\u2066-\u2069])/;

/**
 * Text in which every control of direction is shut into an element of its own, where it has no
 * power over its neighbours and shows its code. The characters remain the same.
 *
 * @param {string} text
 * @returns {import('../dom.js').Children}
 */
export function safe(text) {
  if (!CONTROLS.test(text)) return text;
  return text.split(CONTROLS).map((piece) => (CONTROLS.test(piece)
    ? h('span', { class: 'control', 'data-code': `U+${piece.charCodeAt(0).toString(16).toUpperCase()}` }, piece)
    : piece));
}
