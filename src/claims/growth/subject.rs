//! What a rate of change is said of (N203): of the change before it, which must have its direction, or of something
//! that its own clause names.

use super::falls;
use crate::{
    claims::{
        lexicon::{
            growth::BESIDE,
            times::{AGAINST, CHANGE, EARLIER},
        },
        reading::{
            context::{MORE, of_years},
            page::{Page, any, finding},
        },
        rules,
    },
    rule::{Check, Severity},
    text::words::without,
};

/// Whether the words between a number and a rate name another thing than a figure counts:
/// `收到申请120件,增加20件,网上申请增长35%`.
pub(super) fn apart_from(page: &Page, figure: usize, last: usize, rate: usize) -> bool {
    let gap = page.gap(last, rate);
    let clause = gap.rsplit([',', ';', ':', '(', ')', '、']).next();
    others(page, figure, clause.unwrap_or(gap)) || changes_other(page, figure, last)
}

/// Whether a change is one of another thing than a figure counts: `收到申请120件,其中网上申请增加25件`.
fn changes_other(page: &Page, figure: usize, change: usize) -> bool {
    page.mentions[change].change && others(page, figure, page.label(change))
}

/// Whether a clause names another thing than a figure counts.
fn others(page: &Page, figure: usize, clause: &str) -> bool {
    let plain = [CHANGE, AGAINST, EARLIER, BESIDE]
        .iter()
        .fold(clause.to_owned(), |text, words| without(&text, words));
    let noun = plain.trim_matches(|c: char| !c.is_alphabetic());
    !noun.is_empty() && !page.around(figure).contains(noun)
}

/// A change and its rate that go in two directions: 减少59件,同比增长23%.
pub(super) fn apart(page: &mut Page, change: usize, rate: usize) -> Option<Check> {
    let gap = page.gap(change, rate);
    let word = gap.trim_start_matches([',', '、', '(']);
    let word = ["同比", "比上年", "较上年", "与上年相比", "较去年", "比去年"]
        .iter()
        .find_map(|lead| word.strip_prefix(lead))
        .unwrap_or(word)
        .trim_end_matches(['了', '约', '为', '达']);
    let bare = CHANGE.contains(&word);
    let named = any(page.before(change), CHANGE);
    if !bare || !named || falls(page, change) == falls(page, rate) {
        return None;
    }
    let (one, other) = (page.quote(change).to_owned(), page.quote(rate).to_owned());
    let (zh, en) = if falls(page, rate) {
        ("增加", "下降")
    } else {
        ("减少", "增长")
    };
    let found = finding(
        Severity::Error,
        format!("前称{zh} {one}，后称{en} {other}，方向相反。"),
        format!("The change ({one}) and its rate ({other}) point in opposite directions."),
        None,
    );
    Some(page.check(
        rules::GROWTH_DIFFERS,
        "growth",
        &[change, rate],
        Some(found),
    ))
}

/// Whether some words say no more than that a number is a change against another year: 同比增长, 2023年比2022年减少, 较上年多.
pub(super) fn bare(words: &str) -> bool {
    let said = words.trim_end_matches(['了', '为', '达']);
    let lead = |word: &&str| {
        said.strip_suffix(*word)
            .is_some_and(|lead| lead.chars().all(of_years))
    };
    CHANGE.iter().chain(&MORE).any(lead)
}
