//! Values of a grid's row, each from the column that the grid's head names.

use super::columns::{Heads, are_reordered};
use crate::{
    document::{Cell, Document, Grid, Part},
    facts::State,
    forms::Table,
    recognise::{
        held::Held,
        stream::{Stream, Value},
    },
    text::character::is_han,
};
use std::ops::Range;

/// So many grids before, a table's head is looked for that lines without values have broken off from its rows.
const FARTHEST: usize = 30;

/// The slots of one grid row, each from the column that the head names.
pub(super) fn by_columns(
    document: &Document,
    stream: &Stream,
    (table, heads): (&Table, &mut Heads<'_>),
    values: &Range<usize>,
    slots: &Range<usize>,
    held: &mut [Option<Held>],
) -> bool {
    let row = &stream.values[values.clone()];
    let Some((number, line, _)) = row.first().and_then(|value| value.cell) else {
        return false;
    };
    if slots.len() < 2 && !table.is_list()
        || row.iter().any(|value| {
            value
                .cell
                .is_none_or(|cell| (cell.0, cell.1) != (number, line))
        })
    {
        return false;
    }
    let Some(grid) = grid(document, number) else {
        return false;
    };
    let mut above = |grid: &Grid, number: usize, row: usize| -> Option<Vec<usize>> {
        let columns = heads.above((grid, number), row);
        let place = |slot: usize| columns.place(table.slots[slot].column);
        slots.clone().map(place).collect()
    };
    let mut broken_off = (number.saturating_sub(FARTHEST)..number)
        .rev()
        .filter_map(|number| Some((self::grid(document, number)?, number)))
        .take_while(|(before, _)| before.columns >= grid.columns);
    let places = above(grid, number, line)
        .or_else(|| broken_off.find_map(|(before, number)| above(before, number, before.rows)));
    let Some(places) = places else { return false };
    let column = |value: &Value| value.cell.map_or(usize::MAX, |cell| cell.2);
    let other = |value: &Value| value.state != State::Blank && !places.contains(&column(value));
    if has_words(document, grid, line, places[0]) || slots.len() > 1 && row.iter().any(other) {
        return false;
    }
    for (slot, place) in slots.clone().zip(places) {
        let inside: Vec<&Value> = row.iter().filter(|value| column(value) == place).collect();
        held[slot] = Some(match inside[..] {
            [] => unreadable(document, grid, line, place),
            [value] => Held::plain(value),
            _ => Held::of_pieces(&inside),
        });
    }
    true
}

/// Whether the grid that a table begins in names the table's columns in an order of its own.
pub(super) fn has_own_order(
    document: &Document,
    stream: &Stream,
    table: &Table,
    first: usize,
) -> bool {
    let Some((number, row, _)) = stream.values.get(first).and_then(|value| value.cell) else {
        return false;
    };
    let cells = stream.values[first..].iter().map_while(|value| value.cell);
    let beside = cells.take_while(|cell| (cell.0, cell.1) == (number, row));
    let mut columns: Vec<usize> = beside.map(|cell| cell.2).collect();
    columns.dedup();
    // Blank cells may stand between the label and the first column.
    let blank = columns.len().checked_sub(table.columns.len());
    blank
        .zip(grid(document, number))
        .is_some_and(|(blank, grid)| are_reordered(document, (grid, table), row, &columns[blank..]))
}

/// Whether a cell has words: where the first value should stand, the head stands left of its columns.
fn has_words(document: &Document, grid: &Grid, row: usize, column: usize) -> bool {
    let here = |cell: &&Cell| cell.row == row && cell.column == column;
    let text = |cell: &Cell| document.quote(document.block(cell.block));
    let is_word = |cell: &Cell| text(cell).chars().any(is_han);
    grid.cells.iter().find(here).is_some_and(is_word)
}

fn grid(document: &Document, number: usize) -> Option<&Grid> {
    let grids = document.parts().iter().filter_map(|part| {
        if let Part::Grid(grid) = part {
            Some(grid)
        } else {
            None
        }
    });
    grids.clone().nth(number)
}

/// What stands in a cell that has no value: other text, or no cell at all.
fn unreadable(document: &Document, grid: &Grid, row: usize, column: usize) -> Held {
    let cell = grid
        .cells
        .iter()
        .find(|cell| cell.row == row && cell.column == column);
    let span = cell
        .map(|cell| document.block(cell.block))
        .filter(|&span| !document.quote(span).trim().is_empty());
    let state = if span.is_some() {
        State::Unreadable
    } else {
        State::Missing
    };
    Held {
        state,
        ..Held::missing(span)
    }
}
