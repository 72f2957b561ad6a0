//! What was done of what there was to do is none more than it (N204): `收到意见26条,采纳24条`.

use crate::{
    claims::{
        lexicon::rates::{BEFORE, DONE, TAKEN},
        reading::{
            page::{Page, any, finding, has},
            prose::Prose,
            roles::waits,
        },
        rules,
        sums::tell::{lost_digit, same_digits},
    },
    rule::{Check, Severity},
    text::number::plain,
};

/// How many numbers back a figure is looked for.
const FAR: usize = 4;

/// Finds and checks the pairs of numbers that nothing else explains.
pub(in crate::claims) fn check(prose: &mut Prose, checks: &mut Vec<Check>) {
    // What was left from before is dealt with too.
    let told = |page: &Page| {
        let said = |word: &&str| page.glance.may_have(word) && has(page.text(), word);
        BEFORE.iter().any(said)
    };
    let carried =
        prose.pages.iter().any(told) || prose.results.carried.iter().any(|value| !value.is_zero());
    for page in &mut prose.pages {
        let left = if page.requests { carried } else { told(page) };
        for done in 1..page.mentions.len() {
            let Some(all) = figure(page, done) else {
                continue;
            };
            let more = || page.mentions[done].value > page.mentions[all].value;
            if pair(page, all, done) && (!more() || (!left && surely(page, all, done))) {
                checks.push(judge(page, all, done));
            }
        }
    }
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
