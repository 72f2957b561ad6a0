/**
 * Long things are shown through a window, so that ten megabytes of one line or a hundred
 * thousand findings do not freeze the page. What is cut is said, and can be shown.
 */

/** How much of each is shown at first, and how much more at each request. */
export const LIMITS = { parts: 1200, rows: 300, characters: 20000, findings: 300, chips: 200 };

/** @typedef {import('./types.js').Range} Range */

/**
 * The window to show: the one asked for, or else the beginning.
 *
 * @param {number} total
 * @param {number} limit
 * @param {Range | undefined} range
 * @returns {Range}
 */
export function clip(total, limit, range) {
  if (!range) return { from: 0, to: Math.min(total, limit) };
  return { from: Math.max(0, range.from), to: Math.min(total, range.to) };
}

/**
 * A window that shows `at`: the present one if it does already, else a new one around it.
 *
 * @param {number} total
 * @param {number} limit
 * @param {Range | undefined} range
 * @param {number} at
 * @returns {Range}
 */
export function around(total, limit, range, at) {
  const now = clip(total, limit, range);
  if (at >= now.from && at < now.to) return now;
  const from = Math.max(0, Math.min(at - Math.floor(limit / 4), total - limit));
  return { from, to: Math.min(total, from + limit) };
}

/**
 * The window after "show more" at its end or at its beginning.
 *
 * @param {Range} range
 * @param {number} total
 * @param {number} limit
 * @param {'before' | 'after'} where
 * @returns {Range}
 */
export function more(range, total, limit, where) {
  return where === 'before'
    ? { from: Math.max(0, range.from - limit), to: range.to }
    : { from: range.from, to: Math.min(total, range.to + limit) };
}
