import { h } from '../dom.js';
import { blocks, inline } from '../markdown.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('../i18n/index.js').Translate} Translate */

/**
 * What the catalogue says about the rule behind a finding, folded away until wanted.
 *
 * @param {State} state
 * @param {{ code: string, rule: string, title: string }} rule
 * @param {Translate} t
 */
export function rulePage({ rules }, { code, rule, title }, t) {
  const page = rules ? rules.get(code) : undefined;
  return h('details', { class: 'rule' },
    h('summary', {}, t('inspector.rule'), ' ', h('span', { class: 'code' }, code)),
    h('p', { class: 'rule-name' }, title, ' ', h('code', {}, rule)),
    page && page.page.trim() ? h('div', { class: 'rule-page' }, markdown(page.page)) : h('p', { class: 'hint' }, t('inspector.noRule')));
}

/** @param {string} source */
function markdown(source) {
  return blocks(source).map((block) => {
    if (block.kind === 'list') {
      return h(block.ordered ? 'ol' : 'ul', {}, block.items.map((item) => h('li', {}, pieces(item))));
    }
    if (block.kind === 'code') return h('pre', { tabindex: '0' }, h('code', {}, block.text));
    if (block.kind === 'heading') return h('p', { class: 'rule-heading' }, h('strong', {}, pieces(block.text)));
    if (block.kind === 'quote') return h('blockquote', {}, pieces(block.text));
    return h('p', {}, pieces(block.text));
  });
}

/** @param {string} text */
function pieces(text) {
  return inline(text).map(({ kind, text: words }) => (kind === 'text' ? words : h(kind, {}, words)));
}
