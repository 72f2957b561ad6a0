//! Runs a page's drawing instructions, as far as they draw text, straight lines and pictures.

mod operands;
mod paths;
mod text;

use super::{
    canvas::Canvas,
    filters::Budget,
    font::Font,
    lexer::{Lexer, Token},
    matrix::Matrix,
};
use hayro_syntax::{
    object::{Array, Dict, Name, ObjectIdentifier, Stream},
    page::Resources,
};
use operands::{actual_text, numbers};
use paths::{Path, is_white};
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
                self.actual.push(actual_text(operands));
            }
            b"EMC" => {
                self.actual.pop();
            }
            b"g" | b"rg" | b"k" | b"sc" | b"scn" => {
                self.state.white_fill = is_white(word, operands);
            }
            b"G" | b"RG" | b"K" | b"SC" | b"SCN" => {
                self.state.white_stroke = is_white(word, operands);
            }
            b"gs" => {}
            [b'T', ..] | b"BT" | b"'" | b"\"" => self.text_step(word, operands),
            _ => self.path_step(word, operands),
        }
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
}
