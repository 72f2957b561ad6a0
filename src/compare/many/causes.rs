//! Figures that differ for one reason: a total because of its parts, many because of one report.

use super::{
    Many,
    members::{Member, Members},
    misprint,
    sums::Sum,
    words,
};
use crate::{
    forms::Comparison,
    rule::{Bilingual, Check},
    text::Number,
};
use std::sync::Arc;

/// With fewer differences nothing is said of all together.
const FEW: usize = 3;
/// So many that go both ways are no slips: other reports were added up than the whole's.
const MANY: usize = 12;

/// Finds what differs together; `is_told` says whether another finding mends a figure already.
pub(super) fn find(
    sums: &[Sum<'_>],
    members: &Members<'_>,
    is_told: &dyn Fn(&Check) -> bool,
    many: &mut Many,
) {
    let differing = |sum: &&Sum<'_>| !sum.difference.is_zero();
    let wrong: Vec<&Sum<'_>> = sums.iter().filter(differing).collect();
    let leaves: Vec<(&Sum<'_>, &Sum<'_>)> =
        wrong.iter().map(|sum| (*sum, leaf(sum, &wrong))).collect();
    let own = |sum: &Sum<'_>| !is_told(&many.checks[sum.check].check);
    let ends = leaves.iter().filter(|(sum, leaf)| sum.check == leaf.check);
    let mut ends: Vec<&Sum<'_>> = ends.map(|(sum, _)| *sum).filter(|sum| own(sum)).collect();
    let misprints: Vec<(usize, Bilingual)> = ends
        .iter()
        .filter_map(|sum| Some((sum.check, misprint::of(sum, members)?)))
        .collect();
    let is_misprint = |sum: &Sum<'_>| misprints.iter().any(|(check, _)| *check == sum.check);
    ends.retain(|sum| !is_misprint(sum));
    let common = common(sums, &ends, members);
    let chief = common.as_ref().and_then(|_| {
        let received = wrong.iter().find(|sum| &*sum.fact.id == "t3.new.total");
        let received = received.filter(|sum| own(sum) && !is_misprint(sum));
        received.or(ends.first()).map(|sum| sum.check)
    });
    // What one report explains together is part of the chief figure, but for what a misprint explains better.
    for (sum, leaf) in &leaves {
        let end = chief.filter(|_| !is_misprint(leaf)).unwrap_or(leaf.check);
        if sum.check != end {
            many.parts.push((sum.check, end));
        }
    }
    match chief.zip(common) {
        Some((chief, words)) => say(many, chief, &words),
        None => {
            for end in ends {
                let words = words::why(end.difference.is_sign_positive());
                say(many, end.check, &words);
            }
        }
    }
    for (check, words) in &misprints {
        say(many, *check, words);
    }
}

/// The part of a total that differs as much as the total does, or several together; or the figure itself.
fn leaf<'a>(sum: &'a Sum<'a>, wrong: &[&'a Sum<'a>]) -> &'a Sum<'a> {
    let mut at = sum;
    // Each step leads from a total to one of its parts.
    while let Some(part) = part(at, wrong) {
        at = part;
    }
    at
}

fn part<'a>(sum: &Sum<'_>, wrong: &[&'a Sum<'a>]) -> Option<&'a Sum<'a>> {
    let totals = sum.table.relations.iter().filter(|relation| {
        relation.comparison == Comparison::Equal
            && matches!(&relation.left[..], [total] if total.slot == sum.slot)
            && relation.right.iter().all(|term| !term.negative)
    });
    let mut parts = totals.filter_map(|relation| {
        let is_in = |other: &&&Sum<'_>| {
            other.table.id == sum.table.id
                && relation.right.iter().any(|term| term.slot == other.slot)
        };
        let parts: Vec<&Sum<'_>> = wrong.iter().filter(is_in).copied().collect();
        let whole = add(parts.iter().map(|part| part.difference))?;
        let largest = parts
            .iter()
            .rev()
            .max_by_key(|part| part.difference.abs())?;
        (whole == sum.difference).then_some(*largest)
    });
    parts.next()
}

fn add(mut numbers: impl Iterator<Item = Number>) -> Option<Number> {
    numbers.try_fold(Number::ZERO, Number::checked_add)
}

/// What explains all differences at once.
fn common(sums: &[Sum<'_>], ends: &[&Sum<'_>], members: &Members<'_>) -> Option<Bilingual> {
    let positive = ends
        .iter()
        .filter(|sum| sum.difference.is_sign_positive())
        .count();
    let (all, negative) = (ends.len(), ends.len() - positive);
    if all < FEW {
        return None;
    }
    let exactly = |sign: Number| {
        let mut same = members
            .added
            .iter()
            .filter(|member| is_all_of(member, sums, sign));
        let first = same.next()?;
        same.next().is_none().then(|| Arc::clone(&first.name))
    };
    match (exactly(Number::NEGATIVE_ONE), exactly(Number::ONE)) {
        (Some(name), _) => Some(words::left_out_by_whole(&name)),
        (None, Some(name)) => Some(words::counted_twice(&name)),
        _ if negative == 0 => Some(words::all_more(all - 1)),
        _ if positive == 0 => Some(words::all_less(all - 1)),
        _ => (all > MANY).then(|| words::both_ways(all - 1)),
    }
}

/// Whether the differences are just the figures of one report.
fn is_all_of(member: &Member<'_>, sums: &[Sum<'_>], sign: Number) -> bool {
    let mut sums = sums.iter();
    sums.all(|sum| {
        let own = member.facts.in_sum(&sum.fact.id);
        own.and_then(|own| own.checked_mul(sign)) == Some(sum.difference)
    })
}

fn say(many: &mut Many, check: usize, words: &Bilingual) {
    if let Some(finding) = &mut many.checks[check].check.finding {
        finding.message.zh += &words.zh;
        finding.message.en += &format!(" {}", words.en);
    }
}
