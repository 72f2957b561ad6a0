import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mockReport } from './mock/report.js';
import { indexReport, touching } from './report-index.js';

const report = mockReport(true);
const index = indexReport(report);

test('every block has a home, and every place quotes it', () => {
  for (const finding of report.findings) {
    for (const { block, start, end, quote } of finding.evidence) {
      assert.equal(index.homes.get(block)?.text.text.slice(start, end), quote, finding.id);
    }
  }
});

test('findings that share a place are found once each, the gravest first', () => {
  const [place] = report.findings.filter((finding) => finding.code === 'T303')[0].evidence;
  const marks = touching(index, place);
  assert.deepEqual(marks.map((mark) => mark.id), ['f104-row', 'f105-column']);
});

test('counts add up', () => {
  const { holds, violated, undecided, total } = index.coverage;
  assert.equal(holds + violated + undecided, total);
});

test('every finding has a group, in the order of the report', () => {
  for (const finding of report.findings) assert.ok(index.groups.get(finding.id), finding.id);
  const row = report.findings.find((finding) => finding.id === 'f104-row');
  assert.equal(index.groups.get(row?.id ?? '')?.kind, 'table');
});
