//! What kinds parts are of: one way to divide a whole or several, pairs, what is left.

use crate::claims::{
    lexicon::lists::{CHANNELS, DIMENSIONS, LOWER_BODIES, PAIRS, REST, UPPER_BODIES},
    reading::page::{Page, any},
};

/// Whether the parts divide their whole in more than one known way. What is left, 其他处理, belongs to any of them.
pub(in crate::claims) fn mixed(labels: &[&str]) -> bool {
    let named = |words: &&[&str]| {
        let mut telling = labels.iter().filter(|label| !rest(label));
        telling.any(|label| any(label, words))
    };
    DIMENSIONS.iter().take(5).copied().filter(named).count() > 1
}

/// Whether one of the parts is a channel, through which may have gone what went through another one too. Accounts are
/// counted by what they are: 微信3个,微博2个.
pub(in crate::claims) fn overlapping(page: &Page, parts: &[usize]) -> bool {
    let through = |&at: &usize| {
        let account = ["个", "家"].contains(&page.mentions[at].unit);
        !account && any(page.words(at), CHANNELS)
    };
    parts.iter().any(through)
}

/// Whether a part is what is left of its whole.
pub(in crate::claims) fn rest(label: &str) -> bool {
    REST.iter().any(|word| label.starts_with(word))
}

/// Whether all parts are of one known way to divide things.
pub(in crate::claims) fn one_kind(labels: &[&str]) -> bool {
    DIMENSIONS
        .iter()
        .any(|words| labels.iter().all(|label| any(label, words)))
}

/// Whether two parts are a pair that leaves nothing out.
pub(in crate::claims) fn pair(page: &Page, parts: &[usize]) -> bool {
    let &[one, other] = parts else { return false };
    let (a, b) = (page.wide(one), page.wide(other));
    named(PAIRS, a, b)
}

/// Whether the parts are bodies of two levels, those of each level together, which as a rule leaves none out:
/// 市政府办62件、市直部门411件、县（市、区）363件.
pub(in crate::claims) fn levels(page: &Page, parts: &[usize]) -> bool {
    let upper = |&at: &usize| any(page.words(at), UPPER_BODIES);
    let lower = |at: &usize| !upper(at) && any(page.words(*at), LOWER_BODIES);
    parts.iter().any(upper)
        && parts.iter().any(lower)
        && parts.iter().all(|at| upper(at) || lower(at))
}

/// Whether two texts name the two kinds of one of the pairs.
fn named(pairs: &[(&str, &str)], a: &str, b: &str) -> bool {
    pairs.iter().any(|(one, other)| {
        (a.contains(one) && b.contains(other)) || (a.contains(other) && b.contains(one))
    })
}

/// Whether the last of several parts is what is left.
pub(in crate::claims) fn closed_by_rest(labels: &[&str]) -> bool {
    let last = labels.last().copied().unwrap_or_default();
    let last = last.strip_prefix("涉及").unwrap_or(last);
    labels.len() > 1 && rest(last)
}
