//! Numbers that only count: columns that count the rows, 序号, 代码, 行次, and the row that names the columns of a
//! statistical form, `甲 乙 1 2`. They are no values.

use super::value::{Gap, Value};
use crate::{
    document::{Cell, Document, Grid, Part},
    text::label::each_letter,
};
use std::collections::HashSet;

/// What the columns of labels are called in the row that names the columns.
const STEMS: [char; 5] = ['甲', '乙', '丙', '丁', '戊'];

/// So many rows in a column counted one by one are no chance.
const LEAST_CELLS: usize = 5;
/// So many numbers of a text that count on while others stand between are none either.
const LEAST_VALUES: usize = 12;
/// A counter that stands beside labels comes back after so many values at the latest; no row of a form has more.
const WIDEST: usize = 9;
/// The same where nothing tells it from the values.
const NEAR: usize = 4;

/// The columns of a grid whose numbers are 1, 2, 3 and so on, or go on so where a page has ended.
#[must_use]
pub fn columns(document: &Document, grid: &Grid) -> HashSet<usize> {
    let runs = runs(document, grid).into_iter().enumerate();
    runs.filter(|&(_, run)| run >= LEAST_CELLS)
        .map(|(column, _)| column)
        .collect()
}

/// The same for each grid of a document; a short one counts as another of its width does.
pub(in crate::recognise) fn of_grids(document: &Document) -> Vec<HashSet<usize>> {
    let grids = document.parts().iter().filter_map(|part| match part {
        Part::Grid(grid) => Some(runs(document, grid)),
        _ => None,
    });
    let grids: Vec<Vec<usize>> = grids.collect();
    let sure = |width: usize, column: usize| {
        let mut alike = grids.iter().filter(|runs| runs.len() == width);
        alike.any(|runs| runs[column] >= LEAST_CELLS)
    };
    let counting = |runs: &Vec<usize>| {
        let counts = |column: &usize| runs[*column] > 0 && sure(runs.len(), *column);
        (0..runs.len()).filter(counts).collect()
    };
    grids.iter().map(counting).collect()
}

/// For each column but the last how many numbers it has, where each is one more than the one before.
fn runs(document: &Document, grid: &Grid) -> Vec<usize> {
    let number = |cell: &Cell| {
        let text = document.quote(document.block(cell.block)).trim();
        let plain = text.trim_end_matches(['.', '、', '．', '*']);
        let short = !plain.is_empty() && plain.len() <= 3;
        short.then(|| plain.parse::<usize>().ok()).flatten()
    };
    let run = |column: usize| {
        let cells = grid.cells.iter().filter(|cell| cell.column == column);
        let numbers: Vec<usize> = cells.filter_map(number).collect();
        let counts = numbers.windows(2).all(|two| two[0] + 1 == two[1]);
        numbers.len() * usize::from(counts)
    };
    (0..grid.columns.saturating_sub(1)).map(run).collect()
}

/// Whether some letters only name columns of labels.
pub(in crate::recognise) fn are_stems(letters: impl Iterator<Item = char>) -> bool {
    let mut letters = letters.peekable();
    letters.peek().is_some() && letters.all(|letter| STEMS.contains(&letter))
}

/// The values that number columns, behind the letters that name those of the labels.
pub(in crate::recognise) fn of_columns(
    document: &Document,
    values: &[Value],
    gaps: &[Gap],
) -> HashSet<usize> {
    let digits = |at: usize| values.get(at).and_then(|value| value.digits.as_deref());
    let named = |gap: &Gap| {
        let text = gap.block.map(|block| document.quote(document.block(block)));
        text.is_some_and(|text| are_stems(each_letter(text).filter(|letter| !letter.is_numeric())))
    };
    let begins = |at: &usize| digits(*at) == Some("1") && named(&gaps[*at]);
    let run = |first: usize| {
        let goes_on = move |at: &usize| *at == first || gaps[*at].letters.is_empty();
        let counts =
            move |at: &usize| digits(*at).is_some_and(|d| d == (at - first + 1).to_string());
        (first..values.len()).take_while(goes_on).take_while(counts)
    };
    (0..values.len()).filter(begins).flat_map(run).collect()
}

/// The values of a text that count its rows; `named` tells whether a label stands right before a value.
pub(in crate::recognise) fn values(
    values: &[Value],
    named: impl Fn(usize) -> bool,
) -> HashSet<usize> {
    let behind = Counting::new(values, WIDEST, &named);
    let before = |at: usize| named(at + 1);
    let before = Counting::new(values, WIDEST, &before);
    let anywhere = Counting::new(values, NEAR, &|_| true);
    let found = [
        behind.anew(Counting::fills),
        before.anew(|_, _| true),
        behind.once(),
        anywhere.once(),
    ];
    let longest = |one: Vec<usize>, other: Vec<usize>| match other.len() > one.len() {
        true => other,
        false => one,
    };
    found
        .into_iter()
        .reduce(longest)
        .into_iter()
        .flatten()
        .collect()
}

/// A way of counting rows: where the counters stand, and how far apart they are at the most.
struct Counting<'a> {
    values: &'a [Value],
    widest: usize,
    fits: &'a dyn Fn(usize) -> bool,
    /// The places where it may begin.
    ones: Vec<usize>,
}

impl<'a> Counting<'a> {
    fn new(values: &'a [Value], widest: usize, fits: &'a dyn Fn(usize) -> bool) -> Self {
        let one = |&at: &usize| plain(&values[at]) == Some(1) && fits(at);
        Self {
            values,
            widest,
            fits,
            ones: (0..values.len()).filter(one).collect(),
        }
    }

    /// Whether a counter is filled up with zeros, `01`, as no count is.
    fn fills(&self, at: usize) -> bool {
        let digits = self.values[at].digits.as_ref();
        digits.is_some_and(|digits| digits.starts_with('0'))
    }

    /// The longest run, which counts the rows of a text from one to the last.
    fn once(&self) -> Vec<usize> {
        let mut best = Vec::new();
        for &first in &self.ones {
            let (run, others) = self.run(first);
            if run.len() >= LEAST_VALUES && 2 * others > run.len() && run.len() > best.len() {
                best = run;
            }
        }
        best
    }

    /// The values that count the rows of several tables, each from one.
    fn anew(&self, begins: impl Fn(&Self, usize) -> bool) -> Vec<usize> {
        let (mut found, mut longest): (Vec<usize>, usize) = (Vec::new(), 0);
        for (at, &first) in self.ones.iter().enumerate() {
            if !begins(self, first) || found.last().is_some_and(|&last| last > first) {
                continue;
            }
            let (run, others) = self.run(first);
            let next = self.ones.get(at + 1);
            let nearest = next.is_none() || run.get(1) < next;
            if nearest && run.len() > 1 && others + 1 >= run.len() {
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

    /// The values that count on from `first`, written as it is (`01`, `02`), and how many others stand between them.
    fn run(&self, first: usize) -> (Vec<usize>, usize) {
        let digits = |at: usize| self.values[at].digits.as_deref();
        let width = digits(first).map_or(1, str::len);
        let (mut run, mut others) = (vec![first], 0);
        while let Some(&last) = run.last() {
            let next = plain(&self.values[last]).map_or(0, |number| number + 1);
            let next = format!("{next:0width$}");
            let counts = |at: usize| plain(&self.values[at]).is_some() && digits(at) == Some(&next);
            let mut near = last + 1..self.values.len().min(last + 1 + self.widest);
            let Some(at) = near.find(|&at| counts(at) && (self.fits)(at)) else {
                break;
            };
            others += at - last - 1;
            run.push(at);
        }
        (run, others)
    }
}

fn plain(value: &Value) -> Option<usize> {
    let digits = value.digits.as_ref()?;
    digits.parse().ok().filter(|_| digits.len() <= 3)
}
