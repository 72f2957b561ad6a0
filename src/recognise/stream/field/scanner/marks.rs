//! What stands where a cell has no value: marks such as “/”, and the bars that close empty cells.

use super::{Char, Event, Scanner};
use crate::{
    facts::State,
    recognise::stream::chunk::ends_with_any_label,
    text::{Span, character::is_han},
};

/// What may stand where there is no value; the longer ones first.
const MARKS: [&str; 11] = [
    "不适用",
    "暂无",
    "——",
    "--",
    "/",
    "\\",
    "-",
    "—",
    "–",
    "无",
    "空",
];

impl Scanner {
    /// A bar, which closes a cell; a blank one where nothing stands in it.
    pub(super) fn bar(&mut self) -> bool {
        let mut before = (0..self.at).rev().map(|at| self.peek(at));
        let closed = match before.find(|c| !c.is_whitespace()) {
            Some(before) => before != '|',
            None => self.open,
        };
        if closed {
            return false;
        }
        self.flush();
        let start = self.chars[self.at].start;
        self.events.push(Event::Value {
            state: State::Blank,
            number: None,
            digits: None,
            guess: None,
            yuan: None,
            span: Span::new(start, start),
        });
        self.at += 1;
        true
    }

    /// The length of a mark alone between spaces at `at`.
    fn mark_at(&self, at: usize) -> Option<usize> {
        let spells = |mark: &&&str| mark.chars().zip(at..).all(|(c, at)| self.peek(at) == c);
        let mark = MARKS.iter().find(spells)?;
        let length = mark.chars().count();
        let is_edge = |c: char| c == '\0' || c.is_whitespace() || matches!(c, '|' | ',' | ';');
        let before = self.before(at);
        ((is_edge(before) || before == ':') && is_edge(self.peek(at + length))).then_some(length)
    }

    /// Whether the mark here of some length is all that stands between two bars: `规章 | / | / | 2 |`.
    fn is_a_cell(&self, length: usize) -> bool {
        let bar = |c: Option<&Char>| c.is_some_and(|c| c.plain == '|');
        let solid = |c: &&Char| !c.plain.is_whitespace();
        let (before, after) = (&self.chars[..self.at], &self.chars[self.at + length..]);
        bar(before.iter().rev().find(solid)) && bar(after.iter().find(solid))
    }

    /// Whether a value may stand here: behind the label of a row or right behind a value.
    pub(super) fn is_expected(&self) -> bool {
        let value = || matches!(self.events.last(), Some(Event::Value { .. }));
        ends_with_any_label(&self.letters()) || self.run.is_empty() && value()
    }

    /// Whether the mark here stands behind the label of a row, or among so many values that it is no dash of a text.
    fn is_in_row(&self) -> bool {
        const LEAST: usize = 4;
        if ends_with_any_label(&self.letters()) || self.is_behind_values() {
            return true;
        }
        let here = self.events.len() * usize::from(self.run.is_empty());
        let before = self.events[..here]
            .iter()
            .rev()
            .map_while(|event| match event {
                Event::Value { state, .. } => Some(*state == State::NotApplicable),
                Event::Letters { .. } => None,
            });
        let (mut values, mut marks) = before.fold((0, 0), |(values, marks), mark| {
            (values + 1, marks + usize::from(mark))
        });
        let mut at = self.at;
        while values < LEAST {
            let length = self.mark_at(at).inspect(|_| marks += 1);
            let digits = (at..).take_while(|&at| self.peek(at).is_ascii_digit());
            let length = length.unwrap_or_else(|| digits.count());
            if length == 0 {
                break;
            }
            values += 1;
            at += length;
            while self.peek(at).is_whitespace() {
                at += 1;
            }
        }
        values >= LEAST || values + 1 == LEAST && marks > 1
    }

    /// The length of a dash or stroke that nothing parts from the label of a row or from the number behind it: `数-97`,
    /// `数28—`, `费21/第`; strokes may stand in a row.
    fn dash_at(&self, at: usize) -> Option<usize> {
        let stroke = self.peek(at) == '/';
        let dash = |at: usize| matches!(self.peek(at), '-' | '—' | '–');
        let ends = |at: usize| {
            let next = self.peek(at);
            next == '\0'
                || next.is_whitespace()
                || is_han(next)
                || next == '('
                || stroke && next == '/'
        };
        let length = 1 + usize::from(dash(at) && dash(at + 1));
        let dash = |at: usize| stroke || dash(at);
        let label = dash(at)
            && ends_with_any_label(&self.letters())
            && (self.peek(at + length).is_ascii_digit() || ends(at + length));
        let before = self.before(at);
        let behind = before.is_ascii_digit() || stroke && before == '/';
        let value = dash(at) && behind && (ends(at + length) || stroke && before == '/');
        (label || value && self.is_behind_values()).then_some(length)
    }

    /// Whether nothing but values stands between the label of a row and here.
    fn is_behind_values(&self) -> bool {
        let value = |event: &&Event| matches!(event, Event::Value { .. });
        let label = self.events.iter().rev().find(|event| !value(event));
        let of_row = |letters: &str| self.run.is_empty() && ends_with_any_label(letters);
        matches!(label, Some(Event::Letters { letters, .. }) if of_row(letters))
    }

    /// A dash for no value that stands in a row without spaces around it.
    pub(super) fn dash(&mut self) -> bool {
        let length = self.dash_at(self.at);
        length.inspect(|&length| self.no_value(length)).is_some()
    }

    /// A mark that stands for no value, alone between spaces.
    pub(super) fn mark(&mut self) -> bool {
        let Some(length) = self.mark_at(self.at) else {
            return false;
        };
        let stroke = self.peek(self.at) == '\\' && !self.is_alone_or_behind();
        if stroke || self.prose && !self.is_a_cell(length) && !self.is_in_row() {
            return false;
        }
        self.no_value(length);
        true
    }

    /// Whether the character here is all that there is, or stands behind words or values: a row of back-slashes is what a
    /// reader of PDF makes of lines.
    fn is_alone_or_behind(&self) -> bool {
        let found = !self.events.is_empty() || !self.run.is_empty();
        let solid = |c: &&Char| !c.plain.is_whitespace() && c.plain != '|';
        found || self.chars.iter().filter(solid).count() == 1
    }

    /// Notes that a mark of some length stands for no value.
    fn no_value(&mut self, length: usize) {
        self.flush();
        let span = Span::new(
            self.chars[self.at].start,
            self.chars[self.at + length - 1].end,
        );
        self.events
            .push(Event::no_number(State::NotApplicable, span));
        self.at += length;
    }
}
