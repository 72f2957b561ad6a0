/**
 * The runs of the engine: one at a time, the latest wins, and every end is an action.
 */

import { readFile } from './files.js';

/** @typedef {import('./types.js').Engine} Engine */
/** @typedef {import('./types.js').Input} Input */
/** @typedef {import('./types.js').Language} Language */

/** After so many milliseconds the page says that it is still at work. */
const SLOW = 600;

/**
 * @param {Engine} engine
 * @param {(action: import('./state.js').Action) => void} send
 */
export function createChecker(engine, send) {
  let run = 0;
  /** @type {Language | null} */
  let rulesFor = null;

  /**
   * @param {Input} input
   * @param {Language} language
   */
  async function check(input, language) {
    const mine = ++run;
    send({ type: 'checking', input });
    const timer = setTimeout(() => mine === run && send({ type: 'slow' }), SLOW);
    try {
      // A copy: the engine may hand the bytes over for good, and another language needs them again.
      const data = typeof input.data === 'string' ? input.data : input.data.slice();
      const report = await engine.check(data, { name: input.name, language });
      if (mine === run) send({ type: 'checked', report });
    } catch (error) {
      if (mine === run) send({ type: 'failed', failure: failureOf(error) });
    } finally {
      clearTimeout(timer);
    }
    if (mine === run) await loadRules(language);
  }

  /** @param {Language} language */
  async function loadRules(language) {
    if (rulesFor === language) return;
    try {
      const rules = await engine.rules(language);
      rulesFor = language;
      send({ type: 'rules', rules });
    } catch {
      // The pages of the rules are a help, not the work: the panel says that there are none.
    }
  }

  return {
    check,
    /**
     * @param {File} file
     * @param {Language} language
     */
    async checkFile(file, language) {
      const mine = ++run;
      send({ type: 'reading' });
      try {
        const data = await readFile(file);
        if (mine === run) await check({ kind: 'file', data, text: '', name: file.name }, language);
      } catch (error) {
        if (mine === run) send({ type: 'failed', failure: failureOf(error) });
      }
    },
    cancel() {
      run++;
      engine.cancel();
      send({ type: 'failed', failure: { code: 'cancelled', message: '' } });
    },
    /** The rules' pages must be asked for again, as after a change of language. */
    forgetRules() {
      rulesFor = null;
    },
  };
}

/**
 * @param {any} error
 * @returns {import('./types.js').Failure}
 */
function failureOf(error) {
  if (error && typeof error.code === 'string') return { code: error.code, message: String(error.message ?? '') };
  return { code: 'crashed', message: '' };
}
