//! What kinds parts are of: one way to divide a whole or several, pairs, what is left.

use crate::{
    claims::{
        lexicon::lists::{CHANNELS, LOWER_BODIES, PAIRS, REST, UPPER_BODIES},
        reading::{
            page::{Page, any},
            ways::Way,
        },
    },
    text::words::Words,
};
use std::sync::LazyLock;

/// Whether the parts divide their whole in more than one known way. What is left, 其他处理, belongs to any of them.
pub(in crate::claims) fn mixed(labels: &[&str]) -> bool {
    let named = |way: &&Way| {
        let mut telling = labels.iter().filter(|label| !rest(label));
        **way != Way::Origins && telling.any(|label| way.names(label))
    };
    Way::ALL.iter().filter(named).count() > 1
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
    let all = |way: &Way| labels.iter().all(|label| way.names(label));
    Way::ALL.iter().any(all)
}

/// Whether two parts are a pair that leaves nothing out.
pub(in crate::claims) fn pair(page: &Page, parts: &[usize]) -> bool {
    let &[one, other] = parts else { return false };
    named(page.wide(one), page.wide(other))
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
fn named(a: &str, b: &str) -> bool {
    /// The bits of the first kinds; each is followed by the bit of the second.
    const FIRST: u64 = u64::MAX / 3;
    static KINDS: LazyLock<Words> =
        LazyLock::new(|| Words::new(PAIRS.iter().flat_map(|&(one, other)| [one, other])));
    let (a, b) = (KINDS.mask(a), KINDS.mask(b));
    FIRST & (a & b >> 1 | b & a >> 1) != 0
}

/// Whether the last of several parts is what is left.
pub(in crate::claims) fn closed_by_rest(labels: &[&str]) -> bool {
    let last = labels.last().copied().unwrap_or_default();
    let last = last.strip_prefix("涉及").unwrap_or(last);
    labels.len() > 1 && rest(last)
}
