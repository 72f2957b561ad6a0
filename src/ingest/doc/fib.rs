//! The head of a Word document: what it is, and where everything else stands ([MS-DOC] 2.5).

use crate::ingest::compound::container::{u16_at, u32_at};

/// Numbers of the pairs of offset and length in the head.
pub(super) mod part {
    /// The style sheet.
    pub(in crate::ingest::doc) const STYLES: usize = 1;
    /// Pages of character properties.
    pub(in crate::ingest::doc) const CHARACTERS: usize = 12;
    /// Pages of paragraph properties.
    pub(in crate::ingest::doc) const PARAGRAPHS: usize = 13;
    /// The pieces of text.
    pub(in crate::ingest::doc) const PIECES: usize = 33;
    /// The anchors of drawn objects.
    pub(in crate::ingest::doc) const ANCHORS: usize = 40;
    /// The text boxes.
    pub(in crate::ingest::doc) const BOXES: usize = 56;
    /// The lists.
    pub(in crate::ingest::doc) const LISTS: usize = 73;
    /// The uses of lists.
    pub(in crate::ingest::doc) const LIST_USES: usize = 74;
}

/// What the head says.
pub(super) struct Fib<'a> {
    bytes: &'a [u8],
    /// Whether a password protects the file.
    pub(super) protected: bool,
    /// The stream that holds all tables.
    pub(super) table: &'static str,
    /// The characters of the main text, footnotes, headers, macros, comments, endnotes and text boxes.
    pub(super) lengths: [usize; 7],
}

/// What a stream is, if it is no document of Word 97 and later.
pub(super) enum Not {
    /// A document of Word 6 or 95, or earlier.
    Old,
    /// Nothing known.
    Word,
}

impl<'a> Fib<'a> {
    /// Reads the head of the stream `WordDocument`.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, Not> {
        let word = |at| u16_at(bytes, at).ok_or(Not::Word);
        match (word(0)?, word(2)?) {
            (0xa5ec, 0xa8..) => {}
            (0xa5ec | 0xa5dc | 0xa59b | 0xa5db, _) => return Err(Not::Old),
            _ => return Err(Not::Word),
        }
        let flags = word(0x0a)?;
        let mut lengths = [0; 7];
        for (at, length) in lengths.iter_mut().enumerate() {
            let value = u32_at(bytes, 0x4c + at * 4).ok_or(Not::Word)?;
            *length = usize::try_from(value.cast_signed()).unwrap_or(0);
        }
        Ok(Self {
            bytes,
            protected: flags & 0x0100 != 0,
            table: if flags & 0x0200 == 0 {
                "0Table"
            } else {
                "1Table"
            },
            lengths,
        })
    }

    /// One part of the stream of tables, as much as there is of it.
    pub(super) fn part<'t>(&self, number: usize, table: &'t [u8]) -> &'t [u8] {
        let (start, length) = self.place(number);
        let start = start.min(table.len());
        &table[start..start.saturating_add(length).min(table.len())]
    }

    /// Where a part stands in the stream of tables, and its length.
    pub(super) fn place(&self, number: usize) -> (usize, usize) {
        let at = 0x9a + number * 8;
        let value = |at| u32_at(self.bytes, at).unwrap_or(0) as usize;
        (value(at), value(at + 4))
    }
}
