//! Many words sought in one pass.

use std::collections::HashMap;

/// A list of words, at most 64, by their first characters.
pub(super) struct Words {
    /// Which first characters there are, roughly.
    heads: [u64; 16],
    words: HashMap<char, Vec<(u32, &'static str)>>,
}

impl Words {
    /// Prepares the words; those past the 64th are not sought.
    pub(super) fn new(list: &[&'static str]) -> Self {
        let mut found = Self {
            heads: [0; 16],
            words: HashMap::new(),
        };
        for (bit, word) in list.iter().take(64).enumerate() {
            if let Some(head) = word.chars().next() {
                let at = place(head);
                found.heads[at / 64] |= 1 << (at % 64);
                found
                    .words
                    .entry(head)
                    .or_default()
                    .push((bit as u32, word));
            }
        }
        found
    }

    /// Which words occur in the text: one bit each, in the order of the list.
    pub(super) fn mask(&self, text: &str) -> u64 {
        let mut mask = 0;
        for (at, character) in text.char_indices() {
            let head = place(character);
            if self.heads[head / 64] >> (head % 64) & 1 == 0 {
                continue;
            }
            for (bit, word) in self.words.get(&character).into_iter().flatten() {
                if text[at..].starts_with(word) {
                    mask |= 1 << bit;
                }
            }
        }
        mask
    }
}

/// A place for a character among 1024.
pub(super) fn place(character: char) -> usize {
    (u32::from(character).wrapping_mul(0x9e37_79b1) >> 22) as usize
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn each_word_has_its_bit() {
        let words = Words::new(&["收到", "收费", "办结"]);
        assert_eq!(words.mask("共收到申请，均已办结"), 0b101);
        assert_eq!(words.mask("收"), 0);
        assert_eq!(words.mask(""), 0);
    }
}
