import { h } from '../dom.js';
import { tokens } from '../formula.js';

/** @typedef {import('../types.js').Evidence} Evidence */
/** @typedef {import('./context.js').Context} Context */

/**
 * A sum written out, each printed figure a link to its place.
 *
 * @param {string} formula
 * @param {Evidence[]} places
 * @param {Context} context
 */
export function sum(formula, places, context) {
  return h('p', { class: 'sum' }, tokens(formula, places).map(({ kind, text, evidence }) => {
    if (kind === 'figure' && evidence) return figure(text, evidence, context);
    return h('span', { class: kind === 'sign' ? `operator${/[≠<>]/.test(text) ? ' broken' : ''}` : kind }, kind === 'sign' ? text.trim() : text);
  }));
}

/**
 * @param {string} text
 * @param {Evidence} evidence
 * @param {Context} context
 */
function figure(text, evidence, { t, goto }) {
  return h('button', {
    type: 'button', class: 'figure link', title: evidence.label,
    'aria-label': `${text}, ${t('inspector.goto', { label: evidence.label })}`, onclick: () => goto(evidence),
  }, text);
}
