//! What there was to deal with, as what shares are shares of: `新收46件,上年结转2件,办结45件,占应办总数的93.8%`.

use super::{Share, base::Base};
use crate::claims::{
    lexicon::sums::DUE,
    reading::{
        prose::Prose,
        roles::{Role, role},
    },
};

/// What was received and what was carried in together, where a share is said to be of what was due.
pub(super) fn due(prose: &Prose, at: usize, share: &Share) -> Option<Base> {
    if !DUE.iter().any(|word| share.base.starts_with(word)) {
        return None;
    }
    let page = &prose.pages[at];
    let of = |wanted: Role| {
        let mut before = (0..share.part).filter(|&i| page.mentions[i].is_exact());
        before.find(|&i| role(page, i, prose.year) == Some(wanted))
    };
    let numbers = [of(Role::Received)?, of(Role::CarriedIn)?];
    // 新收46件,上年结转2件,撤回1件,办结45件: what was withdrawn was not due.
    if numbers[0].max(numbers[1]) + 1 != share.part {
        return None;
    }
    let value = page.values(&numbers).into_iter().sum();
    Some(Base {
        value,
        low: value,
        high: value,
        numbers: numbers.map(|number| (at, number)).to_vec(),
        cell: None,
        sure: true,
        firm: true,
        likely: true,
    })
}
