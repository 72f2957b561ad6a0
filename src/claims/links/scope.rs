//! Whether the words around a number speak of the whole report: of no other body, matter or year, of no part of the
//! requests.

use super::{
    clause::{named, subject},
    meaning::{after_last, reads},
};
use crate::{
    claims::{
        cells::value,
        lexicon::{
            Word,
            cells::{GROUPS, RECEIVED, RESULTS},
            clause::WORDS,
            links::{
                BODIES, ELSEWHERE, OFFICES, ONE_BODY, OUTSIDE, OWN, PLACE, PLANNED, SCOPES,
                STOCK_ELSEWHERE,
            },
            none,
            roles::{CARRIED, TAKEN_IN},
            times::AGAINST,
        },
        reading::{
            list::List,
            own::own_name,
            page::{LOOK, Page, any, clip, has},
            ways::{Way, of_one_kind},
        },
    },
    facts::Facts,
    text::{
        Number,
        words::{Searched, find, is_counted, rfind, without},
    },
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

/// Whether the sentence begins with the requests of one kind of applicants, whose results it may go on to tell:
/// `法人申请28件,予以公开11件`.
pub(super) fn of_applicant(page: &Page, at: usize) -> bool {
    let first = (0..at).find(|&i| page.same_sentence(i, at) && page.mentions[i].is_count());
    // 办理的592件申请中,自然人申请的予以公开111件、部分公开48件.
    let of_one = |i: usize| {
        let label = page.label(i);
        Way::Applicants.names(label) && Way::Results.names(label)
    };
    let start = page.mentions[at].range.start;
    let near = |i: usize| page.same_sentence(i, at) && page.mentions[i].range.end + LOOK > start;
    let mut beside = (0..at)
        .rev()
        .take_while(|&i| near(i) && !page.gap(i, i + 1).contains(';'));
    // 自然人申请60件,企业申请15件,合计75件;办结73件: the applicants are done with.
    let divided = |list: &List, first: usize| {
        list.holds && list.items[0].at <= first && list.has(first) && !list.has(at)
    };
    // 自然人申请中,新收577件,办结570件
    let head = |first: usize| before(page, first).split([',', ':']).any(of_one_kind);
    let one = |first: usize| head(first) && !page.lists.iter().any(|list| divided(list, first));
    // 自然人106件(予以公开16件)
    let remark = at.checked_sub(1).is_some_and(|i| {
        page.mentions[at].paren == Some(page.mentions[i].range.end)
            && Way::Applicants.names(page.label(i))
    });
    (first.is_some_and(one) || beside.any(of_one) || remark)
        && !Way::Applicants.names(page.words(at))
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
    // 予以公开99件,其中自然人84件: applicants of one result.
    let asks = Way::Applicants.names(page.words(at));
    let of_result = |i: usize| asks && Way::Results.names(page.words(i));
    if let Some(open) = page.mentions[at].paren {
        return free && !asks && of_group(page, at, open, facts);
    }
    // 结转下年的52件中,自然人44件
    let limited = |i: usize| {
        let clause = page.gap(i, at).split(',').next();
        let among = clause.is_some_and(|clause| clause.ends_with('中'));
        among && (has(page.label(i), "结转") || of_result(i))
    };
    // 予以公开99件,自然人84件、法人15件
    let mut others = (0..at).rev().take_while(|&i| page.same_sentence(i, at));
    let other = others.find(|&i| !Way::Applicants.names(page.words(i)));
    if !free || last.is_some_and(limited) || other.is_some_and(of_result) {
        return false;
    }
    let Some(place) = rfind(sentence, "其中") else {
        return true;
    };
    let mut governors = (0..at)
        .rev()
        .filter(|&i| page.mentions[i].is_count() && page.mentions[i].range.end <= start + place)
        .filter(|&i| page.mentions[i].paren.is_none());
    let governs = |i: usize| {
        all(page.mentions[i].value, facts) && !has(page.label(i), "结转") && !of_result(i)
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

/// Whether no number of a part of the requests stands before results in their sentence: `县政府受理21件,予以公开9件`.
pub(super) fn of_all(page: &Page, at: usize, facts: &Facts) -> bool {
    let taken = |i: &usize| {
        let label = page.label(*i);
        // 2022年结转39件申请中,予以公开5件
        let among = || has(label, "结转") && page.tail(*i).ends_with('中');
        page.mentions[*i].is_current() && any(label, TAKEN_IN)
            || label.ends_with("结转的")
            || among()
    };
    // One that is not much smaller may be all of them, misprinted.
    let part = |i: usize| {
        let four = page.mentions[i].value * Number::from(4);
        let mut readings = RECEIVED.iter();
        readings.any(|reading| {
            value(facts, reading.cells).is_some_and(|all| four <= all * Number::from(3))
        })
    };
    let mut before = (0..at).rev().take_while(|&i| page.same_sentence(i, at));
    !before.find(taken).is_some_and(part)
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
pub(super) fn all(wanted: Number, facts: &Facts) -> bool {
    reads(RECEIVED, facts, wanted)
        || GROUPS
            .iter()
            .any(|(_, cell)| value(facts, &[cell]) == Some(wanted))
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
