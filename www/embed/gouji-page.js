// The small module on the page's own thread: only there can it read the page's nodes. It is loaded where a
// live page is checked, and not before.

import init, { LivePage } from "../pkg/gouji.js";

/** @type {Promise<unknown> | null} */
let started = null;

/**
 * @param {Element} element
 * @param {import("../pkg/gouji.js").CheckOptions} options
 */
export async function read(element, options) {
  started = started || start();
  await started;
  return LivePage.read(element, options);
}

async function start() {
  try {
    const response = await fetch(new URL("./gouji_bg.wasm", import.meta.url).href);
    if (!response.ok) throw new Error(`${response.status}`);
    await init({ module_or_path: await response.arrayBuffer() });
  } catch (error) {
    started = null;
    throw error;
  }
}
