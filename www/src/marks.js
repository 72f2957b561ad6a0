/**
 * Marks in a text may overlap; elements may not. This cuts a text at every border of a mark, so
 * that each piece knows all the marks that cover it.
 */

/**
 * @typedef {object} Mark
 * @property {number} start
 * @property {number} end
 * @property {string} id       what it marks
 * @property {boolean=} first  whether this is the most telling place of its finding
 */

/**
 * @template {Mark} M
 * @typedef {object} Segment
 * @property {number} start
 * @property {number} end
 * @property {M[]} marks  in the order given; empty for plain text
 * @property {M[]} ending the marks that end with this segment
 */

/**
 * Cuts the stretch `from`..`to` of a text of marks into segments without gaps. Marks are cut to the
 * stretch; inverted ones are dropped. An empty mark, as on a blank cell, is a segment without text.
 *
 * @template {Mark} M
 * @param {number} from
 * @param {number} to
 * @param {readonly M[]} marks
 * @returns {Segment<M>[]}
 */
export function segments(from, to, marks) {
  const inside = marks.filter((mark) => mark.end > mark.start && mark.start < to && mark.end > from);
  const borders = new Set([from, to]);
  for (const mark of inside) {
    borders.add(Math.max(mark.start, from));
    borders.add(Math.min(mark.end, to));
  }
  const points = marks.filter((mark) => mark.end === mark.start && mark.start >= from && mark.start <= to);
  for (const mark of points) borders.add(mark.start);
  const cuts = Array.from(borders).sort((a, b) => a - b);
  const sorted = inside.slice().sort((a, b) => a.start - b.start);
  return withPoints(sweep(cuts, sorted), points);
}

/**
 * @template {Mark} M
 * @param {Segment<M>[]} list
 * @param {M[]} points
 */
function withPoints(list, points) {
  for (const at of new Set(points.map((mark) => mark.start))) {
    const marks = points.filter((mark) => mark.start === at);
    const next = list.findIndex((segment) => segment.start >= at);
    list.splice(next < 0 ? list.length : next, 0, { start: at, end: at, marks, ending: marks });
  }
  return list;
}

/**
 * @template {Mark} M
 * @param {number[]} cuts
 * @param {M[]} sorted by start
 * @returns {Segment<M>[]}
 */
function sweep(cuts, sorted) {
  const result = [];
  /** @type {M[]} */
  let open = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i];
    const end = cuts[i + 1];
    while (next < sorted.length && sorted[next].start <= start) open.push(sorted[next++]);
    open = open.filter((mark) => mark.end > start);
    result.push({ start, end, marks: open.slice(), ending: open.filter((mark) => mark.end === end) });
  }
  return result;
}
