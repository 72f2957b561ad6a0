//! The lines of a document that may be headings.

use super::marker::{marker, numeral};
use super::words::LONGEST;
use crate::{
    document::{Document, Part},
    recognise::folds::Folds,
    text::Span,
};

/// A line that may be a heading.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) span: Span,
    pub(super) marked: bool,
    /// Whether it stands in a table: there only a plain heading counts.
    pub(super) framed: bool,
}

pub(super) fn lines(document: &Document, tables: &[Span]) -> Vec<Line> {
    let framed = |span: Span| tables.iter().any(|table| table.contains(span));
    let mut lines = Vec::new();
    for part in document.parts() {
        match part {
            Part::Paragraph { block, heading } => {
                let span = document.block(*block);
                lines.push(Line {
                    span,
                    marked: heading.is_some(),
                    framed: framed(span),
                });
            }
            Part::Grid(grid) => {
                let cells = grid.cells.iter().map(|cell| document.block(cell.block));
                lines.extend(
                    cells
                        .filter(|span| span.end - span.start <= 8 * LONGEST)
                        .map(|span| Line {
                            span,
                            marked: false,
                            framed: true,
                        }),
                );
            }
            Part::Picture { .. } => {}
        }
    }
    lines
}

/// A line with the next one, where its heading may go on there: `一、` alone, or a heading cut in two.
pub(super) fn joined(document: &Document, folds: &Folds, lines: &[Line]) -> Option<Line> {
    const SHORT: usize = 120;
    let [one, other, ..] = lines else { return None };
    let small = |line: &Line| line.span.end - line.span.start <= SHORT && !line.framed;
    if !small(one) || !small(other) {
        return None;
    }
    let text = folds.stretch(document, one.span);
    let alone = numeral(text.text()).is_some_and(|(_, end)| end == text.text().len());
    let numbered = marker(text.text()).is_some_and(|marker| marker.style.is_top());
    let next = folds.stretch(document, other.span);
    let goes_on = marker(next.text()).is_none() || alone;
    let ends = ['。', '；', ';'];
    ((numbered || alone) && goes_on && !text.text().ends_with(ends)).then_some(Line {
        span: one.span.join(other.span),
        ..*one
    })
}
