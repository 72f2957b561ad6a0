//! Lists of words, all of which are sought in one pass.

use super::{Glance, glance::place};
use crate::text::order::Order;

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

/// The group of a character.
fn group(character: char) -> usize {
    place(character) % GROUPS
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_is_taken() {
        let words = Words::new(["申请", "申请人", "人"]);
        assert_eq!(words.longest("申请人提出"), Some((1, "申请人")));
        assert_eq!(words.longest("公开申请"), None);
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
