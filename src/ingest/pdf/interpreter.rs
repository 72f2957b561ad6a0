//! Runs a page's drawing instructions, as far as they draw text, straight lines and pictures.

use super::{
    canvas::{Canvas, Mark},
    filters::Budget,
    font::Font,
    lexer::{Lexer, Token},
    matrix::Matrix,
};
use hayro_syntax::{
    object::{Array, Dict, Name, ObjectIdentifier, Stream},
    page::Resources,
};
use std::{cell::RefCell, collections::HashMap, rc::Rc};

/// The most instructions of a file that are run.
const MOST_STEPS: usize = 4_000_000;

/// The most characters of a file that are drawn.
const MOST_GLYPHS: usize = 1_000_000;

/// How deep forms may stand in forms, and how often forms are drawn in a file.
const DEEPEST_FORM: usize = 12;
const MOST_FORMS: usize = 5_000;

/// How many graphics states may be saved.
const MOST_STATES: usize = 512;

type Fonts = HashMap<ObjectIdentifier, Rc<RefCell<Font>>>;

/// What is kept from page to page: fonts, and how much more may be done.
pub(super) struct Machine {
    fonts: Fonts,
    pub(super) budget: Budget,
    steps: usize,
    glyphs: usize,
    forms: usize,
    /// Whether a bound was met.
    pub(super) exhausted: bool,
}

impl Default for Machine {
    fn default() -> Self {
        Self {
            fonts: HashMap::new(),
            budget: Budget::default(),
            steps: MOST_STEPS,
            glyphs: MOST_GLYPHS,
            forms: MOST_FORMS,
            exhausted: false,
        }
    }
}

/// The part of the graphics state that matters here.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<RefCell<Font>>>,
    size: f64,
    letter: f64,
    word: f64,
    scale: f64,
    leading: f64,
    rise: f64,
    mode: i32,
    /// Whether areas and lines are drawn in white, which is no drawing.
    white_fill: bool,
    white_stroke: bool,
}

/// One stream of instructions being run.
struct Run<'a, 'm> {
    machine: &'m mut Machine,
    canvas: &'m mut Canvas,
    resources: Resources<'a>,
    depth: usize,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    path: Path,
    local: HashMap<Vec<u8>, Rc<RefCell<Font>>>,
    /// What marked content says that its glyphs read as, one entry for each open level.
    actual: Vec<Option<String>>,
}

/// A path being made: its shapes, each with its corners and whether a line of it is curved.
#[derive(Default)]
struct Path {
    shapes: Vec<(Vec<(f64, f64)>, bool)>,
    points: usize,
}

impl Path {
    fn start(&mut self, at: (f64, f64)) {
        self.points += 1;
        if self.points < 200_000 {
            self.shapes.push((vec![at], false));
        }
    }

    fn line(&mut self, to: (f64, f64), curved: bool) {
        self.points += 1;
        if let Some((points, is_curved)) = self.shapes.last_mut()
            && self.points < 200_000
        {
            points.push(to);
            *is_curved |= curved;
        }
    }
}

impl Machine {
    /// Draws a page.
    pub(super) fn draw(&mut self, canvas: &mut Canvas, content: &[u8], resources: Resources<'_>) {
        let state = State {
            matrix: Matrix::IDENTITY,
            font: None,
            size: 0.0,
            letter: 0.0,
            word: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
            white_fill: false,
            white_stroke: false,
        };
        self.run(canvas, content, resources, 0, state);
    }

    fn run(
        &mut self,
        canvas: &mut Canvas,
        content: &[u8],
        resources: Resources<'_>,
        depth: usize,
        state: State,
    ) {
        let mut run = Run {
            machine: self,
            canvas,
            resources,
            depth,
            state,
            saved: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            path: Path::default(),
            local: HashMap::new(),
            actual: Vec::new(),
        };
        let mut lexer = Lexer::new(content);
        let mut operands: Vec<Token<'_>> = Vec::new();
        while let Some(token) = lexer.next() {
            let Token::Word(word) = token else {
                operands.push(token);
                if operands.len() > 64 {
                    operands.clear();
                }
                continue;
            };
            if run.machine.steps == 0 || run.machine.glyphs == 0 {
                run.machine.exhausted = true;
                break;
            }
            run.machine.steps -= 1;
            if word == b"BI" {
                lexer.skip_image();
                run.canvas.picture(&run.state.matrix);
            } else {
                run.step(word, &operands);
            }
            operands.clear();
        }
    }
}

/// The last `N` operands, where they are numbers.
fn numbers<const N: usize>(operands: &[Token<'_>]) -> Option<[f64; N]> {
    let last = operands.get(operands.len().checked_sub(N)?..)?;
    let mut all = [0.0; N];
    for (slot, token) in all.iter_mut().zip(last) {
        *slot = token.number()?;
    }
    Some(all)
}

impl Run<'_, '_> {
    fn step(&mut self, word: &[u8], operands: &[Token<'_>]) {
        match word {
            b"q" if self.saved.len() < MOST_STATES => self.saved.push(self.state.clone()),
            b"Q" => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            b"cm" => {
                if let Some(matrix) = numbers::<6>(operands) {
                    self.state.matrix = Matrix(matrix).then(&self.state.matrix);
                }
            }
            b"Do" => {
                if let Some(Token::Name(name)) = operands.last() {
                    self.draw_object(name);
                }
            }
            b"BDC" | b"BMC" if self.actual.len() < MOST_STATES => {
                self.actual.push(actual_text(operands))
            }
            b"EMC" => {
                self.actual.pop();
            }
            b"g" | b"rg" | b"k" | b"sc" | b"scn" => {
                self.state.white_fill = is_white(word, operands)
            }
            b"G" | b"RG" | b"K" | b"SC" | b"SCN" => {
                self.state.white_stroke = is_white(word, operands)
            }
            b"gs" => {}
            [b'T', ..] | b"BT" | b"'" | b"\"" => self.text_step(word, operands),
            _ => self.path_step(word, operands),
        }
    }

    fn text_step(&mut self, word: &[u8], operands: &[Token<'_>]) {
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

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::shift(x, y).then(&self.line);
        self.text = self.line;
    }

    fn show_pieces(&mut self, pieces: &[Token<'_>]) {
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

    fn show(&mut self, bytes: &[u8]) {
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

    fn set_font(&mut self, name: &[u8], size: f64) {
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

    fn draw_object(&mut self, name: &[u8]) {
        let Some(stream) = self.resources.x_objects.get::<Stream<'_>>(name) else {
            return;
        };
        let dict = stream.dict();
        if dict.get::<Name<'_>>(b"Subtype").as_deref() != Some(b"Form") {
            self.canvas.picture(&self.state.matrix);
            return;
        }
        if self.depth >= DEEPEST_FORM || self.machine.forms == 0 {
            self.machine.exhausted = true;
            return;
        }
        self.machine.forms -= 1;
        let content = self.machine.budget.decode(&stream).bytes;
        let resources = dict.get::<Dict<'_>>(b"Resources");
        let resources = resources.map_or_else(|| self.resources.clone(), Resources::new);
        let mut state = self.state.clone();
        let matrix = dict
            .get::<Array<'_>>(b"Matrix")
            .map(|matrix| matrix.iter::<f32>().map(f64::from).collect::<Vec<_>>());
        if let Some(matrix) = matrix.and_then(|matrix| <[f64; 6]>::try_from(matrix).ok()) {
            state.matrix = Matrix(matrix).then(&state.matrix);
        }
        self.machine
            .run(self.canvas, &content, resources, self.depth + 1, state);
    }

    fn path_step(&mut self, word: &[u8], operands: &[Token<'_>]) {
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
                self.paint(word)
            }
            _ => {}
        }
    }

    fn close(&mut self) {
        let first = self
            .path
            .shapes
            .last()
            .and_then(|(points, _)| points.first().copied());
        if let Some(first) = first {
            self.path.line(first, false);
        }
    }

    fn paint(&mut self, word: &[u8]) {
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

/// Whether a colour is white: all of light, or nothing of ink.
fn is_white(word: &[u8], operands: &[Token<'_>]) -> bool {
    let parts: Vec<f64> = operands.iter().filter_map(Token::number).collect();
    match parts.len() {
        1 | 3 if !matches!(word, b"k" | b"K") => parts.iter().all(|part| *part > 0.97),
        4 => parts.iter().all(|part| *part < 0.03),
        _ => false,
    }
}

fn actual_text(operands: &[Token<'_>]) -> Option<String> {
    let Some(Token::Dict(entries)) = operands.last() else {
        return None;
    };
    let bytes = entries.windows(2).find_map(|pair| match pair {
        [Token::Name(key), Token::Text(text)] if key == b"ActualText" => Some(text),
        _ => None,
    })?;
    let units = bytes.strip_prefix(b"\xfe\xff")?.chunks_exact(2);
    let text = char::decode_utf16(units.map(|pair| u16::from_be_bytes([pair[0], pair[1]])));
    text.collect::<Result<String, _>>().ok()
}
