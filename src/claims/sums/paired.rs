//! Lists that count each part in two units (N201): `培训5期320人次,其中乡镇2期120人次,部门3期200人次`. Where the parts are all
//! there are in one unit, they are so in the other.

use super::tell::{agreement, violation};
use crate::{
    claims::reading::{
        list::{List, Opener},
        page::Page,
    },
    rule::{Check, Severity},
    text::Number,
};

/// What adds up when its parts do: visits and money, not places, bodies or people, which several parts may share.
const ADDED: [&str; 10] = [
    "人次", "元", "万元", "件", "条", "篇", "份", "期", "场", "次",
];
/// The most letters between the two numbers of a part.
const CLOSE: usize = 6;

/// Checks each list of one passage whose parts come in pairs.
pub(super) fn check(page: &mut Page, lists: &[List], checks: &mut Vec<Check>) {
    for first in 2..page.mentions.len().saturating_sub(3) {
        if page.traits[first].opener != Some(Opener::Among) {
            continue;
        }
        let Some(columns) = pairs(page, first) else {
            continue;
        };
        let wholes = [first - 2, first - 1].map(|at| page.mentions[at].unit);
        let order = [0, 1].map(|side| {
            wholes
                .iter()
                .position(|unit| *unit == page.mentions[first + side].unit)
        });
        let [Some(one), Some(other)] = order else {
            continue;
        };
        let sums = [
            (first - 2 + one, &columns[0]),
            (first - 2 + other, &columns[1]),
        ];
        let gap = |(whole, parts): &(usize, &Vec<usize>)| {
            page.values(parts).iter().sum::<Number>() - page.mentions[*whole].value
        };
        let gaps = sums.each_ref().map(gap);
        if !gaps.contains(&Number::ZERO) {
            continue;
        }
        for (side, (whole, parts)) in sums.into_iter().enumerate() {
            let known = lists
                .iter()
                .any(|list| list.whole == Some(whole) && parts.iter().all(|&at| list.has(at)));
            if known {
                continue;
            }
            let severity = match gaps[side] > Number::ZERO {
                true => Severity::Error,
                false => Severity::Notice,
            };
            checks.push(if gaps[side].is_zero() {
                agreement(page, &[&[whole], parts.as_slice()].concat())
            } else {
                violation(page, whole, parts, severity)
            });
        }
    }
}

/// The numbers of all parts from `first` on, unit by unit, if they come in pairs and there are two parts or more.
fn pairs(page: &Page, first: usize) -> Option<[Vec<usize>; 2]> {
    let units = [first, first + 1].map(|at| page.mentions[at].unit);
    let exact = |at: usize| {
        let mention = &page.mentions[at];
        mention.is_amount() && !mention.soft && !mention.change && !mention.earlier
    };
    let inside = |at: usize| {
        exact(at)
            && page.same_sentence(first, at)
            && page.mentions[at].paren == page.mentions[first].paren
    };
    let told = units[0] != units[1]
        && units.iter().all(|unit| ADDED.contains(unit))
        && [first - 2, first - 1].into_iter().all(exact)
        && page.same_sentence(first - 2, first);
    if !told {
        return None;
    }
    let is_pair = |at: &usize| {
        at + 1 < page.mentions.len()
            && [*at, at + 1].map(|at| page.mentions[at].unit) == units
            && inside(*at)
            && inside(at + 1)
            && page.gap(*at, at + 1).chars().count() <= CLOSE
            && !page.gap(*at, at + 1).contains(';')
    };
    let ones: Vec<usize> = (first..).step_by(2).take_while(is_pair).collect();
    let others = ones.iter().map(|at| at + 1).collect();
    (ones.len() > 1).then_some([ones, others])
}
