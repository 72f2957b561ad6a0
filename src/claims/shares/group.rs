//! Shares that have one base: where a group of them ends, and which base it has.

use super::{
    Share,
    base::{Base, bases},
    grade, weight,
};
use crate::{
    claims::{
        reading::{list::List, mention::Grade, page::Page, prose::Prose, ways::Way},
        sums::{kinds::one_kind, sure::hundred},
    },
    text::Number,
};

/// The most shares behind the first that may be all there are.
const MOST: usize = 24;

/// The end of the shares that have one base: those of one list, or of one base noun.
pub(super) fn group_end(shares: &[Share], from: usize, page: &Page) -> usize {
    let first = &shares[from];
    let mut to = whole_sentence(shares, from, page).max(from + 1);
    while let Some(next) = shares.get(to) {
        let listed = first.list.is_some() && first.list == next.list;
        let near = page
            .gap(shares[to - 1].percent, next.percent)
            .matches('。')
            .count()
            == 0;
        // 当面申请28件,占7.4%。处理结果:予以公开116件,占30.8%: results are shares of another number.
        let result = |share: &Share| Way::Results.names(page.words(share.part));
        let turns = !near && result(&shares[to - 1]) != result(next);
        let goes_on = listed && !turns || near && first.list == next.list;
        // 公民申请213件,占申请总量的88.8%;法人申请27件,占11.3%: the second need not name it once more.
        let asked = |share: &Share| Way::Applicants.names(page.words(share.part));
        let silent = next.base.is_empty() && asked(first) && asked(next);
        // 自然人577件,占86.4%。办结自然人申请570件,占87%;法人申请85件,占13%: the second sentence divides its own.
        let own = !near && whole_sentence(shares, to, page) > to + 1;
        if next.base != first.base && !silent || !goes_on || own {
            break;
        }
        to += 1;
    }
    to
}

/// The end of the shares of one sentence that are all there are, and only the first of which need name the base:
/// `行政复议102件,占两类案件总数的32%;行政诉讼217件,占68%`.
fn whole_sentence(shares: &[Share], from: usize, page: &Page) -> usize {
    let first = shares[from].percent;
    let beside = |share: &&Share| page.same_sentence(first, share.percent);
    let rest = shares[from + 1..].iter().take(MOST).take_while(beside);
    let rest = rest.take_while(|share| share.base.is_empty()).count();
    let all = &shares[from..=from + rest];
    let hundred = hundred(page, all.iter().map(|share| share.percent));
    if hundred { from + all.len() } else { from }
}

/// The base that explains most of a group.
pub(super) fn best(prose: &Prose, at: usize, lists: &[List], shares: &[Share]) -> Option<Base> {
    let mut best: Option<(usize, Base)> = None;
    for base in bases(prose, at, lists, shares) {
        let grades = shares
            .iter()
            .map(|share| grade(&prose.pages[at], share, &base));
        let score = grades.map(weight).sum();
        if best.as_ref().is_none_or(|(most, _)| score > *most) {
            best = Some((score, base));
        }
    }
    best.map(|(_, base)| base)
}

/// A group in two, where several shares that do not follow from its base all follow from another one:
/// `收到申请40件:自然人30件(75%)、法人10件(25%)。答复38件:公开19件(50%)、部分公开19件(50%)`.
pub(super) fn apart(
    prose: &Prose,
    at: usize,
    lists: &[List],
    shares: &[Share],
    base: &Base,
) -> Option<(Vec<Share>, Vec<Share>)> {
    let follows = |share: &Share, base: &Base| grade(&prose.pages[at], share, base) == Grade::Exact;
    let (ours, others): (Vec<Share>, Vec<Share>) = shares
        .iter()
        .cloned()
        .partition(|share| follows(share, base));
    if ours.is_empty() || others.len() < 2 {
        return None;
    }
    let other = best(prose, at, lists, &others)?;
    let all = others.iter().all(|share| follows(share, &other));
    all.then_some((ours, others))
}

/// Whether so many shares of parts of one kind follow from a base, but for their last place, that the others must be
/// measured by it too.
pub(super) fn confirmed(page: &Page, shares: &[Share], near: usize) -> bool {
    let telling = shares
        .iter()
        .filter(|share| {
            let printed = &page.mentions[share.percent];
            printed.places > 0 || page.mentions[share.part].value > Number::TEN
        })
        .count();
    let labels: Vec<&str> = shares.iter().map(|share| page.label(share.part)).collect();
    shares.len() > 2 && near * 2 > shares.len() && (one_kind(&labels) || telling > 1)
}

/// Whether the parts of a group add up to its base.
pub(super) fn whole_of(page: &Page, shares: &[Share], base: &Base) -> bool {
    let sum: Number = shares
        .iter()
        .map(|share| page.mentions[share.part].value)
        .sum();
    sum == base.value
}

/// Whether the shares are all that there are: exact, of exact parts, and together 100 %.
pub(super) fn are_all(page: &Page, shares: &[Share]) -> bool {
    let soft =
        |share: &Share| page.mentions[share.part].soft || page.mentions[share.percent].hedged;
    !shares.iter().any(soft) && hundred(page, shares.iter().map(|share| share.percent))
}
