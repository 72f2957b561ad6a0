import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NONE, change, edit, expectedRepair, inWords, revert, suggested } from './edits.js';

test('an edit keeps the text as read, however often it is changed', () => {
  const once = edit(NONE, 3, '51', '5');
  const twice = edit(once, 3, '51', '69');
  assert.deepEqual(Array.from(twice), [[3, { from: '51', to: '69' }]]);
  assert.equal(edit(twice, 3, '51', '51').size, 0);
  assert.equal(revert(twice, 3).size, 0);
  assert.equal(NONE.size, 0);
});

test('what differs is one stretch', () => {
  assert.deepEqual(change({ from: '占51.7%。', to: '占57.1%。' }), { start: 1, fromEnd: 5, toEnd: 5 });
  assert.deepEqual(change({ from: '11', to: '1' }), { start: 0, fromEnd: 2, toEnd: 1 });
  assert.deepEqual(change({ from: '', to: '0' }), { start: 0, fromEnd: 0, toEnd: 1 });
  assert.deepEqual(change({ from: '甲乙丙', to: '甲丁丙' }), { start: 1, fromEnd: 2, toEnd: 2 });
  assert.deepEqual(inWords({ from: '一二三四五六七八九十12件，甲', to: '一二三四五六七八九十13件，甲' }), { before: '一二三四五六七八九十', from: '12', to: '13', after: '件，甲' });
});

test('a suggested value takes the place of its figure only', () => {
  const text = '共收到1,098件，答复';
  assert.equal(suggested(text, { start: 3, end: 9, quote: '1,098件', value: '1098' }, '12034'), '共收到12,034件，答复');
  assert.equal(suggested('51', { start: 0, end: 2, quote: '51', value: '51' }, '69'), '69');
  assert.equal(suggested('', { start: 0, end: 0, quote: '', value: null }, '0'), '0');
  assert.equal(suggested('占51.7%', { start: 1, end: 6, quote: '51.7%', value: '51.7' }, '57.1'), '占57.1%');
  assert.equal(suggested('减6', { start: 0, end: 2, quote: '减6', value: '-6' }, '-8'), '-8');
});

test('an expected figure can be tried where it is the one that the finding tells of', () => {
  const evidence = [{ block: 1, start: 0, end: 5, quote: '51.7%', label: '占', value: '51.7' }];
  const finding = /** @type {any} */ ({ expected: '57.1%', found: '51.7%', evidence, repairs: [] });
  assert.equal(expectedRepair(finding)?.value, '57.1');
  for (const twin of [{ expected: '57.1' }, { expected: '57.1%～57.2%' }, { found: '51.8%' }, { evidence: [] }, { repairs: [{}] }, { expected: null }]) {
    assert.equal(expectedRepair({ ...finding, ...twin }), null);
  }
});
