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

/// The values of a text without grids that count its rows; `labelled` tells before which a label follows.
pub(super) fn values(values: &[Value], labelled: impl Fn(usize) -> bool) -> HashSet<usize> {
    let ones = || (0..values.len()).filter(|&at| plain(&values[at]) == Some(1));
    let mut best = Vec::new();
    for first in ones() {
        let (run, others) = run(values, first, |_| true);
        if run.len() >= LEAST_VALUES && 2 * others > run.len() && run.len() > best.len() {
            best = run;
        }
    }
    let anew = begun_anew(values, ones(), labelled);
    let longest = if anew.len() > best.len() { anew } else { best };
    longest.into_iter().collect()
}

/// The values that count the rows of several tables, each from one, before their labels.
fn begun_anew(
    values: &[Value],
    ones: impl Iterator<Item = usize>,
    labelled: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let (mut found, mut longest): (Vec<usize>, usize) = (Vec::new(), 0);
    for first in ones.filter(|&one| labelled(one)) {
        let (run, others) = run(values, first, &labelled);
        let later = found.last().is_none_or(|&last| last < first);
        if later && run.len() > 1 && others + 1 >= run.len() {
            longest = longest.max(run.len());
            found.extend(run);
        }
    }
    if longest >= LEAST_CELLS && found.len() >= LEAST_VALUES {
        found
    } else {
        Vec::new()
    }
}

/// The values that count on from `first`, and how many others stand between them.
fn run(values: &[Value], first: usize, fits: impl Fn(usize) -> bool) -> (Vec<usize>, usize) {
    let mut run = vec![first];
    let mut others = 0;
    while let Some(&last) = run.last() {
        let next = plain(&values[last]).map(|number| number + 1);
        let mut near = last + 1..values.len().min(last + 1 + WIDEST);
        let Some(at) = near.find(|&at| plain(&values[at]) == next && fits(at)) else {
            break;
        };
        others += at - last - 1;
        run.push(at);
    }
    (run, others)
}

fn plain(value: &Value) -> Option<usize> {
    let digits = value.digits.as_ref().filter(|_| value.cell.is_none())?;
    digits.parse().ok().filter(|_| digits.len() <= 3)
}
