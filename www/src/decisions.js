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

/** What the file of decisions says of itself. */
export const SCHEMA = 'gouji-review/1';

/** The most bytes of a file that is looked into for decisions. */
export const MOST_REVIEW = 2 << 20;

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

/**
 * The decisions as the text of a file.
 *
 * @param {Report} report
 * @param {Decisions} decisions
 * @param {ReadonlySet<string>} off
 */
export function write(report, decisions, off) {
  return `${JSON.stringify({
    schema: SCHEMA,
    report: { title: report.title, organization: report.organization, year: report.year },
    off: Array.from(off).sort(),
    decisions: list(decisions),
  }, null, 1)}\n`;
}

/**
 * The decisions about all reports as the text of a file.
 *
 * @param {ReadonlyMap<string, Decisions>} kept by `reportKey`
 * @param {ReadonlySet<string>} off
 */
export function writeAll(kept, off) {
  const reports = Array.from(kept, ([key, decisions]) => ({ key, decisions: list(decisions) })).filter(({ decisions }) => decisions.length);
  return `${JSON.stringify({ schema: SCHEMA, off: Array.from(off).sort(), reports }, null, 1)}\n`;
}

/**
 * The decisions for a file.
 * @param {Decisions} decisions
 */
export const list = (decisions) => Array.from(decisions, ([id, { status, remark: why, code, message }]) => ({ id, status, remark: why, code, message }));

/**
 * The decisions of a file, about one report or about many, or null where it is no such file. Whatever else it holds is left out.
 *
 * @param {string} text
 * @returns {{ decisions: Decisions, kept: Map<string, Decisions>, off: string[], n: number } | null}
 */
export function parse(text) {
  /** @type {any} */
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  if (!data || data.schema !== SCHEMA) return null;
  const decisions = made(data);
  /** @type {Map<string, Decisions>} */
  const kept = new Map();
  for (const each of array(data.reports)) if (each && typeof each.key === 'string') kept.set(each.key, made(each));
  const off = array(data.off).filter((code) => typeof code === 'string' && /^[A-Z]\d{3}$/.test(code));
  return { decisions, kept, off, n: [decisions, ...kept.values()].reduce((sum, { size }) => sum + size, 0) };
}

/**
 * @param {any} data
 * @returns {Decisions}
 */
function made({ decisions }) {
  const known = array(decisions).filter((each) => each && typeof each.id === 'string' && (each.status === 'accepted' || each.status === 'dismissed'));
  return new Map(known.map(({ id, status, remark: why, code, message }) => [id, { status, remark: word(why), code: word(code), message: word(message) }]));
}

/**
 * @param {unknown} value
 * @returns {any[]}
 */
const array = (value) => (Array.isArray(value) ? value : []);

/** @param {unknown} value */
function word(value) {
  return typeof value === 'string' ? value.slice(0, 2000) : '';
}
