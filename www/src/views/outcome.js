import { grouped } from '../numbers.js';

/** @typedef {import('./context.js').State} State */
/** @typedef {import('./context.js').Context} Context */

/**
 * How many findings there were as printed, and how many there are now.
 *
 * @param {Pick<State, 'read' | 'original'>} state
 * @param {Pick<Context, 't'>} context
 */
export function outcome({ read, original }, { t }) {
  const before = original ? original.findings : 0;
  const now = read ? read.findings.length : 0;
  return t(before === now ? 'edit.same' : 'edit.outcome', { before: grouped(before), now: grouped(now) });
}
