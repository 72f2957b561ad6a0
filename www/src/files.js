/** Reading what the user opens or drops. */

/** Beyond this the core would refuse anyway; the browser need not read it first. */
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
