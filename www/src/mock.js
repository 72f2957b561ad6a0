/**
 * An engine without a core, for developing the page: every input gives the same invented report.
 * Not shipped; the build of the development page puts it in the place of `engine.js`.
 */

import { mockReport } from './mock/report.js';

/** @returns {import('./types.js').Engine} */
export function createEngine() {
  return {
    ready: Promise.resolve(),
    rehearsed: new Promise(() => {}),
    rehearse() {},
    prepare() {},
    relieve() {},
    cancel() {},
    async check(input, { language }) {
      const text = typeof input === 'string' ? input : new TextDecoder().decode(input);
      await new Promise((done) => setTimeout(done, text.includes('慢') ? 3000 : 5));
      if (text.includes('图片')) throw { code: 'picture', message: '这是一张图片，读不出文字。' };
      if (text.includes('崩溃')) throw { code: 'crashed', message: 'unreachable executed' };
      return variant(text, mockReport(language === 'zh'));
    },
    async rules() {
      return [{ code: 'T303', name: 'row-total-differs', title: '行合计不符', severity: 'error', page: PAGE }];
    },
  };
}

const PAGE = '表三每一行的**总计**应等于各类申请人之和。\n\n怎样改：\n\n- 先核对六列分项与登记台账；\n- 再核对总计一列是否抄错。\n\n例：`12 + 0 + 0 = 12`。';

/**
 * @param {string} text
 * @param {import('./types.js').Report} report
 */
function variant(text, report) {
  if (text.includes('小说')) {
    return { ...report, title: null, organization: null, year: null, edition: null, note: '这份内容不像政府信息公开工作年度报告，没有可以核对的内容。', parts: report.parts.slice(1, 2), tables: [], facts: [], claims: [], findings: [], coverage: [], unused: [], sections: [] };
  }
  if (text.includes('无误')) {
    const coverage = report.coverage.map((rule) => ({ ...rule, holds: rule.holds + rule.violated, violated: 0 }));
    return { ...report, coverage, findings: [] };
  }
  if (text.includes('巨大')) return huge(report);
  return report;
}

/**
 * A hundred thousand findings in a line of ten megabytes.
 * @param {import('./types.js').Report} report
 */
function huge(report) {
  const line = '<b>1,2</b>\u202e数字'.repeat(800000);
  const text = { block: 100000, text: line };
  const findings = Array.from({ length: 100000 }, (_, at) => ({
    ...report.findings[0], id: `huge-${at}`, formula: '1 + 2 = 3', repairs: [],
    evidence: [{ block: 100000, start: at * 80 + 3, end: at * 80 + 6, quote: line.slice(at * 80 + 3, at * 80 + 6), label: '巨行', value: '12' }],
  }));
  return { ...report, parts: [{ kind: /** @type {const} */ ('paragraph'), text }], sections: [], findings, tables: [], facts: [], claims: [], unused: [] };
}
