/** Marks in a page by the CSS Custom Highlight API: ranges with a style, no element touched. */

import style from './highlight.css';

const SEVERITIES = ['notice', 'warning', 'error'];
const CHOSEN = 'gouji-chosen';

/** What the oldest engines lack and the type declarations may not know. */
const css = /** @type {any} */ (typeof CSS === 'undefined' ? {} : CSS);
const root = /** @type {any} */ (globalThisOf());

function globalThisOf() {
  return typeof window === 'undefined' ? {} : window;
}

/** Whether this browser can mark ranges (Chromium 105 and newer). */
export const canMark = () => Boolean(css.highlights && root.Highlight);

/**
 * @param {string} name
 * @param {number} priority
 */
function highlight(name, priority) {
  if (!css.highlights.has(name)) {
    const made = new root.Highlight();
    made.priority = priority;
    css.highlights.set(name, made);
  }
  return css.highlights.get(name);
}

let styled = false;

/** Adds the marks' style to the page: a sheet that no element carries. */
function dress() {
  if (styled) return;
  styled = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = Array.from(document.adoptedStyleSheets).concat(sheet);
}

/**
 * Marks the places of all findings.
 * @param {[{ severity: string }, Range[]][]} findings
 */
export function createMarks(findings) {
  dress();
  /** @type {[any, Range][]} */
  const marked = [];
  SEVERITIES.forEach((severity, priority) => {
    const marks = highlight(`gouji-${severity}`, priority);
    for (const [finding, ranges] of findings) {
      if (finding.severity === severity) for (const range of ranges) marked.push([marks.add(range), range]);
    }
  });
  /** @type {Range[]} */
  let chosen = [];
  const choose = (/** @type {Range[]} */ ranges) => {
    const marks = highlight(CHOSEN, SEVERITIES.length);
    for (const range of chosen) marks.delete(range);
    chosen = ranges.map((range) => range.cloneRange());
    for (const range of chosen) marks.add(range);
  };
  return {
    choose,
    clear() {
      choose([]);
      for (const [marks, range] of marked.splice(0)) marks.delete(range);
    },
  };
}

/**
 * Brings a range into view; where it cannot be marked, it is selected, so that it can be seen.
 * @param {Range} range
 * @param {boolean} select
 */
export function reveal(range, select) {
  const node = range.startContainer;
  const element = node instanceof Element ? node : node.parentElement;
  if (element) element.scrollIntoView({ block: 'center', inline: 'nearest' });
  const selection = select && getSelection();
  if (selection) {
    selection.removeAllRanges();
    selection.addRange(range.cloneRange());
  }
}
