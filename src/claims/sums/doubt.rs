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
    let total = &page.mentions[whole];
    let announced = match list.opener {
        Opener::Open | Opener::Unmarked => false,
        Opener::Included => parts.len() > 2,
        _ => true,
    };
    let near_whole = parts.first().is_some_and(|&first| {
        let closed = any(&page.around(whole), &["办结", "答复"]);
        let results = Way::Results.names(labels[0]);
        beside(page, whole, first)
            || (first == whole + 2 && included(page, whole, first).is_some())
            || (first < whole + 4 && closed && results && one_kind(&labels))
    });
    // Rounded figures stand for intervals; those of channels overlap besides.
    let channels = overlapping(page, parts);
    let vague = |at: usize| match channels {
        true => page.mentions[at].soft,
        false => page.mentions[at].hedged,
    };
    let exact = !total.earlier && !vague(whole) && !parts.iter().any(|&at| vague(at));
    // What is left leaves nothing out, be the parts counted as 件 or 条: 文件7件、…、其他信息7条.
    let rest = closed_by_rest(&labels);
    let units = parts.iter().all(|&at| {
        let unit = page.mentions[at].unit;
        counted(total.unit, unit) || (rest && parts.len() > 3 && alike(total.unit, unit))
    });
    let dull = labels.iter().any(|label| label.is_empty());
    let values = page.values(parts);
    let sum: Number = values.iter().sum();
    let swapped = swap(&values, total.value);
    if parts.len() < 2
        || !(announced && near_whole && exact && units)
        || (mixed(&labels) && list.opener != Opener::Closed)
        || dull
        || disputed(&labels)
        || attended(page, parts)
        || open_ended(page, parts)
        || (other_base(page, &labels, whole, results) && !(swapped && parts.len() > 3))
        || distributive(page, parts)
    {
        return false;
    }
    if (sum < total.value && leaves_out(&labels, results)) || borne_out(page, list, whole) {
        return false;
    }
    let least = if sum > total.value { 8 } else { 5 };
    let gap = (total.value - sum).abs();
    let telling = swapped
        && (parts.len() > 2
            || total.value >= Number::ONE_HUNDRED
            || list.opener == Opener::Closed
            || (sum > total.value && !channels));
    within(
        gap,
        total.value,
        if of_two(page, whole) { 1 } else { least },
    ) || doubled(total.value, sum)
        || (total.value == sum * Number::TEN
            && parts.len() > 2
            && sum >= Number::from(20)
            && list.items.iter().all(|item| item.shares.is_empty()))
        || (parts.len() > 2 && slip(sum, total.value))
        || (channels && rest && sum < total.value)
        || (swapped && levels(page, parts))
        || (telling
            && (within(gap, total.value, 50) || sum > total.value || parts.len() > 3 || rest))
        || (near(sum, total.value) && levels(page, parts))
        || (near(sum, total.value) && slipped(&values, total.value))
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
