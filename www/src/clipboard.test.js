import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receive } from './clipboard.js';

/** @param {Record<string, string>} data @param {string[]} [files] */
const transfer = (data, files = []) => /** @type {any} */ ({ getData: (/** @type {string} */ type) => data[type] ?? '', files: files.map((name) => ({ name })) });

test('markup counts where it has a table', () => {
  const got = receive(transfer({ 'text/html': '<p>甲</p><TABLE><tr></TABLE>', 'text/plain': '甲' }));
  assert.equal(got?.kind, 'html');
  assert.equal(got?.kind === 'html' && got.text, '甲');
});

test('without a table the plain text is enough', () => {
  assert.equal(receive(transfer({ 'text/html': '<p>甲</p>', 'text/plain': '甲' }))?.kind, 'text');
  assert.equal(receive(transfer({ 'text/html': '<p>甲</p>' }))?.kind, 'html');
});

test('a file counts only where there is no text', () => {
  assert.equal(receive(transfer({ 'text/plain': '甲' }, ['picture.png']))?.kind, 'text');
  const got = receive(transfer({}, ['a.txt', 'b.txt']));
  assert.deepEqual(got, { kind: 'files', files: [{ name: 'a.txt' }, { name: 'b.txt' }] });
});

test('nothing is nothing', () => {
  assert.equal(receive(null), null);
  assert.equal(receive(transfer({ 'text/plain': ' \n ' })), null);
});
