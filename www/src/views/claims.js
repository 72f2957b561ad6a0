import { h, replace } from '../dom.js';
import { LIMITS, clip } from '../windows.js';
import { snippet } from './snippet.js';
import { moreButton } from './more.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../types.js').Claim} Claim */

/**
 * The relations that the text states, by how they ended.
 *
 * @param {State} state
 * @param {Context} context
 */
export function claims(state, context) {
  const { report } = state;
  if (!report) return null;
  const { t } = context;
  const all = report.claims;
  const sorts = /** @type {const} */ (['violated', 'undecided', 'holds']);
  return [
    h('h3', {}, t('claims.heading')),
    h('p', { class: 'hint' }, t(all.length ? 'claims.hint' : 'claims.none')),
    sorts.map((sort) => {
      const list = all.filter((claim) => outcome(claim) === sort);
      return list.length > 0 && group(state, list, sort, context);
    }),
  ];
}

/** @param {Claim} claim */
function outcome({ holds }) {
  if (holds == null) return 'undecided';
  return holds ? 'holds' : 'violated';
}

/**
 * @param {State} state
 * @param {Claim[]} list
 * @param {'holds' | 'undecided' | 'violated'} sort
 * @param {Context} context
 */
function group(state, list, sort, context) {
  const name = `claims:${sort}`;
  const range = clip(list.length, LIMITS.chips, state.windows[name]);
  const open = sort !== 'holds' || state.windows[name] !== undefined;
  const lines = () => [
    h('ul', { class: 'claims' }, list.slice(range.from, range.to).map((claim) => h('li', {},
      h('span', { class: 'kind' }, kind(claim.kind, context)), claim.evidence.map((evidence) => snippet(state, evidence, context))))),
    moreButton(context, { name, total: list.length, limit: LIMITS.chips, range, unit: 'chips', where: 'after' }),
  ];
  // What is folded away is made when it is opened: these are the most elements of the page.
  const body = h('div', {}, open && lines());
  return h('details', { class: 'fold', open, 'data-key': name, ontoggle: () => body.firstChild || replace(body, lines()) },
    h('summary', {}, context.t(`claims.${sort}`, { n: list.length })), body);
}

/**
 * @param {string} name
 * @param {Context} context
 */
function kind(name, { t }) {
  const key = /** @type {import('../i18n/index.js').Key} */ (`kind.${name}`);
  const words = t(key);
  return words === key ? t('kind.other') : words;
}
