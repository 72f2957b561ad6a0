//! Whether parts add up to a whole, and whether it is a fault when they do not.

use super::{
    answers::past_kind,
    doubt::doubtful,
    ends::adds_up,
    excess::overfull,
    fits::{again, fit, in_sentence, net},
    glued::lost,
    joint::{Verdict, brought, carried_out, joint},
    missed::missed,
    named::all_named,
    parts::{by_asking, included},
    stated::stated,
    sure::{self, open_ended},
    tell::{agreement, swap, violation, violation_of},
};
use crate::{
    claims::reading::{
        list::{Item, List, Opener},
        page::{Page, any},
        results::Results,
    },
    rule::{Check, Severity},
    text::Number,
};
use std::{
    iter::once,
    ops::ControlFlow::{Break, Continue},
};

/// One way of judging a list by the wholes that it may have, the likeliest first.
type Way = fn(&mut Page, &mut List, &[usize], &Results) -> Verdict;

/// The ways, in their order: first what adds up, then what each kind of list lets be said of one that does not.
const WAYS: [Way; 10] = [
    left_over, exact, otherwise, unmarked, within, open, more, unlisted, new, rest,
];

/// Tries a list against the wholes that it may have and says what came of it.
pub(super) fn judge(
    page: &mut Page,
    list: &mut List,
    wholes: &[usize],
    results: &Results,
    checks: &mut Vec<Check>,
) {
    for way in WAYS {
        if let Break(told) = way(page, list, wholes, results) {
            return checks.extend(told);
        }
    }
}

fn holds(page: &mut Page, numbers: &[usize]) -> Verdict {
    Break(vec![agreement(page, numbers)])
}

fn differs(page: &mut Page, whole: usize, parts: &[usize], severity: Severity) -> Verdict {
    Break(vec![violation(page, whole, parts, severity)])
}

/// Results with what is left for next year among them are those of what was received and carried in.
fn left_over(page: &mut Page, list: &mut List, wholes: &[usize], _: &Results) -> Verdict {
    if !carried_out(page, list) {
        return Continue(());
    }
    joint(page, list, wholes)
}

/// The parts, or some at their start, add up to a whole: rather to one that is their sum to the digit.
fn exact(page: &mut Page, list: &mut List, wholes: &[usize], _: &Results) -> Verdict {
    let sum: Number = list
        .items
        .iter()
        .map(|item| page.mentions[item.at].value)
        .sum();
    let exactly = wholes
        .iter()
        .copied()
        .filter(|&whole| page.mentions[whole].value == sum);
    let order: Vec<usize> = exactly
        .chain(wholes.iter().copied())
        .chain(farther(page, list))
        .collect();
    for whole in order {
        if let Some((count, numbers)) = fit(page, list, whole) {
            list.whole = Some(whole);
            list.holds = true;
            let rest = list.items.split_off(count);
            list.firm = list.items.len();
            let again = divided_again(page, whole, &rest);
            return Break(once(agreement(page, &numbers)).chain(again).collect());
        }
    }
    Continue(())
}

/// What is told of the numbers behind a semicolon that divide the same whole once more, and miss it by little:
/// `解读126件,其中文字78件、图解48件;主要负责人9件,部门27件,媒体91件`.
fn divided_again(page: &mut Page, whole: usize, rest: &[Item]) -> Option<Check> {
    let parts: Vec<usize> = rest.iter().map(|item| item.at).collect();
    let (&first, total) = (parts.first()?, page.mentions[whole].clone());
    let (behind, values) = (
        page.gap(first - 1, first).starts_with(';'),
        page.values(&parts),
    );
    let fits = |&at: &usize| {
        let part = &page.mentions[at];
        let near = page.same_sentence(whole, at) && !page.gap(at - 1, at).contains(';');
        let named = !page.words(at).is_empty();
        part.is_exact()
            && part.unit == total.unit
            && part.paren.is_none()
            && named
            && (near || at == first)
    };
    let sum: Number = values.iter().sum();
    let gap = (sum - total.value).abs();
    let slip = sure::within(gap, total.value, 2) || swap(&values, total.value);
    let sound = behind && parts.len() > 2 && parts.iter().all(fits) && total.is_exact();
    (sound && sum != total.value && slip && !open_ended(page, &parts))
        .then(|| violation(page, whole, &parts, Severity::Notice))
}

/// They do without what was carried in, as the same parts once more, or as those of two wholes.
fn otherwise(page: &mut Page, list: &mut List, wholes: &[usize], _: &Results) -> Verdict {
    if let Some(numbers) = net(page, list, wholes).or_else(|| again(page, list)) {
        list.holds = true;
        return holds(page, &numbers);
    }
    if lost(page, list, wholes) || summed(page, list) {
        return Break(Vec::new());
    }
    match brought(page, list) {
        Some(old) => older(page, list, wholes, old),
        None => joint(page, list, wholes),
    }
}

/// Results of which one includes what was carried in: `收到42件,其中年内办结41件(含上年结转1件),结转下年2件`.
fn older(page: &mut Page, list: &List, wholes: &[usize], old: usize) -> Verdict {
    let parts = list.parts(list.items.len());
    let carried = page.mentions[old].value;
    for count in 2..=parts.len() {
        let sum: Number = page.values(&parts[..count]).into_iter().sum();
        let fits = |&&at: &&usize| page.mentions[at].value + carried == sum;
        if let Some(&whole) = wholes.iter().find(fits) {
            return holds(page, &[&[whole, old], &parts[..count]].concat());
        }
    }
    // What was done and what is left are all.
    let firm = list.parts(list.firm);
    let left = firm
        .last()
        .is_some_and(|&at| page.around(at).contains("结转"));
    let whole = wholes.first().filter(|_| left && firm.len() > 1);
    let told = whole.map(|&whole| violation_of(page, &[whole, old], &firm, Severity::Error));
    Break(told.into_iter().collect())
}

/// Whether the parts come to the number right behind them that says it adds them up, so that they are none of another
/// whole: `共188条。其中目录4条、…、其他3条,共发布102条;专栏共发布86条`.
fn summed(page: &Page, list: &List) -> bool {
    let next = list.items[list.items.len() - 1].at + 1;
    list.items.len() > 2 && next < page.mentions.len() && adds_up(page, list, next)
}

/// Parts that no word announces, before or behind their total.
fn unmarked(page: &mut Page, list: &mut List, wholes: &[usize], results: &Results) -> Verdict {
    if list.opener != Opener::Unmarked || list.firm > 0 {
        return Continue(());
    }
    if let Some(check) = stated(page, list, wholes, results) {
        return Break(vec![check]);
    }
    match all_named(page, list, wholes) {
        Some((whole, parts, severity)) => differs(page, whole, &parts, severity),
        None => Continue(()),
    }
}

/// What a whole is said to include: `60件(含上年结转72件)`.
fn within(page: &mut Page, list: &mut List, wholes: &[usize], results: &Results) -> Verdict {
    let (Opener::Included, &[whole, ref others @ ..]) = (list.opener, wholes) else {
        return Continue(());
    };
    let parts = list.parts(list.items.len());
    if doubtful(page, list, &parts, whole, results) {
        return differs(page, whole, &parts, Severity::Notice);
    }
    let part = parts.into_iter().find(|&part| beyond(page, whole, part));
    let (true, Some(part)) = (others.is_empty(), part) else {
        return Continue(());
    };
    let severity = if page.label(part).contains("结转") {
        Severity::Error
    } else {
        Severity::Notice
    };
    differs(page, whole, &[part], severity)
}

/// A list that need not be complete, but names all the kinds that there are.
fn open(page: &mut Page, list: &mut List, wholes: &[usize], _: &Results) -> Verdict {
    if list.opener == Opener::Open
        && let Some((whole, parts, severity)) = all_named(page, list, wholes)
    {
        list.whole = Some(whole);
        return differs(page, whole, &parts, severity);
    }
    Continue(())
}

/// Some parts, if not all, that are more than the whole.
fn more(page: &mut Page, list: &mut List, wholes: &[usize], _: &Results) -> Verdict {
    let Some((parts, severity)) = overfull(page, list, wholes) else {
        return Continue(());
    };
    list.whole = Some(wholes[0]);
    differs(page, wholes[0], &parts, severity)
}

/// Nothing is said of a list that need not be complete, or is not of the whole before it.
fn unlisted(page: &mut Page, list: &mut List, wholes: &[usize], _: &Results) -> Verdict {
    let looks_past = wholes
        .first()
        .is_some_and(|&whole| past_kind(page, whole, list) || of_another(page, whole, list));
    if matches!(list.opener, Opener::Open | Opener::Included) || list.firm == 0 || looks_past {
        return Break(Vec::new());
    }
    Continue(())
}

/// Whether parts in another unit are so far from the whole that they are parts of something that the text leaves out:
/// `目录信息6636条。其中,自然人45件,法人6件`.
fn of_another(page: &Page, whole: usize, list: &List) -> bool {
    let parts = list.parts(list.items.len());
    let other = |&at: &usize| page.mentions[at].unit != page.mentions[whole].unit;
    let sum: Number = page.values(&parts).into_iter().sum();
    parts.iter().all(other) && sum + sum < page.mentions[whole].value
}

/// A whole that includes what was carried in, and what was new besides.
fn new(page: &mut Page, list: &mut List, wholes: &[usize], _: &Results) -> Verdict {
    old_and_new(page, list, wholes).map_or(Continue(()), |check| Break(vec![check]))
}

/// What is left is a list that should be complete and does not add up.
fn rest(page: &mut Page, list: &mut List, wholes: &[usize], results: &Results) -> Verdict {
    Break(missed(page, list, wholes, results).into_iter().collect())
}

/// The numbers farther back that parts add up to exactly: a second list of one whole may stand sentences after it.
fn farther(page: &Page, list: &List) -> Option<usize> {
    let (first, parts) = (list.items[0].at, in_sentence(page, list));
    let sum: Number = page.values(&parts).into_iter().sum();
    let unit = page.mentions[first].unit;
    let fits = |&at: &usize| {
        let whole = &page.mentions[at];
        let apart = list.opener != Opener::Unmarked || !page.same_sentence(at, first);
        whole.is_exact()
            && whole.unit == unit
            && whole.paren.is_none()
            && whole.value == sum
            && apart
    };
    let several = parts.len() > 2 || (parts.len() > 1 && by_asking(page, list));
    let several = several && list.opener != Opener::Of;
    (0..first).rev().filter(|_| several).find(fits)
}

/// Whether what a whole is said to include is more than it, `60件(含上年结转72件)`; there may be more materials than
/// documents.
fn beyond(page: &Page, whole: usize, part: usize) -> bool {
    let [all, one] = [whole, part].map(|at| &page.mentions[at]);
    let exact = all.is_exact() && one.is_exact() && all.unit == one.unit;
    let other = page.label(whole).contains("结转") || any(page.label(part), &["解读", "材料"]);
    let bare = page.tail(part).is_empty();
    // 规章18件(含新制定4件,修改41件)
    let inside = (whole + 1..part).all(|at| page.mentions[at].paren.is_some());
    exact && !other && bare && inside && one.value > all.value
}

/// A whole that includes what was carried in, and what was new besides: `51件(含上年结转2件),其中本年新收49件`.
fn old_and_new(page: &mut Page, list: &List, wholes: &[usize]) -> Option<Check> {
    let (&whole, new) = (wholes.first()?, list.items[0].at);
    let old = included(page, whole, new).filter(|&old| old + 1 == new)?;
    let label = page.label(new);
    let named = any(label, &["新收", "本年", "当年"])
        || (label.ends_with('年') && label.contains(|c: char| c.is_ascii_digit()));
    let exact = [whole, old, new].iter().all(|&at| !page.mentions[at].soft);
    let carried = page.label(old).contains("结转");
    (named && exact && carried && page.same_sentence(whole, new))
        .then(|| violation(page, whole, &[old, new], Severity::Error))
}
