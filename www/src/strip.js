/** A strip beside the scrollbar that shows where in the page findings are. */

import { h } from './dom.js';
import { chiefMark } from './light.js';
import { visible } from './choosing.js';

/** More signs than this cannot be told apart. */
const MOST = 400;

/**
 * @param {import('./frame.js').Frame} frame
 * @param {{ get: () => import('./state.js').State }} store
 * @param {import('./views/context.js').Context} context
 * @returns {() => void} draws it anew, soon
 */
export function createStrip(frame, { get }, context) {
  let timer = 0;
  const drawn = () => {
    const state = get();
    const height = document.documentElement.scrollHeight;
    const listed = state.batch.listed || height <= window.innerHeight * 1.2 ? [] : visible(state);
    const step = Math.max(1, Math.ceil(listed.length / MOST));
    // All is measured before anything is changed.
    const signs = listed.filter((_, at) => at % step === 0).map(({ id, severity }) => {
      const mark = chiefMark(frame, id);
      return mark && { id, severity, at: (mark.getBoundingClientRect().top + window.pageYOffset) / height };
    });
    frame.strip.textContent = '';
    for (const sign of signs) {
      if (!sign) continue;
      const element = h('span', { class: `strip-sign ${sign.severity}${sign.id === state.selected ? ' lit' : ''}`, 'data-strip': sign.id, onclick: () => context.select(sign.id) });
      element.style.top = `${(sign.at * 100).toFixed(3)}%`;
      frame.strip.appendChild(element);
    }
  };
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => requestAnimationFrame(drawn), 120);
  };
}
