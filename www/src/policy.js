/**
 * Engines before Chromium 97 know no other word than 'unsafe-eval' that lets wasm run under a
 * policy, so the one-file edition says it. (79 and 92 do not even ask in a worker; not all between
 * them and 97 were tried.) Policies can only be added: where the engine knows the narrower word,
 * this one forbids eval, and every further script, before anything else happens.
 */
export function narrowPolicy() {
  const carried = document.getElementById('gouji-wasm') !== null;
  // All engines that have this method know 'wasm-unsafe-eval'; there is no way to ask them directly.
  if (!carried || !('toSorted' in Array.prototype)) return;
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "script-src 'wasm-unsafe-eval'; worker-src blob:";
  document.head.appendChild(policy);
  // In force for good; the element itself must not be saved with the page, for it would then come before
  // the page's own script and forbid it.
  policy.remove();
}
