//! Parts that do not add up, though they need not be all of them: worth a word where they miss by little.

use super::{
    kinds::{attended, closed_by_rest, disputed, levels, mixed, one_kind, overlapping},
    parts::included,
    results::leaves_out,
    sure::{beside, counted, distributive, near, open_ended, other_base, within},
    tell::{doubled, slipped, swap},
};
use crate::{
    claims::{
        lexicon::rates::DONE,
        reading::{
            list::{Item, List, Opener},
            page::{Page, alike, any},
            results::Results,
            ways::Way,
        },
        same::slip,
    },
    text::{
        Number,
        number::{percent, rounded},
    },
};

/// Whether parts that do not add up are worth a word, though they need not be all, or may overlap.
pub(super) fn doubtful(
    page: &Page,
    list: &List,
    parts: &[usize],
    whole: usize,
    results: &Results,
) -> bool {
    let labels = page.all_words(parts);
    let total = page.mentions[whole].value;
    let values = page.values(parts);
    let swapped = swap(&values, total);
    if parts.len() < 2
        || !announced(list, parts)
        || !close_by(page, parts, &labels, whole)
        || !exact(page, parts, whole)
        || !counted_alike(page, list, parts, whole)
        || (mixed(&labels) && list.opener != Opener::Closed)
        || labels.iter().any(|label| label.is_empty())
        || disputed(&labels)
        || attended(page, parts)
        || open_ended(page, parts)
        || (other_base(page, &labels, whole, results) && !(swapped && parts.len() > 3))
        || distributive(page, parts)
    {
        return false;
    }
    let sum: Number = values.iter().sum();
    let agrees = sum == total; // 受理申请133,其中…件: only the unit is amiss.
    if agrees || (sum < total && leaves_out(&labels, results)) || borne_out(page, list, whole) {
        return false;
    }
    misses(page, list, parts, whole) || swapped && by_swap(page, list, parts, whole)
}

/// Whether something says that parts follow.
fn announced(list: &List, parts: &[usize]) -> bool {
    match list.opener {
        Opener::Open | Opener::Unmarked => false,
        Opener::Included => parts.len() > 2,
        _ => true,
    }
}

/// Whether nothing stands between a whole and its parts that these may be parts of.
fn close_by(page: &Page, parts: &[usize], labels: &[&str], whole: usize) -> bool {
    parts.first().is_some_and(|&first| {
        let closed = any(&page.around(whole), &["办结", "答复"]);
        let results = Way::Results.names(labels[0]);
        beside(page, whole, first)
            || (first == whole + 2 && included(page, whole, first).is_some())
            || (first < whole + 4 && closed && results && one_kind(labels))
    })
}

/// Whether the figures are exact. Rounded ones stand for intervals; those of channels overlap besides.
fn exact(page: &Page, parts: &[usize], whole: usize) -> bool {
    let channels = overlapping(page, parts);
    let vague = |at: usize| match channels {
        true => page.mentions[at].soft,
        false => page.mentions[at].hedged,
    };
    !page.mentions[whole].earlier && !vague(whole) && !parts.iter().any(|&at| vague(at))
}

/// Whether the parts are counted as the whole is, or most of them: `信息47条,其中文件22件,公告16条,任免5条`. What is left
/// leaves nothing out, be the parts counted as 件 or 条: 文件7件、…、其他信息7条.
fn counted_alike(page: &Page, list: &List, parts: &[usize], whole: usize) -> bool {
    let unit = page.mentions[whole].unit;
    let units: Vec<&str> = parts.iter().map(|&at| page.mentions[at].unit).collect();
    let same = units.iter().filter(|part| counted(unit, part)).count();
    let most = same * 2 > parts.len() && parts.len() > 3 && parts == list.parts(list.firm);
    let mingled = most || (parts.len() > 3 && closed_by_rest(&page.all_words(parts)));
    same == parts.len() || (mingled && units.iter().all(|part| alike(unit, part)))
}

/// Whether parts miss their whole as a slip would have it, by little or by a digit.
fn misses(page: &Page, list: &List, parts: &[usize], whole: usize) -> bool {
    let (values, total) = (page.values(parts), page.mentions[whole].value);
    let sum: Number = values.iter().sum();
    let least = match sum > total {
        true => 8,
        false => 5,
    };
    let least = if of_two(page, whole) { 1 } else { least };
    let unshared = || list.items.iter().all(|item| item.shares.is_empty());
    let rest = || overlapping(page, parts) && closed_by_rest(&page.all_words(parts));
    let slipped = || levels(page, parts) || slipped(&values, total);
    within((total - sum).abs(), total, least)
        || doubled(total, sum)
        || (total == sum * Number::TEN && parts.len() > 2 && sum >= Number::from(20) && unshared())
        || (parts.len() > 2 && slip(sum, total))
        || (sum < total && rest())
        || (near(sum, total) && slipped())
}

/// Whether swapped digits, which would make parts and whole agree, are telling.
fn by_swap(page: &Page, list: &List, parts: &[usize], whole: usize) -> bool {
    let total = page.mentions[whole].value;
    let sum: Number = page.values(parts).into_iter().sum();
    let (more, rest) = (sum > total, closed_by_rest(&page.all_words(parts)));
    let telling = parts.len() > 2
        || total >= Number::ONE_HUNDRED
        || list.opener == Opener::Closed
        || (more && !overlapping(page, parts));
    let gap = (total - sum).abs();
    levels(page, parts) || (telling && (within(gap, total, 50) || more || parts.len() > 3 || rest))
}

/// Whether parts may as well be of another number of the sentence, of which the whole is what was done:
/// `受理24860件,办结24712件,其中咨询类18020件`.
fn of_two(page: &Page, whole: usize) -> bool {
    let done = &page.mentions[whole];
    let taken = |at: usize| {
        let other = &page.mentions[at];
        other.is_exact() && other.unit == done.unit && other.value > done.value
    };
    any(page.label(whole), DONE)
        && whole > 0
        && page.same_sentence(whole - 1, whole)
        && taken(whole - 1)
}

/// Whether each part has a share that follows from it and the whole, so that all numbers are right and parts are left out.
fn borne_out(page: &Page, list: &List, whole: usize) -> bool {
    let follows = |item: &Item| {
        let &[share] = item.shares.as_slice() else {
            return false;
        };
        let (part, all) = (&page.mentions[item.at], &page.mentions[whole]);
        let (low, high) = rounded(page.mentions[share].value, page.mentions[share].places);
        percent(part.value, all.value).is_some_and(|real| (low..=high).contains(&real))
    };
    list.items.iter().take(list.firm).all(follows)
}
