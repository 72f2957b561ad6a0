//! Outcomes of reviews and lawsuits under the total that they are outcomes of.

use super::{
    cases::{APPEALED, KINDS, outcome},
    meaning::{Meaning, after_last, reads},
    scope::before,
};
use crate::{
    claims::{
        cells::value,
        lexicon::cells::{LAWSUIT, REVIEW},
        reading::page::{Page, any, has},
    },
    facts::Facts,
    text::{Number, words::without},
};

/// Whether an outcome is one of a total that is the table's own, so that it must be in the table too.
pub(super) fn governed(page: &Page, at: usize, meaning: &Meaning, facts: &Facts) -> bool {
    let Some(total) = meaning.governor.filter(|&total| !page.mentions[total].soft) else {
        return false;
    };
    let from = page.mentions[total].wide.start;
    let rest = &page.text()[page.mentions[at].range.end..];
    let end = rest.find(['。', ';']).unwrap_or(rest.len());
    let around = page.slice(from..page.mentions[at].range.end + end);
    let mixed = [
        "驳回", "撤", "终止", "调解", "确认", "部分", "责令", "一审", "二审", "审结", "结案", "均",
        "全部", "分别", "累计", "胜诉", "败诉", "不予", "受理",
    ];
    let sentence = before(page, at);
    let before = after_last(
        &page.text()[..page.mentions[at].range.end],
        &['。', ';', '!', '?'],
    );
    // 其中,复议纠正5件、诉讼纠正2件: each names its kind.
    let own = any(page.label(at), &KINDS);
    let beside = own || total + 1 == at && !has(page.gap(total, at), "其中");
    let before = &without(before, &APPEALED);
    if !beside && has(before, "复议") && any(before, &["诉讼", "起诉"]) {
        return false;
    }
    // 行政复议17件,行政诉讼15件,合计32件;其中被纠正4件
    let both = has(sentence, "复议") && any(sentence, &["诉讼", "起诉"]);
    if both && !own && of_both(page, at, meaning, facts) {
        return false;
    }
    let words = without(around, &["未审结", "以其他方式结案"]);
    total_reading(meaning, page.mentions[total].value, facts) && !any(&words, &mixed)
}

/// Whether a number is that of an outcome of reviews and lawsuits together: `行政复议21件,行政诉讼16件,被纠错7件`.
fn of_both(page: &Page, at: usize, meaning: &Meaning, facts: &Facts) -> bool {
    let outcome = meaning.name.rsplit('-').next().unwrap_or_default();
    let cell = |block: &str| value(facts, &[&format!("t4.{block}.{outcome}")]);
    let all: Option<Number> = ["review", "direct", "after_review"]
        .into_iter()
        .map(cell)
        .sum();
    all == Some(page.mentions[at].value)
}

/// Whether a value is one of the totals that the table of an outcome has.
fn total_reading(meaning: &Meaning, total: Number, facts: &Facts) -> bool {
    let table = if meaning.name.starts_with("复议") {
        REVIEW
    } else {
        LAWSUIT
    };
    let readings = table.iter().find(|(name, _)| *name == "total");
    readings.is_some_and(|(_, readings)| reads(readings, facts, total))
}

/// The total of reviews or lawsuits that an outcome is one of, right before it.
pub(super) fn governor(page: &Page, at: usize, word: &str) -> Option<usize> {
    // 行政复议8件,行政诉讼3件。复议案件中维持2件: the sentence names what it divides.
    let sentence = before(page, at).trim_start_matches("行政");
    let opening = sentence.split([',', ':']).next().unwrap_or_default();
    let headed = opening.starts_with(word)
        && ["案件中", "结果中"].iter().any(|end| {
            opening
                .split_once(end)
                .is_some_and(|(lead, _)| lead.len() < 16)
        });
    let back_to = sentence.starts_with("其中");
    let back = if headed || back_to { 12 } else { 4 };
    let names = |i: usize| has(page.wide(i), word) || word == "诉讼" && has(page.wide(i), "起诉");
    let named = |&i: &usize| {
        let total = names(i) && outcome(page.wide(i)).is_none();
        total && (!headed || page.mentions[i].is_current())
    };
    let total = (0..at).rev().take(back).find(named)?;
    let before = || back_to && page.traits[total].sentence + 1 == page.traits[at].sentence;
    ((headed || page.same_sentence(total, at) || before()) && page.mentions[total].is_count())
        .then_some(total)
}
