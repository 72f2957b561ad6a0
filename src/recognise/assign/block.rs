//! A block of bare numbers, far from its labels: rows by rows, or column by column.
//!
//! Without labels only the form's sums can tell which it is. Where they do not, nothing is laid down by position.

use crate::{
    forms::{Comparison, Relation, Table, Term},
    recognise::{
        held::Held,
        stream::{Stream, Value},
    },
    text::Number,
};
use std::ops::Range;

/// Fills the slots of `rows` with the values from `first` on: line by line where the lines are as long as the rows, else
/// in the one order that satisfies more than half of the sums inside. Where nothing tells, the slots stay undecided,
/// with what each order would put there.
pub(super) fn lay_down(
    stream: &Stream,
    table: &Table,
    rows: Range<usize>,
    first: usize,
    held: &mut [Option<Held>],
) {
    let slots = table.rows[rows.start].slots.start..table.rows[rows.end - 1].slots.end;
    let values = &stream.values[first..first + slots.len()];
    let columns = by_columns(table, &rows);
    let by_rows = |slot: usize| slot;
    let by_columns = |slot: usize| columns[slot];
    let orders: [(&dyn Fn(usize) -> usize, bool); 2] = [(&by_rows, false), (&by_columns, true)];
    let held_by = |order: &dyn Fn(usize) -> usize| hold(stream, table, first, &slots, order);
    let in_lines = is_in_lines(values, table, &rows);
    let mut right = orders.into_iter().filter(|(order, _)| held_by(order) > 0);
    let found = (right.next(), right.next());
    let chosen = match found {
        _ if in_lines => Some(orders[0]),
        // Where the values of a row stand apart, a single sum may hold by chance.
        (Some((order, apart)), None) if !apart || held_by(order) > 1 => Some((order, apart)),
        _ => None,
    };
    for slot in slots.clone() {
        let value = |order: &dyn Fn(usize) -> usize| &values[order(slot - slots.start)];
        held[slot] = Some(match chosen {
            None if value(&by_rows).number == value(&by_columns).number && found.0.is_some() => {
                Held::plain(value(&by_rows))
            }
            Some((order, inferred)) => Held {
                inferred,
                ..Held::plain(value(order))
            },
            None => Held::undecided(&[value(&by_rows), value(&by_columns)]),
        });
    }
}

/// Whether the values stand in lines that are each as long as its row.
fn is_in_lines(values: &[Value], table: &Table, rows: &Range<usize>) -> bool {
    let lengths = table.rows[rows.clone()].iter().map(|row| row.slots.len());
    let lines = values
        .chunk_by(|one, other| one.block == other.block)
        .map(<[Value]>::len);
    let lengths: Vec<usize> = lengths.filter(|&length| length > 0).collect();
    lengths.iter().any(|&length| length > 1) && lines.eq(lengths)
}

/// For each slot of some rows its place where the first slots of all rows stand first, then the second ones.
fn by_columns(table: &Table, rows: &Range<usize>) -> Vec<usize> {
    let widths = table.rows[rows.clone()].iter().map(|row| row.slots.len());
    let before = |column: usize| {
        widths
            .clone()
            .map(move |width| width.min(column))
            .sum::<usize>()
    };
    let above = |row: usize, column: usize| {
        widths
            .clone()
            .take(row)
            .filter(move |&width| width > column)
            .count()
    };
    let places = widths.clone().enumerate();
    places
        .flat_map(|(row, width)| (0..width).map(move |column| (row, column)))
        .map(|(row, column)| before(column) + above(row, column))
        .collect()
}

/// How many of the sums inside hold in an order, but for those of nothing; none where it is not more than half of them.
fn hold(
    stream: &Stream,
    table: &Table,
    first: usize,
    slots: &Range<usize>,
    order: &dyn Fn(usize) -> usize,
) -> usize {
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
        let sides = (side(&relation.left), side(&relation.right));
        if sides != (Some(Number::ZERO), Some(Number::ZERO)) {
            all += 1;
            hold += usize::from(sides.0 == sides.1);
        }
    }
    match all {
        0 => usize::MAX,
        _ if 2 * hold > all => hold,
        _ => 0,
    }
}
