//! Bytes to a [`Document`]: the only layer that can fail.

mod encoding;
mod flow;
pub mod html;
mod rows;
mod sniff;
mod table;
pub mod text;

use crate::{
    document::{Builder, Document, Format},
    rule::Bilingual,
    text::folded::is_invisible,
};

/// Why bytes could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// A stable name: `empty`, `too-large`, `picture`, `binary`, `not-yet-read`.
    pub code: &'static str,
    /// A calm sentence for the user: what it is and what to do.
    pub message: Bilingual,
}

/// The most bytes that are read. A report has some twenty thousand; a page saved with its pictures, a few million.
pub const MOST_BYTES: usize = 16 << 20;

/// The most bytes of text that a document takes; what follows is left out, and the document says so.
pub const MOST_TEXT: usize = 4 << 20;

/// The most blocks (lines and cells) that a document takes; what follows is left out, and the document says so.
pub const MOST_BLOCKS: usize = 100_000;

/// Opens bytes of any kind, judging by their content.
///
/// # Errors
/// Where nothing can be read from them.
pub fn read(bytes: &[u8], name: Option<&str>) -> Result<Document, Error> {
    if bytes.len() > MOST_BYTES {
        return Err(sniff::too_large(bytes.len()));
    }
    if let Some(error) = sniff::unreadable(bytes) {
        return Err(error);
    }
    let text = encoding::decode(bytes).ok_or_else(sniff::binary)?;
    let document = if sniff::is_markup(&text) {
        html::read(&text, name)
    } else {
        text::read(&text, name)
    };
    if document.blocks().is_empty() {
        return Err(sniff::empty());
    }
    Ok(document)
}

/// Whether a line shows nothing.
fn is_blank(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// A document in the making that stops taking text at the bounds.
struct Draft {
    builder: Builder,
    blocks: usize,
    bytes: usize,
}

impl Draft {
    fn new(format: Format, name: Option<&str>) -> Self {
        Self {
            builder: Builder::new(format, name),
            blocks: 0,
            bytes: 0,
        }
    }

    /// Whether a block of `bytes` still fits; where it does not, the document is marked as cut off.
    fn takes(&mut self, blocks: usize, bytes: usize) -> bool {
        let fits = self.blocks + blocks <= MOST_BLOCKS && self.bytes + bytes <= MOST_TEXT;
        if fits {
            self.blocks += blocks;
            self.bytes += bytes;
        } else {
            self.builder.cut();
            self.blocks = MOST_BLOCKS;
        }
        fits
    }

    fn paragraph(&mut self, text: &str, heading: Option<u8>) {
        if self.takes(1, text.len()) {
            self.builder.paragraph(text, heading);
        }
    }

    fn picture(&mut self, name: &str) {
        if self.takes(1, name.len()) {
            self.builder.picture(name);
        }
    }
}
