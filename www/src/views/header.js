import { h } from '../dom.js';
import { isAssessable } from './summary.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */

/** @type {import('../types.js').Theme[]} */
export const THEMES = ['auto', 'light', 'dark'];

/**
 * The bar at the top: what this is, and the switches.
 *
 * @param {State} state
 * @param {Context} context
 */
export function header(state, { t, send, open, speak }) {
  const large = state.size === 'large';
  return [
    h('h1', { class: 'brand' },
      h('span', { class: 'brand-name' }, t('app.name')),
      h('span', { class: 'brand-tagline' }, t('app.tagline'))),
    isAssessable(state) && !state.batch.listed && sections(t),
    h('div', { class: 'switches' },
      h('button', {
        type: 'button', class: 'quiet', 'data-key': 'help', 'data-testid': 'help', 'aria-label': t('help.open'),
        'aria-haspopup': 'dialog', onclick: () => open('help'),
      }, h('kbd', { 'aria-hidden': 'true' }, '?'), h('span', { class: 'wide' }, t('help.short'))),
      h('button', {
        type: 'button', class: 'quiet', 'data-key': 'size', 'data-testid': 'size', 'aria-pressed': String(large), 'aria-label': t('size.large'),
        onclick: () => send({ type: 'size', size: large ? 'normal' : 'large' }),
      }, h('span', { class: 'size-sign', 'aria-hidden': 'true' }), h('span', { class: 'wide' }, t('size.large'))),
      theme(state, t, send),
      h('button', {
        type: 'button', class: 'quiet', 'data-key': 'lang', 'data-testid': 'lang',
        lang: state.language === 'zh' ? 'en' : 'zh-CN',
        onclick: () => speak(state.language === 'zh' ? 'en' : 'zh'),
      }, t('lang.switch'))),
  ];
}

/**
 * @param {State} state
 * @param {Context['t']} t
 * @param {Context['send']} send
 */
function theme(state, t, send) {
  const next = THEMES[(THEMES.indexOf(state.theme) + 1) % THEMES.length];
  const name = t(`theme.${state.theme}`);
  return h('button', {
    type: 'button', class: 'quiet', 'data-key': 'theme', 'data-testid': 'theme',
    'aria-label': t('theme.label', { name }), onclick: () => send({ type: 'theme', theme: next }),
  }, h('span', { class: `theme-sign theme-${state.theme}`, 'aria-hidden': 'true' }), h('span', { class: 'wide' }, name));
}

/** @param {Context['t']} t */
function sections(t) {
  return h('nav', { class: 'sections', 'aria-label': t('nav.label') },
    h('a', { href: '#report' }, t('nav.report')),
    h('a', { href: '#tables' }, t('nav.tables')),
    h('a', { href: '#coverage' }, t('nav.coverage')),
    h('a', { href: '#findings', class: 'narrow-only' }, t('nav.findings')));
}
