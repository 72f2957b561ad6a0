//! What of a document is prose.

use super::Section;
use crate::{
    document::{Document, Part},
    text::{Span, character::is_han, order::Order, words::has},
};

/// A cell of so many Chinese characters is prose in a frame rather than a table's cell.
const PROSE_CELL: usize = 60;

/// The stretches of prose in reading order: lines and paragraphs outside `tables`, and long texts in cells. A line that has
/// lost its breaks, so that several of the `sections` stand in it, is cut where they were.
pub(in crate::recognise) fn spans(
    document: &Document,
    tables: &[Span],
    sections: &[Section],
) -> Vec<Span> {
    let mut found = Vec::new();
    for part in document.parts() {
        match part {
            Part::Paragraph { block, .. } => {
                let line = document.block(*block);
                let from = found.len();
                outside(line, tables, &mut found);
                let headings = inside(line, sections);
                if headings.len() > 1 {
                    let joined = found.split_off(from);
                    for span in joined {
                        cut(document, span, headings, &mut found);
                    }
                }
            }
            Part::Grid(grid) => {
                for cell in &grid.cells {
                    let span = document.block(cell.block);
                    let text = document.quote(span);
                    if has(text, "。") && text.chars().filter(|&c| is_han(c)).count() > PROSE_CELL
                    {
                        outside(span, tables, &mut found);
                    }
                }
            }
            Part::Picture { .. } => {}
        }
    }
    found
}

/// The sections, which are in order, whose headings stand in a line.
fn inside(line: Span, sections: &[Section]) -> &[Section] {
    let from = sections.partition_point(|section| section.heading.start < line.start);
    let count = sections[from..].partition_point(|section| section.heading.end <= line.end);
    &sections[from..from + count]
}

/// The pieces of `span` that lie outside all tables.
fn outside(span: Span, tables: &[Span], found: &mut Vec<Span>) {
    let mut inner: Vec<Span> = tables
        .iter()
        .copied()
        .filter(|table| table.start < span.end && span.start < table.end)
        .collect();
    inner.order();
    let mut start = span.start;
    for table in inner {
        if table.start > start {
            found.push(Span::new(start, table.start.min(span.end)));
        }
        start = start.max(table.end);
    }
    if start < span.end {
        found.push(Span::new(start, span.end));
    }
}

/// The pieces of a stretch that breaks parted before they were lost: headings, and what begins with a space or a bracketed
/// ordinal behind a sentence.
fn cut(document: &Document, span: Span, sections: &[Section], found: &mut Vec<Span>) {
    let text = document.quote(span);
    let headings = sections.iter().map(|section| section.heading);
    let edges = headings.flat_map(|heading| [heading.start, heading.end]);
    let ends = text.match_indices('。').map(|(at, stop)| at + stop.len());
    let breaks =
        ends.filter(|&at| text[at..].starts_with(|c: char| c.is_whitespace() || "(（".contains(c)));
    let mut places: Vec<usize> = edges.chain(breaks.map(|at| span.start + at)).collect();
    places.push(span.end);
    places.order();
    let mut start = span.start;
    for place in places {
        if start < place && place <= span.end {
            found.push(Span::new(start, place));
            start = place;
        }
    }
}
