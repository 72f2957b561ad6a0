//! Kinds that nothing announces (N201): `办结130件。同意公开107件,部分公开7件、不予公开16件`; also channels, applicants
//! and outcomes that divide a number a second time.

use super::{
    answers::{all_done, goes_out},
    joint::{is_brought, joint},
    kinds::{closed_by_rest, pair, rest},
    left::{left, unbalanced},
    results::{all_groups, leaves_out},
    sure::{near, open_ended, settled},
    tell::{agreement, swap, violation, violation_of},
    view::asked,
};
use crate::{
    claims::{
        lexicon::{
            cells::ROWS,
            roles::TAKEN_IN,
            sums::{GRANTED, SINGLE_RESULTS},
        },
        reading::{
            list::{Item, List, Opener},
            page::{Page, any},
            results::Results,
            roles::carries,
            ways::Way,
        },
    },
    rule::{Check, Severity},
    text::{Number, words::Words},
};
use std::{iter::once, ops::ControlFlow::Break, sync::LazyLock};

/// How many mentions back the number answered is looked for.
const BACK: usize = 12;

/// A way to divide a number.
struct Side {
    /// What it divides by.
    by: Way,
    /// How many of them make a list.
    least: usize,
    /// Words of the number that they divide.
    wholes: &'static [&'static str],
    /// Words of the number that they must add up to.
    sure: &'static [&'static str],
}

/// Results, channels, applicants, outcomes of cases.
const SIDES: &[Side] = &[
    Side {
        by: Way::Results,
        least: 3,
        wholes: &["办结", "答复", "办理", "处理", "办复", "收到", "受理"],
        sure: &["办结", "答复", "办复"],
    },
    Side {
        by: Way::Channels,
        least: 3,
        wholes: &["收到", "受理", "新收", "接收", "接到", "办理"],
        sure: TAKEN_IN,
    },
    Side {
        by: Way::Applicants,
        least: 2,
        wholes: &["收到", "受理", "新收", "接收", "接到", "办理"],
        sure: TAKEN_IN,
    },
    Side {
        by: Way::Outcomes,
        least: 2,
        wholes: &["复议", "诉讼"],
        sure: &[],
    },
];

/// Finds and checks the runs of results of one passage that no list explains.
pub(in crate::claims) fn check(
    page: &mut Page,
    results: &Results,
    lists: &mut Vec<List>,
    checks: &mut Vec<Check>,
) {
    for side in SIDES {
        let of_cases = side.by == Way::Outcomes;
        if !(if of_cases {
            page.litigation
        } else {
            page.requests
        }) {
            continue;
        }
        let mut at = 0;
        while at < page.mentions.len() {
            let run = run(page, at, side, lists);
            let next = run.last().map_or(at, |last| *last) + 1;
            if run.len() >= side.least || pair(page, &run) {
                judge(page, &run, side, results, lists, checks);
            }
            at = next;
        }
    }
}

/// The results that begin at a mention and follow each other in one sentence.
fn run(page: &Page, first: usize, side: &Side, lists: &[List]) -> Vec<usize> {
    let mut run = Vec::new();
    for at in first..page.mentions.len() {
        let mention = &page.mentions[at];
        if mention.is_percent() && !run.is_empty() {
            continue;
        }
        let listed = page.used[at] && lists.iter().any(|list| list.has(at));
        let counts = mention.is_exact();
        let apart = run
            .last()
            .is_some_and(|&last: &usize| !page.same_sentence(last, at));
        if !counts || listed || apart {
            break;
        }
        // What is left ends the kinds: `自然人87件,企业6件,其他5件`.
        let last = !side.names(page, at);
        if last && (run.is_empty() || !rest(page.words(at))) {
            break;
        }
        run.push(at);
        if last {
            break;
        }
    }
    run
}

impl Side {
    /// Whether the words of a number name one of the kinds.
    fn names(&self, page: &Page, at: usize) -> bool {
        if self.by == Way::Results {
            return outcome(page, at);
        }
        self.by.names(page.words(at))
    }
}

/// Whether the words of a number name a result of a request.
pub(in crate::claims) fn outcome(page: &Page, at: usize) -> bool {
    static SINGLE: LazyLock<Words> =
        LazyLock::new(|| Words::new(ROWS.iter().chain(SINGLE_RESULTS).copied()));
    let words = page.words(at);
    Way::Results.names(words) || SINGLE.any(words) || GRANTED.contains(&words)
}

fn judge(
    page: &mut Page,
    run: &[usize],
    side: &Side,
    results: &Results,
    lists: &mut Vec<List>,
    checks: &mut Vec<Check>,
) {
    let sum: Number = page.values(run).iter().sum();
    let wholes: Vec<usize> = (0..run[0])
        .rev()
        .take(BACK)
        .filter(|&at| whole(page, at, side))
        .collect();
    let alone = side.by == Way::Outcomes;
    let fits = wholes
        .iter()
        .copied()
        .find(|&at| page.mentions[at].value == sum && (!alone || page.same_sentence(at, run[0])));
    if let Some(whole) = fits {
        let numbers: Vec<usize> = std::iter::once(whole).chain(run.iter().copied()).collect();
        checks.push(agreement(page, &numbers));
        lists.push(list(run, whole));
        return;
    }
    if side.by == Way::Results {
        if joined(page, run, &wholes, lists, checks) {
            return;
        }
        if let Some(check) = unbalanced(page, run, results) {
            checks.push(check);
            return;
        }
    }
    if let Some(whole) = agreed(page, run, sum, lists) {
        checks.push(violation(page, whole, run, Severity::Notice));
        return;
    }
    let closed = wholes.into_iter().find(|&at| surely(page, run, side, at));
    if let Some(whole) = closed.filter(|&whole| wrong(page, run, side, whole, results)) {
        let ways = !results.older && asked(page, run, whole);
        // 收到19件,上年结转1件,…,网络15件、信函2件、当面4件: those of the year before are among them.
        let old = Some(whole + 1).filter(|&at| {
            let kinds = Way::OF_REQUESTS.contains(&side.by) && at < run[0];
            kinds && is_brought(page, at) && sum > page.mentions[whole].value
        });
        let severity = match ways && old.is_none() {
            true => Severity::Error,
            false => Severity::Notice,
        };
        let wholes: Vec<usize> = once(whole).chain(old).collect();
        checks.push(violation_of(page, &wholes, run, severity));
    }
}

/// Whether a number is surely what a run divides.
fn surely(page: &Page, run: &[usize], side: &Side, at: usize) -> bool {
    let results = || {
        let dealt = any(page.wide(at), &["办理", "处理"]);
        let near = || page.traits[at].sentence + 1 >= page.traits[run[0]].sentence;
        settled(page, at)
            || (dealt && page.gap(at, run[0]).contains("结果"))
            || (near() && all_done(page.before(run[0])))
    };
    any(page.wide(at), side.sure) || (side.by == Way::Results && results())
}

/// Whether a run misses its whole by so little, or in such a way, that it should add up to it.
fn wrong(page: &Page, run: &[usize], side: &Side, whole: usize, results: &Results) -> bool {
    let labels = page.all_words(run);
    if side.by == Way::Channels && labels.iter().any(|label| goes_out(label)) {
        return false;
    }
    let values = page.values(run);
    let (sum, total) = (values.iter().sum::<Number>(), page.mentions[whole].value);
    let gap = (sum - total).abs();
    let exceeds = side.by == Way::Channels && sum > total;
    let beside = run.len() > 4 && whole + 1 == run[0];
    let swapped = swap(&values, total);
    let telling = exceeds || all_groups(&labels) || beside || swapped;
    // With what is left as the last kind nothing else can be missing.
    let complete = values.len() > 3 && closed_by_rest(&labels) && swapped;
    let close = (near(sum, total) && telling) || complete || gap * Number::from(20) <= total;
    let least = if side.by == Way::Results { 3 } else { 2 };
    let enough = !carries(page, gap) && (run.len() > least || pair(page, run));
    enough && close && !open_ended(page, run) && !leaves_out(&labels, results)
}

/// The whole of another list of the sentence, if that list misses it by just as much:
/// `收到18件,其中网上11件,信函4件;予以公开6件,部分公开2件,无法提供7件`.
fn agreed(page: &Page, run: &[usize], sum: Number, lists: &[List]) -> Option<usize> {
    let same = |list: &&List| {
        let parts = list.parts(list.firm);
        let other = !list.has(run[0]) && !list.holds;
        parts.len() > 1 && other && page.values(&parts).into_iter().sum::<Number>() == sum
    };
    let whole = lists.iter().filter(same).find_map(|list| list.whole)?;
    let gap = (page.mentions[whole].value - sum).abs();
    let sound = page.mentions[whole].is_exact() && page.same_sentence(whole, run[0]);
    (sound && run.len() > 2 && !carries(page, gap)).then_some(whole)
}

/// Whether the results are those of what was received and what was carried in together, named right before them; what
/// is carried out may be one of them.
fn joined(
    page: &mut Page,
    run: &[usize],
    wholes: &[usize],
    lists: &mut Vec<List>,
    checks: &mut Vec<Check>,
) -> bool {
    let (Some(old), last) = (run[0].checked_sub(1), run[run.len() - 1]) else {
        return false;
    };
    let wholes = [&[old], wholes].concat();
    let with = left(page, last).map(|left| list(&[run, &[left]].concat(), run[0]));
    for mut list in with.into_iter().chain([list(run, run[0])]) {
        if let Break(told) = joint(page, &mut list, &wholes)
            && !told.is_empty()
        {
            checks.extend(told);
            lists.push(list);
            return true;
        }
    }
    false
}

/// Whether a number may be what results are results of.
fn whole(page: &Page, at: usize, side: &Side) -> bool {
    let mention = &page.mentions[at];
    mention.is_count()
        && !mention.change
        && !mention.earlier
        && any(page.wide(at), side.wholes)
        && (side.by == Way::Outcomes || !any(page.wide(at), &["复议", "诉讼"]))
        && !any(page.wide(at), &["结转", "其中", "建议", "提案", "审结"])
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
