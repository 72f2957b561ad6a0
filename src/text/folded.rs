//! Text as it is compared, with the way back to the text as it is printed.

use super::{
    Span,
    character::{fold, is_gap, is_han, is_ideograph},
    gloss::gloss,
};
use std::ops::Range;

/// A stretch of text folded for matching: simplified characters, half-width forms,
/// look-alike radicals undone, white space and the readings of characters dropped.
///
/// White space stays as one plain space where it stands between two digits, so that
/// `12 0` never becomes `120`. Every folded character stems from one original character.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    text: String,
    /// Where its pieces stem from, in order.
    runs: Vec<Run>,
}

/// A piece of folded text and the original stretch that it stems from.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// Where it begins in the folded text.
    at: u32,
    /// Where it begins in the original text.
    from: u32,
    /// The bytes of the one original character; 0 for a run of characters that each take the same bytes in both.
    length: u32,
}

/// Whether a point between these two ends a sentence: it stands behind a word, not a numeral, or a mark, and before the
/// next word or the end.
fn stops(before: &str, behind: &str) -> bool {
    let word = |c: char| is_han(c) && !"一二三四五六七八九十".contains(c) || "%％”》".contains(c);
    let next = behind.trim_start_matches(is_gap).chars().next();
    before.trim_end_matches(is_gap).ends_with(word) && next.is_none_or(is_han)
}

/// Whether a star is one of two that make words bold in Markdown; four hide digits.
fn stresses(text: &str, at: usize) -> bool {
    let before = text[..at].bytes().rev().take_while(|&byte| byte == b'*');
    let behind = text[at..].bytes().take_while(|&byte| byte == b'*');
    before.count() + behind.count() == 2
}

impl Folded {
    /// Folds the stretch `span` of `original`.
    #[must_use]
    pub fn new(original: &str, span: Span) -> Self {
        let length = span.end - span.start;
        let mut folded = Self {
            text: String::with_capacity(length),
            runs: Vec::with_capacity(length / 16 + 1),
        };
        let source = &original[span.range()];
        let mut gap = None;
        let mut goes_on = false;
        let mut read_until = span.start;
        // What is left as it is gets copied many characters at a time.
        let mut copied = 0;
        for (at, character) in source.char_indices() {
            let start = span.start + at;
            // Most characters are ideographs among others that stay as they are.
            if goes_on && is_ideograph(character) && fold(character) == character {
                continue;
            }
            let bytes = character.len_utf8();
            if matches!(character, '(' | '（') {
                folded.text.push_str(&source[copied..at]);
                copied = at;
                if folded.text.ends_with(is_han) {
                    read_until = start + gloss(&source[at..]);
                }
            }
            if start < read_until || is_gap(character) || character == '*' && stresses(source, at) {
                folded.text.push_str(&source[copied..at]);
                copied = at + bytes;
                gap = gap.or(Some(start));
                goes_on = false;
                continue;
            }
            let mut plain = fold(character);
            if plain == '.' && stops(&source[..at], &source[at + bytes..]) {
                plain = '。';
            }
            if let Some(from) = gap.take()
                && plain.is_ascii_digit()
                && folded.text.ends_with(|c: char| c.is_ascii_digit())
            {
                folded.run(from, start - from);
                folded.text.push(' ');
            }
            if goes_on && plain == character {
                continue;
            }
            folded.text.push_str(&source[copied..at]);
            copied = at;
            if plain.len_utf8() != bytes {
                folded.run(start, bytes);
                goes_on = false;
            } else if !goes_on {
                folded.run(start, 0);
                goes_on = true;
            }
            if plain != character {
                folded.text.push(plain);
                copied = at + bytes;
            }
        }
        folded.text.push_str(&source[copied..]);
        folded
    }

    fn run(&mut self, from: usize, length: usize) {
        self.runs.push(Run {
            at: self.text.len() as u32,
            from: from as u32,
            length: length as u32,
        });
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The original stretch that `range` of the folded text stems from.
    ///
    /// An empty range stands for the empty stretch before the character that follows it.
    #[must_use]
    pub fn origin(&self, range: Range<usize>) -> Span {
        let start = if range.start < self.text.len() {
            self.start_of(range.start)
        } else {
            self.end_of(self.text.len())
        };
        if range.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.end_of(range.end))
    }

    /// The last run that begins at or before byte `at` of the folded text.
    fn run_at(&self, at: usize) -> Option<Run> {
        let next = self.runs.partition_point(|run| run.at as usize <= at);
        self.runs.get(next.checked_sub(1)?).copied()
    }

    fn start_of(&self, at: usize) -> usize {
        self.run_at(at).map_or(0, |run| {
            let into = if run.length == 0 {
                at - run.at as usize
            } else {
                0
            };
            run.from as usize + into
        })
    }

    fn end_of(&self, at: usize) -> usize {
        let run = at.checked_sub(1).and_then(|last| self.run_at(last));
        run.map_or(0, |run| {
            let into = if run.length == 0 {
                at - run.at as usize
            } else {
                run.length as usize
            };
            run.from as usize + into
        })
    }
}

/// Folds a whole string, for labels and other text that nobody needs to find again.
#[must_use]
pub fn fold_str(text: &str) -> String {
    Folded::new(text, Span::new(0, text.len())).text
}

#[cfg(test)]
mod tests {
    use super::{Folded, fold_str};
    use crate::text::Span;

    /// Every ninety-seventh character there is, between figures and spaces.
    fn medley() -> String {
        let characters = (0..=0x10_ffff).step_by(97).filter_map(char::from_u32);
        characters
            .flat_map(|c| ['1', c, ' ', '2', '\u{3000}'])
            .collect()
    }

    #[test]
    fn spaces_go_except_between_digits() {
        assert_eq!(
            fold_str(" 共 １２ 件，占 ５０．５％ 。\u{200b}1 2"),
            "共12件,占50.5%。1 2"
        );
    }

    #[test]
    fn readings_in_brackets_go() {
        let original = "報(bào)告是根據(jù)《條例》(2019)";
        let folded = Folded::new(original, Span::new(0, original.len()));
        assert_eq!(folded.text(), "报告是根据《条例》(2019)");
        assert_eq!(&original[folded.origin(0..6).range()], "報(bào)告");
    }

    #[test]
    fn folding_twice_changes_nothing() {
        let once = fold_str(&medley());
        assert_eq!(fold_str(&once), once);
    }

    #[test]
    fn every_folded_character_knows_where_it_stood() {
        let original = medley();
        let folded = Folded::new(&original, Span::new(0, original.len()));
        for (at, character) in folded.text().char_indices() {
            let span = folded.origin(at..at + character.len_utf8());
            let quote = original.get(span.range());
            assert!(
                quote.is_some_and(|quote| !quote.is_empty()),
                "{character} at {at}"
            );
            if character != ' ' {
                assert_eq!(fold_str(quote.unwrap_or_default()), character.to_string());
            }
        }
    }

    #[test]
    fn a_stretch_is_folded_in_place() {
        let original = "一、總體 情況";
        let span = Span::new("一、".len(), original.len());
        let folded = Folded::new(original, span);
        assert_eq!(folded.text(), "总体情况");
        assert_eq!(&original[folded.origin(0..6).range()], "總體");
        assert_eq!(&original[folded.origin(3..9).range()], "體 情");
        assert!(folded.origin(12..12).is_empty());
    }
}
