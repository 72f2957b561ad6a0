import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learn, translator } from '../i18n/index.js';
import { zhLater } from '../i18n/zh-later.js';
import { outcomeOf } from '../batch.js';
import { decide, reportKey } from '../decisions.js';
import { mockReport } from '../mock/report.js';
import { initial, reduce } from '../state.js';
import { annotated } from './annotated.js';
import { csv } from './csv.js';
import { batchJson, batchRows, heads, rows } from './rows.js';
import { fileName } from './save.js';
import { correctionsTable, escaped } from './table.js';

learn('zh', zhLater);
const t = translator('zh');
const report = mockReport(true);
const state = reduce(initial(), { type: 'checked', report });

test('fields are quoted, formulas made harmless, numbers left alone', () => {
  assert.equal(csv([['a,b', 'c"d', 'e\nf', null, 3]]), '\ufeff"a,b","c""d","e\nf",,3\r\n');
  assert.equal(csv([['=1+1', '+x', '@y', '-z', '-8', '−8']]), "\ufeff'=1+1,'+x,'@y,'-z,-8,−8\r\n");
});

test('a row has a field for every head', () => {
  for (const row of rows(state, report.findings, t)) assert.equal(row.length, heads(t).length);
  const file = /** @type {File} */ ({ name: 'a.txt' });
  const waiting = /** @type {any} */ ({ kept: new Map(), off: new Set(), batch: { docs: [{ id: 0, file, state: 'waiting' }] } });
  assert.equal(batchRows(waiting, t).length, 2);
});

test('what is made of many files leaves out rules that are off, and holds what was decided', () => {
  const [finding] = report.findings;
  const decisions = decide(new Map(), finding, 'dismissed');
  const doc = { id: 0, file: { name: 'a.txt' }, state: 'done', outcome: outcomeOf(report) };
  const many = /** @type {any} */ ({ kept: new Map([[reportKey(report), decisions]]), off: new Set(), batch: { docs: [doc] } });
  assert.equal(batchRows(many, t).length, report.findings.length + 1);
  const off = { ...many, off: new Set(report.findings.map(({ code }) => code)) };
  assert.equal(batchRows(off, t).length, 2);
  const { files: [file] } = JSON.parse(batchJson(many));
  assert.deepEqual(file.decisions.map(({ id, status }) => [id, status]), [[finding.id, 'dismissed']]);
});

test('the annotated page says what is to be mended, and why', () => {
  const [finding] = report.findings;
  const accepted = reduce(state, { type: 'decide', id: finding.id, status: 'accepted' });
  const page = annotated(reduce(accepted, { type: 'remark', id: finding.id, text: '已与业务科核实' }), t);
  assert.ok(page.includes('<small>要改</small>'));
  assert.ok(page.includes('<p class="remark">备注：已与业务科核实</p>'));
});

test('file names are taken by every system', () => {
  assert.equal(fileName('某市/2024:报告?.docx', '.csv'), '某市 2024 报告.csv');
  assert.equal(fileName('\u202e', '.csv'), 'gouji.csv');
  assert.equal(fileName('年'.repeat(300), '.csv').length, 84);
});

test('the annotated page has each finding and each mark once, and no markup of the report', () => {
  const evil = '<script>1</script>&"';
  const [first] = report.parts;
  const hostile = { ...report, title: evil, parts: [{ kind: /** @type {const} */ ('paragraph'), text: { block: 90000, text: evil } }, first, ...report.parts.slice(1)] };
  const page = annotated(reduce(initial(), { type: 'checked', report: hostile }), t);
  assert.ok(!page.includes('<script'));
  assert.ok(page.includes(escaped(evil)));
  for (let number = 1; number <= report.findings.length; number++) assert.equal(page.split(`id="f${number}"`).length, 2, `${number}`);
  assert.ok(page.includes("default-src 'none'"));
});

test('what was dismissed is not on the annotated page', () => {
  const [{ id, message }] = report.findings;
  const page = annotated(reduce(state, { type: 'decide', id, status: 'dismissed' }), t);
  assert.ok(annotated(state, t).includes(escaped(message)));
  assert.ok(!page.includes(escaped(message)));
});

test('the table for documents has a row for each finding', () => {
  const { html, text } = correctionsTable(state, report.findings, t);
  assert.equal(html.split('<tr>').length - 1, report.findings.length + 1);
  assert.equal(text.split('\n').length, report.findings.length + 1);
});
