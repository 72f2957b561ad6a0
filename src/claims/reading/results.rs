//! The results of table three, for lists in the text that leave some out.

use crate::{
    claims::{cells::value, lexicon::cells::GROUPS},
    facts::Facts,
    text::Number,
};

/// The columns of table four under each kind of cases, in the order of the form.
const ENDINGS: [&str; 4] = ["upheld", "corrected", "other", "pending"];

/// What table three says of each group of results, in the order of the form; nothing where a cell cannot be read.
#[derive(Debug, Default)]
pub(in crate::claims) struct Results {
    pub(in crate::claims) groups: Vec<(&'static str, Option<Number>)>,
    /// What is carried in and out.
    pub(in crate::claims) carried: Vec<Number>,
    /// The named rows of 其他处理, each with a sign of its name.
    pub(in crate::claims) others: [(char, Option<Number>); 2],
    /// What table four says of the outcomes of reviews, and of lawsuits: upheld, corrected, other, pending.
    pub(in crate::claims) cases: [[Option<Number>; 4]; 2],
    /// Whether the report prints a table of the forms before 2019, where each channel is counted by itself.
    pub(in crate::claims) older: bool,
}

impl Results {
    /// Reads the groups' totals.
    pub(in crate::claims) fn new(facts: &Facts) -> Self {
        let groups = GROUPS.iter();
        let carried = ["t3.carried_in.total", "t3.carried_out.total"];
        Self {
            groups: groups
                .map(|&(group, cell)| (group, value(facts, &[cell])))
                .collect(),
            carried: carried
                .iter()
                .filter_map(|cell| value(facts, &[cell]))
                .collect(),
            others: [
                ('补', "t3.other.uncorrected.total"),
                ('费', "t3.other.unpaid.total"),
            ]
            .map(|(sign, cell)| (sign, value(facts, &[cell]))),
            cases: [&["review"][..], &["direct", "after_review"]].map(|kinds| {
                ENDINGS.map(|ending| {
                    let cells = kinds.iter().map(|kind| format!("t4.{kind}.{ending}"));
                    cells.map(|cell| value(facts, &[cell.as_str()])).sum()
                })
            }),
            older: facts.all().iter().any(|fact| fact.id.starts_with('f')),
        }
    }

    /// Whether table three says that nothing was carried in or out, so that all that was received is answered.
    pub(in crate::claims) fn none_carried(&self) -> bool {
        self.carried == [Number::ZERO; 2]
    }

    /// Whether it says that nothing was carried in, so that no more is answered than was received.
    pub(in crate::claims) fn none_brought(&self) -> bool {
        self.carried.len() == 2 && self.carried[0].is_zero()
    }
}
