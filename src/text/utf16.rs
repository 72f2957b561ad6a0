//! The only place where byte offsets become the UTF-16 offsets of a browser.

/// The number of UTF-16 code units of `text`.
#[must_use]
pub fn len(text: &str) -> usize {
    // Each byte counts two at the most: pieces of this length are counted in bytes, many at a time.
    const PIECE: usize = u8::MAX as usize / 2;
    let units = |byte: &u8| u8::from(byte & 0xc0 != 0x80) + u8::from(*byte >= 0xf0);
    let pieces = text.as_bytes().chunks(PIECE);
    let counts = pieces.map(|piece| piece.iter().map(units).sum::<u8>());
    counts.map(usize::from).sum()
}

/// The byte offset of the UTF-16 offset `units` in `text`, never inside a character; the end for offsets past it.
#[must_use]
pub fn at(text: &str, units: usize) -> usize {
    let mut passed = 0;
    for (at, character) in text.char_indices() {
        if passed >= units {
            return at;
        }
        passed += character.len_utf16();
    }
    text.len()
}

/// The UTF-16 offset of the byte offset `at` in `text`; offsets past the end are cut to it.
#[must_use]
pub fn offset(text: &str, at: usize) -> usize {
    text.get(..at.min(text.len()))
        .map_or_else(|| len(text), len)
}
