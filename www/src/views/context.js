/**
 * @typedef {'text' | 'table' | 'html' | 'word' | 'excel' | 'csv' | 'json' | 'facts' | 'print' | 'review' | 'batch-csv' | 'batch-facts' | 'batch-json' | 'batch-review'} Taken
 */

/**
 * What every view is given beside the state.
 *
 * @typedef {object} Context
 * @property {(action: import('../state.js').Action) => void} send
 * @property {import('../i18n/index.js').Translate} t
 * @property {{ annotate: boolean, workbook: boolean }} offers     what the engine can make beside reports
 * @property {(place: import('../types.js').Place) => void} goto   shows a place in the report
 * @property {(id: string) => void} select                         chooses a finding and shows its place
 * @property {(ids: string[]) => void} choose                      chooses the next of findings that share a place
 * @property {(block: number, here?: boolean, place?: import('../types.js').Evidence) => void} edit  opens a block for writing; `here`: it is in view; `place`: what is to be written anew
 * @property {(repairs: import('../types.js').Repair[]) => void} tryRepairs  tries suggested values together
 * @property {(transfer: import('../clipboard.js').Received) => void} receive
 * @property {(text: string) => void} retype                       checks what was typed
 * @property {() => void} expectFile                               a file is likely to come
 * @property {import('../later.js').Later | null} parts  what comes later; null until then
 * @property {(dialog: NonNullable<import('../state.js').State['dialog']>) => void} open  opens a window over the page
 * @property {() => void} example
 * @property {(language: import('../types.js').Language) => void} speak  the page in another language
 * @property {() => void} cancel
 * @property {(id: number) => void} openFile                       checks one of several files and shows it
 * @property {() => void} stopFiles
 * @property {() => void} continueFiles
 * @property {(finding: import('../types.js').Finding) => void} copyOne
 * @property {() => void} copyEdits
 * @property {(code: string) => Promise<import('../types.js').RulePage | undefined>} rulePage  what the catalogue says of a rule
 * @property {(what: Taken) => void} take
 * @property {(file: File) => void} loadReview                     takes up decisions saved before
 */

/** @typedef {import('../state.js').State} State */

export {};
