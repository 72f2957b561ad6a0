//! Which reading of the damaged rows satisfies the sums of the whole table.
//!
//! All combinations that do are counted. Where they agree on a slot, it is read (and marked as inferred); where they
//! differ, it stays undecided with the alternatives named.

use super::{
    assign::{Held, Open},
    stream::Stream,
    tables,
};
use crate::{
    facts::State,
    forms::{Comparison, Relation, Table, Term},
    text::Number,
};
use rust_decimal::prelude::FromPrimitive;

/// The most steps of the search.
const MOST_STEPS: usize = 100_000;
/// The most solutions that are compared.
const MOST_SOLUTIONS: usize = 64;

struct Search<'a> {
    table: &'a Table,
    open: &'a [Open],
    /// For each open row, the equalities that are complete once it and the rows before it are chosen.
    complete: Vec<Vec<&'a Relation>>,
    values: Vec<Option<Number>>,
    chosen: Vec<usize>,
    solutions: Vec<Vec<usize>>,
    steps: usize,
}

/// Fills the slots of the open rows.
pub(super) fn decide(stream: &Stream, table: &Table, held: &mut [Option<Held>], open: &[Open]) {
    for row in open {
        for slot in row.slots.clone() {
            held[slot] = Some(undecided(stream, row));
        }
    }
    let unexplained = open.iter().filter(|row| row.readings.is_empty()).count();
    let open: Vec<Open> = open
        .iter()
        .filter(|row| !row.readings.is_empty())
        .map(Open::copy)
        .collect();
    if open.is_empty() {
        return;
    }
    let mut search = Search::new(table, held, &open);
    search.run(0);
    let exhausted = search.steps >= MOST_STEPS || search.solutions.len() >= MOST_SOLUTIONS;
    let alone = |at: usize| -> Vec<usize> { (0..open[at].readings.len()).collect() };
    let contradicted = if search.solutions.is_empty() {
        contradicted(table, held, &open)
    } else {
        Vec::new()
    };
    for (at, row) in open.iter().enumerate() {
        let mut ways: Vec<usize> = search
            .solutions
            .iter()
            .map(|solution| solution[at])
            .collect();
        if exhausted || ways.is_empty() {
            ways = alone(at);
        }
        ways.sort_unstable();
        ways.dedup();
        let doubtful = contradicted.contains(&at) || unexplained > 1 && !search.is_crossed(at);
        settle(stream, held, row, &ways, doubtful);
    }
}

/// The open rows with several readings, and those that take part in an equality which their only readings break.
///
/// Where all of few broken equalities are off by the same amount, it is one slip of the author's, and the readings stand.
fn contradicted(table: &Table, held: &[Option<Held>], open: &[Open]) -> Vec<usize> {
    const ONE_SLIP: usize = 4;
    let mut values: Vec<Option<Number>> = held
        .iter()
        .map(|slot| slot.as_ref().and_then(Held::in_sum))
        .collect();
    for row in open {
        for (at, slot) in row.slots.clone().enumerate() {
            let only = (row.readings.len() == 1).then(|| row.readings[0].values[at]);
            values[slot] = only.flatten().and_then(Number::from_i64);
        }
    }
    let gap = |relation: &Relation| {
        let sides = sum(&relation.left, &values).zip(sum(&relation.right, &values))?;
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
    (0..open.len()).filter(|&at| touched(&open[at])).collect()
}

impl Open {
    fn copy(&self) -> Self {
        Self {
            slots: self.slots.clone(),
            values: self.values.clone(),
            readings: self.readings.clone(),
        }
    }
}

fn undecided(stream: &Stream, row: &Open) -> Held {
    let values = &stream.values[row.values.clone()];
    let span = values
        .first()
        .zip(values.last())
        .map(|(first, last)| first.span.join(last.span));
    Held {
        state: State::Unreadable,
        number: None,
        yuan: None,
        inferred: false,
        span,
        others: Vec::new(),
        blurred: true,
    }
}

/// Writes what all the ways agree on; names the alternatives where they do not.
fn settle(stream: &Stream, held: &mut [Option<Held>], row: &Open, ways: &[usize], doubtful: bool) {
    let filled: Vec<_> = stream.values[row.values.clone()]
        .iter()
        .filter(|value| value.state != State::Blank)
        .collect();
    for (at, slot) in row.slots.clone().enumerate() {
        let mut values: Vec<Option<i64>> = ways
            .iter()
            .map(|&way| row.readings[way].values[at])
            .collect();
        values.sort_unstable();
        values.dedup();
        let tokens = &row.readings[ways[0]].tokens[at];
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
            [Some(value)] if !doubtful => {
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
            [None] if !doubtful => {
                *slot = Held {
                    state: State::Missing,
                    blurred: false,
                    span: None,
                    ..slot.clone()
                }
            }
            _ => {
                slot.others = values
                    .into_iter()
                    .flatten()
                    .filter_map(Number::from_i64)
                    .collect();
            }
        }
    }
}

impl<'a> Search<'a> {
    fn new(table: &'a Table, held: &[Option<Held>], open: &'a [Open]) -> Self {
        let mut values: Vec<Option<Number>> = held
            .iter()
            .map(|slot| slot.as_ref().and_then(Held::in_sum))
            .collect();
        for row in open {
            values[row.slots.clone()].fill(None);
        }
        let mut complete: Vec<Vec<&Relation>> = vec![Vec::new(); open.len()];
        for relation in table
            .relations
            .iter()
            .filter(|relation| relation.comparison == Comparison::Equal)
        {
            let last = relation.slots().map(|slot| {
                match open.iter().position(|row| row.slots.contains(&slot)) {
                    Some(at) => Some(Some(at)),
                    None => values[slot].map(|_| None),
                }
            });
            let last: Option<Vec<Option<usize>>> = last.collect();
            if let Some(Some(at)) = last.map(|last| last.into_iter().flatten().max()) {
                complete[at].push(relation);
            }
        }
        Self {
            table,
            open,
            complete,
            values,
            chosen: Vec::new(),
            solutions: Vec::new(),
            steps: 0,
        }
    }

    /// Whether an equality with other rows, all of them known, bears the reading of an open row out.
    fn is_crossed(&self, at: usize) -> bool {
        let row = &self.open[at];
        let crosses = |relation: &&&Relation| {
            relation.slots().any(|slot| row.slots.contains(&slot))
                && relation.slots().any(|slot| !row.slots.contains(&slot))
        };
        self.complete
            .iter()
            .flatten()
            .any(|relation| crosses(&relation))
    }

    fn run(&mut self, at: usize) {
        self.steps += 1;
        if self.steps >= MOST_STEPS || self.solutions.len() >= MOST_SOLUTIONS {
            return;
        }
        if at == self.open.len() {
            self.solutions.push(self.chosen.clone());
            return;
        }
        let row = &self.open[at];
        for (way, reading) in row.readings.iter().enumerate() {
            for (slot, value) in row.slots.clone().zip(&reading.values) {
                self.values[slot] = value.and_then(Number::from_i64);
            }
            if self.complete[at]
                .iter()
                .all(|relation| self.holds(relation))
            {
                self.chosen.push(way);
                self.run(at + 1);
                self.chosen.pop();
            }
        }
        self.values[row.slots.clone()].fill(None);
    }

    /// Whether an equality holds; one with an unknown value may.
    fn holds(&self, relation: &Relation) -> bool {
        debug_assert!(relation.slots().all(|slot| slot < self.table.slots.len()));
        sum(&relation.left, &self.values)
            .zip(sum(&relation.right, &self.values))
            .is_none_or(|(l, r)| l == r)
    }
}

fn sum(terms: &[Term], values: &[Option<Number>]) -> Option<Number> {
    tables::sum(terms, |slot| values[slot])
}
