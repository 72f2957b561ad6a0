/**
 * Light or dark, as chosen or as the system has it.
 *
 * @param {import('./types.js').Theme} first
 * @returns {(theme: import('./types.js').Theme) => void}
 */
export function theme(first) {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  let chosen = first;
  const paint = () => {
    const dark = chosen === 'dark' || (chosen === 'auto' && system.matches);
    document.documentElement.setAttribute('data-theme', dark ? 'dark' : 'light');
  };
  system.addListener(paint);
  paint();
  return (next) => {
    chosen = next;
    paint();
  };
}
