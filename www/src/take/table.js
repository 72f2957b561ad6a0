/** The list of corrections as a table for Word, WPS and mail: HTML with its style on the elements. */

import { rows } from './rows.js';

/**
 * Text for HTML.
 * @param {string | number | null | undefined} text
 */
export function escaped(text) {
  return String(text ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** The columns that a person needs in a document. */
const COLUMNS = [0, 1, 2, 4, 9, 6];

/**
 * @param {import('../state.js').State} state
 * @param {import('../types.js').Finding[]} findings
 * @param {import('../i18n/index.js').Translate} t
 * @returns {{ html: string, text: string }}
 */
export function correctionsTable(state, findings, t) {
  const names = [t('column.number'), t('column.severity'), t('column.where'), t('column.message'), t('column.quote'), t('column.expected')];
  const list = rows(state, findings, t).map((row) => COLUMNS.map((at) => row[at]));
  const cell = 'border:1px solid #888;padding:4px 8px;vertical-align:top';
  const line = (/** @type {string} */ name, /** @type {(string | number | null | undefined)[]} */ row) => `<tr>${row.map((value) => `<${name} style="${cell}">${escaped(value)}</${name}>`).join('')}</tr>`;
  const title = escaped(t('copy.heading', { title: state.report?.title ?? t('summary.untitled') }));
  const html = `<p><b>${title}</b></p><table style="border-collapse:collapse;font-size:10.5pt">${line('th', names)}${list.map((row) => line('td', row)).join('')}</table>`;
  return { html, text: [names, ...list].map((row) => row.map((value) => String(value ?? '').replace(/\s+/g, ' ')).join('\t')).join('\n') };
}
