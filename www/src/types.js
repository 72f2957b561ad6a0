/**
 * The shapes that cross between the core, the engine and the page. Those of the report are
 * generated from the core; nothing here repeats them.
 *
 * @typedef {import('../pkg-full/gouji.js').Report} Report
 * @typedef {import('../pkg-full/gouji.js').Part} Part
 * @typedef {import('../pkg-full/gouji.js').Cell} Cell
 * @typedef {import('../pkg-full/gouji.js').Text} Text
 * @typedef {import('../pkg-full/gouji.js').Section} Section
 * @typedef {import('../pkg-full/gouji.js').Table} Table
 * @typedef {import('../pkg-full/gouji.js').TableRow} TableRow
 * @typedef {import('../pkg-full/gouji.js').Fact} Fact
 * @typedef {import('../pkg-full/gouji.js').Claim} Claim
 * @typedef {import('../pkg-full/gouji.js').Finding} Finding
 * @typedef {import('../pkg-full/gouji.js').Repair} Repair
 * @typedef {import('../pkg-full/gouji.js').Coverage} Coverage
 * @typedef {import('../pkg-full/gouji.js').Evidence} Evidence
 * @typedef {import('../pkg-full/gouji.js').RulePage} RulePage
 */

/**
 * @typedef {'zh' | 'en'} Language
 * @typedef {'error' | 'warning' | 'notice'} Severity
 * @typedef {'auto' | 'light' | 'dark'} Theme
 */

/**
 * A stretch of a block, in UTF-16 code units.
 * @typedef {{ block: number, start: number, end: number }} Place
 */

/**
 * A window over something long: the items from `from` up to but not including `to` are shown.
 * @typedef {{ from: number, to: number }} Range
 */

/**
 * What the user gave us, kept so that it can be checked again in another language.
 * @typedef {object} Input
 * @property {'text' | 'html' | 'file' | 'example'} kind
 * @property {string | Uint8Array} data
 * @property {string} text   what the paste box shows; empty for files
 * @property {string=} name
 */

/**
 * @typedef {object} Engine
 * @property {(input: Uint8Array | string, options: CheckOptions, tell?: (progress: Progress) => void) => Promise<Report>} check
 * @property {(language: Language) => Promise<RulePage[]>} rules
 * @property {Promise<void>} ready
 * @property {(sample: string) => void} rehearse  while nobody asks, the sample is checked, so that the browser compiles what it takes
 * @property {Promise<Report>} rehearsed  the report of the sample, made before anyone asks
 * @property {() => void} prepare             a file is likely to come
 * @property {() => void} relieve             nobody waits: the faster module, with all readers, takes over
 * @property {() => void} cancel
 * @property {(input: Uint8Array, options: CheckOptions) => Promise<Uint8Array>} [annotate]  the same Word file with comments
 * @property {(input: Uint8Array, options: CheckOptions) => Promise<Uint8Array>} [workbook]  an Excel workbook of the result
 * @property {(input: Uint8Array, options: CheckOptions) => Promise<string>} [facts]  the figures of its tables as CSV
 */

/**
 * What a check is at; bytes are 0 where they are not counted.
 * @typedef {{ stage: 'loading' | 'reading', done: number, total: number }} Progress
 */

/**
 * @typedef {object} CheckOptions
 * @property {string=} name
 * @property {Language} language
 * @property {{ block: number, text: string }[]=} edits
 * @property {string[]=} off       the codes of rules that are switched off
 * @property {{ bytes: Uint8Array, name?: string }=} lastYear  last year's report, to be compared with
 * @property {Bodies=} bodies  the reports of the bodies, to be added up beside this one of the whole
 * @property {string[]=} findings  the findings that become comments; all where it is missing
 * @property {{ id: string, words: string, remark: string }[]=} decisions  what a workbook says beside its findings
 */

/**
 * @typedef {object} Bodies
 * @property {{ bytes: Uint8Array, name: string }[]} files
 * @property {string[]} names  of those that should have reported, where that is known
 */

/**
 * @typedef {object} Failure
 * @property {string} code
 * @property {string} message
 */

export {};
