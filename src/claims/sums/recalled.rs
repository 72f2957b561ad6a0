//! Parts of a whole that the head of their sentence recalls (N201). The whole stands before, perhaps in another passage:
//! `主动公开信息310条,全文电子化率100%。在主动公开的信息中,政策类220条,其他类90条`.

use super::{
    collect::collect,
    kinds::{closed_by_rest, mixed, overlapping},
    sure::{hundred, near, open_ended, within},
    tell::{disagreement, slipped, swap},
};
use crate::{
    claims::{
        lexicon::times::CUMULATIVE,
        reading::{
            list::{List, Opener},
            page::{Page, any},
            prose::Prose,
        },
        rules,
    },
    rule::{Check, Severity},
    text::{
        Number,
        number::{percent, rounded},
    },
};

/// How many passages back a whole is looked for.
const BACK: usize = 3;
/// The longest words that recall a whole, in bytes.
const LONGEST: usize = 75;

/// A number of the prose: its passage and its place there.
type Place = (usize, usize);

/// Finds and checks the lists whose wholes are recalled, where nothing else has told of them.
pub(in crate::claims) fn check(prose: &mut Prose, checks: &mut Vec<Check>) {
    for at in 0..prose.pages.len() {
        for first in 0..prose.pages[at].mentions.len() {
            if recalled(&prose.pages[at], first).is_some() {
                checks.extend(settle(prose, at, first, checks));
            }
        }
    }
}

/// The words at the head of a sentence that recall what was counted before: 在主动公开的信息.
fn recalled(page: &Page, first: usize) -> Option<&str> {
    let mention = &page.mentions[first];
    let before = page.before(first);
    let head = match before.rsplit_once('。') {
        Some((_, head)) => head,
        None => (first == 0).then_some(before)?,
    };
    let (words, rest) = head.split_once('中')?;
    let goes_on = rest.starts_with([',', ':']) || rest.starts_with("其中");
    let things = ["信息", "申请", "件", "条"];
    let ends = things.iter().any(|thing| words.ends_with(thing));
    let told = any(words, &["公开", "发布", "受理", "收到", "答复", "办结"]);
    let parts = mention.is_count() && !mention.change && mention.paren.is_none();
    (goes_on && ends && told && parts && words.len() <= LONGEST).then_some(words)
}

fn settle(prose: &mut Prose, at: usize, first: usize, checks: &[Check]) -> Option<Check> {
    let page = &prose.pages[at];
    let list = collect(page, first, Opener::Among);
    let parts = list.parts(list.firm);
    let listed = page.lists.iter().any(|list| list.holds && list.has(first));
    let wholes = wholes(prose, at, first);
    if listed
        || parts.len() < 2
        || wholes
            .iter()
            .any(|&whole| known(prose, whole, (at, first), checks))
    {
        return None;
    }
    let sum: Number = page.values(&parts).into_iter().sum();
    let exact = wholes.iter().find(|&&whole| value(prose, whole) == sum);
    if let Some(&whole) = exact {
        return Some(told(prose, whole, at, &parts, None));
    }
    let asked = recalled(page, first)?.contains("申请");
    let whole = only(prose, &wholes)?;
    let severity = severity(prose, whole, at, &list)?;
    let severity = if asked { Severity::Notice } else { severity };
    Some(told(prose, whole, at, &parts, Some(severity)))
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

/// The numbers that the words may recall, all of the nearest passage that has any.
fn wholes(prose: &Prose, at: usize, first: usize) -> Vec<Place> {
    let Some(words) = recalled(&prose.pages[at], first) else {
        return Vec::new();
    };
    let unit = prose.pages[at].mentions[first].unit;
    let fits = |page: usize, index: usize| {
        let mention = &prose.pages[page].mentions[index];
        let count = mention.is_count() && !mention.change && !mention.earlier;
        count
            && mention.unit == unit
            && mention.paren.is_none()
            && named(&prose.pages[page].around(index), words)
    };
    (at.saturating_sub(BACK)..=at)
        .rev()
        .map(|page| {
            let all = if page == at {
                first
            } else {
                prose.pages[page].mentions.len()
            };
            let found = (0..all).filter(|&index| fits(page, index));
            found.map(|index| (page, index)).collect()
        })
        .find(|found: &Vec<Place>| !found.is_empty())
        .unwrap_or_default()
}

/// Whether the words around a number name what other words recall.
fn named(around: &str, words: &str) -> bool {
    let asked = words.contains("申请");
    let same = |word: &str| !words.contains(word) || around.contains(word);
    let done = |text: &str| any(text, &["答复", "办结", "办理"]);
    asked == around.contains("申请")
        && any(around, &["公开", "发布", "信息", "申请"])
        && same("新增")
        && same("累计")
        && (!done(words) || done(around))
}

/// The only number that is recalled; where there are several, the one that is no cumulative count.
fn only(prose: &Prose, wholes: &[Place]) -> Option<Place> {
    let of_year = |&&(page, at): &&Place| !any(&prose.pages[page].around(at), CUMULATIVE);
    match wholes {
        &[whole] => Some(whole),
        _ => {
            let mut of_year = wholes.iter().filter(of_year);
            let &whole = of_year.next()?;
            of_year.next().is_none().then_some(whole)
        }
    }
}

/// How sure it is that parts that miss their whole are wrong; nothing where they may well be right.
fn severity(prose: &Prose, whole: Place, at: usize, list: &List) -> Option<Severity> {
    let page = &prose.pages[at];
    let total = &prose.pages[whole.0].mentions[whole.1];
    let parts = list.parts(list.firm);
    let labels: Vec<&str> = parts.iter().map(|&part| page.words(part)).collect();
    let exact = |&part: &usize| !page.mentions[part].soft && page.mentions[part].unit == total.unit;
    let dull = labels.iter().any(|label| label.is_empty());
    if total.soft || dull || !parts.iter().all(exact) || mixed(&labels) || open_ended(page, &parts)
    {
        return None;
    }
    let values = page.values(&parts);
    let sum: Number = values.iter().sum();
    let shares = list
        .items
        .iter()
        .take(list.firm)
        .flat_map(|item| item.shares.iter().copied());
    let complete = closed_by_rest(&labels) || hundred(page, shares);
    let gap = (sum - total.value).abs();
    let left_out = sum < total.value && borne_out(page, list, total.value);
    let overlaps = sum > total.value && overlapping(page, &parts);
    if left_out || overlaps {
        return None;
    }
    let (close, swapped) = (near(sum, total.value), swap(&values, total.value));
    let likely = close || swapped || (sum > total.value && within(gap, total.value, 150));
    let odd = within(gap, total.value, 5) || (close && slipped(&values, total.value));
    match (complete && likely, odd) {
        (true, _) => Some(Severity::Error),
        (false, true) => Some(Severity::Notice),
        (false, false) => None,
    }
}

/// Whether each part has a share that follows from it and the whole, so that other parts must be left out.
fn borne_out(page: &Page, list: &List, whole: Number) -> bool {
    list.items.iter().take(list.firm).all(|item| {
        let &[share] = item.shares.as_slice() else {
            return false;
        };
        let (low, high) = rounded(page.mentions[share].value, page.mentions[share].places);
        percent(page.mentions[item.at].value, whole)
            .is_some_and(|real| (low..=high).contains(&real))
    })
}

fn told(
    prose: &mut Prose,
    whole: Place,
    at: usize,
    parts: &[usize],
    severity: Option<Severity>,
) -> Check {
    let (page, index) = whole;
    let total = value(prose, whole);
    let noun = prose.pages[page].noun(index);
    let values = prose.pages[at].values(parts);
    let found = severity.map(|severity| disagreement(&noun, &values, &[total], severity));
    let mut check = prose.pages[at].check(rules::PARTS_DIFFER_FROM_SUM, "sum", parts, found);
    check.evidence.insert(0, prose.pages[page].evidence(index));
    prose.pages[page].used[index] = true;
    check
}
