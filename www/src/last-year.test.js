import assert from 'node:assert/strict';
import test from 'node:test';
import { giveLastYear, knownLastYear, lastYearForEngine, yearBefore } from './last-year.js';
import { mockReport } from './mock/report.js';
import { initial, reduce } from './state.js';

const report = { ...mockReport(true), organization: '青石县 人民政府' };
/** @type {import('./types.js').Input} */
const last = { kind: 'text', data: '上年', text: '上年' };

const seen = () => reduce(initial(), { type: 'checked', report });

test('last year’s report serves again when the same report comes again, and no other’s', () => {
  const given = reduce(seen(), { type: 'last-year', input: last });
  assert.equal(given.lastYear, last);
  assert.equal(reduce(given, { type: 'checked', report }).lastYear, last);
  assert.equal(reduce(given, { type: 'checked', report: { ...report, organization: '石桥镇' } }).lastYear, null);
  assert.equal(reduce(given, { type: 'checked', report: { ...report, year: 2021 } }).lastYear, null);
  assert.equal(knownLastYear(given, { ...report, organization: '青石县人民政府' }), last);
});

test('what was taken away does not come back', () => {
  const given = giveLastYear(giveLastYear(seen(), last), null);
  assert.equal(given.lastYear, null);
  assert.equal(reduce(given, { type: 'checked', report }).lastYear, null);
});

test('where it could not be compared at all it is not kept', () => {
  const given = reduce(seen(), { type: 'last-year', input: last });
  assert.equal(reduce(given, { type: 'failed', failure: { code: 'reader-absent', message: '' } }).lastYear, null);
});

test('the engine gets bytes', () => {
  assert.equal(lastYearForEngine(null), undefined);
  assert.equal(new TextDecoder().decode(lastYearForEngine(last)?.bytes), '上年');
});

test('of several files the same body’s of the year before belongs to one', () => {
  const doc = (/** @type {number} */ id, /** @type {string | null} */ organization, /** @type {number} */ year) =>
    /** @type {any} */ ({ id, outcome: { organization, year } });
  const docs = [doc(0, '甲县', 2022), doc(1, '甲县', 2023), doc(2, '乙县', 2022), doc(3, null, 2022), doc(4, null, 2023)];
  const batch = /** @type {any} */ ({ docs });
  assert.equal(yearBefore(batch, docs[1]), docs[0]);
  for (const other of [docs[0], docs[2], docs[4]]) assert.equal(yearBefore(batch, other), undefined);
});
