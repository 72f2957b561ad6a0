//! Numbers in the places of their format.

use super::{
    decimal::{Decimal, general},
    token::Token,
};
use std::{collections::VecDeque, ops::Range};

/// A number in the places of its format.
pub(super) fn show(tokens: &[Token], value: f64, signed: bool) -> Option<String> {
    let mut number = Decimal::new(value)?;
    let places = Places::new(tokens);
    number.scale(places.scale());
    let sign = if number.negative && signed { "-" } else { "" };
    let exponent = places.power.map_or(0, |_| number.exponent());
    number.scale(-exponent);
    if !tokens
        .iter()
        .any(|token| matches!(token, Token::General | Token::At))
    {
        number.round(places.decimals());
    }
    let (whole, fraction) = number.parts();
    let digits = Digits {
        whole: whole.chars().rev().collect(),
        fraction: fraction.chars().collect(),
        grouped: places.are_grouped(),
    };
    Some(sign.to_owned() + &places.fill(digits, value, exponent))
}

/// Where the parts of a format stand.
struct Places<'a> {
    tokens: &'a [Token],
    /// The point that ends the whole part, or the end of all.
    point: usize,
    /// The sign of a power of ten: the digits behind it are the exponent's.
    power: Option<usize>,
}

impl<'a> Places<'a> {
    fn new(tokens: &'a [Token]) -> Self {
        let mut each = tokens.iter();
        let power = each
            .clone()
            .position(|token| matches!(token, Token::Exponent(_)));
        let point = each.position(|token| *token == Token::Point);
        Self {
            tokens,
            point: point.unwrap_or(tokens.len()),
            power,
        }
    }

    /// How many digits a stretch has places for.
    fn digits(&self, stretch: Range<usize>) -> usize {
        let tokens = self.tokens.get(stretch).unwrap_or_default();
        let digits = tokens.iter().filter(|token| is_digit(token));
        digits.count()
    }

    /// Where the digits of the number itself end.
    fn end(&self) -> usize {
        self.power.unwrap_or(self.tokens.len())
    }

    fn decimals(&self) -> usize {
        self.digits(self.point..self.end())
    }

    /// The power of ten by which the number is shown larger: a percent sign is worth two, each comma behind the last place
    /// takes three away.
    fn scale(&self) -> i32 {
        let worth = |(at, token): (usize, &Token)| match token {
            Token::Percent => 2,
            Token::Comma if !self.is_inside(at) => -3,
            _ => 0,
        };
        self.tokens.iter().enumerate().map(worth).sum()
    }

    fn are_grouped(&self) -> bool {
        let groups = |(at, token): (usize, &Token)| *token == Token::Comma && self.is_inside(at);
        self.digits(0..self.point) > 0 && self.tokens.iter().enumerate().any(groups)
    }

    /// Whether a digit's place follows.
    fn is_inside(&self, at: usize) -> bool {
        self.digits(at..self.tokens.len()) > 0
    }

    fn fill(&self, mut digits: Digits, value: f64, exponent: i32) -> String {
        let mut text = String::new();
        let mut before = self.digits(0..self.point.min(self.end()));
        for (at, token) in self.tokens.iter().enumerate() {
            match token {
                Token::Text(literal) => text += literal,
                Token::Percent => text.push('%'),
                Token::General | Token::At => text += &general(value.abs()),
                Token::Digit(_) if at > self.end() => {}
                Token::Digit(kind) if at < self.point => {
                    before -= 1;
                    digits.whole_place(&mut text, *kind, before);
                }
                Token::Digit(kind) => digits.fraction_place(&mut text, *kind),
                Token::Point => {
                    if at == self.point && at > 0 && self.digits(0..at) == 0 {
                        digits.whole_place(&mut text, '#', 0);
                    }
                    text.push('.');
                }
                Token::Exponent(plus) => text += &self.exponent(at, exponent, *plus),
                _ => {}
            }
        }
        text
    }

    /// The exponent in the places that follow its sign.
    fn exponent(&self, at: usize, exponent: i32, plus: bool) -> String {
        let sign = match exponent {
            ..0 => "-",
            _ if plus => "+",
            _ => "",
        };
        let width = self.digits(at..self.tokens.len());
        format!("E{sign}{:0width$}", exponent.abs())
    }
}

fn is_digit(token: &Token) -> bool {
    matches!(token, Token::Digit(_))
}

/// Digits on their way to the places of a format.
struct Digits {
    /// Those before the point, the last first.
    whole: Vec<char>,
    fraction: VecDeque<char>,
    grouped: bool,
}

impl Digits {
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
