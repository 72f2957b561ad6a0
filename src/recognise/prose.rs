//! What of a document is prose.

use crate::{
    document::{Document, Part},
    text::{Span, character::is_han, order::Order},
};

/// A cell of so many Chinese characters is prose in a frame rather than a table's cell.
const PROSE_CELL: usize = 60;

/// The stretches of prose in reading order: lines and paragraphs outside `tables`, and long texts in cells.
pub(super) fn spans(document: &Document, tables: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    for part in document.parts() {
        match part {
            Part::Paragraph { block, .. } => outside(document.block(*block), tables, &mut found),
            Part::Grid(grid) => {
                for cell in &grid.cells {
                    let span = document.block(cell.block);
                    let text = document.quote(span);
                    if text.contains('。')
                        && text.chars().filter(|&c| is_han(c)).count() > PROSE_CELL
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
