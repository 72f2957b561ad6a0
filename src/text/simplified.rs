//! Traditional characters to simplified ones, one to one.

/// The simplified form of `character`, or the character itself.
#[must_use]
pub fn simplified(character: char) -> char {
    character
}
