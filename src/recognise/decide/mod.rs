//! Which reading of the damaged rows satisfies the sums of the whole table.
//!
//! All combinations that do are counted. Where they agree on a slot, it is read (and marked as inferred); where they
//! differ, it stays undecided with the alternatives named.

pub(super) mod infer;
mod one_slip;
mod search;

use super::{
    held::Held,
    readings::{Open, Reading},
    stream::Stream,
};
use crate::{
    facts::State,
    forms::{self, Comparison, Relation, Table, Term},
    text::{Number, order::Order},
};
use rust_decimal::prelude::FromPrimitive;
use search::{Search, known};

/// How far the sums of a table are trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// All hold.
    Full,
    /// Some are broken by one slip, wherever it is; the others hold.
    OneSlip,
    /// They decide nothing.
    None,
}

/// Fills the slots of the open rows; gives the sums that no way of reading them satisfies, by their number in the form.
pub(super) fn decide(
    stream: &Stream,
    table: &Table,
    held: &mut [Option<Held>],
    open: &[Open],
) -> Vec<usize> {
    for row in open {
        for slot in row.slots.clone() {
            held[slot] = Some(undecided(stream, row));
        }
    }
    let read: Vec<&Open> = { open.iter() }
        .filter(|row| !row.readings.is_empty())
        .collect();
    let unread = open.len() - read.len();
    let search = Search::all(table, held, read);
    let sound = unread == 0 && !search.solutions.is_empty();
    if !sound
        && !search.is_exhausted()
        && let Some(found) = one_slip::solutions(table, held, open)
    {
        for (at, row) in open.iter().enumerate() {
            let ways: Vec<&Reading> = found.iter().map(|readings| &readings[at]).collect();
            settle(stream, held, row, &ways, Trust::OneSlip);
        }
        return one_slip::refuted(table, open, &found);
    }
    by_sums(stream, table, held, &search, unread);
    Vec::new()
}

/// Fills the slots by the combinations that satisfy all sums.
fn by_sums(
    stream: &Stream,
    table: &Table,
    held: &mut [Option<Held>],
    search: &Search<'_>,
    unread: usize,
) {
    let contradicted = if search.solutions.is_empty() {
        contradicted(table, held, &search.open)
    } else {
        Vec::new()
    };
    for (at, row) in search.open.iter().enumerate() {
        let solutions = search.solutions.iter();
        let mut ways: Vec<usize> = solutions.map(|solution| solution[at]).collect();
        if search.is_exhausted() || ways.is_empty() {
            ways = (0..row.readings.len()).collect();
        }
        ways.order();
        ways.dedup();
        let doubtful = contradicted.contains(&at) || unread > 1 && !search.is_crossed(at);
        let trust = if doubtful { Trust::None } else { Trust::Full };
        let ways: Vec<&Reading> = ways.iter().map(|&way| &row.readings[way]).collect();
        settle(stream, held, row, &ways, trust);
    }
}

/// The open rows with several readings, and those that take part in an equality which their only readings break.
///
/// Where all of few broken equalities are off by the same amount, it is one slip of the author's, and the readings stand.
fn contradicted(table: &Table, held: &[Option<Held>], open: &[&Open]) -> Vec<usize> {
    const ONE_SLIP: usize = 4;
    let mut values = known(held);
    for row in open {
        for (at, slot) in row.slots.clone().enumerate() {
            let only = (row.readings.len() == 1).then(|| row.readings[0].values[at]);
            values[slot] = only.flatten().and_then(Number::from_i64);
        }
    }
    let side = |terms: &[Term]| forms::sum(terms, |slot| values[slot]);
    let gap = |relation: &Relation| {
        let sides = side(&relation.left).zip(side(&relation.right))?;
        Some((sides.0 - sides.1).abs()).filter(|gap| !gap.is_zero())
    };
    let equal = |relation: &&Relation| relation.comparison == Comparison::Equal;
    let broken: Vec<(&Relation, Number)> = table
        .relations
        .iter()
        .filter(equal)
        .filter_map(|relation| Some((relation, gap(relation)?)))
        .collect();
    let same = broken.iter().all(|(_, gap)| *gap == broken[0].1);
    let is_one_slip = same && broken.len() <= ONE_SLIP;
    let touched = |row: &Open| {
        let inside = |(relation, _): &(&Relation, Number)| {
            relation.slots().any(|slot| row.slots.contains(&slot))
        };
        row.readings.len() > 1 || !is_one_slip && broken.iter().any(inside)
    };
    (0..open.len()).filter(|&at| touched(open[at])).collect()
}

fn undecided(stream: &Stream, row: &Open) -> Held {
    let values = &stream.values[row.values.clone()];
    let span = values
        .first()
        .zip(values.last())
        .map(|(first, last)| first.span.join(last.span));
    Held {
        state: State::Unreadable,
        blurred: true,
        ..Held::missing(span)
    }
}

/// Writes what all the ways agree on; names the alternatives where they do not.
fn settle(stream: &Stream, held: &mut [Option<Held>], row: &Open, ways: &[&Reading], trust: Trust) {
    let filled: Vec<_> = stream.values[row.values.clone()]
        .iter()
        .filter(|value| value.is_placed())
        .collect();
    for (at, slot) in row.slots.clone().enumerate() {
        let mut values: Vec<Option<i64>> = ways.iter().map(|reading| reading.values[at]).collect();
        values.order();
        values.dedup();
        let tokens = &ways[0].tokens[at];
        let span = filled.get(tokens.start..tokens.end).and_then(|tokens| {
            tokens
                .first()
                .zip(tokens.last())
                .map(|(first, last)| first.span.join(last.span))
        });
        let Some(slot) = held[slot].as_mut() else {
            continue;
        };
        match values[..] {
            [Some(value)] if trust != Trust::None => {
                let state = State::Number;
                *slot = Held {
                    state,
                    number: Number::from_i64(value),
                    inferred: true,
                    blurred: false,
                    span,
                    ..slot.clone()
                };
            }
            [None] if trust != Trust::None => {
                *slot = Held {
                    state: State::Missing,
                    blurred: false,
                    span: None,
                    ..slot.clone()
                }
            }
            _ => {
                slot.contested = trust != Trust::Full;
                slot.others = values
                    .into_iter()
                    .flatten()
                    .filter_map(Number::from_i64)
                    .collect();
            }
        }
    }
}
