import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf } from './table-blocks.js';

/** @param {string} pattern  x: a cell, -: none */
const row = (pattern) => ({ label: pattern, level: 0, facts: Array.from(pattern, (sign) => (sign === 'x' ? 'id' : null)), recomputed: [] });
/** @param {string[]} patterns */
const table = (patterns) => ({ id: 't2', title: '', status: 'read', block: null, columns: ['甲', '乙', '丙'], rows: patterns.map(row) });
/** @param {string[]} patterns */
const cut = (patterns) => blocksOf(table(patterns)).map((block) => `${block.columns}:${block.rows.map((each) => each.label)}`);

test('rows with the same columns stand together', () => {
  assert.deepEqual(cut(['xx-', 'xx-', '--x']), ['0,1:xx-,xx-', '2:--x']);
});

test('a row without cells goes with those below it', () => {
  assert.deepEqual(cut(['xx-', '---', '--x', '---']), ['0,1:xx-', '2:---,--x,---']);
});

test('too many changes make one table with gaps', () => {
  assert.deepEqual(blocksOf(table(['x--', '-x-', 'x--', '-x-', 'x--', '-x-', 'x--'])).length, 1);
});
