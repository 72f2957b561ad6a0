/** Keys to actions. */

/** @typedef {'next' | 'previous' | 'close' | 'help' | 'accept' | 'dismiss' | 'edit' | 'try' | 'undo' | 'take' | 'files' | 'next-file' | 'previous-file'} Command */

/** @type {Record<string, Command>} */
const SINGLE = {
  n: 'next', j: 'next', p: 'previous', k: 'previous', '?': 'help', '？': 'help', a: 'accept', x: 'dismiss', e: 'edit',
  t: 'try', u: 'undo', s: 'take', l: 'files', ']': 'next-file', '[': 'previous-file',
};

/**
 * The command of a key press, or null. Single letters can be switched off, and are left alone
 * while a text is being written or a letter composed.
 *
 * @param {Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'>} event
 * @param {{ editing: boolean, single: boolean }} context
 * @returns {Command | null}
 */
export function command(event, { editing, single }) {
  if (event.isComposing) return null;
  // In a field it is the field's own.
  if (!editing && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'z') return 'undo';
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.key === 'F8') return event.shiftKey ? 'previous' : 'next';
  if (event.key === 'Escape') return 'close';
  if (editing || !single) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return SINGLE[key] ?? null;
}

/**
 * Whether an element takes letters itself.
 * @param {EventTarget | null} target
 */
export function isEditing(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(button|checkbox|radio|file|submit)$/.test(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
