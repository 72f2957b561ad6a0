// The engine: asks the worker, and mends it when it breaks.

/**
 * @typedef {import("../pkg/gouji.js").Report} Report
 * @typedef {import("../pkg/gouji.js").RulePage} RulePage
 * @typedef {import("../pkg/gouji.js").CheckOptions} CheckOptions
 * @typedef {import("../pkg/gouji.js").Locale} Locale
 * @typedef {import("./worker.js").Question} Question
 * @typedef {import("./worker.js").Answer} Answer
 *
 * @typedef {object} Problem Why a promise of the engine was rejected.
 * @property {string} code The reader's own (`empty`, `too-large`, `picture`, `binary`, `unknown-kind`, `reader-absent`, `damaged`), or
 *   `superseded` (a later check took its place), `cancelled`, `crashed` (the engine has been started
 *   anew), `unusable` (the engine cannot be started in this browser), `unavailable` (its files cannot be loaded).
 * @property {string} message A sentence for the user.
 *
 * @typedef {object} Job
 * @property {Locale} language
 * @property {(value: any) => void} resolve
 * @property {(problem: Problem) => void} reject
 *
 * @typedef {object} Engine
 * @property {(input: Uint8Array | string, options?: CheckOptions) => Promise<Report>} check
 *   Checks a report. Only the latest check is answered; earlier ones are rejected as `superseded`.
 * @property {(language: Locale) => Promise<RulePage[]>} rules The catalogue of rules.
 * @property {() => void} cancel Stops what is running; its promise is rejected as `cancelled`.
 * @property {Promise<void>} ready When the engine can answer at once.
 */

/** @type {Record<string, Record<Locale, string>>} */
const MESSAGES = {
  superseded: { zh: "已有更新的检查。", en: "A later check has taken its place." },
  cancelled: { zh: "检查已停止。", en: "The check was stopped." },
  crashed: {
    zh: "检查程序出错，已重新启动。您的内容没有丢失，也没有离开本机。",
    en: "The checker failed and has been started again. Nothing was lost, and nothing left this computer.",
  },
  unusable: {
    zh: "此浏览器无法运行检查程序（需要支持 WebAssembly，如 Chromium 78 或更新版本）。",
    en: "This browser cannot run the checker (it needs WebAssembly, as in Chromium 78 or newer).",
  },
  unavailable: {
    zh: "检查程序的文件无法载入。离线使用请打开单文件版 gouji.html。",
    en: "The checker's files cannot be loaded. Without a server, open the one-file edition, gouji.html.",
  },
};

/**
 * @param {string} code
 * @param {Locale} language
 * @returns {Problem}
 */
function problem(code, language) {
  return { code, message: MESSAGES[code][language] };
}

/**
 * Starts an engine: one worker that holds the wasm module.
 * @returns {Engine}
 */
export function createEngine() {
  const module = loadModule();
  // Its failure is told where it is awaited; a worker that cannot start does not even await it.
  module.catch(() => {});
  /** @type {Map<number, Job>} Every question without an answer. */
  const jobs = new Map();
  /** @type {Worker | null} */
  let worker = null;
  /** The check that the worker is at, and the one to follow it. */
  let running = 0;
  /** @type {Question | null} */
  let waiting = null;
  let latest = 0;
  /** @type {Problem | null} Set where the engine can never answer. */
  let broken = null;
  /** @type {() => void} */
  let isReady = () => {};
  /** @type {(problem: Problem) => void} */
  let isBroken = () => {};
  const ready = /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => ([isReady, isBroken] = [resolve, reject]))
  );
  // Whoever asks for an answer is told anyway.
  ready.catch(() => {});

  /** Whether the present worker has ever been ready: one that never was is not worth another try. */
  let proven = false;

  const start = () => {
    proven = false;
    try {
      worker = createWorker();
    } catch {
      return fail("unavailable");
    }
    const started = worker;
    started.onmessage = ({ data }) => started === worker && receive(data);
    started.onerror = (event) => {
      event.preventDefault();
      if (started === worker) proven ? restart("crashed") : fail("unavailable");
    };
    return module.then(
      (bytes) => started.postMessage({ kind: "start", module: bytes }),
      () => fail("unavailable"),
    );
  };

  /** @param {Answer} answer */
  const receive = (answer) => {
    switch (answer.kind) {
      case "ready":
        proven = true;
        return isReady();
      case "unusable":
        return fail("unusable");
      case "crash":
        return restart("crashed");
      case "answer":
        settle(answer.id, (job) => job.resolve(answer.value));
        break;
      case "failure":
        settle(answer.id, (job) => job.reject(answer.error));
    }
    if (answer.id === running) next();
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
    for (const id of [...jobs.keys()]) settle(id, (job) => job.reject(problem(code, job.language)));
    running = 0;
    waiting = null;
  };

  /** @param {string} code */
  const fail = (code) => {
    broken = problem(code, "zh");
    isBroken(broken);
    rejectAll(code);
  };

  /** @param {string} code */
  const restart = (code) => {
    if (worker) worker.terminate();
    start();
    rejectAll(code);
  };

  /** Sends the check that waits, if there is one. */
  const next = () => {
    const question = waiting;
    running = question ? question.id : 0;
    waiting = null;
    if (question) send(question);
  };

  /** @param {Question} question */
  const send = (question) => worker && worker.postMessage(question);

  /**
   * @param {Locale} language
   * @param {(id: number) => void} ask
   * @returns {Promise<any>}
   */
  const question = (language, ask) =>
    new Promise((resolve, reject) => {
      if (broken) return reject(problem(broken.code, language));
      const id = ++latest;
      jobs.set(id, { language, resolve, reject });
      return ask(id);
    });

  let lastCheck = 0;

  /** @type {Engine["check"]} */
  const check = (input, options = {}) => {
    settle(lastCheck, (job) => job.reject(problem("superseded", job.language)));
    const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
    return question(options.language || "zh", (id) => {
      lastCheck = id;
      waiting = { kind: "check", id, bytes, options };
      if (!running) next();
    });
  };

  /** @type {Engine["rules"]} */
  const rules = (language) => question(language, (id) => send({ kind: "rules", id, language }));

  const cancel = () => {
    if (jobs.size && !broken) restart("cancelled");
  };

  start();
  return { check, rules, cancel, ready };
}

/**
 * The text of an element that only the one-file edition has.
 * @param {string} id
 */
function carried(id) {
  const element = document.getElementById(id);
  return element && element.textContent;
}

/**
 * The wasm module, as the worker wants it. It is kept, so that a restart needs no network.
 * @returns {Promise<ArrayBuffer | string>}
 */
async function loadModule() {
  const inline = carried("gouji-wasm");
  if (inline) return inline;
  const response = await fetch(`gouji_bg.wasm?v=${GOUJI_BUILD}`);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.arrayBuffer();
}

function createWorker() {
  const source = carried("gouji-worker");
  if (!source) return new Worker(`worker.js?v=${GOUJI_BUILD}`);
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  return worker;
}
