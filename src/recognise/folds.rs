//! Every block folded once, for all who compare text.

use crate::{
    document::{BlockId, Document},
    text::{Folded, Span, character::is_letter},
};
use std::sync::Arc;

/// The folded text of every block of a document.
#[derive(Debug, Clone, Default)]
pub struct Folds {
    blocks: Vec<Arc<Folded>>,
}

impl Folds {
    /// Folds all blocks.
    #[must_use]
    pub fn new(document: &Document) -> Self {
        let fold = |&span: &Span| Arc::new(Folded::new(document.text(), span));
        Self {
            blocks: document.blocks().iter().map(fold).collect(),
        }
    }

    /// A block, folded.
    #[must_use]
    pub fn block(&self, id: BlockId) -> &Folded {
        &self.blocks[id]
    }

    /// The letters of all blocks.
    #[must_use]
    pub fn letters(&self) -> String {
        let texts = self.blocks.iter().map(|block| block.text());
        let mut letters = String::with_capacity(texts.clone().map(str::len).sum());
        letters.extend(texts.flat_map(|text| text.split(|c| !is_letter(c))));
        letters
    }

    /// A stretch of the document, folded: without work where it is a whole block, anew where it is not.
    #[must_use]
    pub fn stretch(&self, document: &Document, span: Span) -> Arc<Folded> {
        let whole = document
            .blocks()
            .binary_search_by_key(&span.start, |block| block.start);
        match whole {
            Ok(id) if document.block(id) == span => Arc::clone(&self.blocks[id]),
            _ => Arc::new(Folded::new(document.text(), span)),
        }
    }
}
