//! A small table that came without its title and the names of its groups: as many numbers as it has slots, right behind
//! the last row of the table before.

use super::{Match, gains::broken, scattered::head};
use crate::{
    forms::{FEW_ROWS, Table},
    recognise::stream::Stream,
};

/// The whole table, where nothing but letters of its own head stand between it and the last row of the table `before`,
/// and all its sums and those of that row hold, or all but one. Values that seemed to be the row's are left to it only
/// as far as it has slots.
pub(in crate::recognise) fn bare(
    stream: &Stream,
    (before, matches): (&Table, &mut [Match]),
    table: &Table,
) -> Option<Match> {
    if !(2..=FEW_ROWS).contains(&table.rows.len()) || before.rows.len() <= FEW_ROWS {
        return None;
    }
    let last = matches.last_mut()?;
    let row = last.slots(before);
    let first = last.values.start;
    let start = first + row.len();
    let end = start + table.slots.len();
    let ends = |at: usize| {
        stream
            .gaps
            .get(at)
            .is_some_and(|gap| !gap.letters.is_empty())
    };
    let is_last = last.rows.end == before.rows.len() && end <= stream.values.len();
    let whole = is_last && (ends(end) || end == stream.values.len());
    let mut inside = (first + 1..end).filter(|&at| ends(at));
    let head = head(table);
    let headed =
        |at: usize| at == start && stream.gaps[at].letters.chars().all(|c| head.contains(&c));
    let found = whole
        && inside.all(headed)
        && broken(stream, before, first, row) + broken(stream, table, start, 0..table.slots.len())
            <= 1;
    found.then(|| {
        last.values = first..start;
        Match {
            rows: 0..table.rows.len(),
            values: start..end,
            labelled: true,
        }
    })
}
