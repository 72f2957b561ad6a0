/**
 * What the first report can do without: beside the hosted page it is a script of its own, which is asked for once the
 * page is ready, or as soon as it is wanted; the one-file edition has it inside.
 */

import { h } from './dom.js';
import { learn } from './i18n/index.js';
import { once } from './modules.js';

/** @typedef {typeof import('./later-parts.js')} Later */

/** @type {(parts: Later) => void} */
let isThere;
/** The parts, once they have come, whoever has asked for them. */
export const come = /** @type {Promise<Later>} */ (new Promise((resolve) => (isThere = resolve)));

/** Rejected where the host does not answer; then the next call asks again. */
export const later = once(async () => {
  /** @type {Later} */
  const parts = await (GOUJI_WHOLE ? import('./later-parts.js') : beside('./later.js'));
  learn('zh', parts.zhLater);
  learn('en', parts.en);
  document.head.appendChild(h('style', {}, parts.style));
  isThere(parts);
  return parts;
});

let asked = 0;

/**
 * A script beside the page's own. Its address must not stand in the `import`, where the bundler would look for it; and
 * it must be another at each try, for Chromium does not ask again for a script that it did not get.
 * @param {string} name
 */
const beside = (name) => import(`${name}?v=${GOUJI_LATER}${'&'.repeat(asked++)}`);
