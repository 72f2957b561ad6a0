/** What the core would say of the invented report. Not shipped. */

import { LITIGATION, REQUESTS, REQUEST_COLUMNS, createDocument } from './document.js';

/** @typedef {import('../types.js').Evidence} Evidence */
/** @typedef {import('../types.js').Report} Report */

/**
 * @param {boolean} zh
 * @returns {Report}
 */
export function mockReport(zh) {
  const { parts, cells, title } = createDocument();
  const texts = parts.reduce((all, part) => all.concat(part.kind === 'grid' ? [] : [part.text]), /** @type {{ block: number, text: string }[]} */ ([]));
  /** @param {string} context @param {string} quote @param {string} label @returns {Evidence} */
  const at = (context, quote, label) => {
    const home = texts.find((text) => text.text.includes(context));
    if (!home) throw new Error(context);
    const start = home.text.indexOf(context) + context.indexOf(quote);
    return { block: home.block, start, end: start + quote.length, quote, label, value: quote.replace(/[^\d.]/g, '') };
  };
  /** @param {string} id @param {string} label @returns {Evidence} */
  const cell = (id, label) => {
    const [, row, column] = /^t3\.(.*)\.(\d)$/.exec(id) ?? [];
    const value = row ? (REQUESTS.find((each) => each[0] === row)?.[3] ?? [])[Number(column)] : LITIGATION[1][Number(id.slice(3))];
    const quote = String(value);
    return { block: cells.get(id) ?? 0, start: 0, end: quote.length, quote, label, value: quote };
  };

  const facts = REQUESTS.reduce((all, [id, label, , values]) => all.concat((values ?? []).map((value, column) => ({
    id: `t3.${id}.${column}`,
    value: value === '' || value === '/' ? null : String(value),
    state: value === '' ? 'blank' : value === '/' ? 'not-applicable' : 'number',
    inferred: id === 'denied.internal' && column === 0,
    unit: 'cases',
    evidence: cell(`t3.${id}.${column}`, `${label}·${REQUEST_COLUMNS[column]}`),
  }))), /** @type {import('../types.js').Fact[]} */ ([]));
  facts.push(...['0', '6', '118'].map((value, at) => ({ id: `t2.${at}`, value: at === 1 ? null : value, state: at === 1 ? 'missing' : 'number', inferred: false, unit: 'cases', evidence: null })));
  LITIGATION[1].forEach((value, column) => facts.push({
    id: `t4.${column}`, value: String(value), state: 'number', inferred: false, unit: 'cases', evidence: cell(`t4.${column}`, LITIGATION[0][column % 5]),
  }));

  const unheld = '（四）无法提供 1.本机关不掌握相关政府信息';
  const wrong = cell('t3.unable.unheld.6', `${unheld}·总计`);
  const repair = { evidence: wrong, value: '26', restores: 2, why: zh ? '个位与十位颠倒（62 → 26），改后行、列两个合计都成立。' : 'Digits swapped (62 → 26); row and column then both add up.' };
  const rowCells = [0, 1, 3, 4, 5].map((column) => cell(`t3.unable.unheld.${column}`, `${unheld}·${REQUEST_COLUMNS[column]}`));
  const columnIds = REQUESTS.filter((row) => row[3] && !/^(new|carried|results)/.test(row[0]));
  const columnCells = columnIds.map(([id, label]) => cell(`t3.${id}.6`, `${label}·总计`));

  /** @type {import('../types.js').Finding[]} */
  const findings = [
    {
      id: 'f101-overview-parts', code: 'N201', rule: 'parts-differ-from-sum', title: zh ? '各部分之和与总数不符' : 'Parts differ from their sum', severity: 'error', cause: 'report',
      message: zh ? '文中称共公开信息 1724 条，所列四项相加为 1752 条，相差 28 条。' : 'The text gives 1724 items in all; the four kinds listed add up to 1752, which is 28 more.',
      formula: '1206 + 187 + 64 + 295 = 1752 ≠ 1724', expected: '1752', found: '1724',
      evidence: [at('信息1724条', '1724', '公开各类信息'), at('动态1206', '1206', '工作动态'), at('文件187', '187', '政策文件'), at('材料64', '64', '解读材料'), at('关切295', '295', '回应关切')],
      repairs: [{ evidence: at('信息1724条', '1724', '公开各类信息'), value: '1752', restores: 1, why: zh ? '各部分之和。' : 'The sum of the parts.' }],
    },
    {
      id: 'f102-share', code: 'N202', rule: 'share-differs', title: zh ? '占比与数量不符' : 'Share differs', severity: 'warning', cause: 'either',
      message: zh ? '47 件占答复总数 95 件的 49.5%，文中写作 49.7%。' : '47 of 95 is 49.5%; the text says 49.7%.',
      formula: '47 ÷ 95 = 49.47% ≠ 49.7%', expected: '49.5%', found: '49.7%',
      evidence: [at('49.7%', '49.7%', '占答复总数的比例'), at('公开47', '47', '予以公开'), cell('t3.results.6', '（七）总计·总计')],
      repairs: [],
    },
    {
      id: 'f103-picture', code: 'F202', rule: 'table-is-picture', title: zh ? '表格是图片' : 'Table is a picture', severity: 'notice', cause: 'reading',
      message: zh ? '“主动公开政府信息情况”一节的表格是图片，其中的数字没有核对。' : 'The table of section two is a picture; its figures were not checked.',
      formula: null, expected: null, found: null, evidence: [at('表二.png', '表二.png', '主动公开政府信息情况')], repairs: [],
    },
    {
      id: 'f104-row', code: 'T303', rule: 'row-total-differs', title: zh ? '行合计不符' : 'Row total differs', severity: 'error', cause: 'report',
      message: zh ? '“本机关不掌握相关政府信息”一行，各类申请人相加为 26，总计印作 62。' : 'In the row “information not held” the applicants add up to 26; the total is printed as 62.',
      formula: '24 + 1 + 0 + 1 + 0 = 26 ≠ 62', expected: '26', found: '62', evidence: [wrong, ...rowCells], repairs: [repair],
    },
    {
      id: 'f105-column', code: 'T302', rule: 'results-total-differs', title: zh ? '办理结果合计不符' : 'Results differ from their total', severity: 'error', cause: 'report',
      message: zh ? '总计一列，各项办理结果相加为 131，（七）总计印作 95。' : 'In the total column the results add up to 131; the printed total is 95.',
      formula: '47 + 7 + 0 + 2 + 3 + 2 + 62 + 3 + 2 + 1 + 2 = 131 ≠ 95', expected: '131', found: '95',
      evidence: [cell('t3.results.6', '（七）总计·总计'), ...columnCells], repairs: [repair],
    },
    {
      id: 'f106-review', code: 'T401', rule: 'block-total-differs', title: zh ? '复议诉讼合计不符' : 'Block total differs', severity: 'error', cause: 'report',
      message: zh ? '行政复议各项结果相加为 3，总计印作 4。' : 'The outcomes of review add up to 3; the total is printed as 4.',
      formula: '2 + 1 + 0 + 0 = 3 ≠ 4', expected: '3', found: '4',
      evidence: [4, 0, 1, 2, 3].map((column) => cell(`t4.${column}`, `行政复议·${LITIGATION[0][column]}`)), repairs: [],
    },
    {
      id: 'f107-fee', code: 'F106', rule: 'fee-statement-missing', title: zh ? '未说明信息处理费' : 'No statement on fees', severity: 'notice', cause: 'report',
      message: zh ? '第六部分没有说明本年度收取信息处理费的情况。' : 'Section six does not say whether information processing fees were charged.',
      formula: null, expected: null, found: null, evidence: [at('本年度无其他需要报告的事项', '本年度无其他需要报告的事项', '其他需要报告的事项')], repairs: [],
    },
  ];

  return {
    schema: 'gouji/1', source: { name: null, format: 'html', characters: 2874 }, title, organization: '青禾县人民政府', year: 2024, edition: '2021', note: null,
    sections: parts.reduce((all, part) => (part.kind === 'heading' ? all.concat({ id: 'other', heading: part.text }) : all), /** @type {import('../types.js').Section[]} */ ([])),
    parts,
    tables: [
      { id: 't2', title: zh ? '表二 主动公开政府信息情况' : 'Table 2: disclosure', status: 'picture', block: texts.find((text) => text.text === '表二.png')?.block ?? null, columns: [], rows: [] },
      {
        id: 't3', title: zh ? '表三 收到和处理政府信息公开申请情况' : 'Table 3: requests', status: 'incomplete', block: cells.get('t3.new.0') ?? null, columns: REQUEST_COLUMNS,
        rows: REQUESTS.map(([id, label, level, values]) => ({
          label, level, facts: REQUEST_COLUMNS.map((_, column) => (values ? `t3.${id}.${column}` : null)),
          recomputed: REQUEST_COLUMNS.map((_, column) => (id === 'unable.unheld' && column === 6 ? '26' : null)),
        })),
      },
      {
        id: 't4', title: zh ? '表四 行政复议、行政诉讼情况' : 'Table 4: review and litigation', status: 'read', block: cells.get('t4.0') ?? null, columns: LITIGATION[0],
        rows: ['行政复议', '未经复议直接起诉', '复议后起诉'].map((label, row) => ({
          label, level: 0, facts: LITIGATION[0].map((_, column) => `t4.${row * 5 + column}`), recomputed: LITIGATION[0].map((_, column) => (row === 0 && column === 4 ? '3' : null)),
        })),
      },
      {
        id: 't2', title: zh ? '另一版式的表二' : 'Table 2 in another layout', status: 'incomplete', block: null, columns: ['本年制发件数', '本年废止件数', '现行有效件数', '本年处理决定数量'],
        rows: [
          { label: '规章', level: 0, facts: ['t2.0', 't2.1', 't2.2', null], recomputed: [null, null, null, null] },
          { label: '行政规范性文件', level: 0, facts: ['t2.0', 't2.1', 't2.2', null], recomputed: [null, null, null, null] },
          { label: '行政许可', level: 0, facts: [null, null, null, 't2.2'], recomputed: [null, null, null, null] },
        ],
      },
    ],
    facts, findings,
    claims: [
      { kind: 'link', holds: true, evidence: [at('申请95', '95', '新收申请')] },
      { kind: 'link', holds: true, evidence: [at('结转4', '4', '上年结转')] },
      { kind: 'link', holds: true, evidence: [at('公开47', '47', '予以公开')] },
      { kind: 'sum', holds: false, evidence: findings[0].evidence },
      { kind: 'share', holds: null, evidence: [at('失效17', '17', '标注失效'), at('文件312', '312', '清理文件')] },
    ],
    coverage: [
      ['F101', 'section-missing', zh ? '缺少规定的部分' : 'Section missing', 6, 0, 0], ['F103', 'wrong-edition', zh ? '格式版本不符' : 'Wrong edition', 1, 0, 0],
      ['F106', 'fee-statement-missing', zh ? '未说明信息处理费' : 'No statement on fees', 0, 1, 0], ['F202', 'table-is-picture', zh ? '表格是图片' : 'Table is a picture', 2, 1, 0],
      ['T301', 'requests-unbalanced', zh ? '收、结、办不平衡' : 'Requests unbalanced', 7, 0, 0], ['T302', 'results-total-differs', zh ? '办理结果合计不符' : 'Results differ from their total', 5, 1, 1],
      ['T303', 'row-total-differs', zh ? '行合计不符' : 'Row total differs', 14, 1, 1], ['T401', 'block-total-differs', zh ? '复议诉讼合计不符' : 'Block total differs', 2, 1, 0],
      ['N101', 'text-differs-from-table', zh ? '文字与表格不符' : 'Text differs from table', 3, 0, 0], ['N201', 'parts-differ-from-sum', zh ? '各部分之和与总数不符' : 'Parts differ from their sum', 0, 1, 0],
      ['N202', 'share-differs', zh ? '占比与数量不符' : 'Share differs', 0, 1, 1], ['T201', 'implied-stock-negative', zh ? '推算存量为负' : 'Implied stock negative', 0, 0, 0],
    ].map(/** @param {any[]} row */ ([code, rule, name, holds, violated, undecided]) => ({ code, rule, title: name, holds, violated, undecided })),
    unused: [at('文件6件', '6', '行政规范性文件'), at('20个工作日', '20', '工作日'), at('文件312件', '312', '清理文件'), at('失效17件', '17', '标注失效'), at('专栏14个', '14', '专栏'), at('专题3个', '3', '专题'), at('培训2场次', '2', '培训'), at('人员186人次', '186', '参加人员')],
  };
}
