//! The only place where byte offsets become the UTF-16 offsets of a browser.

/// The number of UTF-16 code units of `text`.
#[must_use]
pub fn len(text: &str) -> usize {
    let starts = text.bytes().filter(|&byte| byte & 0xc0 != 0x80).count();
    let pairs = text.bytes().filter(|&byte| byte >= 0xf0).count();
    starts + pairs
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
