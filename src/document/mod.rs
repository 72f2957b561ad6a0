//! A report as it was read: its text, once and for all, in blocks, grids and pictures.

mod builder;

use crate::text::{Span, order::Order};
pub use builder::Builder;

/// The number of a text block, counted from zero in reading order.
pub type BlockId = usize;

/// What kind of file or clipboard content a document was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text in any encoding.
    Text,
    /// A web page or a pasted piece of one.
    Html,
    /// A web page saved with its parts in one file (MHTML).
    Mhtml,
    /// A Word document of 2007 and later.
    Docx,
    /// A Word or WPS document of 1997–2003.
    Doc,
    /// An Excel workbook of 2007 and later.
    Xlsx,
    /// An Excel or WPS workbook of 1997–2003.
    Xls,
    /// A PDF file.
    Pdf,
    /// A document of the Chinese office standard GB/T 33190.
    Ofd,
}

impl Format {
    /// The name used in the JSON report.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Mhtml => "mhtml",
            Self::Docx => "docx",
            Self::Doc => "doc",
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Pdf => "pdf",
            Self::Ofd => "ofd",
        }
    }
}

/// How far the rows and columns of a grid can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GridSource {
    /// Cells of a marked-up table.
    Markup,
    /// Lines of text, cut at tabs or bars.
    Lines,
}

/// One cell of a [`Grid`], at its upper left position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The block that holds the cell's text (which may be empty).
    pub block: BlockId,
    /// The first row covered, from zero.
    pub row: usize,
    /// The first column covered, from zero.
    pub column: usize,
    /// The number of rows covered, at least one.
    pub rows: usize,
    /// The number of columns covered, at least one.
    pub columns: usize,
    /// Whether the source marks the cell as a header.
    pub header: bool,
}

/// A table as it was read, cells in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Where the rows and columns come from.
    pub source: GridSource,
    /// The number of rows.
    pub rows: usize,
    /// The number of columns.
    pub columns: usize,
    /// The cells, row by row.
    pub cells: Vec<Cell>,
}

/// A part of a document, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A line or paragraph of text; a level is given where the source marks it as a heading.
    Paragraph {
        /// The block that holds the text.
        block: BlockId,
        /// The heading's level, from 1, where the source has one.
        heading: Option<u8>,
    },
    /// A table.
    Grid(Grid),
    /// A picture; its block holds the name or description that the source gives, possibly nothing.
    Picture {
        /// The block that holds the picture's name.
        block: BlockId,
    },
}

/// Why a page, or a part of it, could not be read or cannot be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageProblem {
    /// It is a picture: nothing of it was read.
    Scanned,
    /// Its text is drawn as shapes: nothing of it was read.
    Drawn,
    /// The file does not say what many of its characters are.
    Unreadable,
    /// A part of it is missing in the file.
    Damaged,
    /// Its text was made by optical recognition from a picture.
    Recognised,
}

/// Another text for one block, tried in place of what was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The block.
    pub block: BlockId,
    /// The text that takes the place of the block's own.
    pub text: String,
}

/// A report as it was read. Its text never changes; a [`Span`] always indexes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    format: Format,
    name: Option<String>,
    text: String,
    blocks: Vec<Span>,
    parts: Vec<Part>,
    page_problems: Vec<(usize, PageProblem)>,
    cut: bool,
}

impl Document {
    /// What the document was read from.
    #[must_use]
    pub fn format(&self) -> Format {
        self.format
    }

    /// The file's name, where there is one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The whole text: all blocks in reading order, one line break after each.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the source holds more than was taken: it went past the bounds of reading.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    /// The pages, counted from 1, that were not read as they should be, each with what is wrong.
    #[must_use]
    pub fn page_problems(&self) -> &[(usize, PageProblem)] {
        &self.page_problems
    }

    /// The stretches of all blocks, in reading order.
    #[must_use]
    pub fn blocks(&self) -> &[Span] {
        &self.blocks
    }

    /// The stretch of one block.
    #[must_use]
    pub fn block(&self, id: BlockId) -> Span {
        self.blocks[id]
    }

    /// The document's parts, in reading order.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The original characters of a stretch.
    #[must_use]
    pub fn quote(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// The block in which the byte offset `at` lies; the last one for offsets past the end.
    ///
    /// # Panics
    /// If the document has no block.
    #[must_use]
    pub fn block_at(&self, at: usize) -> BlockId {
        self.blocks
            .partition_point(|block| block.start <= at)
            .max(1)
            - 1
    }

    /// Another document, in which some blocks have other texts; this one stays as it is. Of two edits of one
    /// block the later counts, and one of a block that is not there counts for nothing. An edit with which
    /// the text would become longer than `most` bytes is left out, and the new document is marked as cut.
    #[must_use]
    pub fn edited(&self, edits: &[Edit], most: usize) -> Self {
        let mut edits: Vec<&Edit> = edits.iter().collect();
        edits.order_by_key(|edit| edit.block);
        let text_of = |id: BlockId| {
            let later = edits.partition_point(|edit| edit.block <= id);
            let edit = edits[..later].last().filter(|edit| edit.block == id);
            edit.map(|edit| edit.text.as_str())
        };
        let mut builder = Builder::new(self.format, self.name());
        let mut length = self.text.len();
        for (id, &span) in self.blocks.iter().enumerate() {
            let own = self.quote(span);
            let text = text_of(id).unwrap_or(own);
            let longer = length - own.len() + text.len();
            if longer <= most.max(self.text.len()) {
                length = longer;
                builder.block(text);
            } else {
                builder.block(own);
                builder.cut();
            }
        }
        let mut document = builder.finish();
        document.parts.clone_from(&self.parts);
        document.cut |= self.cut;
        document
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> Document {
        let mut builder = Builder::new(Format::Text, None);
        for text in ["一", "22", "333"] {
            builder.paragraph(text, None);
        }
        builder.finish()
    }

    fn edit(block: BlockId, text: &str) -> Edit {
        let text = text.to_owned();
        Edit { block, text }
    }

    #[test]
    fn an_edit_changes_its_block_and_no_other() {
        let before = document();
        let after = before.edited(&[edit(1, "四"), edit(1, "5五5"), edit(9, "无")], 1000);
        let texts: Vec<_> = after
            .blocks()
            .iter()
            .map(|&span| after.quote(span))
            .collect();
        assert_eq!(texts, ["一", "5五5", "333"]);
        assert_eq!(after.parts(), before.parts());
        assert_eq!(before, document());
        assert_eq!(before.edited(&[], 0), before);
    }

    #[test]
    fn an_edit_that_is_too_long_is_left_out_and_told() {
        let after = document().edited(&[edit(0, &"长".repeat(99)), edit(2, "3")], 40);
        assert!(after.is_cut());
        assert_eq!(after.text(), "一\n22\n3\n");
    }
}
