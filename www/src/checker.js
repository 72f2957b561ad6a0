/**
 * The runs of the engine for the report in view: the latest wins, and every end is an action.
 */

import { bodiesOf } from './batch.js';
import { afterFrame } from './dom.js';
import { forEngine } from './edits.js';
import { readFile } from './files.js';
import { lastYearForEngine } from './last-year.js';

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
  /** @type {Set<Promise<unknown>>} */
  const open = new Set();
  /** @type {Map<Language, Promise<import('./types.js').RulePage[]>>} */
  const pages = new Map();

  /**
   * @param {Input} input
   * @param {Language} language
   * @param {Partial<import('./types.js').CheckOptions>} wishes
   */
  const ask = (input, language, wishes) => {
    // A copy: the engine may hand the bytes over for good, and they are needed again.
    const data = typeof input.data === 'string' ? input.data : input.data.slice();
    const mine = run;
    const asked = engine.check(data, { name: input.name, language, ...wishes }, (progress) => {
      if (mine === run) send({ type: 'progress', progress });
    });
    open.add(asked);
    const ended = () => open.delete(asked);
    asked.then(ended, ended);
    return asked;
  };

  /**
   * @param {Input} input
   * @param {Language} language
   * @param {import('./types.js').Bodies} [bodies]
   */
  async function check(input, language, bodies) {
    const mine = ++run;
    send({ type: 'checking', input });
    const timer = setTimeout(() => mine === run && send({ type: 'slow' }), SLOW);
    try {
      const report = await ask(input, language, { bodies });
      if (mine === run) send({ type: 'checked', report });
    } catch (error) {
      if (mine === run) send({ type: 'failed', failure: failureOf(error) });
    } finally {
      clearTimeout(timer);
    }
    if (mine === run) loadRules(language);
  }

  /**
   * The report in view once more, with other edits, another report of last year, or in another language. It stays in
   * view meanwhile.
   *
   * @param {Input} input
   * @param {Pick<import('./state.js').State, 'language' | 'edits' | 'lastYear' | 'batch'>} wishes
   */
  async function again(input, { language, edits, lastYear, batch }) {
    const mine = ++run;
    try {
      const report = await ask(input, language, { edits: forEngine(edits), lastYear: lastYearForEngine(lastYear), bodies: bodiesOf(batch, batch.open) });
      if (mine === run) send({ type: 'checked', report, again: true });
    } catch (error) {
      if (mine === run) send({ type: 'failed', failure: failureOf(error) });
    }
    if (mine === run) loadRules(language);
  }

  /**
   * The rules with their pages, asked for once in each language.
   * @param {Language} language
   */
  function rules(language) {
    const asked = pages.get(language) ?? engine.rules(language);
    pages.set(language, asked);
    asked.catch(() => pages.delete(language));
    return asked;
  }

  /**
   * The catalogue, which nobody reads before the result.
   * @param {Language} language
   */
  async function loadRules(language) {
    try {
      await new Promise((resolve) => afterFrame(() => resolve(null)));
      send({ type: 'rules', language, rules: await rules(language) });
    } catch {
      // The pages of the rules are a help, not the work: the panel says that there are none.
    }
  }

  return {
    check,
    again,
    /**
     * @param {File} file
     * @param {Language} language
     * @param {import('./types.js').Bodies} [bodies]
     */
    async checkFile(file, language, bodies) {
      const mine = ++run;
      send({ type: 'reading' });
      try {
        const data = await readFile(file);
        if (mine === run) await check({ kind: 'file', data, text: '', name: file.name }, language, bodies);
      } catch (error) {
        if (mine === run) send({ type: 'failed', failure: failureOf(error) });
      }
    },
    cancel() {
      run++;
      engine.cancel();
      send({ type: 'failed', failure: { code: 'cancelled', message: '' } });
    },
    /** When no check for the report in view is under way. */
    async idle() {
      while (open.size) await Promise.all(Array.from(open, (asked) => asked.catch(() => null)));
    },
    rules,
  };
}

/**
 * @param {any} error
 * @returns {import('./types.js').Failure}
 */
export function failureOf(error) {
  if (error && typeof error.code === 'string') return { code: error.code, message: String(error.message ?? '') };
  return { code: 'crashed', message: '' };
}
