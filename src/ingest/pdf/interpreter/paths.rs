//! Instructions that draw lines and grounds.

use super::{Run, operands::numbers};
use crate::ingest::pdf::lexer::Token;

/// A path being made: its shapes, each with its corners and whether a line of it is curved.
#[derive(Default)]
pub(super) struct Path {
    shapes: Vec<(Vec<(f64, f64)>, bool)>,
    points: usize,
}

impl Path {
    pub(super) fn start(&mut self, at: (f64, f64)) {
        self.points += 1;
        if self.points < 200_000 {
            self.shapes.push((vec![at], false));
        }
    }

    pub(super) fn line(&mut self, to: (f64, f64), curved: bool) {
        self.points += 1;
        if let Some((points, is_curved)) = self.shapes.last_mut()
            && self.points < 200_000
        {
            points.push(to);
            *is_curved |= curved;
        }
    }
}

/// Whether a colour is white: all of light, or nothing of ink.
pub(super) fn is_white(word: &[u8], operands: &[Token<'_>]) -> bool {
    let parts: Vec<f64> = operands.iter().filter_map(Token::number).collect();
    match parts.len() {
        1 | 3 if !matches!(word, b"k" | b"K") => parts.iter().all(|part| *part > 0.97),
        4 => parts.iter().all(|part| *part < 0.03),
        _ => false,
    }
}

impl Run<'_, '_> {
    pub(super) fn path_step(&mut self, word: &[u8], operands: &[Token<'_>]) {
        let matrix = self.state.matrix;
        match word {
            b"m" => {
                if let Some([x, y]) = numbers(operands) {
                    self.path.start(matrix.apply(x, y));
                }
            }
            b"l" => {
                if let Some([x, y]) = numbers(operands) {
                    self.path.line(matrix.apply(x, y), false);
                }
            }
            b"c" | b"v" | b"y" => {
                if let Some([x, y]) = numbers(operands) {
                    self.path.line(matrix.apply(x, y), true);
                }
            }
            b"re" => {
                if let Some([x, y, width, height]) = numbers(operands) {
                    self.path.start(matrix.apply(x, y));
                    for (x, y) in [
                        (x + width, y),
                        (x + width, y + height),
                        (x, y + height),
                        (x, y),
                    ] {
                        self.path.line(matrix.apply(x, y), false);
                    }
                }
            }
            b"h" => self.close(),
            b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"n" => {
                self.paint(word);
            }
            _ => {}
        }
    }

    pub(super) fn close(&mut self) {
        let first = self
            .path
            .shapes
            .last()
            .and_then(|(points, _)| points.first().copied());
        if let Some(first) = first {
            self.path.line(first, false);
        }
    }

    pub(super) fn paint(&mut self, word: &[u8]) {
        if matches!(word, b"s" | b"b" | b"b*") {
            self.close();
        }
        let path = std::mem::take(&mut self.path);
        let fills = matches!(word[0], b'f' | b'F' | b'B' | b'b') && !self.state.white_fill;
        let strokes = matches!(word[0], b'S' | b's' | b'B' | b'b') && !self.state.white_stroke;
        for (points, curved) in &path.shapes {
            self.canvas.curves += usize::from(fills && *curved);
            if fills && !curved {
                self.canvas.fill(points);
            }
            if strokes {
                for pair in points.windows(2) {
                    self.canvas.stroke(pair[0], pair[1]);
                }
            }
        }
    }
}
