//! Clauses that consist of nothing but words of the tables: what they count is certain wherever they stand.

use super::meaning::{Meaning, after_last, new};
use crate::{
    claims::{
        cells::{cells, value},
        lexicon::{
            Reading, Word,
            cells::{APPLICANTS, CLOSED, COMBINATIONS, GROUPS, RECEIVED, RESULTS, STOCK},
            clause::WORDS,
            links::{ACTS, BODIES, ELSEWHERE, OWN, STOCK_ELSEWHERE},
            roles::TAKEN_IN,
            times::AGAINST,
        },
        reading::{
            page::{Page, any, clip, has},
            roles::requests,
            ways::Way,
        },
    },
    facts::Facts,
    text::{
        order::Order,
        words::{Searched, Words, find, is_counted, rfind, without},
    },
};
use std::sync::LazyLock;

/// What the clause before a mention says of it, where every word is known and nothing speaks of another matter.
pub(super) fn phrase(page: &Page, at: usize, year: Option<u16>, facts: &Facts) -> Option<Meaning> {
    let mention = &page.mentions[at];
    let counts = ["件", "个", "份", "宗", ""].contains(&mention.unit);
    if !mention.is_current() || !counts || !ended(page, at) {
        return None;
    }
    let found = subject(page.wide(at), year)
        .and_then(|words| meant(page, at, &words, facts))
        .or_else(|| elided(page, at, facts))
        .or_else(|| cases(page, at, facts))?;
    let read = !cells(facts, found.readings.first()?.2).is_empty();
    let requests = found.readings.first()?.2[0].starts_with("t3.");
    let other = requests && any(before(page, at), &["复议", "诉讼"]);
    (read && !other && near(page, at, year, facts)).then_some(found)
}

/// The words by their first characters.
static KNOWN: LazyLock<Words> = LazyLock::new(|| Words::new(WORDS.iter().map(|(word, _)| *word)));

/// The words of a text that say something, if it consists of known words alone.
pub(super) fn subject(text: &str, year: Option<u16>) -> Option<Vec<Word>> {
    let mut rest = text;
    let mut words = Vec::new();
    let year = year.filter(|_| has(text, "年"));
    let now = year.map(|year| format!("{year}年"));
    while !rest.is_empty() {
        if let Some(cut) = now.as_deref().and_then(|now| rest.strip_prefix(now)) {
            rest = cut;
            continue;
        }
        let (at, word) = KNOWN.longest(rest)?;
        let says = WORDS[at].1;
        rest = &rest[word.len()..];
        if says != Word::Fill {
            words.push(says);
        }
    }
    Some(words)
}

/// What a clause of these words counts: groups, a row, an applicant, a cell, or all requests.
pub(super) fn named(words: &[Word]) -> Option<Meaning> {
    let (mut groups, mut others) = (Vec::new(), Vec::new());
    for &word in words {
        match word {
            Word::Group(group) => groups.push(group),
            Word::Row(..) | Word::Applicant(_) | Word::Cell(..) => others.push(word),
            _ => {}
        }
    }
    match (others[..].as_ref(), groups[..].as_ref()) {
        ([Word::Row(group, reading)], []) => {
            new(reading.2[0], &[*reading], true).filter(|_| !group.is_empty())
        }
        ([Word::Row(group, reading)], [named]) if group == named => {
            new(reading.2[0], &[*reading], true)
        }
        ([Word::Applicant(name)], []) => {
            let (_, readings) = APPLICANTS.iter().find(|(word, _)| word == name)?;
            new(*name, readings, true)
        }
        ([Word::Cell(name, reading)], []) => new(*name, &[*reading], true),
        ([], [_, ..]) => combined(groups),
        _ => None,
    }
}

fn combined(mut groups: Vec<&'static str>) -> Option<Meaning> {
    groups.order();
    groups.dedup();
    let cells: Vec<&str> = GROUPS
        .iter()
        .filter(|(group, _)| groups.contains(group))
        .map(|&(_, cell)| cell)
        .collect();
    let combination = COMBINATIONS
        .iter()
        .find(|reading| *reading.2 == cells[..])?;
    new(groups.join("+"), &[*combination], true)
}

fn meant(page: &Page, at: usize, words: &[Word], facts: &Facts) -> Option<Meaning> {
    if let Some(found) = named(words) {
        return Some(found);
    }
    let asked = words.contains(&Word::Asked);
    let sentence = before(page, at);
    let total = ["申请总量", "申请总数", "申请数量"]
        .iter()
        .any(|word| page.label(at).ends_with(word));
    let bare = || sentence == page.wide(at) && dealt_with(page, at);
    if words.iter().all(|word| *word == Word::Asked) && (total || bare()) {
        return new("received", RECEIVED, true);
    }
    match words.iter().find(|word| **word != Word::Asked)? {
        _ if !requests(page)
            || any(sentence, &["复议", "诉讼", "全市", "全县", "全区", "全省"]) =>
        {
            None
        }
        Word::Closed
            if !words.contains(&Word::Received)
                && (asked
                    || (page.label(at).contains('共') && sentence.contains("申请"))
                    || received(page, at, facts)) =>
        {
            new("answered", CLOSED, true)
        }
        Word::Received if asked && !words.contains(&Word::Closed) => {
            new("received", RECEIVED, true)
        }
        Word::Handled if has(sentence, "结转") && any(sentence, &["收到", "新收", "受理"]) => {
            new("handled", RECEIVED, true)
        }
        _ => None,
    }
}

/// Whether the next number says what was carried in or done with requests: `信息公开申请52件,上年结转3件,办结53件`.
fn dealt_with(page: &Page, at: usize) -> bool {
    let next = at + 1;
    let told = ["上年结转", "上年度结转", "办结", "答复"];
    next < page.mentions.len() && page.same_sentence(at, next) && any(page.label(next), &told)
}

/// Whether the table's own number of requests stands before, and nothing of another matter in between:
/// `收到政府信息公开申请95件。…全年办结105件`.
fn received(page: &Page, at: usize, facts: &Facts) -> bool {
    let asked = |&i: &usize| {
        let words = page.wide(i);
        let asked = any(words, &["公开申请", "依申请公开"]) || words.ends_with("申请");
        any(words, TAKEN_IN) && asked
    };
    let Some(from) = (0..at).rev().take(12).find(asked) else {
        return false;
    };
    let value = page.mentions[from].value;
    !value.is_zero() && all(value, facts) && !any(page.gap(from, at), ELSEWHERE)
}

/// Documents whose noun stands at the number before: 制发行政规范性文件14件,废止1件.
fn elided(page: &Page, at: usize, facts: &Facts) -> Option<Meaning> {
    let act = |label: &str| {
        let label = without(label, &["其中", "本年度", "本年", "全年", "当年", "新"]);
        let named = ACTS.iter().find(|(word, _)| *word == label);
        named.map(|&(_, cell)| cell)
    };
    let cell = act(page.label(at))?;
    let first = (0..at)
        .rev()
        .take(2)
        .take_while(|&i| {
            page.same_sentence(i, at) && page.mentions[i].unit == page.mentions[at].unit
        })
        .find(|&i| act(page.label(i)).is_none())?;
    let label = page.label(first).trim_end_matches(['共', '计', '为']);
    let kind = [("规范性文件", "normative"), ("规章", "rules")]
        .iter()
        .find_map(|&(noun, kind)| label.ends_with(noun).then_some(kind))?;
    let (_, named) = ACTS.iter().find(|(word, _)| label.contains(word))?;
    let known = facts.get(&format!("t2.{kind}.{named}"))?.value?;
    let readings: Vec<Reading> = STOCK
        .iter()
        .filter(|(k, a, reading)| *k == kind && *a == cell && !cells(facts, reading.2).is_empty())
        .map(|&(_, _, reading)| reading)
        .collect();
    (known == page.mentions[first].value)
        .then(|| new(format!("{kind}-{cell}"), &readings, true))
        .flatten()
}

/// All reviews, where the outcomes right after are those of table four: 行政复议案件11件,其中维持7件,纠正4件.
fn cases(page: &Page, at: usize, facts: &Facts) -> Option<Meaning> {
    let label = page.label(at).trim_end_matches(['共', '计', '为']);
    if !["行政复议案件", "行政复议", "复议案件"]
        .iter()
        .any(|end| label.ends_with(end))
    {
        return None;
    }
    let outcomes = [
        ("维持", "upheld"),
        ("纠正", "corrected"),
        ("其他结果", "other"),
        ("尚未审结", "pending"),
    ];
    let listed = |&(word, cell): &(&str, &str)| {
        let listed = (at + 1..page.mentions.len())
            .take(4)
            .find(|&i| page.same_sentence(at, i) && page.label(i).ends_with(word))?;
        let printed = page.mentions[listed].value;
        let cell = value(facts, &[format!("t4.review.{cell}").as_str()]);
        (!printed.is_zero()).then_some(cell == Some(printed))
    };
    let fits: Vec<bool> = outcomes.iter().filter_map(listed).collect();
    if fits.len() < 2 || fits.contains(&false) {
        return None;
    }
    new(
        "复议-total",
        &[("行政复议总计", "reviews", &["t4.review.total"])],
        true,
    )
}

/// The sentence before a mention.
fn before(page: &Page, at: usize) -> &str {
    after_last(
        clip(&page.text()[..page.mentions[at].range.start]),
        &['。', '!', '?'],
    )
}

/// Whether nothing after the number makes it one of something else.
fn ended(page: &Page, at: usize) -> bool {
    ["", "申请", "政府信息公开申请", "案件"].contains(&page.tail(at))
}

/// Whether the words around speak of the whole report: of no other body, matter or year, of no part of the requests.
pub(super) fn near(page: &Page, at: usize, year: Option<u16>, facts: &Facts) -> bool {
    let sentence = before(page, at);
    // What stands before a parenthesis is looked at with the number that it follows.
    let mention = &page.mentions[at];
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
    (stock || !heading)
        && !of_applicant(page, at)
        && here(page, at, year)
        && !any(&unnamed(scope), elsewhere)
        && whole(page, at, year, facts)
}

/// Whether the sentence begins with the requests of one kind of applicants, whose results it may go on to tell:
/// `法人申请28件,予以公开11件`.
pub(super) fn of_applicant(page: &Page, at: usize) -> bool {
    let first = (0..at).find(|&i| page.same_sentence(i, at) && page.mentions[i].is_count());
    first.is_some_and(|first| Way::Applicants.names(page.label(first)))
        && !Way::Applicants.names(page.words(at))
}

/// A text without the names of bodies that speak of themselves and of rows, which hold words of other matters.
fn unnamed(text: &str) -> String {
    let rows = WORDS
        .iter()
        .filter(|(_, says)| matches!(says, Word::Row(..)))
        .map(|(row, _)| *row);
    let mut plain = without(text, OWN);
    let text = Searched::new(text);
    for row in rows.filter(|row| text.has(row)) {
        plain = without(&plain, &[&format!("涉及{row}"), row]);
    }
    plain
}

/// Whether neither the sentence nor an earlier one with a number speaks of one body of several, or of other years.
pub(super) fn here(page: &Page, at: usize, year: Option<u16>) -> bool {
    let sentence = before(page, at);
    let passage = clip(&page.text()[..page.mentions[at].range.start]);
    // What a parenthesis says of another year ends with it: (2020年14件,同比增长21.43%).
    let earlier = (0..at).any(|i| {
        let (mention, words) = (&page.mentions[i], page.wide(i));
        let aside = mention.paren.is_some() && mention.paren != page.mentions[at].paren;
        mention.earlier && !aside && !has(words, "结转") && !any(words, AGAINST)
    });
    let counted = |one: &&str| one.contains(|c: char| c.is_ascii_digit());
    let scoped = || {
        let passage = without(passage, OWN);
        let mut sentences = passage.split(['。', '!', '?']).filter(counted);
        sentences.any(|one| any(one, BODIES))
    };
    // 涉及征地的申请201件,其中予以公开18件: results of some requests, by what they ask for.
    let some = find(sentence, "涉及").is_some_and(|at| has(&sentence[at..], "其中"));
    !earlier
        && !some
        && !any(sentence, &["累计", "历年", "以来"])
        && !foreign(sentence, year)
        && !scoped()
}

/// Whether a sentence names another year, but to compare or for what is carried over.
fn foreign(sentence: &str, year: Option<u16>) -> bool {
    let mut rest = without(
        sentence,
        &[
            "上年结转",
            "上年度结转",
            "结转上年",
            "比上年",
            "较上年",
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

/// Whether what the mention is one of, if anything is named, is all requests.
fn whole(page: &Page, at: usize, year: Option<u16>, facts: &Facts) -> bool {
    let sentence = before(page, at);
    let start = page.mentions[at].range.start - sentence.len();
    let last = (0..at).rev().find(|&i| page.mentions[i].is_count());
    let from = last.map_or(start, |i| page.mentions[i].range.end.max(start));
    let lead = page.slice(from..page.mentions[at].wide.start);
    let limits = |clause: &&str| clause.ends_with(['中', '的']) && !clause.ends_with("其中");
    let free = lead
        .split([',', ':', ';'])
        .filter(limits)
        .all(|clause| subject(clause, year).is_some_and(|words| named(&words).is_none()));
    if let Some(open) = page.mentions[at].paren {
        return free && of_group(page, at, open, facts);
    }
    if !free {
        return false;
    }
    let Some(place) = rfind(sentence, "其中") else {
        return true;
    };
    let mut governors = (0..at)
        .rev()
        .filter(|&i| page.mentions[i].is_count() && page.mentions[i].range.end <= start + place);
    let governs = |i: usize| {
        all(page.mentions[i].value, facts)
            || page.label(i).contains("行政规范性文件")
            || cased(page, i)
    };
    // At the head of a sentence 其中 may look back past the last number: …办结100件,0件结转下年。其中….
    let head = sentence.trim_start().starts_with("其中");
    match governors.next() {
        None => true,
        Some(i) if !head => governs(i),
        Some(last) => {
            let beside = governors.take_while(|&i| page.same_sentence(i, last));
            std::iter::once(last).chain(beside).any(governs)
        }
    }
}

/// Whether a parenthesis stands right after the table's own number of a group of results: 无法提供30件(本机关不掌握18件).
fn of_group(page: &Page, at: usize, open: usize, facts: &Facts) -> bool {
    let Some(group) = (0..at).rev().find(|&i| page.mentions[i].range.end <= open) else {
        return false;
    };
    let mention = &page.mentions[group];
    let named = |(word, cell): &(&str, &'static str)| {
        page.label(group).contains(word) && value(facts, &[cell]) == Some(mention.value)
    };
    let groups = RESULTS.iter().filter_map(|(word, group)| {
        let (_, cell) = GROUPS.iter().find(|(name, _)| name == group)?;
        Some((*word, *cell))
    });
    mention.range.end == open && !mention.value.is_zero() && groups.into_iter().any(|of| named(&of))
}

/// Whether a number governs outcomes of reviews and lawsuits, which are looked at elsewhere.
fn cased(page: &Page, at: usize) -> bool {
    any(page.label(at), &["诉讼"])
}

/// Whether a value is one of the totals of requests, or of the groups of results.
fn all(wanted: crate::text::Number, facts: &Facts) -> bool {
    RECEIVED
        .iter()
        .any(|reading| value(facts, reading.2) == Some(wanted))
        || GROUPS
            .iter()
            .any(|(_, cell)| value(facts, &[cell]) == Some(wanted))
}
