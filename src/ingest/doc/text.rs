//! The text of a Word document from its pieces ([MS-DOC] 2.9.177).

use super::sprm;
use crate::ingest::{
    MOST_TEXT,
    compound::container::{u16_at, u32_at},
};

/// The characters between 0x80 and 0x9f in pieces of one byte a character.
const WINDOWS: [u16; 32] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039,
    0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc,
    0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];

/// The most bytes of a group of operations upon a piece.
const MOST_GROUP: usize = 512;

/// All text, in UTF-16 units, with where it stands in the stream.
pub(super) struct Text {
    /// The units of all stories, one story after the other.
    pub(super) units: Vec<u16>,
    /// Whether pieces are missing or the text is longer than what is taken.
    pub(super) cut: bool,
    pieces: Vec<Piece>,
    groups: Vec<Vec<u8>>,
}

/// A stretch of the text that stands in one place of the stream.
struct Piece {
    start: usize,
    end: usize,
    offset: usize,
    /// The bytes of a character.
    width: usize,
    modifier: u16,
}

impl Text {
    /// Puts the pieces together, up to `wanted` units.
    pub(super) fn read(stream: &[u8], pieces: &[u8], wanted: usize) -> Option<Self> {
        let most = wanted.min(MOST_TEXT);
        let (table, groups) = split(pieces)?;
        let mut text = Self {
            units: Vec::new(),
            cut: wanted > most,
            pieces: Vec::new(),
            groups,
        };
        let count = table.len().saturating_sub(4) / 12;
        for at in 0..count {
            let start = u32_at(table, at * 4)? as usize;
            let end = u32_at(table, at * 4 + 4)? as usize;
            let place = (count + 1) * 4 + at * 8;
            let (fc, modifier) = (u32_at(table, place + 2)?, u16_at(table, place + 6)?);
            if start != text.units.len() || end < start {
                text.cut = true;
                break;
            }
            let compressed = fc & 0x4000_0000 != 0;
            let fc = (fc & 0x3fff_ffff) as usize;
            let (offset, width) = if compressed { (fc / 2, 1) } else { (fc, 2) };
            let piece = Piece {
                start,
                end: end.min(most),
                offset,
                width,
                modifier,
            };
            let whole = text.append(stream, piece);
            if !whole || text.units.len() >= most {
                break;
            }
        }
        text.cut |= text.units.len() < most;
        Some(text)
    }

    fn append(&mut self, stream: &[u8], mut piece: Piece) -> bool {
        let length = piece.end.saturating_sub(piece.start);
        let from = piece.offset.min(stream.len());
        let bytes = &stream[from..from.saturating_add(length * piece.width).min(stream.len())];
        if piece.width == 1 {
            self.units.extend(bytes.iter().map(|&byte| windows(byte)));
        } else {
            let pairs = bytes.chunks_exact(2);
            self.units
                .extend(pairs.map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
        }
        let whole = self.units.len() == piece.end;
        piece.end = self.units.len();
        self.pieces.push(piece);
        whole
    }

    /// The stretches that `range` is made of: from where to where, and the offset of the first unit in the stream.
    pub(super) fn stretches(&self, range: std::ops::Range<usize>) -> Vec<Stretch> {
        let first = self
            .pieces
            .partition_point(|piece| piece.end <= range.start);
        let inside = self.pieces[first..]
            .iter()
            .take_while(|piece| piece.start < range.end);
        inside
            .map(|piece| {
                let start = piece.start.max(range.start);
                Stretch {
                    start,
                    end: piece.end.min(range.end),
                    offset: piece.offset + (start - piece.start) * piece.width,
                    width: piece.width,
                    modifier: piece.modifier,
                }
            })
            .collect()
    }

    /// The operations that a piece's modifier stands for.
    pub(super) fn modifications(&self, modifier: u16, mut apply: impl FnMut(u16, &[u8])) {
        if modifier & 1 == 0 {
            if let Some((code, value)) = sprm::packed(modifier) {
                apply(code, &[value]);
            }
        } else if let Some(group) = self.groups.get(usize::from(modifier >> 1)) {
            for (code, operand) in sprm::each(group) {
                apply(code, operand);
            }
        }
    }
}

/// A stretch of text within one piece.
pub(super) struct Stretch {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) offset: usize,
    pub(super) width: usize,
    pub(super) modifier: u16,
}

/// The table of pieces, and before it the groups of operations that its pieces name.
fn split(mut bytes: &[u8]) -> Option<(&[u8], Vec<Vec<u8>>)> {
    let mut groups = Vec::new();
    loop {
        match bytes.first()? {
            1 => {
                let length = usize::from(u16_at(bytes, 1)?);
                let group = bytes.get(3..3 + length)?;
                groups.push(group[..length.min(MOST_GROUP)].to_vec());
                bytes = &bytes[3 + length..];
            }
            2 => {
                let length = u32_at(bytes, 1)? as usize;
                let table = &bytes[5..];
                return Some((&table[..length.min(table.len())], groups));
            }
            _ => return None,
        }
    }
}

fn windows(byte: u8) -> u16 {
    match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        other => u16::from(other),
    }
}
