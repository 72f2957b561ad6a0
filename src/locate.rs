//! What is wrong, explained from the least number of cells.
//!
//! Printed values are never changed: what is found here is a suggestion that stands beside them.

use crate::{
    forms::{Comparison, Relation},
    recognise::{Recognised, TableRead},
    rule::{Bilingual, Check, Evidence, Finding, Repair, Verdict},
    text::Number,
};

/// The most suggestions for one finding.
const MOST: usize = 3;

/// Adds to the findings about sums the single cells whose change would restore all broken sums that they are part of
/// without breaking one that holds.
pub fn explain(recognised: &Recognised, checks: &mut [Check]) {
    for table in &recognised.tables {
        let repairs = repairs(table);
        for check in checks
            .iter_mut()
            .filter(|check| check.verdict == Verdict::Violated)
        {
            let Some(finding) = &mut check.finding else {
                continue;
            };
            if table
                .form
                .relations
                .iter()
                .all(|relation| relation.rule != check.rule.code)
            {
                continue;
            }
            let involved = |repair: &&Repair| check.evidence.contains(&repair.evidence);
            let mut fitting: Vec<Repair> = repairs.iter().filter(involved).cloned().collect();
            let most = fitting
                .iter()
                .map(|repair| repair.restores)
                .max()
                .unwrap_or(0);
            fitting.retain(|repair| repair.restores == most);
            if most == 1 {
                fitting.retain(|repair| is_total(finding, repair));
            }
            if fitting.len() <= MOST {
                finding.repairs = fitting;
            }
        }
    }
}

/// Whether a suggestion mends the total of a sum. Where a single sum is broken, any of its parts might be wrong by as
/// much, and naming one would be a guess.
fn is_total(finding: &Finding, repair: &Repair) -> bool {
    let shown = |number: Number| Some(number.normalize().to_string());
    finding.expected == shown(repair.value)
        && finding.found == repair.evidence.value.and_then(shown)
}

/// All single cells that restore what they break.
fn repairs(table: &TableRead) -> Vec<Repair> {
    let equalities = || {
        table
            .form
            .relations
            .iter()
            .filter(|relation| relation.comparison == Comparison::Equal)
    };
    let broken =
        |relation: &&Relation| difference(table, relation).is_some_and(|gap| !gap.is_zero());
    if !equalities().any(|relation| broken(&relation)) {
        return Vec::new();
    }
    let mut found: Vec<Repair> = (0..table.form.slots.len())
        .filter_map(|slot| repair(table, slot))
        .collect();
    found.sort_by_key(|repair| std::cmp::Reverse(repair.restores));
    found
}

/// Left side less right side.
fn difference(table: &TableRead, relation: &Relation) -> Option<Number> {
    table
        .sum(&relation.left)?
        .checked_sub(table.sum(&relation.right)?)
}

fn repair(table: &TableRead, slot: usize) -> Option<Repair> {
    let held = table.held[slot].as_ref()?;
    let printed = table.in_sum(slot)?;
    let mut change = None;
    let mut restores = 0;
    for relation in table
        .form
        .relations
        .iter()
        .filter(|relation| relation.comparison == Comparison::Equal)
    {
        let Some(term) = relation
            .left
            .iter()
            .chain(&relation.right)
            .find(|term| term.slot == slot)
        else {
            continue;
        };
        let Some(gap) = difference(table, relation) else {
            continue;
        };
        let on_left = relation.left.iter().any(|term| term.slot == slot);
        let needed = if on_left != term.negative { -gap } else { gap };
        if needed.is_zero() || change.is_some_and(|other| other != needed) {
            return None;
        }
        change = Some(needed);
        restores += 1;
    }
    let value = printed.checked_add(change?)?;
    if value.is_sign_negative() && !value.is_zero() {
        return None;
    }
    let evidence = Evidence {
        span: held.span?,
        label: table.form.slots[slot].label.clone(),
        value: held.number,
    };
    Some(Repair {
        evidence,
        value,
        restores,
        why: why(printed, value, restores),
    })
}

fn why(printed: Number, value: Number, restores: usize) -> Bilingual {
    let (zh, en) = slip(
        &printed.normalize().to_string(),
        &value.normalize().to_string(),
    );
    Bilingual::new(
        format!(
            "改为 {} 可使 {restores} 个关系同时成立{zh}",
            value.normalize()
        ),
        format!(
            "{} would restore {restores} relations{en}",
            value.normalize()
        ),
    )
}

/// The slip of the hand that turns `right` into `printed`, as the end of a sentence.
fn slip(printed: &str, right: &str) -> (&'static str, &'static str) {
    let sorted = |text: &str| {
        let mut digits: Vec<char> = text.chars().collect();
        digits.sort_unstable();
        digits
    };
    if printed.len() == right.len() && sorted(printed) == sorted(right) {
        ("（数字顺序颠倒）。", " (digits swapped).")
    } else if is_dropped(right, printed) {
        ("（漏了一位数字）。", " (a digit dropped).")
    } else if is_dropped(printed, right) {
        ("（多了一位数字）。", " (a digit too many).")
    } else {
        ("。", ".")
    }
}

/// Whether `short` is `long` without one of its digits.
fn is_dropped(long: &str, short: &str) -> bool {
    long.len() == short.len() + 1
        && (0..long.len()).any(|at| [&long[..at], &long[at + 1..]].concat() == short)
}
