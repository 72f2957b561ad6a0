import { h } from '../dom.js';
import { inWords } from '../edits.js';
import { safe } from './safe.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */

/**
 * The field in which a block is written. What is typed is checked at once; Enter keeps it, Escape
 * takes back what was typed since the field was opened.
 *
 * @param {State} state
 * @param {number} block
 * @param {string} text
 * @param {Context} context
 */
export function editor(state, block, text, { t, send }) {
  const before = state.edits.get(block)?.to ?? text;
  const area = h('textarea', {
    class: 'editor', 'data-key': `editor-${block}`, rows: 1, spellcheck: 'false', lang: 'zh-CN',
    'aria-label': t('edit.field'), 'data-testid': 'editor',
    oninput: (/** @type {InputEvent} */ event) => {
      fit(area);
      if (!event.isComposing) tell();
    },
    oncompositionend: () => tell(),
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') send({ type: 'edit', block, text: before });
      send({ type: 'edit-open', block: null });
    },
    // Not when the field itself is taken away.
    onblur: () => setTimeout(() => area.isConnected && document.hasFocus() && document.activeElement !== area && send({ type: 'edit-open', block: null })),
  });
  const tell = () => send({ type: 'edit', block, text: area.value });
  area.value = before;
  requestAnimationFrame(() => fit(area));
  return area;
}

/** @param {HTMLTextAreaElement} area */
function fit(area) {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}

/**
 * The sign of a block that was changed; it shows the original, and the way back to it.
 *
 * @param {State} state
 * @param {number} block
 * @param {import('../edits.js').Edit} edit
 * @param {Context} context
 */
export function tried(state, block, edit, { t, send }) {
  const { before, from, after } = inWords(edit);
  const open = state.peeked === block;
  const original = from || t('cell.blank');
  return h('span', { class: 'tried', lang: state.language === 'en' ? 'en' : null },
    h('button', {
      type: 'button', class: 'tried-sign', 'data-key': `tried-${block}`, 'aria-expanded': String(open), title: t('edit.original', { text: before + original + after }),
      'aria-label': t('edit.changed'), onclick: () => send({ type: 'peek', block }),
    }, t('edit.sign')),
    open && h('span', { class: 'tried-original' },
      h('span', {}, t('edit.originalIs')), h('span', { lang: 'zh-CN' }, safe(before), h('del', {}, safe(original)), safe(after)),
      h('button', { type: 'button', class: 'link', 'data-key': `revert-${block}`, onclick: () => send({ type: 'revert', block }) }, t('edit.revert'))));
}
