/**
 * Keeps the lists beside the report as tall as the window has room for: below the summary at first,
 * the whole height once that has scrolled away. Only their lower edge moves, and nothing in them.
 *
 * @param {import('./frame.js').Frame} frame
 * @returns {() => void} asks for it before the next frame is painted
 */
export function fitRail({ work, rail, findings, inspector, header }) {
  let asked = false;
  const fit = () => {
    asked = false;
    const layout = document.documentElement.getAttribute('data-layout');
    const height = layout === 'narrow' ? '' : `${room(work, header)}px`;
    // In a wide window the two stand apart, each in a column of its own.
    set(rail, 'height', layout === 'wide' ? '' : height);
    for (const pane of [findings, inspector]) set(pane, 'maxHeight', layout === 'wide' ? height : '');
  };
  const ask = () => {
    if (!asked) requestAnimationFrame(fit);
    asked = true;
  };
  window.addEventListener('scroll', ask, { passive: true });
  window.addEventListener('resize', ask);
  return ask;
}

/**
 * The height that is left below the bar and what stands above the work.
 *
 * @param {HTMLElement} work
 * @param {HTMLElement} header
 */
function room(work, header) {
  // On low windows the bar scrolls away with the page.
  const bar = Math.max(0, header.getBoundingClientRect().bottom);
  const above = Math.max(work.getBoundingClientRect().top, bar + 16);
  return Math.round(Math.max(320, window.innerHeight - above - 16));
}

/**
 * Sets a measure where it is another: all below it is laid out anew.
 *
 * @param {HTMLElement} element
 * @param {'height' | 'maxHeight'} measure
 * @param {string} value
 */
function set({ style }, measure, value) {
  if (style[measure] !== value) style[measure] = value;
}
