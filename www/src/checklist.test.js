import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checklist, findingText } from './checklist.js';
import { learn, translator } from './i18n/index.js';
import { zhLater } from './i18n/zh-later.js';
import { mockReport } from './mock/report.js';
import { shorten } from './quotation.js';

learn('zh', zhLater);

test('the list has every finding with its number, sum, place and suggestion', () => {
  const report = mockReport(true);
  const text = checklist(report, report.findings, (finding) => report.findings.indexOf(finding) + 1, translator('zh'));
  assert.ok(text.startsWith('《青禾县人民政府2024年政府信息公开工作年度报告》修改清单'));
  for (const [at, finding] of report.findings.entries()) assert.ok(text.includes(`${at + 1}.【`) && text.includes(finding.message));
  assert.ok(text.includes('算式：24 + 1 + 0 + 1 + 0 = 26 ≠ 62'));
  assert.ok(text.includes('由 62 改为 26'));
});

test('a remark stands below its finding', () => {
  const { findings: [finding] } = mockReport(true);
  const decisions = new Map([[finding.id, { status: /** @type {const} */ ('accepted'), remark: '已核实', code: '', message: '' }]]);
  assert.ok(findingText(finding, 1, translator('zh'), decisions).endsWith('\n   备注：已核实'));
});

test('long quotations are shortened', () => {
  assert.equal(shorten(' a\n b '), 'a b');
  assert.ok(shorten('字'.repeat(500)).length <= 60);
});
