//! One finding for one cause: the broken sums are its evidence.
//!
//! For each rule that a cause violates one finding remains, with all its sums; the one whose total is wrong, else the
//! one of the shortest sum, tells the cause, the others are parts of it. Every violated check stays counted.

use super::{
    causes::{Cause, Sure},
    system::System,
    witness::Witness,
    words,
};
use crate::{
    forms::Relation,
    rule::{Bilingual, Check, Evidence, Finding, Repair, Rule, Verdict},
    text::{Number, order::Order},
};
use std::collections::HashMap;

/// What was explained.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Explained {
    /// For each check whose finding is part of another's: its number, and that of the other check.
    pub parts: Vec<(usize, usize)>,
    /// For cells, by the number of the table and of the slot, the value that explains the broken sums; nothing for a
    /// total that is off only because another cell is.
    pub values: HashMap<(usize, usize), Option<Number>>,
}

/// So many broken sums of one rule without an explanation are told each by itself.
const FEW: usize = 3;

/// Rewrites the findings of one table's broken sums.
pub(super) fn apply(
    system: &System<'_>,
    causes: &[Cause],
    witnesses: &[Witness],
    checks: &mut [Check],
    number: usize,
    explained: &mut Explained,
) {
    for cause in causes {
        value(system, cause, number, &mut explained.values);
        let mut members: Vec<usize> = cause
            .broken
            .iter()
            .filter_map(|&relation| check_of(system, relation, checks))
            .collect();
        if cause.ways.is_empty() {
            for group in by_rule(&members, checks)
                .into_iter()
                .filter(|group| group.len() > FEW)
            {
                merge(&group, checks);
            }
            continue;
        }
        members.extend(besides(system, cause, witnesses, checks));
        tell(system, cause, &members, checks, &mut explained.parts);
    }
}

/// What the cells of a cause should be, and which totals are innocent.
fn value(
    system: &System<'_>,
    cause: &Cause,
    number: usize,
    values: &mut HashMap<(usize, usize), Option<Number>>,
) {
    let Some(way) = cause.ways.first() else {
        return;
    };
    if cause.sure == Sure::Open && cause.broken.len() == 1 {
        return;
    }
    for &relation in &cause.broken {
        if let [total] = system.form.relations[relation].left[..] {
            values.entry((number, total.slot)).or_insert(None);
        }
    }
    if cause.sure != Sure::Open {
        let changes = way.changes.iter();
        values.extend(changes.map(|change| ((number, change.slot), Some(change.value))));
    }
}

/// The violated check of a relation.
fn check_of(system: &System<'_>, relation: usize, checks: &[Check]) -> Option<usize> {
    let relation = &system.form.relations[relation];
    let slots = relation
        .slots()
        .filter_map(|slot| system.table().evidence(slot));
    let places: Vec<Evidence> = slots.collect();
    let printed = |check: &Check| {
        places.len() == check.evidence.len()
            && places.iter().all(|place| check.evidence.contains(place))
    };
    checks.iter().position(|check| {
        check.rule.code == relation.rule && check.verdict == Verdict::Violated && printed(check)
    })
}

/// What else the first way mends, where it is sure enough: other relations, figures of the text, faults of the cells.
fn besides(
    system: &System<'_>,
    cause: &Cause,
    witnesses: &[Witness],
    checks: &[Check],
) -> Vec<usize> {
    let Some(way) = cause.ways.first().filter(|_| cause.sure != Sure::Open) else {
        return Vec::new();
    };
    let set: Vec<(usize, i128)> = way
        .changes
        .iter()
        .map(|change| (change.slot, change.to))
        .collect();
    let concerned = |relation: &Relation| {
        relation
            .slots()
            .any(|slot| set.iter().any(|change| change.0 == slot))
    };
    let mended = system.inequalities().filter(|&relation| {
        concerned(&system.form.relations[relation])
            && !system.holds(relation, &[])
            && system.holds(relation, &set)
    });
    let mut found: Vec<usize> = mended
        .filter_map(|relation| check_of(system, relation, checks))
        .collect();
    found.extend(witnesses.iter().filter_map(|witness| {
        let violated = checks[witness.check].verdict == Verdict::Violated;
        (violated && witness.concerns(&set) && witness.agrees(system, &set))
            .then_some(witness.check)
    }));
    let spans: Vec<_> = set
        .iter()
        .filter_map(|change| system.table().evidence(change.0))
        .collect();
    let of_cell = |check: &Check| {
        matches!(check.rule.code, "F207" | "F208")
            && check.verdict == Verdict::Violated
            && check
                .evidence
                .first()
                .is_some_and(|place| spans.contains(place))
    };
    found.extend((0..checks.len()).filter(|&at| of_cell(&checks[at])));
    found
}

/// The checks of each rule, in the order of the first of each.
fn by_rule(members: &[usize], checks: &[Check]) -> Vec<Vec<usize>> {
    let mut groups: Vec<(&'static Rule, Vec<usize>)> = Vec::new();
    for &at in members {
        let rule = checks[at].rule;
        match groups.iter_mut().find(|group| group.0.code == rule.code) {
            Some(group) => group.1.push(at),
            None => groups.push((rule, vec![at])),
        }
    }
    groups.into_iter().map(|group| group.1).collect()
}

/// Leaves one finding for each rule and each claim of the text; the first tells the cause, the others refer to it.
fn tell(
    system: &System<'_>,
    cause: &Cause,
    members: &[usize],
    checks: &mut [Check],
    parts: &mut Vec<(usize, usize)>,
) {
    let groups = groups(system, cause, members, checks);
    let Some(first) = groups.first().map(|group| group[0]) else {
        return;
    };
    let repairs = words::repairs::repairs(system, cause);
    let suspected = |repair: &&Repair| cause.sure != Sure::Open && repair.way == 0;
    let suspects = repairs.iter().filter(suspected);
    let suspects: Vec<Evidence> = suspects.map(|repair| repair.evidence.clone()).collect();
    let sentence = words::sentence(system, cause);
    for group in &groups {
        merge(group, checks);
        let leader = &mut checks[group[0]];
        if leader.claim.is_none() {
            front(&mut leader.evidence, &suspects);
        }
        let Some(finding) = &mut leader.finding else {
            continue;
        };
        finding.repairs.clone_from(&repairs);
        if group[0] == first {
            add(&mut finding.message, sentence.as_ref());
            state(finding, cause);
        } else {
            parts.push((group[0], first));
            let also = &Bilingual::new(
                "与前述不符出于同一处。",
                "It has the same cause as the finding above.",
            );
            add(&mut finding.message, Some(also));
        }
    }
}

/// Those of one rule together, except that a claim of the text stays what the text says, with its own places; first those
/// whose total is wrong, then those of the shortest sum.
fn groups(
    system: &System<'_>,
    cause: &Cause,
    members: &[usize],
    checks: &[Check],
) -> Vec<Vec<usize>> {
    let groups = by_rule(members, checks).into_iter();
    let mut groups: Vec<Vec<usize>> = groups
        .flat_map(|group| split_claims(group, checks))
        .collect();
    let total = total_rule(system, cause);
    let broken = |code: &str| {
        let relations = &system.form.relations;
        { cause.broken.iter() }.any(|&at| relations[at].rule == code)
    };
    groups.order_by_key(|group: &Vec<usize>| {
        let code = checks[group[0]].rule.code;
        let shortest = group.iter().map(|&at| checks[at].evidence.len()).min();
        (!broken(code), Some(code) != total, shortest)
    });
    groups
}

fn split_claims(group: Vec<usize>, checks: &[Check]) -> Vec<Vec<usize>> {
    if checks[group[0]].claim.is_some() {
        group.into_iter().map(|at| vec![at]).collect()
    } else {
        vec![group]
    }
}

/// The rule of a broken sum whose total is a cell that the first way changes.
fn total_rule(system: &System<'_>, cause: &Cause) -> Option<&'static str> {
    let way = cause.ways.first().filter(|_| cause.sure != Sure::Open)?;
    let changed = |slot: usize| way.changes.iter().any(|change| change.slot == slot);
    let broken = cause.broken.iter().map(|&at| &system.form.relations[at]);
    let mut totals =
        broken.filter(|relation| relation.left.len() == 1 && changed(relation.left[0].slot));
    totals.next().map(|relation| relation.rule)
}

/// Says what stands in the one cell that is wrong and what should; of several sums no total is named for another's fault.
fn state(finding: &mut Finding, cause: &Cause) {
    let way = cause.ways.first().filter(|_| cause.sure != Sure::Open);
    if let Some([change]) = way.map(|way| &way.changes[..]) {
        finding.found = Some(change.printed.to_string());
        finding.expected = Some(change.value.to_string());
    } else if cause.broken.len() > 1 {
        (finding.found, finding.expected) = (None, None);
    }
}

fn add(message: &mut Bilingual, more: Option<&Bilingual>) {
    if let Some(more) = more {
        message.zh.push_str(&more.zh);
        message.en.push(' ');
        message.en.push_str(&more.en);
    }
}

/// Puts the suspects before the other places.
fn front(evidence: &mut Vec<Evidence>, suspects: &[Evidence]) {
    evidence.retain(|place| !suspects.contains(place));
    evidence.splice(0..0, suspects.iter().cloned());
}

/// Leaves one finding of several of the same rule: all their sums and places, the severest severity.
fn merge(group: &[usize], checks: &mut [Check]) {
    let (&leader, others) = match group {
        [leader, others @ ..] if !others.is_empty() => (leader, others),
        _ => return,
    };
    for &other in others {
        let places = checks[other].evidence.clone();
        let Some(told) = checks[other].finding.take() else {
            continue;
        };
        let check = &mut checks[leader];
        let new: Vec<Evidence> = places
            .into_iter()
            .filter(|place| !check.evidence.contains(place))
            .collect();
        check.evidence.extend(new);
        let Some(finding) = &mut check.finding else {
            continue;
        };
        finding.severity = finding.severity.max(told.severity);
        finding.formula = match (finding.formula.take(), told.formula) {
            (Some(one), Some(other)) => Some(format!("{one}；{other}")),
            (one, other) => one.or(other),
        };
    }
    let count = others.len();
    checks[leader]
        .evidence
        .order_by_key(|place| place.value.is_none_or(|value| value.is_zero()));
    if let Some(finding) = &mut checks[leader].finding {
        finding
            .message
            .zh
            .push_str(&format!("另有 {count} 处同样不符，见算式。"));
        finding
            .message
            .en
            .push_str(&format!(" So are {count} more; see the sums."));
    }
}
