import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropped } from './files.js';

/** @param {string} name */
const file = (name) => ({ name, isFile: true, file: (/** @type {(file: any) => void} */ done) => done({ name }) });

/** @param {string} name @param {any[]} entries */
const folder = (name, entries) => ({
  name, isDirectory: true, createReader: () => ({ readEntries: (/** @type {(some: any[]) => void} */ done) => done(entries.splice(0, 2)) }),
});

test('a folder is looked through, in the order of names, without what systems and word processors leave there', async () => {
  const inner = folder('乡镇', [file('b.wps'), file('Thumbs.db'), file('a.docx'), file('desktop.ini')]);
  const entry = folder('年报', [file('~$c.docx'), file('.hidden'), inner, file('c.docx')]);
  const transfer = /** @type {any} */ ({ items: [{ webkitGetAsEntry: () => entry }], files: [] });
  const names = (await dropped(transfer)).map(({ name }) => name);
  assert.deepEqual(names.sort(), ['a.docx', 'b.wps', 'c.docx']);
});
