/** Last year's report, which the one in view is checked against. */

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./types.js').Input} Input */
/** @typedef {import('./batch.js').Batch} Batch */
/** @typedef {import('./batch.js').Doc} Doc */

/**
 * Whose report it is, and of which year: what was given serves again when the same report comes again, mended.
 *
 * @param {import('./types.js').Report} report
 */
function whose({ organization, year }) {
  return `${(organization || '').replace(/\s+/g, '')} ${year}`;
}

/**
 * The state with another report of last year, or without one.
 *
 * @param {State} state
 * @param {Input | null} input
 * @returns {State}
 */
export function giveLastYear(state, input) {
  if (!state.read) return state;
  const lastYears = new Map(state.lastYears);
  if (input) lastYears.set(whose(state.read), input);
  else lastYears.delete(whose(state.read));
  return { ...state, lastYears, lastYear: input, dialog: null };
}

/**
 * What was given before for the same report.
 *
 * @param {State} state
 * @param {import('./types.js').Report} report
 * @returns {Input | null}
 */
export function knownLastYear({ lastYears }, report) {
  return lastYears.get(whose(report)) || null;
}

/**
 * The same for the engine, which wants bytes.
 *
 * @param {Input | null} input
 */
export function lastYearForEngine(input) {
  if (!input) return undefined;
  const { data, name } = input;
  return { bytes: typeof data === 'string' ? new TextEncoder().encode(data) : data, name };
}

/**
 * Of several files the one that is the report of the same body for the year before.
 *
 * @param {Batch} batch
 * @param {Doc} doc
 * @returns {Doc | undefined}
 */
export function yearBefore({ docs }, { outcome }) {
  if (!outcome || !outcome.organization || !outcome.year) return undefined;
  const { organization, year } = outcome;
  return docs.find((other) => other.outcome !== undefined && other.outcome.organization === organization && other.outcome.year === year - 1);
}
