/** How what the page makes leaves it: as a file, or through the clipboard. No request is made. */

/**
 * Offers something as a file.
 *
 * @param {string} name
 * @param {string | Uint8Array} content
 * @param {string} type
 */
export function save(name, content, type) {
  const address = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (content)], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  // Some engines read it only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/**
 * A name that every file system takes.
 *
 * @param {string} base
 * @param {string} ending
 */
export function fileName(base, ending) {
  const plain = base.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]+/g, ' ').replace(/\s+/g, ' ').trim();
  return `${plain.slice(0, 80).trim() || 'gouji'}${ending}`;
}

/**
 * Puts a table on the clipboard, with its text for where no table can go.
 *
 * @param {{ html: string, text: string }} content
 * @returns {boolean} whether it is there
 */
export function copyTable({ html, text }) {
  let done = false;
  const put = (/** @type {ClipboardEvent} */ event) => {
    if (!event.clipboardData) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', text);
    done = true;
  };
  document.addEventListener('copy', put, true);
  try {
    document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', put, true);
  }
  return done;
}
