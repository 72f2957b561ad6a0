/**
 * The modules on the page's own thread: only there can they read the page's nodes. They are loaded where a live page is
 * checked, and not before; the full one only where the small one does not know the report's form.
 */

import * as small from '../pkg/gouji.js';
import * as full from '../pkg-full/gouji.js';

/**
 * @typedef {import("../pkg/gouji.js").CheckOptions} CheckOptions
 * @typedef {import("../pkg/gouji.js").LivePage} LivePage
 */

/** The modules that were asked for, by their addresses. @type {Map<string, Promise<unknown>>} */
const started = new Map();

/**
 * The page as it was read, and the report of it as JSON.
 * @param {Element} element
 * @param {CheckOptions} options
 */
export async function check(element, options) {
  try {
    return await checked(small, new URL('./gouji_bg.wasm', import.meta.url).href, element, options);
  } catch (failure) {
    if (!failure || /** @type {any} */ (failure).code !== 'reader-absent') throw failure;
    return checked(full, new URL('./gouji_full_bg.wasm', import.meta.url).href, element, options);
  }
}

/**
 * @param {typeof small | typeof full} bindings
 * @param {string} address
 * @param {Element} element
 * @param {CheckOptions} options
 * @returns {Promise<{ live: LivePage, report: string }>}
 */
async function checked(bindings, address, element, options) {
  if (!started.has(address)) started.set(address, start(bindings, address));
  await started.get(address);
  const live = bindings.LivePage.read(element, options);
  return { live, report: live.check(options) };
}

/**
 * @param {typeof small | typeof full} bindings
 * @param {string} address
 */
async function start(bindings, address) {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status}`);
    await bindings.default({ module_or_path: await response.arrayBuffer() });
  } catch (error) {
    started.delete(address);
    throw error;
  }
}
