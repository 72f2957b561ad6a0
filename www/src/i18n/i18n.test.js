import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { en } from './en.js';
import { learn, translator } from './index.js';
import { zh as first } from './zh.js';
import { zhLater } from './zh-later.js';

const zh = { ...first, ...zhLater };

const source = new URL('..', import.meta.url);

/** @param {unknown} entry */
const parameters = (entry) => {
  const text = typeof entry === 'function' ? String(entry) : String(entry);
  const names = typeof entry === 'function' ? /p\.(\w+)/g : /\{(\w+)\}/g;
  return Array.from(new Set(Array.from(text.matchAll(names), (match) => match[1]))).sort();
};

test('both languages have the same texts', () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(zh).sort());
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

/** The sources of a module and of all that it imports, but for what it asks for later. @param {URL} file */
function sources(file, found = new Map()) {
  if (found.has(file.href)) return found;
  const text = readFileSync(file, 'utf8');
  found.set(file.href, text);
  for (const [, name] of text.matchAll(/^(?:import|export) [^;]*?'(\.[^']+\.js)';/gm)) {
    if (!name.includes('/pkg')) sources(new URL(name, file), found);
  }
  return found;
}

test('what the page needs before its later parts have come has its texts', () => {
  const texts = [...sources(new URL('main.js', source))].filter(([name]) => !name.includes('/i18n/')).map(([, text]) => text);
  assert.ok(texts.length > 40);
  const early = Object.keys(zhLater).filter((key) => texts.some((text) => text.includes(`'${key}'`)));
  assert.deepEqual(early, []);
  assert.ok(!texts.some((text) => /`(limits|help|key|files|take|column)\.\$\{/.test(text)));
});

test('parameters are filled in', () => {
  learn('zh', zhLater);
  learn('en', en);
  assert.equal(translator('zh')('summary.holds', { n: 12 }), '12 项成立');
  assert.equal(translator('en')('summary.holds', { n: 1 }), '1 holds');
  assert.equal(translator('zh')('summary.year', { year: 2024 }), '2024 年度');
});
