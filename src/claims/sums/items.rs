//! Parts in list items under a sentence that ends in a colon (N201).

use super::tell::swap;
use crate::{
    claims::{
        reading::{
            mention::Mention,
            page::{alike, finding, unequal},
            prose::Prose,
        },
        rules,
    },
    rule::{Check, Finding, Severity, Terms},
    text::{Number, number::plain},
};

/// The most list items that are looked at.
const ITEMS: usize = 40;

/// Finds lists whose parts stand in passages of their own.
pub(in crate::claims) fn check(prose: &mut Prose, checks: &mut Vec<Check>) {
    for at in 0..prose.pages.len() {
        if let Some(whole) = announced(prose, at) {
            let parts = parts(prose, at, whole);
            if let Some(count) = fit(prose, at, whole, &parts) {
                checks.push(told(prose, at, whole, &parts[..count], None));
            } else if let Some(finding) = near(prose, at, whole, &parts) {
                checks.push(told(prose, at, whole, &parts, Some(finding)));
            }
        }
    }
}

/// The number at the end of a passage that announces a list.
fn announced(prose: &Prose, at: usize) -> Option<usize> {
    let page = &prose.pages[at];
    let last = (0..page.mentions.len())
        .rev()
        .find(|&i| page.mentions[i].is_count())?;
    let rest = page.slice(page.mentions[last].range.end..page.text().len());
    (rest.ends_with(':') && rest.chars().count() <= 24).then_some(last)
}

/// The first number of each list item that follows.
fn parts(prose: &Prose, at: usize, whole: usize) -> Vec<(usize, usize)> {
    let unit = prose.pages[at].mentions[whole].unit;
    let mut parts = Vec::new();
    for (step, page) in prose.pages.iter().enumerate().skip(at + 1).take(ITEMS) {
        let first = (0..page.mentions.len())
            .find(|&i| page.mentions[i].is_count() && !page.mentions[i].change);
        match first {
            Some(first) if page.passage.item && alike(page.mentions[first].unit, unit) => {
                parts.push((step, first));
            }
            _ => break,
        }
    }
    parts
}

/// How many of the parts add up to the whole.
fn fit(prose: &Prose, at: usize, whole: usize, parts: &[(usize, usize)]) -> Option<usize> {
    let total = &prose.pages[at].mentions[whole];
    let (mut low, mut high, mut best) = (Number::ZERO, Number::ZERO, None);
    for (count, &(page, part)) in parts.iter().enumerate() {
        let mention = &prose.pages[page].mentions[part];
        low += mention.low;
        high += mention.high;
        if count > 0 && low <= total.high && high >= total.low {
            best = Some(count + 1);
        }
    }
    best
}

/// Parts of one unit that miss their whole by little: worth a word.
fn near(prose: &Prose, at: usize, whole: usize, parts: &[(usize, usize)]) -> Option<Finding> {
    let total = &prose.pages[at].mentions[whole];
    let mentions: Vec<&Mention> = parts
        .iter()
        .map(|&(page, part)| &prose.pages[page].mentions[part])
        .collect();
    let exact = !total.soft
        && mentions
            .iter()
            .all(|part| !part.soft && part.unit == total.unit);
    let values: Vec<Number> = mentions.iter().map(|part| part.value).collect();
    let sum: Number = values.iter().sum();
    let gap = (sum - total.value).abs();
    let close = gap * Number::from(20) <= total.value
        || (swap(&values, total.value) && gap + gap <= total.value);
    if !exact || parts.len() < 2 || !close {
        return None;
    }
    let formula = unequal(&values, &[], total.value);
    let mut found = finding(
        Severity::Notice,
        format!(
            "总数为 {}，以下各条所列为：{formula}。若已列全，请核对。",
            plain(total.value)
        ),
        format!(
            "The total is {}, but the items below give {formula}. Please check whether these are all of them.",
            plain(total.value)
        ),
        Some(formula),
    );
    found.terms = Terms::equal(&values, &[total.value]);
    found.expected = Some(plain(sum));
    found.found = Some(plain(total.value));
    Some(found)
}

fn told(
    prose: &mut Prose,
    at: usize,
    whole: usize,
    parts: &[(usize, usize)],
    finding: Option<Finding>,
) -> Check {
    let mut check = prose.pages[at].check(rules::PARTS_DIFFER_FROM_SUM, "sum", &[whole], finding);
    for &(page, part) in parts {
        check.evidence.push(prose.pages[page].evidence(part));
        prose.pages[page].used[part] = true;
    }
    check
}
