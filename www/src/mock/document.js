/** An invented report for developing the page without the core. Not shipped. */

/** @typedef {import('../types.js').Part} Part */
/** @typedef {import('../types.js').Cell} Cell */

const COLUMNS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

/** [row id, label, level, values]; null values name a group. */
export const REQUESTS = /** @type {[string, string, number, (number | string)[] | null][]} */ ([
  ['new', '一、本年新收政府信息公开申请数量', 0, [86, 5, 0, 1, 3, 0, 95]],
  ['carried_in', '二、上年结转政府信息公开申请数量', 0, [4, 0, 0, 0, 0, 0, 4]],
  ['', '三、本年度办理结果', 0, null],
  ['granted', '（一）予以公开', 1, [41, 3, 0, 1, 2, 0, 47]],
  ['partial', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 1, [7, 0, 0, 0, 0, 0, 7]],
  ['', '（三）不予公开', 1, null],
  ['denied.secret', '1.属于国家秘密', 2, [0, 0, 0, 0, 0, 0, 0]],
  ['denied.law', '2.其他法律行政法规禁止公开', 2, [2, 0, 0, 0, 0, 0, 2]],
  ['denied.internal', '5.属于三类内部事务信息', 2, [3, 0, 0, 0, 0, 0, 3]],
  ['denied.process', '6.属于四类过程性信息', 2, [1, 1, 0, 0, 0, 0, 2]],
  ['', '（四）无法提供', 1, null],
  ['unable.unheld', '1.本机关不掌握相关政府信息', 2, [24, 1, '', 0, 1, 0, 62]],
  ['unable.create', '2.没有现成信息需要另行制作', 2, [3, 0, 0, '/', 0, 0, 3]],
  ['', '（五）不予处理', 1, null],
  ['refused.complaint', '1.信访举报投诉类申请', 2, [2, 0, 0, 0, 0, 0, 2]],
  ['refused.repeat', '2.重复申请', 2, [1, 0, 0, 0, 0, 0, 1]],
  ['', '（六）其他处理', 1, null],
  ['other.fee', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', 2, [2, 0, 0, 0, 0, 0, 2]],
  ['results', '（七）总计', 1, [86, 5, 0, 1, 3, 0, 95]],
  ['carried_out', '四、结转下年度继续办理', 0, [4, 0, 0, 0, 0, 0, 4]],
]);

export const REQUEST_COLUMNS = COLUMNS;

const PROSE = [
  ['title', '青禾县人民政府2024年政府信息公开工作年度报告'],
  ['', '根据《中华人民共和国政府信息公开条例》要求编制本报告。所列数据的统计期限为2024年1月1日至2024年12月31日。本报告由总体情况等六部分组成。'],
  ['section', '一、总体情况'],
  ['', '（一）主动公开。全年通过县政府网站公开各类信息1724条，其中工作动态1206条、政策文件187条、解读材料64条、回应关切295条。制发行政规范性文件6件，全部在20个工作日内公开并配发解读。'],
  ['', '（二）依申请公开。全年新收政府信息公开申请95件，上年结转4件；予以公开47件，占答复总数的49.7%。没有因政府信息公开引起的行政诉讼败诉。'],
  ['', '（三）政府信息管理。集中清理2018年以来文件312件，标注失效17件。（四）平台建设。更新专栏14个，新建专题3个。（五）监督保障。组织培训2场次，参加人员186人次。'],
  ['section', '二、主动公开政府信息情况'],
  ['picture', '表二.png'],
  ['section', '三、收到和处理政府信息公开申请情况'],
  ['grid', ''],
  ['section', '四、政府信息公开行政复议、行政诉讼情况'],
  ['grid4', ''],
  ['section', '五、存在的主要问题及改进情况'],
  ['', '一是解读形式较为单一，图文、视频解读占比偏低；二是基层公开标准目录更新不够及时。下一步将逐项对照目录补齐缺项，并把更新时限写入季度检查清单。'],
  ['section', '六、其他需要报告的事项'],
  ['', '本年度无其他需要报告的事项。'],
];

export const LITIGATION = /** @type {[string[], number[]]} */ ([
  ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
  [2, 1, 0, 0, 4, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0],
]);

/** Numbers the blocks as the core does. */
export function createDocument() {
  let next = 0;
  /** @type {Map<string, number>} */
  const cells = new Map();
  /** @param {string} text */
  const block = (text) => ({ block: next++, text });
  /** @param {string} text @param {Partial<Cell>} [more] @returns {Cell} */
  const cell = (text, more = {}) => ({ text: block(text), rows: 1, columns: 1, header: false, ...more });

  const requests = () => [
    [cell('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', { rows: 2 }), cell('申请人情况', { columns: 7 })],
    COLUMNS.map((name) => cell(name)),
    ...REQUESTS.map(([id, label, , values]) => [cell(label, values ? {} : { columns: 8 }), ...(values ?? []).map((value, at) => {
      cells.set(`t3.${id}.${at}`, next);
      return cell(String(value));
    })]),
  ];
  const litigation = () => [
    ['行政复议', '未经复议直接起诉', '复议后起诉'].map((name) => cell(name, { columns: 5, header: true })),
    [0, 1, 2].reduce((row, _) => row.concat(LITIGATION[0].map((name) => cell(name, { header: true }))), /** @type {Cell[]} */ ([])),
    LITIGATION[1].map((value, at) => {
      cells.set(`t4.${at}`, next);
      return cell(String(value));
    }),
  ];

  /** @type {Part[]} */
  const parts = PROSE.map(([kind, text]) => {
    if (kind === 'grid') return { kind: 'grid', rows: requests() };
    if (kind === 'grid4') return { kind: 'grid', rows: litigation() };
    if (kind === 'picture') return { kind: 'picture', text: block(text) };
    if (kind === 'section') return { kind: 'heading', level: 2, text: block(text) };
    return { kind: 'paragraph', text: block(text) };
  });
  return { parts, cells, title: PROSE[0][1] };
}
