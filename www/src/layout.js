/**
 * How much room there is, in letters: the style asks this and not the width in pixels, so that
 * large print gets the arrangement of a small window.
 */

/** How much larger large print is; the style says the same. */
const LARGE = 1.375;

/**
 * @param {'normal' | 'large'} first
 * @returns {(size: 'normal' | 'large') => void}
 */
export function fitLayout(first) {
  const root = document.documentElement;
  let scale = 1;
  const fit = () => {
    const width = window.innerWidth / scale;
    root.setAttribute('data-layout', width <= 900 ? 'narrow' : width < 1500 ? 'middle' : 'wide');
    root.toggleAttribute('data-small', width <= 480);
    root.toggleAttribute('data-low', window.innerHeight / scale <= 480);
  };
  /** @param {'normal' | 'large'} size */
  const set = (size) => {
    scale = size === 'large' ? LARGE : 1;
    root.setAttribute('data-size', size);
    fit();
  };
  window.addEventListener('resize', fit);
  set(first);
  return set;
}
