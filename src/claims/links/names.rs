//! What the text calls the items of the older forms: the national one of 2014 to 2018, that of Jilin.

use super::scope::{before, foreign, of_place, own_out};
use crate::{
    claims::{
        lexicon::{
            Item, Kind,
            links::{OFFICES, OWN, PLACE},
            names::{
                ADDED, ALL_APPLICANTS, ALONE, ELSEWHERE, FILLERS, ITSELF, NAMES, NOT_OFFICES,
                NOT_RUNNING, ONE_OFFICE, OTHER_SCOPE, RUNNING, WHOSE,
            },
            none,
            times::CUMULATIVE,
        },
        reading::{
            own::own_name,
            page::{Page, any, has},
            ways::ends_case,
        },
    },
    facts::Fact,
    text::words::{is_counted, without},
};

/// How a clause ends that says of which time the next one speaks.
const TIMES: [char; 3] = ['后', '间', '前'];

/// An item that the words before a number name.
pub(super) struct Named {
    /// The item, and others that the words may mean.
    pub(super) facts: Vec<&'static str>,
    /// Whether the words leave no doubt that the whole of the item is meant.
    pub(super) sure: bool,
    /// Whether what has accumulated is meant.
    pub(super) running: bool,
}

/// The item of a form that the words before a mention name, among those whose values are known.
pub(super) fn named<'a>(
    page: &Page,
    at: usize,
    year: Option<u16>,
    fact: &impl Fn(&str) -> Option<&'a Fact>,
) -> Option<Named> {
    if let Some(last) = at
        .checked_sub(1)
        .filter(|_| ALONE.contains(&page.label(at)))
    {
        return total_of(page, last, at, year, fact);
    }
    let known =
        |name: &Item| fact(name.fact).is_some() || name.also.iter().any(|id| fact(id).is_some());
    let found = NAMES.iter().find_map(|name| {
        let end =
            called(page, at, name).filter(|_| known(name) && follows(page, at, name, fact))?;
        Some((name, end))
    });
    let (name, end) = found?;
    let wide = page.wide(at);
    let rest = wide.replace(end, "");
    let lead = wide.rsplit_once(end).map_or(wide, |(lead, _)| lead);
    let joined = lead.strip_suffix(['及', '和', '与', '、', '或']);
    if joined.is_some_and(|other| !other.is_empty()) {
        return Some(Named {
            facts: Vec::new(),
            sure: false,
            running: false,
        });
    }
    let plain = [OWN, RUNNING, ALL_APPLICANTS]
        .iter()
        .fold(rest, |text, words| without(&text, words));
    // 累计公开政府信息900条,其中2012年公开120条: the year's own is all of it.
    let plain = own_out(page, plain.replace("其中20", "20"));
    let narrowed = any(&plain, OTHER_SCOPE) && !is_part(name.fact) || of_others(page, at);
    let added = name.fact.starts_with("f2014.8") && any(wide, ADDED);
    let over = any(wide, CUMULATIVE) && !name.fact.ends_with(".cumulative");
    let sentence = before(page, at);
    let later = year.is_some_and(|year| has(sentence, &format!("{}年", year + 1)));
    let running = any(wide, RUNNING) && !any(sentence, NOT_RUNNING) && !later;
    let months = is_counted(&without(sentence, &["12月31日", "1月1日"]), '月');
    let elsewhere = months || any(sentence, ELSEWHERE) || !running && foreign(sentence, year);
    Some(Named {
        facts: std::iter::once(name.fact)
            .chain(name.also.iter().copied())
            .collect(),
        sure: !narrowed && !added && !elsewhere && (!over || running) && !softened(page, at),
        running: over && running,
    })
}

/// The running total of the item that the number right before counts: `2012年公开信息860条,累计5120条`.
fn total_of<'a>(
    page: &Page,
    last: usize,
    at: usize,
    year: Option<u16>,
    fact: &impl Fn(&str) -> Option<&'a Fact>,
) -> Option<Named> {
    let beside = page.same_sentence(last, at) && page.mentions[last].is_current();
    let same = beside && page.mentions[last].unit == page.mentions[at].unit;
    let before = Some(last).filter(|_| same && !ALONE.contains(&page.label(last)))?;
    let named = named(page, before, year, fact)?;
    Some(Named {
        running: true,
        sure: named.sure && !softened(page, at),
        ..named
    })
}

/// Whether a clause before, in the same sentence, speaks of one body of several: `办公室公开信息90条,微信公开信息31条`. One
/// without a number, 按照县委要求, says nothing of those behind it.
fn of_others(page: &Page, at: usize) -> bool {
    let sentence = before(page, at).rsplit(';').next().unwrap_or_default();
    let mut plain = without(sentence, NOT_OFFICES);
    if !of_place(page) {
        plain = without(&plain, ITSELF);
    }
    of_other_place(page, sentence)
        || own_name(sentence, &page.body).is_none()
            && (any(&plain, OFFICES) || counts_of(&without(&plain, none::OWN)))
}

/// Whether one body's name begins a clause with a number, or the last one: `县国土局受理申请14件,答复14件`; or some time does.
fn counts_of(sentence: &str) -> bool {
    let mut clauses = sentence.rsplit([',', ':']);
    let last = clauses.next();
    let behind = clauses
        .clone()
        .next()
        .is_some_and(|clause| clause.ends_with(TIMES));
    let counted = clauses.filter(|clause| clause.contains(|c: char| c.is_ascii_digit()));
    behind
        || last
            .into_iter()
            .chain(counted)
            .any(|clause| any(clause, ONE_OFFICE))
}

/// Whether a sentence speaks of a place that is not the report's own: 全省 in the report of a city.
fn of_other_place(page: &Page, sentence: &str) -> bool {
    let own = Some(page.body.trim_end_matches("人民政府")).filter(|_| of_place(page));
    let own = own.and_then(|body| body.chars().next_back());
    let others = PLACE
        .iter()
        .filter(|place| place.chars().next_back() != own);
    let mut others = others.filter(|place| has(sentence, place));
    !page.body.is_empty() && others.next().is_some()
}

/// Whether a number is softened: that of an amount in 万元 has its own exactness.
fn softened(page: &Page, at: usize) -> bool {
    let mention = &page.mentions[at];
    mention.hedged || mention.soft && mention.kind != Kind::Money
}

/// The words that name an item before a mention, if its unit and what must stand beside them are there. A section on
/// requests says for bare words what they are of: 办结 under 依申请公开情况.
fn called(page: &Page, at: usize, name: &Item) -> Option<&'static str> {
    let (label, wide) = (page.label(at), page.wide(at));
    let end = Some(&page.mentions[at].unit)
        .filter(|unit| name.units.contains(unit))
        .and_then(|_| ending(label, name.ends))?;
    let headed = || {
        any(&page.heading, name.with)
            && (!has(&page.heading, "复议") || any("复议诉讼", name.with))
            && is_whole(&label.replace(end, ""))
            && label == wide
            && !of_others_before(page, at)
    };
    // 在答复的40件申请中.
    let tail = page.tail(at);
    let behind = || name.with.iter().any(|word| tail.starts_with(word));
    (name.with.is_empty() || any(wide, name.with) || headed() || behind()).then_some(end)
}

/// Whether the number right before, in the same sentence, is that of no item: 受理投诉12件,办结10件.
fn of_others_before(page: &Page, at: usize) -> bool {
    let mut before = (0..at)
        .rev()
        .take_while(|&last| page.same_sentence(last, at));
    let last = before.find(|&last| page.mentions[last].is_current());
    let named = |last: usize| {
        let label = page.label(last);
        NAMES.iter().any(|name| ending(label, name.ends).is_some())
    };
    last.is_some_and(|last| !named(last))
}

/// Whether what stands beside a name says no more than that all of it is meant: 2012年全县共.
fn is_whole(words: &str) -> bool {
    let plain = without(&without(words, WHOSE), FILLERS);
    let plain = plain.trim_start_matches(|c: char| c.is_ascii_digit());
    matches!(plain, "" | "年")
}

/// Whether the number right before is that of the item that must precede, as the form has it.
fn follows<'a>(
    page: &Page,
    at: usize,
    name: &Item,
    fact: &impl Fn(&str) -> Option<&'a Fact>,
) -> bool {
    // 行政复议4件,其中维持2件、纠错1件;行政诉讼3件: outcomes are passed over.
    let Some(last) = (0..at)
        .rev()
        .take_while(|&last| page.same_sentence(last, at))
        .filter(|&last| page.mentions[last].is_count())
        .find(|&last| !page.litigation || !ends_case(page.label(last)))
    else {
        return name.after.is_empty() || followed(page, at, name, fact);
    };
    let fits =
        |id: &str| fact(id).is_some_and(|fact| fact.value == Some(page.mentions[last].value));
    let before = |id: &str| {
        NAMES.iter().any(|other| {
            is_of(other.fact, id)
                && fits(other.fact)
                && called(page, last, other).is_some()
                && (other.after.is_empty() || follows(page, last, other, fact))
        })
    };
    name.after.is_empty()
        || name.after.iter().any(|id| before(id))
        || followed(page, at, name, fact)
}

/// Whether the number right behind is that of another of the items that may precede, as the form has it:
/// `政府网站7105条、政府公报62条`.
fn followed<'a>(
    page: &Page,
    at: usize,
    name: &Item,
    fact: &impl Fn(&str) -> Option<&'a Fact>,
) -> bool {
    let counts = |&next: &usize| page.mentions[next].is_count();
    let next = (at + 1..page.mentions.len())
        .take_while(|&next| page.same_sentence(at, next))
        .find(counts);
    let is = |next: usize, id: &&str| {
        let value = Some(page.mentions[next].value);
        let known = |id: &str| fact(id).is_some_and(|fact| fact.value == value);
        NAMES.iter().any(|other| {
            is_of(other.fact, id) && known(other.fact) && called(page, next, other).is_some()
        })
    };
    name.after.iter().any(|id| id.ends_with('*'))
        && next.is_some_and(|next| name.after.iter().any(|id| is(next, id)))
}

/// Whether an item is the one named, or one of those that `f2014.3.1.*` stands for.
fn is_of(fact: &str, named: &str) -> bool {
    match named.strip_suffix('*') {
        Some(group) => fact.starts_with(group),
        None => fact == named,
    }
}

/// Whether an item is one of several parts, so that a text lists it behind 其中.
fn is_part(fact: &str) -> bool {
    [
        "f2008.20.",
        "f2008.21.",
        "f2014.1.2.",
        "f2014.2.2.1.",
        "f2014.2.2.2.",
        "f2014.3.1.",
        "f2014.3.2.",
        "f2014.3.3.",
        "f2014.7",
        "f2014.8.4",
        "f2014.8.3.",
        "list.",
    ]
    .iter()
    .any(|group| fact.starts_with(group))
}

/// The name that some words end with, whatever fills the space to the number.
fn ending<'a>(words: &str, ends: &[&'a str]) -> Option<&'a str> {
    let mut rest = words.trim_end();
    loop {
        if let Some(end) = ends.iter().find(|end| rest.ends_with(**end)) {
            return Some(end);
        }
        let filler = FILLERS
            .iter()
            .find_map(|filler| rest.strip_suffix(filler))?;
        rest = filler;
    }
}
