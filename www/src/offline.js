/**
 * Keeps the hosted page for the time without a network. A page from the disk, a page inside of a frame
 * without an origin, and an old engine have no service worker; nothing is lost there but that.
 */
export function keepOffline() {
  const carried = document.getElementById('gouji-wasm') !== null;
  if (carried || !/^https?:$/.test(location.protocol)) return;
  try {
    if (!navigator.serviceWorker) return;
    navigator.serviceWorker.register('sw.js').catch(() => {});
  } catch {
    // A sandboxed frame refuses even the question.
  }
}
