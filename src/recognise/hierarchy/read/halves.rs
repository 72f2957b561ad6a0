//! Grids that hold two halves of a list side by side, put one below the other.

use crate::{
    document::{Cell, Document, Grid},
    recognise::hierarchy::{
        cell::{Text, label, text},
        levels::marker,
        sheet::{LEAST_ROWS, Line},
    },
    text::order::Order,
};
use std::borrow::Cow;

/// The grid with the second half of each row below the first halves of all, or each below its own where the numbering goes
/// on in the row.
pub(super) fn below<'a>(document: &Document, grid: &'a Grid) -> Cow<'a, Grid> {
    let Some(half) = half(document, grid) else {
        return Cow::Borrowed(grid);
    };
    let words = |row: usize, column: usize| match read(document, grid, row, column) {
        Some(Text::Words(words)) => label(&words).0,
        _ => String::new(),
    };
    let labels = (0..grid.rows).flat_map(|row| [words(row, 0), words(row, half)]);
    let along = go_on_along(&labels.collect::<Vec<_>>());
    let moved = |cell: &Cell| {
        let right = usize::from(cell.column >= half);
        Cell {
            row: match along {
                true => 2 * cell.row + right,
                false => cell.row + right * grid.rows,
            },
            column: cell.column - right * half,
            ..cell.clone()
        }
    };
    let mut cells: Vec<Cell> = grid.cells.iter().map(moved).collect();
    cells.order_by_key(|cell| (cell.row, cell.column));
    Cow::Owned(Grid {
        rows: 2 * grid.rows,
        columns: half.max(grid.columns - half),
        cells,
        ..grid.clone()
    })
}

/// The rows of a list of which each line has two, as its head says where it stands `twice`, or as the lines show: where the
/// numbering goes on in every other row, these first.
pub(super) fn apart(lines: Vec<Line>, twice: bool) -> Vec<Line> {
    let second = lines.iter().filter(|line| line.beside).count();
    let alone = lines
        .windows(2)
        .all(|two| !(two[0].beside && two[1].beside));
    let paired = alone && 3 * second > lines.len();
    let labels: Vec<String> = lines.iter().map(|line| line.label.clone()).collect();
    if !(paired || twice) || go_on_along(&labels) {
        return lines;
    }
    let numbered = lines.into_iter().enumerate();
    let is_left = |at: usize, line: &Line| {
        if paired {
            !line.beside
        } else {
            at.is_multiple_of(2)
        }
    };
    let (left, right): (Vec<_>, Vec<_>) = numbered.partition(|(at, line)| is_left(*at, line));
    left.into_iter()
        .chain(right)
        .map(|(_, line)| line)
        .collect()
}

/// Whether the numbering of some labels goes on in the next one rather than in the one after it.
fn go_on_along(labels: &[String]) -> bool {
    let number = |label: &String| marker(label).map(|(_, number, _)| number);
    let follow = |step: usize| {
        let pairs = labels.iter().zip(labels.iter().skip(step));
        let numbers = pairs.filter_map(|(one, other)| number(one).zip(number(other)));
        numbers.filter(|(one, other)| one + 1 == *other).count()
    };
    follow(1) > follow(2)
}

/// The column at which the second half begins: words behind values in most rows, and values behind them.
fn half(document: &Document, grid: &Grid) -> Option<usize> {
    let begins = |column: &usize| {
        let is = |row: usize, column: usize, value: bool| match read(document, grid, row, column) {
            Some(Text::Value(held)) => value && held.number.is_some(),
            Some(Text::Words(_)) => !value,
            _ => false,
        };
        let valued = |row: usize| (column + 1..grid.columns).any(|behind| is(row, behind, true));
        let whole =
            |row: &usize| is(*row, column - 1, true) && is(*row, *column, false) && valued(*row);
        let count = (0..grid.rows).filter(whole).count();
        2 * count >= grid.rows && 2 * count >= LEAST_ROWS
    };
    let middle = Some(grid.columns / 2).filter(|&half| half > 1 && 2 * half == grid.columns);
    middle.filter(begins)
}

fn read(document: &Document, grid: &Grid, row: usize, column: usize) -> Option<Text> {
    let first = grid.cells.partition_point(|cell| cell.row < row);
    let mut within = grid.cells[first..]
        .iter()
        .take_while(|cell| cell.row == row);
    let cell = within.find(|cell| cell.column == column)?;
    Some(text(document, document.block(cell.block)))
}
