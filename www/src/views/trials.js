import { h } from '../dom.js';
import { outcome } from './outcome.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */

/**
 * A line above the report while texts are tried in it: how many, what came of it, and the way back.
 *
 * @param {State} state
 * @param {Context} context
 */
export function trials(state, context) {
  const { edits, read, original } = state;
  if (!edits.size || !read || !original) return null;
  const { t, send } = context;
  return h('div', { class: 'trials', 'data-testid': 'trials' },
    h('p', {}, h('b', {}, t('edit.count', { n: edits.size })), ' ', outcome(state, context)),
    h('p', { class: 'trials-actions' },
      h('button', { type: 'button', class: 'link', 'data-key': 'trials-copy', onclick: () => context.copyEdits() }, t('edit.copy')),
      h('button', { type: 'button', class: 'link', 'data-key': 'trials-revert', 'data-testid': 'revert-all', onclick: () => send({ type: 'revert', block: null }) }, t('edit.revertAll'))));
}
