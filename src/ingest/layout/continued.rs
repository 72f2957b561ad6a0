//! Tables that go on on the next page.

use super::{
    grid::{Cell, Grid},
    paragraphs::{Body, is_ordinal},
    ruled,
};
use crate::text::order::Order;

/// How far edges may lie apart and still be the same, in points.
const SAME: f64 = 4.0;

/// What is known of the table that came last.
#[derive(Default)]
pub(super) struct Tables {
    /// Whether a table stands last on the page before.
    may_go_on: bool,
    /// Whether a table is the last that was read on this page.
    at_end: bool,
}

impl Tables {
    pub(super) fn next_page(&mut self) {
        self.may_go_on = std::mem::take(&mut self.at_end);
    }

    /// Text stands between.
    pub(super) fn interrupt(&mut self) {
        (self.may_go_on, self.at_end) = (false, false);
    }

    /// Adds a table, at the end of the last one where it goes on with it.
    pub(super) fn add(&mut self, table: ruled::Placed, body: &mut Body) {
        let goes_on = std::mem::take(&mut self.may_go_on);
        self.at_end = true;
        if goes_on
            && let Some(last) = body.last_grid()
            && let Some(table) = fitted(last, &table.grid)
        {
            append(last, table);
            return;
        }
        body.grid(table.grid);
    }
}

/// The table with the columns of the one that it goes on with, both with all edges of both.
fn fitted(last: &mut Grid, next: &Grid) -> Option<Grid> {
    let shift = next.edges.first()? - last.edges.first()?;
    let moved: Vec<f64> = next.edges.iter().map(|edge| edge - shift).collect();
    let near =
        |edges: &[f64], edge: f64| edges.iter().position(|other| (other - edge).abs() <= SAME);
    let ends_agree = (moved.last()? - last.edges.last()?).abs() <= SAME;
    let shared = moved
        .iter()
        .filter(|&&edge| near(&last.edges, edge).is_some())
        .count();
    if !ends_agree || shared * 2 < last.edges.len().min(moved.len()) + 2 {
        return None;
    }
    let mut edges = last.edges.clone();
    edges.extend(
        moved
            .iter()
            .filter(|&&edge| near(&last.edges, edge).is_none()),
    );
    edges.order_by(f64::total_cmp);
    let old = last.edges.clone();
    recut(last, &old, &edges)?;
    let mut table = next.clone();
    recut(&mut table, &moved, &edges)?;
    Some(table)
}

/// Counts the columns of cells between new edges, which hold all old ones.
fn recut(grid: &mut Grid, old: &[f64], edges: &[f64]) -> Option<()> {
    let place = |at: usize| {
        let edge = old.get(at)?;
        edges.iter().position(|other| (other - edge).abs() <= SAME)
    };
    let mut cells = grid.cells.clone();
    for cell in &mut cells {
        let (start, end) = (place(cell.column)?, place(cell.column + cell.columns)?);
        (cell.column, cell.columns) = (start, end.checked_sub(start).filter(|&count| count > 0)?);
    }
    (grid.cells, grid.edges) = (cells, edges.to_vec());
    Some(())
}

fn append(last: &mut Grid, mut next: Grid) {
    let head = repeated(last, &next);
    drop_rows(&mut next, head);
    if next.rows == 0 {
        return;
    }
    if is_one_row(last, &next) {
        join_rows(last, &mut next);
        drop_rows(&mut next, 1);
    }
    extend_tall(last, &mut next);
    let offset = last.rows;
    last.rows += next.rows;
    last.cells.extend(next.cells.into_iter().map(|cell| Cell {
        row: cell.row + offset,
        ..cell
    }));
}

/// How many rows the next part begins with that are the head of the table again.
fn repeated(last: &Grid, next: &Grid) -> usize {
    let words = |grid: &Grid, row: usize| -> Vec<(usize, usize, String)> {
        let plain = |text: &str| text.split_whitespace().collect::<String>();
        grid.row(row)
            .map(|cell| (cell.column, cell.columns, plain(&cell.text)))
            .collect()
    };
    let mut count = 0;
    let mut worded = false;
    while count < last.rows.min(next.rows) {
        let row = words(next, count);
        if row != words(last, count) {
            break;
        }
        worded |= row
            .iter()
            .any(|cell| cell.2.chars().any(char::is_alphabetic));
        count += 1;
    }
    // A cell of the head may reach down into rows that differ.
    while count > 0
        && next
            .cells
            .iter()
            .any(|cell| cell.row < count && cell.row + cell.rows > count)
    {
        count -= 1;
    }
    if worded { count } else { 0 }
}

fn drop_rows(grid: &mut Grid, count: usize) {
    grid.cells.retain(|cell| cell.row + cell.rows > count);
    for cell in &mut grid.cells {
        let hidden = count.saturating_sub(cell.row);
        cell.rows -= hidden;
        cell.row = cell.row.saturating_sub(count);
    }
    grid.rows -= count;
}

/// Whether a page break runs through a row: its label goes on, and its numbers stand in one of the parts only.
fn is_one_row(last: &Grid, next: &Grid) -> bool {
    let upper: Vec<&Cell> = last
        .cells
        .iter()
        .filter(|cell| cell.row + cell.rows == last.rows)
        .collect();
    let lower: Vec<&Cell> = next.row(0).collect();
    let (mut labels, mut cut, mut above, mut below) = (0, 0, 0, 0);
    for cell in &lower {
        let Some(other) = upper
            .iter()
            .find(|other| (other.column, other.columns) == (cell.column, cell.columns))
        else {
            return false;
        };
        let word = |text: &str| text.chars().any(char::is_alphabetic);
        match (other.text.is_empty(), cell.text.is_empty()) {
            (false, false) if word(&cell.text) && word(&other.text) && !begins_row(&cell.text) => {
                labels += 1;
                cut += usize::from(is_cut(&other.text));
            }
            (false, false) => return false,
            (false, true) => above += usize::from(!word(&other.text)),
            (true, false) => below += usize::from(!word(&cell.text)),
            (true, true) => {}
        }
    }
    labels > 0 && (above > 0 && below == 0 || above == 0 && below > 0 && cut > 0)
}

/// Whether a label begins a row of its own.
fn begins_row(label: &str) -> bool {
    is_ordinal(label) || label.starts_with("其中")
}

/// Whether a label must go on: it opens a bracket, or it is an item that never stands without numbers.
fn is_cut(label: &str) -> bool {
    let count = |marks: &[char]| label.matches(marks).count();
    let open = count(&['（', '(', '“', '《']) > count(&['）', ')', '”', '》']);
    open || label.starts_with(|c: char| c.is_ascii_digit()) && is_ordinal(label)
}

fn join_rows(last: &mut Grid, next: &mut Grid) {
    let end = last.rows;
    for cell in next.cells.iter_mut().filter(|cell| cell.row == 0) {
        let same = |other: &&mut Cell| other.row + other.rows == end && other.column == cell.column;
        if let Some(other) = last.cells.iter_mut().find(same) {
            other.text.push_str(&cell.text);
            // What reaches further down is no longer a cell of its own.
            if cell.rows > 1 {
                cell.text.clear();
            }
        }
    }
}

/// Cells that reach over several rows and over the break are one.
fn extend_tall(last: &mut Grid, next: &mut Grid) {
    let end = last.rows;
    next.cells.retain(|cell| {
        let tall = |other: &&mut Cell| {
            other.row + other.rows == end
                && (other.column, other.columns) == (cell.column, cell.columns)
        };
        let goes_on = cell.row == 0 && cell.rows > 1 && !is_ordinal(&cell.text);
        match last.cells.iter_mut().find(tall) {
            Some(other) if goes_on && (cell.text.is_empty() || cell.text == other.text) => {
                other.rows += cell.rows;
                false
            }
            _ => true,
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{Cell, Grid, append, fitted};

    fn grid(rows: &[&[&str]]) -> Grid {
        let cells = rows.iter().enumerate().flat_map(|(row, cells)| {
            cells.iter().enumerate().map(move |(column, text)| Cell {
                row,
                column,
                rows: 1,
                columns: 1,
                text: (*text).to_owned(),
            })
        });
        Grid {
            edges: vec![0.0, 50.0, 100.0],
            rows: rows.len(),
            cells: cells.collect(),
        }
    }

    fn joined(above: &[&[&str]], below: &[&[&str]]) -> Vec<String> {
        let mut last = grid(above);
        let next = fitted(&mut last, &grid(below)).expect("the same columns");
        append(&mut last, next);
        last.cells
            .iter()
            .map(|cell| format!("{},{}={}", cell.row, cell.column, cell.text))
            .collect()
    }

    #[test]
    fn a_repeated_head_is_dropped() {
        let all = joined(
            &[&["项目", "数量"], &["甲", "1"]],
            &[&["项目", "数量"], &["乙", "1"]],
        );
        assert_eq!(all[4..], ["2,0=乙", "2,1=1"]);
    }

    #[test]
    fn a_label_cut_by_the_break_is_one() {
        let all = joined(
            &[&["3.危及“三安全", "4"]],
            &[&["一稳定”", ""], &["4.其他", "1"]],
        );
        assert_eq!(
            all,
            ["0,0=3.危及“三安全一稳定”", "0,1=4", "1,0=4.其他", "1,1=1"]
        );
    }

    #[test]
    fn rows_that_stand_by_themselves_stay_apart() {
        let all = joined(&[&["甲", "1"]], &[&["乙", "2"]]);
        assert_eq!(all.len(), 4);
        let all = joined(&[&["（三）不予公开", ""]], &[&["1.属于国家秘密", "2"]]);
        assert_eq!(all.len(), 4);
    }
}
