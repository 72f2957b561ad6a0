//! Parts and wholes (N201): a list of parts is found by what opens it, then tried against the totals near it.

mod accounted;
mod answers;
mod apart;
mod astray;
mod backward;
mod bracketed;
mod collect;
mod doubt;
pub(super) mod due;
mod ends;
mod excess;
mod exhaustive;
mod fits;
mod glued;
pub(super) mod items;
mod joint;
mod judge;
pub(super) mod kinds;
mod left;
mod missed;
mod named;
pub(super) mod net;
pub(super) mod outcomes;
mod paired;
mod parallel;
pub(super) mod parts;
pub(super) mod products;
pub(super) mod rates;
pub(super) mod recalled;
pub(super) mod results;
pub(super) mod settled;
mod stated;
pub(super) mod sure;
pub(super) mod tell;
mod unmarked;
pub(super) mod view;

use crate::{
    claims::{
        growth::turn::turned,
        lexicon::{
            sums::{COUNTED_BODIES, DIVIDED},
            times::CUMULATIVE,
        },
        reading::{
            list::{List, Opener},
            page::{Page, alike, any},
            prose::Prose,
            traits::count_before,
            ways::ends_case,
        },
    },
    rule::{Check, Verdict},
};
use astray::{gathered, is_astray};
use backward::{backward, settle_backward};
use collect::collect;
use judge::judge;
use unmarked::unmarked;

/// How many mentions back a whole is looked for.
const BACK: usize = 8;

/// How many numbers in a row may each have a part of their own.
const COUNTERPARTS: usize = 4;

/// Finds and checks the lists of one passage.
pub(super) fn check(prose: &mut Prose, at: usize, checks: &mut Vec<Check>) -> Vec<List> {
    let results = &prose.results;
    let page = &mut prose.pages[at];
    let mut lists = Vec::new();
    for first in 0..page.mentions.len() {
        if let Some(opener) = page.traits[first].opener {
            let mut list = collect(page, first, opener);
            let wholes = wholes(page, first, opener);
            let before = checks.len();
            judge(page, &mut list, &wholes, results, checks);
            let sound = |check: &Check| check.verdict != Verdict::Violated;
            if !checks[before..].iter().all(sound) && is_astray(page, &lists, &wholes, &list) {
                let told = checks.split_off(before).into_iter();
                checks.extend(told.filter(sound));
            }
            if opener != Opener::Included || list.holds {
                lists.push(list);
            }
        }
    }
    for total in 0..page.mentions.len() {
        if let Some(list) = backward(page, total, &lists) {
            settle_backward(page, &list, checks, &mut lists);
        }
        if let Some(mut list) = unmarked(page, total, &lists) {
            let before = checks.len();
            judge(page, &mut list, &[total], results, checks);
            // What was told of it is not told again as a run of results.
            if checks.len() > before {
                list.firm = list.items.len();
                lists.push(list);
            }
        }
    }
    bracketed::check(page, &mut lists, checks);
    view::check(page, &mut lists, checks);
    paired::check(page, &lists, checks);
    outcomes::check(page, results, &mut lists, checks);
    view::apart(prose, at, &mut lists, checks);
    lists
}

/// The mentions that may be the whole of a list, the likeliest first.
fn wholes(page: &Page, first: usize, opener: Opener) -> Vec<usize> {
    let direct = matches!(
        opener,
        Opener::Paren | Opener::Included | Opener::Of | Opener::Colon
    );
    let part = &page.mentions[first];
    // 其中网上申请比上年的96件减少13件, (2023年分别为18件、19件): last year's number is part of none of this year's.
    let other = page.label(first).contains(['比', '较']) || opener == Opener::Closed;
    if part.earlier && other {
        return Vec::new();
    }
    let mut all: Vec<usize> = (0..first)
        .rev()
        .take(BACK)
        .filter(|&at| {
            let whole = &page.mentions[at];
            whole.is_amount()
                && is_now(page, at, first)
                && !recalls(page, at)
                && !idle(page, at)
                && !whole.unit.is_empty()
                && alike(whole.unit, part.unit)
                && (whole.unit == part.unit || !any(page.tail(at), COUNTED_BODIES))
                && page.gap(at, first).matches('。').count() <= 1
                && (whole.paren.is_none()
                    || whole.paren == part.paren
                    || matches!(opener, Opener::Paren | Opener::Included)
                        && count_before(page, first) == Some(at))
        })
        .take(if direct { 1 } else { BACK })
        .collect();
    if let Some(&nearest) = all.first() {
        if counterparts(page, nearest, first) {
            return Vec::new();
        }
        // 受理326件;审结22件,其中维持160件: a segment with its own whole looks at no other.
        let own = nearest > 0 && page.gap(nearest - 1, nearest).contains(';');
        // 民生类8条;财政类7条,其中预决算2条、经费6条
        let noun = page.label(nearest).trim_end_matches("信息");
        let more = noun.ends_with('类') && page.before(first).starts_with(",其中")
            || page.mentions[first].low > page.mentions[nearest].high;
        if own && more && nearest + 1 == first && opener == Opener::Among {
            all.truncate(1);
        }
        all.retain(|&at| !past(page, at, nearest, first));
    }
    let noun = divided(page, first);
    all.retain(|&at| noun.is_none() || page.same_sentence(at, first) || !gathered(page, at));
    all.sort_by_key(|&at| noun.is_some_and(|noun| !named(page, at, noun)));
    all
}

/// Whether a part and the one behind it are named as the two numbers before them are, so that each is a part of its own:
/// `12个县、45个部门编制了年度报告,其中12个县、43个部门按时发布`.
fn counterparts(page: &Page, nearest: usize, first: usize) -> bool {
    let name = |at: usize| page.gap(at, at + 1).strip_suffix(['、', '和', '及', '与']);
    let own = Some(first)
        .filter(|first| first + 1 < page.mentions.len())
        .and_then(name);
    let same = |at: usize| name(at) == own;
    own.is_some_and(|own| !own.is_empty())
        && (nearest.saturating_sub(COUNTERPARTS)..nearest).any(same)
}

/// The word for what is divided, where a sentence begins by saying it: `在已答复的申请中,`.
pub(super) fn divided(page: &Page, first: usize) -> Option<&'static str> {
    let sentence = page.before(first).rsplit('。').next()?;
    let (noun, _) = sentence.strip_prefix('在')?.split_once('中')?;
    DIVIDED.iter().find(|word| noun.contains(**word)).copied()
}

/// Whether a number is of what a word says, of this year.
fn named(page: &Page, at: usize, noun: &str) -> bool {
    let words = page.wide(at);
    words.contains(noun) && !any(words, CUMULATIVE)
}

/// Whether a number is no change, or what one comes to, and not what one starts from: `由84个压减到67个,其中微信38个`.
fn is_now(page: &Page, at: usize, first: usize) -> bool {
    let left = || at + 1 < first && turned(page, at + 1).is_some();
    (!page.mentions[at].change || turned(page, at).is_some()) && !left()
}

/// Whether a number only says what the one right before it was the year before, is with all years before, or is a day:
/// `解读45篇,上年为38篇`, `公开65条,历年累计810条`, `发布3650条,日均发布10条`.
fn recalls(page: &Page, at: usize) -> bool {
    let label = page.label(at);
    let mean = ["日均", "月均", "平均", "年均"]
        .iter()
        .any(|word| label.starts_with(word));
    let other = page.mentions[at].earlier || mean || label.starts_with("历年");
    let Some(now) = at.checked_sub(1).filter(|_| other) else {
        return false;
    };
    let figure = &page.mentions[now];
    figure.is_current() && figure.unit == page.mentions[at].unit && page.same_sentence(now, at)
}

/// Whether there were no lawsuits besides the reviews named right before, so that none are divided:
/// `行政复议5件、行政诉讼0件,其中维持4件`.
fn idle(page: &Page, at: usize) -> bool {
    let reviews = |at: usize| page.wide(at).contains("复议") && page.mentions[at].is_count();
    page.mentions[at].value.is_zero()
        && page.wide(at).contains("诉讼")
        && at.checked_sub(1).is_some_and(reviews)
}

/// Whether a number of reviews is done with before the lawsuits that a list divides, or the other way round:
/// `行政复议2件,均维持。行政诉讼4件,其中1件撤诉`; or is of something else than the cases right before their outcomes:
/// `收到申请98件,行政诉讼6件,其中纠正1件`.
fn past(page: &Page, at: usize, nearest: usize, first: usize) -> bool {
    let cases = |at: usize| {
        let said = ["复议", "诉讼"].map(|word| page.wide(at).contains(word));
        (said[0] != said[1]).then_some(said)
    };
    let apart = at < nearest && page.gap(at, nearest).contains(['。', ';']);
    let (one, other) = (cases(at), cases(nearest));
    if nearest + 1 == first && other.is_some() && one.is_none() && ends_case(page.words(first)) {
        return page.gap(nearest, first).contains("其中");
    }
    apart && one.is_some() && other.is_some() && one != other && cases(first) != one
}
