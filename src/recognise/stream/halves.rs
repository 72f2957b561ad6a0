//! Lists printed in two halves side by side: each line has a row of the first half and one of the second.

use super::Stream;
use crate::{forms::Table, recognise::similar, text::words::ends};
use std::cmp::Reverse;

/// So many labelled rows are needed to see an order.
const LEAST: usize = 12;

/// Puts the second half behind the first one.
pub(in crate::recognise) fn part(stream: &mut Stream, table: &Table) {
    let found = labelled(stream, table);
    let Some(&(_, right)) = found.iter().take(3).max_by_key(|(_, row)| row) else {
        return;
    };
    let is_left = |found: &&(usize, usize)| found.1 < right;
    let (left, right): (Vec<_>, Vec<_>) = found.iter().partition(is_left);
    let mixed = 4 * descents(&found) >= found.len();
    if found.len() < LEAST || !mixed || 8 * (descents(&left) + descents(&right)) > found.len() {
        return;
    }
    let bare = |at: &usize| stream.gaps[*at].letters.is_empty();
    let last = found[found.len() - 1].0 + 1;
    let end = last + (last..stream.values.len()).take_while(bare).count();
    let ends = |at: usize| {
        let next = found.partition_point(|row| row.0 <= at);
        found.get(next).map_or(end, |row| row.0)
    };
    let rows = left.iter().chain(&right).flat_map(|row| row.0..ends(row.0));
    let order: Vec<usize> = (0..found[0].0)
        .chain(rows)
        .chain(end..stream.values.len())
        .collect();
    stream.values = order.iter().map(|&at| stream.values[at].clone()).collect();
    let behind = stream.gaps.pop();
    stream.gaps = order
        .iter()
        .map(|&at| stream.gaps[at].clone())
        .chain(behind)
        .collect();
}

/// The values that stand behind labels of a table, each with its row; where several rows have one label, the row that
/// follows one of the two before it.
fn labelled(stream: &Stream, table: &Table) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for at in 0..stream.values.len() {
        let gap = stream.gaps[at].letters.as_str();
        let bare = similar::without_last_unit(gap);
        let fits = |label: &&String| ends(gap, label) || ends(bare, label);
        let rows = table.rows.iter().enumerate().filter_map(|(row, labels)| {
            let label = labels.labels.iter().filter(fits).map(String::len).max()?;
            let before = found.iter().rev().take(2);
            let steps = before
                .map(|&(_, before)| row.wrapping_sub(before + 1))
                .min();
            Some((Reverse(label), steps, row))
        });
        found.extend(rows.min().map(|(.., row)| (at, row)));
    }
    found
}

/// How often a row stands behind a later one.
fn descents(rows: &[(usize, usize)]) -> usize {
    rows.windows(2).filter(|two| two[1].1 < two[0].1).count()
}
