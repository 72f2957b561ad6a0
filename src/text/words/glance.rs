//! Texts of which it is known at a glance that most words are missing.

use super::{has, rfind};
use std::ops::Deref;

/// Which characters a text has, roughly: so that most words of a long list need no search.
#[derive(Debug)]
pub struct Glance([u64; 16]);

impl Glance {
    /// Looks at all characters of a text once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self::of(std::iter::once(text))
    }

    /// Looks at all characters of several texts once.
    #[must_use]
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        Self::of_characters(texts.flat_map(str::chars))
    }

    pub(super) fn of_characters(characters: impl Iterator<Item = char>) -> Self {
        let mut bits = [0; 16];
        for character in characters {
            let at = place(character);
            bits[at / 64] |= 1 << (at % 64);
        }
        Self(bits)
    }

    /// Whether the character may occur; false only where it does not.
    pub(super) fn has(&self, character: char) -> bool {
        let at = place(character);
        self.0[at / 64] >> (at % 64) & 1 == 1
    }

    /// Whether all characters of a text may occur; false only where one does not.
    #[must_use]
    pub fn may_have_all(&self, text: &str) -> bool {
        text.chars().all(|character| self.has(character))
    }

    /// Whether one of the words occurs in the text, which is the one that was looked at.
    #[must_use]
    pub fn says(&self, text: &str, words: &[&str]) -> bool {
        let mut words = words.iter();
        words.any(|word| self.may_have(word) && has(text, word))
    }

    /// Whether the word may occur, also after other words were taken out; false only where it cannot.
    #[must_use]
    pub fn may_have(&self, word: &str) -> bool {
        word.chars().take(2).all(|character| self.has(character))
    }
}

/// A text in which many words are sought: most of them are known to be missing from a glance at it.
#[derive(Debug)]
pub struct Searched<'a> {
    text: &'a str,
    glance: Glance,
}

impl<'a> Searched<'a> {
    /// Looks at a text once.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let glance = Glance::new(text);
        Self { text, glance }
    }

    /// Whether the word may occur, as of [`Glance`].
    #[must_use]
    pub fn may_have(&self, word: &str) -> bool {
        self.glance.may_have(word)
    }

    /// Whether the word occurs.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.glance.may_have(word) && has(self.text, word)
    }

    /// Where the word last occurs.
    #[must_use]
    pub fn rfind(&self, word: &str) -> Option<usize> {
        let may = self.glance.may_have(word);
        may.then(|| rfind(self.text, word)).flatten()
    }
}

impl Deref for Searched<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

/// A place for a character among 1024.
pub(super) fn place(character: char) -> usize {
    (u32::from(character).wrapping_mul(0x9e37_79b1) >> 22) as usize
}
