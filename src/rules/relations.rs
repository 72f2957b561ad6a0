//! The T rules: what the values of one table must satisfy, row by row of the form's data.

use super::{catalogue, wording};
use crate::{
    forms::{Comparison, Relation},
    recognise::{Held, Status, TableRead},
    rule::{Cause, Check, Evidence, Finding, Rule, Severity, Verdict},
    text::{Number, order::Order},
};

/// Applies every relation of the table's form.
pub(super) fn apply(table: &TableRead, checks: &mut Vec<Check>) {
    if matches!(table.status, Status::Missing | Status::Picture) {
        return;
    }
    for (at, relation) in table.form.relations.iter().enumerate() {
        let Some(rule) = rule(relation) else { continue };
        let mut check = check(table, relation, rule);
        if let Some(check) = &mut check
            && check.verdict == Verdict::Undecided
            && table.refuted.contains(&at)
        {
            refute(table, relation, check);
        }
        checks.extend(check);
    }
}

fn rule(relation: &Relation) -> Option<&'static Rule> {
    catalogue::RULES
        .iter()
        .find(|rule| rule.code == relation.rule)
        .copied()
}

/// One relation applied; nothing where none of its cells is filled in. Where a cell was not found, it is undecided.
fn check(table: &TableRead, relation: &Relation, rule: &'static Rule) -> Option<Check> {
    let cells: Vec<Option<&Held>> = relation
        .slots()
        .map(|slot| table.held[slot].as_ref())
        .collect();
    let empty = |held: &&Option<&Held>| held.is_some_and(Held::is_empty);
    let blanks = cells.iter().filter(empty).count();
    let demands_all = relation.comparison != Comparison::Equal;
    if blanks == cells.len() || demands_all && blanks > 0 {
        return None;
    }
    let evidence = evidence(table, relation);
    let sides = table.sum(&relation.left).zip(table.sum(&relation.right));
    Some(match sides {
        Some((left, right)) if !table.excuses(relation) => {
            let broken = !holds(relation.comparison, left, right);
            let finding = broken.then(|| finding(table, relation, rule, left, right));
            Check::of(rule, evidence, finding)
        }
        _ => Check::undecided(rule, evidence),
    })
}

/// Makes of an undecided relation a broken one, which fails however the glued digits of its row are parted.
fn refute(table: &TableRead, relation: &Relation, check: &mut Check) {
    let row = &table.form.rows[table.form.slots[relation.left[0].slot].row].printed;
    check.verdict = Verdict::Violated;
    // All cells of the row stand in one run of digits.
    check.evidence.truncate(1);
    for evidence in &mut check.evidence {
        evidence.label = row.as_ref().into();
    }
    check.finding = Some(Finding {
        cause: Cause::Either,
        ..Finding::new(check.rule.severity, wording::refuted(row))
    });
}

fn holds(comparison: Comparison, left: Number, right: Number) -> bool {
    match comparison {
        Comparison::Equal => left == right,
        Comparison::AtMost => left <= right,
        Comparison::AtLeast => left >= right,
    }
}

/// The cells of a relation that are printed: the left side first, cells of zero last.
fn evidence(table: &TableRead, relation: &Relation) -> Vec<Evidence> {
    let mut found: Vec<Evidence> = relation
        .slots()
        .filter_map(|slot| table.evidence(slot))
        .collect();
    found.order_by_key(|evidence| evidence.value.is_none_or(|value| value.is_zero()));
    found
}

fn finding(
    table: &TableRead,
    relation: &Relation,
    rule: &'static Rule,
    left: Number,
    right: Number,
) -> Finding {
    let inferred = relation
        .slots()
        .any(|slot| table.held[slot].as_ref().is_some_and(|held| held.inferred));
    let (one, other) = (
        wording::side(table, &relation.left),
        wording::side(table, &relation.right),
    );
    let formula = wording::formula(relation.comparison, (&one, left), (&other, right));
    Finding {
        severity: if relation.soft {
            Severity::Warning
        } else {
            rule.severity
        },
        cause: if inferred {
            Cause::Either
        } else {
            Cause::Report
        },
        message: wording::message(table, relation, left, right),
        formula: Some(formula),
        terms: None,
        expected: Some(expected(relation, left, right).normalize().to_string()),
        found: Some(left.normalize().to_string()),
        repairs: Vec::new(),
    }
}

/// What the left side should be, going by the right side.
fn expected(relation: &Relation, left: Number, right: Number) -> Number {
    if relation.comparison == Comparison::Equal {
        right
    } else {
        left.max(right)
    }
}
