//! Marked-up tables: which are tables, which only lay a page out, and where their cells stand.

use super::{
    Draft,
    item::{Cell, Item, Table},
    origin::Origin,
};
use crate::document::{self, Grid, GridSource};

/// The most columns and rows that one cell may cover.
const WIDEST: usize = 100;
const TALLEST: usize = 1000;

/// Columns beyond this one are taken one by one, whatever the cells say that they cover.
const MOST_COLUMNS: usize = 1000;

/// Text in one cell, in characters, that no cell of a table of figures has.
const LONG: usize = 200;

/// Puts a finished table where it belongs: as a table, or what is in it, in flow, where it only lays out a page.
pub(super) fn settle(mut table: Table, sink: &mut Vec<Item>) {
    if table.rows.iter().all(|row| row.cells.is_empty()) {
        return;
    }
    if is_layout(&table) {
        for cell in cells(&mut table) {
            sink.append(&mut cell.items);
        }
        return;
    }
    let mut pictures = Vec::new();
    for cell in cells(&mut table) {
        let (shown, rest) = std::mem::take(&mut cell.items)
            .into_iter()
            .partition(|item| matches!(item, Item::Picture(_)));
        cell.items = rest;
        pictures.extend::<Vec<Item>>(shown);
    }
    sink.push(Item::Table(table));
    sink.append(&mut pictures);
}

fn cells(table: &mut Table) -> impl Iterator<Item = &mut Cell> {
    table.rows.iter_mut().flat_map(|row| &mut row.cells)
}

/// Whether a table only lays a page out: a single column, a table in a table, or mostly long texts or headings.
fn is_layout(table: &Table) -> bool {
    if table.rows.iter().all(|row| row.cells.len() < 2) && !is_spanned(table) {
        return true;
    }
    let (mut all, mut long, mut short, mut headed) = (0, 0, 0, false);
    for item in table.rows.iter().flat_map(|row| &row.cells) {
        let length = length(item);
        all += length;
        long += if length > LONG { length } else { 0 };
        short += usize::from(length <= LONG / 5);
        for inner in &item.items {
            headed |= matches!(
                inner,
                Item::Line {
                    heading: Some(_),
                    ..
                }
            );
            if matches!(inner, Item::Table(_)) {
                return true;
            }
        }
    }
    long * 2 > all || (headed && short < 6) || all == 0 && pictures(table) > 0
}

/// Whether a cell reaches into another row, so that rows of a single cell still make several columns.
fn is_spanned(table: &Table) -> bool {
    let mut cells = table.rows.iter().flat_map(|row| &row.cells);
    table.rows.len() > 1 && cells.any(|cell| cell.span.rows > 1)
}

fn pictures(table: &Table) -> usize {
    let items = table
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .flat_map(|cell| &cell.items);
    items
        .filter(|item| matches!(item, Item::Picture(_)))
        .count()
}

fn length(cell: &Cell) -> usize {
    let count = |item: &Item| match item {
        Item::Line { text, .. } => text.chars().count(),
        _ => 0,
    };
    cell.items.iter().map(count).sum()
}

/// Adds a table to a document, every cell at its place under the spans of the others.
pub(super) fn write(draft: &mut Draft, table: &Table) {
    let last_of_group = last_rows(table);
    // For each column the first row that no cell from above covers.
    let mut free: Vec<usize> = Vec::new();
    let mut cells = Vec::new();
    for (row, cells_of_row) in table.rows.iter().enumerate() {
        let mut column = 0;
        for cell in &cells_of_row.cells {
            column = cell.column.map_or(column, |at| at.min(MOST_COLUMNS));
            while free.get(column).is_some_and(|&from| from > row) {
                column += 1;
            }
            let (text, origin) = text(cell);
            if !draft.takes(1, text.len()) {
                break;
            }
            let widest = if column < MOST_COLUMNS { WIDEST } else { 1 };
            let columns = cell.span.columns.clamp(1, widest);
            let rows = cell
                .span
                .rows
                .clamp(1, TALLEST)
                .min(last_of_group[row] - row + 1);
            if free.len() < column + columns {
                free.resize(column + columns, 0);
            }
            free[column..column + columns].fill(row + rows);
            cells.push(document::Cell {
                block: draft.block_from(&text, origin),
                row,
                column,
                rows,
                columns,
                header: cell.header,
            });
            column += columns;
        }
    }
    if !cells.is_empty() {
        draft.builder.grid(Grid {
            source: GridSource::Markup,
            rows: table.rows.len(),
            columns: free.len(),
            cells,
        });
    }
}

/// For each row the last row of its group, which no cell reaches beyond.
fn last_rows(table: &Table) -> Vec<usize> {
    let mut last = vec![0; table.rows.len()];
    for row in (0..table.rows.len()).rev() {
        let goes_on = table
            .rows
            .get(row + 1)
            .is_some_and(|next| next.group == table.rows[row].group);
        last[row] = if goes_on { last[row + 1] } else { row };
    }
    last
}

/// The text of a cell, its lines as lines.
fn text(cell: &Cell) -> (String, Origin) {
    let mut text = String::new();
    let mut origins = Origin::default();
    for item in &cell.items {
        if let Item::Line {
            text: line, origin, ..
        } = item
        {
            if !text.is_empty() {
                text.push('\n');
            }
            origins.append(text.len(), origin);
            text.push_str(line);
        }
    }
    (text, origins)
}
