//! What is told when parts and whole disagree: the sum written out, and the smallest slip that would repair it.

use crate::{
    claims::{
        lexicon::sums::{LEADS, TAILS},
        reading::page::{Page, finding, plus},
        rules,
    },
    rule::{Bilingual, Check, Finding, Repair, Severity},
    text::{Number, number::plain},
};

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
    let values =
        |all: &[usize]| -> Vec<Number> { all.iter().map(|&at| page.mentions[at].value).collect() };
    let noun = page.noun(wholes[0]);
    let mut found = disagreement(&noun, &values(parts), &values(wholes), severity);
    found.repairs = repairs(page, parts, values(wholes).iter().sum());
    let numbers = [wholes, parts].concat();
    page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, Some(found))
}

/// The finding itself: what the parts give, what the whole is said to be.
pub(in crate::claims) fn disagreement(
    noun: &str,
    values: &[Number],
    wholes: &[Number],
    severity: Severity,
) -> Finding {
    let sum: Number = values.iter().sum();
    let total: Number = wholes.iter().sum();
    let formula = match (values.len(), wholes.len()) {
        (1, _) => format!("{} > {}", plain(sum), plain(total)),
        (_, 1) => format!("{} = {} ≠ {}", plus(values), plain(sum), plain(total)),
        _ => format!(
            "{} = {} ≠ {} = {}",
            plus(values),
            plain(sum),
            plain(total),
            plus(wholes)
        ),
    };
    let (mut zh, mut en) = slip(values, total).unwrap_or_default();
    if severity == Severity::Notice {
        zh.push_str("若分项已列全且互不重复，请核对。");
        en.push_str(" Please check, if the parts are all of them and none overlaps another.");
    }
    let (noun, all) = (subject(noun), plain(total));
    let (says, english) = if values.len() == 1 {
        (
            format!("“{noun}”为 {all}，而其中一项大于它：{formula}。"),
            format!("“{noun}” is {all}, but one of its parts is more: {formula}."),
        )
    } else {
        (
            format!("“{noun}”为 {all}，而所列各项相加：{formula}。"),
            format!("“{noun}” is {all}, but the parts listed add up otherwise: {formula}."),
        )
    };
    let mut found = finding(
        severity,
        format!("{says}{zh}"),
        format!("{english}{en}"),
        Some(formula),
    );
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

/// The smallest slip that would explain the difference: a part left out or counted twice, digits swapped, a digit lost.
pub(in crate::claims) fn slip(parts: &[Number], total: Number) -> Option<(String, String)> {
    let sum: Number = parts.iter().sum();
    if parts.len() < 2 {
        return None;
    }
    let gap = sum - total;
    if let Some(&part) = parts.iter().find(|&&part| part == gap) {
        let part = plain(part);
        return Some((
            format!("总数可能漏加了 {part}。"),
            format!(" The total may leave {part} out."),
        ));
    }
    if let Some(&part) = parts.iter().find(|&&part| part == -gap) {
        let part = plain(part);
        return Some((
            format!("总数可能重复计入了 {part}。"),
            format!(" The total may count {part} twice."),
        ));
    }
    if same_digits(total, sum) {
        let (total, sum) = (plain(total), plain(sum));
        return Some((
            format!("总数 {total} 可能是 {sum}（数字颠倒）。"),
            format!(" The total {total} may be {sum} with its digits swapped."),
        ));
    }
    let (part, wanted, (zh, en)) = misprint(parts, total)?;
    let (part, wanted) = (plain(parts[part]), plain(wanted));
    Some((
        format!("{part} 可能是 {wanted}（{zh}）。"),
        format!(" {part} may be {wanted} with {en}."),
    ))
}

/// The part that with its digits swapped, or with one more or fewer, would make the sum right: which one, what it would
/// be, and what became of it in two languages.
fn misprint(
    parts: &[Number],
    total: Number,
) -> Option<(usize, Number, (&'static str, &'static str))> {
    let gap = parts.iter().sum::<Number>() - total;
    let place =
        |fits: fn(Number, Number) -> bool| parts.iter().position(|&part| fits(part, part - gap));
    let swapped = place(same_digits).map(|at| (at, ("数字颠倒", "its digits swapped")));
    let lost = || place(lost_digit).map(|at| (at, ("漏写或多写一位", "a digit lost or added")));
    let (at, slip) = swapped.or_else(lost)?;
    Some((at, parts[at] - gap, slip))
}

/// The same as a value to try, where the part is printed in plain digits and no slip of the total explains it.
fn repairs(page: &Page, parts: &[usize], total: Number) -> Vec<Repair> {
    let values: Vec<Number> = parts.iter().map(|&at| page.mentions[at].value).collect();
    let sum: Number = values.iter().sum();
    let gap = (sum - total).abs();
    if parts.len() < 2 || values.contains(&gap) || same_digits(total, sum) {
        return Vec::new();
    }
    let Some((part, value, (zh, en))) = misprint(&values, total) else {
        return Vec::new();
    };
    let Some(evidence) = page.digits(parts[part]) else {
        return Vec::new();
    };
    vec![Repair {
        evidence,
        value,
        restores: 1,
        why: Bilingual {
            zh: format!("改为 {} 则各项之和等于总数（{zh}）。", plain(value)),
            en: format!(
                "With {} the parts add up to the total ({en}).",
                plain(value)
            ),
        },
        way: 0,
    }]
}

/// Whether the total or one of its parts with two digits swapped would make them agree.
pub(in crate::claims) fn swap(parts: &[Number], total: Number) -> bool {
    let sum: Number = parts.iter().sum();
    let gap = sum - total;
    same_digits(total, sum) || parts.iter().any(|&part| same_digits(part, part - gap))
}

/// Whether two whole numbers have the same digits in another order.
pub(in crate::claims) fn same_digits(one: Number, other: Number) -> bool {
    let sorted = |value: Number| {
        let mut digits: Vec<char> = plain(value).chars().collect();
        digits.sort_unstable();
        digits
    };
    one != other && other > Number::ZERO && sorted(one) == sorted(other)
}

/// Whether one number is the other without its last digit.
pub(in crate::claims) fn lost_digit(one: Number, other: Number) -> bool {
    let cut = |value: Number| (value / Number::TEN).floor();
    one != other
        && one >= Number::TEN.min(other)
        && other > Number::ZERO
        && (cut(one) == other || cut(other) == one)
}
