//! Columns that a table has only because others on the same sheet have them.

use super::Row;

/// A head that names so many columns names all that its table has.
const NAMED: usize = 4;

/// Where a whole sheet with its headings was copied, takes out the columns that neither the head of a table nor any row
/// below it fills, up to the head of the next table: what merged cells leave behind.
pub(in crate::ingest) fn drop_spare_columns(run: &mut [Row<'_>]) {
    let filled = |row: &Row<'_>| row.cells.iter().filter(|cell| !cell.is_empty()).count();
    let whole = |row: &Row<'_>| row.is_head() && filled(row) >= NAMED;
    let heading = |row: &Row<'_>| {
        filled(row) == 1 && row.cells[0].contains("情况") && row.cells[0].contains('、')
    };
    if !run.iter().any(heading) {
        return;
    }
    let mut rest = run;
    while let Some(first) = rest.iter().position(whole) {
        let (_, table) = rest.split_at_mut(first - heads_at_end(&rest[..first]));
        let heads = table.iter().position(|row| !row.is_head());
        let rows = heads.unwrap_or(table.len());
        let next = table[rows..].iter().position(whole);
        let next = next.map_or(table.len(), |at| rows + at);
        let (table, behind) = table.split_at_mut(next - heads_at_end(&table[rows..next]));
        compact(table);
        rest = behind;
    }
}

fn heads_at_end(rows: &[Row<'_>]) -> usize {
    rows.iter().rev().take_while(|row| row.is_head()).count()
}

fn compact(table: &mut [Row<'_>]) {
    let width = table.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let fills = |row: &Row<'_>, at: usize| row.cells.get(at).is_some_and(|cell| !cell.is_empty());
    let used: Vec<bool> = (0..width)
        .map(|at| table.iter().any(|row| fills(row, at)))
        .collect();
    let end = used.iter().rposition(|&used| used).unwrap_or(0);
    if used[..end].iter().all(|&used| used) {
        return;
    }
    for row in table {
        let mut column = 0..;
        row.cells
            .retain(|_| column.next().is_some_and(|at| used[at]));
    }
}
