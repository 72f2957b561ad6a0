//! The only place where byte offsets become the UTF-16 offsets of a browser.

/// The bytes of a piece, which has fewer units than a byte can count.
const PIECE: usize = 64;

/// The UTF-16 offsets of a text in which many places are asked for.
#[derive(Debug)]
pub struct Offsets<'a> {
    text: &'a [u8],
    /// The units before each piece of the text, and before its end.
    before: Vec<usize>,
}

impl<'a> Offsets<'a> {
    /// Counts the units of a text once.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let text = text.as_bytes();
        let mut before = Vec::with_capacity(text.len() / PIECE + 2);
        let mut passed = 0;
        for piece in text.chunks(PIECE) {
            before.push(passed);
            passed += units(piece);
        }
        before.push(passed);
        Self { text, before }
    }

    /// The UTF-16 offset of the byte offset `at`; offsets past the end are cut to it.
    #[must_use]
    pub fn at(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        self.before[at / PIECE] + units(&self.text[at / PIECE * PIECE..at])
    }
}

/// How many UTF-16 code units a text has.
#[must_use]
pub fn length(text: &str) -> usize {
    text.as_bytes().chunks(PIECE).map(units).sum()
}

/// The UTF-16 code units of a piece: one where a character begins, one more where it begins with its longest form.
fn units(piece: &[u8]) -> usize {
    let units = |byte: &u8| u8::from(byte & 0xc0 != 0x80) + u8::from(*byte >= 0xf0);
    usize::from(piece.iter().map(units).sum::<u8>())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_those_of_the_characters_before() {
        for text in ["", "年报2023", &"一𠮷a,".repeat(PIECE)] {
            let offsets = Offsets::new(text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(offsets.at(byte), text[..byte].encode_utf16().count());
            }
            assert_eq!(offsets.at(text.len() + 9), text.encode_utf16().count());
        }
    }
}
