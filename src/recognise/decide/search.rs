//! All combinations of readings of the open rows that satisfy the sums of the whole table.

use crate::{
    forms::{self, Comparison, Relation, Table},
    recognise::{
        held::Held,
        readings::{Open, Reading},
    },
    text::Number,
};
use rust_decimal::prelude::FromPrimitive;

/// The most steps of the search.
const MOST_STEPS: usize = 100_000;
/// The most solutions that are compared.
const MOST_SOLUTIONS: usize = 64;

/// A search over the readings of some rows, and what it has found.
pub(super) struct Search<'a> {
    pub(super) open: Vec<&'a Open>,
    /// For each open row, the equalities that are complete once it and the rows before it are chosen.
    complete: Vec<Vec<&'a Relation>>,
    values: Vec<Option<Number>>,
    chosen: Vec<usize>,
    /// Which reading of each row; no solution twice.
    pub(super) solutions: Vec<Vec<usize>>,
    most: usize,
    steps: usize,
}

impl<'a> Search<'a> {
    /// Searches with all equalities of the table.
    pub(super) fn all(table: &'a Table, held: &[Option<Held>], open: Vec<&'a Open>) -> Self {
        let equal = |relation: &&Relation| relation.comparison == Comparison::Equal;
        let relations = table.relations.iter().filter(equal);
        Self::with(relations, held, open, MOST_SOLUTIONS)
    }

    /// Searches with some equalities, for so many solutions at the most.
    pub(super) fn with(
        relations: impl Iterator<Item = &'a Relation>,
        held: &[Option<Held>],
        open: Vec<&'a Open>,
        most: usize,
    ) -> Self {
        let mut values = known(held);
        for row in &open {
            values[row.slots.clone()].fill(None);
        }
        let mut complete: Vec<Vec<&Relation>> = vec![Vec::new(); open.len()];
        for relation in relations {
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
        let mut search = Self {
            open,
            complete,
            values,
            chosen: Vec::new(),
            solutions: Vec::new(),
            most,
            steps: 0,
        };
        search.run(0);
        search
    }

    /// Whether the search ended before it had seen everything.
    pub(super) fn is_exhausted(&self) -> bool {
        self.steps >= MOST_STEPS || self.solutions.len() >= self.most
    }

    /// Whether an equality with other rows, all of them known, bears the reading of an open row out.
    pub(super) fn is_crossed(&self, at: usize) -> bool {
        let row = self.open[at];
        let crosses = |relation: &&&Relation| {
            relation.slots().any(|slot| row.slots.contains(&slot))
                && relation.slots().any(|slot| !row.slots.contains(&slot))
        };
        self.complete
            .iter()
            .flatten()
            .any(|relation| crosses(&relation))
    }

    /// The readings of a solution, row by row.
    pub(super) fn readings(&self, solution: &[usize]) -> impl Iterator<Item = &'a Reading> {
        let chosen = self.open.iter().zip(solution);
        chosen.map(|(row, &way)| &row.readings[way])
    }

    fn run(&mut self, at: usize) {
        self.steps += 1;
        if self.is_exhausted() {
            return;
        }
        if at == self.open.len() {
            self.solutions.push(self.chosen.clone());
            return;
        }
        let row = self.open[at];
        for (way, reading) in row.readings.iter().enumerate() {
            fill(&mut self.values, row, reading);
            if self.complete[at]
                .iter()
                .all(|relation| holds(relation, &self.values))
            {
                self.chosen.push(way);
                self.run(at + 1);
                self.chosen.pop();
            }
        }
        self.values[row.slots.clone()].fill(None);
    }
}

/// What the slots count for in sums, where they are known.
pub(super) fn known(held: &[Option<Held>]) -> Vec<Option<Number>> {
    let value = |slot: &Option<Held>| slot.as_ref().and_then(Held::in_sum);
    held.iter().map(value).collect()
}

/// Puts the values of a reading into the slots of its row.
pub(super) fn fill(values: &mut [Option<Number>], row: &Open, reading: &Reading) {
    for (slot, value) in row.slots.clone().zip(&reading.values) {
        values[slot] = value.and_then(Number::from_i64);
    }
}

/// Whether an equality holds; one with an unknown value may.
pub(super) fn holds(relation: &Relation, values: &[Option<Number>]) -> bool {
    let side = |terms| forms::sum(terms, |slot| values[slot]);
    let sides = side(&relation.left).zip(side(&relation.right));
    sides.is_none_or(|(left, right)| left == right)
}
