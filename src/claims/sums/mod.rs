//! Parts and wholes (N201): a list of parts is found by what opens it, then tried against the totals near it.

mod backward;
mod collect;
mod doubt;
pub(super) mod items;
mod joint;
mod judge;
pub(super) mod outcomes;
pub(super) mod results;
pub(super) mod sure;
pub(super) mod tell;
mod view;

use crate::{
    claims::{
        lexicon::lists::{
            CLOSED_OPENERS, DIMENSIONS, OPEN_OPENERS, OPENERS, SUMMING, TOTAL, VERBS,
        },
        reading::page::{Page, Prose, alike, any},
    },
    rule::Check,
    text::{Number, words::Words},
};
use backward::settle_backward;
use collect::{MAX_ITEMS, collect};
use judge::judge;
use std::sync::LazyLock;
use sure::place;

/// How a list of parts is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opener {
    /// 其中, 包括: perhaps not all parts.
    Among,
    /// 分别为, 分为: all parts.
    Closed,
    /// 主要有, 涉及: some parts.
    Open,
    /// A parenthesis right after the whole.
    Paren,
    /// A parenthesis of some that the whole includes: (含…).
    Included,
    /// N件中….
    Of,
    /// A colon after the whole.
    Colon,
    /// Nothing but the total's 共.
    Unmarked,
}

/// One part of a list, with the percentages that follow it.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) at: usize,
    pub(super) shares: Vec<usize>,
}

/// A list of parts.
#[derive(Debug, Clone)]
pub(super) struct List {
    pub(super) opener: Opener,
    pub(super) items: Vec<Item>,
    /// Numbers of another unit between or after the items: perhaps parts as well.
    pub(super) strays: Vec<usize>,
    /// How many items belong to the list for certain.
    pub(super) firm: usize,
    /// The mention that is the whole, once known.
    pub(super) whole: Option<usize>,
    /// Whether the parts add up to the whole.
    pub(super) holds: bool,
}

impl List {
    /// Whether the mention is one of the parts.
    pub(super) fn has(&self, at: usize) -> bool {
        self.items.iter().take(self.firm).any(|item| item.at == at)
    }

    /// The mentions of the first `count` items.
    pub(super) fn parts(&self, count: usize) -> Vec<usize> {
        self.items.iter().take(count).map(|item| item.at).collect()
    }
}

/// What the words around a mention say of its place in a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trait {
    /// What opens a list there.
    pub(super) opener: Option<Opener>,
    /// In which sentence of the passage it stands.
    pub(super) sentence: usize,
    /// Whether its words name a known kind of part.
    pub(super) kind: bool,
    /// Whether it is said to add up what stands before it.
    pub(super) summing: bool,
    /// Which verbs stand in its item, one bit each.
    pub(super) verbs: u64,
    /// Which verbs stand in its clause.
    pub(super) verbs_around: u64,
}

/// The traits of all mentions of a passage.
pub(super) fn traits(page: &Page) -> Vec<Trait> {
    let mut sentence = 0;
    (0..page.mentions.len())
        .map(|at| {
            let (label, after) = (page.label(at), verbs(page.tail(at)));
            let from = at
                .checked_sub(1)
                .map_or(0, |last| page.mentions[last].range.end);
            if page
                .slice(from..page.mentions[at].range.start)
                .contains(['。', '!', '?'])
            {
                sentence += 1;
            }
            Trait {
                opener: opener(page, at),
                sentence,
                kind: known(label) || place(page.wide(at)),
                summing: SUMMING.iter().any(|word| label.ends_with(word)),
                verbs: verbs(label) | after,
                verbs_around: verbs(page.wide(at)) | after,
            }
        })
        .collect()
}

/// Whether the words name any known kind of part.
fn known(text: &str) -> bool {
    static KINDS: LazyLock<Words> = LazyLock::new(|| Words::new(DIMENSIONS.concat()));
    KINDS.mask(text) != 0
}

fn verbs(text: &str) -> u64 {
    static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(VERBS.iter().copied()));
    WORDS.mask(text)
}

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
    view::check(page, &mut lists, checks);
    outcomes::check(page, results, &mut lists, checks);
    lists
}

/// The count before `at`, percentages skipped.
fn count_before(page: &Page, at: usize) -> Option<usize> {
    (0..at)
        .rev()
        .take(4)
        .find(|&i| page.mentions[i].is_amount())
}

/// What opens a list at the mention `at`, if anything does.
fn opener(page: &Page, at: usize) -> Option<Opener> {
    let mention = &page.mentions[at];
    if !mention.is_amount() || mention.change {
        return None;
    }
    let whole = count_before(page, at)?;
    let before = page.before(at);
    let word = page.last_of(before, OPENERS);
    let word = word.filter(|(_, word)| *word != "涉及" || !of(page.tail(whole)));
    if let Some((place, word)) = word
        && !before[place..].contains(['。', '!', '?'])
    {
        return Some(if CLOSED_OPENERS.contains(&word) {
            Opener::Closed
        } else if OPEN_OPENERS.contains(&word) {
            Opener::Open
        } else {
            Opener::Among
        });
    }
    if whole + 1 != at {
        return None;
    }
    let gap = page.gap(whole, at);
    if gap.starts_with('(') {
        if gap.starts_with("(含") || gap.starts_with("(包含") {
            return Some(Opener::Included);
        }
        let other = ["(不含", "(较", "(比", "(同比", "(另", "(其余"];
        return (!other.iter().any(|word| gap.starts_with(word))).then_some(Opener::Paren);
    }
    if of(page.tail(whole)) {
        return Some(Opener::Of);
    }
    let tail = page.tail(whole).len();
    (gap.get(tail..).is_some_and(|rest| rest.starts_with(':')) && tail <= 30)
        .then_some(Opener::Colon)
}

/// Whether the words after a number say "of these": 中, 申请件中.
fn of(tail: &str) -> bool {
    let Some((before, after)) = tail.split_once('中') else {
        return false;
    };
    let last = before.chars().next_back();
    let word = after.starts_with([
        '心', '国', '共', '央', '小', '学', '标', '介', '型', '层', '期', '旬', '的',
    ]);
    before.len() <= 24 && !word && last.is_none_or(|c| "件条请息项份案个次起量数".contains(c))
}

/// The mentions that may be the whole of a list, the likeliest first.
fn wholes(page: &Page, first: usize, opener: Opener) -> Vec<usize> {
    let direct = matches!(
        opener,
        Opener::Paren | Opener::Included | Opener::Of | Opener::Colon
    );
    let part = &page.mentions[first];
    (0..first)
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
        .collect()
}

/// The parts that stand before a total: `A n件、B n件,共N件`.
fn backward(page: &Page, total: usize, lists: &[List]) -> Option<List> {
    let mention = &page.mentions[total];
    let label = page.label(total);
    if !mention.is_count() || mention.change || !any(label, &["共", "合计", "总计", "总数"])
    {
        return None;
    }
    let mut items = Vec::new();
    let mut mixed = false;
    for at in (0..total).rev().take(MAX_ITEMS) {
        let part = &page.mentions[at];
        if !page.same_sentence(at, total) || part.malformed {
            break;
        }
        let fits = part.is_count() && part.paren == mention.paren && alike(part.unit, mention.unit);
        if fits && !part.change && !part.earlier {
            items.push(Item {
                at,
                shares: Vec::new(),
            });
        } else if part.is_count() {
            mixed = true;
        }
    }
    let whole = lists.iter().any(|list| {
        let before = list.items.first().is_some_and(|item| item.at < total);
        list.holds && before && list.whole == Some(total)
    });
    if items.len() < 2 || whole {
        return None;
    }
    items.reverse();
    if let Some(count) = told(label).filter(|count| *count <= items.len()) {
        items.drain(..items.len() - count);
        mixed = false;
    }
    // 3名兼职人员共4人: the words between belong to the part before.
    let joined = page.gap(items[items.len() - 1].at, total) == label;
    let bare = SUMMING.iter().any(|word| {
        label.strip_suffix(word).is_some_and(|scope| {
            scope.is_empty() || joined || (*word != "共" && scope.chars().count() < 4)
        })
    }) && !mixed;
    let firm = if bare { items.len() } else { 0 };
    Some(List {
        opener: Opener::Closed,
        items,
        strays: Vec::new(),
        firm,
        whole: Some(total),
        holds: false,
    })
}

/// Whether several numbers of the total's own sentence add up to it, whatever verbs they have.
fn adds_up(page: &Page, total: usize, list: &List) -> bool {
    let near = list
        .items
        .iter()
        .all(|item| page.same_sentence(total, item.at));
    let sum: Number = list
        .items
        .iter()
        .map(|item| page.mentions[item.at].value)
        .sum();
    near && list.items.len() > 2 && sum == page.mentions[total].value
}

/// How many parts the words before a total say that it adds up: 两项合计, 以上三者共计.
fn told(label: &str) -> Option<usize> {
    const COUNTS: &[(&str, usize)] = &[
        ("两", 2),
        ("二", 2),
        ("三", 3),
        ("四", 4),
        ("五", 5),
        ("六", 6),
    ];
    let word = SUMMING.iter().find_map(|word| label.strip_suffix(word))?;
    let word = word.trim_end_matches(['总', '合']);
    let word = word.strip_suffix(['项', '者', '类', '种'])?;
    let named = COUNTS.iter().find(|(count, _)| word.ends_with(count));
    named.map(|&(_, count)| count)
}

/// The numbers after a total that nothing announces as its parts.
fn unmarked(page: &Page, total: usize, lists: &[List]) -> Option<List> {
    let mention = &page.mentions[total];
    let known = lists.iter().any(|list| {
        list.whole == Some(total)
            && (list.holds || list.items.first().is_some_and(|item| item.at == total + 1))
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
        || (outcomes::outcome(page, total) && outcomes::outcome(page, first))
    {
        return None;
    }
    let mut list = collect(page, first, Opener::Unmarked);
    if !adds_up(page, total, &list) {
        list.items.truncate(list.firm);
    }
    let strong = any(page.wide(total), TOTAL) || any(page.wide(total), &["复议", "诉讼"]);
    let near = page.same_sentence(total, first) || mention.value >= Number::from(20);
    if !near || (!strong && (list.items.len() < 3 || mention.value < Number::TEN)) {
        return None;
    }
    // Outcomes of cases exclude each other: together they cannot exceed the cases.
    let outcomes = list.items.iter().all(|item| {
        DIMENSIONS
            .get(4)
            .is_some_and(|words| any(page.label(item.at), words))
    });
    // 直接起诉4件,复议后起诉3件,维持2件…: what follows divides the whole again, not its last part.
    let part = lists.iter().any(|list| list.holds && list.has(total));
    if part || !outcomes || any(page.wide(total), &["共", "和"]) {
        list.firm = 0;
    }
    Some(list)
}
