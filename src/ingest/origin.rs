//! Where in its source each stretch of a text stands.
//!
//! Files need none of it: a [`Document`]'s text is their text. A live page does, for its faults are marked in
//! the page itself, in the nodes that the text came from.

use crate::document::{BlockId, Document};

/// A place in a source: a text node, by its number in reading order, and an offset in its UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The node's number.
    pub node: u32,
    /// The offset in it.
    pub offset: u32,
}

/// From the byte `at` of a text on, its characters stand one after the other from `place` on.
#[derive(Debug, Clone, Copy)]
struct Mark {
    at: usize,
    place: Place,
}

/// The origin of one text; empty where it has none.
#[derive(Debug, Clone, Default)]
pub(super) struct Origin {
    marks: Vec<Mark>,
    /// The place that goes on from the last character.
    next: Option<Place>,
}

/// A line of a block and the node that it comes from.
#[cfg(feature = "files")]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    pub(crate) block: BlockId,
    /// Where the line begins in the block, in bytes.
    pub(crate) at: usize,
    pub(crate) node: usize,
}

impl Origin {
    /// The origin of a whole line that its reader knows by a number.
    #[cfg(feature = "files")]
    pub(super) fn of_line(number: usize) -> Self {
        let place = u32::try_from(number)
            .ok()
            .map(|node| Place { node, offset: 0 });
        Self {
            marks: place
                .into_iter()
                .map(|place| Mark { at: 0, place })
                .collect(),
            next: None,
        }
    }

    /// Notes that the character at the byte `at` of the text stands at `place` and is `units` long there.
    pub(super) fn note(&mut self, at: usize, place: Place, units: u32) {
        if self.next != Some(place) {
            self.marks.push(Mark { at, place });
        }
        self.next = Some(Place {
            node: place.node,
            offset: place.offset + units,
        });
    }

    /// The origin of `text[from..]`.
    pub(super) fn cut(mut self, text: &str, from: usize) -> Self {
        if from == 0 || self.marks.is_empty() {
            return self;
        }
        let first = self.at(text, from);
        self.marks.retain(|mark| mark.at > from);
        for mark in &mut self.marks {
            mark.at -= from;
        }
        let first = first.map(|place| Mark { at: 0, place });
        self.marks.splice(0..0, first);
        self
    }

    /// Adds the origin of a text that is put behind the first `at` bytes of this one.
    pub(super) fn append(&mut self, at: usize, other: &Self) {
        let moved = other.marks.iter().map(|mark| Mark {
            at: mark.at + at,
            ..*mark
        });
        self.marks.extend(moved);
        self.next = None;
    }

    /// The place of the character at the byte `at` of `text`, whose origin this is.
    fn at(&self, text: &str, at: usize) -> Option<Place> {
        let after = self.marks.partition_point(|mark| mark.at <= at);
        let mark = self.marks.get(after.checked_sub(1)?)?;
        let units: usize = text.get(mark.at..at)?.chars().map(char::len_utf16).sum();
        Some(Place {
            node: mark.place.node,
            offset: mark.place.offset + u32::try_from(units).ok()?,
        })
    }
}

/// The origins of all blocks of a document.
#[derive(Debug, Default)]
pub struct Origins {
    blocks: Vec<Origin>,
}

impl Origins {
    /// The lines with a known origin, in the order of blocks.
    #[cfg(feature = "files")]
    pub(crate) fn lines(&self) -> Vec<Line> {
        let of_block = |(block, origin): (BlockId, &Origin)| {
            let line = move |mark: &Mark| Line {
                block,
                at: mark.at,
                node: mark.place.node as usize,
            };
            origin.marks.iter().map(line).collect::<Vec<_>>()
        };
        self.blocks.iter().enumerate().flat_map(of_block).collect()
    }

    /// Notes the origin of a block.
    pub(super) fn add(&mut self, block: BlockId, origin: Origin) {
        if !origin.marks.is_empty() {
            self.blocks.resize_with(block + 1, Origin::default);
            self.blocks[block] = origin;
        }
    }

    /// The places of the first and behind the last character of a stretch of a block, given in UTF-16 code
    /// units; none where it is empty or its text comes from elsewhere.
    #[must_use]
    pub fn places(
        &self,
        document: &Document,
        block: BlockId,
        start: usize,
        end: usize,
    ) -> Option<(Place, Place)> {
        let origin = self.blocks.get(block)?;
        let text = document.quote(*document.blocks().get(block)?);
        let first = byte(text, start)?;
        let (last, units) = last(text, end)?;
        if last < first {
            return None;
        }
        let mut behind = origin.at(text, last)?;
        behind.offset += units;
        Some((origin.at(text, first)?, behind))
    }
}

/// The byte where the UTF-16 code unit `at` stands.
fn byte(text: &str, at: usize) -> Option<usize> {
    let mut units = 0;
    for (byte, character) in text.char_indices() {
        if units >= at {
            return Some(byte);
        }
        units += character.len_utf16();
    }
    None
}

/// The byte of the last character before the UTF-16 code unit `end`, and its length in code units.
fn last(text: &str, end: usize) -> Option<(usize, u32)> {
    let mut units = 0;
    let mut found = None;
    for (byte, character) in text.char_indices() {
        if units >= end {
            break;
        }
        let length = character.len_utf16();
        found = Some((byte, u32::try_from(length).ok()?));
        units += length;
    }
    found
}
