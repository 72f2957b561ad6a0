import { h } from '../dom.js';
import { grouped } from '../numbers.js';

/**
 * The button that says what is not shown and shows more of it; nothing where all is shown.
 *
 * @param {import('./context.js').Context} context
 * @param {{ name: string, total: number, limit: number, range: import('../types.js').Range,
 *   unit: 'parts' | 'rows' | 'characters' | 'findings' | 'chips' | 'files', where: 'before' | 'after' }} what
 */
export function moreButton({ t, send }, { name, total, limit, range, unit, where }) {
  const hidden = where === 'before' ? range.from : total - range.to;
  if (hidden <= 0) return null;
  return h('button', {
    type: 'button', class: 'more', 'data-key': `more-${name}-${where}`,
    onclick: () => send({ type: 'more', name, total, limit, where }),
  }, t(`more.${where}`, { n: grouped(hidden), unit: t(`unit.${unit}`) }));
}
