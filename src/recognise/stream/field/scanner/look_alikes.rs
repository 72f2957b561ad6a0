//! Letters that a reader of pictures took for digits, `O`, `l`, `〇`, and the word for nothing, `零`.

use super::{Event, Scanner};
use crate::{
    facts::State,
    text::{Number, Span, number::figures},
};

/// The longest number that such a reader is trusted with.
const LONGEST: usize = 12;

/// What looks like no letter of pictures: it says what it is.
const ZERO: char = '零';

/// The digit that a letter looks like, and whether it does so by itself, without digits beside it.
fn digit(letter: char) -> Option<(char, bool)> {
    Some(match letter {
        'O' | 'o' | 'О' | 'о' | '〇' | '○' | ZERO => ('0', true),
        'l' | 'I' | '丨' => ('1', true),
        'Z' | 'z' => ('2', false),
        'S' | 's' => ('5', false),
        'B' => ('8', false),
        _ => return None,
    })
}

/// The digits that some characters look like, where at least one of them is none.
fn digits(token: impl Iterator<Item = char> + Clone) -> Option<String> {
    if token.clone().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let (mut printed, mut like, mut alone) = (false, false, true);
    let mut digits = String::new();
    for character in token {
        if character.is_ascii_digit() {
            printed = true;
            digits.push(character);
        } else if character == '.' && !digits.is_empty() && !digits.contains('.') {
            digits.push(character);
        } else {
            let (digit, itself) = digit(character)?;
            like = true;
            alone &= itself;
            digits.push(digit);
        }
    }
    let sure = printed || alone && digits.len() <= 2;
    (like && sure && digits.len() <= LONGEST && !digits.ends_with('.')).then_some(digits)
}

/// Whether a line has nothing but letters that look like digits.
pub(in crate::recognise::stream::field) fn are_digits(line: &str) -> bool {
    let mut tokens = line.split_whitespace().peekable();
    tokens.peek().is_some() && tokens.all(|token| digits(token.chars()).is_some())
}

impl Scanner {
    /// A number with letters that look like digits: what it may be is noted, what it is the sums must say.
    pub(super) fn look_alike(&mut self) -> bool {
        let bound = |c: char| c == '\0' || c == '|' || c.is_whitespace();
        let first = self.peek(self.at);
        let letter = !first.is_ascii_digit();
        // A letter of a long line is a digit where a row has its values.
        if letter && digit(first).is_none()
            || !bound(self.before(self.at))
            || letter && self.prose && !self.is_expected()
        {
            return false;
        }
        let length = (self.at..).take_while(|&at| !bound(self.peek(at))).count();
        let token = (self.at..self.at + length).map(|at| self.peek(at));
        let Some(digits) = digits(token) else {
            return false;
        };
        let number = (length == 1 && self.peek(self.at) == ZERO).then_some(Number::ZERO);
        self.flush();
        let (first, last) = (self.chars[self.at], self.chars[self.at + length - 1]);
        self.events.push(Event::Value {
            state: number.map_or(State::Unreadable, |_| State::Number),
            number,
            digits: number.map(|_| digits.clone()),
            guess: figures(&digits),
            yuan: None,
            span: Span::new(first.start, last.end),
        });
        self.at += length;
        true
    }
}
