//! The cells of the tables that words of the text stand for: `t3.denied.*.total`, `t3.new.org`.

use crate::{
    facts::{Fact, Facts},
    text::{Number, words::find},
};

/// What stands for the rows between a group and a column.
const ROWS: &str = ".*.";

/// The cells that a pattern names: one, all rows of a group (`*`), or the columns of organisations (`org`).
pub(super) fn cells<'a>(facts: &'a Facts, patterns: &[&str]) -> Vec<&'a Fact> {
    let mut all = Vec::new();
    for pattern in patterns {
        if let Some(row) = pattern.strip_suffix(".org") {
            let columns = ["business", "research", "welfare", "legal", "other"];
            all.extend(
                columns
                    .iter()
                    .filter_map(|column| facts.get(&format!("{row}.{column}"))),
            );
        } else if let Some(at) = find(pattern, ROWS) {
            let (group, column) = (&pattern[..at], &pattern[at + ROWS.len()..]);
            if let Some(fact) = facts.get(&format!("{group}.{column}")) {
                all.push(fact);
            } else {
                all.extend(facts.column(group, column));
            }
        } else {
            all.extend(facts.get(pattern));
        }
    }
    all
}

/// Whether a cell stands in a row of the group and in the column.
fn in_group(id: &str, group: &str, column: &str) -> bool {
    let dot = |at: Option<usize>| at.and_then(|at| id.as_bytes().get(at)) == Some(&b'.');
    // Most cells are those of other groups or columns: the dots tell at once.
    if !dot(Some(group.len())) || !dot(id.len().checked_sub(column.len() + 1)) {
        return false;
    }
    let row = || {
        let below = id.strip_prefix(group)?.strip_prefix('.')?;
        below.strip_suffix(column)?.strip_suffix('.')
    };
    row().is_some_and(|row| !row.contains('.'))
}

/// Whether a row of the group that a pattern names was not found.
fn is_lost(facts: &Facts, pattern: &str) -> bool {
    let group = || find(pattern, ROWS).map(|at| (&pattern[..at], &pattern[at + ROWS.len()..]));
    let lost = facts.lost();
    !lost.is_empty()
        && group().is_some_and(|(group, column)| lost.iter().any(|id| in_group(id, group, column)))
}

/// The sum of the cells, unless one of them cannot be read or a row of their group was not found.
pub(super) fn value(facts: &Facts, patterns: &[&str]) -> Option<Number> {
    if patterns.iter().any(|pattern| is_lost(facts, pattern)) {
        return None;
    }
    let cells = cells(facts, patterns);
    let wanted = patterns
        .iter()
        .map(|pattern| if pattern.ends_with(".org") { 5 } else { 1 })
        .sum::<usize>();
    if cells.len() < wanted {
        return None;
    }
    let mut sum = Number::ZERO;
    for cell in cells {
        sum = sum.checked_add(cell.in_sum()?)?;
    }
    Some(sum)
}
