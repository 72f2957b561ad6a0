//! Whether what a number is one of is all requests, and no part of them.

use super::{
    clause::{named, subject},
    meaning::reads,
    scope::before,
};
use crate::{
    claims::{
        cells::value,
        lexicon::{
            cells::{GROUPS, RECEIVED, RESULTS},
            roles::TAKEN_IN,
        },
        reading::{
            list::List,
            page::{LOOK, Page, any, has},
            ways::{Way, of_one_kind},
        },
    },
    facts::Facts,
    text::{Number, words::rfind},
};

/// How many numbers back what applicants are counted of is looked for.
const BACK: usize = 24;

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

/// Whether what the mention is one of, if anything is named, is all requests.
pub(super) fn whole(page: &Page, at: usize, year: Option<u16>, facts: &Facts) -> bool {
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
    let near = (0..at).rev().take(BACK);
    let mut others = near.take_while(|&i| page.same_sentence(i, at));
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
