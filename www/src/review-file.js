/** The file in which decisions are kept: written to take along, and read again. */

/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./decisions.js').Decisions} Decisions */

/** What the file of decisions says of itself. */
const SCHEMA = 'gouji-review/1';

/** The most bytes of a file that is looked into for decisions. */
const MOST_REVIEW = 2 << 20;

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

/**
 * The decisions of a file that a person has chosen, or null where it is no such file.
 * @param {File} file
 */
export async function readReview(file) {
  return file.size <= MOST_REVIEW ? parse(await file.text().catch(() => '')) : null;
}
