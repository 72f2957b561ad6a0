//! A paragraph being read.

use super::{
    super::{flow::scripted, item::Item},
    place::{Line, Piece, Text},
    styles::{Look, Numbering, Style},
};
use std::ops::Range;

/// A picture that is smaller than this, in English Metric Units, is an ornament (48 pixels).
const TINY: i64 = 48 * 9525;

/// A paragraph whose end has not come yet.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) style_id: Option<String>,
    pub(super) style: Style,
    pub(super) numbering: Numbering,
    pub(super) heading: Option<Option<u8>>,
    /// The paragraph's mark is hidden.
    pub(super) hidden: bool,
    /// A tracked change has removed the mark, so that the next paragraph goes on from this one.
    pub(super) joined: bool,
    /// Its generated number, if any, stands in the line already.
    pub(super) begun: bool,
    pub(super) line: Line,
    /// Where the generated number ends in the line.
    pub(super) number_ends: usize,
    pub(super) look: Look,
    pub(super) drawing: Option<Drawing>,
    /// Pictures and boxes, which are shown after the paragraph they are tied to.
    pub(super) after: Vec<Item>,
}

/// A drawing being read.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub(super) description: String,
    pub(super) name: String,
    pub(super) size: Option<i64>,
    /// Whether there is a picture in it, not only a shape.
    pub(super) shows: bool,
}

/// Where text stands: its run, the element that holds it, and its own place if it may be cut.
pub(super) struct Origin {
    pub(super) run: usize,
    pub(super) element: Range<usize>,
    pub(super) text: Option<Text>,
}

impl Paragraph {
    pub(super) fn heading(&self) -> Option<u8> {
        self.heading.unwrap_or(self.style.heading)
    }

    /// The list it belongs to, by itself or by its style.
    pub(super) fn numbering(&self) -> Numbering {
        match self.numbering.list {
            Some(_) => self.numbering.clone(),
            None => Numbering {
                level: self.numbering.level.or(self.style.numbering.level),
                ..self.style.numbering.clone()
            },
        }
    }

    /// Whether a text would make another number of the generated one before it: `1.` and `2023`.
    fn joins_a_figure(&self, text: &str) -> bool {
        let line = &self.line.text;
        self.number_ends > 0
            && line.len() == self.number_ends
            && line.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '．'))
            && text.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Adds what a run shows.
    pub(super) fn show(&mut self, text: &str, origin: Option<Origin>) {
        let look = self.look.or(self.style.look);
        if look.hidden == Some(true) || text.is_empty() {
            return;
        }
        let script = look.script.flatten();
        if self.joins_a_figure(text) {
            self.line.generated(" ");
        }
        let at = self.line.text.len();
        let shown = text.chars().map(|character| scripted(character, script));
        self.line.text.extend(shown);
        if let Some(origin) = origin {
            let length = self.line.text.len() - at;
            self.line.pieces.push(Piece {
                at,
                length,
                run: origin.run,
                element: origin.element,
                text: origin.text.filter(|_| length == text.len()),
            });
        }
    }
}

impl Drawing {
    /// The picture's name, where it shows one that is no ornament.
    pub(super) fn picture(self) -> Option<Item> {
        if !self.shows || self.size.is_some_and(|size| size <= TINY) {
            return None;
        }
        Some(Item::Picture(if self.description.trim().is_empty() {
            self.name
        } else {
            self.description
        }))
    }

    pub(super) fn resize(&mut self, size: Option<i64>) {
        self.size = match (self.size, size) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    }
}
