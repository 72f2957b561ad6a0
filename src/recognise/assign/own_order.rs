//! Wide tables in lines whose columns stand in another order than the form's.

use crate::{
    forms::{FEW_ROWS, Table},
    recognise::{
        align::Match,
        stream::{Stream, Value},
    },
    text::{Number, label::letters},
};
use std::borrow::Cow;

/// What the head of a table in lines says of the order of its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Order {
    /// The form's, as far as is told.
    Usual,
    /// Another, which the totals of the rows bear out: the columns from left to right.
    Own(Vec<usize>),
    /// Another, it seems.
    Doubtful,
}

impl Order {
    /// By the head, where the totals of the rows bear it out; without one they tell no more than that the usual order is
    /// none.
    pub(super) fn of(stream: &Stream, table: &Table, matches: &[Match]) -> Self {
        if table.rows.len() <= FEW_ROWS || table.columns.len() <= FEW_ROWS {
            return Self::Usual;
        }
        let total = table.columns.len() - 1;
        let whole = || matches.iter().filter(|found| found.values.len() > total);
        let count = |at: usize| whole().filter(|found| is_total(stream, found, at)).count();
        let usual = count(total);
        if usual > whole().count() / 2 {
            return Self::Usual;
        }
        let first = matches.first().map(|found| &found.values);
        let before = first.map_or("", |values| &stream.gaps[values.start].letters);
        let named = named(before, table);
        let own = named.iter().flatten().position(|&column| column == total);
        let other = count(own.unwrap_or(0));
        match named {
            Some(order) if other > usual => Self::Own(order),
            Some(_) if other == usual => Self::Doubtful,
            None if other > 2 * (usual + 1) => Self::Doubtful,
            _ => Self::Usual,
        }
    }
}

/// Whether one value of a row is the sum of the others, and not nothing.
fn is_total(stream: &Stream, found: &Match, at: usize) -> bool {
    let row = &stream.values[found.values.clone()];
    let number = |value: &Value| value.number.unwrap_or_default();
    let sum: Number = row.iter().map(number).sum();
    !sum.is_zero() && number(&row[at]) + number(&row[at]) == sum
}

/// The form's columns in the order in which the letters before a wide table name them, where it is not the usual one: the
/// first not first, or those between it and the last in other places.
fn named(before: &str, table: &Table) -> Option<Vec<usize>> {
    let place = |label: &Cow<'_, str>| before.rfind(&*letters(label));
    let places: Vec<usize> = table.columns.iter().map(place).collect::<Option<_>>()?;
    let (first, rest) = places.split_first()?;
    let (_, between) = rest.split_last()?;
    let usual = rest.iter().all(|place| place > first) && between.is_sorted();
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_unstable_by_key(|&column| places[column]);
    (!usual).then_some(order)
}
