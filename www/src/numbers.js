/**
 * A number with its thousands parted. The browser's own way loads its tables of languages first, at
 * the cost of all else that is drawn.
 *
 * @param {number} n  a whole number
 */
export function grouped(n) {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}
