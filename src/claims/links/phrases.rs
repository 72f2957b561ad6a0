//! Clauses that consist of nothing but words of the tables: what they count is certain wherever they stand.

use super::{
    all::all,
    clause::{named, subject},
    meaning::{Meaning, new},
    scope::{self, before, near, of_place},
};
use crate::{
    claims::{
        cells::{cells, value},
        lexicon::{
            Reading, Word,
            cells::{APPLICANTS, CLOSED, RECEIVED, STOCK},
            links::{ACTS, ELSEWHERE, NEXT, NOW, RANKED, STOCK_ELSEWHERE},
            roles::TAKEN_IN,
        },
        reading::{
            page::{Page, any, has},
            roles::{next_label, of_others, requests},
        },
        sums::parts::included,
    },
    facts::Facts,
    text::words::without,
};

/// What follows requests as a whole: what was carried in, or done with them.
const DEALT_WITH: [&str; 4] = ["上年结转", "上年度结转", "办结", "答复"];

/// What the clause before a mention says of it, where every word is known and nothing speaks of another matter.
pub(super) fn phrase(page: &Page, at: usize, year: Option<u16>, facts: &Facts) -> Option<Meaning> {
    let mention = &page.mentions[at];
    let counts = ["件", "个", "份", "宗", ""].contains(&mention.unit);
    if !mention.is_current() || !counts || !ended(page, at) {
        return None;
    }
    let found = subject(ranked(page, at).unwrap_or(page.wide(at)), year)
        .and_then(|words| meant(page, at, &words, facts))
        .or_else(|| elided(page, at, facts))
        .or_else(|| verbless(page, at, facts))
        .or_else(|| cases(page, at, facts))?;
    let read = !cells(facts, found.readings.first()?.cells).is_empty();
    let requests = found.readings.first()?.cells[0].starts_with("t3.");
    // 信访举报投诉120件,均已转办: complaints, and no requests that were such.
    let complaints = !page.requests && page.label(at).ends_with("投诉");
    let cases = || any(before(page, at), &["复议", "诉讼"]);
    let other = requests && (complaints || cases() || of_others(page, at));
    (read && !other && near(page, at, year, facts)).then_some(found)
}

/// What a number counts that only follows in a clause of its own: `予以公开类最多,共90件`, `其次为无法提供类,有85件`.
fn ranked(page: &Page, at: usize) -> Option<&str> {
    if !["共", "共计", "有", "为", "达", ""].contains(&page.wide(at)) {
        return None;
    }
    let lead = page
        .before(at)
        .strip_suffix(page.wide(at))?
        .strip_suffix(',')?;
    let clause = lead.rsplit([',', '。', ';', ':']).next()?;
    let most = RANKED.iter().find_map(|word| clause.strip_suffix(word));
    let next = || NEXT.iter().find_map(|word| clause.strip_prefix(word));
    most.or_else(next)
}

/// The readings of a number received; those of the year alone are none where it is said to hold what was carried in, and
/// does not: `收到25件(含上年结转1件)`.
fn taken(page: &Page, at: usize, facts: &Facts) -> &'static [Reading] {
    let (old, all) = (at + 1, &RECEIVED[1..2]);
    let holds = old < page.mentions.len()
        && included(page, at, old + 1).is_some()
        && page.label(old).ends_with("结转");
    let fits = || value(facts, all[0].cells).is_none_or(|sum| sum == page.mentions[at].value);
    if holds && !fits() { all } else { RECEIVED }
}

fn meant(page: &Page, at: usize, words: &[Word], facts: &Facts) -> Option<Meaning> {
    if let Some(found) = named(words) {
        let asking = APPLICANTS.iter().any(|(name, _)| *name == found.name);
        let closed = asking && words.contains(&Word::Closed);
        return Some(if closed {
            answered(page, at, found, facts)
        } else {
            found
        });
    }
    let asked = words.contains(&Word::Asked);
    let sentence = before(page, at);
    let label = page.label(at).trim_end_matches(['为', '是']);
    let total = ["申请总量", "申请总数", "申请数量"]
        .iter()
        .any(|word| label.ends_with(word));
    // 信息公开申请52件,上年结转3件,办结53件
    let bare = || {
        sentence == page.wide(at) && next_label(page, at).is_some_and(|next| any(next, &DEALT_WITH))
    };
    if words.iter().all(|word| *word == Word::Asked) && (total || bare()) {
        return new("received", RECEIVED, true);
    }
    match words.iter().find(|word| **word != Word::Asked)? {
        _ if !requests(page)
            || any(sentence, &["复议", "诉讼"])
            || (any(sentence, &["全市", "全县", "全区", "全省"]) && !of_place(page)) =>
        {
            None
        }
        Word::Closed
            if !words.contains(&Word::Received)
                && (asked
                    || (page.label(at).contains('共')
                        && (sentence.contains("申请") || page.heading.contains("公开申请")))
                    || received(page, at, facts)
                    || divided(page, at, facts)) =>
        {
            new("answered", CLOSED, true)
        }
        Word::Received if asked && !words.contains(&Word::Closed) => {
            new("received", taken(page, at, facts), true)
        }
        Word::Handled if asked && words.len() == 2 && page.label(at).contains('应') => {
            let due = [RECEIVED[1], RECEIVED[0], RECEIVED[2]];
            new("handled", &due, true)
        }
        Word::Handled if asked && words.len() == 2 && divided(page, at, facts) => {
            new("handled", RECEIVED, true)
        }
        Word::Handled if has(sentence, "结转") && any(sentence, &["收到", "新收", "受理"]) => {
            new("handled", RECEIVED, true)
        }
        _ => None,
    }
}

/// What was answered of the requests of one kind of applicants: sure where the number of another kind beside it is the
/// table's: `自然人申请办结45件,法人申请办结15件`.
fn answered(page: &Page, at: usize, mut found: Meaning, facts: &Facts) -> Meaning {
    found.readings.reverse();
    let own = |&i: &usize| {
        let mut kinds = APPLICANTS
            .iter()
            .filter(|(name, _)| has(page.label(i), name));
        let cell = kinds.next().and_then(|(_, readings)| readings.last());
        let mention = &page.mentions[i];
        !mention.value.is_zero()
            && page.same_sentence(i.min(at), i.max(at))
            && cell.is_some_and(|cell| value(facts, cell.cells) == Some(mention.value))
    };
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    let new = any(before(page, at), &["新收的", "当年", "本年"]);
    found.sure &= !new && beside.filter(|&i| i < page.mentions.len()).any(|i| own(&i));
    found
}

/// Whether results right behind are the table's own, so that the number is of the table's requests:
/// `办理政府信息公开申请250件,其中无法提供53件`.
fn divided(page: &Page, at: usize, facts: &Facts) -> bool {
    let next = at + 1;
    let near = |next: usize| page.traits[next].sentence <= page.traits[at].sentence + 1;
    let found = (next < page.mentions.len() && near(next))
        .then(|| subject(page.wide(next), None).and_then(|words| named(&words)))
        .flatten();
    let own = |reading: &Reading| value(facts, reading.cells) == Some(page.mentions[next].value);
    found.is_some_and(|found| {
        found.name != "carried-out"
            && !page.mentions[next].value.is_zero()
            && found.readings.iter().any(own)
    })
}

/// Whether the table's own number of requests stands before, and nothing of another matter in between:
/// `收到政府信息公开申请95件。…全年办结105件`.
fn received(page: &Page, at: usize, facts: &Facts) -> bool {
    let asked = |&i: &usize| {
        let words = page.wide(i);
        let noun = words.trim_end_matches(['为', '达', '共', '量', '数']);
        let asked = any(words, &["公开申请", "依申请公开"]) || noun.ends_with("申请");
        any(words, TAKEN_IN) && asked
    };
    let Some(from) = (0..at).rev().take(12).find(asked) else {
        return false;
    };
    let value = page.mentions[from].value;
    let past = scope::divided(page, at, facts).max(page.mentions[from].range.end);
    let between = page.slice(past..page.mentions[at].range.start);
    !value.is_zero() && all(value, facts) && !any(between, ELSEWHERE)
}

/// Documents whose noun stands at the number before: 制发行政规范性文件14件,废止1件.
fn elided(page: &Page, at: usize, facts: &Facts) -> Option<Meaning> {
    let act = |label: &str| {
        let label = without(label, NOW);
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
        .filter(|(k, a, reading)| {
            *k == kind && *a == cell && !cells(facts, reading.cells).is_empty()
        })
        .map(|&(_, _, reading)| reading)
        .collect();
    (known == page.mentions[first].value)
        .then(|| new(format!("{kind}-{cell}"), &readings, true))
        .flatten()
}

/// Documents whose verb stands at the number before: 制定规章3件、行政规范性文件14件.
fn verbless(page: &Page, at: usize, facts: &Facts) -> Option<Meaning> {
    let kind = |i: usize| match page.label(i) {
        label if label.ends_with("规范性文件") => Some("normative"),
        label if label.ends_with("规章") => Some("rules"),
        _ => None,
    };
    let first = at
        .checked_sub(1)
        .filter(|&i| page.gap(i, at).starts_with('、'))?;
    let (mine, other) = (kind(at)?, kind(first)?);
    let bare = ["行政规范性文件", "规范性文件", "规章"].contains(&page.label(at));
    let (_, act) = ACTS
        .iter()
        .find(|(word, _)| page.label(first).contains(word))?;
    let cell = |kind: &str| value(facts, &[format!("t2.{kind}.{act}").as_str()]);
    // …,部门制定行政规范性文件31件: those before may be one body's too.
    let rest = page.slice(page.mentions[at].range.end..page.text().len());
    let others = any(rest.split('。').next().unwrap_or(rest), STOCK_ELSEWHERE);
    if !bare || others || mine == other || cell(other) != Some(page.mentions[first].value) {
        return None;
    }
    let mut readings = STOCK.iter().filter(|(k, a, _)| *k == mine && a == act);
    let &(_, _, reading) =
        readings.find(|(_, _, reading)| !cells(facts, reading.cells).is_empty())?;
    new(format!("{mine}-{act}"), &[reading], true)
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
        &[Reading {
            zh: "行政复议总计",
            en: "reviews",
            cells: &["t4.review.total"],
        }],
        true,
    )
}

/// Whether nothing after the number makes it one of something else.
fn ended(page: &Page, at: usize) -> bool {
    ["", "申请", "政府信息公开申请", "案件"].contains(&page.tail(at))
}
