/** The page inside of a frame: answers the questions of the page around it, and shows what it answers. */

import { problem } from '../src/problems.js';

/**
 * @typedef {import("../src/types.js").Input} Input
 * @typedef {import("../src/state.js").State} State
 * @typedef {{ id: unknown, input: Input, source: Window, origin: string }} Question
 */

/**
 * @param {import("../src/types.js").Engine} engine
 * @param {{ get: () => State, listen: (listener: (state: State) => void) => void, receive: (input: any) => void,
 *   send: (action: any) => void }} page
 */
export function answerFrame(engine, page) {
  /** @type {Question[]} The first is being answered. */
  const questions = [];

  const next = () => {
    if (questions.length) page.receive(questions[0].input);
  };

  /** @param {Record<string, unknown>} answer */
  const answer = (answer) => {
    const question = questions.shift();
    if (question) reply(question, answer);
    // After this change of the page is drawn.
    Promise.resolve().then(next);
  };

  window.addEventListener('message', (event) => {
    const question = questionOf(event);
    if (!question) return;
    const { language } = event.data;
    if ((language === 'zh' || language === 'en') && page.get().language !== language) page.send({ type: 'language', language });
    questions.push(question);
    if (questions.length === 1) next();
  });

  page.listen((state) => {
    if (!questions.length) return;
    // Only what the page around asked is told to it, never what a person puts in here.
    if (state.input !== questions[0].input) {
      if (state.phase === 'checking') answer(failed({ code: 'superseded' }, state.language));
    } else if (state.phase === 'done') answer({ type: 'gouji:report', report: state.report });
    else if (state.phase === 'failed' && state.failure) answer(failed(state.failure, state.language));
  });

  engine.ready.then(
    () => window.parent.postMessage({ type: 'gouji:ready' }, '*'),
    (cause) => window.parent.postMessage(failed(cause, page.get().language), '*'),
  );
}

/**
 * What the reader says, or else the engine.
 * @param {{ code: string, message?: string }} cause
 * @param {import("../src/types.js").Language} language
 */
function failed({ code, message }, language) {
  return failure(code, message || problem(code, language).message);
}

/** @type {(code: string, message: string) => Record<string, unknown>} */
const failure = (code, message) => ({ type: 'gouji:error', code, message });

/**
 * @param {MessageEvent} event
 * @returns {Question | null}
 */
function questionOf({ data, source, origin }) {
  if (source !== window.parent || !data || data.type !== 'gouji:check') return null;
  const { id, text, bytes, name } = data;
  const content = typeof text === 'string' ? text : bytesOf(bytes);
  if (content === null) {
    reply({ id, source: window.parent, origin }, failure('unknown-kind', "`text` must be a string, or `bytes` a Uint8Array or ArrayBuffer"));
    return null;
  }
  /** @type {Input} */
  const input = { kind: 'text', data: content, text: typeof content === 'string' ? content : '' };
  if (typeof name === 'string') input.name = name;
  return { id, input, source: window.parent, origin };
}

/** @param {unknown} bytes */
function bytesOf(bytes) {
  if (bytes instanceof Uint8Array) return bytes;
  return bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : null;
}

/**
 * @param {Pick<Question, "id" | "source" | "origin">} question
 * @param {Record<string, unknown>} answer
 */
function reply({ id, source, origin }, answer) {
  // A page without an origin of its own can only be addressed by itself.
  source.postMessage({ ...answer, id }, origin === 'null' ? '*' : origin);
}
