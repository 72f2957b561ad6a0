//! What the words around a total say of its parts: how many right before it are all of them, or that one more is not
//! counted.

use crate::{
    claims::{
        lexicon::roles::CLOSED,
        reading::{
            context::cuts,
            list::Item,
            page::{Page, any},
        },
        sums::{accounted::lacking, kinds::coupled, sure::near},
    },
    text::Number,
};

/// Whether a number of which all is done is that of the two right before it together: `建议37件、提案27件,64件均已答复`.
pub(super) fn couple(page: &Page, total: usize) -> bool {
    let tail = page.tail(total);
    let done = any(tail, CLOSED) && !tail.contains("公开");
    let all = page.label(total).is_empty() && tail.starts_with(['均', '全']) && done;
    let named = |parts: [usize; 2]| {
        let sum: Number = page.values(&parts).into_iter().sum();
        coupled(page, parts) && near(sum, page.mentions[total].value) && !lacking(page, total, sum)
    };
    // 省级建议2件、提案3件,市级建议18件、提案21件,44件均已办复: there are more of them.
    let twice = || total > 3 && coupled(page, [total - 4, total - 3]);
    all && total > 1
        && page.gap(total - 1, total) == ","
        && named([total - 2, total - 1])
        && !twice()
}

/// How many parts of the year stand right before a number of all of it: `上半年62件,下半年58件,全年120件`, its quarters.
pub(super) fn periods(page: &Page, total: usize) -> Option<usize> {
    const PARTS: [&[&str]; 2] = [
        &["上半年", "下半年"],
        &["一季度", "二季度", "三季度", "四季度"],
    ];
    let year = page.label(total).strip_prefix("全年")?;
    let year = year.trim_matches(['共', '计', '合', '为']);
    let part = |at: usize, word: &str| {
        let rest = page.label(at).trim_start_matches('第').strip_prefix(word);
        rest.is_some_and(|rest| rest.contains(year) || year.starts_with(rest))
    };
    let all = |words: &&&[&str]| {
        let from = total.checked_sub(words.len());
        from.is_some_and(|from| {
            (from..total)
                .zip(words.iter())
                .all(|(at, word)| part(at, word))
        })
    };
    PARTS.iter().find(all).map(|words| words.len())
}

/// Whether a number only says how many kinds there are of what the next one counts: 26个领域412项.
pub(super) fn describes(page: &Page, at: usize) -> bool {
    at + 1 < page.mentions.len() && {
        let gap = page.gap(at, at + 1);
        !gap.is_empty() && !gap.contains(cuts)
    }
}

/// Whether a total has one thing besides, which no number counts: `县局机关及9个直属单位、14个基层所共24家`.
pub(super) fn beyond(page: &Page, items: &[Item], total: usize) -> bool {
    let label = page.label(items[0].at);
    let sum: Number = items.iter().map(|item| page.mentions[item.at].value).sum();
    label.chars().count() > 1
        && label.ends_with(['及', '和', '与'])
        && sum + Number::ONE == page.mentions[total].value
}
