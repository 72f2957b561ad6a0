/** gouji in Node: the module is read from the disk, and checks on the caller's own thread. */

import { promises } from 'fs';
import init, * as gouji from '../pkg-full/gouji.js';
import { bodiesOf, bytesOf, errorOf, lastYearOf, nameOf } from './input.js';

/** @type {Promise<unknown> | null} */
let started = null;

async function start() {
  const module = await promises.readFile(new URL('./gouji_full_bg.wasm', import.meta.url));
  return init({ module_or_path: module });
}

/**
 * @template T
 * @param {() => T} ask
 * @returns {Promise<T>}
 */
async function ask(ask) {
  started = started || start();
  await started;
  try {
    return ask();
  } catch (failure) {
    throw errorOf(failure);
  }
}

/** The version of gouji. */
export const version = GOUJI_RELEASE;

/** @type {(input: import("./input.js").Input, options?: import("./library.js").Options) => Promise<any>} */
export async function check(input, { name = nameOf(input), language = 'zh', off = [], lastYear, bodies, names } = {}) {
  const data = await bytesOf(input);
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const last = await lastYearOf(lastYear);
  const added = await bodiesOf(bodies, names);
  return ask(() => JSON.parse(gouji.check(bytes, { name, language, off, lastYear: last, bodies: added })));
}

/** @param {"zh" | "en"} [language] */
export const rules = (language = 'zh') => ask(() => gouji.rules(language));

export async function checkPage() {
  throw new Error("checkPage needs a browser's page");
}
