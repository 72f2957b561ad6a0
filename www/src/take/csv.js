/** Tables for a spreadsheet: comma-separated, with the mark that Excel needs to see UTF-8. */

/**
 * @param {(string | number | null | undefined)[][]} rows
 * @returns {string}
 */
export function csv(rows) {
  return `\ufeff${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

/**
 * A field. What a spreadsheet would take for a formula is kept a text by an apostrophe.
 * @param {string | number | null | undefined} value
 */
function field(value) {
  if (typeof value === 'number') return String(value);
  let text = value ?? '';
  if (/^[=+@\t\r]|^-(?![\d.]+$)/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
