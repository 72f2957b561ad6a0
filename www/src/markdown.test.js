import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocks, inline } from './markdown.js';

test('paragraphs, lists, headings, code and quotations', () => {
  const source = '## 说明\n第一行\n第二行\n\n- 一\n- 二\n  接着\n\n1. 甲\n2. 乙\n\n```\na + b\n```\n> 依据';
  assert.deepEqual(blocks(source), [
    { kind: 'heading', text: '说明' },
    { kind: 'paragraph', text: '第一行第二行' },
    { kind: 'list', ordered: false, items: ['一', '二接着'] },
    { kind: 'list', ordered: true, items: ['甲', '乙'] },
    { kind: 'code', text: 'a + b' },
    { kind: 'quote', text: '依据' },
  ]);
});

test('English lines are joined with a space', () => {
  assert.deepEqual(blocks('one\ntwo'), [{ kind: 'paragraph', text: 'one two' }]);
});

test('markup that is not ours stays text', () => {
  assert.deepEqual(inline('<b>a</b> `x<y` **重** *'), [
    { kind: 'text', text: '<b>a</b> ' }, { kind: 'code', text: 'x<y' }, { kind: 'text', text: ' ' },
    { kind: 'strong', text: '重' }, { kind: 'text', text: ' *' },
  ]);
});

test('every source ends, even a broken one', () => {
  for (const source of ['```', '-', '>', '#', '- \n\n```\n- a', '\n\n\n', '1.']) assert.ok(Array.isArray(blocks(source)));
});
