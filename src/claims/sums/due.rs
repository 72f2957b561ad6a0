//! All that there was to deal with (N201): `收到45件,上年结转1件,应办理46件`.

use super::tell::{agreement, violation};
use crate::{
    claims::{
        lexicon::{lists::SCOPES, sums::DUE},
        reading::{
            page::Page,
            prose::Prose,
            roles::{Role, role},
        },
    },
    rule::{Check, Severity},
    text::Number,
};

/// Finds and checks such numbers of one passage.
pub(in crate::claims) fn check(prose: &mut Prose, at: usize, checks: &mut Vec<Check>) {
    let year = prose.year;
    let page = &mut prose.pages[at];
    for all in 2..page.mentions.len() {
        if page.requests
            && page.mentions[all].is_exact()
            && !page.used[all]
            && due(page, all)
            && let Some(parts) = parts(page, all, year)
        {
            checks.push(judge(page, all, parts));
        }
    }
}

/// Whether the words before a number say no more than that so many were to be dealt with.
fn due(page: &Page, at: usize) -> bool {
    let label = page.label(at);
    let scope = SCOPES.iter().find_map(|word| label.strip_prefix(word));
    let said = scope
        .unwrap_or(label)
        .trim_start_matches(['共', '计', '总', '合', '实', '际']);
    let said = said
        .trim_end_matches("申请")
        .trim_end_matches("信息公开")
        .trim_end_matches("政府");
    DUE.contains(&said)
}

/// What was received and what was carried in, the two numbers right before one.
fn parts(page: &Page, all: usize, year: Option<u16>) -> Option<[usize; 2]> {
    let inside = page.mentions[all].paren;
    let open = |&at: &usize| {
        let mention = &page.mentions[at];
        mention.paren == inside && mention.is_count() && !mention.change && !mention.earlier
    };
    // 收到75件,其中网上66件、信函9件。加上结转的4件,应办理79件: what was received is divided in between.
    let listed = |&at: &usize| !page.lists.iter().any(|list| list.holds && list.has(at));
    let mut before = (0..all).rev().filter(open).filter(listed);
    let pair = [before.next()?, before.next()?];
    let told = pair.map(|at| role(page, at, year));
    let both = [Some(Role::Received), Some(Role::CarriedIn)];
    let near = |at: usize| page.traits[at].sentence + 1 >= page.traits[all].sentence;
    let exact = |&at: &usize| page.mentions[at].is_exact() && near(at);
    let other = [both[1], both[0]];
    ((told == both || told == other) && pair.iter().all(exact)).then_some(pair)
}

fn judge(page: &mut Page, all: usize, parts: [usize; 2]) -> Check {
    let sum: Number = page.values(&parts).into_iter().sum();
    if sum == page.mentions[all].value {
        return agreement(page, &[all, parts[0], parts[1]]);
    }
    violation(page, all, &[parts[1], parts[0]], Severity::Error)
}
