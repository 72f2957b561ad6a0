import { h } from '../dom.js';
import { shorten } from '../quotation.js';

/** How much of the text around a number it takes to know which one it is. */
const AROUND = 14;

/**
 * A number with a little of the text around it; leads to its place.
 *
 * @param {import('./context.js').State} state
 * @param {import('../types.js').Evidence} evidence
 * @param {import('./context.js').Context} context
 */
export function snippet({ index }, evidence, { t, goto }) {
  const text = index?.homes.get(evidence.block)?.text.text ?? '';
  const before = text.slice(Math.max(0, evidence.start - AROUND), evidence.start).replace(/^.*[。；;，,、|\n]/s, '');
  const after = text.slice(evidence.end, evidence.end + AROUND).replace(/[。；;，,、|\n].*$/s, '');
  return h('button', { type: 'button', class: 'snippet', lang: 'zh-CN', title: t('inspector.goto', { label: evidence.label }), onclick: () => goto(evidence) },
    h('span', {}, before), h('b', {}, shorten(evidence.quote)), h('span', {}, after));
}
