//! The tables of an edition as they were read.

pub(super) mod hollow;

use super::{
    align::{self, Match},
    assign::{self, apart, blank_rows},
    decide::infer,
    held::Held,
    stream::{Stream, chunk::Chunk},
};
use crate::{
    document::Document,
    facts::{Fact, Facts, State, Unit},
    forms::{self, Comparison, FEW_ROWS, Form, Relation, Table, Term},
    rule::Evidence,
    text::{
        Folded, Number, Span,
        character::{fold, is_letter},
        words::any,
    },
};
use std::{borrow::Cow, sync::Arc};

/// How a table arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Every row of the form was found.
    Read,
    /// Some rows were found.
    Incomplete,
    /// A picture stands in its place.
    Picture,
    /// Nothing of it was found.
    Missing,
}

/// A table as read.
#[derive(Debug, Clone)]
pub struct TableRead {
    /// The form's table.
    pub form: Cow<'static, Table>,
    /// How it arrived.
    pub status: Status,
    /// For each slot what it holds; nothing where its row was not found.
    pub held: Vec<Option<Held>>,
    /// The stretch of text that it covers.
    pub region: Option<Span>,
    /// The place of the picture that stands for it.
    pub picture: Option<Span>,
    /// The sums that hold in no way of reading cells that are undecided, by their number in the form.
    pub refuted: Vec<usize>,
    /// Whether the text says that cases are pending.
    pub pending: bool,
}

/// Reads all tables of a form.
pub(super) fn read(
    document: &Document,
    stream: &Stream,
    chunks: &[Chunk<'_>],
    form: &'static Form,
) -> Vec<TableRead> {
    let matched = form.tables.iter();
    let mut matched: Vec<Vec<Match>> = matched
        .map(|table| align::align(stream, chunks, table))
        .collect();
    for at in 1..matched.len() {
        let (before, rest) = matched.split_at_mut(at);
        if rest[0].is_empty() {
            let before = (&form.tables[at - 1], before[at - 1].as_mut_slice());
            rest[0].extend(align::bare(stream, before, &form.tables[at]));
        }
    }
    for (table, matches) in form.tables.iter().zip(&mut matched) {
        apart::take_back(stream, table, matches);
    }
    { form.tables.iter().zip(&matched) }
        .map(|(table, matches)| read_table(document, stream, table, matches))
        .collect()
}

fn read_table(
    document: &Document,
    stream: &Stream,
    form: &'static Table,
    matches: &[Match],
) -> TableRead {
    let (held, refuted) = assign::assign(document, stream, form, matches);
    let mut table = TableRead {
        form: Cow::Borrowed(form),
        status: Status::Missing,
        held,
        region: region(document, stream, form, matches),
        picture: None,
        refuted,
        pending: false,
    };
    drop_unfounded(&mut table, matches);
    blank_rows::mark(stream, form, matches, &mut table.held);
    infer::infer(&mut table);
    table.status = match table.held.iter().filter(|slot| slot.is_none()).count() {
        0 => Status::Read,
        lost if lost == table.held.len() => Status::Missing,
        _ => Status::Incomplete,
    };
    table
}

/// Takes back what was laid down by position alone where the sums do not bear it out.
fn drop_unfounded(table: &mut TableRead, matches: &[Match]) {
    let form = Cow::clone(&table.form);
    let bare = matches.iter().filter(|found| !found.labelled).count();
    let whole = matches.len() == 1 && table.held.iter().all(Option::is_some);
    let unlabelled = form.rows.len() > FEW_ROWS && bare == matches.len() && !whole;
    if !unlabelled && (bare <= FEW_ROWS || 2 * bare <= matches.len()) {
        return;
    }
    let (all, hold) = across(table);
    if 2 * hold <= all || all == 0 {
        for found in matches.iter().filter(|found| !found.labelled) {
            let slots =
                form.rows[found.rows.start].slots.start..form.rows[found.rows.end - 1].slots.end;
            table.held[slots].fill(None);
        }
    }
}

/// How many equalities between rows are known and say more than that nothing is nothing, and how many of them hold.
fn across(table: &TableRead) -> (usize, usize) {
    let row = |slot: usize| table.form.slots[slot].row;
    let crosses = |relation: &&Relation| {
        relation.comparison == Comparison::Equal
            && relation
                .slots()
                .any(|slot| row(slot) != row(relation.left[0].slot))
    };
    let relations = table.form.relations.iter().filter(crosses);
    let sides = relations
        .filter_map(|relation| table.sum(&relation.left).zip(table.sum(&relation.right)))
        .filter(|(left, right)| !left.is_zero() || !right.is_zero());
    sides.fold((0, 0), |(all, hold), (left, right)| {
        (all + 1, hold + usize::from(left == right))
    })
}

/// The number of slots that were found, blank ones included.
pub(super) fn held(tables: &[TableRead]) -> usize {
    tables
        .iter()
        .flat_map(|table| &table.held)
        .flatten()
        .count()
}

/// The number of slots that hold a number.
pub(super) fn filled(tables: &[TableRead]) -> usize {
    tables
        .iter()
        .flat_map(|table| &table.held)
        .flatten()
        .filter(|held| held.number.is_some())
        .count()
}

/// From the first row's label to the last value.
fn region(document: &Document, stream: &Stream, form: &Table, matches: &[Match]) -> Option<Span> {
    let (first, last) = matches.first().zip(matches.last())?;
    let gap = &stream.gaps[first.values.start];
    let value = stream.values[first.values.start].span;
    let label = form.rows[first.rows.start]
        .labels
        .iter()
        .find(|label| gap.letters.ends_with(label.as_str()));
    let start = match label {
        Some(label) => letters_back(document.text(), gap.end, label.chars().count()),
        None => value.start,
    };
    let end = stream.values[last.values.end - 1].span.end;
    Some(Span::new(start.min(value.start), end))
}

/// The start of the `count`th letter before byte `end`.
fn letters_back(text: &str, end: usize, count: usize) -> usize {
    let letters = text[..end]
        .char_indices()
        .rev()
        .filter(|(_, c)| is_letter(fold(*c)));
    letters.take(count).last().map_or(end, |(at, _)| at)
}

/// All quantities of all tables.
pub(super) fn facts(tables: &[TableRead]) -> Facts {
    let mut facts = Facts::default();
    for table in tables {
        for (at, slot) in table.form.slots.iter().enumerate() {
            if let Some(held) = &table.held[at] {
                let value = held
                    .number
                    .and_then(|number| in_unit(number, slot.unit, held.yuan));
                facts.add(Fact {
                    id: slot.id.clone(),
                    value,
                    state: held.state,
                    left_out: table.left_out(at),
                    inferred: held.inferred,
                    unit: slot.unit,
                    span: held.span,
                    label: slot.label.clone(),
                });
            } else {
                facts.lose(slot.id.clone());
            }
        }
    }
    facts
}

/// A printed number in the unit of its slot: `251000元` is 25.1 万元.
fn in_unit(number: Number, unit: Unit, yuan: Option<u32>) -> Option<Number> {
    let Some(yuan) = yuan.filter(|_| unit == Unit::TenThousandYuan) else {
        return Some(number);
    };
    let scaled = number
        .checked_mul(Number::from(yuan))?
        .checked_div(Number::from(10_000))?;
    Some(scaled.normalize())
}

/// How a text says that a review or lawsuit has no result yet.
const PENDING: [&str; 10] = [
    "未审结",
    "未结",
    "未办结",
    "审理中",
    "正在审理",
    "正在办理",
    "待审",
    "尚在",
    "未作出",
    "未判决",
];

/// Notes for each table whether the prose speaks of pending cases.
pub(super) fn note_pending(tables: &mut [TableRead], prose: &[Arc<Folded>]) {
    let mut relations = tables.iter().flat_map(|table| &table.form.relations);
    let pending = relations.any(|relation| relation.pending)
        && prose.iter().any(|folded| any(folded.text(), &PENDING));
    tables.iter_mut().for_each(|table| table.pending = pending);
}

impl TableRead {
    /// Whether the parts of a relation fall short as they may: the text says that cases are pending.
    #[must_use]
    pub fn excuses(&self, relation: &Relation) -> bool {
        let sides = || self.sum(&relation.left).zip(self.sum(&relation.right));
        relation.pending && self.pending && sides().is_some_and(|(whole, parts)| parts < whole)
    }

    /// Takes everything back that was read, as what stands there is another table.
    pub(super) fn forget(&mut self) {
        self.held.fill(None);
        self.refuted.clear();
        (self.status, self.region) = (Status::Missing, None);
    }

    /// Whether most of its cells may hold one of several values, as where the print has columns that the form lacks.
    pub(super) fn is_unsure(&self) -> bool {
        let several = |held: &&Held| held.state == State::Unreadable && held.others.len() > 1;
        2 * self.held.iter().flatten().filter(several).count() > self.held.len()
    }

    /// Whether of what was found of it hardly half is known, as where labels and values stand in disorder.
    #[must_use]
    pub fn is_scrambled(&self) -> bool {
        let unknown = self.count(State::Unreadable) + self.count(State::Missing);
        2 * unknown > self.held.iter().flatten().count()
    }

    /// The slots of the rows that were not found, by row.
    pub fn lost_rows(&self) -> impl Iterator<Item = &str> {
        let lost = |slots: &std::ops::Range<usize>| {
            !slots.is_empty() && self.held[slots.clone()].iter().all(Option::is_none)
        };
        self.form
            .rows
            .iter()
            .filter(move |row| lost(&row.slots))
            .map(|row| &*row.printed)
    }

    /// The number of slots in a state.
    #[must_use]
    pub fn count(&self, state: State) -> usize {
        self.held
            .iter()
            .flatten()
            .filter(|held| held.state == state)
            .count()
    }
}

impl TableRead {
    /// What the form's sums give for a slot that is the total of one that does not hold.
    #[must_use]
    pub fn recomputed(&self, slot: usize) -> Option<Number> {
        let printed = self.held[slot].as_ref()?.number?;
        self.totals(slot).find(|&sum| sum != printed)
    }

    /// What the parts of a blank total add up to, where that is not nothing.
    fn left_out(&self, slot: usize) -> Option<Number> {
        let blank = self.held[slot].as_ref().is_some_and(Held::is_empty);
        let sums = blank.then(|| self.totals(slot));
        sums.into_iter().flatten().find(|sum| !sum.is_zero())
    }

    /// What the parts add up to of which the form says that a slot is the total.
    fn totals(&self, slot: usize) -> impl Iterator<Item = Number> {
        let relations = self.form.relations.iter();
        relations
            .filter(move |relation| {
                relation.comparison == Comparison::Equal
                    && relation.left.len() == 1
                    && relation.left[0].slot == slot
            })
            .filter_map(|relation| self.sum(&relation.right))
    }

    /// A slot as evidence, where it is printed.
    #[must_use]
    pub fn evidence(&self, slot: usize) -> Option<Evidence> {
        let held = self.held[slot].as_ref()?;
        Some(Evidence {
            span: held.span?,
            label: self.form.slots[slot].label.clone(),
            value: held.number,
        })
    }

    /// What a slot counts for in a sum: blanks and marks count as zero; nothing where the value is not known.
    #[must_use]
    pub fn in_sum(&self, slot: usize) -> Option<Number> {
        self.held[slot].as_ref()?.in_sum()
    }

    /// The sum of some slots, where all are known.
    #[must_use]
    pub fn sum(&self, terms: &[Term]) -> Option<Number> {
        forms::sum(terms, |slot| self.in_sum(slot))
    }
}
