//! Where in `document.xml` each character that was read stands, for whoever adds marks there.

use std::ops::Range;

/// The places of all lines of a document, by the numbers that the lines were given.
#[derive(Debug, Default)]
pub(crate) struct Places {
    pub(crate) lines: Vec<Vec<Piece>>,
    pub(crate) runs: Vec<Run>,
}

/// A run (or a whole formula) that stands directly in its paragraph.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// From its start tag up to the end of its end tag.
    pub(crate) outer: Range<usize>,
    /// Its properties, from start tag to end tag; empty where it has none.
    pub(crate) properties: Range<usize>,
    /// Where its content begins and ends.
    pub(crate) content: Range<usize>,
    /// Its name with prefix.
    pub(crate) name: String,
    /// Whether it may be cut in two.
    pub(crate) divisible: bool,
}

/// A stretch of a line's text that stands together in one run.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// Where it begins in the line, in bytes.
    pub(crate) at: usize,
    /// Its length in the line, in bytes.
    pub(crate) length: usize,
    /// The number of its run.
    pub(crate) run: usize,
    /// The element that holds it, from start tag to end tag.
    pub(crate) element: Range<usize>,
    /// Where its first byte stands, if all of its bytes stand in the same order as in the line.
    pub(crate) text: Option<Text>,
}

/// Text that may be cut between any two characters.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    /// Where its first byte stands.
    pub(crate) start: usize,
    /// The start tag of the element that holds it.
    pub(crate) tag: Range<usize>,
    /// Whether white space at its ends is kept.
    pub(crate) keeps_space: bool,
}

/// A line in the making: its text and where the text comes from.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
}

impl Line {
    /// Adds generated text, which has no place of its own.
    pub(super) fn generated(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds another line at the end.
    pub(super) fn append(&mut self, other: Self) {
        let at = self.text.len();
        self.text.push_str(&other.text);
        let moved = other.pieces.into_iter().map(|piece| Piece {
            at: piece.at + at,
            ..piece
        });
        self.pieces.extend(moved);
    }

    /// The same without white space around it.
    pub(super) fn trimmed(mut self) -> Self {
        let before = self.text.len() - self.text.trim_start().len();
        let text = self.text.trim().to_owned();
        let end = text.len();
        self.pieces.retain_mut(|piece| {
            let from = piece.at.max(before) - before;
            let to = (piece.at + piece.length).saturating_sub(before).min(end);
            if let Some(text) = &mut piece.text {
                text.start += before.saturating_sub(piece.at).min(piece.length);
            }
            piece.at = from;
            piece.length = to.saturating_sub(from);
            piece.length > 0
        });
        self.text = text;
        self
    }
}
