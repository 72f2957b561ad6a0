//! Rates of change that no figure of last year gives (N207): `52场,同比增长18.5%` is neither of 43 nor of 44.

use super::{falls, is_rate, subject::bare};
use crate::{
    claims::{
        reading::{
            mention::Grade,
            page::{Page, finding},
        },
        rules,
    },
    rule::{Check, Severity},
    text::{Number, number::plain},
};

/// How many numbers back a figure may stand that the rate may be of.
const FAR: usize = 24;
/// Above it a rate of one place may always come of some figure.
const MOST: u32 = 5000;

/// A rate right behind this year's figure that no figure of last year gives.
pub(super) fn alone(page: &mut Page, rate: usize) -> Option<Check> {
    let figure = rate.checked_sub(1)?;
    let (now, printed) = (&page.mentions[figure], &page.mentions[rate]);
    let exact = now.is_exact() && !now.change && !now.earlier && now.paren == printed.paren;
    let small = now.value > Number::ZERO && now.value <= Number::from(MOST);
    let last = page.mentions.get(rate + 1);
    let goes_on =
        last.is_some_and(|next| page.gap(rate, rate + 1).chars().count() < 3 || next.earlier);
    let said = page.gap(figure, rate).strip_prefix([',', '(']);
    let tied = said.is_some_and(|said| bare(said) && !said.contains('环'));
    if !exact || !small || printed.soft || goes_on || !is_rate(page, rate) || !tied {
        return None;
    }
    // 收到185件,办结182件,同比增长12.5%: the rate may be of any of them.
    let same = (0..rate)
        .rev()
        .take(FAR)
        .take_while(|&at| page.same_sentence(at, rate));
    let mut counts = same.filter(|&at| page.mentions[at].is_count());
    if counts.any(|at| reached(page, at, rate)) {
        return None;
    }
    let (quote, now) = (page.quote(rate).to_owned(), plain(now.value));
    // The rate may be of a figure that is not told, or was worked out before the figure was corrected.
    let found = finding(
        Severity::Notice,
        format!("今年为 {now} 时，上年没有整数能得出 {quote} 的增减幅度。"),
        format!("No whole number of last year gives a change of {quote} to {now}."),
        None,
    );
    Some(page.check(
        rules::IMPOSSIBLE_PERCENTAGE,
        "growth",
        &[rate, figure],
        Some(found),
    ))
}

/// Whether some whole number of last year gives the rate of a figure, or one nearly as great.
fn reached(page: &Page, figure: usize, rate: usize) -> bool {
    let (now, printed) = (page.mentions[figure].value, page.mentions[rate].value);
    let down = falls(page, rate);
    let all = Number::ONE_HUNDRED + if down { -printed } else { printed };
    if all <= Number::ONE {
        return true;
    }
    let least = (now * Number::ONE_HUNDRED / all).floor();
    let given = |then: Number| {
        let change = if down { then - now } else { now - then };
        page.mentions[rate]
            .grade(change, then)
            .is_some_and(|grade| grade > Grade::Wrong)
    };
    let one = Number::ONE;
    [least - one, least, least + one, least + one + one]
        .into_iter()
        .any(given)
}
