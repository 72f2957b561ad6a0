//! Lists whose whole is surely not the number before them, so that only sums that hold say anything of them.

use crate::{
    claims::{
        lexicon::lists::SUMMING,
        reading::{list::List, mention::Grade, page::Page, ways::ends_case},
    },
    text::Number,
};

/// How many numbers a sentence is followed back.
const BACK: usize = 24;

/// Whether the nearest whole of a list stands in a sentence before and is a part of what that sentence has done with, or
/// the list says itself what it is of: a total behind it, a share of another number.
pub(super) fn is_astray(page: &Page, lists: &[List], wholes: &[usize], list: &List) -> bool {
    let first = list.items[0].at;
    let done = |list: &List, nearest| list.items.len() > 2 && list.has(nearest);
    wholes.first().is_some_and(|&nearest| {
        !page.same_sentence(nearest, first)
            && (lists.iter().any(|list| done(list, nearest))
                || is_last(page, nearest)
                || is_listed(page, nearest)
                || of_cases(page, nearest, first)
                || is_closed(page, nearest, list)
                || of_another(page, nearest, first))
    })
}

/// Whether a number is the last of three or more that come to one before them in its sentence:
/// `收到174件,按层级划分:市级87件,区级65件,镇街级22件。均已答复,其中公开53件`.
fn is_last(page: &Page, last: usize) -> bool {
    let mut sum = Number::ZERO;
    let counts = (0..=last).rev().take(BACK).filter(|&at| {
        let mention = &page.mentions[at];
        mention.is_exact() && mention.unit == page.mentions[last].unit
    });
    let mut counts = counts.take_while(|&at| page.same_sentence(at, last));
    for count in 0.. {
        let Some(at) = counts.next() else {
            return false;
        };
        if count > 2 && page.mentions[at].value == sum {
            return true;
        }
        sum += page.mentions[at].value;
    }
    false
}

/// Whether a number is one of three or more of a unit that only their names part, whatever they come to.
fn is_listed(page: &Page, at: usize) -> bool {
    let plain = |part: usize| {
        let (mention, unit) = (&page.mentions[part], page.mentions[at].unit);
        mention.is_exact() && mention.unit == unit && page.traits[part].verbs == 0
    };
    let named = |at: usize| {
        let mark = page.gap(at - 1, at).strip_prefix([',', '、']);
        mark.is_some_and(|name| name == page.label(at) && name.chars().count() > 1)
    };
    at > 1 && (at - 2..=at).all(plain) && named(at) && named(at - 1)
}

/// Whether a list is of reviews and lawsuits, and the number before it of an outcome:
/// `败诉5件。行政复议、行政诉讼维持数分别为2件、4件`.
fn of_cases(page: &Page, nearest: usize, first: usize) -> bool {
    let before = page.before(first);
    ends_case(page.label(nearest)) && before.contains("复议") && before.contains("诉讼")
}

/// Whether another number right behind a list says that it adds it up:
/// `网上88件,占新收的13.2%。其中线上326件,线下342件,合计668件`.
fn is_closed(page: &Page, nearest: usize, list: &List) -> bool {
    let last = list.items[list.items.len() - 1].at;
    let next = last + 1;
    list.items.len() > 1
        && next < page.mentions.len()
        && page.same_sentence(last, next)
        && SUMMING.contains(&page.label(next))
        && page.mentions[next].value != page.mentions[nearest].value
}

/// Whether the share right behind a part is that of another number before it: `法人105件。其中网上196件,占新收的31.2%`.
fn of_another(page: &Page, nearest: usize, part: usize) -> bool {
    let Some(share) = page.mentions.get(part + 1).filter(|next| next.is_percent()) else {
        return false;
    };
    let value = page.mentions[part].value;
    let fits = |&at: &usize| {
        let whole = &page.mentions[at];
        whole.is_exact() && share.grade(value, whole.value) == Some(Grade::Exact)
    };
    !fits(&nearest) && (0..nearest).rev().take(BACK).any(|at| fits(&at))
}

/// Whether a number only adds up some bodies or kinds that its sentence names, so that a sentence which says what it
/// divides divides another: `自然资源局94件、住建局41件,两家合计135件。在收到的申请中,…`.
pub(super) fn gathered(page: &Page, at: usize) -> bool {
    let told =
        |before: usize| page.mentions[before].spelled && page.gap(before, at) == page.label(at);
    SUMMING.contains(&page.label(at)) && at.checked_sub(1).is_some_and(told)
}
