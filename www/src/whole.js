/** A report of the whole among several files, whose figures must be the sums of the others'. It comes with the later parts. */

import { readFile } from './files.js';
import { grouped } from './numbers.js';

/** @typedef {import('./batch.js').Batch} Batch */
/** @typedef {import('./batch.js').Doc} Doc */

/** How a file is named that is likely to be the report of the whole. */
const NAMED = /汇总|总表|全[国省市州盟县区旗]/;

/**
 * The file that is likely to be it: by its name; else the one whose body's name begins those of the others; else the
 * one with the largest figures. Of two years the later one.
 *
 * @param {Batch} batch
 * @returns {Doc | undefined}
 */
export function likelyWhole({ docs }) {
  const bodies = docs.map(({ outcome }) => outcome?.organization || '');
  const weight = (/** @type {Doc} */ { file, outcome }) => {
    const { title = '', organization = '', year = 0, size = 0 } = outcome || {};
    const within = organization ? bodies.filter((body) => body !== organization && body.startsWith(organization)).length : 0;
    return [Number(NAMED.test(file.name) || NAMED.test(title || '')), year || 0, within, size];
  };
  return docs.map((doc) => ({ doc, weight: weight(doc) })).sort((a, b) => compare(b.weight, a.weight)).map(({ doc }) => doc)[0];
}

/**
 * @param {number[]} one
 * @param {number[]} other
 */
function compare(one, other) {
  const at = one.findIndex((value, place) => value !== other[place]);
  return at < 0 ? 0 : one[at] - other[at];
}

/**
 * The names of a list, one a line.
 * @param {string} text
 */
export function namesOf(text) {
  return text.split(/[\r\n]+/).map((line) => line.trim()).filter(Boolean);
}

/**
 * A file of the whole with the others, read. What cannot be read is given as nothing: the core says that it is missing.
 *
 * @param {Batch} batch
 * @param {number} id
 * @param {string[]} names
 * @returns {Promise<import('./batch.js').Whole>}
 */
export async function gathered({ docs }, id, names) {
  const files = docs.filter((doc) => doc.id !== id).map(async ({ file }) => ({
    name: file.name,
    bytes: await readFile(file).catch(() => new Uint8Array()),
  }));
  return { id, bodies: { files: await Promise.all(files), names } };
}

/**
 * What came of adding up, as a line.
 *
 * @param {import('./types.js').Report['bodies'] | null} bodies
 * @param {import('./types.js').Coverage[]} coverage
 * @param {import('./i18n/index.js').Translate} t
 */
export function besideWhole(bodies, coverage, t) {
  if (!bodies) return t('whole.comparing');
  const { holds = 0, violated = 0, undecided = 0 } = coverage.find(({ code }) => code === 'R101') || {};
  const counts = { n: bodies.reports, holds: grouped(holds), violated: grouped(violated), undecided: grouped(undecided) };
  const missing = bodies.missing.length ? [t('whole.missing', { n: bodies.missing.length })] : [];
  const said = bodies.compared ? [t('whole.said', counts)] : undecided ? [t('whole.undecided', counts)] : [];
  // A full stop of Chinese brings its own space.
  return [...said, ...missing, ...bodies.notes].join(' ').replace(/。 /g, '。');
}
