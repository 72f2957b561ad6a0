//! Whether parts divide their whole in one way, so that they cannot exceed it.

use super::{
    idle,
    kinds::{
        attended, closed_by_rest, couple, exclusive, full_set, levels, mixed, negated, one_kind,
        overlapping, pair,
    },
    parts::bounds,
    results::cases,
    sure::{counted, distributive, other_base, twice},
};
use crate::{
    claims::reading::{
        list::{List, Opener},
        page::Page,
        results::Results,
    },
    text::Number,
};

/// Whether the parts surely divide one thing in one way, so that they cannot exceed it.
pub(super) fn surely_parallel(page: &Page, list: &List, whole: usize, results: &Results) -> bool {
    let parts = list.parts(list.firm);
    if parts.len() < 2 {
        return false;
    }
    let total = &page.mentions[whole];
    let (low, _) = bounds(page, &parts);
    let ratio = |percent: u32| low * Number::ONE_HUNDRED <= total.high * Number::from(percent);
    let labels = page.all_words(&parts);
    // 媒体评论 is a kind of interpretation, and no channel.
    let channels = overlapping(page, &parts) && !full_set(&labels);
    let units = parts
        .iter()
        .all(|&at| counted(total.unit, page.mentions[at].unit));
    let units = units || full_set(&labels);
    let adjacent = parts
        .first()
        .is_some_and(|&first| next(page, whole) == first || list.opener == Opener::Among);
    let excess = low - total.high <= Number::TWO && total.high > Number::from(4);
    let soft = parts.iter().any(|&at| page.mentions[at].soft);
    let kinds = one_kind(&labels)
        || cases(&labels)
        || exclusive(&labels)
        || closed_by_rest(&labels)
        || levels(page, &parts)
        || full_set(&labels)
        || pair(page, &parts)
        || negated(page, &parts)
        || couple(page, whole, &parts);
    let close = if channels {
        !soft && !total.soft && ratio(103)
    } else {
        excess || ratio(if kinds { 250 } else { 115 })
    };
    // 信息员98人,其中专职23人,本科以上86人: views of the same things, where nothing in their names says otherwise.
    let crossed = !kinds && !excess && crossed(page, &parts, total.value);
    // 分别为412条、163条、37条
    let closed = list.opener == Opener::Closed && !distributive(page, &parts);
    let in_turn = |at: usize| closed && page.gap(at - 1, at) == "、";
    // 其中涉及教育24条、就业31条: one thing may be about several.
    let fields = !kinds && page.label(parts[0]).contains("涉及");
    let dull = parts
        .iter()
        .filter(|&&at| page.words(at).is_empty() && !page.serial(at) && !in_turn(at))
        .count();
    !crossed
        && !mixed(&labels)
        && !attended(page, &parts)
        && units
        && adjacent
        && close
        && !fields
        && dull == 0
        && list.opener != Opener::Open
        && (list.opener == Opener::Of
            || results.none_brought()
            || !other_base(page, &labels, whole, results))
        && !twice(page, &parts)
}

/// Whether parts may be what is told of the same things one view after the other: two in clauses of their own whose names
/// do not end alike, or one that is all of them.
fn crossed(page: &Page, parts: &[usize], total: Number) -> bool {
    let all = |&at: &usize| page.mentions[at].value == total;
    let end = |at: usize| page.label(at).chars().next_back();
    let apart = |&[one, other]: &[usize; 2]| {
        let rest = page.label(other).contains("其他");
        page.gap(one, other).starts_with(',') && end(one) != end(other) && !rest
    };
    parts.iter().any(all) || parts.try_into().is_ok_and(|two: [usize; 2]| apart(&two))
}

/// The number after a whole, past lawsuits that there were none of.
pub(super) fn next(page: &Page, whole: usize) -> usize {
    let none = whole + 1 < page.mentions.len() && idle(page, whole + 1);
    whole + 1 + usize::from(none)
}
