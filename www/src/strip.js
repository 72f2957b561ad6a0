/** A strip beside the scrollbar that shows where in the page findings are. */

import { attribute, h, patch } from './dom.js';
import { createKeeper } from './keep.js';
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
  const keeper = createKeeper();
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
    keeper.begin();
    patch(frame.strip, signs.flatMap((sign) => {
      if (!sign) return [];
      const { id } = sign;
      const element = keeper.keep(id, '', () => h('span', { 'data-strip': id, onclick: () => context.select(id) }));
      attribute(element, 'class', `strip-sign ${sign.severity}${sign.id === state.selected ? ' lit' : ''}`);
      element.style.top = `${(sign.at * 100).toFixed(3)}%`;
      return [element];
    }));
  };
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => requestAnimationFrame(drawn), 120);
  };
}
