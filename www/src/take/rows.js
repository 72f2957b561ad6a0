/** The findings as rows of a table: one shape for spreadsheets and the clipboard. */

import { groupTitle } from '../views/findings.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {import('../types.js').Finding} Finding */
/** @typedef {import('../types.js').Severity} Severity */
/** @typedef {import('../i18n/index.js').Translate} Translate */
/** @typedef {import('../batch.js').Batch} Batch */

/** @param {Translate} t */
export function heads(t) {
  return [t('column.number'), t('column.severity'), t('column.where'), t('column.title'), t('column.message'), t('column.found'),
    t('column.expected'), t('column.formula'), t('column.place'), t('column.quote'), t('column.repair'), t('column.code'), t('column.decision'), t('column.remark')];
}

/**
 * @param {State} state
 * @param {Finding[]} findings
 * @param {Translate} t
 */
export function rows(state, findings, t) {
  return findings.map((finding) => {
    const group = state.index?.groups.get(finding.id);
    const decision = state.decisions.get(finding.id);
    return [state.index?.numbers.get(finding.id) ?? 0, ...shared(finding, group ? groupTitle(group, t) : '', t),
      decision ? t(`decision.${decision.status}`) : '', decision ? decision.remark : ''];
  });
}

/**
 * @param {Finding} finding
 * @param {string} where
 * @param {Translate} t
 */
function shared(finding, where, t) {
  const [place] = finding.evidence;
  const [repair] = finding.repairs;
  return [t(`severity.${/** @type {Severity} */ (finding.severity)}`), where, finding.title, finding.message, finding.found, finding.expected,
    finding.formula, place && place.label, place && place.quote.replace(/\s+/g, ' ').trim(),
    repair && `${repair.evidence.label} ${repair.evidence.quote.trim()} → ${repair.value}`, finding.code];
}

/**
 * All findings of many files, one row each; a file without any has a row, too.
 *
 * @param {Batch} batch
 * @param {Translate} t
 */
export function batchRows({ docs }, t) {
  const head = [t('files.name'), t('files.report'), t('files.year'), t('files.state'), t('files.checked'), t('summary.heading'), ...heads(t).slice(1, -2)];
  /** @type {(string | number | null | undefined)[][]} */
  const list = [head];
  for (const { file, state, outcome, failure } of docs) {
    const said = failure ? failure.message || failure.code : outcome && outcome.note;
    const about = [file.name, outcome && outcome.title, outcome && outcome.year, t(`files.${state}`), outcome && outcome.holds + outcome.violated + outcome.undecided, said];
    if (!outcome || !outcome.findings.length) list.push(about);
    else outcome.findings.forEach((finding) => list.push([...about, ...shared(finding, '', t)]));
  }
  return list;
}

/**
 * The outcomes of many files, for programs.
 * @param {Batch} batch
 */
export function batchJson({ docs }) {
  const files = docs.map(({ file, state, outcome, failure }) => ({ name: file.name, state, failure, ...outcome }));
  return `${JSON.stringify({ schema: 'gouji-batch/1', files }, null, 1)}\n`;
}
