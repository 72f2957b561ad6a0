//! Rows whose values the print may have put out of order.
//!
//! Where a reader of PDF follows the page rather than the table, a row's values come in pieces: some beside their label,
//! some in lines of their own, and not always in the order of the columns. The sum of the row holds all the same, so only
//! sums across rows can tell. Where most rows came to nothing, a row of zeros may be another's, too.

use super::damage;
use crate::{
    document::Document,
    forms::{self, Comparison, Relation, Table},
    recognise::{
        align::Match,
        held::Held,
        stream::{Stream, Value},
    },
    text::{Number, label::letters},
};
use std::ops::Range;

/// Takes back what stands in rows that came in pieces, unless sums across rows bear out every value.
pub(super) fn check(
    document: &Document,
    stream: &Stream,
    table: &Table,
    matches: &[Match],
    held: &mut [Option<Held>],
) {
    let row = |found: &Match| &stream.values[damage::values(document, stream, table, found)];
    let loose: Vec<&Match> = { matches.iter() }
        .filter(|found| !stream.told.contains(&found.values.start) && is_parted(row(found)))
        .collect();
    let known = |held: &&Held| held.in_sum().is_some();
    let found = || held.iter().flatten();
    let scrambled = 2 * found().filter(known).count() < found().count();
    let begun = |found: &&Match| is_begun_beside(document, row(found));
    if !scrambled && !loose.iter().any(begun) {
        return;
    }
    let values: Vec<Option<Number>> = held
        .iter()
        .map(|slot| slot.as_ref().and_then(Held::in_sum))
        .collect();
    for found in loose {
        let slots = found.slots(table);
        let same = || {
            slots
                .clone()
                .all(|slot| values[slot] == values[slots.start])
        };
        if !scrambled && same()
            || slots
                .clone()
                .all(|slot| is_borne_out(table, &values, slot, &slots))
        {
            continue;
        }
        for slot in slots {
            if let Some(held) = held[slot].as_mut() {
                *held = held.doubted();
            }
        }
    }
}

/// Whether some values outside grids stand in several lines.
fn is_parted(values: &[Value]) -> bool {
    values
        .iter()
        .any(|value| value.cell.is_none() && value.block != values[0].block)
}

/// Whether the first of these values stands beside a label, though others do not.
fn is_begun_beside(document: &Document, values: &[Value]) -> bool {
    let line = document.block(values[0].block);
    let before = &document.text()[line.start..values[0].span.start.max(line.start)];
    !letters(before).is_empty()
}

/// Whether an equality with other rows that says something of `slot` is known and holds.
fn is_borne_out(table: &Table, values: &[Option<Number>], slot: usize, row: &Range<usize>) -> bool {
    let speaks = |relation: &&Relation| {
        relation.comparison == Comparison::Equal
            && relation.slots().any(|other| other == slot)
            && relation.slots().any(|other| !row.contains(&other))
    };
    let side = |terms| forms::sum(terms, |slot| values[slot]);
    table.relations.iter().filter(speaks).any(|relation| {
        let sides = side(&relation.left).zip(side(&relation.right));
        sides.is_some_and(|(left, right)| left == right)
    })
}
