//! The quantities of one report as its tables print them, each with its place.

use crate::{
    rule::Evidence,
    text::{Number, Span},
};
use std::{
    collections::{HashMap, hash_map::Entry},
    ops::Range,
    sync::Arc,
};

/// What a printed cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A number.
    Number,
    /// Nothing.
    Blank,
    /// A mark that says that there is nothing to state: `/`, `-`, `—`, 无, 不适用.
    NotApplicable,
    /// Something that is no number.
    Unreadable,
    /// The form has the cell, the table as read does not.
    Missing,
}

/// The unit of a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A count; whole and not negative.
    Count,
    /// A signed change of a count.
    Change,
    /// Ten thousand yuan.
    TenThousandYuan,
}

impl Unit {
    /// The unit as the JSON report names it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "件",
            Self::Change => "±件",
            Self::TenThousandYuan => "万元",
        }
    }
}

/// One quantity of a form, as read.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The quantity's stable name, such as `t3.new.total`.
    pub id: Arc<str>,
    /// The printed value; or, where `inferred`, the only one that the form's sums leave.
    pub value: Option<Number>,
    /// What the printed cell holds.
    pub state: State,
    /// What the parts of a total add up to whose cell is blank though they are not: then the blank is no zero.
    pub left_out: Option<Number>,
    /// Whether the value was worked out from sums because the print does not show it plainly.
    pub inferred: bool,
    /// The value's unit.
    pub unit: Unit,
    /// Where it is printed.
    pub span: Option<Span>,
    /// The row and column as the form names them, in Chinese.
    pub label: Arc<str>,
}

impl Fact {
    /// The quantity as evidence; nothing where it does not stand in the report.
    #[must_use]
    pub fn evidence(&self) -> Option<Evidence> {
        Some(Evidence {
            span: self.span?,
            label: Arc::clone(&self.label),
            value: self.in_sum(),
        })
    }

    /// What the quantity counts for in a sum: its value; where the cell is blank or marked as not applicable, 0, or what
    /// its parts add up to; nothing where it is missing or unreadable.
    #[must_use]
    pub fn in_sum(&self) -> Option<Number> {
        match self.state {
            State::Blank | State::NotApplicable => {
                self.value.or(self.left_out).or(Some(Number::ZERO))
            }
            State::Number | State::Missing | State::Unreadable => self.value,
        }
    }
}

/// All quantities of one report, in the order of the forms.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    list: Vec<Fact>,
    index: HashMap<Arc<str>, usize>,
    groups: Vec<Group>,
    lost: Vec<Arc<str>>,
}

/// Quantities of one group of rows that stand one behind the other.
#[derive(Debug, Clone)]
struct Group {
    /// The length of the group's name, with which the names of the cells begin.
    name: usize,
    cells: Range<usize>,
}

impl Group {
    fn is_named(&self, name: &str, list: &[Fact]) -> bool {
        self.name == name.len() && list[self.cells.start].id.starts_with(name)
    }
}

/// The group of rows that a cell's name begins with: `t3.denied` of `t3.denied.secret.total`.
fn group(id: &str) -> &str {
    let row = id.rsplit_once('.').map_or("", |(row, _)| row);
    row.rsplit_once('.').map_or("", |(group, _)| group)
}

impl Facts {
    /// Adds a quantity; a second one of the same name is ignored.
    pub fn add(&mut self, fact: Fact) {
        let at = self.list.len();
        let Entry::Vacant(place) = self.index.entry(Arc::clone(&fact.id)) else {
            return;
        };
        place.insert(at);
        let name = group(&fact.id);
        match self.groups.last_mut() {
            Some(last) if last.is_named(name, &self.list) => last.cells.end = at + 1,
            _ => self.groups.push(Group {
                name: name.len(),
                cells: at..at + 1,
            }),
        }
        self.list.push(fact);
    }

    /// The cells of a group of rows, in one column: of `t3.denied` in `total` all of `t3.denied.*.total`.
    pub fn column(&self, rows: &str, column: &str) -> impl Iterator<Item = &Fact> {
        let groups = self.groups.iter();
        let named = groups.filter(move |group| group.is_named(rows, &self.list));
        let cells = named.flat_map(|group| &self.list[group.cells.clone()]);
        let behind = move |id: &str| {
            id.strip_suffix(column)
                .is_some_and(|rest| rest.ends_with('.'))
        };
        cells.filter(move |fact| behind(&fact.id))
    }

    /// Notes a quantity that the form has and that was not found.
    pub fn lose(&mut self, id: Arc<str>) {
        self.lost.push(id);
    }

    /// The names of the quantities that were not found.
    #[must_use]
    pub fn lost(&self) -> &[Arc<str>] {
        &self.lost
    }

    /// The quantity of that name.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Fact> {
        self.index.get(id).map(|&at| &self.list[at])
    }

    /// What the quantity of that name counts for in a sum.
    #[must_use]
    pub fn in_sum(&self, id: &str) -> Option<Number> {
        self.get(id)?.in_sum()
    }

    /// All quantities, in the order of the forms.
    #[must_use]
    pub fn all(&self) -> &[Fact] {
        &self.list
    }

    /// Whether nothing was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}
