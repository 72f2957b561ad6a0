/** Where findings belong: to a statutory table, to a section, or to the report as a whole. */

/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Evidence} Evidence */

/**
 * @typedef {object} Group
 * @property {string} key
 * @property {'table' | 'section' | 'head' | 'whole'} kind
 * @property {string} title  as printed; empty for the head of the report and for the whole
 */

/** @type {Group} */
const WHOLE = { key: 'whole', kind: 'whole', title: '' };
/** @type {Group} */
const HEAD = { key: 'head', kind: 'head', title: '' };

/**
 * A function that tells the group of a finding.
 *
 * @param {Report} report
 * @returns {(finding: Finding) => Group}
 */
export function grouping(report) {
  const cells = cellsOf(report);
  const sections = sectionsOf(report);
  const tables = report.tables.map((table, at) => /** @type {Group} */ ({ key: `table-${at}`, kind: 'table', title: table.title }));
  return (finding) => {
    const [place] = finding.evidence;
    if (!place) return WHOLE;
    const table = cells.get(`${place.block} ${place.start}`) ?? cells.get(`${place.block}`);
    return table === undefined || table < 0 ? sectionAt(sections, place) : tables[table];
  };
}

/**
 * Which table each place of a quantity belongs to, and each block that belongs to one table only.
 * @param {Report} report
 */
function cellsOf({ tables, facts, parts }) {
  const evidence = new Map(facts.map((fact) => [fact.id, fact.evidence]));
  const inGrids = gridBlocks(parts);
  /** @type {Map<string, number>} */
  const cells = new Map();
  tables.forEach(({ rows }, table) => rows.forEach((row) => row.facts.forEach((id) => {
    const place = id == null ? undefined : evidence.get(id);
    if (!place) return;
    cells.set(`${place.block} ${place.start}`, table);
    if (!inGrids.has(place.block)) return;
    const key = `${place.block}`;
    cells.set(key, (cells.get(key) ?? table) === table ? table : -1);
  })));
  return cells;
}

/** @param {Report['parts']} parts */
function gridBlocks(parts) {
  /** @type {Set<number>} */
  const blocks = new Set();
  for (const part of parts) {
    if (part.kind === 'grid') part.rows.forEach((row) => row.forEach(({ text }) => blocks.add(text.block)));
  }
  return blocks;
}

/**
 * The sections with the places where they begin. A heading may stand within a longer line, where
 * everything was glued together.
 *
 * @param {Report} report
 * @returns {{ block: number, start: number, group: Group }[]}
 */
function sectionsOf({ sections, parts }) {
  const texts = new Map(parts.map((part) => (part.kind === 'grid' ? [-1, ''] : [part.text.block, part.text.text])));
  const list = sections.map(({ heading }, at) => ({
    block: heading.block,
    start: Math.max(0, (texts.get(heading.block) ?? '').indexOf(heading.text)),
    group: /** @type {Group} */ ({ key: `section-${at}`, kind: 'section', title: heading.text.replace(/\s+/g, ' ').trim() }),
  }));
  return list.sort((a, b) => a.block - b.block || a.start - b.start);
}

/**
 * @param {ReturnType<typeof sectionsOf>} sections
 * @param {Evidence} place
 */
function sectionAt(sections, place) {
  let found = HEAD;
  for (const { block, start, group } of sections) {
    if (block > place.block || (block === place.block && start > place.start)) break;
    found = group;
  }
  return found;
}
