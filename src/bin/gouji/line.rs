//! A line of the report, cut to a width, with marks under it.

use crate::output::plain;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// What stands for the part of a line that is cut away.
const CUT: char = '…';

/// A stretch of a line that is underlined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The characters, counted from the line's first.
    pub(crate) characters: Range<usize>,
    /// The number of the evidence; the first is the one that tells most.
    pub(crate) rank: usize,
}

/// A piece of a line that fits the width, and what stands under it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// The characters shown.
    pub(crate) text: String,
    /// For each column, up to the last mark, the rank of the evidence that it belongs to.
    pub(crate) columns: Vec<Option<usize>>,
    /// The ranks shown, from the left.
    pub(crate) ranks: Vec<usize>,
}

/// Cuts a line so that all its marks are shown, in as few pieces as the width allows.
pub(crate) fn excerpts(line: &str, mut marks: Vec<Mark>, width: usize) -> Vec<Excerpt> {
    let characters: Vec<char> = line.chars().map(plain).collect();
    let edges = edges(&characters);
    marks.sort_by_key(|mark| (mark.characters.start, mark.rank));
    let mut pieces: Vec<Vec<Mark>> = Vec::new();
    for mark in marks {
        let end = edges[mark.characters.end.min(characters.len())];
        match pieces.last_mut() {
            Some(piece) if end <= edges[piece[0].characters.start] + width * 3 / 4 => {
                piece.push(mark);
            }
            _ => pieces.push(vec![mark]),
        }
    }
    pieces
        .iter()
        .map(|piece| excerpt(&characters, &edges, piece, width))
        .collect()
}

/// The column before each character, and the one behind the last.
fn edges(characters: &[char]) -> Vec<usize> {
    let mut edges = vec![0];
    for character in characters {
        edges.push(edges[edges.len() - 1] + character.width().unwrap_or(0));
    }
    edges
}

fn excerpt(characters: &[char], edges: &[usize], marks: &[Mark], width: usize) -> Excerpt {
    let shown = window(edges, marks, width);
    let mut text = String::new();
    let mut columns = Vec::new();
    if shown.start > 0 {
        text.push(CUT);
        columns.push(None);
    }
    let left = columns.len();
    text.extend(&characters[shown.clone()]);
    if shown.end < characters.len() {
        text.push(CUT);
    }
    for mark in marks {
        let start = edges[mark.characters.start.min(shown.end)] - edges[shown.start] + left;
        let end = edges[mark.characters.end.min(shown.end)] - edges[shown.start] + left;
        let end = end.max(start + 1);
        columns.resize(columns.len().max(end), None);
        columns[start..end].fill(Some(mark.rank));
    }
    Excerpt {
        text,
        columns,
        ranks: marks.iter().map(|mark| mark.rank).collect(),
    }
}

/// The characters to show: the marks in the middle, as far as the line reaches.
fn window(edges: &[usize], marks: &[Mark], width: usize) -> Range<usize> {
    let last = edges.len() - 1;
    if edges[last] <= width {
        return 0..last;
    }
    let width = width.saturating_sub(2).max(2);
    let first = edges[marks[0].characters.start.min(last)];
    let end = marks
        .iter()
        .map(|mark| edges[mark.characters.end.min(last)])
        .max();
    let marked = end.unwrap_or(first).saturating_sub(first).min(width);
    let from = first
        .saturating_sub((width - marked) / 2)
        .min(edges[last] - width);
    let start = edges.partition_point(|&edge| edge < from).min(last);
    let end = edges.partition_point(|&edge| edge <= edges[start] + width) - 1;
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(characters: Range<usize>) -> Mark {
        Mark {
            characters,
            rank: 0,
        }
    }

    fn draw(excerpt: &Excerpt) -> String {
        let under = excerpt.columns.iter().map(|column| match column {
            Some(_) => '^',
            None => ' ',
        });
        format!("{}\n{}", excerpt.text, under.collect::<String>())
    }

    #[test]
    fn wide_characters_take_two_columns() {
        let found = excerpts("共公开30条", vec![mark(3..5)], 80);
        assert_eq!(draw(&found[0]), "共公开30条\n      ^^");
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let line = "一二三四五六七八九十".repeat(5) + "30" + &"甲乙丙丁".repeat(9);
        let found = excerpts(&line, vec![mark(50..52)], 20);
        assert_eq!(draw(&found[0]), "…七八九十30甲乙丙丁…\n         ^^");
    }

    #[test]
    fn marks_far_apart_stand_in_pieces_of_their_own() {
        let line = format!("12{}34", "甲".repeat(60));
        let found = excerpts(&line, vec![mark(62..64), mark(0..2)], 40);
        assert_eq!(found.len(), 2);
        assert!(found[0].text.starts_with("12甲"));
        assert!(found[1].text.ends_with("甲34"));
    }

    #[test]
    fn nothing_is_marked_by_one_column() {
        let found = excerpts("", vec![mark(0..0)], 40);
        assert_eq!(draw(&found[0]), "\n^");
    }

    #[test]
    fn every_width_and_place_can_be_drawn() {
        let line = "甲1乙23丙\u{300}丁456".repeat(4);
        let count = line.chars().count();
        for width in 0..60 {
            for start in 0..=count {
                for end in start..=count {
                    assert!(!excerpts(&line, vec![mark(start..end)], width).is_empty());
                }
            }
        }
    }
}
