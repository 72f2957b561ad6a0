//! Shares that are all there are, of parts that miss the number right before them (N201):
//! `公开解读1383份,其中图解65份(47.1%),专家解读56份(40.6%),视频17份(12.3%)`.

use super::{
    Share,
    base::Base,
    grade,
    group::{are_all, whole_of},
};
use crate::{
    claims::{
        reading::{list::List, mention::Grade, page::Page, prose::Prose},
        sums::{
            sure::other_base,
            tell::{lost_digit, swap, violation},
            view::view,
        },
    },
    rule::{Check, Severity},
};

/// What is told where shares follow from the sum of their parts, add up to 100 %, and yet the whole is another number.
pub(super) fn check(
    prose: &mut Prose,
    at: usize,
    lists: &[List],
    shares: &[Share],
    base: &Base,
) -> Option<Check> {
    let page = &prose.pages[at];
    let exact = |share: &Share| grade(page, share, base) == Grade::Exact;
    let own =
        base.cell.is_none() && base.numbers.len() == shares.len() && whole_of(page, shares, base);
    let sound = shares.len() > 1 && own && are_all(page, shares) && shares.iter().all(exact);
    let whole = shares[0].part.checked_sub(1).filter(|_| sound)?;
    let parts: Vec<usize> = shares.iter().map(|share| share.part).collect();
    let labels: Vec<&str> = parts.iter().map(|&part| page.words(part)).collect();
    let known = lists.iter().any(|list| list.holds && list.has(parts[0]));
    if known
        || !divided(page, lists, whole, &parts)
        || other_base(page, &labels, whole, &prose.results)
    {
        return None;
    }
    Some(violation(
        &mut prose.pages[at],
        whole,
        &parts,
        Severity::Notice,
    ))
}

/// Whether a number is the whole of some parts: a list says so, they look at it from one side (`从渠道来看`), or a slip of one
/// digit would make them agree.
fn divided(page: &Page, lists: &[List], whole: usize, parts: &[usize]) -> bool {
    let (first, all) = (parts[0], &page.mentions[whole]);
    let listed = lists
        .iter()
        .any(|list| list.has(first) && list.whole == Some(whole));
    let values = page.values(parts);
    let slip = swap(&values, all.value) || lost_digit(all.value, values.iter().sum());
    let side = view(page, first);
    let beside = all.is_exact()
        && all.unit == page.mentions[first].unit
        && all.value != values.iter().sum()
        && (side || page.same_sentence(whole, first));
    beside && (listed || slip || side)
}
