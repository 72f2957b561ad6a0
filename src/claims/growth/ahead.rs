//! Rates that stand before the change that they are of (N203): `发布解读815件,同比增长12.5%,增加91件`.

use super::{
    change_finding, falls, is_change, previous, rounded::rounded_rate, subject::apart_from,
};
use crate::{
    claims::{
        lexicon::times::{AGAINST, CHANGE},
        reading::{
            mention::{Grade, Mention},
            page::Page,
        },
        rules,
    },
    rule::{Check, Finding, Severity},
    text::{Number, words::without},
};

/// A rate right after this year's figure and right before the change.
pub(super) fn rate_ahead(page: &mut Page, rate: usize) -> Option<Check> {
    let (figure, change) = (rate.checked_sub(1)?, rate + 1);
    let numbers = [figure, change, rate];
    if !follows(page, figure, rate) || apart_from(page, figure, figure, rate) {
        return None;
    }
    if page.mentions[figure].soft || page.mentions[change].soft {
        return rounded_rate(page, numbers);
    }
    let (step, base) = (page.mentions[change].value, previous(page, figure, change));
    let grade = page.mentions[rate]
        .grade(step, base)
        .filter(|_| base > Number::ZERO)?;
    let found = (grade < Grade::Exact).then(|| Finding {
        severity: Severity::Notice,
        ..change_finding(page, rate, step, base, grade)
    });
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &numbers, found))
}

/// Whether nothing but words of change stands between a rate and the change after it, both of one figure.
fn follows(page: &Page, figure: usize, rate: usize) -> bool {
    let change = rate + 1;
    let now = &page.mentions[figure];
    let same = |step: &Mention| step.unit == now.unit && step.paren == now.paren;
    let beside = page.mentions.get(change).is_some_and(same)
        && is_change(page, change)
        && page.same_sentence(figure, change);
    let gap = || {
        without(
            page.gap(rate, change).trim_matches(['(', ',', '、']),
            AGAINST,
        )
    };
    now.is_amount()
        && !now.change
        && !now.earlier
        && beside
        && CHANGE.contains(&gap().trim_end_matches(['了', '约', '为']))
        && falls(page, rate) == falls(page, change)
}
