//! The sum of the parts as what shares are shares of.

use super::{Share, base::Base};
use crate::{
    claims::reading::{
        mention::{Grade, Mention},
        page::Page,
        prose::Prose,
        ways::Way,
    },
    text::Number,
};

/// The sum of the parts, where their shares add up to 100 %, or all but one follow from it.
pub(super) fn siblings(prose: &Prose, at: usize, shares: &[Share]) -> Option<Base> {
    let page = &prose.pages[at];
    let total: Number = shares
        .iter()
        .map(|share| page.mentions[share.percent].value)
        .sum();
    let sum =
        |pick: fn(&Mention) -> Number| shares.iter().map(|s| pick(&page.mentions[s.part])).sum();
    let hundred = (total - Number::ONE_HUNDRED).abs() <= Number::ONE;
    let odd = !hundred && but_one(page, shares, sum(|m| m.value));
    if shares.len() < 2 || !(hundred || odd) {
        return None;
    }
    Some(Base {
        value: sum(|m| m.value),
        low: sum(|m| m.low),
        high: sum(|m| m.high),
        numbers: shares.iter().map(|share| (at, share.part)).collect(),
        cell: None,
        sure: odd,
        firm: odd,
        likely: true,
    })
}

/// Whether all shares but one, to a decimal, are those of their parts in a sum, and there are three or the parts are who
/// asked: `公民申请213件,占88.8%;法人申请27件,占12.3%`.
fn but_one(page: &Page, shares: &[Share], sum: Number) -> bool {
    let follows = |share: &&Share| {
        let printed = &page.mentions[share.percent];
        printed.places > 0
            && printed.grade(page.mentions[share.part].value, sum) == Some(Grade::Exact)
    };
    let asked = |share: &Share| Way::Applicants.names(page.words(share.part));
    let exact = |share: &Share| page.mentions[share.part].is_exact();
    shares.iter().filter(follows).count() + 1 == shares.len()
        && shares.iter().all(exact)
        && (shares.len() > 2 || shares.iter().all(asked))
}
