/** Checks a live page and marks its faults in place, without a change to its elements. */

import { problem } from '../src/problems.js';
import { canMark, createMarks, reveal } from './highlight.js';
import { errorOf, lastYearOf } from './input.js';

/**
 * @typedef {import("../pkg/gouji.js").Report} Report
 * @typedef {import("../pkg/gouji.js").Finding} Finding
 * @typedef {{ block: number, start: number, end: number }} Place
 *
 * @typedef {object} CheckedPage
 * @property {Report} report
 * @property {Element} element What was read.
 * @property {boolean} marked Whether the faults are marked in the page; old browsers can only scroll there.
 * @property {(place: Place) => Range | null} range A place of the report as a range of the page.
 * @property {(finding: Finding | null) => boolean} choose Lights a finding and scrolls to it; tells whether it has
 *   a place that shows.
 * @property {(x: number, y: number) => Finding | null} at The finding marked at a point of the window.
 * @property {() => void} clear Takes all marks away.
 */

/**
 * @param {() => Promise<typeof import("./gouji-page.js")>} load
 */
export function createPages(load) {
  return {
    /**
     * @param {Element} element
     * @param {{ language?: "zh" | "en", marks?: boolean, lastYear?: import("./input.js").Input }} [options]
     * @returns {Promise<CheckedPage>}
     */
    async checkPage(element, { language = 'zh', marks = true, lastYear } = {}) {
      const { live, report } = await checked(load, element, { language, lastYear: await lastYearOf(lastYear) });
      return checkedPage(element, live, JSON.parse(report), marks);
    },
  };
}

/**
 * @param {() => Promise<typeof import("./gouji-page.js")>} load
 * @param {Element} element
 * @param {{ language: "zh" | "en", lastYear?: { bytes: Uint8Array, name?: string } }} options
 */
async function checked(load, element, options) {
  try {
    return await (await load()).check(element, options);
  } catch (failure) {
    const known = failure && typeof (/** @type {any} */ (failure).code) === 'string';
    throw errorOf(known ? failure : problem(typeof WebAssembly === 'undefined' ? 'unusable' : 'unavailable', options.language));
  }
}

/**
 * @param {Element} element
 * @param {import("../pkg/gouji.js").LivePage} live
 * @param {Report} report
 * @param {boolean} wanted
 * @returns {CheckedPage}
 */
function checkedPage(element, live, report, wanted) {
  const range = (/** @type {Place} */ { block, start, end }) => live.range(block, start, end) || null;
  /** @type {[Finding, Range[]][]} */
  const ranges = report.findings.map((finding) => [finding, /** @type {Range[]} */ (finding.evidence.map(range).filter(Boolean))]);
  const marks = wanted && canMark() ? createMarks(ranges) : null;
  return {
    report,
    element,
    marked: marks !== null,
    range,
    choose(finding) {
      const chosen = ranges.filter(([each]) => each === finding).map(([, all]) => all)[0] || [];
      if (marks) marks.choose(chosen);
      if (chosen.length) reveal(chosen[0], marks === null);
      return chosen.length > 0;
    },
    at: (x, y) => at(ranges, x, y),
    clear: () => marks && marks.clear(),
  };
}

/**
 * @param {[Finding, Range[]][]} ranges
 * @param {number} x
 * @param {number} y
 */
function at(ranges, x, y) {
  const inside = (/** @type {DOMRect} */ box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  const found = ranges.filter(([, all]) => all.some((range) => Array.from(range.getClientRects()).some(inside)));
  return found.length ? found[0][0] : null;
}
