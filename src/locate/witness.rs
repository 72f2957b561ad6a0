//! What the text says of the table's cells: figures that agree with the cells, or with what they should be.

use super::system::System;
use crate::{
    rule::{Check, Verdict},
    text::Number,
};

/// A figure of the text that means one cell, or several added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Witness {
    /// The number of the check that compares it with the table.
    pub(super) check: usize,
    /// The cells.
    pub(super) slots: Vec<usize>,
    /// The figure.
    pub(super) value: Number,
}

/// The kind of claim that compares a figure of the text with cells.
const LINK: &str = "link";

/// The figures of the text that mean cells of this table.
pub(super) fn find(system: &System<'_>, checks: &[Check]) -> Vec<Witness> {
    let decided = |check: &&Check| check.claim == Some(LINK) && check.verdict != Verdict::Undecided;
    let witness = |(at, check): (usize, &Check)| {
        let value = check.evidence.first()?.value?;
        let cells = check.evidence.iter().skip(1);
        let slots: Vec<usize> = cells.filter_map(|cell| slot(system, cell)).collect();
        (!slots.is_empty()).then_some(Witness {
            check: at,
            slots,
            value,
        })
    };
    let links = checks
        .iter()
        .enumerate()
        .filter(|(_, check)| decided(check));
    links.filter_map(witness).collect()
}

fn slot(system: &System<'_>, evidence: &crate::rule::Evidence) -> Option<usize> {
    let table = system.table();
    if !table
        .region
        .is_some_and(|region| region.contains(evidence.span))
    {
        return None;
    }
    (0..table.held.len()).find(|&slot| {
        let span = table.held[slot].as_ref().and_then(|held| held.span);
        span == Some(evidence.span) && table.form.slots[slot].label == evidence.label
    })
}

impl Witness {
    /// Whether the text agrees with the table, with some values changed.
    pub(super) fn agrees(&self, system: &System<'_>, set: &[(usize, i128)]) -> bool {
        let value = |slot: usize| {
            let changed = set.iter().find(|change| change.0 == slot);
            changed.map_or_else(|| system.values[slot], |change| Some(change.1))
        };
        let sum = self
            .slots
            .iter()
            .try_fold(0_i128, |sum, &slot| sum.checked_add(value(slot)?));
        sum.is_some() && sum == system.units(self.value)
    }

    /// Whether it speaks of one of the cells changed.
    pub(super) fn concerns(&self, set: &[(usize, i128)]) -> bool {
        set.iter().any(|(slot, _)| self.slots.contains(slot))
    }
}
