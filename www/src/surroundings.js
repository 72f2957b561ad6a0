/** What stands around the views and follows the state: labels, title, phase, the status line. */

import { attribute } from './dom.js';
import { tag } from './i18n/index.js';
import { outcome } from './views/outcome.js';
import { isAssessable, sentence } from './views/summary.js';

/** The windows that can stand over the page. */
export const DIALOGS = /** @type {const} */ (['help', 'take', 'limits', 'lastYear', 'whole']);

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./views/context.js').Context} Context */
/** @typedef {import('./frame.js').Frame} Frame */

/**
 * @param {Frame} frame
 * @param {State} state
 * @param {State | null} before
 * @param {Context} context
 */
export function surroundings(frame, state, before, context) {
  if (!before || before.language !== state.language) labels(frame, state, context);
  attribute(frame.main, 'data-view', state.batch.listed ? 'files' : 'report');
  attribute(frame.main, 'data-phase', state.phase);
  attribute(frame.main, 'data-result', state.report === null ? (state.batch.docs.length ? 'files' : 'none') : isAssessable(state) ? 'report' : 'note');
  attribute(frame.skip, 'href', state.report === null ? '#intake' : '#result');
  const words = status(state, context);
  if (frame.status.textContent !== words) frame.status.textContent = words;
  frame.status.classList.toggle('shown', state.notice !== '' || state.phase === 'reading' || state.phase === 'checking');
  dialogs(frame, state);
}

/**
 * Opens and closes the windows. Where the browser knows no such windows they stand at the end of
 * the page.
 *
 * @param {Frame} frame
 * @param {State} state
 */
function dialogs(frame, { dialog }) {
  for (const name of DIALOGS) {
    const element = frame[name];
    if (dialog === name && !element.open) element.showModal ? element.showModal() : element.setAttribute('open', '');
    if (dialog !== name && element.open) element.close ? element.close() : element.removeAttribute('open');
  }
}

/**
 * @param {Frame} frame
 * @param {State} state
 * @param {Context} context
 */
function labels(frame, state, { t }) {
  document.documentElement.lang = tag(state.language);
  document.title = t('app.title');
  frame.skip.textContent = t('app.skip');
  frame.drop.textContent = t('intake.drop');
  const named = /** @type {const} */ ({
    intake: 'intake.paste', summary: 'summary.heading', findings: 'findings.heading', inspector: 'inspector.heading',
    report: 'report.heading', tables: 'tables.heading', coverage: 'coverage.heading', files: 'files.label',
  });
  for (const slot of /** @type {(keyof typeof named)[]} */ (Object.keys(named))) {
    frame[slot].setAttribute('aria-label', t(named[slot]));
  }
}

/**
 * The one sentence of the status line.
 *
 * @param {State} state
 * @param {Context} context
 */
function status(state, { t }) {
  if (state.notice) return state.notice;
  if (state.phase === 'reading') return t('status.reading');
  if (state.phase === 'checking' && state.slow && state.progress && state.progress.stage === 'loading') return t('status.loading');
  if (state.phase === 'checking') return t(state.slow ? 'status.slow' : 'status.checking');
  if (state.selected !== null && state.report && state.index) {
    const number = state.index.numbers.get(state.selected) ?? 0;
    const { findings } = state.report;
    return t('status.finding', { number, total: findings.length, message: findings[number - 1].message });
  }
  if (state.edits.size) return `${t('edit.count', { n: state.edits.size })} ${outcome(state, { t })}`;
  if (state.phase === 'done') return t('status.done', { summary: sentence(state, t) });
  return '';
}
