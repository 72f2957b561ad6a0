//! What was done of what there was to do is none more than it (N204): `收到意见26条,采纳24条`.

use crate::{
    claims::{
        lexicon::rates::{BEFORE, DONE, TAKEN},
        reading::{
            page::{Page, any, finding},
            prose::Prose,
            roles::waits,
        },
        rules,
        sums::tell::{lost_digit, same_digits},
    },
    rule::{Check, Severity},
    text::number::plain,
};
use std::cell::OnceCell;

/// How many numbers back a figure is looked for.
const FAR: usize = 4;

/// Finds and checks the pairs of numbers that nothing else explains.
pub(in crate::claims) fn check(prose: &mut Prose, checks: &mut Vec<Check>) {
    let anywhere = OnceCell::new();
    for page_at in 0..prose.pages.len() {
        for done in 1..prose.pages[page_at].mentions.len() {
            let page = &prose.pages[page_at];
            let Some(all) = figure(page, done).filter(|&all| pair(page, all, done)) else {
                continue;
            };
            let more = page.mentions[done].value > page.mentions[all].value;
            let left = || {
                if page.requests {
                    *anywhere.get_or_init(|| is_left_anywhere(prose))
                } else {
                    is_left(page)
                }
            };
            if !more || surely(page, all, done) && !left() {
                checks.push(judge(&mut prose.pages[page_at], all, done));
            }
        }
    }
}

/// Whether a passage tells of what was left from before, which is dealt with too.
fn is_left(page: &Page) -> bool {
    page.says(BEFORE)
}

fn is_left_anywhere(prose: &Prose) -> bool {
    let carried = prose.results.carried.iter();
    prose.pages.iter().any(is_left) || { carried }.any(|value| !value.is_zero())
}

/// The figure before a number, over changes and percentages; of requests perhaps in the sentence before.
fn figure(page: &Page, done: usize) -> Option<usize> {
    let counts = |&at: &usize| page.mentions[at].is_count() && !page.mentions[at].change;
    let all = (0..done).rev().take(FAR).find(counts)?;
    if page.lists.iter().any(|list| list.has(all)) {
        return None;
    }
    let mark = page.before(done).strip_suffix(page.label(done))?;
    let near = page.same_sentence(all, done) && mark == ",";
    let next = || {
        let asked = page.requests && page.label(all).contains("申请");
        asked && mark == "。" && page.traits[all].sentence + 1 == page.traits[done].sentence
    };
    (near || next()).then_some(all)
}

/// Whether two numbers are what was taken in and what was done of it.
fn pair(page: &Page, all: usize, done: usize) -> bool {
    let exact = |at: usize| page.mentions[at].is_exact() && page.mentions[at].paren.is_none();
    let (one, other) = (page.label(all), page.label(done));
    let said = other.trim_start_matches(['已', '共', '均', '其', '中']);
    exact(all)
        && exact(done)
        && !page.used[done]
        && page.mentions[all].unit == page.mentions[done].unit
        && any(one, TAKEN)
        && (!any(one, DONE) || one.contains("受理"))
        && !one.starts_with(['不', '未'])
        && said != "网上" // How requests came.
        && DONE.contains(&said)
}

/// Whether nothing left from before can be among what was done, as it may be among letters; or the two numbers differ
/// by a slip.
fn surely(page: &Page, all: usize, done: usize) -> bool {
    let [whole, part] = [all, done].map(|at| page.mentions[at].value);
    let waiting = page.mentions.get(done + 1).is_some() && waits(page, done + 1);
    let heard = any(page.label(done), &["采纳", "整改"]);
    let asked = page.requests && page.label(all).contains("申请");
    !waiting && (heard || asked || same_digits(part, whole) || lost_digit(part, whole))
}

fn judge(page: &mut Page, all: usize, done: usize) -> Check {
    let [whole, part] = [all, done].map(|at| page.mentions[at].value);
    let found = (part > whole).then(|| {
        let formula = format!("{} > {}", plain(part), plain(whole));
        finding(
            Severity::Notice,
            format!("办理数大于收到数：{formula}。若没有此前遗留的，请核对。"),
            format!(
                "More was done than there was to do: {formula}. Please check whether some was left from before."
            ),
            Some(formula),
        )
    });
    page.check(rules::RATE_DIFFERS, "rate", &[all, done], found)
}
