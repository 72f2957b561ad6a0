/**
 * Elements kept from one drawing to the next: what would come out the same is not made again, so
 * that a key press in a long report costs no more than what it changes.
 */

/** @typedef {ReturnType<typeof createKeeper>} Keeper */

export function createKeeper() {
  /** @type {Map<string, { signature: string, node: HTMLElement }>} */
  let before = new Map();
  /** @type {Map<string, { signature: string, node: HTMLElement }>} */
  let now = new Map();
  return {
    /** A new drawing begins; what the one before last had is forgotten. */
    begin() {
      before = now;
      now = new Map();
    },
    /**
     * The element of the drawing before where its signature is the same, else a new one.
     *
     * @template {HTMLElement} E
     * @param {string} key        unique within a drawing
     * @param {string} signature  of all that the element is made of
     * @param {() => E} make
     * @returns {E}
     */
    keep(key, signature, make) {
      const had = before.get(key);
      const entry = had && had.signature === signature ? had : { signature, node: make() };
      now.set(key, entry);
      return /** @type {E} */ (entry.node);
    },
  };
}
