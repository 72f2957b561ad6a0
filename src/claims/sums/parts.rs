//! The parts of a list: their names and what they may add up to.

use crate::{
    claims::reading::{list::List, page::Page, ways::Way},
    text::Number,
};

/// A number in parentheses after the whole that the whole includes: `298件(含上年结转1件)`.
pub(in crate::claims) fn included(page: &Page, whole: usize, first: usize) -> Option<usize> {
    let at = whole + 1;
    let gap = (at < first).then(|| page.gap(whole, at))?;
    let inside = page.mentions[at].is_count() && page.mentions[at].paren.is_some();
    (inside
        && ["(含", "(包含", "(包括", "(其中"]
            .iter()
            .any(|word| gap.starts_with(word)))
    .then_some(at)
}

/// The least and the most that parts may add up to.
pub(super) fn bounds(page: &Page, parts: &[usize]) -> (Number, Number) {
    parts
        .iter()
        .fold((Number::ZERO, Number::ZERO), |(low, high), &at| {
            (low + page.mentions[at].low, high + page.mentions[at].high)
        })
}

/// Whether a list divides requests by how they came or by who made them, so that it divides what was received.
pub(super) fn by_asking(page: &Page, list: &List) -> bool {
    let parts = list.parts(list.firm);
    let of = |way: Way| parts.iter().all(|&at| way.names(page.words(at)));
    page.requests && !parts.is_empty() && Way::OF_REQUESTS.into_iter().any(of)
}
