//! One report against others: last year's of the same body, what must follow from it and what should not be the same
//! (area Y); and those of its bodies, whose figures must add up to its own (area R, [`many`]).
//!
//! Quantities are compared by their names, sentences by their words. The text's own statements on last year's figures
//! (Y103) are read where all the prose is, in `claims::growth`.

mod follows;
pub mod many;
mod repeated;
pub mod rules;
mod unchanged;

use crate::{document::Document, recognise::Recognised, rule::Compared};

/// A report as it was read.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The document.
    pub document: &'a Document,
    /// What it turned out to be.
    pub recognised: &'a Recognised,
}

/// Everything that the tables and the words of two years' reports say of each other.
#[must_use]
pub fn check(now: Side<'_>, last: Side<'_>) -> Vec<Compared> {
    let mut found = Vec::new();
    follows::check(now.recognised, last.recognised, &mut found);
    unchanged::check(now.recognised, last.recognised, &mut found);
    repeated::check(now, last, &mut found);
    found
}
