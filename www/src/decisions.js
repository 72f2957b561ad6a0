/**
 * What a person decides about findings, and what can be taken back. All here are values: every
 * change gives a new one, so that a step back is the value from before.
 */

/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').Finding} Finding */

/**
 * @typedef {object} Decision
 * @property {'accepted' | 'dismissed'} status  to be mended, or not a fault
 * @property {string} remark                    why, where a person says so
 * @property {string} code                      the rule's code
 * @property {string} message                   what the finding said when it was decided
 */

/** @typedef {Map<string, Decision>} Decisions by finding */

/**
 * One thing that was done, as it was before: what a step back restores.
 * @typedef {{ edits: import('./edits.js').Edits, decisions: Decisions, off: ReadonlySet<string> }} Step
 */

/** So many steps can be taken back. */
const MOST_STEPS = 200;

/**
 * @param {Step[]} past
 * @param {Step} step
 * @returns {Step[]}
 */
export function remembered(past, { edits, decisions, off }) {
  return past.slice(-MOST_STEPS + 1).concat([{ edits, decisions, off }]);
}

/**
 * @param {Decisions} decisions
 * @param {Finding} finding
 * @param {Decision['status'] | null} status  null takes the decision back
 * @returns {Decisions}
 */
export function decide(decisions, finding, status) {
  const next = new Map(decisions);
  if (status === null) next.delete(finding.id);
  else next.set(finding.id, { status, remark: decisions.get(finding.id)?.remark ?? '', code: finding.code, message: finding.message });
  return next;
}

/**
 * @param {Decisions} decisions
 * @param {string} id
 * @param {string} remark
 * @returns {Decisions}
 */
export function remark(decisions, id, remark) {
  const decision = decisions.get(id);
  return decision ? new Map(decisions).set(id, { ...decision, remark }) : decisions;
}

/**
 * Under which name decisions about a report are kept while the page is open: a corrected copy of
 * the same report has the same.
 *
 * @param {{ organization?: string | null, title?: string | null, year?: number | null, source: { name?: string | null } }} report
 */
export function reportKey(report) {
  const who = report.organization ?? report.title ?? report.source.name ?? '';
  return `${who.replace(/\s+/g, '')} ${report.year ?? ''}`;
}

/**
 * A report without the rules that are switched off.
 *
 * @param {Report} report
 * @param {ReadonlySet<string>} off
 * @returns {Report}
 */
export function without(report, off) {
  if (!off.size) return report;
  return {
    ...report,
    findings: report.findings.filter((finding) => !off.has(finding.code)),
    coverage: report.coverage.filter((rule) => !off.has(rule.code)),
  };
}
