//! Parts that stand before their total (N201): `A n件、B n件,共N件`.

use super::{sure::near, tell::violation};
use crate::{
    claims::{
        lexicon::lists::CHANNELS,
        reading::{
            list::List,
            page::{Page, alike, any},
        },
        rules,
    },
    rule::{Check, Severity},
    text::Number,
};

/// Judges parts that stand before their total.
pub(super) fn settle_backward(
    page: &mut Page,
    list: &List,
    checks: &mut Vec<Check>,
    lists: &mut Vec<List>,
) {
    let Some(total) = list.whole else {
        return;
    };
    let goal = page.mentions[total].clone();
    let (mut low, mut high) = (Number::ZERO, Number::ZERO);
    for (count, item) in list.items.iter().rev().enumerate() {
        low += page.mentions[item.at].low;
        high += page.mentions[item.at].high;
        if count > 0 && low <= goal.high && high >= goal.low {
            let items = list.items[list.items.len() - count - 1..].to_vec();
            let numbers: Vec<usize> = std::iter::once(total)
                .chain(items.iter().map(|item| item.at))
                .collect();
            checks.push(page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, None));
            lists.push(List {
                firm: items.len(),
                items,
                holds: true,
                ..list.clone()
            });
            return;
        }
    }
    let parts = list.parts(list.firm);
    let labels: Vec<&str> = parts.iter().map(|&at| page.label(at)).collect();
    let plain_list = parts.len() > 1
        && !parts
            .iter()
            .any(|&at| page.before(at).contains("其中") || page.mentions[at].soft)
        && parts
            .iter()
            .all(|&at| alike(page.mentions[at].unit, goal.unit) && !page.used[at])
        && labels
            .iter()
            .all(|label| !label.is_empty() && !label.ends_with('共'))
        && separated(page, &parts);
    if plain_list && !page.used[total] {
        let doubtful = labels.iter().any(|label| any(label, CHANNELS))
            || parts.iter().any(|&at| page.mentions[at].unit != goal.unit);
        let severity = if near(low, goal.value) && !doubtful {
            Severity::Error
        } else {
            Severity::Notice
        };
        checks.push(violation(page, total, &parts, severity));
    }
}

/// Whether the same mark, and nothing else, stands between all parts.
fn separated(page: &Page, parts: &[usize]) -> bool {
    let marks: Vec<Option<char>> = parts
        .windows(2)
        .map(|pair| page.gap(pair[0], pair[1]).chars().next())
        .collect();
    let pair = parts
        .windows(2)
        .all(|pair| page.gap(pair[0], pair[1]).ends_with('和'));
    marks.iter().all(|mark| *mark == Some('、'))
        || marks.iter().all(|mark| *mark == Some(','))
        || (parts.len() == 2 && pair)
}
