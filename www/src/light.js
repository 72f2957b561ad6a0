/** Lights the chosen finding everywhere, and brings places into view. */

import { attribute } from './dom.js';
import { visible } from './choosing.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./frame.js').Frame} Frame */

/**
 * Makes every element of the chosen finding look chosen, and none else.
 *
 * @param {Frame} frame
 * @param {State} state
 */
export function light(frame, { selected, shown, report }) {
  for (const element of frame.work.querySelectorAll('.lit')) element.classList.remove('lit');
  for (const element of frame.findings.querySelectorAll('[aria-current]')) element.removeAttribute('aria-current');
  const hidden = Object.keys(shown).filter((severity) => !shown[/** @type {'error'} */ (severity)]);
  attribute(frame.work, 'data-hidden', hidden.join(' '));
  attribute(frame.main, 'data-selected', String(selected !== null && report !== null));
  if (selected === null) return;
  const id = CSS.escape(selected);
  for (const element of frame.work.querySelectorAll(`[data-finding~="${id}"], [data-finding-id="${id}"]`)) element.classList.add('lit');
  const item = listItem(frame, selected);
  if (item) item.setAttribute('aria-current', 'true');
}

/**
 * The button of a finding in the list.
 *
 * @param {Frame} frame
 * @param {string} id
 * @returns {HTMLElement | null}
 */
export function listItem(frame, id) {
  return frame.findings.querySelector(`[data-finding-id="${CSS.escape(id)}"] > button`);
}

/**
 * The most telling mark of a finding in the report.
 *
 * @param {Frame} frame
 * @param {string} id
 * @returns {HTMLElement | null}
 */
export function chiefMark(frame, id) {
  return frame.report.querySelector(`mark[data-first~="${CSS.escape(id)}"]`);
}

/**
 * Scrolls so that an element is in the middle; gently over a short way, at once over a long one.
 *
 * @param {Element | null} element
 */
export function bring(element) {
  if (!element) return;
  const box = element.getBoundingClientRect();
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const near = Math.abs(box.top) < 2 * window.innerHeight;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: near && !calm ? 'smooth' : 'auto' });
}

/**
 * Scrolls a list inside its own box only, so that the page stays where it is.
 *
 * @param {HTMLElement | null} item
 */
export function bringInList(item) {
  const box = item?.closest('.list-box');
  if (!item || !(box instanceof HTMLElement) || box.scrollHeight <= box.clientHeight) return;
  const top = item.getBoundingClientRect().top - box.getBoundingClientRect().top;
  // The name of its group stays at the top of the list.
  const head = box.querySelector('.group');
  const above = head instanceof HTMLElement ? head.offsetHeight : 0;
  if (top < above || top + item.offsetHeight > box.clientHeight) box.scrollTop += top - Math.max(above + 8, box.clientHeight / 3);
}

/**
 * The finding after or before one in the list, for the arrow keys; stops at the ends.
 *
 * @param {State} state
 * @param {string} id
 * @param {'ArrowDown' | 'ArrowUp' | 'Home' | 'End'} key
 * @returns {string}
 */
export function listStep(state, id, key) {
  const listed = visible(state);
  const last = listed.length - 1;
  const at = listed.findIndex((finding) => finding.id === id);
  const to = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[key];
  return listed[to] ? listed[to].id : id;
}
