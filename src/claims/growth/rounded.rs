//! Rates of changes of rounded figures (N203): wrong where no values that they allow give them.

use super::{change_finding, falls};
use crate::{
    claims::{
        reading::{mention::Grade, page::Page},
        rules,
    },
    rule::{Check, Severity},
    text::{
        Number,
        number::{percent, rounded},
    },
};

/// The rate of a change beside this year's figure: `访问量280万次,较上年增加56万次,增长25%`.
pub(super) fn rounded_rate(page: &mut Page, [figure, change, rate]: [usize; 3]) -> Option<Check> {
    let (now, step) = (&page.mentions[figure], &page.mentions[change]);
    let base = |now: Number, step: Number| {
        if falls(page, change) {
            now + step
        } else {
            now - step
        }
    };
    let least = percent(step.low, base(now.high, step.low))?;
    let most = percent(step.high, base(now.low, step.high))?;
    let printed = &page.mentions[rate];
    let (low, high) = rounded(printed.value, printed.places);
    let numbers = [figure, change, rate];
    if high >= least && low <= most {
        return Some(page.check(rules::GROWTH_DIFFERS, "growth", &numbers, None));
    }
    let mut found = change_finding(
        page,
        rate,
        step.value,
        base(now.value, step.value),
        Grade::Wrong,
    );
    found.severity = Severity::Notice;
    (least > Number::ZERO && most > least && !printed.soft)
        .then(|| page.check(rules::GROWTH_DIFFERS, "growth", &numbers, Some(found)))
}
