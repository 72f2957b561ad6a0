//! Which numbers belong to a list, once its first item is known.

use super::{
    kinds::{pair, rest},
    outcomes::outcome,
    recalls,
    results::category,
    view::view,
};
use crate::{
    claims::{
        lexicon::{
            lists::{COUPLES, SUMMING},
            times::EARLIER,
        },
        reading::{
            list::{Item, List, Opener},
            mention::cuts,
            page::{Page, alike, any},
            traits::count_before,
        },
    },
    text::Number,
};

/// The most items that a list may have.
pub(super) const MAX_ITEMS: usize = 80;

/// Gathers the items of a list from its first one on.
pub(super) fn collect(page: &Page, first: usize, opener: Opener) -> List {
    let mut list = List {
        opener,
        items: vec![Item {
            at: first,
            shares: Vec::new(),
        }],
        strays: Vec::new(),
        firm: usize::MAX,
        whole: None,
        holds: false,
    };
    let mut at = first + 1;
    if described(page, first, at) {
        list.items[0].at = at;
        at += 1;
    }
    let mut strays = 0;
    while at < page.mentions.len() && list.items.len() < MAX_ITEMS {
        match step(page, &mut list, at, strays) {
            Step::Next => {}
            Step::Stray => {
                list.firm = list.firm.min(list.items.len());
                strays += 1;
            }
            Step::Skip(to) => at = to,
            Step::End => break,
        }
        at += 1;
    }
    list.firm = list.firm.min(list.items.len());
    if old(page, &list) {
        list.items.remove(0);
        list.firm = list.firm.saturating_sub(1).max(1);
    }
    list
}

/// Whether the first number of a list of results says how many of all are last year's, so that it is none of them:
/// `答复115件,其中3件为上年结转,同意公开60件、…`.
fn old(page: &Page, list: &List) -> bool {
    let (first, results) = (list.items[0].at, &list.items[1..]);
    let words = page.words(first);
    results.len() > 1
        && words.contains("结转")
        && any(words, EARLIER)
        && results.iter().filter(|item| outcome(page, item.at)).count() * 2 > results.len()
}

/// Whether a number only describes what the next one counts: 其中26个试点领域986项, of 1280项.
fn described(page: &Page, first: usize, next: usize) -> bool {
    let (Some(one), Some(other)) = (page.mentions.get(first), page.mentions.get(next)) else {
        return false;
    };
    let unit = count_before(page, first).map_or("", |at| page.mentions[at].unit);
    let gap = page.gap(first, next);
    one.unit != unit && other.unit == unit && !gap.is_empty() && !gap.contains(cuts)
}

enum Step {
    /// The mention was dealt with.
    Next,
    /// It does not belong to the list; the list may go on, but not for certain.
    Stray,
    /// All mentions up to and with this one belong to a part.
    Skip(usize),
    /// The list ends.
    End,
}

fn step(page: &Page, list: &mut List, at: usize, strays: usize) -> Step {
    let (first, last) = (list.items[0].at, list.items[list.items.len() - 1].at);
    let (mention, start) = (&page.mentions[at], &page.mentions[first]);
    if mention.is_percent() {
        if let Some(item) = list.items.last_mut() {
            item.shares.push(at);
        }
        return Step::Next;
    }
    if mention.paren != start.paren {
        let deeper = mention.paren.is_some_and(|p| p > start.range.start);
        return if deeper { Step::Next } else { Step::End };
    }
    if mention.malformed || strays > 3 {
        return Step::End;
    }
    if mention.change || (mention.earlier && !start.earlier) || recalls(page, at) {
        return Step::Next;
    }
    let (own, head) = (page.traits[at], page.traits[first]);
    let ends = own.summing && totals(page, list, at) || view(page, at) || headed(page, at);
    if ends || own.sentence > head.sentence + 1 {
        return Step::End;
    }
    let again = ["涉及", "包括"]
        .iter()
        .any(|word| [at, first].iter().all(|&at| begins(page, at, word)));
    if !again && own.opener.is_some_and(|opener| opener != Opener::Colon) {
        if let Some(to) = nested(page, last, at).or_else(|| aside(page, last, at)) {
            return Step::Skip(to);
        }
        // 涉及 may also begin a part's own noun: 涉及秘密的信息138条.
        if own.opener != Some(Opener::Open) || own.sentence != head.sentence {
            return Step::End;
        }
        if !outcome(page, at) {
            list.firm = list.firm.min(list.items.len());
        }
    }
    // 原创2658条,粉丝数12.3万: a rounded number without a unit is none of the exact ones.
    let bare = mention.unit.is_empty() && mention.soft && !start.unit.is_empty();
    if bare || !alike(mention.unit, start.unit) {
        if own.sentence == head.sentence && mention.paren == start.paren {
            list.strays.push(at);
        }
        return Step::Stray;
    }
    let ends = divided(page, first, at) || resumes(page, last, at) || passes(page, list, at);
    if ends || turns(page, list, at) {
        return Step::End;
    }
    let crossed = own.sentence > page.traits[last].sentence;
    if crossed && list.firm == usize::MAX {
        list.firm = list.items.len();
    } else if crossed && strays > 0 {
        return Step::End;
    }
    // 每期1500册,其中赠阅800册;全年赠阅9600册: what begins anew with 全年 is no part.
    let whole_year = |at: usize| page.label(at).starts_with("全年");
    let ends = list.items.len() > 2
        && !own.place
        && list.items.iter().all(|item| page.traits[item.at].place);
    if ends
        || beyond(page, list, at)
        || halts(page, list, at)
        || rests(page, last, at)
        || (whole_year(at) && !whole_year(first))
        || (!own.kind && own.verbs & !head.verbs_around != 0 && !coupled(page, first, at))
    {
        list.firm = list.firm.min(list.items.len());
    }
    list.items.push(Item {
        at,
        shares: Vec::new(),
    });
    Step::Next
}

/// Whether the words of a number begin with this one, 其中 aside.
fn begins(page: &Page, at: usize, word: &str) -> bool {
    let label = page.label(at);
    label
        .strip_prefix("其中")
        .unwrap_or(label)
        .starts_with(word)
}

/// The last mention of a remark on `parent`, an item of a list with semicolons, that tells some of its parts:
/// `环保信息312条,其中空气质量信息245条;安全生产信息186条`.
fn aside(page: &Page, parent: usize, from: usize) -> Option<usize> {
    let sound = page.mentions[from].value <= page.mentions[parent].value;
    let gap = page.gap(parent, from);
    let said = gap.strip_prefix([',', '(']).unwrap_or_default();
    let remark = ["其中", "包含", "包括"]
        .iter()
        .any(|word| said.starts_with(word));
    let end =
        (from + 1..page.mentions.len()).find(|&at| page.gap(at - 1, at).contains([';', '。']))?;
    let goes_on = page.gap(end - 1, end).contains(';');
    let item = segment(page, parent) || page.traits[parent].opener.is_some();
    (sound && remark && goes_on && item).then_some(end - 1)
}

/// Whether a number says more of the one before it: `其中县级66项,县级已公开61项`.
fn resumes(page: &Page, last: usize, at: usize) -> bool {
    let said = page.label(last).trim_start_matches("其中");
    let more = page.label(at).strip_prefix(said);
    said.chars().count() > 1 && more.is_some_and(|more| !more.is_empty())
}

/// Whether a semicolon, the first since the list began, leads to things of another unit, and not just to one part of
/// several: `应公开事项98项,其中县级66项;应解读文件12件`.
fn passes(page: &Page, list: &List, at: usize) -> bool {
    let first = list.items[0].at;
    let apart = |at: usize| page.gap(at - 1, at).contains(';');
    let other = |at: usize| page.mentions[at].unit != page.mentions[first].unit;
    let back = |&at: &usize| page.same_sentence(first, at) && apart(at) && !other(at);
    let leads = other(at) && apart(at) && !(first + 1..at).any(apart);
    leads && (at + 1..page.mentions.len()).take(8).filter(back).count() < 2
}

/// Whether a number past a semicolon is more than the whole of the list and has parts of its own:
/// `教职工3210人,其中教师1986人;学生28650人,其中研究生6320人`.
fn divided(page: &Page, first: usize, at: usize) -> bool {
    let next = page.traits.get(at + 1).and_then(|next| next.opener);
    next == Some(Opener::Among)
        && page.gap(at - 1, at).contains(';')
        && count_before(page, first)
            .filter(|&whole| !segment(page, whole))
            .is_some_and(|whole| page.mentions[at].low > page.mentions[whole].high)
}

/// Whether a mention begins a segment of a list with semicolons, or the first one after a colon.
fn segment(page: &Page, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    page.same_sentence(before, at) && page.gap(before, at).contains([';', ':'])
}

/// Whether the whole of a list names a kind together with another one, so that it is no verb of a new statement:
/// `复议和诉讼11件,其中复议8件,诉讼3件`.
fn coupled(page: &Page, first: usize, at: usize) -> bool {
    let Some(whole) = count_before(page, first) else {
        return false;
    };
    let (words, label) = (page.wide(whole), page.label(at));
    COUPLES.iter().any(|&(one, other)| {
        words.contains(one)
            && words.contains(other)
            && (label.contains(one) || label.contains(other))
    })
}

/// Whether a clause of its own before a mention says what is divided from there on: `;乡镇中,东镇20条`.
fn headed(page: &Page, at: usize) -> bool {
    let label = page.label(at);
    let clause = page.before(at).strip_suffix(label);
    let head = clause.and_then(|clause| clause.strip_suffix("中,"));
    // 县级66项,县级事项中已公开61项.
    let again = label.split_once('中').is_some_and(|(of, _)| {
        let begun = of.get(..6).filter(|_| of.len() > 8);
        begun.is_some_and(|begun| at > 0 && page.label(at - 1).contains(begun))
    });
    again || head.is_some_and(|head| head.contains([';', '。']) && !head.ends_with('其'))
}

/// Whether a semicolon before a mention ends a pair that leaves nothing out:
/// `7件,其中直接起诉4件,复议后起诉3件;结果维持4件`.
fn halts(page: &Page, list: &List, at: usize) -> bool {
    let [one, other] = list.items.as_slice() else {
        return false;
    };
    let whole = !page.gap(one.at, other.at).contains(';') && page.gap(at - 1, at).contains(';');
    whole && pair(page, &[one.at, other.at])
}

/// Whether a number with 共 may add up those of the list; one that is less than theirs, and says what it counts, is one
/// more part: `网站公开信息共106条,公众号公开信息共30条`.
fn totals(page: &Page, list: &List, at: usize) -> bool {
    let sum: Number = page.values(&list.parts(list.items.len())).into_iter().sum();
    let label = page.label(at);
    SUMMING.contains(&label) || label.starts_with('占') || page.mentions[at].value >= sum
}

/// Whether a semicolon before a mention ends a list whose last part is what is left:
/// `文件44条、其他信息52条;领导信箱收件75件`.
fn rests(page: &Page, last: usize, at: usize) -> bool {
    let label = page.label(last);
    rest(label) && !category(label) && page.gap(last, at).contains(';')
}

/// Whether a semicolon before a result ends a list of something else: `网上20件,信函14件;予以公开26件`.
fn turns(page: &Page, list: &List, at: usize) -> bool {
    list.items.len() > 1
        && page.gap(at - 1, at).contains(';')
        && outcome(page, at)
        && !list.items.iter().any(|item| outcome(page, item.at))
}

/// Whether a mention stands past the semicolon that ends the segment of the list's whole, itself an item of a list.
fn beyond(page: &Page, list: &List, at: usize) -> bool {
    let first = list.items[0].at;
    let Some(whole) = first.checked_sub(1) else {
        return false;
    };
    let inside = !page.gap(whole, first).contains([';', '。']) && segment(page, whole);
    inside && list.opener == Opener::Among && page.gap(at - 1, at).contains(';')
}

/// The last mention of the parts of `parent` that begin at `from`, if they add up to it.
fn nested(page: &Page, parent: usize, from: usize) -> Option<usize> {
    let mut sum = Number::ZERO;
    for at in from..page.mentions.len().min(from + 24) {
        let mention = &page.mentions[at];
        if mention.is_percent() || mention.change {
            continue;
        }
        sum += mention.value;
        if sum == page.mentions[parent].value {
            return Some(at);
        }
        if sum > page.mentions[parent].value {
            return None;
        }
    }
    None
}
