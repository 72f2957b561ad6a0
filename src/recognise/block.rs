//! A block of bare numbers, far from its labels: rows by rows, or column by column.
//!
//! Without labels only the form's sums can tell which it is. Where they do not, nothing is laid down by position.

use super::{assign::Held, stream::Stream};
use crate::{
    forms::{Comparison, Relation, Table, Term},
    text::Number,
};
use std::ops::Range;

/// Fills `slots` with the values from `first` on, in the one order that satisfies more than half of the sums inside.
pub(super) fn lay_down(
    stream: &Stream,
    table: &Table,
    first: usize,
    slots: &Range<usize>,
    held: &mut [Option<Held>],
) {
    let Some(width) = width(table, slots) else {
        return;
    };
    let height = slots.len() / width;
    let by_rows = |slot: usize| slot;
    let by_columns = |slot: usize| slot % width * height + slot / width;
    for (order, inferred) in [
        (&by_rows as &dyn Fn(usize) -> usize, false),
        (&by_columns, true),
    ] {
        if !is_borne_out(stream, table, first, slots, order) {
            continue;
        }
        for slot in slots.clone() {
            let value = &stream.values[first + order(slot - slots.start)];
            held[slot] = Some(Held {
                inferred,
                ..Held::plain(value)
            });
        }
        return;
    }
}

/// The number of columns, where all rows have the same.
fn width(table: &Table, slots: &Range<usize>) -> Option<usize> {
    let mut rows = table.rows.iter().map(|row| &row.slots);
    let inside = |row: &&Range<usize>| !row.is_empty() && slots.contains(&row.start);
    let width = rows.clone().find(inside)?.len();
    rows.all(|row| !inside(&row) || row.len() == width)
        .then_some(width)
}

fn is_borne_out(
    stream: &Stream,
    table: &Table,
    first: usize,
    slots: &Range<usize>,
    order: &dyn Fn(usize) -> usize,
) -> bool {
    let value = |term: &Term| {
        let number = stream.values[first + order(term.slot - slots.start)]
            .number
            .unwrap_or_default();
        if term.negative { -number } else { number }
    };
    let side = |terms: &[Term]| {
        terms
            .iter()
            .map(value)
            .try_fold(Number::ZERO, Number::checked_add)
    };
    let inside = |relation: &&Relation| {
        relation.comparison == Comparison::Equal
            && relation.slots().all(|slot| slots.contains(&slot))
    };
    let (mut hold, mut all) = (0, 0);
    for relation in table.relations.iter().filter(inside) {
        all += 1;
        hold += usize::from(side(&relation.left) == side(&relation.right));
    }
    2 * hold > all
}
