/** Reading what the user opens or drops. */

/** A file beyond this is not even read: the core would refuse it. */
export const MOST_BYTES = 64 * 1024 * 1024;

/**
 * @param {Blob & { name?: string }} file
 * @returns {Promise<Uint8Array>}
 * @throws {{ code: string, message: string }} where it cannot be read
 */
export async function readFile(file) {
  if (file.size > MOST_BYTES) throw { code: 'too-large', message: '' };
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw { code: 'unreadable', message: '' };
  }
}

/** More files than this are not looked at: someone has dropped a whole disk. */
const MOST_FILES = 2000;

/** What systems and word processors leave in folders. The command leaves out the same. */
const BY_THE_WAY = /^[.~]|^(thumbs\.db|desktop\.ini)$/i;

/**
 * The files of a drop, those in dropped folders included. What is hidden is left out there.
 *
 * @param {DataTransfer} transfer
 * @returns {Promise<File[]>}
 */
export async function dropped(transfer) {
  // Entries are only to be had while the drop is being dealt with.
  const entries = Array.from(transfer.items, (item) => (item.webkitGetAsEntry ? item.webkitGetAsEntry() : null));
  const files = Array.from(transfer.files);
  if (!entries.some((entry) => entry && entry.isDirectory)) return files;
  /** @type {File[]} */
  const found = [];
  for (const entry of entries) if (entry) await gather(entry, found);
  return found;
}

/**
 * @param {FileSystemEntry} entry
 * @param {File[]} found
 */
async function gather(entry, found) {
  if (found.length >= MOST_FILES || BY_THE_WAY.test(entry.name)) return;
  if (entry.isFile) {
    const file = await new Promise((done) => /** @type {FileSystemFileEntry} */ (entry).file(done, () => done(null)));
    if (file) found.push(file);
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  for (;;) {
    // They come a hundred at a time.
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((done) => reader.readEntries(done, () => done([])));
    if (!some.length) return;
    for (const each of some.sort((a, b) => (a.name < b.name ? -1 : 1))) await gather(each, found);
  }
}
