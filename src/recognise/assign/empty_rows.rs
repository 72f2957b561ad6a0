//! Rows of several values of which none is printed behind the label: copies of web pages lose empty cells.

use super::{apart, blank_rows::is_narrow};
use crate::{
    forms::{self, Comparison, Table},
    recognise::{
        align::Match,
        heads::place_inside,
        held::Held,
        similar,
        stream::{Stream, Value},
    },
    text::{Number, words::Searched},
};
use std::ops::Range;

/// Leaves blank what stands in rows that were not matched but whose labels stand one behind the other.
///
/// Where such a row as nothing breaks a sum, its values are rather lost, and the row with them, unless the print leaves
/// cells blank for nothing.
pub(super) fn fill(stream: &Stream, table: &Table, matches: &[Match], held: &mut [Option<Held>]) {
    let strays = strays(stream, table, matches);
    let told = is_told(stream, table, matches);
    let is_lost = |row: usize| {
        let at = matches.partition_point(|found| found.rows.start < row);
        strays
            .iter()
            .any(|stray| !told || stray.abs_diff(2 * at) <= 1)
    };
    let blank: Vec<usize> = (0..table.rows.len())
        .filter(|&row| !table.rows[row].slots.is_empty())
        .filter(|&row| !matches.iter().any(|found| found.rows.contains(&row)))
        .filter(|&row| !is_lost(row))
        .filter(|&row| is_named(stream, table, matches, row))
        .collect();
    let is_blank = |slot: usize| blank.contains(&table.slots[slot].row);
    let value = |slot: usize| match &held[slot] {
        Some(held) => held.in_sum(),
        None => is_blank(slot).then_some(Number::ZERO),
    };
    let side = |terms| forms::sum(terms, value);
    let breaks = table.relations.iter().any(|relation| {
        relation.comparison == Comparison::Equal
            && relation.slots().any(is_blank)
            && side(&relation.left)
                .zip(side(&relation.right))
                .is_some_and(|(left, right)| left != right)
    });
    if !breaks || leaves_blank(held) {
        for slot in blank.iter().flat_map(|&row| table.rows[row].slots.clone()) {
            held[slot].get_or_insert_with(|| Held::blank(None));
        }
    }
}

/// Whether the rows are read so surely that a number that strays among them is of a row close by: lines of several
/// numbers each, most of them found.
fn is_told(stream: &Stream, table: &Table, matches: &[Match]) -> bool {
    !stream.celled && !is_narrow(table) && 2 * matches.len() >= table.rows.len()
}

/// Where numbers stand among the rows that are not theirs, or in more lines behind a label than its row has cells: labels
/// without values have lost them to another place. The place before a row that was found is twice its index, the place
/// behind its label one more.
pub(super) fn strays(stream: &Stream, table: &Table, matches: &[Match]) -> Vec<usize> {
    let number = |value: &&Value| value.number.is_some() && value.cell.is_none();
    let lines = |range: Range<usize>| {
        let mut lines: Vec<usize> = { stream.values[range].iter() }
            .filter(number)
            .map(|value| value.block)
            .collect();
        lines.dedup();
        lines.len()
    };
    let before = |at: usize| {
        let end = at.checked_sub(1).map(|before| matches[before].values.end);
        let start = matches[at].values.start;
        end.is_some_and(|end| end < start && lines(end..start) > 0)
    };
    let full = |at: usize| lines(matches[at].values.clone()) > matches[at].slots(table).len();
    if apart::has_columns(stream, table, matches) {
        return vec![0];
    }
    (0..2 * matches.len())
        .filter(|place| {
            let at = place / 2;
            if place % 2 == 0 { before(at) } else { full(at) }
        })
        .collect()
}

/// Whether more cells are blank than hold a zero.
fn leaves_blank(held: &[Option<Held>]) -> bool {
    let held = || held.iter().flatten();
    let blanks = held().filter(|held| held.is_empty()).count();
    let zeros = held().filter(|held| held.number.is_some_and(|number| number.is_zero()));
    blanks > zeros.count()
}

/// Whether the label of a row stands between the matched rows around it, and the text does not end with it.
fn is_named(stream: &Stream, table: &Table, matches: &[Match], row: usize) -> bool {
    let before = matches.iter().rfind(|found| found.rows.start < row);
    let behind = matches.iter().find(|found| found.rows.start > row);
    let gap = match (before, behind) {
        (_, Some(found)) => found.values.start,
        (Some(found), None) => found.values.end,
        (None, None) => return false,
    };
    let ends = behind.is_none() && gap + 1 == stream.gaps.len();
    let Some(gap) = stream.gaps.get(gap) else {
        return false;
    };
    let cut = || {
        let labels = &table.rows[row].labels;
        similar::ending(&gap.letters, labels) > 0.0 || similar::begun(&gap.letters, labels) > 0.0
    };
    let named = place_inside(&Searched::new(&gap.letters), table, row).is_some();
    named && !(ends && cut()) || !ends && begins(&gap.letters, table, row)
}

/// Whether the beginning of a long label stands in some letters, into the rest of which others are interleaved.
fn begins(letters: &str, table: &Table, row: usize) -> bool {
    const BEGINNING: usize = 6;
    let beginning = |label: &String| {
        let (end, _) = label.char_indices().nth(BEGINNING)?;
        Some(label[..end].to_owned())
    };
    let mut labels = table.rows[row].labels.iter().filter_map(beginning);
    labels.any(|beginning| letters.contains(&beginning))
}
