/**
 * The first result, drawn once where nobody sees it while nobody waits: by then the browser has compiled the views,
 * opened the fonts and measured most of their characters.
 */

import { attribute, h } from './dom.js';
import { createFrame } from './frame.js';
import { light } from './light.js';
import { draw } from './regions.js';
import { initial, reduce } from './state.js';

/** @typedef {import('./state.js').State} State */

/**
 * @param {import('./types.js').Report} report
 * @param {import('./views/context.js').Context} context
 */
export function rehearse(report, context) {
  const frame = createFrame();
  const before = reduce(initial(), { type: 'checking', input: { kind: 'example', data: '', text: '' } });
  const state = reduce(before, { type: 'checked', report });
  draw(frame, state, before, context);
  light(frame, state);
  attribute(frame.main, 'data-result', 'report');
  const stage = h('div', { class: 'rehearsal', 'aria-hidden': 'true' }, frame.element);
  document.body.appendChild(stage);
  // Asking for a measure is what has all of it laid out.
  stage.getBoundingClientRect();
  stage.remove();
}
