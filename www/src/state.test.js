import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mockReport } from './mock/report.js';
import { visible } from './choosing.js';
import { reportKey } from './decisions.js';
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

test('decisions about many reports go to the report in view, and wait for the others', () => {
  const [{ id }] = mockReport(true).findings;
  const decision = { status: /** @type {const} */ ('dismissed'), remark: '', code: '', message: '' };
  const kept = new Map([[reportKey(mockReport(true)), new Map([[id, decision]])], ['某县 2024', new Map([['x', decision]])]]);
  /** @type {Action} */
  const loaded = { type: 'decisions', decisions: new Map(), kept, off: [] };
  assert.equal(after(checked, loaded).decisions.get(id), decision);
  assert.equal(after(loaded, checked).decisions.get(id), decision);
  assert.equal(after(loaded, checked).decisions.has('x'), false);
  assert.equal(after(checked, loaded).kept.get('某县 2024')?.size, 1);
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

test('a finding that is no fault is neither listed nor walked to; a step back brings it back', () => {
  const ids = mockReport(true).findings.map((finding) => finding.id);
  const state = after(checked, next, { type: 'decide', id: ids[0], status: 'dismissed' });
  assert.equal(visible(state).length, ids.length - 1);
  assert.equal(state.selected, ids[0]);
  assert.equal(reduce(state, next).selected, ids[1]);
  assert.equal(reduce(state, previous).selected, ids[ids.length - 1]);
  assert.equal(visible(reduce(state, { type: 'undo' })).length, ids.length);
});

test('decisions stay with their report, edits do not', () => {
  const other = { ...mockReport(true), organization: '别处', title: '别处报告' };
  const [{ id }] = other.findings;
  const block = other.parts[0].kind === 'grid' ? 0 : other.parts[0].text.block;
  const away = after(checked, { type: 'decide', id, status: 'accepted' }, { type: 'edit', block, text: '改' }, { type: 'checked', report: other });
  assert.equal(away.decisions.size, 0);
  assert.equal(away.edits.size, 0);
  assert.equal(reduce(away, checked).decisions.get(id)?.status, 'accepted');
});

test('what is written, key by key, is one step back', () => {
  const { parts } = mockReport(true);
  const block = parts[0].kind === 'grid' ? 0 : parts[0].text.block;
  const state = after(checked, { type: 'edit-open', block }, { type: 'edit', block, text: '一' }, { type: 'edit', block, text: '一二' }, { type: 'edit-open', block: null });
  assert.equal(state.edits.get(block)?.to, '一二');
  assert.equal(reduce(state, { type: 'undo' }).edits.size, 0);
});

test('an edit is of the text as printed, even while an answer is under way', () => {
  const report = mockReport(true);
  const first = report.parts[0].kind === 'grid' ? null : report.parts[0].text;
  assert.ok(first);
  const tried = { ...report, parts: [{ kind: /** @type {const} */ ('paragraph'), text: { block: first.block, text: '改' } }, ...report.parts.slice(1)] };
  const state = after(checked, { type: 'edit', block: first.block, text: '改' }, { type: 'checked', report: tried, again: true }, { type: 'revert', block: null }, { type: 'edit', block: first.block, text: '再' });
  assert.equal(state.edits.get(first.block)?.from, first.text);
});

test('a rule that is off stays off for the next report', () => {
  const code = mockReport(true).findings[0].code;
  const state = after(checked, { type: 'rule', code, on: false }, checked);
  assert.equal(state.report?.findings.some((finding) => finding.code === code), false);
  assert.equal(state.read?.findings.some((finding) => finding.code === code), true);
  assert.deepEqual(reduce(state, { type: 'rule', code, on: true }).report, mockReport(true));
});

test('a field that was opened and left as it was is no step', () => {
  const [{ id }] = mockReport(true).findings;
  const state = after(checked, { type: 'decide', id, status: 'dismissed' }, { type: 'edit-open', block: 0 }, { type: 'edit-open', block: null });
  assert.equal(reduce(state, { type: 'undo' }).decisions.size, 0);
});
