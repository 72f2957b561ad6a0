/** What the page hears: pastes and drops anywhere, keys, the browser's own printing. */

import { receive } from './clipboard.js';
import { command, isEditing } from './keyboard.js';
import { listStep } from './light.js';

/** @typedef {import('./frame.js').Frame} Frame */
/** @typedef {import('./views/context.js').Context} Context */
/** @typedef {{ get: () => import('./state.js').State, send: (action: import('./state.js').Action) => void }} Store */

/**
 * @param {Frame} frame
 * @param {Store} store
 * @param {Context} context
 */
export function listen(frame, store, context) {
  document.addEventListener('paste', (event) => take(event, event.clipboardData, context));
  drops(frame, context);
  document.addEventListener('keydown', (event) => key(event, store));
  frame.findings.addEventListener('keydown', (event) => arrows(event, store));
  frame.report.addEventListener('keydown', press);
  // Escape closes the window by itself; the state must hear of it.
  frame.help.addEventListener('close', () => store.get().help && store.send({ type: 'help', open: false }));
}

/**
 * @param {Event} event
 * @param {DataTransfer | null} transfer
 * @param {Context} context
 */
function take(event, transfer, context) {
  const received = receive(transfer);
  if (!received) {
    // An empty clipboard deserves an answer, too.
    context.send({ type: 'failed', failure: { code: 'empty', message: '' } });
    return;
  }
  event.preventDefault();
  context.receive(received);
}

/**
 * @param {Frame} frame
 * @param {Context} context
 */
function drops(frame, context) {
  let depth = 0;
  /** @param {number} to */
  const show = (to) => {
    depth = Math.max(0, to);
    frame.drop.classList.toggle('over', depth > 0);
  };
  document.addEventListener('dragenter', () => show(depth + 1));
  document.addEventListener('dragleave', () => show(depth - 1));
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    show(0);
    const { dataTransfer } = event;
    // Of files dragged from a desktop some systems also give the path as text.
    if (dataTransfer && dataTransfer.files.length) {
      context.receive({ kind: 'file', file: dataTransfer.files[0], others: dataTransfer.files.length - 1 });
    } else take(event, dataTransfer, context);
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {Store} store
 */
function key(event, { get, send }) {
  const { singleKeys, help, selected } = get();
  const what = command(event, { editing: isEditing(event.target), single: singleKeys });
  if (!what || help) return;
  if (what === 'close') {
    if (selected !== null) send({ type: 'select', id: null });
    return;
  }
  event.preventDefault();
  if (what === 'help') send({ type: 'help', open: true });
  else send({ type: 'step', by: what === 'next' ? 1 : -1 });
}

/**
 * The arrow keys within the list of findings.
 *
 * @param {KeyboardEvent} event
 * @param {Store} store
 */
function arrows(event, { get, send }) {
  const name = event.key;
  if (name !== 'ArrowDown' && name !== 'ArrowUp' && name !== 'Home' && name !== 'End') return;
  const item = event.target instanceof Element ? event.target.closest('[data-finding-id]') : null;
  const id = item?.getAttribute('data-finding-id');
  if (!id) return;
  event.preventDefault();
  send({ type: 'select', id: listStep(get(), id, name) });
}

/**
 * Marks act as buttons, so Enter and the space bar press them.
 * @param {KeyboardEvent} event
 */
function press(event) {
  const { target } = event;
  if (!(target instanceof HTMLElement) || target.tagName !== 'MARK' || (event.key !== 'Enter' && event.key !== ' ')) return;
  event.preventDefault();
  target.click();
}
