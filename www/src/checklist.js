/** Findings as plain text, for a chat window or a note. */

import { shorten } from './quotation.js';

/**
 * @param {import('./types.js').Finding} finding
 * @param {number} number
 * @param {import('./i18n/index.js').Translate} t
 * @param {import('./decisions.js').Decisions} [decisions]
 */
export function findingText(finding, number, t, decisions) {
  const severity = t(`severity.${/** @type {import('./types.js').Severity} */ (finding.severity)}`);
  const lines = [t('copy.item', { number, severity, message: finding.message })];
  if (finding.formula) lines.push(t('copy.formula', { formula: finding.formula }));
  if (finding.expected && finding.found) {
    lines.push(t('copy.expected', { expected: finding.expected, found: finding.found }));
  }
  const [first] = finding.evidence;
  if (first) lines.push(t('copy.place', { label: first.label, quote: shorten(first.quote) }));
  for (const { evidence, value, why } of finding.repairs) {
    lines.push(t('copy.repair', { label: evidence.label, from: shorten(evidence.quote), to: value, why }));
  }
  lines.push(t('copy.rule', { code: finding.code, title: finding.title }));
  const remark = decisions?.get(finding.id)?.remark;
  if (remark) lines.push(t('copy.remark', { remark }));
  return lines.join('\n');
}

/**
 * @param {import('./types.js').Report} report
 * @param {import('./types.js').Finding[]} findings
 * @param {(finding: import('./types.js').Finding) => number} numberOf
 * @param {import('./i18n/index.js').Translate} t
 * @param {import('./decisions.js').Decisions} [decisions]
 */
export function checklist(report, findings, numberOf, t, decisions) {
  const title = report.title ?? t('summary.untitled');
  const items = findings.map((finding) => findingText(finding, numberOf(finding), t, decisions));
  return [t('copy.heading', { title }), ...items].join('\n\n');
}
