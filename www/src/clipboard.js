/** What comes from the clipboard or from a drop. */

/**
 * @typedef {{ kind: 'text' | 'html', data: string, text: string }
 *   | { kind: 'files', files: File[] }} Received
 */

/**
 * What to check of what was pasted or dropped. Marked-up text is preferred where it has a table,
 * since plain text loses rows and columns; a file only counts where there is no text, because
 * office programs add a picture of what was copied.
 *
 * @param {DataTransfer | null} transfer
 * @returns {Received | null} null where there is nothing at all
 */
export function receive(transfer) {
  if (!transfer) return null;
  const html = transfer.getData('text/html');
  const text = transfer.getData('text/plain');
  if (/<table[\s>]/i.test(html) || (html && !text.trim())) return { kind: 'html', data: html, text };
  if (text.trim()) return { kind: 'text', data: text, text };
  if (transfer.files.length) return { kind: 'files', files: Array.from(transfer.files) };
  return null;
}
