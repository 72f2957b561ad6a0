//! Percentages that a rate divides into (N201): `满意率98.2%(很满意34.5%,满意63.7%)`.

use super::tell::{agreement, disagreement};
use crate::{
    claims::{
        lexicon::rates::{DEGREES, STEMS},
        reading::page::Page,
        rules,
    },
    rule::{Check, Severity},
    text::Number,
};

/// Finds and checks the rates of one passage that are divided.
pub(in crate::claims) fn check(page: &mut Page, checks: &mut Vec<Check>) {
    for whole in 0..page.mentions.len() {
        let parts = parts(page, whole);
        if parts.len() > 1 {
            checks.extend(judge(page, whole, &parts));
        }
    }
}

/// The percentages right after one, in a parenthesis of their own or after 其中.
fn parts(page: &Page, whole: usize) -> Vec<usize> {
    let first = whole + 1;
    let rate = |at: &usize| {
        let mention = &page.mentions[*at];
        mention.is_percent()
            && !mention.malformed
            && !mention.hedged
            && !mention.change
            && !page.used[*at]
    };
    if first >= page.mentions.len() || !rate(&whole) {
        return Vec::new();
    }
    let (paren, gap) = (page.mentions[first].paren, page.gap(whole, first));
    let inside = gap.starts_with('(') && paren > page.mentions[whole].paren;
    if !inside && !gap.trim_start_matches([',', ';']).starts_with("其中") {
        return Vec::new();
    }
    (first..page.mentions.len())
        .take_while(|&at| page.mentions[at].paren == paren && page.same_sentence(first, at))
        .take_while(rate)
        .collect()
}

/// What the rates add up to; told where each part is a degree of what the whole is the rate of: 很满意, 基本满意.
fn judge(page: &mut Page, whole: usize, parts: &[usize]) -> Option<Check> {
    let values = page.values(parts);
    let total = page.mentions[whole].value;
    let slack = |&at: &usize| Number::new(5, page.mentions[at].places + 1);
    let allowed: Number = parts.iter().chain([&whole]).map(slack).sum();
    let numbers = [&[whole], parts].concat();
    let gap = (values.iter().sum::<Number>() - total).abs();
    if gap <= allowed {
        return Some(agreement(page, &numbers));
    }
    let label = page.label(whole).trim_end_matches(['为', '达', '到', '是']);
    let stem = label.strip_suffix(['率', '度'])?;
    let named = STEMS.iter().find(|word| stem.ends_with(*word))?;
    let degree = |&at: &usize| {
        let part = page.label(at).trim_start_matches("其中");
        let part = part.trim_end_matches(['率', '度', '为', '占', '的']);
        part.strip_suffix(named)
            .is_some_and(|much| much.is_empty() || DEGREES.contains(&much))
    };
    if !parts.iter().all(degree) {
        return None;
    }
    // Where the least degree is not named, it may be what is missing.
    let least = parts
        .last()
        .is_some_and(|&at| page.label(at).contains("基本"));
    let more = values.iter().sum::<Number>() > total;
    if !(more || least || gap > Number::ONE) {
        return None;
    }
    let noun = page.noun(whole);
    let found = disagreement(noun, &values, &[total], false, Severity::Error);
    Some(page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, Some(found)))
}
