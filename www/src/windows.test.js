import assert from 'node:assert/strict';
import { test } from 'node:test';
import { around, clip, more } from './windows.js';

test('at first the beginning is shown, and all of what is short', () => {
  assert.deepEqual(clip(5, 10, undefined), { from: 0, to: 5 });
  assert.deepEqual(clip(50, 10, undefined), { from: 0, to: 10 });
});

test('a place within the window leaves it; one outside moves it there', () => {
  assert.deepEqual(around(1000, 100, undefined, 20), { from: 0, to: 100 });
  const moved = around(1000, 100, undefined, 500);
  assert.ok(moved.from <= 500 && moved.to > 500 && moved.to - moved.from === 100);
  assert.deepEqual(around(1000, 100, undefined, 999), { from: 900, to: 1000 });
});

test('more opens the window at either end and stops there', () => {
  assert.deepEqual(more({ from: 50, to: 60 }, 100, 45, 'after'), { from: 50, to: 100 });
  assert.deepEqual(more({ from: 50, to: 60 }, 100, 60, 'before'), { from: 0, to: 60 });
});
