//! Short words sought in short texts.
//!
//! The searches of the standard library study the word first, which takes longer than to find it in a sentence.

use super::order::Order;
use std::ops::Deref;

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

    fn of_characters(characters: impl Iterator<Item = char>) -> Self {
        let mut bits = [0; 16];
        for character in characters {
            let at = place(character);
            bits[at / 64] |= 1 << (at % 64);
        }
        Self(bits)
    }

    /// Whether the character may occur; false only where it does not.
    fn has(&self, character: char) -> bool {
        let at = place(character);
        self.0[at / 64] >> (at % 64) & 1 == 1
    }

    /// Whether all characters of a text may occur; false only where one does not.
    #[must_use]
    pub fn may_have_all(&self, text: &str) -> bool {
        text.chars().all(|character| self.has(character))
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

/// The group of a character.
fn group(character: char) -> usize {
    place(character) % GROUPS
}

/// A place for a character among 1024.
fn place(character: char) -> usize {
    (u32::from(character).wrapping_mul(0x9e37_79b1) >> 22) as usize
}

/// A list of words by their first characters, so that all of them are sought in one pass.
#[derive(Debug)]
pub struct Words {
    /// The words and their places in the list, by the groups of their first characters, then in the list's order.
    words: Vec<(usize, &'static str)>,
    /// Where each group begins, and where the last one ends.
    groups: [u16; GROUPS + 1],
    /// The first characters of all words: what is none of them needs no look at its group.
    heads: Glance,
}

/// The groups that characters fall into: most of a list of words are alone in theirs.
const GROUPS: usize = 256;

impl Words {
    /// Prepares the words, none of which is empty.
    #[must_use]
    pub fn new(list: impl IntoIterator<Item = &'static str>) -> Self {
        Self::of(list.into_iter().enumerate().collect())
    }

    /// Compiled once, whatever the words come from.
    fn of(mut words: Vec<(usize, &'static str)>) -> Self {
        let group = |word: &str| word.chars().next().map_or(0, group);
        words.order_by_key(|(_, word)| group(word));
        let mut groups = [0; GROUPS + 1];
        for (_, word) in &words {
            groups[group(word) + 1] += 1;
        }
        for at in 0..GROUPS {
            groups[at + 1] += groups[at];
        }
        let heads = words.iter().filter_map(|(_, word)| word.chars().next());
        let heads = Glance::of_characters(heads);
        Self {
            words,
            groups,
            heads,
        }
    }

    /// The words whose first character is in the group of this one.
    fn group(&self, character: char) -> &[(usize, &'static str)] {
        if !self.heads.has(character) {
            return &[];
        }
        let group = group(character);
        &self.words[usize::from(self.groups[group])..usize::from(self.groups[group + 1])]
    }

    /// The words that the text begins with, and their places in the list, in its order.
    pub fn beginning<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, &'static str)> + 'a {
        let head = text.chars().next();
        let words = head.map_or(&[][..], |head| self.group(head));
        words
            .iter()
            .copied()
            .filter(|(_, word)| text.starts_with(word))
    }

    /// The longest of the words that the text begins with, and its place in the list.
    #[must_use]
    pub fn longest(&self, text: &str) -> Option<(usize, &'static str)> {
        self.beginning(text).max_by_key(|(_, word)| word.len())
    }

    /// The words that occur in the text, once for each place: the place, where they stand in the list, the word.
    pub fn places<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, usize, &'static str)> + 'a {
        text.char_indices().flat_map(move |(at, character)| {
            let words = self.group(character).iter();
            let fitting = words.filter(move |(_, word)| text[at..].starts_with(word));
            fitting.map(move |&(index, word)| (at, index, word))
        })
    }

    /// The words that occur in the text, once for each place, and their places in the list.
    pub fn occurring<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, &'static str)> + 'a {
        self.places(text).map(|(_, index, word)| (index, word))
    }

    /// Whether any of the words occurs in the text.
    #[must_use]
    pub fn any(&self, text: &str) -> bool {
        text.char_indices().any(|(at, character)| {
            let mut words = self.group(character).iter();
            words.any(|(_, word)| text[at..].starts_with(word))
        })
    }

    /// The last of the words that occur in the text, and where it begins; of several there the one that sorts last.
    #[must_use]
    pub fn last(&self, text: &str) -> Option<(usize, &'static str)> {
        let places = self.places(text);
        places.map(|(at, _, word)| (at, word)).max()
    }

    /// Which words occur in the text: one bit each, in the order of the list; those past the 64th are not sought.
    #[must_use]
    pub fn mask(&self, text: &str) -> u64 {
        let mut mask = 0;
        for (at, character) in text.char_indices() {
            for &(bit, word) in self.group(character) {
                if bit < 64 && text[at..].starts_with(word) {
                    mask |= 1 << bit;
                }
            }
        }
        mask
    }
}

/// A list of words that texts may end with, by their last characters: most texts are seen to end with none at a glance.
#[derive(Debug)]
pub struct Endings {
    /// The words by their last characters, then in the list's order.
    words: Vec<(char, &'static str)>,
    /// The last characters of all words.
    tails: Glance,
}

impl Endings {
    /// Prepares the words, none of which is empty.
    #[must_use]
    pub fn new(list: impl IntoIterator<Item = &'static str>) -> Self {
        let tail = |word: &'static str| word.chars().next_back().map(|tail| (tail, word));
        let mut words: Vec<_> = list.into_iter().filter_map(tail).collect();
        words.sort_by_key(|&(tail, _)| tail);
        let tails = Glance::of_characters(words.iter().map(|&(tail, _)| tail));
        Self { words, tails }
    }

    /// The first of the words that the text ends with.
    #[must_use]
    pub fn of(&self, text: &str) -> Option<&'static str> {
        let tail = text.chars().next_back()?;
        if !self.tails.has(tail) {
            return None;
        }
        let from = self.words.partition_point(|&(other, _)| other < tail);
        let words = self.words[from..].iter();
        let mut words = words.take_while(|&&(other, _)| other == tail);
        let word = words.find(|(_, word)| text.ends_with(word))?;
        Some(word.1)
    }

    /// Whether the text ends with any of the words.
    #[must_use]
    pub fn any(&self, text: &str) -> bool {
        self.of(text).is_some()
    }
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
    fn the_longest_word_is_taken() {
        let words = Words::new(["申请", "申请人", "人"]);
        assert_eq!(words.longest("申请人提出"), Some((1, "申请人")));
        assert_eq!(words.longest("公开申请"), None);
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

    #[test]
    fn the_first_word_that_a_text_ends_with_is_taken() {
        let endings = Endings::new(["接近", "近", "约"]);
        assert_eq!(endings.of("总数接近"), Some("接近"));
        assert_eq!(endings.of("最近"), Some("近"));
        assert!(!endings.any("接近于") && !endings.any(""));
    }

    #[test]
    fn each_word_has_its_bit() {
        let words = Words::new(["收到", "收费", "办结"]);
        assert_eq!(words.mask("共收到申请，均已办结"), 0b101);
        assert_eq!(words.mask("收"), 0);
        assert_eq!(words.mask(""), 0);
    }
}
