/**
 * The short message of a mark, beside it, while the pointer or the focus is on it. Escape takes it
 * away; the pointer may rest on it. Screen readers have the same in the mark's name.
 */

import { h, replace } from './dom.js';
import { sign } from './views/sign.js';

/** Until the pointer has come to rest, in milliseconds. */
const REST = 180;

/** @typedef {import('./types.js').Severity} Severity */

/**
 * @param {import('./frame.js').Frame} frame
 * @param {{ get: () => import('./state.js').State }} store
 * @param {import('./views/context.js').Context} context
 */
export function createTip({ report, tip }, { get }, context) {
  let timer = 0;
  let rested = '';
  const hide = () => {
    clearTimeout(timer);
    tip.classList.remove('shown');
  };
  /** @param {Element} mark */
  const show = (mark) => {
    const state = get();
    const ids = (mark.getAttribute('data-finding') ?? '').split(' ').slice(0, 4);
    const found = ids.map((id) => state.index?.numbers.get(id)).filter((number) => number !== undefined);
    if (!found.length || !state.report || !mark.isConnected) return;
    const { findings } = state.report;
    replace(tip, found.map((number) => {
      const finding = findings[Number(number) - 1];
      return h('p', {}, sign(/** @type {Severity} */ (finding.severity), context.t, number), ' ', finding.message);
    }));
    place(tip, mark);
  };
  /** @param {Event} event @param {number} wait */
  const ask = ({ target }, wait) => {
    const mark = target instanceof Element ? target.closest('mark[data-finding]') : null;
    clearTimeout(timer);
    if (mark) timer = window.setTimeout(show, wait, mark);
    else timer = window.setTimeout(hide, REST);
  };
  report.addEventListener('mouseover', (event) => {
    // What scrolls under a pointer at rest is not what the pointer was moved to.
    const at = `${event.clientX} ${event.clientY}`;
    if (at !== rested) ask(event, REST);
    rested = at;
  });
  report.addEventListener('mouseleave', () => { timer = window.setTimeout(hide, REST); });
  tip.addEventListener('mouseenter', () => clearTimeout(timer));
  tip.addEventListener('mouseleave', hide);
  report.addEventListener('focusin', (event) => event.target instanceof Element && event.target.matches('mark:focus') && focusVisible(event.target) && ask(event, 0));
  report.addEventListener('focusout', hide);
  report.addEventListener('click', hide);
  document.addEventListener('keydown', (event) => event.key === 'Escape' && hide());
  window.addEventListener('scroll', hide, { passive: true });
}

/** Where the browser cannot tell how the focus came, it came by the pointer. @param {Element} element */
function focusVisible(element) {
  try {
    return element.matches(':focus-visible');
  } catch {
    return false;
  }
}

/**
 * Above the mark, or below it where there is no room.
 *
 * @param {HTMLElement} tip
 * @param {Element} mark
 */
function place(tip, mark) {
  const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  tip.classList.add('shown');
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8));
  const above = box.top - height - 6;
  tip.style.left = `${left}px`;
  tip.style.top = `${above > 60 ? above : box.bottom + 8}px`;
}
