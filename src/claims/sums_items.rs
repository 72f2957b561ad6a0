//! Parts in list items under a sentence that ends in a colon (N201): only a sum that holds is told.

use super::{
    page::{Prose, alike},
    rules,
};
use crate::{rule::Check, text::Number};

/// The most list items that are looked at.
const ITEMS: usize = 40;

/// Finds lists whose parts stand in passages of their own.
pub(super) fn check(prose: &mut Prose, checks: &mut Vec<Check>) {
    for at in 0..prose.pages.len() {
        if let Some(whole) = announced(prose, at) {
            let parts = parts(prose, at, whole);
            if let Some(count) = fit(prose, at, whole, &parts) {
                checks.push(holding(prose, at, whole, &parts[..count]));
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

fn holding(prose: &mut Prose, at: usize, whole: usize, parts: &[(usize, usize)]) -> Check {
    let mut check = prose.pages[at].check(rules::PARTS_DIFFER_FROM_SUM, "sum", &[whole], None);
    for &(page, part) in parts {
        check.evidence.push(prose.pages[page].evidence(part));
        prose.pages[page].used[part] = true;
    }
    check
}
