import { h } from '../dom.js';
import { blocks, inline } from '../markdown.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */

/**
 * What the catalogue says about the rule behind a finding, folded away until wanted.
 *
 * @param {State} state
 * @param {{ code: string, rule: string, title: string }} rule
 * @param {Context} context
 */
export function rulePage({ rules }, { code, rule, title }, { t, send }) {
  const page = rules ? rules.get(code) : undefined;
  return h('details', { class: 'rule' },
    h('summary', { 'data-key': 'rule' }, t('inspector.rule'), ' ', h('span', { class: 'code' }, code)),
    h('p', { class: 'rule-name' }, h('strong', {}, title), ' ', h('code', {}, rule)),
    page && page.page.trim() ? h('div', { class: 'rule-page' }, markdown(page.page, code)) : h('p', { class: 'hint' }, t('inspector.noRule')),
    h('p', { class: 'rule-switch' }, h('button', {
      type: 'button', class: 'plain', 'data-key': 'rule-off', 'data-testid': 'rule-off', onclick: () => send({ type: 'rule', code, on: false }),
    }, t('rule.off')), ' ', h('span', { class: 'hint' }, t('rule.offHint'))));
}

/**
 * @param {string} source
 * @param {string} code
 */
function markdown(source, code) {
  return blocks(source).map((block, at) => {
    // Its first heading repeats the name above it.
    if (at === 0 && block.kind === 'heading' && block.text.startsWith(code)) return null;
    if (block.kind === 'list') {
      return h(block.ordered ? 'ol' : 'ul', {}, block.items.map((item) => h('li', {}, pieces(item))));
    }
    if (block.kind === 'code') return h('pre', { tabindex: '0' }, h('code', {}, block.text));
    if (block.kind === 'heading') return h('p', { class: 'rule-heading' }, h('strong', {}, pieces(block.text)));
    if (block.kind === 'quote') return h('blockquote', {}, pieces(block.text));
    return paragraph(block.text);
  });
}

/**
 * A paragraph whose first words, up to a colon, say what it is about.
 * @param {string} text
 */
function paragraph(text) {
  const [, lead = '', rest] = /^([^：:。.]{1,20}[：:])?([^]*)$/.exec(text) ?? [];
  return h('p', {}, lead && h('strong', {}, lead), pieces(rest ?? text));
}

/** @param {string} text */
function pieces(text) {
  return inline(text).map(({ kind, text: words }) => (kind === 'text' ? words : h(kind, {}, words)));
}
