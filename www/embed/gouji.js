/** gouji as an ES module for other pages: `check`, `checkPage`, and the element `<gouji-checker>`. */

import { blobWorker, once } from '../src/modules.js';
import { createEngine } from '../src/engine.js';
import { problem } from '../src/problems.js';
import { define } from './element.js';
import { createLibrary } from './library.js';
import { createPages } from './page.js';

// The addresses are written out where they are used: bundlers look for just this form.
/** The parts of gouji stand beside this file. */
const files = {
  complete: false,
  first: () => bytes(new URL('./gouji_bg.wasm', import.meta.url)),
  full: () => bytes(new URL('./gouji_full_bg.wasm', import.meta.url)),
  worker: () => {
    const script = new URL('./worker.js', import.meta.url);
    // A worker must be of the page's own origin; what it imports need not.
    if (script.origin !== location.origin) return blobWorker(`importScripts(${JSON.stringify(script.href)})`);
    return new Worker(new URL('./worker.js', import.meta.url));
  },
  pages: once(async () => JSON.parse(new TextDecoder().decode(await bytes(new URL('./rules.json', import.meta.url))))),
};

const library = createLibrary(() => createEngine(files, problem));
const pages = createPages(() => import('./gouji-page.js'));

/** @param {URL} address */
async function bytes(address) {
  const response = await fetch(address.href);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.arrayBuffer();
}

/** The version of gouji. */
export const version = GOUJI_RELEASE;
export const { check, rules } = library;
export const { checkPage } = pages;

define({ check, checkPage });
