//! Findings of the text that have one cause: with 83 for 38 neither the sum nor the share holds.

use super::Explained;
use crate::{
    rule::{Check, Finding, Terms},
    text::{Number, number::rounded, order::Order},
};

/// So many findings of one number are looked at: a text that has thousands of them would take for ever.
const MOST: usize = 48;

/// Makes findings parts of one that is at least as bad, where one other value of a number that they share would mend both.
pub(super) fn join(checks: &[Check], explained: &mut Explained) {
    let told: Vec<(usize, &Check, &Finding)> = checks
        .iter()
        .enumerate()
        .filter(|(_, check)| check.claim.is_some())
        .filter_map(|(at, check)| Some((at, check, check.finding.as_ref()?)))
        .collect();
    let checks: Vec<&Check> = told.iter().map(|&(_, check, _)| check).collect();
    let places = places(&checks);
    let mut whole = vec![true; told.len()];
    for part in 0..told.len() {
        let other = beside(&places, checks[part]).into_iter().find(|&other| {
            let (severity, own) = (told[other].2.severity, told[part].2.severity);
            other != part
                && whole[other]
                && (severity > own || (severity == own && other < part))
                && one_cause(checks[other], checks[part])
        });
        if let Some(other) = other {
            whole[part] = false;
            explained.parts.push((told[part].0, told[other].0));
        }
    }
}

/// Where the evidence of some checks stands, in the order of the text, each place with the number of its check.
fn places(checks: &[&Check]) -> Vec<(usize, usize)> {
    let numbered = checks.iter().enumerate();
    let mut places: Vec<(usize, usize)> = numbered
        .flat_map(|(at, check)| {
            check
                .evidence
                .iter()
                .map(move |place| (place.span.start, at))
        })
        .collect();
    places.order();
    places
}

/// The checks that have a place of this one, in their order.
fn beside(places: &[(usize, usize)], check: &Check) -> Vec<usize> {
    let shared = check.evidence.iter().flat_map(|place| {
        let first = places.partition_point(|&(start, _)| start < place.span.start);
        let here = |&&(start, _): &&(usize, usize)| start == place.span.start;
        places[first..].iter().take_while(here).take(MOST)
    });
    let mut found: Vec<usize> = shared.map(|&(_, at)| at).collect();
    found.order();
    found.dedup();
    found
}

/// Whether one number of both checks is what is wrong.
fn one_cause(one: &Check, other: &Check) -> bool {
    let shared = one
        .evidence
        .iter()
        .filter(|place| other.evidence.iter().any(|also| also.span == place.span));
    let above = other.rule.code == "N207";
    let meets = |value: Number| {
        let (low, high) = mended(one, value)?;
        let (least, most) = mended(other, value)?;
        Some(low <= most && least <= high)
    };
    shared
        .filter_map(|place| place.value)
        .any(|value| above || meets(value) == Some(true))
}

/// The values between which a number must lie for the relation of a violated check to hold.
fn mended(check: &Check, value: Number) -> Option<(Number, Number)> {
    match check.finding.as_ref()?.terms.as_deref()? {
        Terms::Equal(left, right) => {
            let gap = left.iter().sum::<Number>() - right.iter().sum::<Number>();
            let wanted = match value {
                value if left.contains(&value) => value - gap,
                value if right.contains(&value) => value + gap,
                _ => return None,
            };
            Some((wanted, wanted))
        }
        &Terms::Share {
            part,
            whole,
            percent,
        } => {
            let (low, high) = rounded(percent, percent.scale());
            let bounds = match value {
                _ if low <= Number::ZERO => return None,
                value if value == part => {
                    [whole * low, whole * high].map(|all| all / Number::ONE_HUNDRED)
                }
                value if value == whole => {
                    [high, low].map(|rate| part * Number::ONE_HUNDRED / rate)
                }
                _ => return None,
            };
            Some(bounds.into())
        }
    }
}
