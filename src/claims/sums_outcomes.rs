//! Results that nothing announces (N201): `办结130件。同意公开107件,部分公开7件、不予公开16件`.

use super::{
    lexicon::DIMENSIONS,
    links_cells::ROWS,
    page::{Page, any},
    rules,
    sums::{Item, List, Opener},
    sums_results::{Results, leaves_out},
    sums_sure::{near, open_ended, words},
    sums_tell::{swap, violation},
};
use crate::{
    rule::{Check, Severity},
    text::Number,
};

/// How many mentions back the number answered is looked for.
const BACK: usize = 12;
/// Words of the number that results are results of.
const WHOLES: &[&str] = &["办结", "答复", "办理", "处理", "办复", "收到", "受理"];

/// Finds and checks the runs of results of one passage that no list explains.
pub(super) fn check(
    page: &mut Page,
    results: &Results,
    lists: &mut Vec<List>,
    checks: &mut Vec<Check>,
) {
    if !page.requests {
        return;
    }
    let mut at = 0;
    while at < page.mentions.len() {
        let run = run(page, at, lists);
        let next = run.last().map_or(at, |last| *last) + 1;
        if run.len() > 2 {
            judge(page, &run, results, lists, checks);
        }
        at = next;
    }
}

/// The results that begin at a mention and follow each other in one sentence.
fn run(page: &Page, first: usize, lists: &[List]) -> Vec<usize> {
    let mut run = Vec::new();
    for at in first..page.mentions.len() {
        let mention = &page.mentions[at];
        if mention.is_percent() && !run.is_empty() {
            continue;
        }
        let listed = page.used[at] && lists.iter().any(|list| list.has(at));
        let counts = mention.is_count() && !mention.change && !mention.soft && !mention.earlier;
        let apart = run
            .last()
            .is_some_and(|&last: &usize| !page.same_sentence(last, at));
        if !counts || listed || apart || !outcome(page, at) {
            break;
        }
        run.push(at);
    }
    run
}

/// Whether the words of a number name a result of a request.
pub(super) fn outcome(page: &Page, at: usize) -> bool {
    let words = words(page, at);
    let group = DIMENSIONS.get(2).is_some_and(|kinds| any(words, kinds));
    group || any(words, ROWS) || any(words, &["信息不存在", "非本机关", "已主动公开"])
}

fn judge(
    page: &mut Page,
    run: &[usize],
    results: &Results,
    lists: &mut Vec<List>,
    checks: &mut Vec<Check>,
) {
    let values: Vec<Number> = run.iter().map(|&at| page.mentions[at].value).collect();
    let sum: Number = values.iter().sum();
    let wholes: Vec<usize> = (0..run[0])
        .rev()
        .take(BACK)
        .filter(|&at| whole(page, at))
        .collect();
    let fits = wholes
        .iter()
        .copied()
        .find(|&at| page.mentions[at].value == sum);
    if let Some(whole) = fits {
        let numbers: Vec<usize> = std::iter::once(whole).chain(run.iter().copied()).collect();
        checks.push(page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, None));
        lists.push(list(run, whole));
        return;
    }
    let closed = wholes
        .iter()
        .copied()
        .find(|&at| any(page.wide(at), &["办结", "答复", "办复"]));
    let Some(whole) = closed else { return };
    let labels: Vec<&str> = run.iter().map(|&at| words(page, at)).collect();
    let total = page.mentions[whole].value;
    let gap = (sum - total).abs();
    let close = gap * Number::from(20) <= total || (near(sum, total) && swap(&values, total));
    if run.len() > 3 && close && !open_ended(page, run) && !leaves_out(&labels, results) {
        checks.push(violation(page, whole, run, Severity::Notice));
    }
}

/// Whether a number may be what results are results of.
fn whole(page: &Page, at: usize) -> bool {
    let mention = &page.mentions[at];
    mention.is_count()
        && !mention.change
        && !mention.earlier
        && any(page.wide(at), WHOLES)
        && !any(
            page.wide(at),
            &["复议", "诉讼", "结转", "其中", "建议", "提案"],
        )
}

fn list(run: &[usize], whole: usize) -> List {
    let items: Vec<Item> = run
        .iter()
        .map(|&at| Item {
            at,
            shares: Vec::new(),
        })
        .collect();
    List {
        opener: Opener::Closed,
        firm: items.len(),
        items,
        strays: Vec::new(),
        whole: Some(whole),
        holds: true,
    }
}
