import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grouping } from './grouping.js';

const text = (/** @type {number} */ block, /** @type {string} */ words) => ({ block, text: words });
const place = (/** @type {number} */ block, start = 0) => ({ block, start, end: start + 1, quote: '', label: '' });
const finding = (/** @type {any[]} */ ...evidence) => /** @type {any} */ ({ evidence });

test('a finding belongs to the section above it; before all sections, to the head; without a place, to the whole', () => {
  const report = /** @type {any} */ ({
    sections: [{ id: 'overview', heading: text(2, '一、总体情况') }, { id: 'other', heading: text(5, '六、其他') }],
    parts: [0, 1, 2, 3, 5, 6].map((block) => ({ kind: 'paragraph', text: text(block, '') })), tables: [], facts: [],
  });
  const group = grouping(report);
  assert.deepEqual([0, 2, 3, 6].map((block) => group(finding(place(block))).title), ['', '一、总体情况', '一、总体情况', '六、其他']);
  assert.equal(group(finding(place(0))).kind, 'head');
  assert.equal(group(finding()).kind, 'whole');
});

test('cells belong to their table, also where all stands in one line', () => {
  const line = '一、总体情况 共1件 三、申请 12';
  const report = /** @type {any} */ ({
    sections: [{ id: 'overview', heading: text(0, '一、总体情况') }, { id: 'requests', heading: text(0, '三、申请') }],
    parts: [{ kind: 'paragraph', text: text(0, line) }],
    tables: [{ title: '表三', rows: [{ facts: ['a', null] }] }],
    facts: [{ id: 'a', evidence: place(0, line.indexOf('12')) }],
  });
  const group = grouping(report);
  assert.equal(group(finding(place(0, line.indexOf('12')))).title, '表三');
  assert.equal(group(finding(place(0, line.indexOf('1件')))).title, '一、总体情况');
});
