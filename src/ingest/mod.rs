//! Bytes to a [`Document`]: the only layer that can fail.

#[cfg(feature = "files")]
pub(crate) mod archive;
mod blank_cells;
#[cfg(feature = "files")]
mod compound;
#[cfg(feature = "files")]
mod doc;
#[cfg(feature = "files")]
pub(crate) mod docx;
mod encoding;
mod flow;
mod glued_heading;
mod item;
pub mod html;
#[cfg(feature = "files")]
mod layout;
pub mod live;
mod markup;
mod mhtml;
#[cfg(feature = "files")]
mod numerals;
#[cfg(feature = "files")]
mod ofd;
pub mod origin;
#[cfg(feature = "files")]
mod pdf;
mod refusal;
mod rows;
mod sniff;
mod table;
pub mod text;
#[cfg(feature = "files")]
mod workbook;
#[cfg(feature = "files")]
mod xls;
#[cfg(feature = "files")]
mod xlsx;
#[cfg(feature = "files")]
pub(crate) mod xml;

pub(crate) use refusal::{too_old, years_apart};

use self::{
    origin::{Origin, Origins},
    sniff::Kind,
};
use crate::{
    document::{BlockId, Builder, Document, Format},
    rule::Bilingual,
    text::character::is_invisible,
};

/// Why bytes could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// A stable name: `empty`, `too-large`, `picture`, `binary`, `unknown-kind`, `reader-absent`, `damaged`, `protected`, `not-word`.
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
        return Err(refusal::too_large(bytes.len()));
    }
    let document = match sniff::kind(bytes)? {
        Kind::Text => read_text(bytes, name)?,
        kind => files(kind, bytes, name)?,
    };
    if document.blocks().is_empty() {
        return Err(refusal::empty());
    }
    Ok(document)
}

fn read_text(bytes: &[u8], name: Option<&str>) -> Result<Document, Error> {
    if mhtml::is_mhtml(bytes)
        && let Some(document) = mhtml::read(bytes, name)
    {
        return Ok(document);
    }
    let text = encoding::decode(bytes).ok_or_else(refusal::binary)?;
    Ok(if markup::is_markup(&text) {
        html::read(&text, name)
    } else {
        text::read(&text, name)
    })
}

#[cfg(feature = "files")]
fn files(kind: Kind, bytes: &[u8], name: Option<&str>) -> Result<Document, Error> {
    match kind {
        Kind::Docx => docx::read(bytes, name),
        Kind::Xlsx => xlsx::read(bytes, name),
        Kind::Compound => compound::read(bytes, name),
        Kind::Ofd => ofd::read(bytes, name),
        Kind::Pdf => pdf::read(bytes, name),
        Kind::Text => read_text(bytes, name),
    }
}

/// The small build for pages knows these kinds but leaves their readers to the full one.
#[cfg(not(feature = "files"))]
fn files(kind: Kind, _: &[u8], _: Option<&str>) -> Result<Document, Error> {
    Err(refusal::reader_absent(kind))
}

/// Opens a Word document of 2007 or later together with the way back from its text into the file.
///
/// # Errors
/// Where the bytes are none, or one that cannot be read.
#[cfg(feature = "files")]
pub(crate) fn map(bytes: &[u8]) -> Result<docx::Mapped<'_>, Error> {
    if bytes.len() > MOST_BYTES {
        return Err(refusal::too_large(bytes.len()));
    }
    match sniff::kind(bytes) {
        Ok(Kind::Docx) => docx::map(bytes),
        _ => Err(refusal::not_word()),
    }
}

/// What to say where a Word document turns out to be damaged.
#[cfg(feature = "files")]
pub(crate) fn damaged_word() -> Error {
    refusal::damaged(Kind::Docx)
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
    origins: Origins,
}

impl Draft {
    fn new(format: Format, name: Option<&str>) -> Self {
        Self {
            builder: Builder::new(format, name),
            blocks: 0,
            bytes: 0,
            origins: Origins::default(),
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
        self.paragraph_from(text, heading, Origin::default());
    }

    fn paragraph_from(&mut self, text: &str, heading: Option<u8>, origin: Origin) {
        if self.takes(1, text.len()) {
            let block = self.builder.paragraph(text, heading);
            self.origins.add(block, origin);
        }
    }

    /// A block of a table, which was found to fit.
    fn block_from(&mut self, text: &str, origin: Origin) -> BlockId {
        let block = self.builder.block(text);
        self.origins.add(block, origin);
        block
    }

    fn picture(&mut self, name: &str) {
        if self.takes(1, name.len()) {
            self.builder.picture(name);
        }
    }
}
