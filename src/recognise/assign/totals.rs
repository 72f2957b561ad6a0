//! Lists that print several values a row where the form has one: the value of each part of a body, and their total.

use crate::{
    forms::Table,
    recognise::{align::Match, stream::Stream},
    text::{Number, order::Order},
};
use std::ops::Range;

/// Fewer rows than this show no pattern.
const FEW: usize = 10;
/// Fewer values than this are no parts with their total.
const LEAST: usize = 3;

/// Where the total of each row stands: nearly all rows that have as many values as most have there the sum of the others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Totals {
    width: usize,
    last: bool,
}

impl Totals {
    pub(super) fn of(stream: &Stream, table: &Table, matches: &[Match]) -> Option<Self> {
        if !table.is_list() {
            return None;
        }
        let mut counts = matches
            .iter()
            .map(|found| found.values.len())
            .collect::<Vec<_>>();
        counts.order();
        let width = *counts.get(counts.len() / 2)?;
        let wide = matches.iter().filter(|found| found.values.len() == width);
        let rows: Vec<&Range<usize>> = wide.map(|found| &found.values).collect();
        if width < LEAST || rows.len() < FEW {
            return None;
        }
        let totals = [true, false].map(|last| Self { width, last });
        let mut fitting = totals.into_iter().filter(|totals| {
            let filled = rows
                .iter()
                .filter(|row| totals.number(stream, row).is_some_and(|n| !n.is_zero()));
            filled.count() >= FEW
                && 10 * rows.iter().filter(|row| totals.holds(stream, row)).count()
                    >= 9 * rows.len()
        });
        fitting.next().filter(|_| fitting.next().is_none())
    }

    /// The value of a row that is the total of the others.
    pub(super) fn place(self, row: &Range<usize>) -> Option<usize> {
        let at = if self.last { row.end - 1 } else { row.start };
        (row.len() == self.width).then_some(at)
    }

    fn number(self, stream: &Stream, row: &Range<usize>) -> Option<Number> {
        stream.values[self.place(row)?].number
    }

    fn holds(self, stream: &Stream, row: &Range<usize>) -> bool {
        let mut numbers = stream.values[row.clone()]
            .iter()
            .map(|value| value.number.unwrap_or_default());
        let all = numbers.try_fold(Number::ZERO, Number::checked_add);
        let total = self.number(stream, row).unwrap_or_default();
        all == total.checked_add(total)
    }
}
