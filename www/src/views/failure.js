import { h } from '../dom.js';
import { zh } from '../i18n/zh.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */

/**
 * Why something was not checked, in one calm sentence.
 *
 * @param {State} state
 * @param {Context} context
 */
export function failure({ failure: what, report, input }, { t }) {
  if (!what) return null;
  const key = `error.${what.code}`;
  // The core's own sentence knows more; a crash has none worth reading.
  const own = what.code === 'crashed' ? '' : what.message;
  const text = own || (key in zh ? t(/** @type {import('../i18n/index.js').Key} */ (key)) : t('error.crashed'));
  return h('div', { class: 'failure-inner' },
    h('h2', {}, t('error.heading')),
    h('p', {}, text),
    (report || (input && input.text)) && h('p', { class: 'hint' }, t('error.kept')));
}
