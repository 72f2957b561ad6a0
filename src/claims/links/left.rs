//! What was carried in or goes over beside another number of requests that is the table's own.

use crate::{
    claims::{
        cells::value,
        lexicon::cells::RECEIVED,
        reading::{
            page::Page,
            roles::{Role, role},
        },
    },
    facts::Facts,
};

/// How many numbers back the requests received are looked for.
const BACK: usize = 24;

/// Whether what waits or goes over stands right behind the table's own number of answers, or they behind it, and both are
/// not simply all that came: `收到120件,办结118件,剩余6件正在办理中`, but not 剩余2件.
pub(super) fn left_of(page: &Page, at: usize, year: Option<u16>, facts: &Facts) -> bool {
    let wanted = match role(page, at, year) {
        Some(Role::CarriedOut) => (Role::Closed, "t3.total.total"),
        Some(Role::Closed) => (Role::CarriedOut, "t3.carried_out.total"),
        Some(Role::CarriedIn) => return of_both(page, at, facts),
        _ => return false,
    };
    let number = |other: usize| page.mentions[other].value;
    let is = |other: usize, (wanted, cell): (Role, &str)| {
        page.same_sentence(other, at)
            && role(page, other, year) == Some(wanted)
            && !number(other).is_zero()
            && value(facts, &[cell]) == Some(number(other))
    };
    let last = at.checked_sub(1).filter(|&last| is(last, wanted));
    let new = |last: usize| {
        let new = (Role::Received, "t3.new.total");
        let mut before = (0..last).rev().take(BACK);
        before
            .find(|&before| is(before, new) || handled(page, before, at, year, facts))
            .map(number)
    };
    page.mentions[at].is_exact()
        && last.is_some_and(|last| new(last).is_some_and(|new| new != number(at) + number(last)))
}

/// Whether a number in the sentence of another is all that there was to deal with, as the table has it.
fn handled(page: &Page, before: usize, at: usize, year: Option<u16>, facts: &Facts) -> bool {
    page.same_sentence(before, at)
        && role(page, before, year) == Some(Role::Handled)
        && value(facts, RECEIVED[1].cells) == Some(page.mentions[before].value)
}

/// Whether what was carried in stands right behind the table's own number of all requests: `受理申请126件(其中上年结转6件)`.
fn of_both(page: &Page, at: usize, facts: &Facts) -> bool {
    let label = page.label(at);
    let all = at.checked_sub(1).filter(|&all| page.same_sentence(all, at));
    page.mentions[at].is_exact()
        && ["结转", "结转申请"].iter().any(|end| label.ends_with(end))
        && all.is_some_and(|all| value(facts, RECEIVED[1].cells) == Some(page.mentions[all].value))
}
