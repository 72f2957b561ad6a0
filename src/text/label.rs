//! Labels as they are compared: letters only, folded.

use super::{folded::fold, gloss::readable};

/// The letters of a label, folded: CJK characters, Latin letters and digits; no punctuation, no white space,
/// no enclosed ordinals.
#[must_use]
pub fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    letters.extend(each_letter(text));
    letters
}

/// The same, one after the other.
pub fn each_letter(text: &str) -> impl Iterator<Item = char> {
    readable(text)
        .map(|(_, character)| fold(character))
        .filter(|&folded| is_letter(folded))
}

/// Whether a folded character counts in a label.
#[must_use]
pub fn is_letter(character: char) -> bool {
    character.is_ascii_alphanumeric() || is_han(character)
}

/// Whether a character is a Chinese ideograph.
#[must_use]
pub fn is_han(character: char) -> bool {
    matches!(character, '\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}
