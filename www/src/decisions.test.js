import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide, remark, remembered, reportKey, without } from './decisions.js';
import { parse, write, writeAll } from './review-file.js';

const finding = /** @type {any} */ ({ id: 'T301-1', code: 'T301', message: '不平' });
const report = /** @type {any} */ ({
  title: '某市报告', organization: '某市', year: 2024, source: {},
  findings: [finding, { id: 'N201-2', code: 'N201' }], coverage: [{ code: 'T301' }, { code: 'N201' }],
});

test('a decision is made, remarked on, and taken back', () => {
  const none = new Map();
  const dismissed = remark(decide(none, finding, 'dismissed'), 'T301-1', '已核实');
  assert.deepEqual(dismissed.get('T301-1'), { status: 'dismissed', remark: '已核实', code: 'T301', message: '不平' });
  assert.equal(decide(dismissed, finding, 'accepted').get('T301-1')?.remark, '已核实');
  assert.equal(decide(dismissed, finding, null).size, 0);
  assert.equal(none.size, 0);
  assert.equal(remark(none, 'T301-1', '无').size, 0);
});

test('decisions survive the way into a file and back', () => {
  const decisions = remark(decide(new Map(), finding, 'dismissed'), 'T301-1', '"</script>\n');
  const back = parse(write(report, decisions, new Set(['N201'])));
  assert.deepEqual(back, { decisions, kept: new Map(), off: ['N201'], n: 1 });
});

test('so do the decisions about many reports, each with its own', () => {
  const dismissed = decide(new Map(), finding, 'dismissed');
  const kept = new Map([['某市 2024', dismissed], ['某县 2024', decide(dismissed, { ...finding, id: 'N201-2' }, 'accepted')], ['某镇 2024', new Map()]]);
  const back = parse(writeAll(kept, new Set()));
  kept.delete('某镇 2024');
  assert.deepEqual(back, { decisions: new Map(), kept, off: [], n: 3 });
});

test('a foreign or broken file gives nothing, and odd entries are left out', () => {
  for (const text of ['', '{', 'null', '[]', '{"schema":"gouji/1"}', '7']) assert.equal(parse(text), null);
  const odd = parse('{"schema":"gouji-review/1","off":[1,"T301","<b>"],"reports":[null,{"key":7},{"key":"某市 2024"}],"decisions":[null,{"id":3},{"id":"a","status":"x"},{"id":"b","status":"accepted","remark":9}]}');
  assert.deepEqual(odd?.off, ['T301']);
  assert.deepEqual(Array.from(odd?.decisions ?? []), [['b', { status: 'accepted', remark: '', code: '', message: '' }]]);
});

test('a rule that is off leaves neither findings nor counts', () => {
  const rest = without(report, new Set(['T301']));
  assert.deepEqual(rest.findings.map(({ code }) => code), ['N201']);
  assert.deepEqual(rest.coverage.map(({ code }) => code), ['N201']);
  assert.equal(without(report, new Set()), report);
});

test('a corrected copy is the same report; another year is not', () => {
  assert.equal(reportKey(report), reportKey({ ...report, title: '改' }));
  assert.notEqual(reportKey(report), reportKey({ ...report, year: 2023 }));
});

test('steps back have an end', () => {
  /** @type {any[]} */
  let past = [];
  for (let at = 0; at < 1000; at++) past = remembered(past, { edits: new Map(), decisions: new Map(), off: new Set([`${at}`]) });
  assert.ok(past.length <= 200);
  assert.ok(past[past.length - 1].off.has('999'));
});
