/**
 * Keeps the hosted page for the time without a network. A page from the disk, a page inside of a frame
 * without an origin, and an old engine have no service worker; nothing is lost there but that.
 * @returns {Promise<unknown>} When all of it is kept, and taken from there; never where it is not.
 */
export function keepOffline() {
  const carried = document.getElementById('gouji-wasm') !== null;
  const never = new Promise(() => {});
  if (carried || !/^https?:$/.test(location.protocol)) return never;
  try {
    const { serviceWorker } = navigator;
    if (!serviceWorker) return never;
    const taken = new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    serviceWorker.register('sw.js').catch(() => {});
    return serviceWorker.controller ? serviceWorker.ready : taken;
  } catch {
    // A sandboxed frame refuses even the question.
    return never;
  }
}
