import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mockReport } from './mock/report.js';
import { visible } from './choosing.js';
import { initial, reduce } from './state.js';
import { LIMITS } from './windows.js';

/** @typedef {import('./state.js').Action} Action */

/** @param {Action[]} actions */
const after = (...actions) => actions.reduce(reduce, initial());
/** @type {Action} */
const checked = { type: 'checked', report: mockReport(true) };
/** @type {Action} */
const next = { type: 'step', by: 1 };
/** @type {Action} */
const previous = { type: 'step', by: -1 };

test('stepping goes through the findings in order and around the ends', () => {
  const ids = mockReport(true).findings.map((finding) => finding.id);
  assert.equal(after(checked, next).selected, ids[0]);
  assert.equal(after(checked, next, next).selected, ids[1]);
  assert.equal(after(checked, previous).selected, ids[ids.length - 1]);
  assert.equal(after(checked, previous, next).selected, ids[0]);
});

test('stepping keeps to what the filter lets through', () => {
  const state = after(checked, { type: 'filter', severity: 'error' }, next);
  assert.equal(visible(state).some((finding) => finding.severity === 'error'), false);
  assert.equal(state.report?.findings.find((finding) => finding.id === state.selected)?.severity, 'warning');
});

test('the same report in another language keeps the chosen finding', () => {
  const state = after(checked, next, { type: 'language', language: 'en' }, { type: 'checked', report: mockReport(false) });
  assert.equal(state.selected, mockReport(true).findings[0].id);
});

test('another report does not', () => {
  const other = { ...mockReport(true), findings: [] };
  assert.equal(after(checked, next, { type: 'checked', report: other }).selected, null);
});

test('a failure loses neither the input nor the result before it', () => {
  const input = { kind: /** @type {const} */ ('text'), data: '甲', text: '甲' };
  const state = after(checked, { type: 'checking', input }, { type: 'failed', failure: { code: 'crashed', message: '' } });
  assert.equal(state.phase, 'failed');
  assert.equal(state.input, input);
  assert.ok(state.report);
});

test('an unknown finding chooses none', () => {
  assert.equal(after(checked, { type: 'select', id: 'no such' }).selected, null);
  assert.equal(after(next).selected, null);
});

test('a place far down a long line opens the window there', () => {
  const report = mockReport(true);
  const text = { block: 9000, text: '字'.repeat(LIMITS.characters * 5) };
  report.parts = [{ kind: 'paragraph', text }];
  const place = { block: 9000, start: LIMITS.characters * 4, end: LIMITS.characters * 4 + 2 };
  const { windows } = after({ type: 'checked', report }, { type: 'goto', place });
  const range = windows['block:9000'];
  assert.ok(range.from <= place.start && range.to >= place.end);
});

test('actions never change the state they are given', () => {
  const before = Object.freeze(after(checked));
  for (const action of [next, previous, { type: 'filter', severity: 'notice' }, { type: 'dialog', dialog: 'help' }, { type: 'rule', code: 'N201', on: false }, { type: 'edit', block: 0, text: '改' }]) {
    reduce(before, /** @type {Action} */ (action));
  }
  assert.equal(before.selected, null);
});
