//! Places in the text as the browser counts them.

use crate::{
    document::Document,
    rule::Evidence,
    text::{Number, Span, number::plain, utf16},
    view,
};
use std::sync::Arc;

/// A document with the way from its bytes to the units of the browser.
pub(super) struct Places<'a> {
    document: &'a Document,
    units: utf16::Offsets<'a>,
}

impl<'a> Places<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        let units = utf16::Offsets::new(document.text());
        Self { document, units }
    }

    /// A place as the browser counts: inside the block where it begins, and not past that block's end.
    pub(super) fn view(
        &self,
        span: Span,
        label: &Arc<str>,
        value: Option<Number>,
    ) -> view::Evidence {
        let Self { document, units } = self;
        let block = document.block_at(span.start);
        let around = document.block(block);
        let start = span.start.clamp(around.start, around.end);
        let end = span.end.clamp(start, around.end);
        // Most places are whole cells.
        let before = match start - around.start {
            0 => 0,
            _ => units.at(start) - units.at(around.start),
        };
        let quote = document.quote(Span::new(start, end));
        view::Evidence {
            block,
            start: before,
            end: before + utf16::length(quote),
            quote: quote.to_owned(),
            label: Arc::clone(label),
            value: value.map(plain),
        }
    }

    pub(super) fn views(&self, evidence: &[Evidence]) -> Vec<view::Evidence> {
        let view = |one: &Evidence| self.view(one.span, &one.label, one.value);
        evidence.iter().map(view).collect()
    }
}
