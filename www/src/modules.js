/** Where the engine's files come from: from beside the page, or out of the page itself. */

/**
 * @typedef {Record<"zh" | "en", Record<string, string>>} Pages By language, then by the code of the rule.
 *
 * @typedef {(loaded: number, total: number) => void} OnBytes Told while something is loaded, in bytes.
 *
 * @typedef {object} Files
 * @property {boolean} complete Whether the first module already has all readers.
 * @property {() => Promise<ArrayBuffer | string>} first The module to start with.
 * @property {(onBytes: OnBytes) => Promise<ArrayBuffer | string>} full The module with all readers.
 * @property {() => Worker} worker A new worker.
 * @property {() => Promise<Pages>} pages The pages of the rules, which the small module does not have.
 */

/**
 * The files of the page: those that it carries, or those beside it.
 * @returns {Files}
 */
export function pageFiles() {
  const module = carried('gouji-wasm');
  const script = carried('gouji-worker');
  if (module && script) {
    const first = () => Promise.resolve(module);
    return { complete: true, first, full: first, worker: () => blobWorker(script), pages: () => Promise.reject() };
  }
  return {
    complete: false,
    first: () => load(`gouji_bg.wasm?v=${GOUJI_BUILD}`),
    full: (onBytes) => load(`gouji_full_bg.wasm?v=${GOUJI_READERS}`, onBytes, GOUJI_READERS_HASH),
    worker: () => new Worker(`worker.js?v=${GOUJI_BUILD}`),
    pages: once(async () => JSON.parse(new TextDecoder().decode(await load(`rules.json?v=${GOUJI_BUILD}`)))),
  };
}

/**
 * Asks once, and again where that failed.
 * @template T
 * @param {() => Promise<T>} ask
 * @returns {() => Promise<T>}
 */
export function once(ask) {
  /** @type {Promise<T> | null} */
  let asked = null;
  return () => {
    asked = asked || ask();
    asked.catch(() => (asked = null));
    return asked;
  };
}

/**
 * The text of an element that only the one-file edition has.
 * @param {string} id
 */
function carried(id) {
  const element = document.getElementById(id);
  return element && element.textContent;
}

/**
 * A worker from its source: the only kind that a page without an origin may start.
 * @param {string} source
 */
export function blobWorker(source) {
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  return worker;
}

/**
 * Loads a file. Its whole length is known to the build: a server that compresses does not tell it. A file with
 * another hash is refused: the host may have a newer version by now.
 * @param {string} address
 * @param {OnBytes} [onBytes]
 * @param {string} [integrity]
 * @returns {Promise<ArrayBuffer>}
 */
export async function load(address, onBytes, integrity) {
  const response = await fetch(address, integrity ? { integrity } : {});
  if (!response.ok) throw new Error(`${response.status}`);
  if (!onBytes || !response.body) return response.arrayBuffer();
  const reader = response.body.getReader();
  const parts = [];
  let loaded = 0;
  for (let read = await reader.read(); read.value; read = await reader.read()) {
    parts.push(read.value);
    loaded += read.value.length;
    onBytes(loaded, Math.max(loaded, GOUJI_READERS_BYTES));
  }
  return joined(parts, loaded);
}

/**
 * @param {Uint8Array[]} parts
 * @param {number} length
 */
function joined(parts, length) {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes.buffer;
}
