/** The worker: holds a wasm module and answers one question after the other. */

import { gunzipSync } from 'fflate';
import * as small from '../pkg/gouji.js';
import * as full from '../pkg-full/gouji.js';

/** While a person asks again and again, nothing is rehearsed beside: so long after a question, in milliseconds. */
const PAUSE = 1000;

/**
 * @typedef {{ kind: "start", module: ArrayBuffer | string, complete: boolean }} Start
 * The module's bytes; or, as text, the same compressed (gzip) and in base64. `complete` tells which of the
 * two it is. A second start takes the place of the first.
 * @typedef {{ kind: "rehearse", sample: string, runs: number }} Rehearse
 * The sample is checked so many times, unless a person asks meanwhile.
 * @typedef {{ kind: "relieve", module: ArrayBuffer | string, sample: string, runs: number }} Relieve
 * The module with all readers, to take the place of the small one when it has rehearsed; until then that one answers.
 * @typedef {{ kind: "check", id: number, bytes: Uint8Array, options: import("../pkg-full/gouji.js").CheckOptions }} Check
 * @typedef {{ kind: "make", what: "annotate" | "workbook" | "factsCsv", id: number, bytes: Uint8Array,
 *   options: import("../pkg-full/gouji.js").AnnotateOptions | import("../pkg-full/gouji.js").WorkbookOptions | import("../pkg/gouji.js").CheckOptions }} Make
 * @typedef {{ kind: "rules", id: number, language: import("../pkg/gouji.js").Locale }} Rules
 * @typedef {Check | Make | Rules} Question
 * @typedef {{ kind: "ready", version: string }
 *   | { kind: "rehearsed", report: string }
 *   | { kind: "relieved" }
 *   | { kind: "unusable", message: string }
 *   | { kind: "answer", id: number, value: any }
 *   | { kind: "failure", id: number, error: import("../pkg/gouji.js").Failure }
 *   | { kind: "crash", id: number, message: string }} Answer
 */

/** What the small module answers where only the full one can. */
const ABSENT = { code: 'reader-absent', message: '' };

/** The bindings of the module that is in use. */
let bindings = small;
/** @type {(usable: Promise<boolean>) => void} */
let isStarted;
/** Whether the module can be used; a question may come before the module does, and waits for it. */
let started = /** @type {Promise<boolean>} */ (new Promise((resolve) => (isStarted = resolve)));
/** Whether a person has asked something of this module: then there is no time for rehearsing. */
let asked = false;
/** When that was last. */
let askedAt = 0;

self.onmessage = (/** @type {MessageEvent<Start | Rehearse | Relieve | Question>} */ { data }) => {
  if (data.kind === 'start') {
    asked = false;
    started = start(data);
    isStarted(started);
  } else if (data.kind === 'rehearse') {
    // What is wrong will be said when a person asks.
    started.then((usable) => (usable ? rehearse(data) : undefined)).catch(() => {});
  } else if (data.kind === 'relieve') {
    // Where it cannot, the small module goes on.
    started.then((usable) => (usable ? relieve(data) : undefined)).catch(() => {});
  } else {
    [asked, askedAt] = [true, Date.now()];
    started.then((usable) => usable && post(answer(data)));
  }
};

/** @param {Answer} message */
function post(message) {
  self.postMessage(message);
}

/**
 * @param {typeof small | typeof full} bindings
 * @param {ArrayBuffer | string} module
 */
async function load(bindings, module) {
  await bindings.default({ module_or_path: typeof module === 'string' ? await unpack(module) : module });
}

/** @param {Start} message */
async function start({ module, complete }) {
  try {
    bindings = complete ? full : small;
    await load(bindings, module);
    post({ kind: 'ready', version: bindings.version() });
    return true;
  } catch (error) {
    post({ kind: 'unusable', message: String(error) });
    return false;
  }
}

/**
 * Code that ran before runs faster: the engine of the browser has compiled it by then. The page rehearses with the
 * first report. Between two runs there is room for a question.
 * @param {Rehearse} message
 */
async function rehearse({ sample, runs }) {
  const present = bindings;
  const bytes = new TextEncoder().encode(sample);
  for (let run = 0; run < runs && !asked && bindings === present; run++) {
    const report = present.check(bytes, {});
    if (!run) post({ kind: 'rehearsed', report });
    await pause(0);
  }
}

/**
 * Rehearses with the module of all readers, where nobody asks, and then goes on with it.
 * @param {Relieve} message
 */
async function relieve({ module, sample, runs }) {
  await load(full, module);
  const bytes = new TextEncoder().encode(sample);
  for (let run = 0; run < runs; run++) {
    while (askedAt && Date.now() - askedAt < PAUSE) await pause(PAUSE);
    // A file that needs its readers was quicker.
    if (bindings === full) return;
    full.check(bytes, {});
    await pause(0);
  }
  bindings = full;
  post({ kind: 'relieved' });
}

/**
 * @param {number} time In milliseconds.
 * @returns {Promise<void>}
 */
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/**
 * The module's bytes; in engines of 2025 and later a stream, compiled while it is unpacked.
 * @param {string} base64
 */
function unpack(base64) {
  const { fromBase64 } = /** @type {any} */ (Uint8Array);
  const bytes = fromBase64 ? fromBase64.call(Uint8Array, base64) : decode(base64);
  // Chromium 78 and 79 have no such stream.
  if (GOUJI_WHOLE && typeof DecompressionStream === 'undefined') return gunzipSync(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const response = new Response(stream, { headers: { 'Content-Type': 'application/wasm' } });
  return fromBase64 ? response : response.arrayBuffer();
}

/** @param {string} base64 */
function decode(base64) {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

/**
 * @param {Question} question
 * @returns {Answer}
 */
function answer(question) {
  const { id } = question;
  try {
    if (bindings !== full && (question.kind === 'make' || question.kind === 'check' && question.options.bodies)) return { kind: 'failure', id, error: ABSENT };
    return { kind: 'answer', id, value: value(question) };
  } catch (error) {
    // Whatever is not a failure of the reader's own has left the module in an unknown state.
    return isFailure(error) ? { kind: 'failure', id, error } : { kind: 'crash', id, message: String(error) };
  }
}

/**
 * @param {Question} question
 * @returns {any}
 */
function value(question) {
  switch (question.kind) {
    case 'check':
      return bindings.check(question.bytes, question.options);
    case 'make':
      return full[question.what](question.bytes, question.options);
    case 'rules':
      return bindings.rules(question.language);
  }
}

/**
 * @param {any} error
 * @returns {error is import("../pkg/gouji.js").Failure}
 */
function isFailure(error) {
  return typeof error === 'object' && error !== null && typeof error.code === 'string';
}
