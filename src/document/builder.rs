//! A document as its reader puts it together.

use super::{BlockId, Document, Format, Grid, PageProblem, Part};
use crate::text::Span;

/// Puts a document together, part by part, in reading order.
#[derive(Debug)]
pub struct Builder {
    document: Document,
}

impl Builder {
    /// An empty document of the given format.
    #[must_use]
    pub fn new(format: Format, name: Option<&str>) -> Self {
        let name = name.map(str::to_owned);
        Self {
            document: Document {
                format,
                name,
                text: String::new(),
                blocks: Vec::new(),
                parts: Vec::new(),
                page_problems: Vec::new(),
                cut: false,
            },
        }
    }

    /// Adds a block of text and tells its number. The text is kept as it is.
    pub fn block(&mut self, text: &str) -> BlockId {
        let document = &mut self.document;
        let start = document.text.len();
        document.text.push_str(text);
        document.blocks.push(Span::new(start, document.text.len()));
        document.text.push('\n');
        document.blocks.len() - 1
    }

    /// Adds a line or paragraph and tells the number of its block.
    pub fn paragraph(&mut self, text: &str, heading: Option<u8>) -> BlockId {
        let block = self.block(text);
        self.document.parts.push(Part::Paragraph { block, heading });
        block
    }

    /// Adds a picture with its name.
    pub fn picture(&mut self, name: &str) {
        let block = self.block(name);
        self.document.parts.push(Part::Picture { block });
    }

    /// Adds a table whose cells' blocks were added with [`Builder::block`].
    pub fn grid(&mut self, grid: Grid) {
        self.document.parts.push(Part::Grid(grid));
    }

    /// Notes that the source holds more than is taken.
    pub fn cut(&mut self) {
        self.document.cut = true;
    }

    /// Notes what is wrong with a page, counted from 1.
    pub fn page_problem(&mut self, page: usize, problem: PageProblem) {
        self.document.page_problems.push((page, problem));
    }

    /// The finished document.
    #[must_use]
    pub fn finish(self) -> Document {
        self.document
    }
}
