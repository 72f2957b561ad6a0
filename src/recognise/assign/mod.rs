//! Values to slots: plainly where their number fits, by the grid's head or by the form's sums where it does not.

mod by_columns;
mod doubt;
mod plain;

use super::{
    align::Match,
    alone, block,
    columns::Heads,
    continued,
    damage::{has_stray, is_summed, is_table_glued, loses_cells, tokens, values},
    decide, empty_rows,
    held::Held,
    order,
    readings::Open,
    stream::Stream,
    totals::Totals,
};
use crate::{
    document::Document,
    forms::{FEW_ROWS, Table},
};
use by_columns::by_columns;
pub(super) use plain::shares_lines;
use plain::{cut_off, is_full_with_pieces, is_last, plainly};

/// What the slots of a table hold; nothing for slots whose rows were not found. Also the sums that
/// no way of reading the table satisfies, by their number in the form.
#[must_use]
pub(super) fn assign(
    document: &Document,
    stream: &Stream,
    table: &Table,
    matches: &[Match],
) -> (Vec<Option<Held>>, Vec<usize>) {
    let mut held: Vec<Option<Held>> = vec![None; table.slots.len()];
    let mut open = Vec::new();
    let glued = is_table_glued(document, stream, table, matches);
    let lossy = glued && loses_cells(stream, table, matches);
    let totals = Totals::of(stream, table, matches);
    let in_grid = |found: &&Match| stream.values[found.values.start].cell.is_some();
    let gridded = 2 * matches.iter().filter(in_grid).count() > matches.len();
    let mut heads = Heads::new(document, table);
    for (at, found) in matches.iter().enumerate() {
        let totals = totals.filter(|_| found.labelled);
        if let Some(total) = totals.and_then(|totals| totals.place(&found.values)) {
            held[found.slots(table).start] = Some(Held::plain(&stream.values[total]));
            continue;
        }
        let slots = found.slots(table);
        let values = values(document, stream, table, found);
        let free = at
            .checked_sub(1)
            .map_or(0, |before| matches[before].values.end)
            ..matches
                .get(at + 1)
                .map_or(stream.values.len(), |next| next.values.start);
        if gridded && alone::ends_with_page(document, &stream.values[values.clone()], slots.len())
            || doubt::ends_with_page(document, stream, (table, matches), (&values, &slots))
            || doubt::may_be_page(document, stream, (table, matches), &values)
            || doubt::is_patched(stream, table, (&values, &slots))
        {
            open.push(Open::unread(slots, values));
            continue;
        }
        let row = (&values, &slots);
        let read = || continued::read(document, stream, table, row, free.clone());
        let short = || continued::short(document, stream, table, row, &free);
        if let Some(row) = read().or_else(short) {
            open.push(row);
            continue;
        }
        if values.len() < found.values.len()
            && by_columns(
                document,
                stream,
                (table, &mut heads),
                &found.values,
                &slots,
                &mut held,
            )
        {
            continue;
        }
        if found.rows.len() > FEW_ROWS && values.len() == slots.len() {
            block::lay_down(stream, table, found.rows.clone(), values.start, &mut held);
        } else if plainly(stream, &values, &slots, glued, &mut held) {
            if let Some(last) = continued::last(document, stream, table, (&values, &slots), free) {
                held[slots.end - 1] = Some(last);
            }
        } else if !by_columns(
            document,
            stream,
            (table, &mut heads),
            &values,
            &slots,
            &mut held,
        ) && (glued
            || is_last(table, found)
            || !cut_off(stream, &values, &slots, &mut held))
        {
            let strays = glued && has_stray(stream, &values, slots.len())
                || is_full_with_pieces(stream, &values, slots.len());
            let unsure = lossy && values.len() < slots.len() && !is_summed(table, &slots);
            let tokens = tokens(document, stream, &values).filter(|_| !strays && !unsure);
            open.push(match tokens {
                Some(tokens) => Open::new(slots, values, tokens, table, glued),
                None => Open::unread(slots, values),
            });
        }
    }
    for found in matches {
        let slots = found.slots(table);
        if doubt::is_shifted(table, &slots, &held) {
            let tokens = tokens(document, stream, &found.values).unwrap_or_default();
            open.push(Open::new(slots, found.values.clone(), tokens, table, glued));
        }
    }
    let refuted = decide::decide(stream, table, &mut held, &open);
    order::check(document, stream, table, matches, &mut held);
    empty_rows::fill(stream, table, matches, &mut held);
    (held, refuted)
}
