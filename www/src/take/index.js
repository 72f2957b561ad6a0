/** What can be taken away of a result, each made here and now. */

import { bodiesOf } from '../batch.js';
import { checklist } from '../checklist.js';
import { visible } from '../choosing.js';
import { forEngine } from '../edits.js';
import { readFile } from '../files.js';
import { lastYearForEngine } from '../last-year.js';
import { list, write, writeAll } from '../review-file.js';
import { annotated } from './annotated.js';
import { copy, said } from './copy.js';
import { csv } from './csv.js';
import { batchJson, batchRows, heads, rows } from './rows.js';
import { copyTable, fileName, save } from './save.js';
import { correctionsTable } from './table.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {import('../i18n/index.js').Key} Key */
/** @typedef {import('../views/context.js').Taken} Taken */

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Does what was asked, and tells what to say of it.
 *
 * @param {{ get: () => State, send: (action: import('../state.js').Action) => void }} store
 * @param {import('../types.js').Engine} engine
 * @param {import('../i18n/index.js').Translate} t
 * @returns {(what: Taken) => Promise<Key | ''>}
 */
export function taker({ get, send }, engine, t) {
  return async (what) => {
    try {
      if (what === 'print') {
        send({ type: 'dialog', dialog: null });
        setTimeout(() => window.print());
        return '';
      }
      if (what === 'text' || what === 'table') return copied(get(), what, t);
      if (what === 'word' || what === 'excel' || what === 'facts') return await made(get(), engine, what, t);
      if (what === 'batch-facts') {
        send({ type: 'notice', text: t('take.making') });
        return await allFacts(get(), engine, t);
      }
      file(get(), what, t);
      return 'take.saved';
    } catch {
      return 'take.failed';
    }
  };
}

/**
 * @param {State} state
 * @param {'text' | 'table'} what
 * @param {import('../i18n/index.js').Translate} t
 * @returns {Promise<Key>}
 */
async function copied(state, what, t) {
  const { report, index } = state;
  if (!report || !index) return 'take.failed';
  const listed = visible(state);
  const done = what === 'table' ? copyTable(correctionsTable(state, listed, t))
    : await copy(checklist(report, listed, (finding) => index.numbers.get(finding.id) ?? 0, t, state.decisions));
  return said(done);
}

/**
 * @param {State} state
 * @param {Exclude<Taken, 'print' | 'text' | 'table' | 'word' | 'excel' | 'facts' | 'batch-facts'>} what
 * @param {import('../i18n/index.js').Translate} t
 */
function file(state, what, t) {
  const { report, kept, decisions, off, edits } = state;
  if (what === 'batch-csv') return save(fileName(t('take.many'), '.csv'), csv(batchRows(state, t)), 'text/csv');
  if (what === 'batch-json') return save(fileName(t('take.many'), '.json'), batchJson(state), 'application/json');
  if (what === 'batch-review') return save(fileName(t('take.many'), `-${t('take.reviewSuffix')}.json`), writeAll(kept, off), 'application/json');
  if (!report) return;
  const base = baseName(state, t);
  if (what === 'html') save(fileName(base, `-${t('take.suffix')}.html`), annotated(state, t), 'text/html');
  if (what === 'csv') save(fileName(base, '.csv'), csv([heads(t), ...rows(state, report.findings, t)]), 'text/csv');
  if (what === 'review') save(fileName(base, `-${t('take.reviewSuffix')}.json`), write(report, decisions, off), 'application/json');
  if (what === 'json') {
    const whole = {
      ...report,
      edits: edits.size ? Array.from(edits, ([block, edit]) => ({ block, ...edit })) : undefined,
      decisions: decisions.size ? list(decisions) : undefined,
    };
    save(fileName(base, '.json'), `${JSON.stringify(whole, null, 1)}\n`, 'application/json');
  }
}

/**
 * What only the engine can make.
 *
 * @param {State} state
 * @param {import('../types.js').Engine} engine
 * @param {'word' | 'excel' | 'facts'} what
 * @param {import('../i18n/index.js').Translate} t
 * @returns {Promise<Key>}
 */
async function made(state, engine, what, t) {
  const { checkedInput: input, language, off, edits } = state;
  const make = { word: engine.annotate, excel: engine.workbook, facts: engine.facts }[what];
  if (!input || !make) return 'take.failed';
  const data = typeof input.data === 'string' ? new TextEncoder().encode(input.data) : input.data.slice();
  // The Word file gets comments on what it says; a workbook holds what is on the screen, and what was decided.
  const wishes = what === 'word' ? { findings: edits.size ? undefined : visible(state).map(({ id }) => id) }
    : { off: Array.from(off), edits: forEngine(edits), decisions: Array.from(state.decisions, ([id, { status, remark }]) => ({ id, words: t(`decision.${status}`), remark })) };
  const bytes = await make(data, { name: input.name, language, lastYear: lastYearForEngine(state.lastYear), bodies: bodiesOf(state.batch, state.batch.open), ...wishes });
  const [ending, type] = { word: [`-${t('take.suffix')}.docx`, WORD], excel: ['.xlsx', EXCEL], facts: [`-${t('take.factsSuffix')}.csv`, 'text/csv'] }[what];
  save(fileName(baseName(state, t), ending), bytes, type);
  return 'take.saved';
}

/**
 * The figures of the tables of all files that were read, under one head.
 *
 * @param {State} state
 * @param {import('../types.js').Engine} engine
 * @param {import('../i18n/index.js').Translate} t
 * @returns {Promise<Key>}
 */
async function allFacts({ batch, language }, { facts }, t) {
  if (!facts) return 'take.failed';
  let all = '';
  for (const { file: source, state } of batch.docs) {
    if (state !== 'done') continue;
    const table = await facts(await readFile(source), { name: source.name, language });
    all += all ? table.slice(table.indexOf('\n') + 1) : table;
  }
  save(fileName(t('take.many'), `-${t('take.factsSuffix')}.csv`), all, 'text/csv');
  return 'take.saved';
}

/**
 * @param {State} state
 * @param {import('../i18n/index.js').Translate} t
 */
function baseName({ report, checkedInput }, t) {
  return (checkedInput && checkedInput.kind === 'file' && checkedInput.name) || (report && report.title) || t('summary.untitled');
}
