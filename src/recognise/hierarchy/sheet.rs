//! A statistics table as rows of label, unit and values.

use super::cell::is_unit;
use crate::{
    recognise::{held::Held, stream::counters::are_stems},
    text::{Number, Span},
};

/// A table of fewer rows with numbers is none of these.
pub(super) const LEAST_ROWS: usize = 6;

/// A row.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// The label, folded.
    pub(super) label: String,
    /// Whether it is said that the row is part of another.
    pub(super) within: bool,
    /// The unit, folded; empty where none is printed.
    pub(super) unit: String,
    /// Whether another row stands before it in its line.
    pub(super) beside: bool,
    /// What the row is numbered with in a column of its own.
    pub(super) code: Option<usize>,
    /// For each column what it holds; empty for a row without values.
    pub(super) values: Vec<Option<Held>>,
}

impl Line {
    /// Whether the row only names the columns: `甲 乙 1 2`.
    pub(super) fn names_columns(&self) -> bool {
        let numbers = self.values.iter().flatten().map(|held| held.number);
        let counts = |(at, number): (usize, Option<Number>)| number == Some((at as u64 + 1).into());
        are_stems(self.label.chars()) && numbers.enumerate().all(counts)
    }
}

/// A table.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    /// What stands above it.
    pub(super) title: String,
    /// The heads of its columns of values, folded.
    pub(super) heads: Vec<String>,
    /// Its rows.
    pub(super) lines: Vec<Line>,
    /// The stretch of text that it covers.
    pub(super) region: Span,
}

impl Sheet {
    /// Whether it is a list of indicators: rows enough, units, codes or parts, and no total of all rows.
    pub(super) fn is_of_statistics(&self) -> bool {
        const TOTALS: [&str; 4] = ["合计", "总计", "共计", "小计"];
        let valued = self.lines.iter().filter(|line| !line.values.is_empty());
        let told = |line: &Line| {
            line.within
                || !line.unit.is_empty()
                || line.code.is_some()
                || ends_with_unit(&line.label)
        };
        valued.count() >= LEAST_ROWS
            && self.lines.iter().any(told)
            && !self
                .lines
                .iter()
                .any(|line| TOTALS.contains(&line.label.as_str()))
    }
}

/// Whether a label closes with its unit: `收到申请数(件)`.
fn ends_with_unit(label: &str) -> bool {
    let bracketed = label
        .strip_suffix(')')
        .and_then(|label| label.rsplit_once('('));
    bracketed.is_some_and(|(_, unit)| is_unit(unit))
}
