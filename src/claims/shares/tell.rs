//! What is told of a share that does not follow from its numbers.

use crate::{
    claims::reading::{
        mention::{Grade, Mention},
        page::finding,
    },
    rule::{Finding, Severity, Terms},
    text::{
        Number,
        number::{half_up, percent, plain, rounded, shown},
    },
};

/// The finding that a share does not follow from its numbers.
pub(in crate::claims) fn share_finding(
    part: Number,
    whole: Number,
    printed: &Mention,
    grade: Grade,
) -> Finding {
    let (printed, places) = (printed.value, printed.places);
    let real = percent(part, whole).unwrap_or_default();
    let shown = shown(real, places);
    let right = format!("{:.*}%", places as usize, half_up(real, places));
    let formula = format!("{} ÷ {} = {shown}%", plain(part), plain(whole));
    let mut print = printed;
    print.rescale(places);
    let (severity, zh, en) = if grade == Grade::Off {
        (
            Severity::Notice,
            "末位相差一（舍入）",
            "off by one in the last place",
        )
    } else {
        (Severity::Error, "不符", "not what it should be")
    };
    let mut found = finding(
        severity,
        format!("占比写作 {print}%，而 {formula}，{zh}，应为 {right}。"),
        format!("The share is printed as {print}%, but {formula}: {en}; it should be {right}."),
        Some(formula),
    );
    found.terms = Some(Box::new(Terms::Share {
        part,
        whole,
        percent: print,
    }));
    found.expected = Some(right);
    found.found = Some(format!("{print}%"));
    if grade == Grade::Wrong
        && let Some(meant) = swapped(part, whole, printed, places)
    {
        let (part, meant) = (plain(part), plain(meant));
        found.message.zh.push_str(&format!(
            "若占比无误，则 {part} 可能是 {meant}（数字颠倒）。"
        ));
        found.message.en.push_str(&format!(
            " If the share is right, {part} may be {meant} with its digits swapped."
        ));
    }
    found
}

/// The part with two neighbouring digits swapped that gives the share as printed.
fn swapped(part: Number, whole: Number, printed: Number, places: u32) -> Option<Number> {
    let digits: Vec<char> = plain(part).chars().collect();
    let (low, high) = rounded(printed, places);
    let swap = |at: usize| {
        let mut other = digits.clone();
        other.swap(at, at + 1);
        other.into_iter().collect::<String>().parse::<Number>().ok()
    };
    (0..digits.len().saturating_sub(1))
        .filter(|&at| digits[at] != digits[at + 1])
        .filter_map(swap)
        .find(|&other| percent(other, whole).is_some_and(|real| (low..=high).contains(&real)))
}
