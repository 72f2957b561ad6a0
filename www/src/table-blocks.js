/**
 * Some forms put several small tables with columns of their own under one title. The core gives
 * them as one table with gaps; this finds the small tables again.
 */

/** @typedef {import('./types.js').Table} Table */
/** @typedef {import('./types.js').TableRow} TableRow */
/** @typedef {{ columns: number[], rows: TableRow[] }} TableBlock */

/** Beyond this the gaps are no small tables; then one table with gaps is the easier to read. */
const MOST_BLOCKS = 6;

/**
 * Runs of rows that use the same columns. A row that only names others goes with those below it.
 *
 * @param {Table} table
 * @returns {TableBlock[]}
 */
export function blocksOf(table) {
  /** @type {TableBlock[]} */
  const blocks = [];
  /** @type {TableRow[]} */
  let names = [];
  for (const row of table.rows) {
    const columns = used(row);
    const last = blocks[blocks.length - 1];
    if (!columns.length) names.push(row);
    else if (last && last.columns.join() === columns.join()) last.rows.push(...names.splice(0), row);
    else blocks.push({ columns, rows: [...names.splice(0), row] });
  }
  if (blocks.length) blocks[blocks.length - 1].rows.push(...names);
  if (blocks.length > 0 && blocks.length <= MOST_BLOCKS) return blocks;
  return [{ columns: table.columns.map((_, at) => at), rows: table.rows }];
}

/** @param {TableRow} row */
function used(row) {
  return row.facts.map((fact, at) => (fact == null ? -1 : at)).filter((at) => at >= 0);
}
