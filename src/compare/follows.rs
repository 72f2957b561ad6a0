//! Quantities that follow from last year's report: what was carried in (Y101), documents in force (Y102), items of the
//! year before (Y106), cumulative figures (Y107).

use super::rules;
use crate::{
    facts::{Fact, Facts, State},
    recognise::Recognised,
    rule::{Bilingual, Check, Compared, Evidence, Finding, Rule, counted},
    text::{Number, number::plain},
};

/// The columns of table three, the one with the most weight first.
const APPLICANTS: [&str; 7] = [
    "total", "natural", "business", "research", "welfare", "legal", "other",
];
/// The rows of 2019 that print the number of items a year ago.
const ITEMS: [&str; 5] = ["licensing", "other_services", "penalty", "coercion", "fees"];
/// What the older form counts as it stands, not what has come in since 2008: staff and places to read.
const STANDING: [&str; 5] = ["1", "1.1", "1.2", "8", "8.1"];

/// One quantity and what it should be.
struct Due<'a> {
    found: &'a Fact,
    /// Last year's quantities that it is made of.
    last: Vec<&'a Fact>,
    /// What this year adds.
    added: Vec<&'a Fact>,
    /// What this year takes away.
    taken: Vec<&'a Fact>,
}

pub(super) fn check(now: &Recognised, last: &Recognised, found: &mut Vec<Compared>) {
    let edition = |report: &Recognised| report.form.map(|form| form.edition);
    let (now, then, same) = (&now.facts, &last.facts, edition(now) == edition(last));
    let carried = APPLICANTS.iter().filter_map(|column| {
        let found = now.get(&format!("t3.carried_in.{column}"))?;
        let carried = then.get(&format!("t3.carried_out.{column}"));
        Some(Due::new(found, carried))
    });
    together(&rules::Y101, carried.collect(), found);
    if !same {
        return;
    }
    for row in ["rules", "normative"] {
        let stock = stock(now, then, row).and_then(|due| due.compared(&rules::Y102));
        found.extend(stock);
    }
    for row in ITEMS {
        let items = items(now, then, row).and_then(|due| due.compared(&rules::Y106));
        found.extend(items);
    }
    let cumulative = now.all().iter().filter_map(|fact| grown(fact, now, then));
    together(&rules::Y107, cumulative.collect(), found);
}

/// What is in force: what was, and what was made and repealed since (edition 2021).
fn stock<'a>(now: &'a Facts, then: &'a Facts, row: &str) -> Option<Due<'a>> {
    let of = |facts: &'a Facts, column: &str| facts.get(&format!("t2.{row}.{column}"));
    let mut due = Due::new(of(now, "valid")?, of(then, "valid"));
    due.added.push(of(now, "made")?);
    due.taken.push(of(now, "repealed")?);
    Some(due)
}

/// The items of the year before: those that its report counts, with what was added (edition 2019).
fn items<'a>(now: &'a Facts, then: &'a Facts, row: &str) -> Option<Due<'a>> {
    let of = |facts: &'a Facts, column: &str| facts.get(&format!("t2.{row}.{column}"));
    let mut due = Due::new(of(now, "prior")?, of(then, "prior"));
    due.last.extend(of(then, "change"));
    Some(due)
}

/// A cumulative figure of the older form: last year's, and this year's number.
fn grown<'a>(fact: &'a Fact, now: &'a Facts, then: &'a Facts) -> Option<Due<'a>> {
    let row = fact.id.strip_suffix(".cumulative")?;
    let number = row.strip_prefix("f2008.")?;
    if STANDING.contains(&number) {
        return None;
    }
    let mut due = Due::new(fact, then.get(&fact.id));
    due.added.push(now.get(&format!("{row}.year"))?);
    Some(due)
}

/// Applies a rule to many quantities of one kind; the first that differs tells of all.
fn together(rule: &'static Rule, due: Vec<Due<'_>>, found: &mut Vec<Compared>) {
    let mut all: Vec<Compared> = due
        .into_iter()
        .filter_map(|due| due.compared(rule))
        .collect();
    let mut wrong = all.iter_mut().filter(|one| one.check.finding.is_some());
    if let Some(first) = wrong.next() {
        let mut others = 0;
        for other in wrong {
            other.check.finding = None;
            first
                .check
                .evidence
                .append(&mut other.check.evidence.clone());
            first.last.append(&mut other.last.clone());
            others += 1;
        }
        if let Some(finding) = first.check.finding.as_mut().filter(|_| others > 0) {
            finding.message.zh += &format!("另有 {others} 格同样不符。");
            finding.message.en += &format!(" Likewise in {}.", counted(others, "more cell"));
        }
    }
    found.append(&mut all);
}

impl<'a> Due<'a> {
    fn new(found: &'a Fact, last: Option<&'a Fact>) -> Self {
        Self {
            found,
            last: last.into_iter().collect(),
            added: Vec::new(),
            taken: Vec::new(),
        }
    }

    /// The rule applied; nothing where no number is printed for any of the quantities.
    fn compared(&self, rule: &'static Rule) -> Option<Compared> {
        let now = || {
            let own = [&self.added, &self.taken].into_iter().flatten();
            [self.found].into_iter().chain(own.copied())
        };
        let is_printed = |fact: &Fact| fact.state == State::Number;
        if !now().chain(self.last.iter().copied()).any(is_printed) {
            return None;
        }
        let evidence: Vec<Evidence> = now().filter_map(Fact::evidence).collect();
        let last = self
            .last
            .iter()
            .filter_map(|fact| fact.evidence())
            .collect();
        let sides = self.found.in_sum().zip(self.sum());
        let wrong = sides.filter(|(found, due)| found != due);
        let finding = wrong.map(|(found, due)| {
            let mut finding = Finding::new(rule.severity, self.message(found, due));
            finding.formula = Some(self.formula(found, due));
            finding.expected = Some(plain(due));
            finding.found = Some(plain(found));
            finding
        });
        let check = match sides {
            None => Check::undecided(rule, evidence),
            Some(_) => Check::of(rule, evidence, finding),
        };
        Some(Compared { check, last })
    }

    /// What the quantity should be, where all that it follows from can be read.
    fn sum(&self) -> Option<Number> {
        if self.last.is_empty() {
            return None;
        }
        let sum = |facts: &[&Fact], from: Number| {
            let mut facts = facts.iter();
            facts.try_fold(from, |sum, fact| sum.checked_add(fact.in_sum()?))
        };
        let taken = sum(&self.taken, Number::ZERO)?;
        sum(&self.added, sum(&self.last, Number::ZERO)?)?.checked_sub(taken)
    }

    /// `100 + 5 − 3 = 102 ≠ 103`; where there is nothing to add up, `34 ≠ 35`.
    fn formula(&self, found: Number, due: Number) -> String {
        let value = |fact: &&Fact| plain(fact.in_sum().unwrap_or_default());
        let first = self.last.iter().chain(&self.added).map(value);
        let mut sum = first.collect::<Vec<_>>().join(" + ");
        for fact in &self.taken {
            sum = format!("{sum} − {}", value(fact));
        }
        match self.last.len() + self.added.len() + self.taken.len() {
            1 => format!("{sum} ≠ {}", plain(found)),
            _ => format!("{sum} = {} ≠ {}", plain(due), plain(found)),
        }
    }

    fn message(&self, found: Number, due: Number) -> Bilingual {
        let (label, found, due) = (&self.found.label, plain(found), plain(due));
        let from = self.last.first().map_or("", |fact| fact.label.as_ref());
        if self.last.len() + self.added.len() + self.taken.len() == 1 {
            return Bilingual::new(
                format!("“{label}”为 {found}，上年报告“{from}”为 {due}，两者应当相同。"),
                format!("“{label}” is {found}, but last year's report has {due} as “{from}”."),
            );
        }
        Bilingual::new(
            format!("“{label}”为 {found}，由上年报告推算应为 {due}。"),
            format!("“{label}” is {found}; from last year's report it should be {due}."),
        )
    }
}
