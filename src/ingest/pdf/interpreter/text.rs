//! Instructions that draw text.

use super::{Run, operands::numbers};
use crate::ingest::pdf::{canvas::Mark, font::Font, lexer::Token, matrix::Matrix};
use hayro_syntax::object::Dict;
use std::{cell::RefCell, rc::Rc};

impl Run<'_, '_> {
    pub(super) fn text_step(&mut self, word: &[u8], operands: &[Token<'_>]) {
        let number = operands.last().and_then(Token::number);
        let state = &mut self.state;
        match (word, number) {
            (b"Tc", Some(value)) => state.letter = value,
            (b"Tw", Some(value)) => state.word = value,
            (b"Tz", Some(value)) => state.scale = value / 100.0,
            (b"TL", Some(value)) => state.leading = value,
            (b"Ts", Some(value)) => state.rise = value,
            (b"Tr", Some(value)) => state.mode = value as i32,
            (b"BT", _) => (self.text, self.line) = (Matrix::IDENTITY, Matrix::IDENTITY),
            (b"Tf", Some(size)) => {
                if let [.., Token::Name(name), _] = operands {
                    self.set_font(name, size);
                }
            }
            (b"Td" | b"TD", _) => {
                if let Some([x, y]) = numbers(operands) {
                    if word == b"TD" {
                        self.state.leading = -y;
                    }
                    self.next_line(x, y);
                }
            }
            (b"Tm", _) => {
                if let Some(matrix) = numbers::<6>(operands) {
                    (self.text, self.line) = (Matrix(matrix), Matrix(matrix));
                }
            }
            (b"T*", _) => self.next_line(0.0, -self.state.leading),
            (b"Tj" | b"'" | b"\"", _) => {
                if let (b"\"", [.., Token::Number(words), Token::Number(letters), _]) =
                    (word, operands)
                {
                    (self.state.word, self.state.letter) = (*words, *letters);
                }
                if word != b"Tj" {
                    self.next_line(0.0, -self.state.leading);
                }
                if let Some(Token::Text(text)) = operands.last() {
                    self.show(text);
                }
            }
            (b"TJ", _) => {
                if let Some(Token::Array(pieces)) = operands.last() {
                    self.show_pieces(pieces);
                }
            }
            _ => {}
        }
    }

    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::shift(x, y).then(&self.line);
        self.text = self.line;
    }

    pub(super) fn show_pieces(&mut self, pieces: &[Token<'_>]) {
        for piece in pieces {
            match piece {
                Token::Text(text) => self.show(text),
                Token::Number(number) => {
                    let state = &self.state;
                    let distance = -number / 1000.0 * state.size;
                    let vertical = state
                        .font
                        .as_ref()
                        .is_some_and(|font| font.borrow().vertical);
                    let shift = if vertical {
                        Matrix::shift(0.0, distance)
                    } else {
                        Matrix::shift(distance * state.scale, 0.0)
                    };
                    self.text = shift.then(&self.text);
                }
                _ => {}
            }
        }
    }

    pub(super) fn show(&mut self, bytes: &[u8]) {
        let Some(font) = self.state.font.clone() else {
            return;
        };
        let vertical = font.borrow().vertical;
        let shown = font.borrow_mut().show(bytes);
        let mut actual = self.actual.last_mut().and_then(Option::take);
        for code in shown {
            if self.machine.glyphs == 0 {
                return;
            }
            self.machine.glyphs -= 1;
            let state = &self.state;
            let width = code.advance * state.size * state.scale;
            let spacing = state.letter + if code.word_space { state.word } else { 0.0 };
            // Where the font does not tell the character, the page may say how the passage reads.
            let text = code.text.or_else(|| actual.take());
            let (x, y) = if vertical {
                (-width / 2.0, -0.88 * state.size)
            } else {
                (0.0, state.rise)
            };
            let matrix = Matrix::shift(x, y).then(&self.text).then(&state.matrix);
            self.canvas.mark(&Mark {
                text: text.as_deref().unwrap_or("\u{fffd}"),
                matrix,
                size: state.size,
                width,
                vertical,
                invisible: matches!(state.mode, 3 | 7),
            });
            let step = if vertical {
                Matrix::shift(0.0, spacing - state.size)
            } else {
                Matrix::shift(width + spacing * state.scale, 0.0)
            };
            self.text = step.then(&self.text);
        }
    }

    pub(super) fn set_font(&mut self, name: &[u8], size: f64) {
        self.state.size = size;
        if let Some(font) = self.local.get(name) {
            self.state.font = Some(font.clone());
            return;
        }
        let Some(dict) = self.resources.fonts.get::<Dict<'_>>(name) else {
            self.state.font = None;
            return;
        };
        let known = dict
            .obj_id()
            .and_then(|id| self.machine.fonts.get(&id).cloned());
        let font = known.unwrap_or_else(|| {
            let font = Rc::new(RefCell::new(Font::read(&dict, &mut self.machine.budget)));
            if let Some(id) = dict.obj_id() {
                self.machine.fonts.insert(id, font.clone());
            }
            font
        });
        self.local.insert(name.to_vec(), font.clone());
        self.state.font = Some(font);
    }
}
