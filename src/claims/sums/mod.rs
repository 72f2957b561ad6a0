//! Parts and wholes (N201): a list of parts is found by what opens it, then tried against the totals near it.

mod backward;
mod bracketed;
mod collect;
mod doubt;
mod excess;
mod fits;
pub(super) mod items;
mod joint;
mod judge;
pub(super) mod kinds;
pub(super) mod outcomes;
pub(super) mod parts;
pub(super) mod products;
pub(super) mod rates;
pub(super) mod recalled;
pub(super) mod results;
pub(super) mod settled;
pub(super) mod sure;
pub(super) mod tell;
mod view;

use crate::{
    claims::{
        lexicon::lists::TOTAL,
        reading::{
            list::{Item, List, Opener},
            page::{Page, alike, any},
            prose::Prose,
            ways::Way,
        },
    },
    rule::Check,
    text::Number,
};
use backward::{backward, settle_backward};
use collect::collect;
use judge::judge;

/// How many mentions back a whole is looked for.
const BACK: usize = 8;

/// Finds and checks the lists of one passage.
pub(super) fn check(prose: &mut Prose, at: usize, checks: &mut Vec<Check>) -> Vec<List> {
    let results = &prose.results;
    let page = &mut prose.pages[at];
    let mut lists = Vec::new();
    for first in 0..page.mentions.len() {
        if let Some(opener) = page.traits[first].opener {
            let mut list = collect(page, first, opener);
            let wholes = wholes(page, first, opener);
            judge(page, &mut list, &wholes, results, checks);
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
            judge(page, &mut list, &[total], results, checks);
            if list.holds {
                lists.push(list);
            }
        }
    }
    bracketed::check(page, &mut lists, checks);
    view::check(page, &mut lists, checks);
    outcomes::check(page, results, &mut lists, checks);
    lists
}

/// The mentions that may be the whole of a list, the likeliest first.
fn wholes(page: &Page, first: usize, opener: Opener) -> Vec<usize> {
    let direct = matches!(
        opener,
        Opener::Paren | Opener::Included | Opener::Of | Opener::Colon
    );
    let part = &page.mentions[first];
    let mut all: Vec<usize> = (0..first)
        .rev()
        .take(BACK)
        .filter(|&at| {
            let whole = &page.mentions[at];
            whole.is_amount()
                && !whole.change
                && !whole.unit.is_empty()
                && alike(whole.unit, part.unit)
                && page.gap(at, first).matches('。').count() <= 1
                && (whole.paren.is_none()
                    || whole.paren == part.paren
                    || matches!(opener, Opener::Paren | Opener::Included))
        })
        .take(if direct { 1 } else { BACK })
        .collect();
    if let Some(&nearest) = all.first() {
        all.retain(|&at| !past(page, at, nearest, first));
    }
    all
}

/// Whether a number of reviews is done with before the lawsuits that a list divides, or the other way round:
/// `行政复议2件,均维持。行政诉讼4件,其中1件撤诉`.
fn past(page: &Page, at: usize, nearest: usize, first: usize) -> bool {
    let cases = |at: usize| {
        let said = ["复议", "诉讼"].map(|word| page.wide(at).contains(word));
        (said[0] != said[1]).then_some(said)
    };
    let apart = at < nearest && page.gap(at, nearest).contains(['。', ';']);
    let (one, other) = (cases(at), cases(nearest));
    apart && one.is_some() && other.is_some() && one != other && cases(first) != one
}

/// How many numbers of one sentence there are if they add up to the total, whatever verbs they have: of its own, or of
/// the next one where they are several.
fn adds_up(page: &Page, total: usize, list: &List) -> Option<usize> {
    let first = list.items[0].at;
    if !page.same_sentence(total, first) && list.items.len() < 3 {
        return None;
    }
    let near = |item: &&Item| page.same_sentence(first, item.at);
    let count = list.items.iter().take_while(near).count();
    let sum: Number = page.values(&list.parts(count)).into_iter().sum();
    (count > 0 && sum == page.mentions[total].value).then_some(count)
}

/// Whether two numbers are of kinds beside each other: two results, two channels, two applicants, two 类.
fn siblings(page: &Page, one: usize, other: usize) -> bool {
    let of = |way: Way| [one, other].iter().all(|&at| way.names(page.words(at)));
    let results = [one, other].iter().all(|&at| outcomes::outcome(page, at));
    let classes = [one, other].iter().all(|&at| {
        let label = page.label(at);
        label.ends_with("类") || label.ends_with("类信息")
    });
    results || classes || Way::OF_REQUESTS.into_iter().any(of)
}

/// Whether a number is of one kind of requests, or of what is left of them.
fn is_kind(page: &Page, at: usize) -> bool {
    let words = page.words(at);
    let named = |way: Way| way.names(words);
    kinds::rest(words) || Way::OF_REQUESTS.into_iter().any(named)
}

/// The numbers after a total that nothing announces as its parts.
fn unmarked(page: &Page, total: usize, lists: &[List]) -> Option<List> {
    let mention = &page.mentions[total];
    let known = lists.iter().any(|list| {
        let beside = list.holds && list.has(total) && list.has(total + 1);
        let whole = list.whole == Some(total);
        let next = list.items.first().is_some_and(|item| item.at == total + 1);
        beside || (whole && (list.holds || next))
    });
    if known || !mention.is_count() || mention.change || mention.soft || mention.unit.is_empty() {
        return None;
    }
    let first = total + 1;
    let next = page.mentions.get(first)?;
    if !next.is_count()
        || next.change
        || !alike(next.unit, mention.unit)
        || next.paren != mention.paren
        || !(page.same_sentence(total, first) || mention.value >= Number::from(20))
        || siblings(page, total, first)
        || (is_kind(page, total) && view::view(page, first))
    {
        return None;
    }
    let mut list = collect(page, first, Opener::Unmarked);
    let whole = adds_up(page, total, &list);
    if let Some(count) = whole {
        list.items.truncate(count);
        list.firm = list.firm.min(count);
    }
    let exact = whole.is_some();
    let two = list.parts(2);
    let pair = list.items.len() == 2 && (kinds::pair(page, &two) || kinds::negated(page, &two));
    if !exact && !pair {
        list.items.truncate(list.firm);
    }
    let strong = || any(page.wide(total), TOTAL) || any(page.wide(total), &["复议", "诉讼"]);
    let many = list.items.len() > 2 && mention.value >= Number::TEN;
    if !(many || (mention.value >= Number::ONE_HUNDRED && (exact || pair)) || strong()) {
        return None;
    }
    // Outcomes of cases exclude each other: together they cannot exceed the cases.
    let outcome = |item: &Item| Way::Outcomes.names(page.label(item.at));
    let outcomes = list.items.iter().all(outcome);
    // 直接起诉4件,复议后起诉3件,维持2件…: what follows divides the whole again, not its last part.
    let part = lists.iter().any(|list| list.has(total));
    if part || !outcomes || any(page.wide(total), &["共", "和"]) {
        list.firm = 0;
    }
    Some(list)
}
