//! Lists of outcomes: results of requests, outcomes of reviews and lawsuits.
//!
//! Their categories are known by name, so that it is known which of them a list leaves out. 其他处理 and 其他结果 are
//! such names and close no list.

use crate::{
    claims::{
        lexicon::{
            cells::{RESULTS, ROWS},
            sums::{CATEGORIES, OUTCOMES, UNABLE},
        },
        reading::{
            page::{Page, any},
            results::Results,
            ways::{Way, ends_case},
        },
    },
    text::{Number, words::remove},
};

/// Whether the words name a category of outcomes rather than what is left.
pub(in crate::claims) fn category(label: &str) -> bool {
    any(label, CATEGORIES)
}

/// The groups of results that the labels name, if all of them name some.
fn named(labels: &[&str]) -> Option<Vec<&'static str>> {
    let mut groups = Vec::new();
    for label in labels {
        let mut rest = (*label).to_owned();
        let before = groups.len();
        for (word, group) in RESULTS {
            if remove(&mut rest, word) {
                groups.push(*group);
            }
        }
        if groups.len() == before {
            return None;
        }
    }
    Some(groups)
}

/// Whether a list names rows of table three, and not all rows of a group.
fn rows(labels: &[&str]) -> bool {
    let named = |words: &&[&str]| labels.iter().any(|label| any(label, words));
    labels.iter().all(|label| any(label, ROWS)) && !UNABLE.iter().all(named)
}

/// Whether a list of outcomes leaves out some that may have occurred.
pub(in crate::claims) fn leaves_out(labels: &[&str], results: &Results) -> bool {
    if rows(labels) {
        return true;
    }
    if let Some(groups) = named(labels) {
        return results
            .groups
            .iter()
            .any(|(group, value)| !groups.contains(group) && *value != Some(Number::ZERO));
    }
    cases(labels)
        && !OUTCOMES
            .iter()
            .all(|words| labels.iter().any(|label| any(label, words)))
}

/// The outcomes of which table four has none, of the reviews or the lawsuits that some words name.
pub(in crate::claims) fn none_ended(words: &str, results: &Results) -> Vec<&'static str> {
    let named = ["复议", "诉讼"].map(|kind| words.contains(kind));
    let kind = named
        .iter()
        .position(|&named| named)
        .filter(|_| named != [true; 2]);
    let cells = kind.map(|kind| results.cases[kind]).unwrap_or_default();
    let none = OUTCOMES
        .iter()
        .zip(cells)
        .filter(|(_, cell)| *cell == Some(Number::ZERO));
    none.map(|(names, _)| names[0]).collect()
}

/// Whether all labels name outcomes of reviews or lawsuits; 其他 alone may be one among them.
pub(in crate::claims) fn cases(labels: &[&str]) -> bool {
    let names = |label: &&&str| Way::Outcomes.names(label) || ends_case(label);
    labels.iter().any(|label| !["其他", "其它"].contains(label))
        && labels.iter().all(|label| names(&label))
}

/// Whether a list names most groups of results; that it leaves out none is asked before.
pub(in crate::claims) fn complete(labels: &[&str]) -> bool {
    named(labels).is_some_and(|groups| groups.len() > 3)
}

/// Whether a list names every group of results.
pub(in crate::claims) fn all_groups(labels: &[&str]) -> bool {
    named(labels).is_some_and(|groups| groups.len() == 6)
}

/// Whether the results that a list leaves out are, by table three, just what its parts lack.
pub(in crate::claims) fn completed(
    page: &Page,
    parts: &[usize],
    whole: usize,
    results: &Results,
) -> bool {
    let labels = page.all_words(parts);
    let Some(groups) = named(&labels).filter(|groups| groups.len() > 1) else {
        return false;
    };
    let mut sum: Number = page.values(parts).into_iter().sum();
    for (group, value) in &results.groups {
        if !groups.contains(group) {
            let Some(value) = value else {
                return false;
            };
            sum += *value;
        }
    }
    sum == page.mentions[whole].value
}

/// Whether a row of 其他处理 that no part names is, by table three, just what the parts lack:
/// `其他处理75件,其中逾期不补正25件、其他49件`.
pub(in crate::claims) fn unlisted(
    page: &Page,
    gap: Number,
    labels: &[&str],
    whole: usize,
    results: &Results,
) -> bool {
    let row = |&(sign, value): &(char, Option<Number>)| {
        value == Some(gap) && !labels.iter().any(|label| label.contains(sign))
    };
    page.label(whole).contains("其他处理") && results.others.iter().any(row)
}

/// Whether requests carried over are just what a list of results lacks or has too much of: the whole may be the
/// requests that were dealt with, finished or not.
pub(in crate::claims) fn carried(
    page: &Page,
    gap: Number,
    labels: &[&str],
    results: &Results,
) -> bool {
    let told = |at: usize| {
        page.mentions[at].value == gap.abs()
            && any(
                &page.around(at),
                &["结转", "转下", "正在", "未办结", "撤回", "撤销"],
            )
    };
    let closed: Vec<&str> = labels
        .iter()
        .copied()
        .filter(|label| !label.contains("结转"))
        .collect();
    named(&closed).is_some()
        && (results.carried.contains(&gap.abs()) || (0..page.mentions.len()).any(told))
}
