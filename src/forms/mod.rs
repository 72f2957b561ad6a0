//! The official forms as data: one `.form` file an edition, read once.
//!
//! A form is an ordered set of labels and value slots with the relations that its values must satisfy.
//! A new edition is a new file; no rule and no reader knows a row by name.

mod parse;

use crate::{facts::Unit, text::Number};
use std::{
    borrow::Cow,
    ops::Range,
    sync::{Arc, OnceLock},
};

/// From the forms of this year on, all reports have the same tables.
pub const UNIFORM_FROM: u16 = 2019;
/// Whether this build reads the tables of the forms before, and what is said of them.
pub const READS_OLDER: bool = cfg!(feature = "older");

/// One edition of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The edition's name: the first year it was used for.
    pub edition: &'static str,
    /// The first year it is for.
    pub from: u16,
    /// The last year it is for; open where it is still in use.
    pub to: Option<u16>,
    /// The number of the notice that introduced it, as reports cite it.
    pub notice: Option<&'static str>,
    /// Labels that no other edition has, as letters.
    pub signs: Vec<String>,
    /// Its tables, in the order of the form.
    pub tables: Vec<Table>,
}

/// A table of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The table's name in quantities: `t3`.
    pub id: &'static str,
    /// Its title.
    pub title: Cow<'static, str>,
    /// Its rows in reading order, those without values included.
    pub rows: Vec<Row>,
    /// Its value slots in reading order.
    pub slots: Vec<Slot>,
    /// The distinct column labels, in order.
    pub columns: Vec<Cow<'static, str>>,
    /// What its values must satisfy.
    pub relations: Vec<Relation>,
}

/// A table of so few rows may have all their labels in its head, before the first value.
pub const FEW_ROWS: usize = 3;

impl Table {
    /// Whether it is a list: many rows of one value each, so that any number would fit any row.
    #[must_use]
    pub fn is_list(&self) -> bool {
        self.rows.len() > FEW_ROWS && self.rows.iter().all(|row| row.slots.len() <= 1)
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The row's name in quantities; empty for a label without values.
    pub key: Cow<'static, str>,
    /// The label as the form prints it.
    pub printed: Cow<'static, str>,
    /// The label and its accepted variants as letters, the fullest first.
    pub labels: Vec<String>,
    /// How deep the row is indented, from 0.
    pub level: u8,
    /// The row's slots.
    pub slots: Range<usize>,
}

/// A place for one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The quantity's name: `t3.new.total`.
    pub id: Arc<str>,
    /// The row it stands in.
    pub row: usize,
    /// Its column, as an index of [`Table::columns`].
    pub column: usize,
    /// The label of row and column, for people.
    pub label: Arc<str>,
    /// The unit of its value.
    pub unit: Unit,
}

/// How the two sides of a relation compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// Both sides are equal.
    Equal,
    /// The left side is at most the right side.
    AtMost,
    /// The left side is at least the right side.
    AtLeast,
}

/// A relation between slots of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The code of the rule that it is an application of.
    pub rule: &'static str,
    /// How the sides compare.
    pub comparison: Comparison,
    /// Whether a report may break it for a good reason, so that a person must look.
    pub soft: bool,
    /// Whether the right side may fall short where cases are pending.
    pub pending: bool,
    /// The left side.
    pub left: Vec<Term>,
    /// The right side; empty for zero.
    pub right: Vec<Term>,
}

impl Relation {
    /// All slots of the relation, the left side first.
    pub fn slots(&self) -> impl Iterator<Item = usize> + '_ {
        self.left.iter().chain(&self.right).map(|term| term.slot)
    }
}

/// A summand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Whether it is subtracted.
    pub negative: bool,
    /// The slot.
    pub slot: usize,
}

/// The sum of some slots, where all have a value.
pub fn sum(terms: &[Term], value: impl Fn(usize) -> Option<Number>) -> Option<Number> {
    total(terms, &value)
}

/// Compiled once, whoever knows the values.
fn total(terms: &[Term], value: &dyn Fn(usize) -> Option<Number>) -> Option<Number> {
    terms.iter().try_fold(Number::ZERO, |sum, term| {
        let value = value(term.slot)?;
        if term.negative {
            sum.checked_sub(value)
        } else {
            sum.checked_add(value)
        }
    })
}

/// The files beside this one, without their remarks.
const SOURCES: [&str; 4] = [
    include_str!(concat!(env!("OUT_DIR"), "/edition_2021.form")),
    include_str!(concat!(env!("OUT_DIR"), "/edition_2019.form")),
    include_str!(concat!(env!("OUT_DIR"), "/national_2014.form")),
    include_str!(concat!(env!("OUT_DIR"), "/jilin_2008.form")),
];

/// All editions, the newest first.
///
/// # Panics
/// If a form file is malformed; a test reads them all.
pub fn all() -> &'static [Form] {
    static FORMS: OnceLock<Vec<Form>> = OnceLock::new();
    FORMS.get_or_init(|| {
        SOURCES
            .iter()
            .map(|source| parse::form(source).unwrap_or_else(|error| panic!("{error}")))
            .collect()
    })
}

/// The edition of that name.
#[must_use]
pub fn edition(name: &str) -> Option<&'static Form> {
    all().iter().find(|form| form.edition == name)
}

/// The edition that reports of that year have to use.
#[must_use]
pub fn for_year(year: u16) -> Option<&'static Form> {
    all()
        .iter()
        .find(|form| form.from <= year && form.to.is_none_or(|to| year <= to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(edition_name: &str, id: &str) -> &'static Table {
        edition(edition_name)
            .unwrap()
            .tables
            .iter()
            .find(|table| table.id == id)
            .unwrap()
    }

    #[test]
    fn forms_have_the_printed_number_of_cells() {
        assert_eq!(table("2021", "t2").slots.len(), 10);
        assert_eq!(table("2021", "t3").slots.len(), 25 * 7);
        assert_eq!(table("2021", "t4").slots.len(), 15);
        assert_eq!(table("2019", "t2").slots.len(), 22);
        assert_eq!(table("2019", "t3").slots.len(), 23 * 7);
    }

    #[test]
    fn forms_have_their_sums() {
        let count = |edition, id, rule| {
            table(edition, id)
                .relations
                .iter()
                .filter(|relation| relation.rule == rule)
                .count()
        };
        assert_eq!(count("2021", "t3", "T303"), 25);
        assert_eq!(count("2021", "t3", "T302"), 7);
        assert_eq!(count("2021", "t3", "T301"), 7);
        assert_eq!(count("2021", "t4", "T401"), 3);
        assert_eq!(count("2019", "t3", "T303"), 23);
    }

    #[test]
    fn each_year_has_one_form() {
        for year in 2008..2030 {
            assert!(for_year(year).is_some(), "{year}");
        }
    }
}
