/**
 * The small part of Markdown in which the rules' pages are written: headings, paragraphs, lists,
 * quotations, fenced code; in a line `code` and **strong**. Everything else is text.
 */

/**
 * @typedef {{ kind: 'heading' | 'paragraph' | 'quote' | 'code', text: string }
 *   | { kind: 'list', ordered: boolean, items: string[] }} Block
 */

/**
 * @param {string} source
 * @returns {Block[]}
 */
export function blocks(source) {
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  /** @type {Block[]} */
  const result = [];
  for (let i = 0; i < lines.length; ) i = take(lines, i, result);
  return result;
}

/**
 * @param {string[]} lines
 * @param {number} at
 * @param {Block[]} result
 * @returns {number} the line after what was taken
 */
function take(lines, at, result) {
  const line = lines[at];
  if (line.trim() === '') return at + 1;
  if (line.startsWith('```')) return takeCode(lines, at, result);
  const heading = /^#{1,6}\s+(.*)$/.exec(line);
  if (heading) {
    result.push({ kind: 'heading', text: heading[1] });
    return at + 1;
  }
  if (ITEM.test(line)) return takeList(lines, at, result);
  const quote = line.startsWith('>');
  let end = at;
  while (end < lines.length && lines[end].trim() !== '' && lines[end].startsWith('>') === quote
    && (end === at || !/^(#{1,6}\s|```)/.test(lines[end]) && !ITEM.test(lines[end]))) end++;
  const text = lines.slice(at, end).map((each) => each.replace(/^>\s?/, '').trim());
  result.push({ kind: quote ? 'quote' : 'paragraph', text: join(text) });
  return end;
}

const ITEM = /^\s*(?:[-*]|(\d+)\.)\s+(.*)$/;

/**
 * @param {string[]} lines
 * @param {number} at
 * @param {Block[]} result
 */
function takeCode(lines, at, result) {
  let end = at + 1;
  while (end < lines.length && !lines[end].startsWith('```')) end++;
  result.push({ kind: 'code', text: lines.slice(at + 1, end).join('\n') });
  return end + 1;
}

/**
 * @param {string[]} lines
 * @param {number} at
 * @param {Block[]} result
 */
function takeList(lines, at, result) {
  /** @type {string[]} */
  const items = [];
  const ordered = /^\s*\d/.test(lines[at]);
  let end = at;
  for (; end < lines.length; end++) {
    const item = ITEM.exec(lines[end]);
    if (item) items.push(item[2]);
    else if (/^\s+\S/.test(lines[end])) items.push(join([items.pop() ?? '', lines[end].trim()]));
    else break;
  }
  result.push({ kind: 'list', ordered, items });
  return end;
}

/**
 * Joins lines as prose: no space between two Chinese characters.
 *
 * @param {string[]} lines
 */
function join(lines) {
  return lines.reduce((text, line) => {
    const tight = /[\u2e80-\uffef]$/.test(text) || /^[\u2e80-\uffef]/.test(line);
    return text === '' || tight ? text + line : `${text} ${line}`;
  }, '');
}

/**
 * Cuts a line into plain, code and strong pieces.
 *
 * @param {string} text
 * @returns {{ kind: 'text' | 'code' | 'strong', text: string }[]}
 */
export function inline(text) {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).filter((piece) => piece !== '').map((piece) => {
    if (/^`.+`$/.test(piece)) return { kind: 'code', text: piece.slice(1, -1) };
    if (/^\*\*.+\*\*$/.test(piece)) return { kind: 'strong', text: piece.slice(2, -2) };
    return { kind: 'text', text: piece };
  });
}
