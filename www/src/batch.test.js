import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY, beside, found, left, ordered, outcomeOf, progress, reduceBatch } from './batch.js';
import { reportKey } from './decisions.js';
import { mockReport } from './mock/report.js';

/** @param {string[]} names */
const files = (...names) => names.map((name) => /** @type {File} */ ({ name }));
/** @param {any[]} actions */
const after = (...actions) => actions.reduce(reduceBatch, EMPTY);
const two = { type: 'files', files: files('a', 'b') };
const outcome = outcomeOf(mockReport(true));

test('files wait, are checked or fail, each by itself', () => {
  const failure = { code: 'picture', message: '' };
  const batch = after(two, { type: 'file-checking', id: 0 }, { type: 'file-checked', id: 0, outcome }, { type: 'file-failed', id: 1, failure });
  assert.deepEqual(batch.docs.map(({ state }) => state), ['done', 'failed']);
  assert.deepEqual(progress(batch), { done: 2, total: 2, failed: 1 });
  assert.equal(reduceBatch(batch, { type: 'files-again' }).docs[0].state, 'waiting');
});

test('an outcome counts what the report says', () => {
  const report = mockReport(true);
  assert.equal(outcome.error + outcome.warning + outcome.notice, report.findings.length);
  assert.equal(outcome.title, report.title);
  assert.ok(outcome.holds > 0);
});

test('opening goes from the list to a report and back', () => {
  const open = after(two, { type: 'file-open', id: 1 });
  assert.equal(open.listed, false);
  assert.equal(beside(open, -1)?.id, 0);
  assert.equal(beside(open, 1), undefined);
  assert.equal(reduceBatch(open, { type: 'files-list' }).listed, true);
  assert.equal(after({ type: 'files-list' }).listed, false);
  assert.equal(beside(after(two), 1), undefined);
});

test('the worst come first where that is wanted, equals in their order', () => {
  const batch = after({ type: 'files', files: files('a', 'b', 'c') }, { type: 'file-checked', id: 1, outcome }, { type: 'file-checked', id: 2, outcome }, { type: 'files-sort' });
  const order = (/** @type {typeof batch} */ batch) => ordered(batch).map(({ id }) => id);
  assert.deepEqual(order(batch), [1, 2, 0]);
  const worse = reduceBatch(batch, { type: 'file-checked', id: 0, outcome: { ...outcome, error: 99 } });
  assert.deepEqual(order(worse), [1, 2, 0], 'what is found later moves nothing');
  assert.deepEqual(order(reduceBatch(worse, { type: 'files-sort' })), [0, 1, 2]);
  assert.deepEqual(order([1, 2].reduce((batch) => reduceBatch(batch, { type: 'files-sort' }), worse)), [0, 1, 2]);
});

test('the files are counted by the worst that is left in them', () => {
  const { docs } = after({ type: 'files', files: files('a', 'b', 'c', 'd') }, { type: 'file-checked', id: 0, outcome }, { type: 'file-checked', id: 1, outcome },
    { type: 'file-checked', id: 2, outcome: { ...outcome, findings: outcome.findings.filter(({ severity }) => severity === 'warning') } });
  const state = { batch: { ...EMPTY, docs }, kept: new Map(), off: new Set() };
  assert.deepEqual(found(state), { error: 2, warning: 1 });
  assert.deepEqual(found({ ...state, off: new Set(outcome.findings.map(({ code }) => code)) }), { error: 0, warning: 0 });
});

test('what could not be read comes before the worst', () => {
  const failure = { code: 'picture', message: '' };
  const batch = after({ type: 'files', files: files('a', 'b', 'c', 'd') }, { type: 'file-checked', id: 0, outcome }, { type: 'file-failed', id: 1, failure },
    { type: 'file-failed', id: 3, failure }, { type: 'files-sort' });
  assert.deepEqual(ordered(batch).map(({ id }) => id), [1, 3, 0, 2]);
});

test('what was dismissed in a report, or whose rule is off, is not counted in the list', () => {
  const report = mockReport(true);
  const [doc] = after(two, { type: 'file-checked', id: 0, outcome }).docs;
  const [{ id, code }] = report.findings;
  const decisions = new Map([[id, { status: /** @type {const} */ ('dismissed'), remark: '', code, message: '' }]]);
  assert.equal(left(doc, { kept: new Map(), off: new Set() }).length, report.findings.length);
  assert.equal(left(doc, { kept: new Map([[reportKey(report), decisions]]), off: new Set() }).length, report.findings.length - 1);
  assert.ok(left(doc, { kept: new Map(), off: new Set([code]) }).every((finding) => finding.code !== code));
});
