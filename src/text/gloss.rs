//! Readings in brackets behind a character, as copies in traditional characters print them: `報(bào)告`.

use super::character::{is_han, is_invisible};

/// The marked vowels and syllabic consonants of a reading, and letters that fonts for readings have of their own.
const MARKED: &str = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u{300}\u{301}\u{304}\u{30c}";
const PLAIN: &str = "üêɑɡ";
/// Syllables without a tone.
const TONELESS: &[&str] = &["men", "me", "le", "ne", "ma", "zi", "ge", "de", "li"];
/// The longest reading, in letters: `zhuāng`, and a mark that stands alone.
const LONGEST: usize = 7;

/// How many bytes of `text`, which follows an ideograph, are the reading of that ideograph.
#[must_use]
pub fn gloss(text: &str) -> usize {
    let Some(inner) = text.strip_prefix(['(', '（']) else {
        return 0;
    };
    let is_letter = |c: char| c.is_ascii_lowercase() || MARKED.contains(c) || PLAIN.contains(c);
    let end = inner.find(|c| !is_letter(c)).unwrap_or(inner.len());
    let (reading, rest) = inner.split_at(end);
    let short = (1..=LONGEST).contains(&reading.chars().count());
    let spoken = reading.contains(|c| MARKED.contains(c)) || TONELESS.contains(&reading);
    match rest.chars().next() {
        Some(close @ (')' | '）')) if short && spoken => {
            text.len() - rest.len() + close.len_utf8()
        }
        _ => 0,
    }
}

/// The characters of a text that are read, with their places: none that is invisible, none of a reading in brackets.
pub fn readable(text: &str) -> impl Iterator<Item = (usize, char)> {
    let (mut skip, mut behind_han) = (0, false);
    text.char_indices().filter(move |&(at, character)| {
        if at < skip {
            return false;
        }
        if is_han(character) {
            behind_han = true;
            return true;
        }
        if is_invisible(character) {
            return false;
        }
        if behind_han && matches!(character, '(' | '（') {
            skip = at + gloss(&text[at..]);
        }
        behind_han = false;
        at >= skip
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_told_from_remarks() {
        for reading in ["(bào)", "(zhuāng)", "（guó）", "(men)", "(lu\u{304})"] {
            assert_eq!(gloss(&format!("{reading}告")), reading.len(), "{reading}");
        }
        for remark in [
            "(pdf)", "(app)", "(含)", "(2)", "()", "(bào", "bào)", "(Bào)",
        ] {
            assert_eq!(gloss(remark), 0, "{remark}");
        }
    }

    #[test]
    fn what_is_read_keeps_its_place() {
        let read: Vec<_> = readable("報(bào)1(à)").collect();
        assert_eq!(read, [(0, '報'), (9, '1'), (10, '('), (11, 'à'), (13, ')')]);
    }
}
