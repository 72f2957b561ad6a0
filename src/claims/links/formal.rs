//! Lawsuits under the names of the columns of table four.

use super::{meaning::after_last, scope::before};
use crate::{
    claims::{
        lexicon::links::{CASES, OUTCOMES, PAIRED},
        reading::page::{Page, any, has},
    },
    text::words::without,
};

/// Whether a number has the name of a column of table four, and no other words.
pub(super) fn formal(page: &Page, at: usize) -> bool {
    let name = page
        .label(at)
        .trim_start_matches("其中")
        .trim_end_matches(['的', '为']);
    ["未经复议直接起诉", "复议后起诉"].contains(&name)
        && page.mentions[at].is_exact()
        && unlimited(page, at)
}

/// Whether the sentence up to a number of one kind of lawsuits says nothing that limits which lawsuits are meant, as
/// `以市政府为被告的8件,其中未经复议直接起诉的3件` does.
pub(super) fn unlimited(page: &Page, at: usize) -> bool {
    let plain =
        |c: char| c.is_ascii_digit() || ",;:、()-件起宗个案共计有为我市县区局委办镇年".contains(c);
    let sentence = before(page, at);
    // 行政复议9件,尚未审结2件;行政诉讼5件,其中: a clause that names what it divides.
    let clause = after_last(sentence, &[';']);
    let said = if has(clause, "诉讼") {
        clause
    } else {
        sentence
    };
    let mut rest = without(&without(said, CASES), PAIRED);
    if any(&rest, &["维持", "纠正"]) {
        rest = without(&rest, OUTCOMES);
    }
    rest.chars().all(plain)
}
