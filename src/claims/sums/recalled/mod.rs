//! Parts whose whole stands apart (N201): the head of their sentence recalls it, or the heading says what is divided.
//!
//! `主动公开信息310条,全文电子化率100%。在主动公开的信息中,政策类220条,其他类90条`;
//! `(一)公开的数量。310条。(二)公开的类别。政策类220条,其他类90条`.

mod parts;
mod words;

use super::{
    kinds::{closed_by_rest, mixed},
    sure::{near, within},
    tell::{disagreement, slipped, swap},
};
use crate::{
    claims::{
        lexicon::times::CUMULATIVE,
        reading::{list::List, page::any, prose::Prose},
        rules,
    },
    rule::{Check, Severity},
    text::{
        Number,
        number::{percent, rounded},
    },
};
use parts::{Part, is_part, parts};
use words::{Recalled, named, recalled};

/// How many passages back a whole is looked for.
const BACK: usize = 6;

/// A number of the prose: its passage and its place there.
type Place = (usize, usize);

/// Finds and checks the lists whose wholes stand apart, where nothing else has told of them.
pub(in crate::claims) fn check(prose: &mut Prose, checks: &mut Vec<Check>) {
    for at in 0..prose.pages.len() {
        for first in 0..prose.pages[at].mentions.len() {
            if let Some(said) = recalled(prose, at, first) {
                checks.extend(settle(prose, (at, first), &said, checks));
            }
        }
    }
}

fn settle(prose: &mut Prose, first: Place, said: &Recalled, checks: &[Check]) -> Option<Check> {
    let parts = parts(prose, first);
    let wholes = wholes(prose, first, said);
    let listed = |list: &List| list.holds && list.has(first.1);
    let told_of = wholes
        .iter()
        .any(|&whole| known(prose, whole, first, checks));
    if parts.len() < 2 || told_of || prose.pages[first.0].lists.iter().any(listed) {
        return None;
    }
    let sum: Number = parts.iter().map(|part| value(prose, part.place)).sum();
    if let Some(&whole) = wholes.iter().find(|&&whole| value(prose, whole) == sum) {
        return Some(told(prose, whole, &parts, None));
    }
    let whole = only(prose, &wholes)?;
    let severity = severity(prose, whole, &parts, said.noun.is_some())?;
    let severity = if said.asked {
        Severity::Notice
    } else {
        severity
    };
    Some(told(prose, whole, &parts, Some(severity)))
}

/// Whether a check has told already of a part and its whole.
fn known(prose: &Prose, whole: Place, part: Place, checks: &[Check]) -> bool {
    let [whole, part] = [whole, part].map(|(page, at)| prose.pages[page].evidence(at));
    checks.iter().any(|check| {
        check.rule.code == rules::PARTS_DIFFER_FROM_SUM.code
            && check.evidence.contains(&whole)
            && check.evidence.contains(&part)
    })
}

fn value(prose: &Prose, (page, at): Place) -> Number {
    prose.pages[page].mentions[at].value
}

/// The numbers that may be the whole, all of the nearest passage that has any.
fn wholes(prose: &Prose, (at, first): Place, said: &Recalled) -> Vec<Place> {
    let unit = prose.pages[at].mentions[first].unit;
    let fits = |&(page, index): &Place| {
        let mention = &prose.pages[page].mentions[index];
        mention.is_current()
            && mention.unit == unit
            && mention.paren.is_none()
            && (said.noun.is_some() || !is_part(&prose.pages[page], index))
            && named(&prose.pages[page].around(index), said)
    };
    let back = if said.noun.is_some() { 0 } else { BACK };
    (at.saturating_sub(back)..=at)
        .rev()
        .map(|page| {
            let all = if page == at {
                first
            } else {
                prose.pages[page].mentions.len()
            };
            (0..all).map(|index| (page, index)).filter(fits).collect()
        })
        .find(|found: &Vec<Place>| !found.is_empty())
        .unwrap_or_default()
}

/// The only number that may be the whole; where there are several, the one that is no cumulative count.
fn only(prose: &Prose, wholes: &[Place]) -> Option<Place> {
    let of_year = |&&(page, at): &&Place| !any(&prose.pages[page].around(at), CUMULATIVE);
    if let &[whole] = wholes {
        return Some(whole);
    }
    // 公开1284条,乡镇903条,区直216条,区政府165条: the others are its parts.
    let sum: Number = wholes.iter().map(|&place| value(prose, place)).sum();
    let all = |&&place: &&Place| value(prose, place) + value(prose, place) == sum;
    if let Some(&whole) = wholes.iter().find(all) {
        return Some(whole);
    }
    let mut of_year = wholes.iter().filter(of_year);
    let &whole = of_year.next()?;
    of_year.next().is_none().then_some(whole)
}

/// How sure it is that parts that miss their whole are wrong; nothing where they may well be right.
fn severity(prose: &Prose, whole: Place, parts: &[Part], named: bool) -> Option<Severity> {
    let total = &prose.pages[whole.0].mentions[whole.1];
    let labels: Vec<&str> = parts.iter().map(|part| part.words(prose)).collect();
    let exact = parts.iter().all(|part| part.exact(prose, total.unit));
    let dull = labels.iter().any(|label| label.is_empty());
    let open = parts.last().is_some_and(|last| last.open_ended(prose));
    if total.soft || dull || !exact || open || mixed(&labels) {
        return None;
    }
    let values: Vec<Number> = parts.iter().map(|part| value(prose, part.place)).collect();
    let sum: Number = values.iter().sum();
    let gap = (sum - total.value).abs();
    let (close, swapped) = (near(sum, total.value), swap(&values, total.value));
    let complete = closed_by_rest(&labels) || hundred(prose, parts);
    let odd = within(gap, total.value, 5)
        || (close && slipped(&values, total.value))
        || (swapped && values.len() > 2 && within(gap, total.value, 50));
    let overlaps = parts.iter().any(|part| part.overlaps(prose));
    if sum > total.value {
        let most = if complete || swapped { 150 } else { 15 };
        let beyond = named && values.iter().any(|&part| part > total.value);
        let wrong = beyond || within(gap, total.value, most);
        return (!overlaps && wrong).then_some(Severity::Error);
    }
    if overlaps && !swapped || borne_out(prose, parts, total.value) {
        None
    } else if complete && (close || swapped) {
        Some(Severity::Error)
    } else {
        odd.then_some(Severity::Notice)
    }
}

/// Whether the parts have shares that add up to 100 %, but for rounding.
fn hundred(prose: &Prose, parts: &[Part]) -> bool {
    let shares = parts.iter().filter_map(|part| part.share(prose));
    let sum: Number = shares.map(|share| share.value).sum();
    (sum - Number::ONE_HUNDRED).abs() <= Number::new(5, 1)
}

/// Whether each part has a share that follows from it and the whole, so that other parts must be left out.
fn borne_out(prose: &Prose, parts: &[Part], whole: Number) -> bool {
    parts.iter().all(|part| {
        let Some(share) = part.share(prose) else {
            return false;
        };
        let (low, high) = rounded(share.value, share.places);
        percent(value(prose, part.place), whole).is_some_and(|real| (low..=high).contains(&real))
    })
}

fn told(
    prose: &mut Prose,
    (page, index): Place,
    parts: &[Part],
    severity: Option<Severity>,
) -> Check {
    let values: Vec<Number> = parts.iter().map(|part| value(prose, part.place)).collect();
    let (noun, total) = (prose.pages[page].noun(index), value(prose, (page, index)));
    let found = severity.map(|severity| disagreement(noun, &values, &[total], false, severity));
    let mut check = prose.pages[page].check(rules::PARTS_DIFFER_FROM_SUM, "sum", &[index], found);
    for part in parts {
        let (page, at) = part.place;
        check.evidence.push(prose.pages[page].evidence(at));
        prose.pages[page].used[at] = true;
    }
    check
}
