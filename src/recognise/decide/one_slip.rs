//! Glued rows of a table in which the author made one slip.
//!
//! One printed number is wrong, so the sums that it takes part in are of no use. All others hold, and say what stands
//! in the other slots of its row; what is left of the row's digits is the number as printed.

use super::search::{Search, fill, holds, known};
use crate::{
    forms::{self, Comparison, Relation, Table, Term},
    recognise::{
        held::Held,
        readings::{Open, Reading, Token},
    },
    text::Number,
};
use rust_decimal::prelude::ToPrimitive;
use std::ops::Range;

/// The most combinations of readings of the other rows that are tried.
const MOST_WAYS: usize = 2_000;
/// The most digits of the number that is wrong.
const MOST_DIGITS: usize = 9;

/// For each way to read the table with one slip, the readings of the open rows in order. Nothing where there are too
/// many, or where it takes more than one slip.
pub(super) fn solutions(
    table: &Table,
    held: &[Option<Held>],
    open: &[Open],
) -> Option<Vec<Vec<Reading>>> {
    let unread = |&at: &usize| open[at].readings.is_empty();
    let mut unread = (0..open.len()).filter(unread);
    let rows = match (unread.next(), unread.next()) {
        (None, _) => 0..open.len(),
        (Some(at), None) => at..at + 1,
        _ => return None,
    };
    let mut found = Vec::new();
    for at in rows.clone().filter(|&at| !open[at].tokens.is_empty()) {
        in_row(table, held, open, at, &mut found)?;
    }
    if rows.len() == open.len() {
        elsewhere(table, held, open, &mut found)?;
    }
    (!found.is_empty()).then_some(found)
}

/// The sums inside one open row that hold in none of the ways to read it, by their number in the form.
pub(super) fn refuted(table: &Table, open: &[Open], found: &[Vec<Reading>]) -> Vec<usize> {
    let broken = |relation: &Relation| {
        let inside = |row: &Open| relation.slots().all(|slot| row.slots.contains(&slot));
        let Some(at) = open.iter().position(inside) else {
            return false;
        };
        let mut values = vec![None; table.slots.len()];
        found.iter().all(|readings| {
            fill(&mut values, &open[at], &readings[at]);
            !holds(relation, &values)
        })
    };
    let relations = table.relations.iter().enumerate();
    relations
        .filter(|(_, relation)| relation.comparison == Comparison::Equal && broken(relation))
        .map(|(at, _)| at)
        .collect()
}

fn equalities(table: &Table) -> impl Iterator<Item = &Relation> {
    let equal = |relation: &&Relation| relation.comparison == Comparison::Equal;
    table.relations.iter().filter(equal)
}

fn has(relation: &Relation, slot: usize) -> bool {
    relation.slots().any(|other| other == slot)
}

/// The ways with a slip in the open row `at`.
fn in_row(
    table: &Table,
    held: &[Option<Held>],
    open: &[Open],
    at: usize,
    found: &mut Vec<Vec<Reading>>,
) -> Option<()> {
    let row = &open[at];
    let others = open.iter().enumerate().filter(|&(other, _)| other != at);
    let others: Vec<&Open> = others.map(|(_, row)| row).collect();
    let search = Search::with(equalities(table), held, others, MOST_WAYS);
    let mut values = known(held);
    for solution in &search.solutions {
        for (row, reading) in search.open.iter().zip(search.readings(solution)) {
            fill(&mut values, row, reading);
        }
        values[row.slots.clone()].fill(None);
        let demands = demands(table, &values, &row.slots);
        for slip in row.slots.clone() {
            let Some(reading) = rest_of_digits(&row.tokens, &demands, slip - row.slots.start)
            else {
                continue;
            };
            fill(&mut values, row, &reading);
            let mut sound = equalities(table).filter(|relation| !has(relation, slip));
            if sound.all(|relation| holds(relation, &values)) {
                let mut readings: Vec<Reading> = search.readings(solution).cloned().collect();
                readings.insert(at, reading);
                add(found, readings);
            }
        }
    }
    (!search.is_exhausted()).then_some(())
}

/// The ways with a slip in a row that is not open.
fn elsewhere(
    table: &Table,
    held: &[Option<Held>],
    open: &[Open],
    found: &mut Vec<Vec<Reading>>,
) -> Option<()> {
    let values = known(held);
    let is_open = |slot: usize| open.iter().any(|row| row.slots.contains(&slot));
    let broken: Vec<&Relation> = equalities(table)
        .filter(|relation| !relation.slots().any(is_open) && !holds(relation, &values))
        .collect();
    for (slip, value) in values.iter().enumerate() {
        let explains = broken.iter().all(|relation| has(relation, slip));
        if is_open(slip) || value.is_none() || !explains {
            continue;
        }
        let sound = equalities(table).filter(|relation| !has(relation, slip));
        let search = Search::with(sound, held, open.iter().collect(), MOST_WAYS);
        for solution in &search.solutions {
            add(found, search.readings(solution).cloned().collect());
        }
        if search.is_exhausted() {
            return None;
        }
    }
    Some(())
}

fn add(found: &mut Vec<Vec<Reading>>, readings: Vec<Reading>) {
    if !found.contains(&readings) {
        found.push(readings);
    }
}

/// What the sums with other rows say of the slots of a row: nothing, or a value, unless they contradict each other.
#[derive(Debug, Clone, PartialEq)]
enum Demand {
    None,
    Digits(String),
    Impossible,
}

fn demands(table: &Table, values: &[Option<Number>], row: &Range<usize>) -> Vec<Demand> {
    let mut demands = vec![Demand::None; row.len()];
    for relation in equalities(table) {
        let mut inside = relation.slots().filter(|slot| row.contains(slot));
        let (Some(slot), None) = (inside.next(), inside.next()) else {
            continue;
        };
        if let Some(value) = left_over(relation, values, slot) {
            let demand = match value.to_u64() {
                Some(digits) if value.is_integer() => Demand::Digits(digits.to_string()),
                _ => Demand::Impossible,
            };
            let known = &mut demands[slot - row.start];
            *known = match *known {
                Demand::None => demand,
                _ if *known == demand => demand,
                _ => Demand::Impossible,
            };
        }
    }
    demands
}

/// What an equality leaves for the one slot of it that has no value.
fn left_over(relation: &Relation, values: &[Option<Number>], slot: usize) -> Option<Number> {
    let of = |other: usize| match other == slot {
        true => Some(Number::ZERO),
        false => values[other],
    };
    let side = |terms: &[Term]| forms::sum(terms, of);
    let (left, right) = (side(&relation.left)?, side(&relation.right)?);
    let on = |terms: &[Term]| terms.iter().find(|term| term.slot == slot).copied();
    let adds_left = match (on(&relation.left), on(&relation.right)) {
        (Some(term), None) => !term.negative,
        (None, Some(term)) => term.negative,
        _ => return None,
    };
    if adds_left {
        right.checked_sub(left)
    } else {
        left.checked_sub(right)
    }
}

/// The row in which every slot but `free` has the digits demanded of it, and `free` what is left of them.
fn rest_of_digits(tokens: &[Token], demands: &[Demand], free: usize) -> Option<Reading> {
    let digits = |demand: &Demand| match demand {
        Demand::Digits(digits) => Some(digits.clone()),
        _ => None,
    };
    let before: Vec<String> = demands[..free].iter().map(digits).collect::<Option<_>>()?;
    let behind = demands[free + 1..].iter().map(digits);
    let behind: Vec<String> = behind.collect::<Option<_>>()?;
    let mut rest = Rest::new(tokens)?;
    let mut values = Vec::with_capacity(demands.len());
    for digits in &before {
        values.push(rest.first(digits)?);
    }
    let mut last = Vec::with_capacity(behind.len());
    for digits in behind.iter().rev() {
        last.push(rest.last(digits)?);
    }
    values.push(rest.all()?);
    values.extend(last.into_iter().rev());
    let (values, tokens) = values.into_iter().unzip();
    Some(Reading { values, tokens })
}

/// A value, and the tokens that it was read from.
type Piece = (Option<i64>, Range<usize>);

/// The digits of some tokens, taken away from both ends; no number goes on from one token into the next.
struct Rest<'a> {
    /// The digits of each token; a mark counts as zero.
    tokens: Vec<&'a str>,
    first: usize,
}

impl<'a> Rest<'a> {
    fn new(tokens: &'a [Token]) -> Option<Self> {
        let negative = tokens.iter().any(|token| token.negative);
        let digits = tokens
            .iter()
            .map(|token| token.digits.as_deref().unwrap_or("0"));
        (!negative).then(|| Self {
            tokens: digits.collect(),
            first: 0,
        })
    }

    fn first(&mut self, digits: &str) -> Option<Piece> {
        let at = self.first;
        let token = self.tokens.get_mut(at)?;
        *token = token.strip_prefix(digits)?;
        self.first += usize::from(token.is_empty());
        Some((digits.parse().ok(), at..at + 1))
    }

    fn last(&mut self, digits: &str) -> Option<Piece> {
        let at = self.tokens.len().checked_sub(1)?;
        let token = &mut self.tokens[at];
        *token = token.strip_suffix(digits)?;
        if token.is_empty() {
            self.tokens.pop();
        }
        Some((digits.parse().ok(), at..at + 1))
    }

    fn all(&self) -> Option<Piece> {
        let [digits] = self.tokens.get(self.first..)? else {
            return None;
        };
        let one = digits.len() == 1 || !digits.starts_with('0');
        let value = digits
            .parse()
            .ok()
            .filter(|_| digits.len() <= MOST_DIGITS && one)?;
        Some((Some(value), self.first..self.first + 1))
    }
}
