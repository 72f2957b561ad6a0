/**
 * What every view is given beside the state.
 *
 * @typedef {object} Context
 * @property {(action: import('../state.js').Action) => void} send
 * @property {import('../i18n/index.js').Translate} t
 * @property {(place: import('../types.js').Place) => void} goto   shows a place in the report
 * @property {(id: string) => void} select                         chooses a finding and shows its place
 * @property {(ids: string[]) => void} choose                      chooses the next of findings that share a place
 * @property {(transfer: import('../clipboard.js').Received) => void} receive
 * @property {(text: string) => void} retype                       checks what was typed
 * @property {() => void} example
 * @property {() => void} cancel
 * @property {() => void} copyAll                                  copies the listed findings
 * @property {(finding: import('../types.js').Finding) => void} copyOne
 */

/** @typedef {import('../state.js').State} State */

export {};
