/**
 * The report as read with its findings, as one HTML file that opens anywhere: no script, no other
 * file, no request. Text of the report only ever goes through `escaped`.
 */

import { visible } from '../choosing.js';
import { shorten } from '../quotation.js';
import { tag } from '../i18n/index.js';
import { segments } from '../marks.js';
import { groupTitle } from '../views/findings.js';
import { outlineOf } from '../views/report.js';
import { sentence } from '../views/summary.js';
import { ANNOTATED_STYLE } from './annotated-style.js';
import { escaped } from './table.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {import('../types.js').Finding} Finding */
/** @typedef {import('../types.js').Severity} Severity */
/** @typedef {import('../i18n/index.js').Translate} Translate */
/** @typedef {import('../report-index.js').FindingMark} FindingMark */

/** A page with more findings than this helps nobody; what is left out is said. */
const MOST = 3000;

/**
 * @param {State} state
 * @param {Translate} t
 */
export function annotated(state, t) {
  const { report } = state;
  if (!report) return '';
  const title = report.title ?? report.source.name ?? t('summary.untitled');
  const listed = visible(state);
  const shown = new Set(listed.slice(0, MOST).map(({ id }) => id));
  return `<!doctype html>
<html lang="${tag(state.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(t('take.annotatedTitle', { title }))}</title>
<style>${ANNOTATED_STYLE}</style>
</head>
<body>
<header><h1 lang="zh-CN">${safe(title)}</h1><p>${escaped(sentence(state, t))}</p>${state.edits.size ? `<p class="tried-note">${escaped(t('take.tried', { n: state.edits.size }))}</p>` : ''}</header>
<div class="columns"><main lang="zh-CN">
${parts(state, shown, t)}
</main>
<aside><h2>${escaped(t('findings.heading'))} <small>${listed.length}</small></h2>
${listed.length ? list(state, listed.slice(0, MOST), t) : `<p>${escaped(t('findings.none'))}</p>`}
${listed.length > MOST ? `<p>${escaped(t('take.more', { n: listed.length - MOST }))}</p>` : ''}
</aside></div>
<footer>${escaped(t('take.footer'))}</footer>
</body>
</html>
`;
}

/**
 * @param {State} state
 * @param {Set<string>} shown
 * @param {Translate} t
 */
function parts(state, shown, t) {
  const { report } = state;
  if (!report) return '';
  const { levels } = outlineOf(report);
  return report.parts.map((part) => {
    if (part.kind === 'grid') {
      const rows = part.rows.map((cells) => `<tr>${cells.map((cell) => {
        const span = (cell.rows > 1 ? ` rowspan="${Math.min(cell.rows, 1000)}"` : '') + (cell.columns > 1 ? ` colspan="${Math.min(cell.columns, 1000)}"` : '');
        return `<td${span}>${text(state, cell.text, shown, t)}</td>`;
      }).join('')}</tr>`);
      return `<div class="scroll"><table>${rows.join('\n')}</table></div>`;
    }
    if (part.kind === 'picture') return `<p class="picture">▧ ${text(state, part.text, shown, t)}</p>`;
    const level = levels.get(part.text.block);
    const name = level ? `h${Math.min(level, 6)}` : 'p';
    return part.text.text.trim() ? `<${name}>${text(state, part.text, shown, t)}</${name}>` : '';
  }).join('\n');
}

/**
 * @param {State} state
 * @param {import('../types.js').Text} block
 * @param {Set<string>} shown
 * @param {Translate} t
 */
function text(state, { block, text: words }, shown, t) {
  const marks = (state.index?.marks.get(block) ?? []).filter((mark) => shown.has(mark.id));
  const edited = state.edits.has(block) ? `<i class="tried">✎</i>` : '';
  if (!marks.length) return safe(words) + edited;
  return segments(0, words.length, marks).map((segment) => {
    const piece = safe(words.slice(segment.start, segment.end));
    const chief = segment.marks.find((mark) => mark.first);
    if (!segment.marks.length) return piece;
    if (!chief) return `<u>${piece}</u>`;
    const ending = segment.ending.filter((mark) => mark.first);
    const signs = ending.map((mark) => `<a id="m${mark.number}" href="#f${mark.number}" class="${mark.severity}">${escaped(t(`sign.${mark.severity}`))}${mark.number}</a>`);
    return `<mark class="${chief.severity}">${piece || '&emsp;'}</mark>${signs.join('')}`;
  }).join('') + edited;
}

/**
 * @param {State} state
 * @param {Finding[]} listed
 * @param {Translate} t
 */
function list(state, listed, t) {
  let before = '';
  return listed.map((finding) => {
    const severity = /** @type {Severity} */ (finding.severity);
    const number = state.index?.numbers.get(finding.id) ?? 0;
    const group = state.index?.groups.get(finding.id);
    const title = group ? groupTitle(group, t) : '';
    const head = title === before ? '' : `<h3>${safe(title)}</h3>`;
    before = title;
    const decision = state.decisions.get(finding.id);
    return `${head}<section id="f${number}" class="${severity}"><h4><a href="#m${number}" class="${severity}" title="${escaped(t('take.toMark'))}">${escaped(t(`sign.${severity}`))}${number}</a> ${escaped(finding.title)}${decision ? ` <small>${escaped(t(`decision.${decision.status}`))}</small>` : ''}</h4>
<p>${safe(finding.message)}</p>${finding.formula ? `<p class="sum">${safe(finding.formula)}</p>` : ''}${repair(finding, t)}${decision && decision.remark ? `<p class="remark">${safe(t('copy.remark', { remark: decision.remark }).trim())}</p>` : ''}</section>`;
  }).join('\n');
}

/**
 * @param {Finding} finding
 * @param {Translate} t
 */
function repair({ repairs }, t) {
  return repairs.map(({ evidence, value, why }) =>
    `<p class="repair">${safe(t('copy.repair', { label: evidence.label, from: shorten(evidence.quote) || t('cell.blank'), to: value, why }).trim())}</p>`).join('');
}

/**
 * Text with its controls of direction shut in, as on the page.
 * @param {string} words
 */
function safe(words) {
  return escaped(words).replace(/[\u202a-\u202e\u2066-\u2069]/g, (control) => `<bdi class="control">${control}</bdi>`);
}
