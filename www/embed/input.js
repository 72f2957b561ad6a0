/** What can be checked, as bytes or text. */

import { problem } from '../src/problems.js';

/**
 * @typedef {string | Uint8Array | ArrayBuffer | Blob} Input
 */

/** What the core takes at most; more need not be read first. */
const MOST_BYTES = 16 << 20;

/**
 * @param {Input} input
 * @returns {Promise<string | Uint8Array>}
 */
export async function bytesOf(input) {
  if (typeof input === 'string' || input instanceof Uint8Array) return input;
  if (input instanceof ArrayBuffer) return new Uint8Array(input);
  if (typeof Blob !== 'undefined' && input instanceof Blob) {
    // One byte more than is taken, so that the core can say that it is too much.
    const part = input.slice(0, MOST_BYTES + 1);
    return new Uint8Array(await (part.arrayBuffer ? part.arrayBuffer() : new Response(part).arrayBuffer()));
  }
  throw new TypeError('gouji checks a string, a Uint8Array, an ArrayBuffer or a Blob');
}

/**
 * The same for last year's report beside another: always bytes.
 *
 * @param {Input | undefined} input
 */
export async function lastYearOf(input) {
  if (input === undefined) return undefined;
  const data = await bytesOf(input);
  return { bytes: typeof data === 'string' ? new TextEncoder().encode(data) : data, name: nameOf(input) };
}

/**
 * The same for the reports of the bodies beside that of the whole.
 *
 * @param {Input[] | undefined} inputs
 * @param {string[]} [names]
 */
export async function bodiesOf(inputs, names = []) {
  if (inputs === undefined) return undefined;
  return { files: /** @type {{ bytes: Uint8Array, name?: string }[]} */ (await Promise.all(inputs.map(lastYearOf))), names };
}

/**
 * @param {Input} input
 * @returns {string | undefined}
 */
export function nameOf(input) {
  return typeof File !== 'undefined' && input instanceof File ? input.name : undefined;
}

/**
 * The failure as an error that says its code.
 * @param {any} failure
 */
export function errorOf(failure) {
  if (failure instanceof Error && !('code' in failure)) return failure;
  const { code, message } = failure && typeof failure.code === 'string' ? failure : problem('crashed', 'zh');
  return Object.assign(new Error(message), { name: 'GoujiError', code });
}
