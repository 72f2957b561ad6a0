import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { en } from './en.js';
import { learn, translator } from './index.js';
import { zh } from './zh.js';

const source = new URL('..', import.meta.url);

/** @param {unknown} entry */
const parameters = (entry) => {
  const text = typeof entry === 'function' ? String(entry) : String(entry);
  const names = typeof entry === 'function' ? /p\.(\w+)/g : /\{(\w+)\}/g;
  return Array.from(new Set(Array.from(text.matchAll(names), (match) => match[1]))).sort();
};

test('both languages have the same texts', () => {
  assert.deepEqual(Object.keys(en), Object.keys(zh));
});

test('no text is empty, and both languages use the same parameters', () => {
  for (const key of /** @type {(keyof typeof zh)[]} */ (Object.keys(zh))) {
    assert.ok(zh[key], key);
    assert.ok(en[key], key);
    assert.deepEqual(parameters(en[key]), parameters(zh[key]), key);
  }
});

test('every text is used somewhere', () => {
  const files = [source, new URL('views/', source), new URL('take/', source)]
    .flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.js')).map((name) => readFileSync(new URL(name, folder), 'utf8')))
    .join('\n');
  const families = new Set(Array.from(files.matchAll(/`([\w]+)\.\$\{/g), (match) => match[1]));
  const unused = Object.keys(zh).filter((key) => !files.includes(`'${key}'`) && !families.has(key.split('.')[0]));
  assert.deepEqual(unused, []);
});

test('parameters are filled in', () => {
  learn('en', en);
  assert.equal(translator('zh')('summary.holds', { n: 12 }), '12 项成立');
  assert.equal(translator('en')('summary.holds', { n: 1 }), '1 holds');
  assert.equal(translator('zh')('summary.year', { year: 2024 }), '2024 年度');
});
