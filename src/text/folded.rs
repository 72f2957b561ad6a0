//! Text as it is compared, with the way back to the text as it is printed.

use super::{Span, simplified::simplified};
use std::ops::Range;

/// A stretch of text folded for matching: simplified characters, half-width forms,
/// look-alike radicals undone, white space dropped.
///
/// White space stays as one plain space where it stands between two digits, so that
/// `12 0` never becomes `120`. Every folded character stems from one original character.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    text: String,
    /// For each byte of `text` the original character's start, and at the end the end of the stretch.
    starts: Vec<u32>,
    /// For each byte of `text` the original character's end.
    ends: Vec<u32>,
}

impl Folded {
    /// Folds the stretch `span` of `original`.
    #[must_use]
    pub fn new(original: &str, span: Span) -> Self {
        let mut folded = Self::default();
        let mut gap = None;
        for (at, character) in original[span.range()].char_indices() {
            let start = span.start + at;
            if character.is_whitespace() || is_invisible(character) {
                gap = gap.or(Some(start));
                continue;
            }
            let plain = fold(character);
            if let Some(from) = gap.take()
                && folded.text.ends_with(|c: char| c.is_ascii_digit())
                && plain.is_ascii_digit()
            {
                folded.push(' ', from, start);
            }
            folded.push(plain, start, start + character.len_utf8());
        }
        folded
    }

    fn push(&mut self, character: char, start: usize, end: usize) {
        self.text.push(character);
        for _ in 0..character.len_utf8() {
            self.starts.push(start as u32);
            self.ends.push(end as u32);
        }
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The original stretch that `range` of the folded text stems from.
    ///
    /// An empty range stands for the empty stretch before the character that follows it.
    #[must_use]
    pub fn origin(&self, range: Range<usize>) -> Span {
        let end = self.ends.last().copied().unwrap_or(0) as usize;
        let start = self.starts.get(range.start).map_or(end, |&at| at as usize);
        if range.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.ends[range.end - 1] as usize)
    }
}

/// The folded form of one character that is not white space.
#[must_use]
pub fn fold(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        _ => simplified(character),
    }
}

/// Whether a character leaves no mark on paper: zero-width and directional characters, byte-order marks.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Folds a whole string, for labels and other text that nobody needs to find again.
#[must_use]
pub fn fold_str(text: &str) -> String {
    Folded::new(text, Span::new(0, text.len())).text
}
