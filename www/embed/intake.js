/** The box into which a report is pasted, dropped or opened. */

import { h } from '../src/dom.js';

/**
 * @param {import("./words.js").Words} words
 * @param {(input: import("./input.js").Input, name?: string) => void} receive
 */
export function intake(words, receive) {
  const box = h('textarea', {
    class: 'input', part: 'input', 'aria-label': words.intake, placeholder: words.intake, spellcheck: 'false',
    onpaste: (/** @type {ClipboardEvent} */ event) => take(event, event.clipboardData, receive),
    onchange: () => box.value.trim() && receive(box.value),
  });
  const picker = h('input', { type: 'file', hidden: true, 'aria-label': words.open, onchange: () => {
    const file = picker.files && picker.files[0];
    if (file) receive(file, file.name);
  } });
  const open = h('button', { type: 'button', part: 'button', onclick: () => picker.click() }, words.open);
  const area = h('div', {
    class: 'intake', part: 'intake',
    ondragover: (/** @type {DragEvent} */ event) => {
      event.preventDefault();
      area.classList.add('dropping');
    },
    ondragleave: () => area.classList.remove('dropping'),
    ondrop: (/** @type {DragEvent} */ event) => {
      area.classList.remove('dropping');
      take(event, event.dataTransfer, receive);
    },
  }, box, h('p', { class: 'actions' }, open, picker));
  return area;
}

/**
 * Takes what is pasted or dropped: a file, a piece of a page with its tables, or text.
 * @param {Event} event
 * @param {DataTransfer | null} data
 * @param {(input: import("./input.js").Input, name?: string) => void} receive
 */
function take(event, data, receive) {
  if (!data) return;
  event.preventDefault();
  const [file] = Array.from(data.files);
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  if (file && !text) receive(file, file.name);
  else if (/<t[dhr][\s>]/i.test(html)) receive(html);
  else if (text.trim()) receive(text);
}
