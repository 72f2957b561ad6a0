import { h } from '../dom.js';
import { zh } from '../i18n/zh.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */

/** Failures of the engine itself, whatever the report. */
const STOPPED = ['unusable', 'unavailable'];

/**
 * Why something was not checked, in one calm sentence.
 *
 * @param {State} state
 * @param {Context} context
 */
export function failure({ failure: what, report, boxed }, { t }) {
  if (!what) return null;
  const key = `error.${what.code}`;
  // What the engine has read, it says itself; the rest is the page's to say.
  const text = what.message || (key in zh ? t(/** @type {import('../i18n/index.js').Key} */ (key)) : t('error.crashed'));
  return h('div', { class: 'failure-inner' },
    h('h2', {}, t(STOPPED.includes(what.code) ? 'error.stopped' : 'error.heading')),
    h('p', {}, text),
    boxed && boxed.text && h('p', { class: 'hint' }, t('error.kept')),
    report && h('p', { class: 'hint' }, t('error.previous')));
}
