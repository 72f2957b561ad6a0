//! Shares of several parts together (N202): `予以公开9件、部分公开9件,两项合计占20.2%`.

use super::find::base_noun;
use crate::{
    claims::{
        reading::{
            list::List,
            mention::Grade,
            page::{Page, any},
        },
        rules,
        shares::tell::share_finding,
        sums::outcomes::outcome,
    },
    rule::Check,
    text::Number,
};

/// Words that join the numbers right before them, and how many.
const JOINED: &[(&str, usize)] = &[
    ("两项合计", 2),
    ("两者合计", 2),
    ("二者合计", 2),
    ("两项共", 2),
    ("两项", 2),
    ("两者", 2),
    ("二者", 2),
    ("三项合计", 3),
    ("三者合计", 3),
    ("三项", 3),
    ("三者", 3),
    ("合计", 2),
];

/// Finds and checks the shares of several parts of one passage.
pub(super) fn check(page: &mut Page, lists: &[List], checks: &mut Vec<Check>) {
    for share in 2..page.mentions.len() {
        if !page.used[share]
            && page.mentions[share].is_percent()
            && let Some(count) = joined(page, share)
        {
            checks.extend(judge(page, share, count, lists));
        }
    }
}

/// How many numbers the words before a percentage join.
fn joined(page: &Page, share: usize) -> Option<usize> {
    let (lead, base) = page.label(share).split_once('占')?;
    let exact = !page.mentions[share].soft && base_noun(base).is_empty();
    let (_, count) = JOINED.iter().find(|(word, _)| *word == lead)?;
    exact.then_some(*count)
}

fn judge(page: &mut Page, share: usize, count: usize, lists: &[List]) -> Option<Check> {
    let first = share.checked_sub(count)?;
    let parts: Vec<usize> = (first..share).collect();
    let fits = |&at: &usize| {
        let part = &page.mentions[at];
        part.is_count() && !part.change && !part.soft && page.same_sentence(at, share)
    };
    if !parts.iter().all(fits) {
        return None;
    }
    let sum: Number = page.values(&parts).into_iter().sum();
    let listed = lists
        .iter()
        .find(|list| list.holds && parts.iter().all(|&at| list.has(at)))
        .and_then(|list| list.whole);
    // 答复736件,比上年的766件少3.9%;其中公开193件、部分公开78件,合计占36.8%
    let passed = |at: &usize| {
        let between = &page.mentions[*at];
        between.earlier || between.change || between.is_percent()
    };
    let before = (0..first).rev().find(|at| !passed(at)).filter(|&at| {
        let whole = &page.mentions[at];
        whole.is_count() && !whole.change && whole.value >= sum && !whole.soft
    });
    let numbers = |whole: usize| [&[share], parts.as_slice(), &[whole]].concat();
    let wholes: Vec<usize> = listed.into_iter().chain(before).collect();
    let printed = page.mentions[share].clone();
    let grade = |whole: usize| printed.grade(sum, page.mentions[whole].value);
    let exact = wholes
        .iter()
        .copied()
        .find(|&whole| grade(whole) == Some(Grade::Exact));
    if let Some(whole) = exact {
        return Some(page.check(rules::SHARE_DIFFERS, "share", &numbers(whole), None));
    }
    let results = parts.iter().all(|&at| outcome(page, at));
    let whole = listed
        .or(before.filter(|&at| results && any(page.wide(at), &["答复", "办结", "办理", "处理"])))?;
    let found = share_finding(sum, page.mentions[whole].value, &printed, grade(whole)?);
    Some(page.check(rules::SHARE_DIFFERS, "share", &numbers(whole), Some(found)))
}
