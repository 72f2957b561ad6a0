/**
 * What the views look up in a report, found once: where each block stands, which marks lie on it,
 * which number each finding has, which findings touch a place.
 */

import { grouping } from './grouping.js';

/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').Evidence} Evidence */
/** @typedef {import('./types.js').Severity} Severity */

/**
 * @typedef {object} Home
 * @property {import('./types.js').Text} text
 * @property {number} part  the part's position
 * @property {number} row   the row, in a grid
 */

/**
 * @typedef {import('./marks.js').Mark & { number: number, severity: Severity }} FindingMark
 */

/**
 * @typedef {object} ReportIndex
 * @property {Map<number, Home>} homes            by block
 * @property {Map<number, FindingMark[]>} marks   by block, the gravest finding first
 * @property {Map<string, number>} numbers        by finding: its place in the list, from 1
 * @property {Map<string, import('./types.js').Fact>} facts
 * @property {Map<string, import('./grouping.js').Group>} groups  by finding: the table or section it belongs to
 * @property {{ holds: number, violated: number, undecided: number, total: number }} coverage
 */

/** @type {Record<string, number>} */
const GRAVITY = { error: 0, warning: 1, notice: 2 };

/**
 * @param {Report} report
 * @returns {ReportIndex}
 */
export function indexReport(report) {
  const numbers = new Map();
  const groups = new Map();
  const groupOf = grouping(report);
  report.findings.forEach((finding, at) => {
    numbers.set(finding.id, at + 1);
    groups.set(finding.id, groupOf(finding));
  });
  return {
    homes: homes(report),
    marks: marks(report),
    numbers,
    facts: new Map(report.facts.map((fact) => [fact.id, fact])),
    groups,
    coverage: coverage(report),
  };
}

/** @param {Report} report */
function homes(report) {
  /** @type {Map<number, Home>} */
  const result = new Map();
  report.parts.forEach((part, at) => {
    if (part.kind !== 'grid') {
      result.set(part.text.block, { text: part.text, part: at, row: 0 });
      return;
    }
    part.rows.forEach((cells, row) => {
      for (const cell of cells) result.set(cell.text.block, { text: cell.text, part: at, row });
    });
  });
  return result;
}

/** @param {Report} report */
function marks(report) {
  /** @type {Map<number, FindingMark[]>} */
  const result = new Map();
  report.findings.forEach((finding, at) => {
    const severity = /** @type {Severity} */ (finding.severity);
    finding.evidence.forEach(({ block, start, end }, place) => {
      const mark = { start, end, id: finding.id, first: place === 0, number: at + 1, severity };
      const list = result.get(block);
      if (list) list.push(mark);
      else result.set(block, [mark]);
    });
  });
  result.forEach((list) => list.sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || a.number - b.number));
  return result;
}

/** @param {Report} report */
function coverage(report) {
  const sum = { holds: 0, violated: 0, undecided: 0, total: 0 };
  for (const rule of report.coverage) {
    sum.holds += rule.holds;
    sum.violated += rule.violated;
    sum.undecided += rule.undecided;
  }
  sum.total = sum.holds + sum.violated + sum.undecided;
  return sum;
}

/**
 * The findings whose places overlap a stretch, the gravest first, each once.
 *
 * @param {ReportIndex} index
 * @param {import('./types.js').Place} place
 * @returns {FindingMark[]}
 */
export function touching(index, { block, start, end }) {
  const seen = new Set();
  return (index.marks.get(block) ?? []).filter((mark) => {
    const same = mark.start === start && mark.end === end;
    const hit = (same || (mark.start < end && mark.end > start)) && !seen.has(mark.id);
    if (hit) seen.add(mark.id);
    return hit;
  });
}
