//! What a number of the text means in the tables.

use crate::{
    claims::{
        cells::value,
        lexicon::Reading,
        reading::{list::Opener, page::Page},
    },
    facts::Facts,
    text::Number,
};

/// What a number of the text means in the tables.
#[derive(Debug, Clone)]
pub(in crate::claims) struct Meaning {
    /// Its name, the same for all numbers that mean the same.
    pub(super) name: String,
    /// The readings, the plainest first.
    pub(super) readings: Vec<Reading>,
    /// Whether a number that fits none of them is a fault.
    pub(super) sure: bool,
    /// A number that governs this one, such as the reviews of which some were corrected.
    pub(super) governor: Option<usize>,
}

pub(super) fn new(name: impl Into<String>, readings: &[Reading], sure: bool) -> Option<Meaning> {
    Some(Meaning {
        name: name.into(),
        readings: readings.to_vec(),
        sure,
        governor: None,
    })
}

/// Whether one of the readings stands for a value.
pub(super) fn reads(readings: &[Reading], facts: &Facts, wanted: Number) -> bool {
    readings
        .iter()
        .any(|reading| value(facts, reading.cells) == Some(wanted))
}

/// Whether a mention is one of the parts of a whole; what a parenthesis says to be included is none.
pub(super) fn listed(page: &Page, at: usize) -> bool {
    page.lists
        .iter()
        .any(|list| list.has(at) && list.whole.is_some() && list.opener != Opener::Included)
}

/// What stands after the last of the marks.
pub(super) fn after_last<'a>(text: &'a str, marks: &[char]) -> &'a str {
    text.rsplit(marks).next().unwrap_or(text)
}
