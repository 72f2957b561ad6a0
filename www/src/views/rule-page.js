import { h, replace } from '../dom.js';
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
export function rulePage({ rules }, { code, rule, title }, context) {
  const { t, send } = context;
  const page = rules?.get(code);
  const body = h('div', { class: 'rule-page' }, page && words(page, t));
  return h('details', { class: 'rule', ontoggle: () => body.firstChild || fill(body, code, context) },
    h('summary', { 'data-key': 'rule' }, t('inspector.rule'), ' ', h('span', { class: 'code' }, code)),
    h('p', { class: 'rule-name' }, h('strong', {}, title), ' ', h('code', {}, rule)),
    body,
    h('p', { class: 'rule-switch' }, h('button', {
      type: 'button', class: 'plain', 'data-key': 'rule-off', 'data-testid': 'rule-off', onclick: () => send({ type: 'rule', code, on: false }),
    }, t('rule.off')), ' ', h('span', { class: 'hint' }, t('rule.offHint'))));
}

/**
 * The page of a rule that was asked for before the catalogue had come.
 *
 * @param {HTMLElement} body
 * @param {string} code
 * @param {Context} context
 */
async function fill(body, code, { t, rulePage: ask }) {
  const page = await ask(code);
  replace(body, words(page, t));
}

/**
 * @param {import('../types.js').RulePage | undefined} page
 * @param {Context['t']} t
 */
function words(page, t) {
  return page && page.page.trim() ? markdown(page.page, page.code) : h('p', { class: 'hint' }, t('inspector.noRule'));
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
