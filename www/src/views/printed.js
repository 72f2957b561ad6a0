import { h } from '../dom.js';
import { findingText } from '../checklist.js';
import { visible } from '../choosing.js';

/** Paper has an end: beyond this the list says how many are left out. */
const MOST = 500;

/**
 * The findings as a numbered list before the printed report, where there is no panel to open.
 *
 * @param {import('./context.js').State} state
 * @param {import('./context.js').Context} context
 */
export function printed(state, { t }) {
  const { report, index } = state;
  if (!report || !index || !report.findings.length) return null;
  const listed = visible(state).slice(0, MOST);
  return [
    h('h2', {}, t('print.findings')),
    listed.map((finding) => h('pre', { class: 'printed-item' }, findingText(finding, index.numbers.get(finding.id) ?? 0, t, state.decisions))),
  ];
}
