/**
 * What the page remembers between visits. Storage may be forbidden (a sandboxed frame, a strict
 * browser): then nothing is remembered and nothing breaks.
 */

const PREFIX = 'gouji.';

/**
 * @param {string} name
 * @param {readonly string[]} allowed  the first one is what holds when nothing is remembered
 * @returns {string}
 */
export function recall(name, allowed) {
  try {
    const value = localStorage.getItem(PREFIX + name);
    return value !== null && allowed.includes(value) ? value : allowed[0];
  } catch {
    return allowed[0];
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Not remembered; the switch still works for this visit.
  }
}
