//! Whether the words around a number speak of the whole report: of no other body, matter or year, of no part of the
//! requests.

use super::{
    all::{all, of_applicant, whole},
    meaning::after_last,
};
use crate::{
    claims::{
        lexicon::{
            Word,
            clause::WORDS,
            links::{
                BODIES, ELSEWHERE, OFFICES, ONE_BODY, OUTSIDE, OWN, PLACE, PLANNED, SCOPES,
                STOCK_ELSEWHERE,
            },
            none,
            roles::CARRIED,
            times::AGAINST,
        },
        reading::{
            own::own_name,
            page::{LOOK, Page, any, clip, has},
        },
    },
    facts::Facts,
    text::words::{Searched, find, is_counted, without},
};

/// The sentence before a mention.
pub(super) fn before(page: &Page, at: usize) -> &str {
    after_last(
        clip(&page.text()[..page.mentions[at].range.start]),
        &['。', '!', '?'],
    )
}

/// Whether the words around speak of the whole report: of no other body, matter or year, of no part of the requests.
pub(super) fn near(page: &Page, at: usize, year: Option<u16>, facts: &Facts) -> bool {
    // What stands before a parenthesis is looked at with the number that it follows.
    let mention = &page.mentions[at];
    let sentence = undivided(page, at, facts);
    let scope = mention
        .paren
        .map_or(sentence, |open| page.slice(open..mention.range.start));
    let stock = any(sentence, &["规范性文件", "规章"]);
    let elsewhere = if stock { STOCK_ELSEWHERE } else { ELSEWHERE };
    let heading = any(
        &page.heading,
        &[
            "主动公开",
            "建议",
            "提案",
            "解读",
            "许可",
            "热线",
            "监督保障",
        ],
    );
    let rest = page.slice(mention.range.end..page.text().len());
    let rest = rest.split(['。', '!', '?']).next().unwrap_or(rest);
    (stock || !heading)
        && !any(rest, OUTSIDE)
        && !of_applicant(page, at)
        && here(page, at, year, facts)
        && !any(&unnamed(page, scope), elsewhere)
        && whole(page, at, year, facts)
}

/// The sentence before a mention, from where the last list of its bodies ends.
fn undivided<'a>(page: &'a Page, at: usize, facts: &Facts) -> &'a str {
    let (sentence, start) = (before(page, at), page.mentions[at].range.start);
    let from = divided(page, at, facts).max(start - sentence.len());
    page.slice(from..start)
}

/// Whether a number is planned for the time to come: `下一步,计划制发行政规范性文件6件`.
pub(super) fn planned(page: &Page, at: usize, year: Option<u16>) -> bool {
    let sentence = before(page, at);
    let next = year.is_some_and(|year| {
        let next = format!("{}年", year.saturating_add(1));
        sentence.starts_with(&next) && !any(sentence, CARRIED)
    });
    next || any(sentence, PLANNED)
}

/// A text without the names of bodies that speak of themselves and of rows, which hold words of other matters.
pub(super) fn unnamed(page: &Page, text: &str) -> String {
    let rows = WORDS
        .iter()
        .filter(|(_, says)| matches!(says, Word::Row(..)))
        .map(|(row, _)| *row);
    let mut plain = own_out(page, without(text, OWN));
    let text = Searched::new(text);
    for row in rows.filter(|row| text.has(row)) {
        plain = without(&plain, &[&format!("涉及{row}"), row]);
    }
    plain
}

/// A text without the name of the report's own body, once the other words by which a body speaks of itself are out.
pub(super) fn own_out(page: &Page, plain: String) -> String {
    match own_name(&plain, &page.body) {
        Some(name) => plain.replace(&name, ""),
        None => plain,
    }
}

/// Whether neither the sentence nor an earlier one with a number speaks of one body of several, or of other years.
pub(super) fn here(page: &Page, at: usize, year: Option<u16>, facts: &Facts) -> bool {
    let sentence = before(page, at);
    let start = page.mentions[at].range.start;
    let passage = clip(page.slice(divided(page, at, facts)..start));
    // What a parenthesis says of another year ends with it: (2020年14件,同比增长21.43%).
    let earlier = (0..at).any(|i| {
        let (mention, words) = (&page.mentions[i], page.wide(i));
        let aside = mention.paren.is_some() && mention.paren != page.mentions[at].paren;
        mention.earlier && !aside && !has(words, "结转") && !any(words, AGAINST)
    });
    let counted = |one: &&str| one.contains(|c: char| c.is_ascii_digit());
    let bodies = |text: &str| {
        let mut sentences = text.split(['。', '!', '?']).filter(counted);
        sentences.any(|one| any(one, BODIES))
    };
    let scoped = || {
        let plain = without(passage, OWN);
        bodies(&plain) && bodies(&own_out(page, plain))
    };
    // 涉及征地的申请201件,其中予以公开18件: results of some requests, by what they ask for.
    let some = find(sentence, "涉及").is_some_and(|from| {
        let mut parts = (0..at).rev().take_while(|&i| page.same_sentence(i, at));
        let about = |i: usize| has(page.label(i), "涉及") && page.label(i).ends_with('的');
        has(&sentence[from..], "其中") || parts.any(about)
    });
    // 县水务局收到政府信息公开申请30件.
    let plain = without(page.wide(at), none::OWN);
    let one = any(&plain, ONE_BODY) && any(&own_out(page, plain), ONE_BODY);
    !earlier
        && !one
        && !some
        && !any(sentence, &["累计", "历年", "以来"])
        && !foreign(sentence, year)
        && !scoped()
}

/// Where the last list of parts ends that divides all requests before, in an earlier sentence, brackets or before a
/// semicolon, so that its bodies are done with: `收到申请555件,其中部门收到277件、县区收到278件。全年共办结559件`.
pub(super) fn divided(page: &Page, at: usize, facts: &Facts) -> usize {
    let start = page.mentions[at].range.start;
    let ends = page
        .lists
        .iter()
        .filter(|list| list.holds)
        .filter_map(|list| {
            let last = list.items.get(list.firm.checked_sub(1)?)?.at;
            let end = page.mentions[last].range.end;
            let past = end < start && end + LOOK > start;
            let whole = page.mentions[list.whole.filter(|_| past)?].value;
            let aside = || page.mentions[last].paren.is_some() && page.mentions[at].paren.is_none();
            let apart = || page.gap(last, at).starts_with(';') || aside();
            // …(县政府31件,部门58件),部门收到的申请中,自然人49件: again of one of them.
            let again = |list| any(page.slice(end..start), list);
            let before = page.traits[last].sentence < page.traits[at].sentence
                || past && apart() && !again(SCOPES) && !again(OFFICES);
            (before && !whole.is_zero() && all(whole, facts)).then_some(end)
        });
    ends.max().unwrap_or_default()
}

/// Whether a sentence names another year, but to compare or for what is carried over.
pub(super) fn foreign(sentence: &str, year: Option<u16>) -> bool {
    if !sentence.contains('年') {
        return sentence.contains("同期");
    }
    let mut rest = without(
        sentence,
        &[
            "上年结转",
            "上年度结转",
            "结转上年",
            "比上年",
            "较上年",
            "上年相比",
            "去年相比",
            "比去年",
            "较去年",
        ],
    );
    if let Some(year) = year {
        rest = rest.replace(&format!("{year}年"), "");
        rest = rest.replace(&format!("{}年", year.saturating_add(1)), "");
        for lead in ["比", "较", "与"] {
            rest = rest.replace(&format!("{lead}{}年", year.saturating_sub(1)), "");
        }
        for tail in ["年结转", "年度结转"] {
            rest = rest.replace(&format!("{}{tail}", year.saturating_sub(1)), "");
        }
    }
    is_counted(&rest, '年') || any(&rest, &["上年", "去年", "同期", "往年"])
}

/// Whether the report is that of a place, whose figures are those of all its bodies.
pub(super) fn of_place(page: &Page) -> bool {
    page.body
        .trim_end_matches("人民政府")
        .ends_with(['省', '市', '县', '区'])
}

/// The words without those of the whole place, where the report is of one, and of the year: 2023年全市.
pub(super) fn unscoped(page: &Page, words: &str) -> String {
    let words = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let words = words.strip_prefix('年').unwrap_or(words);
    match of_place(page) {
        true => without(words, PLACE),
        false => words.to_owned(),
    }
}
