/** What comes from the clipboard or from a drop, and what goes back to the clipboard. */

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

/**
 * Puts text on the clipboard.
 *
 * @param {string} text
 * @returns {Promise<boolean>} whether it is there
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/**
 * The way of pages from disk and of frames, where the clipboard itself is out of reach.
 * @param {string} text
 */
function copyBySelection(text) {
  const area = document.createElement('textarea');
  const before = document.activeElement;
  area.value = text;
  area.className = 'offscreen';
  document.body.appendChild(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}
