//! What a number of requests says: received, carried in, answered, carried out.

use super::{
    page::{Page, any, has},
    ways::{Way, of_one_kind},
};
use crate::{
    claims::lexicon::{
        lists::{DIMENSIONS, SUMMING},
        roles::{BOTH, CARRIED, CLOSED, IN_TIME, OTHERS, PARTLY, RECEIVED, UNDER_WAY, WAITING},
    },
    text::{Number, words::without},
};

/// How many numbers back reviews and lawsuits are looked for.
const CASES: usize = 24;

/// What carried in is called right behind what came new.
const CARRIED_IN: [&str; 2] = ["上年结转", "上年度结转"];
/// Characters between the name of what is counted and its number.
const MEASURES: [char; 8] = ['总', '数', '量', '共', '计', '有', '为', '达'];

/// What a count of requests counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::claims) enum Role {
    Received,
    CarriedIn,
    Closed,
    CarriedOut,
    /// Dealt with: all that there was to deal with, or what was finished.
    Handled,
}

/// Whether the passage speaks of requests for information.
pub(in crate::claims) fn requests(page: &Page) -> bool {
    page.requests
}

/// Whether a number is of what is not dealt with yet: 正在办理12件, 3封在办.
pub(in crate::claims) fn waits(page: &Page, at: usize) -> bool {
    let words = [page.label(at), page.tail(at)];
    any(&page.around(at), WAITING) || words.iter().any(|words| UNDER_WAY.contains(words))
}

/// Whether a number is of what is not dealt with this year: what waits, what is carried over.
pub(in crate::claims) fn remains(page: &Page, at: usize) -> bool {
    page.around(at).contains("结转") || waits(page, at)
}

/// Whether the passage has so many carried over, which then explain a gap of this size.
pub(in crate::claims) fn carries(page: &Page, gap: Number) -> bool {
    (0..page.mentions.len()).any(|at| {
        page.mentions[at].is_count()
            && page.mentions[at].value == gap
            && any(&page.around(at), &["结转", "转下"])
    })
}

/// What a mention says, if it is a count of requests as a whole.
pub(in crate::claims) fn role(page: &Page, at: usize, year: Option<u16>) -> Option<Role> {
    let mention = &page.mentions[at];
    let counts = ["件", "个", "份", "条", "项", ""].contains(&mention.unit);
    if !mention.is_current()
        || !counts
        || !requests(page)
        || first_of_several(page, at)
        || of_cases(page, at)
        || of_others(page, at)
        || page.label(at).ends_with(['由', '从'])
    {
        return None;
    }
    let around = said(page, at);
    if summed(page, at).is_some() {
        return (any(&around, RECEIVED) && !any(&around, OTHERS)).then_some(Role::Received);
    }
    if waits(page, at) && !any(&around, OTHERS) {
        // 连同上年未办结的4件
        let before = any(page.wide(at), &["上年", "去年", "上一年"]);
        return Some(match before {
            true => Role::CarriedIn,
            false => Role::CarriedOut,
        });
    }
    // 新收和上年结转的申请668件: all that there were.
    if any(&around, BOTH) {
        return None;
    }
    if any(&around, CARRIED) && !any(&around, OTHERS) && !has(&around, "项目") {
        return carried(page, at, &around, year);
    }
    if of_one_way(page, at, &around) || any(&around, OTHERS) || partly(&around) {
        return None;
    }
    if any(&around, CLOSED) || ["完成", "已完成"].contains(&page.label(at)) {
        Some(Role::Closed)
    } else if any(&around, RECEIVED) {
        Some(Role::Received)
    } else if any(&around, &["办理", "处理"]) && (has(&around, "申请") || bare(page, at, year))
    {
        Some(Role::Handled)
    } else {
        named_alone(page, at).then_some(Role::Received)
    }
}

/// Whether a number is only the first of several under one name, of years or ways: `近三年分别收到申请490件、377件、360件`.
fn first_of_several(page: &Page, at: usize) -> bool {
    let next = at + 1;
    page.label(at).contains("分别")
        && next < page.mentions.len()
        && page.label(next).is_empty()
        && page.gap(at, next) == "、"
}

/// Whether a number is of the reviews or lawsuits that its sentence counts before: `复议案件15件,办结11件,结转4件`.
pub(in crate::claims) fn of_cases(page: &Page, at: usize) -> bool {
    let cases = |i: usize| {
        let said = [page.label(i), page.tail(i)];
        let mut words = ["复议", "诉讼"].iter();
        words.any(|word| said.iter().any(|said| has(said, word)))
    };
    let asked = |i: usize| any(page.label(i), RECEIVED) && !cases(i);
    let near = (0..at).rev().take(CASES);
    let before = || near.clone().take_while(|&i| page.same_sentence(i, at));
    page.litigation && before().any(cases) && !before().any(asked)
}

/// Whether the words around a number name one kind of channel, applicant or result, and so a part of the requests; several
/// in one clause are all of them.
fn of_one_way(page: &Page, at: usize, around: &str) -> bool {
    let words = if several_behind(page, at) {
        page.wide(at)
    } else {
        around
    };
    let row = words.contains(['、', '和', '及']);
    let divided = DIMENSIONS.iter().take(3).any(|kinds| {
        let named = kinds.iter().filter(|kind| has(words, kind)).count();
        named == 1 || named > 1 && !row
    });
    // 自然人申请57件、法人申请9件: what stands behind the number before.
    let own = page.wide(at).rsplit(|c: char| c.is_ascii_digit()).next();
    divided || own.is_some_and(of_one_kind)
}

/// Whether several kinds in a row stand behind a number, all of one: `收到45件公民、法人和其他组织申请`.
fn several_behind(page: &Page, at: usize) -> bool {
    let tail = &page.mentions[at].tail;
    let rest = page.slice(tail.end..page.text().len()).strip_prefix('、');
    let next = rest.and_then(|rest| rest.chars().next());
    !tail.is_empty() && next.is_some_and(|next| !next.is_ascii_digit())
}

/// Whether a number is of other matters, which its sentence begins with: `行政许可申请320件,上年结转12件,办结325件`.
pub(in crate::claims) fn of_others(page: &Page, at: usize) -> bool {
    let near = (0..at).rev().take(CASES);
    let Some(first) = near.take_while(|&i| page.same_sentence(i, at)).last() else {
        return false;
    };
    let words = [page.label(first), page.tail(first)];
    let other = words
        .iter()
        .any(|words| any(words, OTHERS) && !words.contains("公开"));
    let asked = |i: usize| any(page.label(i), RECEIVED) || has(page.label(i), "申请");
    other && !(first + 1..=at).any(asked)
}

/// Whether words make a figure less than the whole; 其余24件全部按时答复 are all that is left.
fn partly(words: &str) -> bool {
    any(words, PARTLY) && any(&without(words, IN_TIME), PARTLY)
}

/// Whether a number that nothing but its noun says to be received stands right before what was carried in:
/// `政府信息公开申请118件,上年结转4件`.
fn named_alone(page: &Page, at: usize) -> bool {
    let noun = page.label(at).trim_end_matches(MEASURES);
    let noun = if noun.is_empty() { page.tail(at) } else { noun };
    let called = ["申请", "依申请公开"].iter().any(|end| noun.ends_with(end));
    let old = |next: &str| any(next, &CARRIED_IN) && !next.contains('含');
    called && next_label(page, at).is_some_and(old)
}

/// What the next number of its sentence is called.
pub(in crate::claims) fn next_label(page: &Page, at: usize) -> Option<&str> {
    let next = at + 1;
    (next < page.mentions.len() && page.same_sentence(at, next)).then(|| page.label(next))
}

/// The words around a number; around the first of those that it adds up, where it has none of its own.
pub(in crate::claims) fn said(page: &Page, at: usize) -> String {
    let around = page.around(summed(page, at).unwrap_or(at));
    // 依申请公开事项 are requests, other 事项 are not.
    let called = ["申请公开事项", "申请公开办件"];
    match called.iter().find(|called| has(&around, called)) {
        Some(called) => around.replace(called, "申请公开"),
        None => around,
    }
}

/// The first of the numbers of its sentence that a total without words of its own adds up:
/// `收到网上申请12件,信函3件,合计15件`.
fn summed(page: &Page, at: usize) -> Option<usize> {
    if !SUMMING.contains(&page.label(at)) {
        return None;
    }
    let mut sum = Number::ZERO;
    let mut before = (0..at)
        .rev()
        .take_while(|&part| page.same_sentence(part, at) && page.mentions[part].is_count());
    before.find(|&part| {
        sum += page.mentions[part].value;
        part + 1 < at && sum == page.mentions[at].value
    })
}

/// Whether a number right after what was received or carried in says no more than that so many were dealt with:
/// `新收申请81件,办理84件`.
fn bare(page: &Page, at: usize, year: Option<u16>) -> bool {
    let all = page.label(at).starts_with('共');
    let said = page.label(at).trim_start_matches("全年");
    let said = said.trim_start_matches(['共', '已']);
    let Some(before) = at
        .checked_sub(1)
        .filter(|_| ["办理", "处理"].contains(&said))
    else {
        return false;
    };
    let known = || {
        let role = role(page, before, year);
        role == Some(Role::Received) || role == Some(Role::CarriedIn) && !all
    };
    page.same_sentence(before, at) && known()
}

fn carried(page: &Page, at: usize, around: &str, year: Option<u16>) -> Option<Role> {
    let named = |year: u16| around.contains(&format!("{year}年"));
    let last = any(around, &["上年", "上一年", "去年", "年初"])
        || year.is_some_and(|y| named(y.saturating_sub(1)));
    let next = any(
        around,
        &["下年", "下一年", "次年", "明年", "年末", "继续办理"],
    ) || year.is_some_and(|y| named(y.saturating_add(1)))
        || !last && has(around, "跨年");
    match (last, next) {
        (true, false) => Some(Role::CarriedIn),
        (false, true) => Some(Role::CarriedOut),
        (true, true) => {
            let label = page.label(at);
            any(label, &["下年", "下一年", "次年"]).then_some(Role::CarriedOut)
        }
        (false, false) if left(page, at, year) => Some(Role::CarriedOut),
        (false, false) => brought(page, at, year).then_some(Role::CarriedIn),
    }
}

/// Whether 结转 alone, right between what came new and what was answered, tells what was carried in, since what is left
/// stands behind: `新收118件,结转4件,办结115件,未办结7件`.
fn brought(page: &Page, at: usize, year: Option<u16>) -> bool {
    let beside = |other: usize| {
        other < page.mentions.len() && page.same_sentence(at.min(other), at.max(other))
    };
    let new = |new: usize| {
        let plain = beside(new) && !has(page.words(new), "结转");
        plain && role(page, new, year) == Some(Role::Received)
    };
    let done = |&done: &usize| beside(done + 1) && any(&page.around(done), CLOSED);
    page.words(at) == "结转"
        && at.checked_sub(1).is_some_and(new)
        && (at + 1..at + 3)
            .find(done)
            .is_some_and(|done| remains(page, done + 1))
}

/// Whether 结转 alone tells what is left of the number dealt with right before it: `办结14件,结转1件`.
fn left(page: &Page, at: usize, year: Option<u16>) -> bool {
    // 办结21件,其中予以公开7件、…、其他处理2件,结转2件: what it is left of stands before the results.
    let result = |&i: &usize| Way::Results.names(page.words(i));
    let Some(before) = (0..at).rev().find(|i| !result(i)) else {
        return false;
    };
    let beside = page.same_sentence(before, at) && page.mentions[at].paren.is_none();
    let dealt = || matches!(role(page, before, year), Some(Role::Closed | Role::Handled));
    let rest = page.slice(page.mentions[at].range.end..page.text().len());
    let label = page.words(at).trim_end_matches(['为', '量', '数']);
    // 结转8件全部办结: those that were carried in.
    let alone = ["结转", "现结转", "尚结转", "按期结转", "按规定结转"].contains(&label)
        && !rest.starts_with(['(', '全', '均', '已']);
    alone && beside && dealt()
}
