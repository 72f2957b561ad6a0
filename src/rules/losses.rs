//! Values that are lost or cannot be read: told once a row, and once a table where many rows are hurt.

use super::catalogue::{F204, F205};
use crate::{
    facts::State,
    recognise::{Held, TableRead},
    rule::{Bilingual, Cause, Check, Evidence, Finding, Rule, Severity},
    text::Number,
};

/// With more rows than this it is the table that is hurt.
const FEW_ROWS: usize = 3;
/// The most cells that a message names.
const SHOWN: usize = 8;
/// The most readings of one cell that a message names.
const READINGS: usize = 6;

/// A cell that is lost or cannot be read.
struct Loss<'a> {
    slot: usize,
    held: &'a Held,
}

/// Each lost or unreadable cell is one application; those of one row share a finding.
pub(super) fn apply(table: &TableRead, checks: &mut Vec<Check>) {
    let cells = table.held.iter().enumerate();
    let all: Vec<Loss<'_>> = cells
        .filter_map(|(slot, held)| held.as_ref().map(|held| Loss { slot, held }))
        .collect();
    let (lost, others): (Vec<Loss<'_>>, Vec<Loss<'_>>) = all.into_iter().partition(Loss::is_lost);
    told(table, &F204, lost, checks);
    let unreadable = others
        .into_iter()
        .filter(|loss| loss.held.state == State::Unreadable);
    told(table, &F205, unreadable.collect(), checks);
}

impl Loss<'_> {
    fn inferred(&self) -> Option<Number> {
        self.held.number.filter(|_| self.held.inferred)
    }

    fn is_lost(&self) -> bool {
        let state = self.held.state;
        state == State::Missing || self.inferred().is_some() && state != State::Number
    }
}

fn told(table: &TableRead, rule: &'static Rule, losses: Vec<Loss<'_>>, checks: &mut Vec<Check>) {
    let row = |loss: &Loss<'_>| table.form.slots[loss.slot].row;
    let mut rows: Vec<Vec<Loss<'_>>> = Vec::new();
    for loss in losses {
        match rows.last_mut() {
            Some(group) if row(&group[0]) == row(&loss) => group.push(loss),
            _ => rows.push(vec![loss]),
        }
    }
    let whole = rows.iter().flatten().count() == table.held.len();
    if rows.len() > FEW_ROWS || whole {
        rows = vec![rows.into_iter().flatten().collect()];
    }
    if rows.is_empty() {
        checks.push(Check::holds(rule, Vec::new()));
    }
    for group in rows {
        let evidence: Vec<Evidence> = group
            .iter()
            .filter_map(|loss| table.evidence(loss.slot))
            .collect();
        let mut finding = Finding::of(rule, Cause::Either, message(table, rule, &group));
        if let [only] = &group[..] {
            finding.expected = only.inferred().map(|value| value.normalize().to_string());
        }
        if rule.code == F205.code && group.iter().all(|loss| loss.held.blurred) {
            (finding.cause, finding.severity) = (Cause::Reading, Severity::Notice);
        }
        let check = Check::violated(rule, evidence, finding);
        let told = Check {
            finding: None,
            ..check.clone()
        };
        checks.push(check);
        checks.extend(group.iter().skip(1).map(|_| told.clone()));
    }
}

fn message(table: &TableRead, rule: &'static Rule, group: &[Loss<'_>]) -> Bilingual {
    let said = |loss: &Loss<'_>| said(table, rule, loss);
    if let [only] = group {
        return said(only);
    }
    let count = group.len();
    if let Some(together) = whole_row(table, group).or_else(|| same_numbers(group)) {
        return together;
    }
    let first: Vec<Bilingual> = group.iter().take(SHOWN).map(said).collect();
    let joined = |text: fn(&Bilingual) -> &String| {
        first
            .iter()
            .map(text)
            .cloned()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let more = if count > SHOWN {
        ("……", " …")
    } else {
        ("", "")
    };
    Bilingual::new(
        format!(
            "有 {count} 格没有读到可靠的数值。{}{}",
            joined(|said| &said.zh),
            more.0
        ),
        format!(
            "{count} cells were not read for certain. {}{}",
            joined(|said| &said.en),
            more.1
        ),
    )
}

/// Cells of one row of which nothing is known.
fn whole_row(table: &TableRead, group: &[Loss<'_>]) -> Option<Bilingual> {
    let row = |loss: &Loss<'_>| table.form.slots[loss.slot].row;
    let first = row(group.first()?);
    let unknown = |loss: &Loss<'_>| loss.inferred().is_none() && loss.held.others.is_empty();
    if !group.iter().all(|loss| row(loss) == first && unknown(loss)) {
        return None;
    }
    let (name, count) = (&table.form.rows[first].printed, group.len());
    Some(Bilingual::new(
        format!("“{name}”一行有 {count} 格没有读到数值。"),
        format!("{count} values of row “{name}” were not read."),
    ))
}

/// Cells each of which may hold any of the same numbers.
fn same_numbers(group: &[Loss<'_>]) -> Option<Bilingual> {
    let others = &group.first()?.held.others;
    if others.len() < 2 || group.iter().any(|loss| loss.held.others != *others) {
        return None;
    }
    let (count, numbers) = (group.len(), shown(others));
    Some(Bilingual::new(
        format!(
            "有 {count} 格的数字无法确定：印有 {}，不能确定各属哪一格。",
            numbers.join("、")
        ),
        format!(
            "The numbers of {count} cells cannot be told: {} are printed, and it is not certain which stands where.",
            numbers.join(", ")
        ),
    ))
}

fn shown(numbers: &[Number]) -> Vec<String> {
    let first = numbers.iter().take(READINGS);
    first.map(ToString::to_string).collect()
}

/// One cell and what is known of it.
fn said(table: &TableRead, rule: &'static Rule, loss: &Loss<'_>) -> Bilingual {
    let label = &table.form.slots[loss.slot].label;
    if rule.code == F204.code {
        return match loss.inferred() {
            Some(value) => Bilingual::new(
                format!(
                    "“{label}”一格没有读到数值；按勾稽关系只能是 {}。",
                    value.normalize()
                ),
                format!(
                    "The value of “{label}” is lost; the sums leave only {}.",
                    value.normalize()
                ),
            ),
            None => Bilingual::new(
                format!("“{label}”一格没有读到数值。"),
                format!("The value of “{label}” is lost."),
            ),
        };
    }
    let others = shown(&loss.held.others);
    if others.is_empty() {
        return Bilingual::new(
            format!("“{label}”一格读不出数字。"),
            format!("No number can be read in “{label}”."),
        );
    }
    Bilingual::new(
        format!(
            "“{label}”一格的数字无法确定：可能是 {}。",
            others.join(" 或 ")
        ),
        format!(
            "The number in “{label}” cannot be told: it may be {}.",
            others.join(" or ")
        ),
    )
}
