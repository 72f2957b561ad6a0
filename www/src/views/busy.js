import { h } from '../dom.js';

/**
 * A thin line while something is being done, and a way to stop it when it takes long.
 *
 * @param {import('./context.js').State} state
 * @param {import('./context.js').Context} context
 */
export function busy({ phase, slow, progress }, { t, cancel }) {
  if (phase !== 'reading' && phase !== 'checking') return null;
  const counted = phase === 'checking' && progress && progress.total > 0;
  return [
    h('span', { class: 'busy-line', 'aria-hidden': 'true' }),
    slow && counted && h('progress', { class: 'busy-progress', max: progress.total, value: progress.done, 'aria-label': t('status.loading') }),
    slow && h('button', { type: 'button', class: 'plain', 'data-key': 'cancel', onclick: cancel }, t('status.cancel')),
  ];
}
