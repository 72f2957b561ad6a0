//! Rows that have a value for each slot, though perhaps not the right one.

use crate::{
    document::Document,
    facts::State,
    forms::{FEW_ROWS, Relation, Table},
    recognise::{
        align::Match,
        alone::{is_alone, is_short},
        continued::inside,
        held::Held,
        stream::{Stream, Value},
    },
    text::Number,
};
use std::ops::Range;

/// Whether the values of a row rather stand in other slots: its total is blank and the last of its parts is what the
/// others add up to, as where a cell before them is lost.
pub(super) fn is_shifted(table: &Table, slots: &Range<usize>, held: &[Option<Held>]) -> bool {
    let number = |slot: usize| held[slot].as_ref().and_then(|held| held.number);
    let blank = |slot: usize| {
        held[slot]
            .as_ref()
            .is_some_and(|held| held.state == State::Blank)
    };
    let shifted = |relation: &Relation| {
        let mut parts = relation.right.iter().filter_map(|term| number(term.slot));
        let last = parts.next_back();
        let sum: Number = parts.sum();
        blank(relation.left[0].slot) && !sum.is_zero() && last == Some(sum)
    };
    slots.len() > FEW_ROWS && inside(table, slots).any(shifted)
}

/// Whether the last number of a row may be a page's and its total the one before, where other rows have lost cells.
pub(super) fn ends_with_page(
    document: &Document,
    stream: &Stream,
    (table, matches): (&Table, &[Match]),
    (values, slots): (&Range<usize>, &Range<usize>),
) -> bool {
    let row = &stream.values[values.clone()];
    let [parts @ .., total, last] = row else {
        return false;
    };
    if slots.len() <= FEW_ROWS
        || row.len() != slots.len()
        || !is_short(last)
        || !is_alone(document, last)
    {
        return false;
    }
    let sum: Number = parts.iter().filter_map(|part| part.number).sum();
    let filled = |value: &&Value| value.state != State::Blank;
    let loses = |found: &Match| {
        let filled = stream.values[found.values.clone()]
            .iter()
            .filter(filled)
            .count();
        (1..found.slots(table).len()).contains(&filled)
    };
    total.number == Some(sum) && last.number != Some(sum + sum) && matches.iter().any(loses)
}
