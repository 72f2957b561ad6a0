//! The equalities of one table as a linear system over its cells.
//!
//! All arithmetic is exact: values are whole multiples of the smallest printed decimal place.

use crate::{
    facts::Unit,
    forms::{Comparison, Relation, Table, Term},
    recognise::TableRead,
    text::{Number, order::Order},
};
use rust_decimal::prelude::ToPrimitive;

/// An equality, as what the changes of its cells must add up to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Cell and coefficient, in the order of the cells; no coefficient is zero.
    pub(super) terms: Vec<(usize, i128)>,
    /// What the changes must add up to; zero where the equality holds as printed.
    pub(super) rest: i128,
}

impl Row {
    /// The coefficient of a cell.
    pub(super) fn of(&self, slot: usize) -> i128 {
        let at = self.terms.binary_search_by_key(&slot, |&(slot, _)| slot);
        at.map_or(0, |at| self.terms[at].1)
    }

    /// The row with a cell eliminated by another row that has it; nothing where a number grows out of bounds.
    pub(super) fn without(&self, slot: usize, pivot: &Self) -> Option<Self> {
        let (ours, theirs) = (self.of(slot), pivot.of(slot));
        let mut terms = Vec::with_capacity(self.terms.len() + pivot.terms.len());
        let (mut a, mut b) = (self.terms.iter().peekable(), pivot.terms.iter().peekable());
        loop {
            let next = match (a.peek(), b.peek()) {
                (None, None) => break,
                (Some(a), None) => a.0,
                (None, Some(b)) => b.0,
                (Some(a), Some(b)) => a.0.min(b.0),
            };
            let one = a.next_if(|term| term.0 == next).map_or(0, |term| term.1);
            let other = b.next_if(|term| term.0 == next).map_or(0, |term| term.1);
            let sum = combined(one, theirs, other, ours)?;
            if sum != 0 {
                terms.push((next, sum));
            }
        }
        let rest = combined(self.rest, theirs, pivot.rest, ours)?;
        Some(Self { terms, rest })
    }
}

fn combined(one: i128, by: i128, other: i128, and: i128) -> Option<i128> {
    one.checked_mul(by)?.checked_sub(other.checked_mul(and)?)
}

/// What the search knows of one table.
#[derive(Debug, Clone)]
pub(super) struct System<'a> {
    /// The form.
    pub(super) form: &'a Table,
    /// For each cell what it counts for, in units; nothing where it is not known.
    pub(super) values: Vec<Option<i128>>,
    /// Whether a cell may be suspected: it is printed somewhere.
    pub(super) open: Vec<bool>,
    /// One whole thing in units.
    pub(super) unit: i128,
    /// The decimal places of a unit.
    places: u32,
    /// The relations whose cells are all known, by their number in the form.
    known: Vec<usize>,
    table: &'a TableRead,
}

impl<'a> System<'a> {
    /// The system of a table; nothing where a value is out of all bounds.
    pub(super) fn new(table: &'a TableRead) -> Option<Self> {
        let form = &*table.form;
        let numbers: Vec<Option<Number>> = (0..form.slots.len())
            .map(|slot| table.in_sum(slot).map(|number| number.normalize()))
            .collect();
        let places = numbers.iter().flatten().map(Number::scale).max();
        let places = places.unwrap_or(0);
        let scaled = |number: &Number| {
            let unit = Number::from(10_u64.checked_pow(places)?);
            number.checked_mul(unit)?.to_i128()
        };
        let mut values = Vec::with_capacity(numbers.len());
        for number in &numbers {
            values.push(match number {
                None => None,
                Some(number) => Some(scaled(number)?),
            });
        }
        let open = table
            .held
            .iter()
            .map(|held| held.as_ref().is_some_and(|held| held.span.is_some()))
            .collect();
        let known = (0..form.relations.len())
            .filter(|&at| {
                let relation = &form.relations[at];
                let known = relation.slots().all(|slot| values[slot].is_some());
                known && !table.excuses(relation)
            })
            .collect();
        Some(Self {
            form,
            values,
            open,
            unit: 10_i128.checked_pow(places)?,
            places,
            known,
            table,
        })
    }

    /// The table as read.
    pub(super) fn table(&self) -> &'a TableRead {
        self.table
    }

    /// A number of units as a number.
    pub(super) fn number(&self, units: i128) -> Number {
        Number::from_i128_with_scale(units, self.places).normalize()
    }

    /// A number in units, where it is a whole number of them.
    pub(super) fn units(&self, number: Number) -> Option<i128> {
        let unit = Number::from(self.unit.to_u64()?);
        let scaled = number.checked_mul(unit)?;
        scaled.fract().is_zero().then(|| scaled.to_i128())?
    }

    /// The equalities whose cells are all known, by their number in the form.
    pub(super) fn equalities(&self) -> impl Iterator<Item = usize> + '_ {
        let relations = &self.form.relations;
        let equal = |&at: &usize| relations[at].comparison == Comparison::Equal;
        self.known.iter().copied().filter(equal)
    }

    /// The other relations whose cells are all known.
    pub(super) fn inequalities(&self) -> impl Iterator<Item = usize> + '_ {
        let relations = &self.form.relations;
        let unequal = |&at: &usize| relations[at].comparison != Comparison::Equal;
        self.known.iter().copied().filter(unequal)
    }

    /// One equality as a row of the system.
    pub(super) fn row(&self, relation: usize) -> Row {
        let relation = &self.form.relations[relation];
        let signed = |terms: &[Term], side: i128| {
            let sign = move |term: &Term| (term.slot, if term.negative { -side } else { side });
            terms.iter().map(sign).collect::<Vec<_>>()
        };
        let mut terms = signed(&relation.left, 1);
        terms.extend(signed(&relation.right, -1));
        terms.order();
        let rest = -self.difference(relation, &[]);
        Row { terms, rest }
    }

    /// Left side less right side, with some values changed.
    pub(super) fn difference(&self, relation: &Relation, changes: &[(usize, i128)]) -> i128 {
        let value = |slot: usize| {
            let changed = changes.iter().find(|change| change.0 == slot);
            changed.map_or_else(|| self.values[slot].unwrap_or(0), |change| change.1)
        };
        let side = |terms: &[Term]| {
            terms.iter().fold(0_i128, |sum, term| {
                sum + if term.negative {
                    -value(term.slot)
                } else {
                    value(term.slot)
                }
            })
        };
        side(&relation.left) - side(&relation.right)
    }

    /// Whether a relation holds, with some values changed.
    pub(super) fn holds(&self, relation: usize, changes: &[(usize, i128)]) -> bool {
        let relation = &self.form.relations[relation];
        let difference = self.difference(relation, changes);
        match relation.comparison {
            Comparison::Equal => difference == 0,
            Comparison::AtMost => difference <= 0,
            Comparison::AtLeast => difference >= 0,
        }
    }

    /// The equalities that do not hold.
    pub(super) fn broken(&self) -> Vec<usize> {
        let broken = |&relation: &usize| !self.holds(relation, &[]);
        self.equalities().filter(broken).collect()
    }

    /// Whether a cell could hold a value: counts are whole, and only changes are below zero.
    pub(super) fn possible(&self, slot: usize, value: i128) -> bool {
        let unit = self.form.slots[slot].unit;
        let whole = unit == Unit::TenThousandYuan || value % self.unit == 0;
        whole && (unit == Unit::Change || value >= 0)
    }

    /// The groups of equalities that share cells with one another, directly or through others.
    pub(super) fn components(&self) -> Vec<Vec<usize>> {
        let mut groups: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
        for relation in self.equalities() {
            let mut slots: Vec<usize> = self.form.relations[relation].slots().collect();
            let mut relations = vec![relation];
            groups.retain_mut(|group| {
                let apart = group.1.iter().all(|slot| !slots.contains(slot));
                if !apart {
                    relations.append(&mut group.0);
                    slots.append(&mut group.1);
                }
                apart
            });
            relations.order();
            groups.push((relations, slots));
        }
        groups.into_iter().map(|group| group.0).collect()
    }
}
