// The service worker of the hosted edition: after the first visit the page opens without a network.
//
// A version is kept whole or not at all: its files are fetched together, each compared with the hash
// that the build wrote down, and only then stored. The page and what it loads bear their version in
// their addresses, so a page of one version never meets a file of another.

/** @typedef {{ address: string, integrity: string }} Kept A file, and the hash of its content. */

const scope = /** @type {any} */ (self).registration.scope;
/** @type {Kept[]} */
const FILES = GOUJI_FILES;
/** Two copies of gouji may live on one host. */
const PREFIX = `gouji ${scope} `;
const CACHE = PREFIX + GOUJI_VERSION;
const PAGE = new URL("./", scope).href;
const paths = new Set(FILES.map(({ address }) => new URL(address, scope).pathname));

self.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
self.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));
self.addEventListener("fetch", (/** @type {any} */ event) => {
  const key = keyOf(event.request);
  if (key) event.respondWith(answer(event.request, key));
});

async function install() {
  const responses = await Promise.all(FILES.map(fetchKept));
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(FILES.map(({ address }, at) => cache.put(new URL(address, scope).href, responses[at])));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  // An open page goes on with its own version, which stays until the one after this.
  await /** @type {any} */ (self).skipWaiting();
}

/** @param {Kept} file */
async function fetchKept({ address, integrity }) {
  // What has a version in its address never changes; the page itself must be asked for anew.
  const cache = address.includes("?v=") ? "default" : "no-cache";
  const response = await fetch(new URL(address, scope).href, { integrity, cache, credentials: "same-origin" });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

async function activate() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  await /** @type {any} */ (self).clients.claim();
}

/**
 * What a request is stored under; null for what is none of gouji's.
 * @param {Request} request
 */
function keyOf(request) {
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(scope)) return null;
  if (request.mode === "navigate") {
    const page = [PAGE, `${PAGE}index.html`].includes(url.origin + url.pathname);
    return page ? PAGE : null;
  }
  return paths.has(url.pathname) && url.search ? url.href : null;
}

/**
 * @param {Request} request
 * @param {string} key
 */
async function answer(request, key) {
  const cache = await caches.open(CACHE);
  // An open page of the version before asks for its own files.
  const response = (await cache.match(key)) || (key !== PAGE && (await caches.match(key)));
  return response || fetch(request);
}
