//! What the prose claims, and whether it is so.
//!
//! ```text
//! prose ──passage──▶ Passage ──mention──▶ Mention ──┬─ sums ──▶ Lists ─┬─▶ checks
//!                    (joined, folded)    (numbers)  ├─ shares ◀────────┤
//!                                                   ├─ growth, rates, balance, same
//!                                                   └─ links ◀─ Facts
//! ```
//!
//! A relation is tried in all its honest readings; the one that holds explains the text. Only when the
//! grammar is sure of the relation and no reading holds is it a fault. Words and units are data: `lexicon`.

mod balance;
mod borne_out;
mod cells;
mod growth;
mod lexicon;
mod links;
mod proportions;
mod rates;
mod reading;
pub mod rules;
mod same;
mod shares;
mod statements;
mod sums;

use crate::{
    document::Document,
    facts::Facts,
    rule::{Check, Compared, Evidence},
    text::{Folded, Span},
};
use std::sync::Arc;

/// What the prose is checked with.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The report.
    pub document: &'a Document,
    /// What its tables say.
    pub facts: &'a Facts,
    /// The year reported on, where known.
    pub year: Option<u16>,
    /// The name of the body, where the title gives it.
    pub body: &'a str,
    /// The prose: lines and paragraphs, in reading order, without tables, headings of the whole report and page debris.
    pub prose: &'a [Span],
    /// The same, folded, one for one.
    pub folded: &'a [Arc<Folded>],
    /// What last year's tables say, where that report is at hand.
    pub last: Option<&'a Facts>,
}

/// What came of the prose.
#[derive(Debug, Clone, Default)]
pub struct Claims {
    /// Every relation found, checked.
    pub checks: Vec<Check>,
    /// What it says of last year, checked against that report.
    pub compared: Vec<Compared>,
    /// Numbers that nothing was checked against.
    pub unused: Vec<Evidence>,
}

/// Finds and checks every relation that the prose claims.
#[must_use]
pub fn check(context: &Context<'_>) -> Claims {
    let mut prose = reading::prose::Prose::new(context);
    let mut checks = Vec::new();
    for at in 0..prose.pages.len() {
        let lists = sums::check(&mut prose, at, &mut checks);
        shares::check(&mut prose, at, &lists, &mut checks);
        prose.pages[at].lists = lists;
        growth::check(&mut prose, at, &mut checks);
        growth::turn::check(&mut prose, at, &mut checks);
        growth::reached::check(&mut prose, at, &mut checks);
        rates::check(&mut prose, at, &mut checks);
        proportions::check(&mut prose, at, &mut checks);
        balance::check(&mut prose, at, &mut checks);
        sums::rates::check(&mut prose.pages[at], &mut checks);
        sums::products::check(&mut prose.pages[at], &mut checks);
        sums::net::check(&mut prose.pages[at], &mut checks);
        sums::settled::check(&mut prose.pages[at], &mut checks);
        sums::due::check(&mut prose, at, &mut checks);
    }
    balance::check_across(&mut prose, &mut checks);
    sums::items::check(&mut prose, &mut checks);
    sums::recalled::check(&mut prose, &mut checks);
    let links = links::check(&mut prose, context.facts, &mut checks);
    let compared = against_last(&mut prose, &links, context.last);
    statements::check(&prose, context.facts, &mut checks);
    statements::cases::check(&mut prose, context.facts, &mut checks);
    statements::none::check(&prose, context, &mut checks);
    statements::whole::check(&mut prose, context.facts, &mut checks);
    rates::most::check(&mut prose, &mut checks);
    same::check(&mut prose, &mut checks);
    borne_out::settle(&mut checks);
    Claims {
        checks,
        compared,
        unused: prose.unused(),
    }
}

/// What the text says of last year, checked against that year's report.
#[cfg(feature = "compare")]
fn against_last(
    prose: &mut reading::prose::Prose,
    links: &[links::Link],
    last: Option<&Facts>,
) -> Vec<Compared> {
    last.map_or_else(Vec::new, |last| {
        growth::last_year::check(prose, links, last)
    })
}

#[cfg(not(feature = "compare"))]
fn against_last(
    _: &mut reading::prose::Prose,
    _: &[links::Link],
    _: Option<&Facts>,
) -> Vec<Compared> {
    Vec::new()
}
