//! The figures of the bodies added up, one by one.

use super::{
    Added, Many, Shares,
    members::{Member, Members},
    words,
};
use crate::{
    compare::rules,
    facts::{Fact, State, Unit},
    forms::Table,
    recognise::{Recognised, TableRead},
    rule::{Bilingual, Check, Finding},
    text::{
        Number,
        number::{half_up, plain},
    },
};
use std::{borrow::Cow, sync::Arc};

/// Quantities that say what a report is about.
const CHIEF: [&str; 10] = [
    "t2.normative.valid",
    "t3.new.total",
    "t3.carried_in.total",
    "t3.total.total",
    "t3.carried_out.total",
    "t4.review.total",
    "t4.direct.total",
    "f2014.1.1",
    "f2014.3.1",
    "f2014.3.2",
];

/// How many other figures are told where those are 0.
const FEW: usize = 4;

/// A figure that could be compared.
#[derive(Debug)]
pub(super) struct Sum<'a> {
    /// Its place in `Many::checks`.
    pub(super) check: usize,
    pub(super) table: &'a Table,
    pub(super) slot: usize,
    pub(super) fact: &'a Fact,
    /// What the whole has more than its bodies; nothing where they agree.
    pub(super) difference: Number,
}

/// The figures of the official tables that the whole prints, each with the number of its slot.
fn figures(whole: &Recognised) -> impl Iterator<Item = (&Table, usize, &Fact)> {
    let official = |table: &&TableRead| matches!(table.form, Cow::Borrowed(_));
    let tables = whole.tables.iter().filter(official);
    tables.flat_map(|read| {
        let slots = read.form.slots.iter().enumerate();
        slots.filter_map(|(at, slot)| Some((&*read.form, at, whole.facts.get(&slot.id)?)))
    })
}

/// Adds up every figure, and tells those that could be compared.
pub(super) fn add<'a>(
    whole: &'a Recognised,
    members: &Members<'_>,
    many: &mut Many,
) -> Vec<Sum<'a>> {
    let mut sums = Vec::new();
    let nobody = members.added.is_empty() && !members.blocked && members.missing.is_empty();
    let known = !members.blocked && members.missing.is_empty();
    let mut unread = Unread::new(members);
    for (table, slot, fact) in figures(whole).filter(|_| !nobody) {
        let each = members.added.iter().map(|one| value(one, fact));
        let values: Vec<Option<Number>> = each.collect();
        if !is_printed(fact) && { values.iter() }.all(|value| value.is_some_and(|it| it.is_zero()))
        {
            continue;
        }
        unread.note(fact, &values);
        let compared = known.then(|| compared(fact, &values)).flatten();
        many.checks.push(added(fact, members, &values, compared));
        sums.extend(compared.map(|(_, difference)| Sum {
            check: many.checks.len() - 1,
            table,
            slot,
            fact,
            difference,
        }));
    }
    many.notes.extend(unread.notes(members));
    sums
}

/// The cells that could not be added up because they were not read.
struct Unread {
    /// For each body.
    bodies: Vec<Vec<Arc<str>>>,
    whole: Vec<Arc<str>>,
}

impl Unread {
    fn new(members: &Members<'_>) -> Self {
        Self {
            bodies: vec![Vec::new(); members.added.len()],
            whole: Vec::new(),
        }
    }

    fn note(&mut self, fact: &Fact, values: &[Option<Number>]) {
        let bodies = self.bodies.iter_mut().zip(values);
        let unread = bodies.filter(|(_, value)| value.is_none());
        unread.for_each(|(cells, _)| cells.push(Arc::clone(&fact.label)));
        if fact.in_sum().is_none() {
            self.whole.push(Arc::clone(&fact.label));
        }
    }

    fn notes(&self, members: &Members<'_>) -> impl Iterator<Item = Bilingual> {
        let names = members.added.iter().map(|member| Some(&*member.name));
        let cells = self.bodies.iter().chain([&self.whole]);
        { names.chain([None]).zip(cells) }
            .filter(|(_, cells)| !cells.is_empty())
            .map(|(name, cells)| words::unread_cells(name, cells))
    }
}

fn is_printed(fact: &Fact) -> bool {
    fact.state == State::Number
}

fn value(member: &Member<'_>, fact: &Fact) -> Option<Number> {
    member.facts.in_sum(&fact.id)
}

/// The sum, and what the whole has more; 0 where that is only how amounts of money are rounded. Nothing where a figure is
/// not known, or rounding might be the reason.
fn compared(fact: &Fact, values: &[Option<Number>]) -> Option<(Number, Number)> {
    let (own, sum) = (fact.in_sum()?, total(values)?);
    let difference = own.checked_sub(sum)?;
    if difference.is_zero() || fact.unit != Unit::TenThousandYuan {
        return Some((sum, difference));
    }
    if half_up(sum, own.scale()) == own {
        return Some((sum, Number::ZERO));
    }
    let half = |value: Number| Number::new(5, value.scale().min(27) + 1);
    let terms = values.iter().flatten().filter(|value| !value.is_zero());
    let slack = terms.fold(half(own), |slack, &value| slack + half(value));
    (difference.abs() > slack).then_some((sum, difference))
}

fn total(values: &[Option<Number>]) -> Option<Number> {
    let mut values = values.iter();
    values.try_fold(Number::ZERO, |sum, value| sum.checked_add((*value)?))
}

fn added(
    fact: &Fact,
    members: &Members<'_>,
    values: &[Option<Number>],
    compared: Option<(Number, Number)>,
) -> Added {
    let wrong = compared.filter(|(_, difference)| !difference.is_zero());
    let figures = members.added.iter().zip(values);
    let figures: Shares = figures
        .filter_map(|(member, value)| {
            Some((
                Arc::clone(&member.name),
                (*value).filter(|value| !value.is_zero())?,
            ))
        })
        .filter(|_| wrong.is_some())
        .collect();
    let finding = wrong.map(|(sum, difference)| {
        let found = sum + difference;
        let message = words::differs(fact, [found, sum, difference], values.len());
        let mut finding = Finding::new(rules::R101.severity, message);
        finding.formula = Some(formula(&figures, sum, found));
        finding.expected = Some(plain(sum));
        finding.found = Some(plain(found));
        finding
    });
    let evidence = fact.evidence().into_iter().collect();
    let check = match compared {
        None => Check::undecided(&rules::R101, evidence),
        Some(_) => Check::of(&rules::R101, evidence, finding),
    };
    Added { check, figures }
}

/// `甲局 40 + 乙镇 50 = 90 ≠ 100`.
fn formula(figures: &[(Arc<str>, Number)], sum: Number, found: Number) -> String {
    let term = |(name, value): &(Arc<str>, Number)| format!("{name} {}", plain(*value));
    let terms: Vec<String> = figures.iter().map(term).collect();
    match terms.len() {
        0 => format!("0 ≠ {}", plain(found)),
        _ => format!("{} = {} ≠ {}", terms.join(" + "), plain(sum), plain(found)),
    }
}

/// What the one report that is missing would say.
#[derive(Debug)]
pub(super) struct Rest {
    /// Its chief figures, without those of 0; where all of them are 0, the first of the others.
    pub(super) figures: Shares,
    /// Whether nothing is left for it.
    pub(super) nothing: bool,
    /// How many figures of the others exceed the whole already, and the first of them.
    pub(super) exceeding: Option<(usize, Arc<str>)>,
}

/// What is left of the whole for the one report that is missing.
pub(super) fn rest(whole: &Recognised, members: &Members<'_>) -> Option<Rest> {
    if members.blocked || members.missing.len() != 1 || members.added.is_empty() {
        return None;
    }
    let (mut chief, mut others) = (Shares::new(), Shares::new());
    let (mut nothing, mut exceeding) = (true, None);
    for (_, _, fact) in figures(whole) {
        let values: Vec<Option<Number>> =
            members.added.iter().map(|one| value(one, fact)).collect();
        let Some((_, rest)) = compared(fact, &values) else {
            continue;
        };
        if rest.is_zero() {
            continue;
        }
        nothing = false;
        if rest.is_sign_negative() && fact.unit != Unit::Change {
            let (count, _) = exceeding.get_or_insert_with(|| (0, Arc::clone(&fact.label)));
            *count += 1;
        } else if CHIEF.contains(&&*fact.id) {
            chief.push((Arc::clone(&fact.label), rest));
        } else if others.len() < FEW {
            others.push((Arc::clone(&fact.label), rest));
        }
    }
    Some(Rest {
        figures: if chief.is_empty() { others } else { chief },
        nothing,
        exceeding,
    })
}
