//! Parts that nothing announces as such (N201).

use super::{
    astray::gathered, collect::collect, idle, kinds, outcomes, parallel, parts::by_asking,
    sure::slight, view,
};
use crate::{
    claims::{
        lexicon::lists::{SUMMING, TOTAL},
        reading::{
            list::{Item, List, Opener},
            page::{Page, alike, any},
            traits::is_base,
            ways::{Way, ends_case},
        },
    },
    text::Number,
};

/// The numbers after a total that nothing announces as its parts.
pub(super) fn unmarked(page: &Page, total: usize, lists: &[List]) -> Option<List> {
    let first = parallel::next(page, total);
    if known(page, total, first, lists)
        || !heads(page, total)
        || is_base(page, first)
        || !follows(page, total, first)
    {
        return None;
    }
    let mut list = collect(page, first, Opener::Unmarked);
    if closed_behind(page, total, &list) {
        return None;
    }
    let whole = adds_up(page, total, &list);
    if let Some(count) = whole {
        list.items.truncate(count);
        list.firm = list.firm.min(count);
    }
    let exact = whole.is_some();
    let closed = leaves_nothing(page, &list);
    let divided = |list: &List| list.holds && list.whole == Some(total);
    if lists.iter().any(divided) && !closed {
        return None;
    }
    if !exact && !closed {
        list.items.truncate(list.firm);
    }
    // 应诉20件。按主体划分,自然人申请57件、法人申请9件: of what is not named.
    let asking = Way::Applicants.names(page.words(first)) && !page.same_sentence(total, first);
    let cases = || any(page.wide(total), &["复议", "诉讼"]);
    if asking && cases() || !weighty(page, total, &list, exact, closed) {
        return None;
    }
    let outcomes = outcomes(page, &list);
    // 其中部门解读47篇,主要负责人解读8篇,…: those after one kind are more of them.
    let lists_it = |list: &List, at: usize| list.items.iter().any(|item| item.at == at);
    let kind = |list: &List| lists_it(list, total) && lists_it(list, first);
    if !exact && !outcomes && lists.iter().any(kind) {
        return None;
    }
    // 直接起诉4件,复议后起诉3件,维持2件…: what follows divides the whole again, not its last part.
    let part = lists.iter().any(|list| list.has(total));
    if part || !outcomes || any(page.wide(total), &["共", "和"]) {
        list.firm = 0;
    }
    Some(list)
}

/// Whether a number behind a list says that it adds up all of it, the number before it too:
/// `胜诉2件,败诉3件,其他4件,审理中3件,共12件`.
fn closed_behind(page: &Page, total: usize, list: &List) -> bool {
    let next = list.items[list.items.len() - 1].at + 1;
    let sum = || -> Number {
        let parts = list.parts(list.items.len());
        page.values(&parts).into_iter().sum()
    };
    next < page.mentions.len()
        && page.same_sentence(total, next)
        && SUMMING.contains(&page.label(next))
        && page.mentions[next].value > page.mentions[total].value
        && page.mentions[next].unit == page.mentions[total].unit
        && page.mentions[next].value != sum()
}

/// Whether another list has a total and the number after it already.
fn known(page: &Page, total: usize, first: usize, lists: &[List]) -> bool {
    lists.iter().any(|list| {
        let beside = list.holds && list.has(total) && list.has(total + 1);
        let whole = list.whole == Some(total);
        let next = list.items.first().is_some_and(|item| item.at == first);
        // 行政诉讼14件,一审判决11件,其中驳回9件,撤销2件,未审结3件: they are of all lawsuits; as who asked is of all requests.
        let before = list.whole.is_some_and(|whole| whole + 1 == total);
        let other = list.holds && before && (page.litigation || by_asking(page, list));
        beside || (next && (whole || other))
    })
}

/// Whether a number is an exact count, of which parts may follow.
fn heads(page: &Page, total: usize) -> bool {
    let mention = &page.mentions[total];
    mention.is_count()
        && !mention.change
        && !mention.soft
        && !mention.unit.is_empty()
        && !idle(page, total)
}

/// Whether a number after a total may be the first of its parts: it counts the same, and is none of its kinds' siblings.
fn follows(page: &Page, total: usize, first: usize) -> bool {
    let (mention, Some(next)) = (&page.mentions[total], page.mentions.get(first)) else {
        return false;
    };
    let cases = |at: usize| any(page.wide(at), &["复议", "诉讼"]);
    // 直接诉讼13件,复议后诉讼7件。行政诉讼(直接起诉)维持7件: nor is the last of several cases what the next sentence divides.
    let several = || {
        let beside = |at: usize| page.same_sentence(at, total) && cases(at);
        !page.same_sentence(total, first) && total.checked_sub(1).is_some_and(beside)
    };
    let cases = || page.litigation && cases(first) && (ends_case(page.label(total)) || several());
    next.is_count()
        && !next.change
        && alike(next.unit, mention.unit)
        && next.paren == mention.paren
        && (page.same_sentence(total, first) || mention.value >= Number::from(20))
        && !siblings(page, total, first)
        && !cases()
        && !(view::view(page, first) && viewed(page, total, first))
}

/// Whether a view from `first` on is of another number than a total before: of the one that this is a kind of, or of what was
/// received, `收到86件,办结85件。按申请主体分,自然人71件,法人15件`.
fn viewed(page: &Page, total: usize, first: usize) -> bool {
    is_kind(page, total)
        || gathered(page, total)
        || is_kind(page, first) && view::received(page, total).is_some()
}

/// Whether the parts are the kinds of a set, or a pair, that leaves nothing out. 一审15件,二审8件,再审3件;其中胜诉21件,…: what
/// is divided may be divided once more.
fn leaves_nothing(page: &Page, list: &List) -> bool {
    let parts = list.parts(list.items.len());
    let labels: Vec<&str> = parts.iter().map(|&at| page.label(at)).collect();
    kinds::full_set(&labels) || kinds::pair(page, &parts) || kinds::negated(page, &parts)
}

/// Whether there are so many parts, or the total is so great or so called, that the parts must be its own.
fn weighty(page: &Page, total: usize, list: &List, exact: bool, closed: bool) -> bool {
    let value = page.mentions[total].value;
    let strong = || any(page.wide(total), TOTAL) || any(page.wide(total), &["复议", "诉讼"]);
    let many = list.items.len() > 2 || closed;
    many && value >= Number::TEN || exact && value >= Number::ONE_HUNDRED || strong()
}

/// Whether the parts are outcomes of cases, which exclude each other: together they cannot exceed the cases.
fn outcomes(page: &Page, list: &List) -> bool {
    list.items.iter().all(|item| {
        let label = page.words(item.at);
        Way::Outcomes.names(label) || ["其他", "其它"].contains(&label)
    })
}

/// How many numbers of one sentence there are if they add up to the total, or to one more, whatever verbs they have: of its own, or of
/// the next one where they are several.
fn adds_up(page: &Page, total: usize, list: &List) -> Option<usize> {
    let first = list.items[0].at;
    if !page.same_sentence(total, first) && list.items.len() < 3 {
        return None;
    }
    let near = |item: &&Item| page.same_sentence(first, item.at);
    let count = list.items.iter().take_while(near).count();
    let sum: Number = page.values(&list.parts(count)).into_iter().sum();
    let total = page.mentions[total].value;
    // 除6封匿名信外,其余309封…
    let by_one =
        slight(count, sum, total) && !page.used[first] && !page.label(first).starts_with('除');
    (count > 0 && (sum == total || by_one)).then_some(count)
}

/// Whether two numbers are of kinds beside each other: two results, two channels, two applicants, two 类.
fn siblings(page: &Page, one: usize, other: usize) -> bool {
    let of = |way: Way| [one, other].iter().all(|&at| way.names(page.words(at)));
    let results = [one, other].iter().all(|&at| outcomes::outcome(page, at));
    let classes = [one, other].iter().all(|&at| {
        let label = page.label(at);
        label.ends_with("类") || label.ends_with("类信息")
    });
    let outcomes = page.litigation && [one, other].iter().all(|&at| ends_case(page.label(at)));
    results || classes || outcomes || Way::OF_REQUESTS.into_iter().any(of)
}

/// Whether a number is of one kind of requests, or of what is left of them.
fn is_kind(page: &Page, at: usize) -> bool {
    let words = page.words(at);
    let named = |way: Way| way.names(words);
    kinds::rest(words) || Way::OF_REQUESTS.into_iter().any(named)
}
