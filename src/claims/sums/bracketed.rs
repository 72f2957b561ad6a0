//! Numbers in parentheses behind what they count, with their total before or after them (N201):
//! `网站(108条)、公众号(35条)等平台,主动发布信息143条`.

use super::{
    sure::near,
    tell::{agreement, violation},
};
use crate::{
    claims::reading::{
        list::{Item, List, Opener},
        page::{Page, any},
    },
    rule::{Check, Severity},
    text::Number,
};

/// Finds and checks such lists of one passage.
pub(super) fn check(page: &mut Page, lists: &mut Vec<List>, checks: &mut Vec<Check>) {
    let mut first = 0;
    while first < page.mentions.len() {
        let parts: Vec<usize> = (first..page.mentions.len())
            .take_while(|&at| inside(page, at) && page.same_sentence(first, at))
            .collect();
        first += parts.len().max(1);
        if parts.len() > 1 {
            judge(page, &parts, lists, checks);
        }
    }
}

/// Whether a mention stands alone in parentheses.
fn inside(page: &Page, at: usize) -> bool {
    let mention = &page.mentions[at];
    let range = &mention.range;
    let open = mention.paren.is_some_and(|open| open + 1 == range.start);
    let exact = mention.is_exact();
    exact && open && page.text()[range.end..].starts_with(')')
}

/// Tries the numbers right after and right before the parts as their total.
fn judge(page: &mut Page, parts: &[usize], lists: &mut Vec<List>, checks: &mut Vec<Check>) {
    let sum: Number = page.values(parts).into_iter().sum();
    let whole = |at: &usize| {
        let mention = &page.mentions[*at];
        let same = mention.unit == page.mentions[parts[0]].unit;
        let exact = mention.is_exact();
        exact && same && mention.paren.is_none() && page.same_sentence(*at, parts[0])
    };
    let after = Some(parts[parts.len() - 1] + 1).filter(|&at| at < page.mentions.len());
    let beside: Vec<usize> = [after, parts[0].checked_sub(1)]
        .into_iter()
        .flatten()
        .filter(whole)
        .collect();
    let fits = |at: &&usize| page.mentions[**at].value == sum;
    if let Some(&total) = beside.iter().find(fits) {
        let numbers = [&[total], parts].concat();
        checks.push(agreement(page, &numbers));
        lists.push(list(parts, total));
    } else if let Some(&total) = beside
        .iter()
        .find(|&&at| any(page.label(at), &["共", "合计"]))
        && parts.len() > 2
        && near(sum, page.mentions[total].value)
    {
        checks.push(violation(page, total, parts, Severity::Notice));
    }
}

fn list(parts: &[usize], whole: usize) -> List {
    let item = |&at: &usize| Item {
        at,
        shares: Vec::new(),
    };
    List {
        opener: Opener::Closed,
        items: parts.iter().map(item).collect(),
        strays: Vec::new(),
        firm: parts.len(),
        whole: Some(whole),
        holds: true,
    }
}
