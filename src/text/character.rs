//! Single characters: what kind they are of, and what they are compared as.

use super::simplified::simplified;

/// Whether a folded character counts in a label.
#[must_use]
pub fn is_letter(character: char) -> bool {
    match character {
        '\0'..='\u{7f}' => character.is_ascii_alphanumeric(),
        _ => is_han(character),
    }
}

/// Whether a character is a Chinese ideograph.
#[must_use]
pub fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{3007}' | '\u{20000}'..='\u{3ffff}')
}

/// The folded form of one character that is not white space.
///
/// Marks keep their meaning: 。、〔〕【】“”《》 and middle dots stay as they are, enclosed ordinals such as ⑴ stay one character.
#[must_use]
pub fn fold(character: char) -> char {
    match character {
        '\0'..='\u{7f}' => character,
        '\u{4e00}'..='\u{9fff}' => simplified(character),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{fe63}' => '-',
        '\u{fe50}' => ',',
        '\u{fe52}' => '.',
        '\u{fe54}' => ';',
        '\u{fe55}' => ':',
        '\u{fe59}' | '\u{fe35}' => '(',
        '\u{fe5a}' | '\u{fe36}' => ')',
        '\u{fe62}' => '+',
        '\u{fe6a}' => '%',
        '\u{ffe5}' => '¥',
        '○' | '◯' => '〇',
        _ => simplified(character),
    }
}

/// Whether a character leaves no mark on paper: zero-width and directional characters, variation selectors, byte-order marks.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    !is_plain(character)
        && matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
}

/// Ideographs and plain marks, nearly all of a text.
fn is_plain(character: char) -> bool {
    matches!(character, '!'..='~') || is_ideograph(character)
}

/// Whether a character is one of the usual ideographs.
pub(super) fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}')
}

/// Whether nothing is printed for a character.
pub(super) fn is_gap(character: char) -> bool {
    !is_plain(character) && (character.is_whitespace() || is_invisible(character))
}
