//! One pass over a line: values and the letters between them.

mod digits;
pub(super) mod look_alikes;
mod marks;

use super::{Event, PROSE};
use crate::{
    facts::State,
    text::{
        Span,
        character::{fold, is_han, is_letter},
        gloss::readable,
        number::figures,
    },
};
use std::ops::Range;

/// A character as it is compared, with its place.
#[derive(Clone, Copy)]
struct Char {
    plain: char,
    start: usize,
    end: usize,
}

/// The state of the pass.
pub(super) struct Scanner {
    chars: Vec<Char>,
    at: usize,
    events: Vec<Event>,
    /// The characters from the first letter since the last value to the last one.
    run: Range<usize>,
    prose: bool,
    /// Whether commas part the line's cells.
    listed: bool,
    /// The last ordinal.
    counted: Option<u32>,
    /// Whether the line before leaves a cell open.
    open: bool,
}

impl Scanner {
    pub(super) fn new(text: &str, base: usize, open: bool) -> Self {
        let mut chars = Vec::with_capacity(text.len() / 2);
        let mut ideographs = 0;
        readable(text).for_each(|(at, c)| {
            let plain = fold(c);
            ideographs += usize::from(ideographs <= PROSE && is_han(plain));
            chars.push(Char {
                plain,
                start: base + at,
                end: base + at + c.len_utf8(),
            });
        });
        Self {
            chars,
            at: 0,
            events: Vec::new(),
            run: 0..0,
            prose: ideographs > PROSE,
            listed: false,
            counted: None,
            open,
        }
        .with_list()
    }

    /// Notes whether the line is a list of numbers parted by commas, which then part no thousands.
    fn with_list(mut self) -> Self {
        let comma = |c: &Char| c.plain == ',';
        let mut commas = (0..self.chars.len()).filter(|&at| comma(&self.chars[at]));
        self.listed = commas.any(|at| self.parts_cells(at));
        self
    }

    /// Whether a comma between digits is more than a mark of thousands.
    fn parts_cells(&self, at: usize) -> bool {
        let digit = |c: &Char| c.plain.is_ascii_digit();
        let digits = self.chars[at + 1..].iter().take_while(|c| digit(c)).count();
        if digits == 0 || !self.before(at).is_ascii_digit() {
            return false;
        }
        // More digits are those of the next cell, where the numbers stand right behind their label.
        digits < 3 || digits > 3 && self.is_bare(at)
    }

    /// Whether nothing stands right before the digits and commas that end with this comma.
    fn is_bare(&self, at: usize) -> bool {
        let figure = |c: &Char| c.plain.is_ascii_digit() || c.plain == ',';
        let Some(before) = self.chars[..at].iter().rposition(|c| !figure(c)) else {
            return true;
        };
        let sign = self.peek(before);
        sign.is_whitespace() || sign == '|' || self.peek(before + 1) == ','
    }

    pub(super) fn run(mut self) -> Vec<Event> {
        while self.at < self.chars.len() {
            let done = self.look_alike()
                || match self.chars[self.at].plain {
                    '0'..='9' | '减' | '增' | '+' | '净' | '下' | '降' | '↓' => {
                        self.number()
                    }
                    '-' | '−' | '–' => self.dash() || self.number() || self.mark(),
                    '—' => self.dash() || self.mark(),
                    '/' => self.mark() || self.dash(),
                    '不' | '暂' | '\\' | '无' | '空' => self.mark(),
                    '|' => self.bar(),
                    _ => false,
                };
            if !done {
                self.letter();
            }
        }
        self.flush();
        self.events
    }

    fn peek(&self, at: usize) -> char {
        self.chars.get(at).map_or('\0', |c| c.plain)
    }

    fn before(&self, at: usize) -> char {
        if at == 0 { '\0' } else { self.peek(at - 1) }
    }

    fn letter(&mut self) {
        let at = self.at;
        if is_letter(self.chars[at].plain) {
            let first = if self.run.is_empty() {
                at
            } else {
                self.run.start
            };
            self.run = first..at + 1;
        }
        self.at += 1;
    }

    /// The letters since the last value.
    fn letters(&self) -> String {
        let run = &self.chars[self.run.clone()];
        let mut letters = String::with_capacity(run.len() * '一'.len_utf8());
        letters.extend(run.iter().map(|c| c.plain).filter(|&c| is_letter(c)));
        letters
    }

    /// Whether the letters since the last value end with a word.
    fn is_behind(&self, word: &str) -> bool {
        let run = self.chars[self.run.clone()].iter().rev();
        let mut letters = run.map(|c| c.plain).filter(|&c| is_letter(c));
        word.chars().rev().all(|c| letters.next() == Some(c))
    }

    fn flush(&mut self) {
        if !self.run.is_empty() {
            let (first, last) = (self.chars[self.run.start], self.chars[self.run.end - 1]);
            let letters = self.letters();
            self.events.push(Event::Letters {
                letters,
                span: Span::new(first.start, last.end),
            });
            self.run = 0..0;
        }
    }

    fn number(&mut self) -> bool {
        if let Some(end) = self.telephone_end().or_else(|| self.date_end()) {
            while self.at < end {
                self.letter();
            }
            return true;
        }
        let (signed, length) = match self.sign().map(|negative| (negative, 1)) {
            Some((negative, length)) => (Some(negative), length),
            None => self.fall().map_or((None, 0), |length| (Some(true), length)),
        };
        let from = self.at + length;
        let mut to = self.digits_end(from);
        if to == from {
            return false;
        }
        if let Some(ordinal) = self.ordinal(from, to) {
            self.counted = Some(self.last_digits(to, ordinal));
            if ordinal == to - from {
                for _ in self.at..to {
                    self.letter();
                }
                return true;
            }
            to -= ordinal;
        } else if self.is_part_of_text(from, to) {
            for _ in self.at..to {
                self.letter();
            }
            return true;
        }
        self.value(signed, from, to);
        true
    }

    fn value(&mut self, signed: Option<bool>, from: usize, to: usize) {
        self.flush();
        let start = self.chars[self.at].start;
        let printing = self.chars[from..to].iter().map(|c| c.plain);
        let mut printed = String::with_capacity(to - from);
        printed.extend(printing.filter(|c| !matches!(c, ',' | ' ' | '\n')));
        let plain = signed.is_none()
            && self.chars[from..to]
                .iter()
                .all(|c| c.plain.is_ascii_digit());
        let mut number = figures(&printed);
        let parted = || self.chars[from..to].iter().any(|c| c.plain == ',');
        let decimal = || printed.contains('.') && !printed.starts_with("0.");
        if printed.starts_with('0') && (decimal() || parted()) {
            number = None;
        }
        if signed == Some(true) {
            number = number.map(|n| -n);
        }
        let mut end = to;
        let mut yuan = None;
        if let Some((length, unit)) = self.unit_at(to).or_else(|| self.money_behind(to)) {
            end = to + length;
            yuan = unit;
        }
        // Digits before the comma that are more than thousands have are of several cells.
        let several = self.chars[from..to]
            .iter()
            .position(|c| c.plain == ',')
            .is_some_and(|at| at > 3);
        let guess = number.take_if(|_| several);
        let state = if number.is_some() {
            State::Number
        } else {
            State::Unreadable
        };
        let span = Span::new(start, self.chars[end - 1].end);
        let digits = plain.then_some(printed);
        self.events.push(Event::Value {
            state,
            number,
            digits,
            guess,
            yuan,
            span,
        });
        self.at = self.note_end(end);
    }
}
