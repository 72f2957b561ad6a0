/** The words around what gouji says of a report, which comes from the core in the same language. */

/** @typedef {"zh" | "en"} Language */

const ZH = {
  heading: '年度报告核对结果',
  intake: '把报告全文连同表格粘贴到这里，或拖入文件',
  open: '选择文件',
  checking: '正在核对……',
  loading: '正在载入读取此类文件的部分……',
  findings: '发现的问题',
  document: '报告原文',
  error: '错误',
  warning: '存疑',
  notice: '提示',
  clean: '没有发现问题。',
  nothing: '没有可以核对的内容。',
  more: '显示更多',
  again: '核对另一份',
  unmarked: '此浏览器不能在页面上标出（需要 Chromium 105 或更新版本），点问题可以跳到所在的地方。',
  absent: '页面上没有找到要核对的内容。',
  unplaced: '这个问题在页面上没有对应的文字。',
  noLastYear: '上年报告加载失败：',
  compared: '已与上年报告对照：',
  picture: '图片',
  /** @type {(counts: { total: number, violated: number, undecided: number }) => string} */
  checked: ({ total, violated, undecided }) =>
    `核对了 ${total} 项：${violated} 项不符${undecided ? `，${undecided} 项无法判定` : ""}。`,
};

/** @type {typeof ZH} */
const EN = {
  heading: 'Result of checking this report',
  intake: 'Paste the whole report with its tables here, or drop a file',
  open: 'Choose a file',
  checking: 'Checking…',
  loading: 'Loading the reader for such files…',
  findings: 'Findings',
  document: 'The report',
  error: 'Error',
  warning: 'Warning',
  notice: 'Notice',
  clean: 'No fault was found.',
  nothing: 'There is nothing here that could be checked.',
  more: 'Show more',
  again: 'Check another',
  unmarked: 'This browser cannot mark places in the page (it needs Chromium 105 or newer); choose a finding to go to its place.',
  absent: 'What was to be checked is not on this page.',
  unplaced: 'This finding has no text on the page to go to.',
  noLastYear: "Last year's report could not be fetched:",
  compared: "Compared with last year's report: ",
  picture: 'Picture',
  checked: ({ total, violated, undecided }) =>
    `${total} ${total === 1 ? "relation" : "relations"} checked: ${violated} violated${undecided ? `, ${undecided} undecided` : ""}.`,
};

/** @param {Language} language */
export const wordsOf = (language) => (language === 'en' ? EN : ZH);

/** @typedef {typeof ZH} Words */

export const DICTIONARIES = { zh: ZH, en: EN };
