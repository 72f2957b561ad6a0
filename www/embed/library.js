/** Checks, one after the other: each caller gets an answer. */

import { bodiesOf, bytesOf, errorOf, lastYearOf, nameOf } from './input.js';

/**
 * @typedef {object} Options
 * @property {string} [name] The file's name.
 * @property {"zh" | "en"} [language] Of messages; Chinese where it is missing.
 * @property {string[]} [off] The codes of rules that are not to be applied.
 * @property {import("./input.js").Input} [lastYear] Last year's report of the same body, to be compared with.
 * @property {import("./input.js").Input[]} [bodies] The reports of the bodies that this one counts together, to be added up.
 * @property {string[]} [names] The bodies that should have reported.
 * @property {AbortSignal} [signal] Stops the check.
 * @property {(progress: import("../src/engine.js").Progress) => void} [onProgress]
 */

/**
 * @param {() => import("../src/engine.js").Engine} create
 */
export function createLibrary(create) {
  /** @type {import("../src/engine.js").Engine | null} */
  let engine = null;
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  // Nothing is loaded before something is asked.
  const started = () => (engine = engine || create());

  /**
   * @param {import("./input.js").Input} input
   * @param {Options} options
   */
  const run = async (input, { name = nameOf(input), language = 'zh', off = [], lastYear, bodies, names, signal, onProgress }) => {
    const data = await bytesOf(input);
    const last = await lastYearOf(lastYear);
    const added = await bodiesOf(bodies, names);
    const stop = () => engine && engine.cancel();
    if (signal && signal.aborted) throw { code: 'cancelled', message: '' };
    if (signal) signal.addEventListener('abort', stop);
    try {
      return await started().check(data, { name, language, off, lastYear: last, bodies: added }, onProgress);
    } finally {
      if (signal) signal.removeEventListener('abort', stop);
    }
  };

  return {
    /** @type {(input: import("./input.js").Input, options?: Options) => Promise<import("../pkg/gouji.js").Report>} */
    check(input, options = {}) {
      const turn = last.then(() => run(input, options));
      last = turn.catch(() => {});
      return turn.catch((failure) => Promise.reject(errorOf(failure)));
    },
    /** @param {"zh" | "en"} [language] */
    rules: (language = 'zh') => started().rules(language).catch((failure) => Promise.reject(errorOf(failure))),
  };
}
