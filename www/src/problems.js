/** What is said where the engine cannot answer, to those who have no words of their own for it. */

/**
 * @typedef {import("../pkg/gouji.js").Locale} Locale
 *
 * @typedef {object} Problem Why a promise of the engine was rejected.
 * @property {string} code The reader's own (`empty`, `too-large`, `picture`, `binary`, `unknown-kind`, `damaged` and
 *   others), or `superseded` (a later check took its place), `cancelled`, `crashed` (the engine has been started
 *   anew), `unusable` (the engine cannot be started in this browser), `unavailable` (its files cannot be loaded),
 *   `reader-unavailable` (the part that reads this kind of file cannot be loaded).
 * @property {string} message A sentence for the user.
 */

/** @type {Record<string, Record<Locale, string>>} */
const MESSAGES = {
  superseded: { zh: '已有更新的核对。', en: 'A later check has taken its place.' },
  cancelled: { zh: '已停止核对。', en: 'The check was stopped.' },
  crashed: {
    zh: '核对程序出错，已重新启动。您的内容没有丢失，也没有离开本机。',
    en: 'The checker failed and has been started again. Nothing was lost, and nothing left this computer.',
  },
  unusable: {
    zh: '此浏览器无法运行核对程序（需要支持 WebAssembly，如 Chromium 78 或更新版本）。',
    en: 'This browser cannot run the checker (it needs WebAssembly, as in Chromium 78 or newer).',
  },
  unavailable: {
    zh: '核对程序的文件无法载入。离线使用请打开单文件版 gouji.html。',
    en: "The checker's files cannot be loaded. Without a server, open the one-file edition, gouji.html.",
  },
  'reader-unavailable': {
    zh: '读取这类文件的部分没有载入，可能是网络已断开。可稍后再试，或复制文件中的全部内容粘贴到这里。',
    en: 'The part that reads such files could not be loaded; the network may be down. Try again later, or copy the whole text of the file and paste it here.',
  },
};

/**
 * @param {string} code
 * @param {Locale} language
 * @returns {Problem}
 */
export function problem(code, language) {
  return { code, message: MESSAGES[code] ? MESSAGES[code][language] : '' };
}
