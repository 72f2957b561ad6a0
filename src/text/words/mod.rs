//! Short words sought in short texts.
//!
//! The searches of the standard library study the word first, which takes longer than to find it in a sentence.

mod glance;
mod lists;

pub use glance::{Glance, Searched};
pub use lists::{Endings, Words};

/// Whether the word occurs.
#[must_use]
pub fn has(text: &str, word: &str) -> bool {
    find(text, word).is_some()
}

/// Where the word first occurs.
#[must_use]
pub fn find(text: &str, word: &str) -> Option<usize> {
    places(text, word).next()
}

/// Where the word last occurs.
#[must_use]
pub fn rfind(text: &str, word: &str) -> Option<usize> {
    places(text, word).next_back()
}

/// Whether the text ends with the word: at once where its last byte is another.
#[must_use]
pub fn ends(text: &str, word: &str) -> bool {
    text.as_bytes().last() == word.as_bytes().last() && text.ends_with(word)
}

/// All places where the word occurs.
pub fn places(text: &str, word: &str) -> impl DoubleEndedIterator<Item = usize> {
    // One character is sought many bytes at a time; an empty word has none, and stands nowhere.
    let last = word.chars().next_back().unwrap_or(char::MAX);
    let rest = &word.as_bytes()[..word.len().saturating_sub(last.len_utf8())];
    let before = move |&(at, _): &(usize, &str)| text.as_bytes()[..at].ends_with(rest);
    let ends = text.match_indices(last).filter(before);
    ends.map(|(at, _)| at - rest.len())
}

/// Whether any of the words occurs.
#[must_use]
pub fn any(text: &str, words: &[&str]) -> bool {
    if words.len() < 3 || words.iter().any(|word| word.len() < HEAD) {
        return words.iter().any(|word| has(text, word));
    }
    let (text, mut at) = (text.as_bytes(), 0);
    let place = |bytes: &[u8]| (usize::from(bytes[1] % 8), 1u64 << (bytes[2] % 64));
    let mut heads = [0; 8];
    for word in words {
        let (group, bit) = place(word.as_bytes());
        heads[group] |= bit;
    }
    while at + HEAD <= text.len() {
        let rest = &text[at..];
        let (group, bit) = place(rest);
        if heads[group] & bit != 0 && words.iter().any(|word| begins(rest, word.as_bytes())) {
            return true;
        }
        at += if rest[0] < IDEOGRAPH { 1 } else { HEAD };
    }
    false
}

/// The bytes of an ideograph, which nearly all words begin with.
const HEAD: usize = 3;
/// The first byte of all that takes so many, or more.
const IDEOGRAPH: u8 = 0xe0;

/// Whether a text begins with a word; both have a head.
fn begins(text: &[u8], word: &[u8]) -> bool {
    text[..HEAD] == word[..HEAD] && text.starts_with(word)
}

/// The text without the words, which are taken out one after the other.
#[must_use]
pub fn without(text: &str, words: &[&str]) -> String {
    if !any(text, words) {
        return text.to_owned();
    }
    replaced(text, words.iter().map(|&word| (word, "")))
}

/// Whether the letters of `short` stand in `long` in that order.
#[must_use]
pub fn is_short_for(short: &str, long: &str) -> bool {
    let mut letters = long.chars();
    !short.is_empty()
        && short
            .chars()
            .all(|letter| letters.any(|other| other == letter))
}

/// The text with one word after the other replaced.
///
/// A word is not sought where its first characters are not in the text as it was given.
#[must_use]
pub fn replaced<'a>(text: &str, words: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let glance = Glance::new(text);
    let mut plain = text.to_owned();
    for (word, other) in words.filter(|(word, _)| glance.may_have(word)) {
        replace(&mut plain, word, other);
    }
    plain
}

/// Takes a word out of a text wherever it stands; whether it stood anywhere.
pub fn remove(text: &mut String, word: &str) -> bool {
    replace(text, word, "")
}

fn replace(text: &mut String, word: &str, other: &str) -> bool {
    let (mut from, mut found) = (0, false);
    while let Some(at) = find(&text[from..], word) {
        let at = from + at;
        text.replace_range(at..at + word.len(), other);
        from = at + other.len();
        found = true;
    }
    found
}

/// Whether a number stands right before the character: `2022年`.
#[must_use]
pub fn is_counted(text: &str, unit: char) -> bool {
    let mut pieces = text.split(unit).rev().skip(1);
    pieces.any(|piece| piece.ends_with(|c: char| c.is_ascii_digit()))
}

/// The last characters of a text, so many at the most.
#[must_use]
pub fn last(text: &str, count: usize) -> &str {
    let tail = text.char_indices().rev().take(count);
    tail.last().map_or("", |(at, _)| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_they_stand() {
        let text = "收到申请，收到";
        assert_eq!(find(text, "收到"), text.find("收到"));
        assert_eq!(rfind(text, "收到"), text.rfind("收到"));
        assert_eq!(find(text, "收到了"), None);
        assert_eq!(find("收", "收到"), None);
        assert!(any(text, &["办结", "答复", "申请"]));
    }

    #[test]
    fn words_are_taken_out_one_after_the_other() {
        assert_eq!(without("共收共到到", &["共", "收到"]), "到");
        let pairs = [("档案", "文件"), ("文", "字")];
        assert_eq!(replaced("档案、文", pairs.into_iter()), "字件、字");
    }

    #[test]
    fn a_number_before_a_character_is_seen() {
        assert!(is_counted("截至2022年底", '年'));
        assert!(!is_counted("本年2022", '年'));
    }

    #[test]
    fn a_text_has_an_end() {
        assert_eq!(last("收到申请", 2), "申请");
        assert_eq!(last("申请", 3), "申请");
        assert_eq!(last("申请", 0), "");
    }
}
