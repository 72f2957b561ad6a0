/** What the views can ask for. */

import { checklist, findingText } from './checklist.js';
import { copy } from './clipboard.js';
import { translator } from './i18n/index.js';
import { visible } from './state.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./state.js').Action} Action */
/** @typedef {import('./views/context.js').Context} Context */

/** How long after the last key a typed text is checked, in milliseconds. */
const PAUSE = 350;

/** How long a passing notice stays, in milliseconds. */
const NOTICE = 4000;

/**
 * @param {{ get: () => State, send: (action: Action) => void }} store
 * @param {ReturnType<typeof import('./checker.js').createChecker>} checker
 * @param {string} example
 * @returns {Context}
 */
export function createContext({ get, send }, checker, example) {
  let timer = 0;
  const check = (/** @type {import('./types.js').Input} */ input) => {
    clearTimeout(timer);
    checker.check(input, get().language);
  };
  /** @type {Context} */
  const context = {
    send,
    t: translator(get().language),
    goto: ({ block, start, end }) => send({ type: 'goto', place: { block, start, end } }),
    select: (id) => send({ type: 'select', id }),
    choose: (ids) => {
      const at = ids.indexOf(get().selected ?? '');
      send({ type: 'select', id: ids[(at + 1) % ids.length] });
    },
    receive: (received) => {
      clearTimeout(timer);
      if (received.kind !== 'file') return check(received);
      const { file, others } = received;
      checker.checkFile(file, get().language).then(() => {
        if (others > 0) notify(context.t('intake.several', { name: file.name }), context);
      });
    },
    retype: (text) => {
      clearTimeout(timer);
      if (text.trim()) timer = window.setTimeout(() => check({ kind: 'text', data: text, text }), PAUSE);
    },
    example: () => check({ kind: 'example', data: example, text: '', name: context.t('intake.exampleName') }),
    cancel: () => checker.cancel(),
    copyOne: (finding) => {
      const number = get().index?.numbers.get(finding.id) ?? 0;
      copied(findingText(finding, number, context.t), context);
    },
    copyAll: () => {
      const { report, index } = get();
      if (!report || !index) return;
      copied(checklist(report, visible(get()), (finding) => index.numbers.get(finding.id) ?? 0, context.t), context);
    },
  };
  return context;
}

/**
 * @param {string} text
 * @param {Context} context
 */
async function copied(text, { send, t }) {
  notify(t(await copy(text) ? 'status.copied' : 'status.notCopied'), { send });
}

/**
 * Says something in passing.
 *
 * @param {string} text
 * @param {Pick<Context, 'send'>} context
 */
function notify(text, { send }) {
  send({ type: 'notice', text });
  setTimeout(() => send({ type: 'notice', text: '' }), NOTICE);
}
