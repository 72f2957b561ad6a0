import { h } from '../dom.js';
import { zh } from '../i18n/zh.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */

/** @typedef {import('../types.js').Failure} Failure */

/** Failures of the engine itself, whatever the report. */
const STOPPED = ['unusable', 'unavailable'];

/**
 * What the reader has found, it says itself; the rest is the page's to say.
 *
 * @param {Failure} what
 * @param {Context['t']} t
 */
export function reason({ code, message }, t) {
  const key = `error.${code}`;
  return message || t(key in zh ? /** @type {import('../i18n/index.js').Key} */ (key) : 'error.crashed');
}

/**
 * Why something was not checked, in one calm sentence.
 *
 * @param {State} state
 * @param {Context} context
 */
export function failure({ failure: what, report, boxed }, { t }) {
  if (!what) return null;
  return h('div', { class: 'failure-inner' },
    h('h2', {}, t(STOPPED.includes(what.code) ? 'error.stopped' : 'error.heading')),
    h('p', {}, reason(what, t)),
    boxed && boxed.text && h('p', { class: 'hint' }, t('error.kept')),
    report && h('p', { class: 'hint' }, t('error.previous')));
}
