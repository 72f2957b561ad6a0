//! Bars that open the rows of a text in which each line holds one cell and the bar behind it.

use crate::{
    document::{BlockId, Document, Part},
    text::character::is_han,
};
use std::collections::HashSet;

/// So many lines filled up with bars are no chance.
const LEAST_LINES: usize = 3;

/// What a line is made of.
#[derive(Clone, Copy, PartialEq)]
enum Line {
    /// A bar and nothing else.
    Bar,
    /// A cell and the bars of columns that it has not; whether the cell has words.
    Filled(bool),
    /// A cell and its bar; whether the cell has words.
    Cell(bool),
    /// Several bars alone.
    Blank,
    /// No bar at its end.
    Other,
}

/// The lines of a bar alone that open rows and are no blank cells: where rows begin with one, the end of a row that was
/// filled up with bars is always followed by another.
pub(super) fn openers(document: &Document) -> HashSet<BlockId> {
    let line = |part: &Part| match part {
        Part::Paragraph { block, .. } => (*block, line(document.quote(document.block(*block)))),
        Part::Grid(_) | Part::Picture { .. } => (BlockId::default(), Line::Other),
    };
    let lines: Vec<(BlockId, Line)> = document.parts().iter().map(line).collect();
    let filled = || {
        lines
            .windows(2)
            .filter(|two| matches!(two[0].1, Line::Filled(_)))
    };
    let mut behind = filled().map(|two| two[1].1);
    if filled().count() < LEAST_LINES || !behind.all(|line| matches!(line, Line::Bar | Line::Other))
    {
        return HashSet::new();
    }
    let opens = |three: &&[(BlockId, Line)]| {
        three[1].1 == Line::Bar
            && (matches!(three[0].1, Line::Filled(_) | Line::Other)
                || matches!(three[2].1, Line::Filled(true) | Line::Cell(true)))
    };
    lines
        .windows(3)
        .filter(opens)
        .map(|three| three[1].0)
        .collect()
}

fn line(text: &str) -> Line {
    let cell = text.trim_end_matches(|c: char| c == '|' || c.is_whitespace());
    let words = cell.contains(is_han);
    match (text[cell.len()..].matches('|').count(), cell.is_empty()) {
        (0, _) => Line::Other,
        (1, true) => Line::Bar,
        (_, true) => Line::Blank,
        (1, false) => Line::Cell(words),
        (_, false) => Line::Filled(words),
    }
}
