//! What the prose claims, and whether it is so.

use crate::{
    document::Document,
    facts::Facts,
    rule::{Check, Evidence},
    text::Span,
};

/// The rules of prose.
pub static RULES: &[crate::rule::Rule] = &[];

/// What the prose is checked with.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The report.
    pub document: &'a Document,
    /// What its tables say.
    pub facts: &'a Facts,
    /// The year reported on, where known.
    pub year: Option<u16>,
    /// The prose: lines and paragraphs, in reading order, without tables, headings of the whole report and page debris.
    pub prose: &'a [Span],
}

/// What came of the prose.
#[derive(Debug, Clone, Default)]
pub struct Claims {
    /// Every relation found, checked.
    pub checks: Vec<Check>,
    /// Numbers that nothing was checked against.
    pub unused: Vec<Evidence>,
}

/// Finds and checks every relation that the prose claims.
#[must_use]
pub fn check(context: &Context<'_>) -> Claims {
    let _ = context;
    Claims::default()
}
