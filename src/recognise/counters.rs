//! Columns that only count the rows: 序号, 代码, 行次. Their numbers are no values.

use super::value::Value;
use crate::document::{Cell, Document, Grid};
use std::collections::HashSet;

/// So many rows in a column counted one by one are no chance.
const LEAST_CELLS: usize = 5;
/// So many numbers of a text that count on while others stand between are none either.
const LEAST_VALUES: usize = 12;
/// A counter comes back after so many values at the latest.
const WIDEST: usize = 4;

/// The columns of a grid whose numbers are 1, 2, 3 and so on.
#[must_use]
pub fn columns(document: &Document, grid: &Grid) -> HashSet<usize> {
    let number = |cell: &Cell| {
        let text = document.quote(document.block(cell.block)).trim();
        let plain = text.trim_end_matches(['.', '、', '．', '*']);
        let short = !plain.is_empty() && plain.len() <= 3;
        short.then(|| plain.parse::<usize>().ok()).flatten()
    };
    let counts = |column: usize| {
        let cells = grid.cells.iter().filter(|cell| cell.column == column);
        let numbers: Vec<usize> = cells.filter_map(number).collect();
        numbers.len() >= LEAST_CELLS
            && numbers[0] <= 1
            && numbers.windows(2).all(|two| two[0] + 1 == two[1])
    };
    let most = grid.columns.saturating_sub(1);
    (0..most).filter(|&column| counts(column)).collect()
}

/// The values of a text without grids that count its rows.
pub(super) fn values(values: &[Value]) -> HashSet<usize> {
    let number = |at: usize| plain(&values[at]);
    let mut best = Vec::new();
    for first in (0..values.len()).filter(|&at| number(at) == Some(1)) {
        let mut run = vec![first];
        let mut others = 0;
        while let Some(&last) = run.last() {
            let next = number(last).map(|number| number + 1);
            let near = last + 1..values.len().min(last + 1 + WIDEST);
            let Some(at) = near.clone().find(|&at| number(at) == next) else {
                break;
            };
            others += at - last - 1;
            run.push(at);
        }
        if run.len() >= LEAST_VALUES && 2 * others > run.len() && run.len() > best.len() {
            best = run;
        }
    }
    best.into_iter().collect()
}

fn plain(value: &Value) -> Option<usize> {
    let digits = value.digits.as_ref().filter(|_| value.cell.is_none())?;
    digits.parse().ok().filter(|_| digits.len() <= 3)
}
