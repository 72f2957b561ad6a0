//! Which rows of a worksheet are lines of text, and which are rows of a table.

use super::{Area, Sheet, SheetCell};
use crate::{
    ingest::{
        is_blank,
        item::{Cell, Item, Row, Span, Table},
        table,
    },
    text::order::Order,
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Text longer than this, alone in its row, is a paragraph.
const LONG: usize = 120;

/// A row that shows something.
struct Line {
    row: u32,
    cells: Vec<SheetCell>,
    /// Whether a cell of an earlier row reaches into it, one of its own below it, or empty cells are merged beside its own.
    reached: bool,
    /// Whether its only cell spans several columns.
    wide: bool,
}

/// What a row is taken for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A paragraph.
    Text,
    /// A row of a table.
    Table,
    /// A single cell with lines around it: a row of the table that it stands in, or a paragraph before or after it.
    Inside,
}

/// Everything that a sheet shows; `budget` is the number of cells that may still be made.
pub(super) fn items(mut sheet: Sheet, budget: &mut usize) -> Vec<Item> {
    let merged = visible_areas(&sheet);
    let lines = lines(&mut sheet, &merged);
    let ruled = lines
        .iter()
        .any(|line| line.cells.len() > 1 && line.cells[0].ruled);
    let kinds = kinds(&lines, ruled);
    let mut items = Vec::new();
    let mut block: Vec<Line> = Vec::new();
    for (line, kind) in lines.into_iter().zip(kinds) {
        let adjacent = block.last().is_none_or(|last| last.row + 1 == line.row);
        if kind == Kind::Text || !adjacent {
            settle(&mut block, &merged, budget, &mut items);
        }
        match kind {
            Kind::Text => line
                .cells
                .iter()
                .for_each(|cell| text(&cell.text, &mut items)),
            _ => block.push(line),
        }
    }
    settle(&mut block, &merged, budget, &mut items);
    items
}

/// The merged areas by their first cells, as far as they are seen: hidden rows and columns count for nothing.
fn visible_areas(sheet: &Sheet) -> HashMap<(u32, u32), Area> {
    let rows: Vec<u32> = sheet.hidden_rows.iter().copied().collect();
    let hidden = |row: u32| rows.partition_point(|&hidden| hidden <= row) as u32;
    let area = |area: &Area| {
        let first = area.rows.0;
        if sheet.hidden_rows.contains(&first) {
            return None;
        }
        let rows = (first - hidden(first), area.rows.1 - hidden(area.rows.1));
        Some((
            (area.rows.0, area.columns.0),
            Area {
                rows,
                columns: area.columns,
            },
        ))
    };
    sheet.merged.iter().filter_map(area).collect()
}

/// The rows in their order, without what is hidden; rows are counted as they are seen.
fn lines(sheet: &mut Sheet, merged: &HashMap<(u32, u32), Area>) -> Vec<Line> {
    let mut cells = std::mem::take(&mut sheet.cells);
    cells.retain(|cell| !sheet.hides(cell));
    cells.order_by_key(|cell| (cell.row, cell.column));
    cells.dedup_by_key(|cell| (cell.row, cell.column));
    let hidden: Vec<u32> = sheet.hidden_rows.iter().copied().collect();
    let blank = |row: u32, column: u32| {
        cells
            .binary_search_by_key(&(row, column), |cell| (cell.row, cell.column))
            .is_err()
    };
    let parted: HashSet<u32> = { merged.keys() }
        .filter(|(row, column)| blank(*row, *column))
        .map(|&(row, _)| row)
        .collect();
    let mut lines: Vec<Line> = Vec::new();
    // The last row that a cell reaches into.
    let mut reach = 0;
    for cell in cells {
        let area = merged.get(&(cell.row, cell.column));
        let row = cell.row - hidden.partition_point(|&hidden| hidden <= cell.row) as u32;
        let last = area.map_or(row, |area| area.rows.1);
        if lines.last().is_none_or(|line| line.row != row) {
            let reached = row <= reach && row > 0 || parted.contains(&cell.row);
            lines.push(Line {
                row,
                cells: Vec::new(),
                reached,
                wide: false,
            });
        }
        reach = reach.max(if last > row { last } else { 0 });
        if let Some(line) = lines.last_mut() {
            line.reached |= last > row;
            line.wide = line.cells.is_empty() && area.is_some_and(|a| a.columns.1 > a.columns.0);
            line.cells.push(cell);
        }
    }
    lines
}

/// What each row is. A cell alone in its row is a paragraph, unless it stands inside a table.
fn kinds(lines: &[Line], ruled: bool) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = lines.iter().map(|line| kind(line, ruled)).collect();
    for at in 0..kinds.len() {
        if kinds[at] != Kind::Inside {
            continue;
        }
        // It stands inside where tables touch it from both sides.
        let near = |a: usize, b: usize| lines[a].row + 1 == lines[b].row;
        let above = at > 0 && near(at - 1, at) && kinds[at - 1] == Kind::Table;
        let below = (at + 1..kinds.len())
            .take_while(|&next| near(next - 1, next))
            .find(|&next| kinds[next] != Kind::Inside)
            .is_some_and(|next| kinds[next] == Kind::Table);
        let joined = above && (below || !lines[at].wide);
        kinds[at] = if joined { Kind::Table } else { Kind::Text };
    }
    kinds
}

fn kind(line: &Line, ruled: bool) -> Kind {
    match line.cells.as_slice() {
        _ if line.reached => Kind::Table,
        [cell] if cell.text.chars().nth(LONG).is_some() => Kind::Text,
        [cell] if is_heading(&cell.text) && (line.wide || !cell.ruled) => Kind::Text,
        [cell] if cell.ruled || (!ruled && !line.wide) => Kind::Inside,
        [_] => Kind::Text,
        _ => Kind::Table,
    }
}

/// Whether a text begins as a section does: 一、 up to 九、.
fn is_heading(text: &str) -> bool {
    let mut characters = text.trim_start().chars();
    let ordinal = characters
        .next()
        .is_some_and(|c| "一二三四五六七八九".contains(c));
    ordinal && characters.next() == Some('、') && text.contains("情况")
}

fn text(text: &str, items: &mut Vec<Item>) {
    let lines = text.lines().map(str::trim).filter(|line| !is_blank(line));
    items.extend(lines.map(|line| Item::line(line, None)));
}

/// Puts the rows that were gathered where they belong, as a table.
fn settle(
    block: &mut Vec<Line>,
    merged: &HashMap<(u32, u32), Area>,
    budget: &mut usize,
    items: &mut Vec<Item>,
) {
    let block = std::mem::take(block);
    let (Some(first), Some(last)) = (block.first(), block.last()) else {
        return;
    };
    let rows = (first.row, last.row);
    let mut columns: Vec<u32> = block
        .iter()
        .flat_map(|line| line.cells.iter().map(|cell| cell.column))
        .collect();
    columns.sort_unstable();
    columns.dedup();
    let mut table = Table::default();
    // For each column the first row that no cell from above covers.
    let mut free = vec![0; columns.len()];
    for line in block {
        table
            .rows
            .push(row(line, rows, &columns, merged, &mut free, budget));
        if *budget == 0 {
            break;
        }
    }
    table::settle(table, items);
}

/// A row of a table, with an empty cell wherever nothing is shown.
fn row(
    line: Line,
    rows: (u32, u32),
    columns: &[u32],
    merged: &HashMap<(u32, u32), Area>,
    free: &mut [u32],
    budget: &mut usize,
) -> Row {
    let Line {
        row, cells: shown, ..
    } = line;
    let mut shown: BTreeMap<u32, SheetCell> =
        shown.into_iter().map(|cell| (cell.column, cell)).collect();
    let mut cells = Vec::new();
    for at in 0..columns.len() {
        if free[at] > row {
            continue;
        }
        if *budget == 0 {
            break;
        }
        *budget -= 1;
        let mut items = Vec::new();
        let (mut height, mut width) = (1, 1);
        if let Some(cell) = shown.remove(&columns[at]) {
            text(&cell.text, &mut items);
            if let Some(area) = merged.get(&(cell.row, cell.column)) {
                height = area.rows.1.min(rows.1).saturating_sub(row) + 1;
                width = columns[at..]
                    .partition_point(|&column| column <= area.columns.1)
                    .max(1);
            }
        }
        // Another cell from above ends it.
        let open = free[at..].iter().take_while(|&&until| until <= row).count();
        let width = width.min(open);
        free[at..at + width].fill(row + height);
        let span = Span {
            rows: height as usize,
            columns: width,
        };
        cells.push(Cell {
            items,
            span,
            header: false,
            column: None,
        });
    }
    Row { cells, group: 0 }
}
