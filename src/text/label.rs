//! Labels as they are compared: letters only, folded.

use super::{
    character::{fold, is_letter},
    gloss::readable,
};

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
