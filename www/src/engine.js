/** The engine: asks the worker, mends it when it breaks, and fetches it the readers that it lacks. */

import { pageFiles } from './modules.js';

/**
 * @typedef {import("../pkg-full/gouji.js").Report} Report
 * @typedef {import("../pkg-full/gouji.js").RulePage} RulePage
 * @typedef {import("../pkg-full/gouji.js").CheckOptions} CheckOptions
 * @typedef {import("../pkg/gouji.js").Locale} Locale
 * @typedef {import("../pkg-full/gouji.js").AnnotateOptions} AnnotateOptions
 * @typedef {import("../pkg-full/gouji.js").WorkbookOptions} WorkbookOptions
 * @typedef {import("./worker.js").Check} Check
 * @typedef {import("./worker.js").Make} Make
 * @typedef {import("./worker.js").Question} Question
 * @typedef {import("./worker.js").Answer} Answer
 * @typedef {import("./modules.js").Files} Files
 * @typedef {import("./problems.js").Problem} Problem
 *
 * @typedef {object} Progress What a check is at: `loading` the readers of files, or `reading` and checking.
 * @property {"loading" | "reading"} stage
 * @property {number} done  Bytes loaded so far; 0 where they are not counted.
 * @property {number} total Bytes to load; 0 where they are not counted.
 *
 * @typedef {object} Job
 * @property {Locale} language
 * @property {(value: any) => void} resolve
 * @property {(problem: Problem) => void} reject
 * @property {(progress: Progress) => void} tell
 *
 * @typedef {object} Engine
 * @property {(input: Uint8Array | string, options?: CheckOptions, tell?: (progress: Progress) => void) => Promise<Report>} check
 *   Checks a report. Only the latest check is answered; earlier ones are rejected as `superseded`.
 * @property {(bytes: Uint8Array, options?: AnnotateOptions) => Promise<Uint8Array>} annotate
 *   The same Word file with its findings as comments.
 * @property {(bytes: Uint8Array, options?: WorkbookOptions) => Promise<Uint8Array>} workbook The report as an Excel workbook.
 * @property {(bytes: Uint8Array, options?: CheckOptions) => Promise<string>} facts The figures of its tables as CSV.
 * @property {(language: Locale) => Promise<RulePage[]>} rules The catalogue of rules with their pages.
 * @property {() => void} prepare A file is likely to come: its readers are fetched and compiled meanwhile.
 * @property {() => void} relieve Nobody waits: the module with all readers, which is faster, takes over when it is warm.
 * @property {() => void} cancel Stops what is running; its promise is rejected as `cancelled`.
 * @property {Promise<void>} ready When the engine can answer at once.
 * @property {(sample: string) => void} rehearse While nothing is asked, the worker checks the sample again and again.
 * @property {Promise<Report>} rehearsed The report of the sample; never where a person was faster.
 */

const SILENT = () => {};
/** @type {(code: string) => Problem} */
const unsaid = (code) => ({ code, message: '' });

/** By then the browser's compiler has had its say. */
const REHEARSALS = 20;
/** A file is about to come: what the browser makes of functions that run more often would hold it up. */
const FEW = 2;

/**
 * Starts an engine: one worker that holds the wasm module.
 * @param {Files} [files] Where its parts come from.
 * @param {(code: string, language: Locale) => Problem} [problem] What to say where it cannot answer.
 * @returns {Engine}
 */
export function createEngine(files = pageFiles(), problem = unsaid) {
  let { complete } = files;
  let module = files.first();
  // Its failure is told where it is awaited; a worker that cannot start does not even await it.
  module.catch(SILENT);
  /** @type {Promise<ArrayBuffer | string> | null} The module with all readers, once it was asked for. */
  let full = null;
  /** @type {Map<number, Job>} Every question without an answer. */
  const jobs = new Map();
  /** @type {Worker | null} */
  let worker = null;
  /** What the worker is at, and what is to follow it: at most one check, the latest. */
  /** @type {Check | Make | null} */
  let running = null;
  /** @type {(Check | Make)[]} */
  let waiting = [];
  /** Whether the module that has all readers is the one that was asked. */
  let askedAll = false;
  /** The task that waits for readers; the worker is idle meanwhile. */
  let unread = 0;
  let latest = 0;
  /** @type {Problem | null} Set where the engine can never answer. */
  let broken = null;
  /** @type {() => void} */
  let isReady = SILENT;
  /** @type {(problem: Problem) => void} */
  let isBroken = SILENT;
  const ready = /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => ([isReady, isBroken] = [resolve, reject]))
  );
  /** @type {(report: Report) => void} */
  let isRehearsed = SILENT;
  const rehearsed = /** @type {Promise<Report>} */ (new Promise((resolve) => (isRehearsed = resolve)));
  // Whoever asks for an answer is told anyway.
  ready.catch(SILENT);

  /** Whether the present worker has ever been ready: one that never was is not worth another try. */
  let proven = false;

  const start = () => {
    proven = false;
    try {
      worker = files.worker();
    } catch {
      return fail('unavailable');
    }
    const [started, given] = [worker, module];
    started.onmessage = ({ data }) => started === worker && receive(data);
    started.onerror = (event) => {
      event.preventDefault();
      if (started === worker) proven ? restart('crashed') : fail('unavailable');
    };
    return given.then(
      (bytes) => given === module && begin(started, bytes),
      () => given === module && fail('unavailable'),
    );
  };

  /** What the worker rehearses with. */
  let sample = '';

  /**
   * @param {Worker} worker
   * @param {ArrayBuffer | string} bytes
   * @param {number} [runs]
   */
  const begin = (worker, bytes, runs = REHEARSALS) => {
    worker.postMessage({ kind: 'start', module: bytes, complete });
    if (sample) worker.postMessage({ kind: 'rehearse', sample, runs });
  };

  /** @type {Engine["rehearse"]} */
  const rehearse = (text) => {
    sample = text;
    if (worker && proven) worker.postMessage({ kind: 'rehearse', sample, runs: REHEARSALS });
  };

  /** @param {Answer} answer */
  const receive = (answer) => {
    switch (answer.kind) {
      case 'ready':
        proven = true;
        return isReady();
      case 'relieved':
        [complete, module] = [true, readers()];
        return;
      case 'rehearsed':
        return isRehearsed(JSON.parse(answer.report));
      case 'unusable':
        return fail('unusable');
      case 'crash':
        return restart('crashed');
      case 'answer':
        settle(answer.id, (job) => job.resolve(answer.value));
        break;
      case 'failure':
        if (answer.error.code === 'reader-absent' && !askedAll) return equip(answer.id);
        settle(answer.id, (job) => job.reject(answer.error));
    }
    if (running && answer.id === running.id) next();
  };

  /** Loads the module with all readers, once; where that failed, the network may be back by the next file. */
  const readers = () => {
    if (!full) {
      full = files.full((done, total) => tell(unread, 'loading', done, total));
      full.catch(() => (full = null));
    }
    return full;
  };

  /**
   * From now on the worker has all readers.
   * @param {ArrayBuffer | string} bytes
   */
  const exchange = (bytes) => {
    if (complete) return;
    [complete, module] = [true, Promise.resolve(bytes)];
    if (worker) begin(worker, bytes, FEW);
  };

  const prepare = () => {
    if (!complete) readers().then(exchange, SILENT);
  };

  const relieve = () => {
    const present = worker;
    if (!present || !proven || complete) return;
    readers().then((module) => {
      if (worker === present && !complete) present.postMessage({ kind: 'relieve', module, sample, runs: REHEARSALS });
    }, SILENT);
  };

  /**
   * A check needs a reader that the module lacks: loads the module that has all, and asks again.
   * @param {number} id
   */
  const equip = async (id) => {
    const [asked, question] = [worker, running];
    unread = id;
    try {
      tell(id, 'loading', 0, 0);
      const bytes = await readers();
      if (asked !== worker) return;
      exchange(bytes);
      if (unread !== id || !question) return;
      tell(id, 'reading', 0, 0);
      unread = 0;
      run(question);
    } catch {
      if (asked !== worker || unread !== id) return;
      settle(id, (job) => job.reject(problem('reader-unavailable', job.language)));
      unread = 0;
      next();
    }
  };

  /** @type {(id: number, stage: Progress["stage"], done: number, total: number) => void} */
  const tell = (id, stage, done, total) => {
    const job = jobs.get(id);
    if (job) job.tell({ stage, done, total });
  };

  /**
   * @param {number} id
   * @param {(job: Job) => void} act
   */
  const settle = (id, act) => {
    const job = jobs.get(id);
    jobs.delete(id);
    if (job) act(job);
  };

  /** @param {string} code */
  const rejectAll = (code) => {
    [running, waiting] = [null, []];
    unread = 0;
    for (const id of [...jobs.keys()]) settle(id, (job) => job.reject(problem(code, job.language)));
  };

  /** @param {string} code */
  const fail = (code) => {
    broken = problem(code, 'zh');
    isBroken(broken);
    rejectAll(code);
  };

  /** @param {string} code */
  const restart = (code) => {
    if (worker) worker.terminate();
    start();
    rejectAll(code);
  };

  /** Sends what waits, if there is anything. */
  const next = () => {
    running = waiting.shift() || null;
    unread = 0;
    if (running) run(running);
  };

  /** @param {Check | Make} task */
  const run = (task) => {
    askedAll = complete;
    send(task);
  };

  /** @param {Question} question */
  const send = (question) => worker && worker.postMessage(question);

  /**
   * @param {Locale} language
   * @param {Job["tell"]} tell
   * @param {(id: number) => void} ask
   * @returns {Promise<any>}
   */
  const question = (language, tell, ask) =>
    new Promise((resolve, reject) => {
      if (broken) return reject(problem(broken.code, language));
      const id = ++latest;
      jobs.set(id, { language, resolve, reject, tell });
      return ask(id);
    });

  let lastCheck = 0;

  /** @type {Engine["check"]} */
  const check = (input, options = {}, tell = SILENT) => {
    settle(lastCheck, (job) => job.reject(problem('superseded', job.language)));
    const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
    const report = question(options.language || 'zh', tell, (id) => {
      lastCheck = id;
      waiting = waiting.filter((task) => task.kind !== 'check');
      waiting.push({ kind: 'check', id, bytes, options });
      if (!running || (unread && running.kind === 'check')) next();
    });
    return report.then(JSON.parse);
  };

  /** @type {(what: Make["what"], bytes: Uint8Array, options: Make["options"]) => Promise<any>} */
  const make = (what, bytes, options) =>
    question(options.language || 'zh', SILENT, (id) => {
      waiting.push({ kind: 'make', what, id, bytes, options });
      if (!running) next();
    });

  /** @type {Engine["rules"]} */
  const rules = async (language) => {
    /** @type {RulePage[]} */
    const known = await question(language, SILENT, (id) => send({ kind: 'rules', id, language }));
    if (known.every(({ page }) => page)) return known;
    const pages = (await files.pages())[language];
    return known.map((rule) => ({ ...rule, page: pages[rule.code] }));
  };

  const cancel = () => {
    if (jobs.size && !broken) restart('cancelled');
  };

  start();
  return {
    check,
    annotate: (bytes, options = {}) => make('annotate', bytes, options),
    workbook: (bytes, options = {}) => make('workbook', bytes, options),
    facts: (bytes, options = {}) => make('factsCsv', bytes, options),
    rules,
    prepare,
    relieve,
    cancel,
    ready,
    rehearse,
    rehearsed,
  };
}
