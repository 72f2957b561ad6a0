/** Many files, one after the other, behind whatever a person asks for meanwhile. */

import { bodiesOf, outcomeOf } from './batch.js';
import { failureOf } from './checker.js';
import { readFile } from './files.js';
import { yearBefore } from './last-year.js';

/** @typedef {import('./batch.js').Doc} Doc */

/**
 * @param {Doc} doc
 * @param {import('./batch.js').Batch} batch
 */
function isUncompared(doc, batch) {
  return doc.state === 'done' && doc.outcome !== undefined && doc.outcome.lastYear === null && yearBefore(batch, doc) !== undefined;
}

/**
 * @param {import('./types.js').Engine} engine
 * @param {ReturnType<typeof import('./checker.js').createChecker>} checker
 * @param {{ get: () => import('./state.js').State, send: (action: import('./state.js').Action) => void }} store
 */
export function createQueue(engine, checker, { get, send }) {
  let running = false;
  let mine = false;

  /** @param {Doc} doc */
  const present = (doc) => get().batch.docs.some(({ id, file }) => id === doc.id && file === doc.file);

  /** @param {Doc} doc */
  async function one(doc) {
    const { id, file } = doc;
    const { language } = get();
    send({ type: 'file-checking', id });
    try {
      const bytes = await readFile(file);
      const before = yearBefore(get().batch, doc);
      const lastYear = before && { bytes: await readFile(before.file), name: before.file.name };
      await checker.idle();
      mine = true;
      const report = await engine.check(bytes, { name: file.name, language, lastYear, bodies: bodiesOf(get().batch, id) });
      if (present(doc)) send(language === get().language ? { type: 'file-checked', id, outcome: outcomeOf(report) } : { type: 'file-waiting', id });
    } catch (error) {
      const failure = failureOf(error);
      const later = failure.code === 'superseded' || failure.code === 'cancelled';
      if (present(doc)) send(later ? { type: 'file-waiting', id } : { type: 'file-failed', id, failure });
    } finally {
      mine = false;
    }
  }

  async function run() {
    if (running) return;
    running = true;
    for (;;) {
      await checker.idle();
      const { docs, stopped } = get().batch;
      // Once all are known, those whose report of last year is among them are compared with it.
      const next = docs.find(({ state }) => state === 'waiting') || docs.find((doc) => isUncompared(doc, get().batch));
      if (stopped || !next) break;
      await one(next);
    }
    running = false;
  }

  return {
    run,
    /** Stops after a person asked for it; what is done stays. */
    stop() {
      send({ type: 'files-stop', stopped: true });
      if (mine) engine.cancel();
    },
  };
}
