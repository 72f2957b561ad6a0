//! Rows whose label is printed and whose values are not: copies of web pages lose blank cells.

use super::empty_rows::strays;
use crate::{
    forms::{FEW_ROWS, Row, Table},
    recognise::{align::Match, heads::later_titles, held::Held, similar, stream::Stream},
};
use std::ops::Range;

/// The most values a row may have that is blank. Of wider rows some values are always printed: a copy lost them.
const WIDEST: usize = 2;
/// How many marks and numbers behind the last row are looked past.
const FAR: usize = 8;
/// How long the ordinal of the next section's heading is at the most, in bytes.
const ORDINAL: usize = 2 * '一'.len_utf8();
/// What may stand between a label and the next.
const BETWEEN: [&str; 3] = ["其中", "统计指标", "单位"];

/// Marks rows as blank, or lost, whose labels stand between those of the rows that were found, with nothing behind them.
pub(in crate::recognise) fn mark(
    stream: &Stream,
    table: &Table,
    matches: &[Match],
    held: &mut [Option<Held>],
) {
    let narrow = is_narrow(table);
    let kept = narrow && strays(stream, table, matches).is_empty();
    let lost = if kept { Held::blank } else { Held::missing };
    let is_lost = |row: usize, held: &[Option<Held>]| {
        let slots = table.rows[row].slots.clone();
        !slots.is_empty() && held[slots].iter().all(Option::is_none)
    };
    if table.rows.len() <= FEW_ROWS || matches.is_empty() {
        return;
    }
    for at in 0..=matches.len() {
        let before = at.checked_sub(1).map(|before| &matches[before]);
        let after = matches.get(at);
        let rows = before.map_or(0, |found| found.rows.end)
            ..after.map_or(table.rows.len(), |found| found.rows.start);
        if !rows.clone().any(|row| is_lost(row, held)) {
            continue;
        }
        let gaps = match (before, after) {
            (Some(before), Some(after)) => before.values.end..after.values.start + 1,
            (None, Some(after)) => after.values.start..after.values.start + 1,
            (Some(before), None) => {
                // Behind the last label the text may break off.
                let most = stream.gaps.len() - usize::from(!narrow);
                before.values.end..most.min(before.values.end + FAR)
            }
            (None, None) => 0..0,
        };
        for row in bare_rows(stream, table, rows, gaps) {
            if is_lost(row, held) {
                held[table.rows[row].slots.clone()].fill(Some(lost(None)));
            }
        }
    }
}

/// Whether no row has more values than one that is blank may have.
pub(in crate::recognise) fn is_narrow(table: &Table) -> bool {
    table.rows.iter().all(|row| row.slots.len() <= WIDEST)
}

/// The rows whose labels stand in these gaps, one behind the other, with no value behind them.
fn bare_rows(
    stream: &Stream,
    table: &Table,
    mut rows: Range<usize>,
    gaps: Range<usize>,
) -> Vec<usize> {
    let mut found = Vec::new();
    for gap in gaps {
        let valued = stream
            .values
            .get(gap)
            .is_some_and(|value| value.number.is_some());
        let mut rest = stream.gaps[gap].letters.as_str();
        while let Some((row, behind)) = rows
            .clone()
            .find_map(|row| Some((row, behind(rest, &table.rows[row])?)))
        {
            let ends = similar::without_unit(behind).is_empty();
            let has_value = ends && valued || table.rows[row].slots.is_empty();
            if !has_value && is_bare(behind, table) {
                found.push(row);
            }
            rest = behind;
            rows.start = row + 1;
        }
    }
    found
}

/// What follows a row's label, where it stands in some letters.
fn behind<'a>(letters: &'a str, row: &Row) -> Option<&'a str> {
    let places = row.labels.iter().filter_map(|label| {
        let at = letters.find(label.as_str())?;
        Some((at, at + label.len()))
    });
    let (_, end) = places.min_by_key(|&(at, end)| (at, std::cmp::Reverse(end)))?;
    Some(&letters[end..])
}

/// Whether the letters behind a label go on with the next label, or end.
fn is_bare(behind: &str, table: &Table) -> bool {
    let rest = similar::without_unit(behind);
    let begins = |row: &Row| {
        row.labels
            .iter()
            .any(|label| rest.starts_with(label.as_str()))
    };
    let last = table.rows.last().is_some_and(|row| !row.slots.is_empty());
    let titled = |title: &String| rest.find(title.as_str()).is_some_and(|at| at <= ORDINAL);
    rest.is_empty()
        || rest.starts_with(|c: char| c.is_ascii_digit())
        || BETWEEN.iter().any(|word| rest.starts_with(word))
        || table.rows.iter().any(begins)
        || later_titles(table).iter().any(titled)
        || last && rest.len() < behind.len()
}
