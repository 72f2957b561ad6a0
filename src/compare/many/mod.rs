//! One report of the whole against those of its bodies: their figures must add up to its own (R101), and each body that
//! should have reported must have (R102).
//!
//! What cannot be added up with certainty is undecided, and a note says which report is why.

mod causes;
mod members;
mod misprint;
mod names;
mod sums;
mod words;

pub(crate) use names::listed;

use crate::{
    facts::Facts,
    recognise::Recognised,
    rule::{Bilingual, Check},
    text::Number,
};
use std::sync::Arc;

/// A file that may be the report of a body.
#[derive(Debug, Clone)]
pub struct Body {
    /// What it is called: the body's name in the title, else the file's.
    pub name: Arc<str>,
    /// The file's name, without folders and ending.
    pub file: String,
    /// What was read of it.
    pub read: Reading,
}

/// What was read of a file.
#[derive(Debug, Clone)]
pub enum Reading {
    /// A report.
    Report(Figures),
    /// Text that is no report.
    Other,
    /// Nothing, and why; or pages that hold no text, so that it may be a report.
    Unread(Bilingual),
}

/// What a report says that can be added up.
#[derive(Debug, Clone)]
pub struct Figures {
    /// The body, as the title names it.
    pub organization: Option<String>,
    /// The year reported on.
    pub year: Option<u16>,
    /// The edition of the form.
    pub edition: Option<&'static str>,
    /// The quantities of its tables.
    pub facts: Facts,
}

/// The report of the whole.
#[derive(Debug, Clone, Copy)]
pub struct Whole<'a> {
    /// What it turned out to be.
    pub recognised: &'a Recognised,
    /// The body, as the title names it.
    pub organization: Option<&'a str>,
}

/// What came of comparing.
#[derive(Debug, Default)]
pub struct Many {
    /// How many reports were added up.
    pub reports: usize,
    /// Whether any figure was compared.
    pub compared: bool,
    /// The bodies of the list that have no report.
    pub missing: Vec<String>,
    /// Why figures could not be compared, and what was left out.
    pub notes: Vec<Bilingual>,
    /// Every application of the two rules.
    pub checks: Vec<Added>,
    /// Findings that are part of another, each as the numbers of the two in `checks`.
    pub parts: Vec<(usize, usize)>,
}

/// Bodies with what each counts for in a sum.
pub type Shares = Vec<(Arc<str>, Number)>;

/// A check with what was added up.
#[derive(Debug)]
pub struct Added {
    /// The check.
    pub check: Check,
    /// The bodies' figures, without those of 0.
    pub figures: Shares,
}

/// Adds up the reports of the bodies. Those that should have reported are `listed`, where that is known. A figure of which
/// `is_told` says that another finding mends it already takes no part in explaining the others.
#[must_use]
pub fn check(
    whole: Whole<'_>,
    bodies: &[Body],
    listed: &[String],
    is_told: &dyn Fn(&Check) -> bool,
) -> Many {
    let mut many = Many::default();
    let members = members::find(whole, bodies, listed, &mut many);
    many.reports = members.added.len();
    let sums = sums::add(whole.recognised, &members, &mut many);
    many.compared = many.checks.iter().any(|added| added.check.is_decided());
    causes::find(&sums, &members, is_told, &mut many);
    members::missing(whole.recognised, &members, listed, &mut many);
    many
}
