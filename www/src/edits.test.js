import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NONE, around, change, edit, revert, suggested } from './edits.js';

test('an edit keeps the text as read, however often it is changed', () => {
  const once = edit(NONE, 3, '51', '5');
  const twice = edit(once, 3, '51', '69');
  assert.deepEqual(Array.from(twice), [[3, { from: '51', to: '69' }]]);
  assert.equal(edit(twice, 3, '51', '51').size, 0);
  assert.equal(revert(twice, 3).size, 0);
  assert.equal(NONE.size, 0);
});

test('what differs is one stretch', () => {
  assert.deepEqual(change({ from: '占51.7%。', to: '占57.1%。' }), { start: 2, fromEnd: 5, toEnd: 5 });
  assert.deepEqual(change({ from: '11', to: '1' }), { start: 1, fromEnd: 2, toEnd: 1 });
  assert.deepEqual(change({ from: '', to: '0' }), { start: 0, fromEnd: 0, toEnd: 1 });
  assert.equal(around('一二三四五六七八九十一二三四五六七八', 15, 16), '……四五六七八九十一二三四五六七八');
});

test('a suggested value takes the place of its figure only', () => {
  const text = '共收到1,098件，答复';
  assert.equal(suggested(text, { start: 3, end: 9, quote: '1,098件', value: '1098' }, '12034'), '共收到12,034件，答复');
  assert.equal(suggested('51', { start: 0, end: 2, quote: '51', value: '51' }, '69'), '69');
  assert.equal(suggested('', { start: 0, end: 0, quote: '', value: null }, '0'), '0');
  assert.equal(suggested('占51.7%', { start: 1, end: 6, quote: '51.7%', value: '51.7' }, '57.1'), '占57.1%');
  assert.equal(suggested('减6', { start: 0, end: 2, quote: '减6', value: '-6' }, '-8'), '-8');
});
