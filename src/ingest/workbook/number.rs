//! Numbers in the places of their format.

use super::{
    decimal::{Decimal, general},
    token::Token,
};
use std::{collections::VecDeque, ops::Range};

/// A number in the places of its format.
pub(super) fn show(tokens: &[Token], value: f64, signed: bool) -> Option<String> {
    let mut number = Decimal::new(value)?;
    let count = |wanted: &Token| tokens.iter().filter(|token| *token == wanted).count();
    let last = tokens
        .iter()
        .rposition(|token| matches!(token, Token::Digit(_)));
    let point = tokens.iter().position(|token| *token == Token::Point);
    let whole_end = point.unwrap_or(tokens.len());
    let power = tokens
        .iter()
        .position(|token| matches!(token, Token::Exponent(_)));
    number.scale(2 * count(&Token::Percent) as i32);
    // Commas behind the last place of the whole part divide by a thousand.
    let behind = |at: usize| last.is_none_or(|last| at > last);
    let commas = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| **token == Token::Comma);
    let (scaling, grouping): (Vec<_>, Vec<_>) = commas.partition(|&(at, _)| behind(at));
    number.scale(-3 * scaling.len() as i32);
    let sign = if number.negative && signed { "-" } else { "" };
    let places = |range: Range<usize>| {
        tokens[range]
            .iter()
            .filter(|token| matches!(token, Token::Digit(_)))
            .count()
    };
    let mut exponent = 0;
    if power.is_some() {
        exponent = number.exponent();
        number.scale(-exponent);
    }
    let decimals = point.map_or(0, |point| places(point..power.unwrap_or(tokens.len())));
    let plain = tokens.contains(&Token::General) || tokens.contains(&Token::At);
    if !plain {
        number.round(decimals);
    }
    let (whole, fraction) = number.parts();
    let mut shown = Shown {
        whole: whole.chars().rev().collect(),
        fraction: fraction.chars().collect(),
        grouped: !grouping.is_empty() && places(0..whole_end) > 0,
    };
    let mut text = String::from(sign);
    let mut before = places(0..whole_end.min(power.unwrap_or(usize::MAX)));
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Text(literal) => text += literal,
            Token::Percent => text.push('%'),
            Token::General | Token::At => text += general(value.abs()).as_str(),
            Token::Digit(_) if power.is_some_and(|power| at > power) => {}
            Token::Digit(kind) if at < whole_end => {
                before -= 1;
                shown.whole_place(&mut text, *kind, before);
            }
            Token::Digit(kind) => shown.fraction_place(&mut text, *kind),
            Token::Point => {
                if point == Some(at) && whole_end > 0 && places(0..at) == 0 {
                    shown.whole_place(&mut text, '#', 0);
                }
                text.push('.');
            }
            Token::Exponent(plus) => {
                let sign = if exponent < 0 {
                    "-"
                } else if *plus {
                    "+"
                } else {
                    ""
                };
                let width = places(at..tokens.len());
                text += &format!("E{sign}{:0width$}", exponent.abs());
            }
            _ => {}
        }
    }
    Some(text)
}

/// Digits on their way to the places of a format.
struct Shown {
    /// Those before the point, the last first.
    whole: Vec<char>,
    fraction: VecDeque<char>,
    grouped: bool,
}

impl Shown {
    /// Fills a place before the point, `after` more to come; the first place takes all digits that are too many.
    fn whole_place(&mut self, text: &mut String, kind: char, after: usize) {
        while self.whole.len() > after {
            let digit = self.whole.pop().unwrap_or('0');
            self.digit(text, digit, self.whole.len());
            if self.whole.len() == after {
                return;
            }
        }
        match kind {
            '0' => self.digit(text, '0', after),
            '?' => text.push(' '),
            _ => {}
        }
    }

    fn digit(&self, text: &mut String, digit: char, after: usize) {
        text.push(digit);
        if self.grouped && after > 0 && after.is_multiple_of(3) {
            text.push(',');
        }
    }

    fn fraction_place(&mut self, text: &mut String, kind: char) {
        match (self.fraction.pop_front(), kind) {
            (Some(digit), _) => text.push(digit),
            (None, '0') => text.push('0'),
            (None, '?') => text.push(' '),
            _ => {}
        }
    }
}
