import assert from 'node:assert/strict';
import { test } from 'node:test';
import { command } from './keyboard.js';

const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, isComposing: false };
const reading = { editing: false, single: true };

test('letters and function keys step through the findings', () => {
  assert.equal(command({ ...plain, key: 'n' }, reading), 'next');
  assert.equal(command({ ...plain, key: 'K' }, reading), 'previous');
  assert.equal(command({ ...plain, key: 'F8' }, reading), 'next');
  assert.equal(command({ ...plain, key: 'F8', shiftKey: true }, reading), 'previous');
  assert.equal(command({ ...plain, key: '？', shiftKey: true }, reading), 'help');
});

test('letters are left alone while writing, composing or switched off; function keys are not', () => {
  const writing = { editing: true, single: true };
  assert.equal(command({ ...plain, key: 'n' }, writing), null);
  assert.equal(command({ ...plain, key: 'n' }, { editing: false, single: false }), null);
  assert.equal(command({ ...plain, key: 'n', isComposing: true }, reading), null);
  assert.equal(command({ ...plain, key: 'p', ctrlKey: true }, reading), null);
  assert.equal(command({ ...plain, key: 'F8' }, writing), 'next');
});
