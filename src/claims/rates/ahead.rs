//! Rates that stand before what they are of (N204): `办结率99.5%,办结416件`, `可办率97.5%,即326项中318项可办`.

use super::{counts, grade, named::name, rate_finding};
use crate::{
    claims::{
        lexicon::rates::{DONE, SAME, TAKEN},
        reading::{
            mention::Grade,
            page::{Page, any},
        },
        rules,
    },
    rule::{Check, Severity},
    text::Number,
};

/// A rate and what was done, after it; what there was to do stands after it too, or before.
pub(super) fn ahead(page: &mut Page, rate: usize) -> Option<Check> {
    let next = rate + 1;
    let exact = page.mentions[rate].is_percent() && !page.mentions[rate].soft;
    if !exact || !counted(page, next, rate) {
        return None;
    }
    if let Some(numbers) = spelled_out(page, rate) {
        return judge(page, rate, numbers, Severity::Error);
    }
    let name = name(page, rate).filter(|name| name.chars().count() > 1)?;
    if let Some(all) = remarked(page, rate) {
        return judge(page, rate, [next, all], Severity::Notice);
    }
    let also = SAME.iter().find(|stems| stems.contains(&name));
    let meant = |stem: &str| page.label(next).ends_with(stem);
    if !meant(name) && !also.is_some_and(|stems| stems.iter().any(|stem| meant(stem))) {
        return None;
    }
    let unit = page.mentions[next].unit;
    let wholes: Vec<usize> = counts(page, rate)
        .into_iter()
        .filter(|&all| {
            page.mentions[all].unit == unit && page.mentions[all].value >= page.mentions[next].value
        })
        .collect();
    let fits = wholes
        .iter()
        .find(|&&all| grade(page, rate, [next, all]) == Some(Grade::Exact));
    let taken = || wholes.iter().rev().find(|&&all| any(page.wide(all), TAKEN));
    let cases = |&&all: &&usize| any(page.wide(all), &["复议", "诉讼"]);
    let taken = if name == "纠错" {
        wholes.iter().find(cases)
    } else {
        taken()
    };
    let &all = fits.or(taken)?;
    judge(page, rate, [next, all], Severity::Notice)
}

/// A rate whose name stands at the head of the sentence, or in the one before, behind what was done and what there was to
/// do: `满意率持续提升,全年回访860件,满意842件,达到97.9%`.
pub(super) fn headed(page: &mut Page, rate: usize) -> Option<Check> {
    let (done, all) = (rate.checked_sub(1)?, rate.checked_sub(2)?);
    let said = page.gap(done, rate).strip_prefix(',')?;
    let exact = |at: usize| counted(page, at, rate);
    let bare = ["达到", "达", "为", "率为", "率达"].contains(&said);
    let same = page.mentions[all].unit == page.mentions[done].unit
        && page.mentions[done].value <= page.mentions[all].value;
    if !page.mentions[rate].is_percent() || !bare || !exact(done) || !exact(all) || !same {
        return None;
    }
    let from = all
        .checked_sub(1)
        .map_or(0, |at| page.mentions[at].range.end);
    let head = page.slice(from..page.mentions[all].range.start);
    let named = |stem: &&str| {
        let name = head.split_once(*stem).map(|(_, rest)| rest);
        name.is_some_and(|rest| rest.starts_with('率')) && page.label(done).ends_with(*stem)
    };
    let tied = any(page.wide(all), TAKEN) || page.label(all).contains('应');
    let named = DONE.iter().any(named);
    (tied && named).then(|| judge(page, rate, [done, all], Severity::Notice))?
}

/// The number right before a rate that the one alone in a parenthesis behind it is part of:
/// `公开信息62480条,全文电子化率达96.2%(60106条)`.
fn remarked(page: &Page, rate: usize) -> Option<usize> {
    let (all, part) = (rate.checked_sub(1)?, &page.mentions[rate + 1]);
    let whole = &page.mentions[all];
    let alone = page.gap(rate, rate + 1) == "(" && part.tail.is_empty();
    let closed = page
        .slice(part.range.end..page.text().len())
        .starts_with(')');
    let sole = all.checked_sub(1).is_none_or(|other| {
        page.mentions[other].unit != part.unit || !page.same_sentence(other, all)
    });
    let sound = whole.is_exact() && whole.unit == part.unit && whole.value >= part.value;
    // 回访满意率93.2%(1860件): those that answered, not those of all.
    let due = part.value * Number::ONE_HUNDRED - page.mentions[rate].value * whole.value;
    let near = due.abs() <= whole.value * Number::TEN;
    (alone && closed && sole && sound && near && page.same_sentence(all, rate)).then_some(all)
}

/// Whether a mention is an exact count in the sentence of another.
fn counted(page: &Page, at: usize, beside: usize) -> bool {
    let count = |mention: &crate::claims::reading::mention::Mention| mention.is_exact();
    page.mentions.get(at).is_some_and(count) && page.same_sentence(at, beside)
}

/// What was done of what, told right after the rate: `,即326项中318项`, `(应办311件,办结291件)`.
pub(super) fn spelled_out(page: &Page, rate: usize) -> Option<[usize; 2]> {
    let (all, done) = (rate + 1, rate + 2);
    let same = || {
        let one = |at: usize| counted(page, at, rate);
        one(all) && one(done) && page.mentions[done].unit == page.mentions[all].unit
    };
    if page.mentions[rate].soft || !same() {
        return None;
    }
    let gap = page.gap(rate, all).trim_start_matches([',', '(']);
    let open = Some(page.mentions[rate].range.end);
    let inside = [all, done]
        .iter()
        .all(|&at| page.mentions[at].paren == open);
    let of = page.tail(all).starts_with('中') && (gap == "即" || inside);
    let due = |at: usize| page.label(at).starts_with('应');
    match [due(all), due(done)] {
        _ if of => Some([done, all]),
        [true, false] if inside => Some([done, all]),
        [false, true] if inside => Some([all, done]),
        _ => None,
    }
}

/// Whether a rate is that of what was done of what there was to do; at worst of so much weight where it is not.
pub(super) fn judge(
    page: &mut Page,
    rate: usize,
    [done, all]: [usize; 2],
    worst: Severity,
) -> Option<Check> {
    let grade = grade(page, rate, [done, all])?;
    let mut found = None;
    if grade < Grade::Exact {
        let (part, whole) = (page.mentions[done].value, page.mentions[all].value);
        let told = rate_finding(page, rate, part, whole)?;
        let severity = if grade == Grade::Off {
            Severity::Notice
        } else {
            worst
        };
        found = Some(crate::rule::Finding { severity, ..told });
    }
    Some(page.check(rules::RATE_DIFFERS, "rate", &[rate, done, all], found))
}
