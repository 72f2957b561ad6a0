/** Quotations of the report. */

/**
 * A quotation short enough for a line.
 * @param {string} quote
 */
export function shorten(quote) {
  const line = quote.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 58)}……` : line;
}
