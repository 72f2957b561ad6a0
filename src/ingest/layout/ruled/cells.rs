//! The cells between lines: their walls, and the words that stand in each.

use super::strokes::{Frame, MEET, Stroke};
use crate::{
    ingest::layout::{
        Glyph,
        grid::{Cell, Walls},
        lines, paragraphs,
    },
    text::order::Order,
};

pub(super) fn walls(columns: &[f64], rows: &[f64], frame: &Frame) -> Walls {
    let (width, height) = (columns.len() - 1, rows.len() - 1);
    let drawn = |lines: &[Stroke], at: f64, from: f64, to: f64| {
        let near = lines.iter().filter(|stroke| (stroke.at - at).abs() <= MEET);
        let covered: f64 = near
            .map(|stroke| (stroke.to.min(to) - stroke.from.max(from)).max(0.0))
            .sum();
        covered > 0.5 * (to - from)
    };
    let mut walls = Walls {
        columns: width,
        rows: height,
        right: Vec::new(),
        below: Vec::new(),
    };
    for row in 0..height {
        for column in 0..width {
            let right = column + 1 == width
                || drawn(
                    &frame.upright,
                    columns[column + 1],
                    rows[row],
                    rows[row + 1],
                );
            let below = row + 1 == height
                || drawn(
                    &frame.level,
                    rows[row + 1],
                    columns[column],
                    columns[column + 1],
                );
            walls.right.push(right);
            walls.below.push(below);
        }
    }
    walls
}

/// Gives each glyph to its cell, and each cell its text.
pub(super) fn fill(cells: &mut [Cell], glyphs: Vec<Glyph>, columns: &[f64], rows: &[f64]) {
    let (width, height) = (columns.len() - 1, rows.len() - 1);
    let mut owner = vec![0; width * height];
    for (at, cell) in cells.iter().enumerate() {
        for row in cell.row..cell.row + cell.rows {
            let start = row * width + cell.column;
            owner[start..start + cell.columns].fill(at);
        }
    }
    let mut own: Vec<Vec<Glyph>> = vec![Vec::new(); cells.len()];
    for word in words(glyphs) {
        let field = |(x, y): (f64, f64)| {
            let column = columns.partition_point(|&edge| edge <= x).clamp(1, width) - 1;
            let row = rows.partition_point(|&edge| edge <= y).clamp(1, height) - 1;
            owner[row * width + column]
        };
        // A number that is wider than its cell still belongs to one cell.
        let number = word.len() > 1
            && word
                .iter()
                .all(|glyph| glyph.character.is_ascii_digit() || glyph.character == '.');
        let middle =
            word.iter().map(|glyph| glyph.middle().0).sum::<f64>() / word.len().max(1) as f64;
        for glyph in word {
            let (x, y) = glyph.middle();
            own[field((if number { middle } else { x }, y))].push(glyph);
        }
    }
    for (cell, glyphs) in cells.iter_mut().zip(own) {
        let (left, right) = (columns[cell.column], columns[cell.column + cell.columns]);
        cell.text = text(glyphs, left, right);
    }
}

/// Glyphs that touch each other on one line.
pub(super) fn words(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    let line = |glyph: &Glyph| (glyph.baseline * 2.0).round();
    glyphs.order_by(|a, b| line(a).total_cmp(&line(b)).then(a.x.total_cmp(&b.x)));
    let mut words: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        let touches = words
            .last()
            .and_then(|word| word.last())
            .is_some_and(|last| {
                let gap = glyph.x - last.right();
                line(last) == line(&glyph) && gap.abs() < 0.12 * glyph.size
            });
        match words.last_mut() {
            Some(word) if touches => word.push(glyph),
            _ => words.push(vec![glyph]),
        }
    }
    words
}

/// The text of a cell; lines that were wrapped are put together.
pub(super) fn text(glyphs: Vec<Glyph>, left: f64, right: f64) -> String {
    let mut text = String::new();
    let mut last: Option<lines::Line> = None;
    for mut line in lines::lines(glyphs, right - left) {
        line.text = line.text.replace('\t', " ");
        if let Some(last) = &last {
            let digits = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            let both = digits(text.chars().last()) && digits(line.text.chars().next());
            let full = (right - left) - (last.right - last.left) < 1.6 * last.size;
            if both && !full {
                text.push('\n');
            } else {
                text.push_str(paragraphs::joint(&text, &line.text));
            }
        }
        text.push_str(&line.text);
        last = Some(line);
    }
    text
}
