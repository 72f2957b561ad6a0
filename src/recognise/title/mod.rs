//! The report's title: whose, and of which year.

mod above;
mod choice;
mod lead;
mod line;
mod name;
pub(super) mod other_years;
pub(super) mod second;
mod year;

use super::folds::Folds;
use crate::{
    document::Document,
    text::{Folded, Span, folded::fold_str, pattern::Regex},
};
use line::{DATED_LATE, LONGEST, TITLE, UNDATED};
use std::cell::LazyCell;
pub use year::period;

/// A report's title as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// Where it stands.
    pub span: Span,
    /// The reporting body's name, where the title has one.
    pub organization: Option<Span>,
    /// The year reported on.
    pub year: Option<u16>,
}

/// How many lines from the top a title may begin.
const HEAD: usize = 80;

/// Finds the title: one of the lines that are a `dated` one, or few lines together that read like one; of several, as in
/// a list of reports around the text, the one of the stated period, else the last before the text. In a text without
/// line breaks it may stand at the beginning of a long line; where it is lost, the lead may present the report by its
/// name.
#[must_use]
pub fn find(document: &Document, folds: &Folds, dated: &[Title]) -> Option<Title> {
    let top = document.blocks().get(HEAD);
    let top = top.map_or(usize::MAX, |below| below.start);
    let dated = &dated[..dated.partition_point(|title| title.span.start < top)];
    let stated = LazyCell::new(|| period(&fold_str(head(document.text()))));
    let dated = if choice::are_links(dated, &stated) {
        &[]
    } else {
        dated
    };
    let joined = dated.is_empty().then(|| lines(document, folds, &TITLE, 2));
    let dated = joined.as_deref().unwrap_or(dated);
    let first = |pattern| lines(document, folds, pattern, 1).into_iter().next();
    dated
        .get(choice::wanted(document, folds, dated, &stated))
        .map(|title| choice::with_fuller_name(document, dated, title))
        .or_else(|| within(document))
        .or_else(|| first(&DATED_LATE))
        .map(|title| above::with_name_above(document, folds, title))
        .or_else(|| lead::presented(document))
        .or_else(|| first(&UNDATED))
}

/// All lines of a document that are a dated title.
#[must_use]
pub fn dated(document: &Document, folds: &Folds) -> Vec<Title> {
    let spans = document.blocks().iter();
    let titles = spans.filter_map(|&span| line::read(document, folds, &TITLE, span));
    titles.collect()
}

/// The titles at the top that stand in lines of their own, in so many together at the least.
fn lines(document: &Document, folds: &Folds, pattern: &Regex, least: usize) -> Vec<Title> {
    let blocks = document.blocks();
    let head = blocks.len().min(HEAD);
    for lines in least..=3 {
        let spans =
            (0..head.saturating_sub(lines - 1)).map(|at| blocks[at].join(blocks[at + lines - 1]));
        let found: Vec<Title> = spans
            .filter_map(|span| line::read(document, folds, pattern, span))
            .collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// A title at the beginning of a long line.
fn within(document: &Document) -> Option<Title> {
    let long = |span: &&Span| span.end - span.start > 8 * LONGEST;
    let span = document.blocks().iter().take(HEAD).find(long)?;
    let cut = head(document.quote(*span)).len();
    let folded = Folded::new(document.text(), Span::new(span.start, span.start + cut));
    let groups = TITLE.captures(folded.text())?;
    let whole = groups.get(0)?;
    let clean = !whole
        .as_str()
        .contains(['。', '，', ',', ';', '；', '《', '>', '、']);
    clean.then(|| line::title(&folded, &groups))
}

/// The first characters of a text: enough for a title and the stated period.
fn head(text: &str) -> &str {
    let mut end = text.len().min(6000);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests;
