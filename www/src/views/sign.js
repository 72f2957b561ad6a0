import { h } from '../dom.js';

/**
 * The sign of a severity: one character in a shape of its own, so that colour is never alone.
 *
 * @param {import('../types.js').Severity} severity
 * @param {import('../i18n/index.js').Translate} t
 * @param {number} [number]  the finding's number
 */
export function sign(severity, t, number) {
  return h('span', { class: `sign sign-${severity}`, 'aria-hidden': 'true' }, t(`sign.${severity}`), number ?? null);
}
