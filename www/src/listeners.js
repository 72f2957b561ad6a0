/** What the page hears: pastes and drops anywhere, keys, the browser's own printing. */

import { beside } from './batch.js';
import { receive } from './clipboard.js';
import { DIALOGS } from './surroundings.js';
import { expectedRepair, ways } from './edits.js';
import { dropped } from './files.js';
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
  document.addEventListener('keydown', (event) => key(event, frame, store, context));
  frame.findings.addEventListener('keydown', (event) => arrows(event, store));
  frame.report.addEventListener('keydown', press);
  frame.report.addEventListener('dblclick', (event) => open(event, context));
  // Escape closes a window by itself; the state must hear of it.
  for (const name of DIALOGS) frame[name].addEventListener('close', () => store.get().dialog === name && store.send({ type: 'dialog', dialog: null }));
}

/**
 * @param {Event} event
 * @param {DataTransfer | null} transfer
 * @param {Context} context
 */
function take(event, transfer, context) {
  // Other fields than the box are written in by their own.
  if (isEditing(event.target) && event.target instanceof HTMLElement && !event.target.matches('[data-key="paste"], [data-key="last-year-paste"]')) return;
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
 * Whether what is dragged may be an office file. Its name is not told before it is dropped.
 *
 * @param {DataTransferItem} item
 */
function isForReaders({ kind, type }) {
  return kind === 'file' && !type.startsWith('text/');
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
  document.addEventListener('dragenter', ({ dataTransfer }) => {
    show(depth + 1);
    if (dataTransfer && Array.from(dataTransfer.items).some(isForReaders)) context.expectFile();
  });
  document.addEventListener('dragleave', () => show(depth - 1));
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    show(0);
    const { dataTransfer } = event;
    // Of files dragged from a desktop some systems also give the path as text.
    if (dataTransfer && dataTransfer.files.length) {
      dropped(dataTransfer).then((files) => (files.length ? context.receive({ kind: 'files', files })
        : context.send({ type: 'failed', failure: { code: 'empty', message: '' } })));
    } else take(event, dataTransfer, context);
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {Frame} frame
 * @param {Store} store
 * @param {Context} context
 */
function key(event, frame, store, context) {
  const { singleKeys, dialog } = store.get();
  const what = command(event, { editing: isEditing(event.target), single: singleKeys });
  if (!what || dialog) return;
  if (what === 'close') close(store);
  else if (obey(what, frame, store, context)) event.preventDefault();
}

/** @param {Store} store */
function close({ get, send }) {
  const { selected, peeked } = get();
  if (peeked !== null) send({ type: 'peek', block: null });
  else if (selected !== null) send({ type: 'select', id: null });
}

/**
 * Does what a key says; tells whether there was anything to do.
 *
 * @param {import('./keyboard.js').Command} what
 * @param {Frame} frame
 * @param {Store} store
 * @param {Context} context
 */
function obey(what, frame, { get, send }, context) {
  const state = get();
  const finding = state.report && state.report.findings.find(({ id }) => id === state.selected);
  switch (what) {
    case 'help': context.open('help'); return true;
    case 'undo': send({ type: 'undo' }); return true;
    case 'files': send({ type: 'files-list' }); return true;
    case 'next-file': case 'previous-file': {
      const doc = beside(state.batch, what === 'next-file' ? 1 : -1);
      if (doc) context.openFile(doc.id);
      return doc !== undefined;
    }
  }
  if (!state.report || state.batch.listed && what !== 'take') return false;
  switch (what) {
    case 'next': case 'previous': send({ type: 'step', by: what === 'next' ? 1 : -1 }); return true;
    case 'take': context.open('take'); return true;
    case 'edit': {
      const [place] = finding ? finding.evidence : [];
      const block = focusedBlock(frame) ?? (place && place.block);
      if (block !== undefined) context.edit(block, false, place && place.block === block ? place : undefined);
      return block !== undefined;
    }
  }
  if (!finding) return false;
  if (what === 'try') {
    const expected = expectedRepair(finding);
    const [first] = expected ? [[expected]] : ways(finding.repairs);
    if (first) context.tryRepairs(first);
    return true;
  }
  const status = what === 'accept' ? 'accepted' : what === 'dismiss' ? 'dismissed' : null;
  if (status) send({ type: 'decide', id: finding.id, status: state.decisions.get(finding.id)?.status === status ? null : status });
  return true;
}

/**
 * The block of the report in which the focus is.
 * @param {Frame} frame
 */
function focusedBlock({ report }) {
  const block = report.contains(document.activeElement) && document.activeElement?.closest('[data-block]')?.getAttribute('data-block');
  return block ? Number(block) : undefined;
}

/**
 * A double click opens a block for writing.
 *
 * @param {MouseEvent} event
 * @param {Context} context
 */
function open({ target }, context) {
  if (!(target instanceof Element) || target.closest('button, textarea')) return;
  const block = target.closest('[data-block]')?.getAttribute('data-block');
  if (block) context.edit(Number(block), true);
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
