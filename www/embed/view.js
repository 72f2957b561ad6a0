/** What the element shows: the outcome, the findings, and the report with its marks. */

import { h } from '../src/dom.js';
import { segments } from '../src/marks.js';

/**
 * @typedef {import("../pkg/gouji.js").Report} Report
 * @typedef {import("../pkg/gouji.js").Finding} Finding
 * @typedef {import("../pkg/gouji.js").Part} Part
 * @typedef {import("../pkg/gouji.js").Text} Text
 * @typedef {import("./words.js").Words} Words
 * @typedef {{ words: Words, choose: (finding: Finding) => void }} Context
 * @typedef {{ start: number, end: number, id: string, finding: Finding }} Mark
 */

/** Told by shape as well as by colour. */
const SIGNS = /** @type {Record<string, string>} */ ({ error: '✕', warning: '!', notice: 'i' });
/** The most that is drawn at once; a button shows the rest, piece by piece. */
const MOST_FINDINGS = 200;
const MOST_PARTS = 300;
const MOST_CHARACTERS = 20000;

/**
 * @param {Report} report
 * @param {Words} words
 */
export function summary(report, words) {
  const counts = { total: 0, violated: 0, undecided: 0 };
  for (const { holds, violated, undecided } of report.coverage) {
    counts.total += holds + violated + undecided;
    counts.violated += violated;
    counts.undecided += undecided;
  }
  const of = (/** @type {string} */ severity) => report.findings.filter((finding) => finding.severity === severity).length;
  const severities = /** @type {const} */ (['error', 'warning', 'notice']).filter(of);
  return h('div', { part: 'summary', class: 'summary' },
    report.title && h('p', { part: 'title', class: 'title', lang: 'zh-CN' }, report.title),
    report.note && h('p', {}, report.note),
    report.lastYear && h('p', {}, report.lastYear.compared && `${words.compared}${report.lastYear.title || report.lastYear.name || ""} `, report.lastYear.note),
    h('p', {}, counts.total ? words.checked(counts) : words.nothing, counts.total && !report.findings.length ? ` ${words.clean}` : ''),
    severities.length > 0 && h('p', { part: 'counts', class: 'counts' }, severities.map((severity) =>
      h('span', { class: severity }, sign(severity), `${words[severity]} ${of(severity)}`))));
}

/** @param {string} severity */
function sign(severity) {
  return h('span', { class: `sign ${severity}`, 'aria-hidden': 'true' }, SIGNS[severity]);
}

/**
 * @param {Report} report
 * @param {Context} context
 */
export function findings(report, context) {
  if (!report.findings.length) return null;
  const list = h('ol', { part: 'findings', class: 'findings', 'aria-label': context.words.findings });
  inPieces(list, report.findings, MOST_FINDINGS, context.words, (finding) => item(finding, context));
  return list;
}

/**
 * @param {Finding} finding
 * @param {Context} context
 */
function item(finding, { words, choose }) {
  const severity = /** @type {"error" | "warning" | "notice"} */ (finding.severity);
  const button = h('button', { type: 'button', part: `finding finding-${severity}`, 'data-finding': finding.id, onclick: () => choose(finding) },
    sign(severity),
    h('span', { class: 'offscreen' }, `${words[severity]} `),
    h('span', { part: 'message', class: 'message' }, finding.message),
    finding.formula && h('span', { part: 'formula', class: 'formula' }, finding.formula));
  return h('li', {}, button);
}

/**
 * @param {Report} report
 * @param {Context} context
 */
export function reportView(report, context) {
  const marks = marksOf(report);
  const box = h('div', { part: 'document', class: 'document', lang: 'zh-CN', role: 'group', tabindex: '0', 'aria-label': context.words.document });
  inPieces(box, report.parts, MOST_PARTS, context.words, (part) => partView(part, marks, context));
  return box;
}

/**
 * The marks of each block.
 * @param {Report} report
 */
function marksOf({ findings }) {
  /** @type {Map<number, Mark[]>} */
  const marks = new Map();
  for (const finding of findings) {
    for (const { block, start, end } of finding.evidence) {
      const list = marks.get(block) || [];
      list.push({ start, end, id: finding.id, finding });
      marks.set(block, list);
    }
  }
  return marks;
}

/**
 * @param {Part} part
 * @param {Map<number, Mark[]>} marks
 * @param {Context} context
 */
function partView(part, marks, context) {
  const text = (/** @type {Text} */ text) => textView(text, marks.get(text.block) || [], context);
  switch (part.kind) {
    case 'heading': return h('p', { part: 'heading', class: 'heading', role: 'heading', 'aria-level': Math.min(part.level + 1, 6) }, text(part.text));
    case 'paragraph': return h('p', {}, text(part.text));
    case 'picture': return h('p', { class: 'picture' }, `[${context.words.picture}] `, text(part.text));
    default: return h('div', { class: 'wide' }, h('table', { part: 'table' }, h('tbody', {}, part.rows.map((row) => h('tr', {}, row.map((cell) =>
      h(cell.header ? 'th' : 'td', { rowspan: cell.rows, colspan: cell.columns }, text(cell.text))))))));
  }
}

/**
 * @param {Text} text
 * @param {Mark[]} marks
 * @param {Context} context
 * @returns {import("../src/dom.js").Children}
 */
function textView({ text }, marks, context) {
  const shown = Math.min(text.length, MOST_CHARACTERS);
  const rest = shown < text.length ? '…' : '';
  if (!marks.length) return [text.slice(0, shown), rest];
  return [segments(0, shown, marks).map(({ start, end, marks }) => {
    const words = text.slice(start, end);
    return marks.length ? markView(words, marks, context) : words;
  }), rest];
}

/**
 * @param {string} text
 * @param {Mark[]} marks
 * @param {Context} context
 */
function markView(text, marks, { words, choose }) {
  const rank = ['notice', 'warning', 'error'];
  const { finding } = marks.reduce((worst, mark) => (rank.indexOf(mark.finding.severity) > rank.indexOf(worst.finding.severity) ? mark : worst));
  const severity = /** @type {"error" | "warning" | "notice"} */ (finding.severity);
  return h('mark', {
    part: `mark mark-${severity}`, class: severity, title: finding.message,
    'data-marks': marks.map(({ id }) => id).join(' '), onclick: () => choose(finding),
  }, sign(severity), h('span', { class: 'offscreen' }, words[severity]), text);
}

/**
 * Fills a list with its first items, and with the next ones when they are asked for.
 *
 * @template T
 * @param {HTMLElement} list
 * @param {T[]} items
 * @param {number} most
 * @param {Words} words
 * @param {(item: T) => Node} draw
 */
function inPieces(list, items, most, words, draw) {
  let next = 0;
  const more = h('button', { type: 'button', part: 'more', onclick: () => fill() }, words.more);
  const holder = list.tagName === 'OL' ? h('li', {}, more) : more;
  const fill = () => {
    const piece = document.createDocumentFragment();
    for (const item of items.slice(next, next + most)) piece.appendChild(draw(item));
    next += most;
    list.insertBefore(piece, holder.parentNode === list ? holder : null);
    if (next < items.length) list.appendChild(holder);
    else if (holder.parentNode) holder.remove();
  };
  fill();
}
