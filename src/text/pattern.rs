//! Patterns over folded text: the few that titles, years, names and dates need.
//!
//! A pattern is data, a sequence of [`Piece`]s, and costs nothing to load. What a piece may be is tried in order, the
//! first way that lets all the rest follow is the match.

use std::ops::Range;

/// What may stand in a text.
#[derive(Debug, Clone, Copy)]
pub enum Piece {
    /// One of the words.
    One(&'static [&'static str]),
    /// One of the words, or nothing.
    Maybe(&'static [&'static str]),
    /// So many characters of a kind; as many as there are.
    Many(Kind, usize, usize),
    /// So many characters of a kind; as few as let the rest follow.
    Few(Kind, usize, usize),
    /// What can only be read in one way: how many bytes of the text it takes.
    Read(fn(&str) -> Option<usize>),
    /// All of these, one behind the other.
    All(&'static [Piece]),
    /// All of these or nothing.
    Optional(&'static [Piece]),
    /// All of these; where they stand is the part of that number.
    Part(usize, &'static [Piece]),
    /// The text ends here.
    End,
}

/// A kind of characters.
pub type Kind = fn(char) -> bool;

/// The most parts of a pattern.
const PARTS: usize = 3;

/// A year of this century in digits.
pub const YEAR: Piece = Piece::Read(|text| {
    let digits = text.strip_prefix("20")?.as_bytes();
    let two = digits.len() >= 2 && digits[..2].iter().all(u8::is_ascii_digit);
    two.then_some(4)
});

/// The number of a month or of a day.
pub const ONE_OR_TWO_DIGITS: Piece = Piece::Many(is_digit, 1, 2);

/// Whether a character is a digit.
#[must_use]
pub fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

/// Where a pattern was found, with its parts.
#[derive(Debug)]
pub struct Found<'t> {
    text: &'t str,
    /// The place of the whole.
    pub whole: Range<usize>,
    parts: Parts,
}

/// Where the parts stand that the pattern took its way through.
type Parts = [Option<(usize, usize)>; PARTS];

impl<'t> Found<'t> {
    /// The whole as it stands.
    #[must_use]
    pub fn text(&self) -> &'t str {
        &self.text[self.whole.clone()]
    }

    /// The place of a part, where the pattern took the way through it.
    #[must_use]
    pub fn part(&self, number: usize) -> Option<Range<usize>> {
        let (from, to) = (*self.parts.get(number)?)?;
        Some(from..to)
    }

    /// A part as it stands.
    #[must_use]
    pub fn part_text(&self, number: usize) -> Option<&'t str> {
        Some(&self.text[self.part(number)?])
    }
}

/// The pattern, where a text has it at that very place.
#[must_use]
pub fn at<'t>(pattern: &'static [Piece], text: &'t str, place: usize) -> Option<Found<'t>> {
    let mut parts = Parts::default();
    let end = follow(text, place, &Rest::of(pattern), &mut parts)?;
    let whole = place..end;
    Some(Found { text, whole, parts })
}

/// All places of a pattern that takes at least one character, one behind the other.
pub fn all<'t>(pattern: &'static [Piece], text: &'t str) -> impl Iterator<Item = Found<'t>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let mut places = text.get(from..)?.char_indices();
        let found = places.find_map(|(place, _)| at(pattern, text, from + place))?;
        from = found.whole.end;
        Some(found)
    })
}

/// What must still follow: pieces, and what stands behind them in the pattern around them.
#[derive(Clone, Copy)]
struct Rest<'a> {
    pieces: &'static [Piece],
    /// The part that ends with the pieces, and where it began.
    part: Option<(usize, usize)>,
    then: Option<&'a Rest<'a>>,
}

impl<'a> Rest<'a> {
    fn of(pieces: &'static [Piece]) -> Self {
        let (part, then) = (None, None);
        Self { pieces, part, then }
    }

    /// The pieces inside one piece, behind which this follows.
    fn inside(&'a self, pieces: &'static [Piece], part: Option<(usize, usize)>) -> Self {
        let then = Some(self);
        Self { pieces, part, then }
    }
}

/// Where a text ends that has all the rest at `at`.
fn follow(text: &str, at: usize, rest: &Rest<'_>, parts: &mut Parts) -> Option<usize> {
    let Some((&piece, pieces)) = rest.pieces.split_first() else {
        return close(text, at, rest, parts);
    };
    let rest = &Rest { pieces, ..*rest };
    let here = &text[at..];
    let mut behind = |length: usize| follow(text, at + length, rest, parts);
    match piece {
        Piece::One(words) => fitting(words, here).find_map(behind),
        Piece::Maybe(words) => fitting(words, here)
            .chain(std::iter::once(0))
            .find_map(behind),
        Piece::Many(kind, least, most) => {
            let lengths: Vec<usize> = lengths(here, kind, most).skip(least).collect();
            lengths.into_iter().rev().find_map(behind)
        }
        Piece::Few(kind, least, most) => lengths(here, kind, most).skip(least).find_map(behind),
        Piece::Read(read) => behind(read(here)?),
        Piece::All(pieces) => follow(text, at, &rest.inside(pieces, None), parts),
        Piece::Part(number, pieces) => {
            follow(text, at, &rest.inside(pieces, Some((number, at))), parts)
        }
        Piece::Optional(pieces) => {
            let taken = follow(text, at, &rest.inside(pieces, None), parts);
            taken.or_else(|| follow(text, at, rest, parts))
        }
        Piece::End if here.is_empty() => behind(0),
        Piece::End => None,
    }
}

/// The same where the pieces are at their end; a part that nothing follows is as it was.
fn close(text: &str, at: usize, rest: &Rest<'_>, parts: &mut Parts) -> Option<usize> {
    let Some(then) = rest.then else {
        return Some(at);
    };
    let Some((number, from)) = rest.part else {
        return follow(text, at, then, parts);
    };
    let before = parts[number].replace((from, at));
    let end = follow(text, at, then, parts);
    if end.is_none() {
        parts[number] = before;
    }
    end
}

/// The lengths of the words that a text begins with.
fn fitting(words: &'static [&'static str], text: &str) -> impl Iterator<Item = usize> {
    let words = words.iter().filter(move |word| text.starts_with(**word));
    words.map(|word| word.len())
}

/// The lengths of none, one, two … characters of a kind that a text begins with.
fn lengths(text: &str, kind: Kind, most: usize) -> impl Iterator<Item = usize> {
    let characters = text.char_indices().take(most);
    let characters = characters.take_while(move |(_, character)| kind(*character));
    let ends = characters.map(|(at, character)| at + character.len_utf8());
    std::iter::once(0).chain(ends)
}

#[cfg(test)]
mod tests {
    use super::{Piece::*, *};

    const DATED: &[Piece] = &[
        Part(0, &[Few(|c| c != '。', 0, 9)]),
        Optional(&[Part(1, &[YEAR]), One(&["年"])]),
        One(&["报", "报告"]),
        Part(2, &[Many(is_digit, 0, 2)]),
        End,
    ];

    #[test]
    fn the_first_way_that_fits_is_taken() {
        let found = at(DATED, "县2023年报告12", 0).unwrap();
        let parts = [0, 1, 2].map(|part| found.part_text(part));
        assert_eq!(parts, [Some("县"), Some("2023"), Some("12")]);
        assert_eq!(found.text(), "县2023年报告12");
    }

    #[test]
    fn a_way_not_taken_leaves_no_part() {
        let found = at(DATED, "县2023报", 0).unwrap();
        assert_eq!(found.part_text(0), Some("县2023"));
        assert_eq!(found.part(1), None);
        assert!(at(DATED, "县。报", 0).is_none());
        assert!(at(DATED, "县报123", 0).is_none());
    }

    #[test]
    fn places_follow_one_behind_the_other() {
        const YEARS: &[Piece] = &[YEAR, Maybe(&["年度", "年"])];
        let places: Vec<_> = all(YEARS, "自2022年至2023年度")
            .map(|found| found.whole)
            .collect();
        assert_eq!(places, [3..10, 13..23]);
    }
}
