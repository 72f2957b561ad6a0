//! Whether parts add up to a whole, and whether it is a fault when they do not.

use super::{
    answers::{delivered, past_kind},
    doubt::doubtful,
    excess::{excess, overfull},
    fits::{again, both, fit, in_sentence, net, with_strays},
    joint::{Joint, carried_out, joint},
    kinds::pair,
    named::{all_named, of_unit},
    parallel::surely_parallel,
    parts::{bounds, included},
    results::{carried, completed},
    stated::stated,
    sure::{announced, exhaustive, outcomes},
    tell::violation,
};
use crate::{
    claims::{
        lexicon::{roles::TAKEN_IN, sums::DONE},
        reading::{
            list::{List, Opener},
            page::{Page, any},
            results::Results,
            ways::Way,
        },
        rules,
    },
    rule::{Check, Severity},
    text::Number,
};

/// Tries a list against the wholes that it may have and says what came of it.
pub(super) fn judge(
    page: &mut Page,
    list: &mut List,
    wholes: &[usize],
    results: &Results,
    checks: &mut Vec<Check>,
) {
    if carried_out(page, list)
        && let Joint::Yes(check) = joint(page, list, wholes)
    {
        checks.extend(check);
        return;
    }
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
            list.items.truncate(count);
            list.firm = list.items.len();
            checks.push(page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, None));
            return;
        }
    }
    if let Some(numbers) = net(page, list, wholes).or_else(|| again(page, list)) {
        list.holds = true;
        checks.push(page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, None));
        return;
    }
    if let Joint::Yes(check) = joint(page, list, wholes) {
        checks.extend(check);
        return;
    }
    if list.opener == Opener::Unmarked && list.firm == 0 {
        if let Some(check) = stated(page, list, wholes) {
            checks.push(check);
            return;
        }
        if let Some((whole, parts, severity)) = all_named(page, list, wholes) {
            checks.push(violation(page, whole, &parts, severity));
            return;
        }
    }
    if list.opener == Opener::Included
        && let (&[whole, ..], parts) = (wholes, list.parts(list.items.len()))
        && doubtful(page, list, &parts, whole, results)
    {
        checks.push(violation(page, whole, &parts, Severity::Notice));
        return;
    } else if list.opener == Opener::Included
        && let &[whole, ..] = wholes
        && beyond(page, whole, list.items[0].at)
    {
        let part = list.items[0].at;
        let severity = if page.label(part).contains("结转") {
            Severity::Error
        } else {
            Severity::Notice
        };
        checks.push(violation(page, whole, &[part], severity));
        return;
    }
    if list.opener == Opener::Open
        && let Some((whole, parts, severity)) = all_named(page, list, wholes)
    {
        list.whole = Some(whole);
        checks.push(violation(page, whole, &parts, severity));
        return;
    }
    if let Some(parts) = overfull(page, list, wholes) {
        list.whole = Some(wholes[0]);
        checks.push(violation(page, wholes[0], &parts, Severity::Notice));
        return;
    }
    let looks_past = wholes
        .first()
        .is_some_and(|&whole| past_kind(page, whole, list));
    if matches!(list.opener, Opener::Open | Opener::Included) || list.firm == 0 || looks_past {
        return;
    }
    if let Some(check) = old_and_new(page, list, wholes) {
        checks.push(check);
        return;
    }
    let most = list
        .parts(list.firm)
        .iter()
        .map(|&at| page.mentions[at].value)
        .max();
    let taken = |&&at: &&usize| any(page.wide(at), TAKEN_IN);
    let enough = |at: &&usize| Some(page.mentions[**at].value) >= most;
    let first = list.items[0].at;
    let beside = wholes
        .first()
        .is_some_and(|&whole| whole + 1 == first && page.same_sentence(whole, first));
    let wholes: Vec<usize> = wholes
        .iter()
        .copied()
        .filter(|&whole| !beside || page.same_sentence(whole, first))
        .collect();
    let asked = by_asking(page, list).then(|| wholes.iter().filter(taken).find(enough));
    let Some(&whole) = asked.flatten().or_else(|| wholes.iter().find(enough)) else {
        checks.extend(excess(page, list, &wholes, results));
        return;
    };
    list.whole = Some(whole);
    if let Some(numbers) = with_strays(page, list, &wholes) {
        checks.push(page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, None));
        return;
    }
    let parts = list.parts(list.firm);
    let all = in_sentence(page, list);
    let apart = |&at: &usize| {
        let label = page.label(at);
        let said = |word: &&str| label.starts_with(*word) || label.ends_with(*word);
        // 建议提案办理40条 is a kind of information.
        DONE.iter().any(said) && !any(label, &["建议", "提案"])
    };
    let done = !parts.iter().any(apart) && all.iter().any(apart);
    let same = of_unit(page, &all, whole);
    let all = Some(all).filter(|all| all.len() > parts.len() && !done);
    for some in [all, same].into_iter().flatten() {
        if doubtful(page, list, &some, whole, results) {
            checks.push(violation(page, whole, &some, Severity::Notice));
            return;
        }
    }
    let (low, high) = bounds(page, &parts);
    let total = &page.mentions[whole];
    let labels: Vec<&str> = parts.iter().map(|&at| page.words(at)).collect();
    let lawsuits = pair(page, &parts) && any(page.label(parts[1]), &["起诉"]);
    // 自然人84件、法人11件(商业企业8件、其他3件): a kind of applicants, divided by itself.
    let kind = |words: &str| Way::Applicants.names(words);
    let within = list.opener == Opener::Paren
        && kind(page.words(whole))
        && parts.iter().any(|&at| kind(page.words(at)));
    if low > total.high && !lawsuits && !within && both(page, whole, low) {
        return;
    }
    if low != total.value && carried(page, low - total.value, &labels, results) {
        return;
    }
    if low > total.high {
        if lawsuits || surely_parallel(page, list, whole, results) {
            let severity = if delivered(page, whole, &labels) {
                Severity::Notice
            } else {
                Severity::Error
            };
            checks.push(violation(page, whole, &parts, severity));
        } else if doubtful(page, list, &parts, whole, results)
            || (whole + 1 == list.items[0].at && announced(page, &labels, whole, low))
        {
            checks.push(violation(page, whole, &parts, Severity::Notice));
        }
    } else if list.opener == Opener::Unmarked {
        list.whole = None;
        if high < total.low && outcomes(&labels, results) {
            checks.push(violation(page, whole, &parts, Severity::Error));
        }
    } else if completed(page, &parts, whole, results) {
        list.holds = true;
        let numbers: Vec<usize> = std::iter::once(whole).chain(parts).collect();
        checks.push(page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, None));
    } else if high < total.low && parts.len() > 1 && exhaustive(page, list, whole, results) {
        checks.push(violation(page, whole, &parts, Severity::Error));
    } else if high < total.low && doubtful(page, list, &parts, whole, results) {
        checks.push(violation(page, whole, &parts, Severity::Notice));
    } else if high < total.low && wholes.first() == Some(&whole) && whole + 1 == list.items[0].at {
        let numbers: Vec<usize> = std::iter::once(whole).chain(parts).collect();
        checks.push(page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, None));
    }
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

/// Whether a list divides requests by how they came or by who made them, so that it divides what was received.
fn by_asking(page: &Page, list: &List) -> bool {
    let parts = list.parts(list.firm);
    let of = |way: Way| parts.iter().all(|&at| way.names(page.words(at)));
    page.requests && !parts.is_empty() && Way::OF_REQUESTS.into_iter().any(of)
}

/// Whether what a whole is said to include is more than it, `60件(含上年结转72件)`; there may be more materials than
/// documents.
fn beyond(page: &Page, whole: usize, part: usize) -> bool {
    let [all, one] = [whole, part].map(|at| &page.mentions[at]);
    let exact = all.is_exact() && one.is_exact() && all.unit == one.unit;
    let other = page.label(whole).contains("结转") || any(page.label(part), &["解读", "材料"]);
    let bare = page.tail(part).is_empty();
    exact && !other && bare && whole + 1 == part && one.value > all.value
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
