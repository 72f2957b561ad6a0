//! What a share may be a share of: by the noun that the text names, by the list, or by what stands near.

use crate::{
    claims::{
        growth::turn::turned,
        lexicon::shares::PARTLY,
        reading::{
            list::{List, Opener},
            page::{alias, alike, any},
            prose::Prose,
            roles::requests,
        },
        shares::{Share, due::due, siblings::siblings},
        sums::view::view,
    },
    rule::Evidence,
    text::{Number, order::Order, words::without},
};

/// A number that shares may be measured by.
#[derive(Debug, Clone)]
pub(super) struct Base {
    pub(super) value: Number,
    pub(super) low: Number,
    pub(super) high: Number,
    /// The passage and mention of each number that it consists of.
    pub(super) numbers: Vec<(usize, usize)>,
    /// The cell of a table that it is, where it is one.
    pub(super) cell: Option<Evidence>,
    /// Grammar names it, so that a share that does not follow from it is told.
    pub(super) sure: bool,
    /// Grammar alone is enough, no other share need confirm it.
    pub(super) firm: bool,
    /// A share that is only just off is told.
    pub(super) likely: bool,
}

/// How many passages back a named base is looked for.
const PASSAGES: usize = 12;
/// How many passages back a total is looked for that the text does not name.
const NEAR_PASSAGES: usize = 4;
/// How many shares make a list that a total of another passage may be tried with.
const LISTED: usize = 3;
/// How many numbers back a base is looked for in the passage.
const NUMBERS: usize = 24;

/// All numbers that the shares of a group may be measured by, the likeliest first.
pub(super) fn bases(prose: &Prose, at: usize, lists: &[List], shares: &[Share]) -> Vec<Base> {
    let Some(first) = shares.first() else {
        return Vec::new();
    };
    let mut all = Vec::new();
    let named = named(prose, at, first);
    let generic = first.base.is_empty();
    let total = generic || first.base.ends_with("总数") || first.base.ends_with("总量");
    let listed = first.list.and_then(|list| lists.get(list)?.whole);
    if let Some(whole) = listed
        && likeness(&key(&first.base), &key(prose.pages[at].wide(whole))) >= 80
    {
        all.push(mention(prose, at, whole, true, true));
    }
    let due = due(prose, at, first).filter(|_| named.is_empty());
    all.extend(named);
    all.extend(due);
    if let Some(list) = first.list.and_then(|list| lists.get(list))
        && let Some(whole) = list.whole
    {
        let items = &list.items;
        let beside = items.first().is_some_and(|item| {
            // 同比下降3.9%(上年766件), but not 去年公开1100条, which may be the whole.
            (whole + 1..item.at).all(|between| {
                let between = &prose.pages[at].mentions[between];
                between.earlier && between.paren.is_some()
            })
        });
        let apart = || !generic && called(prose, at, first, whole);
        let firm = (generic || (total && list.holds && !apart()))
            && (list.holds || (beside && list.opener != Opener::Unmarked));
        all.push(mention(prose, at, whole, firm, firm));
    }
    all.extend(near(prose, at, lists, shares, generic));
    all.extend(following(prose, at, shares, generic));
    all.extend(earlier(prose, at, shares));
    if prose.pages[at].text().contains("申请") {
        let asked = prose
            .asked
            .iter()
            .rev()
            .filter(|(page, _)| *page != at)
            .take(6);
        all.extend(asked.map(|&(page, index)| Base {
            likely: false,
            ..mention(prose, page, index, false, false)
        }));
    }
    all.extend(siblings(prose, at, shares));
    if requests(&prose.pages[at]) || prose.pages[at].text().contains("申请") {
        all.extend(prose.totals.iter().filter_map(table));
    }
    all
}

fn mention(prose: &Prose, at: usize, index: usize, sure: bool, firm: bool) -> Base {
    let mention = &prose.pages[at].mentions[index];
    Base {
        value: mention.value,
        low: mention.low,
        high: mention.high,
        numbers: vec![(at, index)],
        cell: None,
        sure,
        firm,
        likely: true,
    }
}

/// A total of table three.
fn table(total: &Evidence) -> Option<Base> {
    let value = total.value?;
    Some(Base {
        value,
        low: value,
        high: value,
        numbers: Vec::new(),
        cell: Some(total.clone()),
        sure: false,
        firm: false,
        likely: false,
    })
}

/// Whether another number than the whole has the name of what a share is said to be of:
/// `意见86条,采纳21条;其中企业意见25条,占采纳总数的33.3%`.
fn called(prose: &Prose, at: usize, share: &Share, whole: usize) -> bool {
    let (page, wanted) = (&prose.pages[at], key(&share.base));
    (0..share.part).any(|other| {
        let named = || likeness(&wanted, &key(page.wide(other))) >= 80;
        other != whole && page.mentions[other].is_count() && named()
    })
}

/// The number whose noun is the one that the text names: 占申请总数的比例. Where that is short, and several numbers of
/// other passages have it, each may be meant: 占全年公开数的比例.
fn named(prose: &Prose, at: usize, share: &Share) -> Vec<Base> {
    if share.base.chars().count() < 2 {
        return Vec::new();
    }
    let wanted = key(&share.base);
    let part = &prose.pages[at].mentions[share.part];
    let (mut best, mut most) = (Vec::<Base>::new(), 60);
    for page in (at.saturating_sub(PASSAGES)..=at).rev() {
        let end = if page == at {
            share.part
        } else {
            prose.pages[page].mentions.len()
        };
        for index in (0..end).rev().take(60) {
            let other = &prose.pages[page].mentions[index];
            if !other.is_count()
                || other.change
                || !alike(other.unit, part.unit)
                || other.value < part.value
            {
                continue;
            }
            let words = prose.pages[page].wide(index);
            let partly = PARTLY
                .iter()
                .any(|word| words.contains(word) && !share.base.contains(word));
            if partly {
                continue;
            }
            let score = likeness(&wanted, &key(words));
            if score > most {
                best.clear();
            }
            if score >= most {
                // 留言33条,办结33条。公开14件,占办结数的31.3%: a short name may be that of other things.
                let firm = score >= 80 && (wanted.len() > 2 || other.unit == part.unit);
                best.push(mention(prose, page, index, firm, firm));
                most = score;
            }
        }
    }
    let here = |base: &Base| base.numbers[0].0 == at;
    let several = wanted.len() < 3
        && !best.first().is_some_and(here)
        && best.iter().any(|base| base.value != best[0].value);
    best.truncate(if several { NUMBERS } else { 1 });
    for base in best.iter_mut().filter(|_| several) {
        (base.sure, base.firm, base.likely) = (false, false, false);
    }
    best
}

/// The words of a noun without the ones that say nothing.
fn key(text: &str) -> Vec<char> {
    const SILENT: [&str; 16] = [
        "总数", "总量", "数量", "件数", "政府", "年度", "的", "为", "数", "全区", "全市", "全县",
        "全年", "共", "其中", "所有",
    ];
    // 全部公开信息 is what was disclosed; 全部复议 says too little.
    let all = text.strip_prefix("全部");
    let text = all.filter(|noun| noun.chars().count() > 3).unwrap_or(text);
    let plain = without(&alias(text), &SILENT);
    plain.chars().filter(|c| !c.is_ascii()).collect()
}

/// How much of `wanted` (in pairs of characters, percent) stands in `label`.
fn likeness(wanted: &[char], label: &[char]) -> usize {
    if wanted.len() < 2 {
        return 0;
    }
    let pairs = wanted.windows(2);
    let total = pairs.len();
    let found = pairs
        .filter(|pair| label.windows(2).any(|other| other == *pair))
        .count();
    let extra = label.len().saturating_sub(wanted.len()) / 4;
    (found * 100 / total).saturating_sub(extra.min(15))
}

/// Counts before the first part in the passage. Among many parts the greatest may be misprinted, and exceed its base.
fn near(prose: &Prose, at: usize, lists: &[List], shares: &[Share], generic: bool) -> Vec<Base> {
    let page = &prose.pages[at];
    let share = &shares[0];
    let part = &page.mentions[share.part];
    let mut parts: Vec<Number> = shares
        .iter()
        .map(|share| page.mentions[share.part].value)
        .collect();
    parts.order();
    let least = match parts[..] {
        [.., second, _] if parts.len() > LISTED => part.value.min(second),
        _ => part.value,
    };
    let counts: Vec<usize> = (0..share.part)
        .rev()
        .take(NUMBERS)
        .filter(|&i| {
            let other = &page.mentions[i];
            other.is_count()
                && (!other.change || turned(&prose.pages[at], i).is_some())
                && !other.earlier
                && alike(other.unit, part.unit)
                && other.value >= least
        })
        .collect();
    let only = counts.len() == 1 && page.mentions[counts[0]].unit == part.unit;
    counts
        .iter()
        .map(|&i| {
            let passed = |at: usize| {
                let between = &page.mentions[at];
                between.change || between.earlier
            };
            let beside = (i + 1..share.part).all(passed);
            let adjacent = generic && only && beside && page.same_sentence(i, share.part);
            let whole = generic && lists.iter().any(|list| list.holds && list.whole == Some(i));
            let sure = adjacent || (whole && only);
            Base {
                likely: sure || whole,
                ..mention(prose, at, i, sure, sure)
            }
        })
        .collect()
}

/// Totals of the passages before, for a list of shares that names parts alone: `在主动公开的信息中,概况类1806条,占4.27%`.
fn earlier(prose: &Prose, at: usize, shares: &[Share]) -> Vec<Base> {
    let viewed = || shares.len() > 1 && view(&prose.pages[at], shares[0].part);
    if shares.len() < LISTED && !viewed() {
        return Vec::new();
    }
    let greatest = shares
        .iter()
        .map(|share| &prose.pages[at].mentions[share.part])
        .max_by_key(|part| part.value);
    let Some(greatest) = greatest else {
        return Vec::new();
    };
    let pages = (at.saturating_sub(NEAR_PASSAGES)..at).rev();
    let counts =
        pages.flat_map(|page| (0..prose.pages[page].mentions.len()).map(move |i| (page, i)));
    counts
        .filter(|&(page, i)| {
            let other = &prose.pages[page].mentions[i];
            let total = other.is_current();
            total && alike(other.unit, greatest.unit) && other.value >= greatest.value
        })
        .map(|(page, i)| Base {
            likely: false,
            ..mention(prose, page, i, false, false)
        })
        .collect()
}

/// A total right after the shares.
fn following(prose: &Prose, at: usize, shares: &[Share], generic: bool) -> Option<Base> {
    let last = shares.last()?.percent + 1;
    let page = &prose.pages[at];
    let other = page.mentions.get(last)?;
    let fits = generic
        && other.is_count()
        && page.same_sentence(last - 1, last)
        && any(page.wide(last), &["共", "合计", "总计"]);
    fits.then(|| Base {
        likely: false,
        ..mention(prose, at, last, false, false)
    })
}
