import { h } from '../dom.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('../types.js').Finding} Finding */

/** The longest remark. */
const MOST = 500;

/**
 * What a person says to a finding: to be mended, or no fault, and why. Saying it again takes it back.
 *
 * @param {State} state
 * @param {Finding} finding
 * @param {Context} context
 */
export function decision(state, finding, context) {
  const { t } = context;
  const made = state.decisions.get(finding.id);
  return h('div', { class: 'decision', role: 'group', 'aria-label': t('decision.label') },
    h('div', { class: 'decision-buttons' },
      button(finding, made, 'accepted', context),
      button(finding, made, 'dismissed', context),
      h('button', { type: 'button', class: 'quiet', 'data-key': 'copy', 'data-testid': 'copy', onclick: () => context.copyOne(finding) }, t('inspector.copy'))),
    made && remark(finding, made, context));
}

/**
 * @param {Finding} finding
 * @param {import('../decisions.js').Decision | undefined} made
 * @param {'accepted' | 'dismissed'} status
 * @param {Context} context
 */
function button({ id }, made, status, { t, send }) {
  const on = made !== undefined && made.status === status;
  return h('button', {
    type: 'button', class: `plain decide ${status}`, 'data-key': status, 'data-testid': status, 'aria-pressed': String(on),
    'aria-keyshortcuts': status === 'accepted' ? 'A' : 'X',
    onclick: () => send({ type: 'decide', id, status: on ? null : status }),
  }, t(status === 'accepted' ? 'decision.accept' : 'decision.dismiss'));
}

/**
 * @param {Finding} finding
 * @param {import('../decisions.js').Decision} made
 * @param {Context} context
 */
function remark({ id }, made, { t, send }) {
  const input = h('input', {
    type: 'text', class: 'remark', 'data-key': 'remark', 'data-testid': 'remark', maxlength: MOST, value: made.remark,
    placeholder: t('decision.remark'), 'aria-label': t('decision.remark'),
    oninput: () => send({ type: 'remark', id, text: input.value }),
  });
  return input;
}
