//! What was taken in, what is done and what is left of it (N201): `收到转办件1206件,已办结1198件,正在办理8件`.

use super::{
    sure::within,
    tell::{agreement, swap, violation},
};
use crate::{
    claims::{
        lexicon::{
            balance::ENDED,
            links::BODIES,
            rates::{BEFORE, DONE, TAKEN},
            times::EARLIER,
        },
        reading::{
            page::{Page, any},
            roles::waits,
        },
    },
    rule::{Check, Severity},
    text::Number,
};

/// Finds and checks such numbers of one passage that nothing explains yet.
pub(in crate::claims) fn check(page: &mut Page, checks: &mut Vec<Check>) {
    for left in 2..page.mentions.len() {
        if let Some(done) = before(page, left)
            && let Some(all) = before(page, done)
        {
            // 受理522件,其中网上502件、信函20件,办结530件: a part is not what was taken in.
            let divided = page.lists.iter().find(|list| list.holds && list.has(all));
            let all = divided.and_then(|list| list.whole).unwrap_or(all);
            if taken(page, all, done, left) {
                checks.extend(judge(page, all, done, left));
            } else if page.label(left).starts_with("其余") && taken(page, all, left, done) {
                checks.extend(judge(page, all, left, done));
            }
        }
    }
}

/// The count before a number, over percentages.
fn before(page: &Page, at: usize) -> Option<usize> {
    let count = (0..at).rev().find(|&i| !page.mentions[i].is_percent())?;
    page.same_sentence(count, at).then_some(count)
}

/// Whether three numbers are what was taken in, what is done and what is left.
fn taken(page: &Page, all: usize, done: usize, left: usize) -> bool {
    let unit = page.mentions[all].unit;
    let exact = |&at: &usize| {
        let mention = &page.mentions[at];
        let plain = mention.is_exact();
        plain && mention.unit == unit && mention.paren.is_none()
    };
    let last = page
        .mentions
        .get(left.max(done) + 1)
        .is_none_or(|next| next.unit != unit);
    let rest = last
        && ["其余", "余"].contains(&page.label(left))
        && page.mentions[done].value <= page.mentions[all].value;
    !page.used[left]
        && [all, done, left].iter().all(exact)
        && (any(page.wide(all), TAKEN) || page.wide(all).contains("申请"))
        && (rest || any(&page.around(done), DONE))
        && !waits(page, done)
        && (done < left || page.label(left).starts_with('除'))
        && !page.label(all).starts_with(['不', '未'])
        && (rest || waits(page, left) || carried_on(page, left) && of_all(page, done))
}

/// Whether a number is of what is left for the next year: `受理65件,办结62件,结转下年度3件`.
fn carried_on(page: &Page, at: usize) -> bool {
    let around = page.around(at);
    around.contains("结转") && !any(&around, EARLIER)
}

/// Whether what is done is not that of one body of several, and no requests ended in another way.
fn of_all(page: &Page, done: usize) -> bool {
    !any(&page.around(done), BODIES) && !any(page.text(), ENDED)
}

/// That they add up, or that they miss by so little that something must be wrong.
fn judge(page: &mut Page, all: usize, done: usize, left: usize) -> Option<Check> {
    let parts = [done, left];
    let values = parts.map(|at| page.mentions[at].value);
    let (sum, total) = (values.iter().sum::<Number>(), page.mentions[all].value);
    if sum == total {
        let numbers = [all, done, left];
        return Some(agreement(page, &numbers));
    }
    // 上年未办结8件: what was left from before is dealt with too.
    let said = BEFORE.iter().map(|word| page.text().matches(word).count());
    let before = said.sum::<usize>() > usize::from(carried_on(page, left));
    let gap = (sum - total).abs();
    let most = if sum > total { 2 } else { 5 };
    let beyond = values[1] > total;
    let close =
        within(gap, total, most) || gap <= Number::from(3) || swap(&values, total) || beyond;
    (close && !before).then(|| violation(page, all, &parts, Severity::Notice))
}
