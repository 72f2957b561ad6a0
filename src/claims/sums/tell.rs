//! What is told when parts and whole disagree: the sum written out, and the smallest slip that would repair it.

use crate::{
    claims::{
        lexicon::sums::{LEADS, TAILS},
        reading::page::{Page, finding, plus, unequal},
        rules,
    },
    rule::{Bilingual, Check, Finding, Repair, Severity, Terms},
    text::{Number, number::plain, order::Order},
};

/// The check of a sum that holds: its whole, or wholes, and its parts.
pub(in crate::claims) fn agreement(page: &mut Page, numbers: &[usize]) -> Check {
    page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", numbers, None)
}

/// The finding that parts and whole disagree; a notice where the parts need not be all of them.
pub(in crate::claims) fn violation(
    page: &mut Page,
    whole: usize,
    parts: &[usize],
    severity: Severity,
) -> Check {
    violation_of(page, &[whole], parts, severity)
}

/// The same where several figures together are the whole: requests received and carried in.
pub(in crate::claims) fn violation_of(
    page: &mut Page,
    wholes: &[usize],
    parts: &[usize],
    severity: Severity,
) -> Check {
    let whole = wholes[0];
    // 39个部门、13个街道共52个单位
    let beside = whole.checked_sub(1).map(|last| page.gap(last, whole));
    let counted = beside == Some(page.label(whole)) && !page.tail(whole).is_empty();
    let noun = match page.tail(whole) {
        tail if counted && tail.chars().count() > 6 => "",
        tail if counted => tail,
        _ => page.noun(whole),
    };
    let totals = page.values(wholes);
    let sure = wholes.iter().all(|&at| page.borne_out[at]);
    let mut found = disagreement(noun, &page.values(parts), &totals, sure, severity);
    found.repairs = repair(page, parts, totals.iter().sum(), sure)
        .into_iter()
        .collect();
    let numbers = [wholes, parts].concat();
    page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, Some(found))
}

/// The finding itself: what the parts give, what the whole is said to be, and whether other figures bear that out.
pub(in crate::claims) fn disagreement(
    noun: &str,
    values: &[Number],
    wholes: &[Number],
    sure: bool,
    severity: Severity,
) -> Finding {
    let sum: Number = values.iter().sum();
    let total: Number = wholes.iter().sum();
    let formula = match (values.len(), wholes.len()) {
        (1, _) => format!("{} > {}", plain(sum), plain(total)),
        (_, 1) => unequal(values, &[], total),
        _ => format!("{} = {}", unequal(values, &[], total), plus(wholes)),
    };
    let slip = slip(values, total, sure).map(|slip| said(slip, values, total));
    let (mut zh, mut en) = slip.unwrap_or_default();
    if severity == Severity::Notice {
        zh.push_str("若分项已列全且互不重复，请核对。");
        en.push_str(" Please check whether these are all the parts and none overlaps another.");
    }
    let (noun, all) = (subject(noun), plain(total));
    let (says, english) = if values.len() == 1 {
        (
            format!("“{noun}”为 {all}，而其中一项大于它：{formula}。"),
            format!("“{noun}” is {all}, but one of its parts is larger: {formula}."),
        )
    } else {
        (
            format!("“{noun}”为 {all}，而所列各项相加：{formula}。"),
            format!("“{noun}” is {all}, but the parts listed add up differently: {formula}."),
        )
    };
    let mut found = finding(
        severity,
        format!("{says}{zh}"),
        format!("{english}{en}"),
        Some(formula),
    );
    if values.len() > 1 {
        found.terms = Terms::equal(values, wholes);
    }
    found.expected = Some(plain(sum));
    found.found = Some(plain(total));
    found
}

/// The noun of a total as a message names it: without quotation marks and words that say nothing of what is counted.
fn subject(noun: &str) -> String {
    let bare = noun.replace(['“', '”', '"'], "");
    let mut name = bare.as_str();
    while let Some(cut) = LEADS.iter().find_map(|word| name.strip_prefix(word)) {
        name = cut;
    }
    while let Some(cut) = TAILS.iter().find_map(|word| name.strip_suffix(word)) {
        name = cut;
    }
    if name.is_empty() { "总数" } else { name }.to_owned()
}

/// A slip that would explain why parts and total disagree.
#[derive(Debug, Clone, Copy)]
enum Slip {
    /// The total leaves a part of this value out.
    LeftOut(Number),
    /// The total counts a part of this value twice.
    Twice(Number),
    /// The total is misprinted: what became of it.
    Total(Became),
    /// A part is misprinted: which one, what it would be, and what became of it.
    Part(usize, Number, Became),
}

/// What became of the digits of a number, in two languages.
type Became = (&'static str, &'static str);

const SWAPPED: Became = ("数字颠倒", "its digits swapped");
const LOST: Became = ("漏写或多写一位", "a digit lost or added");

/// The smallest slip that would explain the difference: a part left out or counted twice, digits swapped, a digit lost.
///
/// Of a total that is sure the parts alone can be wrong.
fn slip(parts: &[Number], total: Number, sure: bool) -> Option<Slip> {
    if parts.len() < 2 {
        return None;
    }
    let sum: Number = parts.iter().sum();
    let gap = sum - total;
    if !sure && parts.contains(&gap) {
        return Some(Slip::LeftOut(gap));
    }
    if !sure && parts.contains(&-gap) {
        return Some(Slip::Twice(-gap));
    }
    if !sure && same_digits(total, sum) {
        return Some(Slip::Total(SWAPPED));
    }
    if !sure && doubled(total, sum) {
        return Some(Slip::Total(LOST));
    }
    let place =
        |fits: fn(Number, Number) -> bool| parts.iter().position(|&part| fits(part, part - gap));
    let swapped = place(same_digits).map(|at| (at, SWAPPED));
    let lost = || place(lost_digit).map(|at| (at, LOST));
    let (at, what) = swapped.or_else(lost)?;
    Some(Slip::Part(at, parts[at] - gap, what))
}

/// Whether a slip would explain the difference.
pub(super) fn slipped(parts: &[Number], total: Number) -> bool {
    slip(parts, total, false).is_some()
}

/// A slip in two languages.
fn said(slip: Slip, parts: &[Number], total: Number) -> (String, String) {
    match slip {
        Slip::LeftOut(part) => (
            format!("总数可能漏加了 {}。", plain(part)),
            format!(" The total may leave {} out.", plain(part)),
        ),
        Slip::Twice(part) => (
            format!("总数可能重复计入了 {}。", plain(part)),
            format!(" The total may count {} twice.", plain(part)),
        ),
        Slip::Total((zh, en)) => {
            let (total, sum) = (plain(total), plain(parts.iter().sum()));
            (
                format!("总数 {total} 可能是 {sum}（{zh}）。"),
                format!(" The total {total} may be {sum} with {en}."),
            )
        }
        Slip::Part(at, value, (zh, en)) => {
            let (part, value) = (plain(parts[at]), plain(value));
            (
                format!("{part} 可能是 {value}（{zh}）。"),
                format!(" {part} may be {value} with {en}."),
            )
        }
    }
}

/// A misprinted part as a value to try, where it is printed in plain digits.
fn repair(page: &Page, parts: &[usize], total: Number, sure: bool) -> Option<Repair> {
    let Some(Slip::Part(at, value, (zh, en))) = slip(&page.values(parts), total, sure) else {
        return None;
    };
    let wanted = plain(value);
    Some(Repair {
        evidence: page.digits(parts[at])?,
        value,
        restores: 1,
        why: Bilingual {
            zh: format!("改为 {wanted} 则各项之和等于总数（{zh}）。"),
            en: format!("With {wanted} the parts add up to the total ({en})."),
        },
        way: 0,
    })
}

/// Whether the total or one of its parts with two digits swapped would make them agree, or a part that is too great
/// without its last digit or one typed twice.
pub(in crate::claims) fn swap(parts: &[Number], total: Number) -> bool {
    let sum: Number = parts.iter().sum();
    let gap = sum - total;
    let swapped = |part: Number| same_digits(part, part - gap);
    let longer = |part: Number| {
        gap > Number::ZERO && (lost_digit(part, part - gap) || doubled(part, part - gap))
    };
    same_digits(total, sum)
        || doubled(total, sum)
        || parts.iter().any(|&part| swapped(part) || longer(part))
}

/// Whether two whole numbers have the same digits in another order.
pub(in crate::claims) fn same_digits(one: Number, other: Number) -> bool {
    let sorted = |value: Number| {
        let mut digits: Vec<char> = plain(value).chars().collect();
        digits.order();
        digits
    };
    one != other && other > Number::ZERO && sorted(one) == sorted(other)
}

/// Whether one whole number is the other one with one of its digits typed twice.
pub(in crate::claims) fn doubled(one: Number, other: Number) -> bool {
    let printed = plain(one);
    let digits = printed.as_bytes();
    let again = |&at: &usize| digits[at] == digits[at - 1] && at < digits.len();
    let mut twice = (1..digits.len()).filter(again);
    one >= Number::ONE_HUNDRED
        && twice.any(|at| format!("{}{}", &printed[..at], &printed[at + 1..]) == plain(other))
}

/// Whether one number is the other without its last digit.
pub(in crate::claims) fn lost_digit(one: Number, other: Number) -> bool {
    let cut = |value: Number| (value / Number::TEN).floor();
    one != other
        && one >= Number::TEN.min(other)
        && other > Number::ZERO
        && (cut(one) == other || cut(other) == one)
}
