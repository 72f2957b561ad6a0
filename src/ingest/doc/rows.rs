//! Rows of a Word table: cells by the positions of their edges, merged cells put together.

use super::sprm::op;
use crate::ingest::{
    MOST_BLOCKS,
    compound::container::u16_at,
    item::{Cell, Item, Row, Span, Table},
};

/// Edges that lie closer than this, in twentieths of a point, are one.
const NEAR: i32 = 45;

/// The bytes that describe a cell.
const CELL: usize = 20;

/// The most cells of a row, in Word.
const MOST_CELLS: usize = 63;

/// The most columns that are laid out by the positions of their edges.
const MOST_COLUMNS: usize = 200;

/// What the row's mark says of its cells.
#[derive(Debug, Clone, Default)]
pub(super) struct RowShape {
    edges: Vec<i32>,
    merges: Vec<Merge>,
    header: bool,
}

/// How a cell is merged with others.
#[derive(Debug, Clone, Copy, Default)]
struct Merge {
    /// Zero where the cell is not merged with its neighbours to the left and right.
    across: u8,
    /// Whether the cell goes on below another, and whether it begins anew.
    below: bool,
    anew: bool,
}

impl RowShape {
    /// Applies one operation.
    pub(super) fn apply(&mut self, code: u16, operand: &[u8]) {
        match code {
            op::TABLE => self.define(operand),
            op::HEADER_ROW => self.header = operand.first() == Some(&1),
            op::VERTICAL_MERGE => {
                if let [cell, flags, ..] = *operand
                    && let Some(merge) = self.merges.get_mut(usize::from(cell))
                {
                    merge.below = flags & 1 != 0;
                    merge.anew = flags & 2 != 0;
                }
            }
            op::MERGE => {
                if let [first, limit, ..] = *operand {
                    for at in first..limit.min(MOST_CELLS as u8) {
                        if let Some(merge) = self.merges.get_mut(usize::from(at)) {
                            merge.across = if at == first { 1 } else { 2 };
                        }
                    }
                }
            }
            _ => {}
        }
    }

    fn define(&mut self, operand: &[u8]) {
        let count = usize::from(operand.first().copied().unwrap_or(0)).min(MOST_CELLS);
        let edge = |at| u16_at(operand, 1 + at * 2).map(|edge| i32::from(edge.cast_signed()));
        self.edges = (0..=count).map_while(edge).collect();
        let cells = operand.get(1 + (count + 1) * 2..).unwrap_or_default();
        let flags = |at: usize| u16_at(cells, at * CELL).unwrap_or(0);
        self.merges = (0..count)
            .map(|at| Merge {
                across: (flags(at) & 3) as u8,
                below: flags(at) & 0x20 != 0,
                anew: flags(at) & 0x40 != 0,
            })
            .collect();
    }
}

/// A row as it was read: what stands in its cells, and its shape where its mark was found.
pub(super) struct RawRow {
    pub(super) cells: Vec<Vec<Item>>,
    pub(super) shape: Option<Box<RowShape>>,
}

/// A cell at its columns.
struct Placed {
    items: Vec<Item>,
    from: usize,
    to: usize,
    merge: Merge,
}

/// Puts rows together as a table.
pub(super) fn table(mut rows: Vec<RawRow>) -> Table {
    let columns = columns(&rows);
    let headers: Vec<bool> = rows.iter().map(is_header).collect();
    let mut placed: Vec<Vec<Placed>> = rows.iter_mut().map(|row| place(row, &columns)).collect();
    let heights = heights(&mut placed);
    let mut free = Vec::new();
    let rows = placed
        .into_iter()
        .zip(heights)
        .zip(headers)
        .enumerate()
        .map(|(at, ((row, heights), header))| lay(at, row, &heights, header, &mut free));
    Table {
        rows: rows.collect(),
    }
}

fn is_header(row: &RawRow) -> bool {
    row.shape.as_ref().is_some_and(|shape| shape.header)
}

/// The edges of all rows, from the left; nothing where a row does not say where its cells stand.
fn columns(rows: &[RawRow]) -> Vec<i32> {
    let mut edges = Vec::new();
    for row in rows {
        match &row.shape {
            Some(shape) if shape.edges.len() > row.cells.len() && shape.edges.is_sorted() => {
                edges.extend_from_slice(&shape.edges);
            }
            _ => return Vec::new(),
        }
    }
    edges.sort_unstable();
    edges.dedup_by(|next, kept| *next - *kept <= NEAR);
    if edges.len() > MOST_COLUMNS || edges.len() * rows.len() > MOST_BLOCKS {
        edges.clear();
    }
    edges
}

/// The cells of a row at their columns, those merged across put together.
fn place(row: &mut RawRow, columns: &[i32]) -> Vec<Placed> {
    let cells = std::mem::take(&mut row.cells);
    let shape = row.shape.take().unwrap_or_default();
    let column = |edge: i32| columns.partition_point(|&column| column + NEAR < edge);
    let mut placed: Vec<Placed> = Vec::new();
    let mut first_of_set = 0;
    for (at, items) in cells.into_iter().enumerate() {
        let merge = shape.merges.get(at).copied().unwrap_or_default();
        let (from, to) = match (shape.edges.get(at), shape.edges.get(at + 1)) {
            (Some(&left), Some(&right)) if !columns.is_empty() => (column(left), column(right)),
            _ => (at, at + 1),
        };
        let goes_on = merge.across != 0 && first_of_set != 0 && merge.across != first_of_set;
        first_of_set = match (merge.across, goes_on) {
            (0, _) => 0,
            (_, true) => first_of_set,
            (across, false) => across,
        };
        match placed.last_mut() {
            Some(last) if goes_on => {
                last.to = to.max(last.to);
                last.items.extend(items);
            }
            last => {
                let from = last.map_or(from, |last| from.max(last.to));
                placed.push(Placed {
                    items,
                    from,
                    to: to.max(from + 1),
                    merge,
                });
            }
        }
    }
    placed
}

/// How many rows each cell covers; cells that go on below others are taken out.
fn heights(rows: &mut [Vec<Placed>]) -> Vec<Vec<usize>> {
    let mut heights: Vec<Vec<usize>> = Vec::new();
    // For each column the cell that may go on below: its row, its place in it, its last column.
    let mut open: Vec<Option<(usize, usize, usize)>> = Vec::new();
    for (row, cells) in rows.iter_mut().enumerate() {
        let mut kept = Vec::new();
        let mut own = Vec::new();
        for cell in std::mem::take(cells) {
            if open.len() < cell.to {
                open.resize(cell.to, None);
            }
            let above = open[cell.from].filter(|&(_, _, to)| to == cell.to);
            if let Some((above, at, _)) = above
                && cell.merge.below
                && !cell.merge.anew
                && above + heights[above][at] == row
            {
                heights[above][at] += 1;
                continue;
            }
            open[cell.from..cell.to].fill(None);
            if cell.merge.below {
                open[cell.from] = Some((row, kept.len(), cell.to));
            }
            own.push(1);
            kept.push(cell);
        }
        *cells = kept;
        heights.push(own);
    }
    heights
}

/// A row for the table: gaps are filled, so that every cell comes to stand in its column.
fn lay(at: usize, row: Vec<Placed>, heights: &[usize], header: bool, free: &mut Vec<usize>) -> Row {
    let mut cells = Vec::new();
    for (cell, &rows) in row.into_iter().zip(heights) {
        if free.len() < cell.to {
            free.resize(cell.to, 0);
        }
        for until in &mut free[..cell.from] {
            if *until <= at {
                *until = at + 1;
                cells.push(filled(Vec::new(), 1, 1, header));
            }
        }
        free[cell.from..cell.to].fill(at + rows);
        cells.push(filled(cell.items, rows, cell.to - cell.from, header));
    }
    Row { cells, group: 0 }
}

fn filled(items: Vec<Item>, rows: usize, columns: usize, header: bool) -> Cell {
    Cell {
        items,
        span: Span { rows, columns },
        header,
        column: None,
    }
}
