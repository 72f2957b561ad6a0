/**
 * Keeps the lists beside the report as tall as the window has room for: below the summary at first,
 * the whole height once that has scrolled away.
 *
 * @param {import('./frame.js').Frame} frame
 */
export function fitRail({ work, rail, header }) {
  let asked = false;
  let set = 0;
  const fit = () => {
    asked = false;
    // On low windows the bar scrolls away with the page.
    const bar = Math.max(0, header.getBoundingClientRect().bottom);
    const above = Math.max(work.getBoundingClientRect().top, bar + 16);
    const height = Math.round(Math.max(320, window.innerHeight - above - 16));
    // All in it depends on it: it is only set where it is another.
    if (height !== set) rail.style.setProperty('--rail', `${height}px`);
    set = height;
  };
  const ask = () => {
    if (!asked) requestAnimationFrame(fit);
    asked = true;
  };
  window.addEventListener('scroll', ask, { passive: true });
  window.addEventListener('resize', ask);
  return ask;
}
