/** What the views can ask for. */

import { bodiesOf } from './batch.js';
import { MOST_EDITED, together } from './edits.js';
import { translator } from './i18n/index.js';
import { yearBefore } from './last-year.js';
import { readFile } from './files.js';
import { come, later } from './later.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./state.js').Action} Action */
/** @typedef {import('./views/context.js').Context} Context */
/** @typedef {{ get: () => State, send: (action: Action) => void }} Store */

/** How long after the last key a typed text is checked, in milliseconds. */
const PAUSE = 350;

/** How long a passing notice stays, in milliseconds. */
const NOTICE = 4000;

/**
 * @typedef {object} Parts
 * @property {import('./types.js').Engine} engine
 * @property {ReturnType<typeof import('./checker.js').createChecker>} checker
 * @property {ReturnType<typeof import('./queue.js').createQueue>} queue
 */

/**
 * @param {Store} store
 * @param {Parts} parts
 * @returns {Context}
 */
export function createContext(store, parts) {
  const { get, send } = store;
  const { engine, checker } = parts;
  const notify = notifier(send);
  const copied = (/** @type {import('./i18n/index.js').Key} */ said) => notify(context.t(said));
  /** @type {Context} */
  const context = {
    send,
    t: translator(get().language),
    offers: { annotate: typeof engine.annotate === 'function', workbook: typeof engine.workbook === 'function' },
    parts: null,
    open: (dialog) => fetched(notify, () => context, () => send({ type: 'dialog', dialog })),
    ...navigation(store),
    ...editing(store, (act) => (context.parts ? act() : fetched(notify, () => context, act))),
    ...intake(store, parts, () => context, notify),
    expectFile: () => savesData() || engine.prepare(),
    cancel: () => checker.cancel(),
    rulePage: (code) => checker.rules(get().language).then((rules) => rules.find((rule) => rule.code === code), () => undefined),
    copyOne: (finding) => fetched(notify, () => context, ({ copyFinding }) => copyFinding(finding, get(), context.t).then(copied)),
    copyEdits: () => fetched(notify, () => context, (parts) => parts.copyEdits(get(), context.t).then(copied)),
    take: (what) => fetched(notify, () => context, ({ taker }) => taker(store, engine, context.t)(what).then((said) => said && notify(context.t(said)))),
    speak: (language) => fetched(notify, () => context, () => send({ type: 'language', language })),
    loadReview: (file) => fetched(notify, () => context, async ({ readReview }) => {
      const found = await readReview(file);
      if (found) send({ type: 'decisions', ...found });
      if (found) send({ type: 'dialog', dialog: null });
      notify(found ? context.t('take.loaded', { n: found.n }) : context.t('take.notLoaded'));
    }),
  };
  come.then((parts) => {
    context.parts = parts;
    send({ type: 'arrived' });
  });
  return context;
}

/**
 * Does what needs a part of the page that may not have come yet.
 *
 * @param {(text: string) => void} notify
 * @param {() => Context} context
 * @param {(parts: import('./later.js').Later) => void} act
 */
const fetched = (notify, context, act) => later().then(act, () => notify(context().t('status.notFetched')));

/** Whether a person has asked the browser to load as little as possible. */
function savesData() {
  const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator);
  return Boolean(connection && connection.saveData);
}

/** @param {Store} store */
function navigation({ get, send }) {
  return {
    /** @type {Context['goto']} */
    goto: ({ block, start, end }) => send({ type: 'goto', place: { block, start, end } }),
    /** @type {Context['select']} */
    select: (id) => send({ type: 'select', id }),
    /** @type {Context['choose']} */
    choose: (ids) => {
      const at = ids.indexOf(get().selected ?? '');
      send({ type: 'select', id: ids[(at + 1) % ids.length] });
    },
  };
}

/**
 * @param {Store} store
 * @param {(act: () => void) => void} whenThere  does it once the field to write in has come, which usually is at once
 */
function editing({ get, send }, whenThere) {
  return {
    /** @type {Context['edit']} */
    edit: (block, here = false, place) => whenThere(() => {
      const text = get().index?.homes.get(block)?.text.text;
      if (text === undefined || text.length > MOST_EDITED || get().editing === block) return;
      if (!here) send({ type: 'goto', place: { block, start: 0, end: text.length } });
      send({ type: 'edit-open', block, place });
    }),
    /** @type {Context['tryRepairs']} */
    tryRepairs: (repairs) => whenThere(() => {
      const texts = together((block) => get().index?.homes.get(block)?.text.text, repairs);
      if (texts.size) send({ type: 'goto', place: repairs[0].evidence });
      // All of them are one step back.
      let step = true;
      texts.forEach((text, block) => {
        send({ type: 'edit', block, text, step });
        step = false;
      });
    }),
  };
}

/**
 * @param {Store} store
 * @param {Parts} parts
 * @param {() => Context} context
 * @param {(text: string) => void} notify
 */
function intake({ get, send }, { checker, queue }, context, notify) {
  let timer = 0;
  /** @param {import('./types.js').Input} input */
  const check = (input) => {
    clearTimeout(timer);
    if (get().batch.docs.length) send({ type: 'file-open', id: null });
    checker.check(input, get().language);
  };
  /** @param {import('./clipboard.js').Received} received */
  const compare = async (received) => {
    try {
      const input = received.kind === 'files' ? await inputOf(received.files[0]) : received;
      send({ type: 'last-year', input });
    } catch {
      notify(context().t('lastYear.notRead'));
    }
  };
  /** @param {File[]} files */
  const open = (files) => {
    clearTimeout(timer);
    if (files.length === 1 && /\.json$/i.test(files[0].name) && (get().report || get().batch.docs.length)) return context().loadReview(files[0]);
    if (files.length === 1) {
      if (get().batch.docs.length) send({ type: 'file-open', id: null });
      return checker.checkFile(files[0], get().language);
    }
    return fetched(notify, context, () => {
      send({ type: 'files', files });
      queue.run();
    });
  };
  return {
    /** @type {Context['receive']} */
    receive: (received) => {
      if (get().dialog === 'lastYear') compare(received);
      else if (received.kind === 'files') open(received.files);
      else check(received);
    },
    /** @type {Context['retype']} */
    retype: (text) => {
      clearTimeout(timer);
      if (text.trim()) timer = window.setTimeout(() => check({ kind: 'text', data: text, text }), PAUSE);
    },
    example: () => fetched(notify, context, ({ example }) => check({ kind: 'example', data: example, text: '', name: context().t('intake.exampleName') })),
    /** @type {Context['openFile']} */
    openFile: (id) => {
      const doc = get().batch.docs.find((each) => each.id === id);
      if (!doc) return;
      send({ type: 'file-open', id });
      const checked = checker.checkFile(doc.file, get().language, bodiesOf(get().batch, id));
      const last = yearBefore(get().batch, doc);
      if (!last) return;
      checked.then(() => {
        if (get().batch.open === id && !get().lastYear) compare({ kind: 'files', files: [last.file] });
      });
    },
    stopFiles: () => queue.stop(),
    continueFiles: () => {
      send({ type: 'files-stop', stopped: false });
      queue.run();
    },
  };
}

/**
 * @param {File} file
 * @returns {Promise<import('./types.js').Input>}
 */
async function inputOf(file) {
  return { kind: 'file', data: await readFile(file), text: '', name: file.name };
}

/**
 * Says something in passing.
 * @param {(action: Action) => void} send
 */
function notifier(send) {
  let timer = 0;
  return (/** @type {string} */ text) => {
    clearTimeout(timer);
    send({ type: 'notice', text });
    timer = window.setTimeout(() => send({ type: 'notice', text: '' }), NOTICE);
  };
}
