//! Numbers in digits: grouped, with a point, scaled by 万 or 亿.

use super::{Number, Printed};
use std::borrow::Cow;

/// The most digits before the point that are taken for a quantity.
const MAX_WHOLE: usize = 12;
/// The greatest value that is taken for a quantity, so that no sum of them overflows.
const MAX_VALUE: u64 = 1_000_000_000_000_000;
/// The most digits after the point that are taken for a quantity.
const MAX_PLACES: usize = 6;

/// What stands where a digit stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A number.
    Number(Printed),
    /// Digits, points and commas that no way of writing numbers allows; the length in bytes.
    Malformed(usize),
    /// Digits of something else: a version, a telephone number, a range; the length in bytes.
    Other(usize),
}

/// Reads the number at the start of `text`, which is folded and begins with an ASCII digit.
#[must_use]
pub fn read(text: &str) -> Token {
    let bytes = text.as_bytes();
    let (whole, groups) = whole_part(bytes);
    let (end, places) = match point(bytes, whole) {
        Ok(end) if end > whole => (end, end - whole - 1),
        Ok(end) => (end, 0),
        Err(token) => return token,
    };
    if groups == Groups::Broken {
        return Token::Malformed(end);
    }
    if foreign(text, end) {
        return Token::Other(other(bytes).max(end));
    }
    let Some((value, step)) = build(&text[..end], places) else {
        return Token::Other(end);
    };
    let printed = scale(text, value, step, places, end);
    match printed.value <= Number::from(MAX_VALUE) {
        true => Token::Number(printed),
        false => Token::Other(printed.len),
    }
}

/// The end of the number whose digits before the point end at `whole`, or what it is instead of a number.
fn point(bytes: &[u8], whole: usize) -> Result<usize, Token> {
    if bytes.get(whole) != Some(&b'.') {
        return Ok(whole);
    }
    let after = run(bytes, whole + 1);
    let next = bytes.get(after);
    match (after > whole + 1, next) {
        (true, Some(b'.')) if bytes.get(after + 1).is_some_and(u8::is_ascii_digit) => {
            Err(Token::Other(other(bytes)))
        }
        (true, _) => Ok(after),
        (false, Some(b'%')) => Err(Token::Malformed(whole + 2)),
        (false, Some(b'.')) if run(bytes, whole + 2) > whole + 2 => {
            Err(Token::Malformed(run(bytes, whole + 2)))
        }
        (false, _) => Ok(whole),
    }
}

#[derive(PartialEq, Eq)]
enum Groups {
    Fine,
    Broken,
}

/// The end of the digits before the point, and whether their groups of thousands are well formed.
fn whole_part(bytes: &[u8]) -> (usize, Groups) {
    let mut end = run(bytes, 0);
    if end > 3 {
        return (end, Groups::Fine);
    }
    let mut groups = Vec::new();
    while bytes.get(end) == Some(&b',') {
        let next = run(bytes, end + 1);
        if next == end + 1 {
            break;
        }
        groups.push(next - end - 1);
        end = next;
    }
    if groups.iter().all(|&group| group == 3) {
        return (end, Groups::Fine);
    }
    let odd = groups.iter().filter(|&&group| group != 3).count();
    if groups.len() >= 2 && odd < groups.len() && groups.iter().all(|&group| group <= 3) {
        return (end, Groups::Broken);
    }
    (run(bytes, 0), Groups::Fine)
}

fn run(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest
        .iter()
        .position(|b| !b.is_ascii_digit())
        .unwrap_or(rest.len())
}

/// The length of a run of characters that addresses, telephone numbers and versions are made of.
fn other(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .position(|b| !(b.is_ascii_alphanumeric() || b".,-/:@_=&+~ ?#".contains(b)))
        .unwrap_or(bytes.len())
}

/// Whether what follows the digits shows that they are no quantity.
fn foreign(text: &str, end: usize) -> bool {
    let mut rest = text[end..].chars();
    let (first, second) = (rest.next(), rest.next());
    let digit = second.is_some_and(|c| c.is_ascii_digit());
    match first {
        Some(c) if c.is_ascii_alphabetic() || matches!(c, '@' | '_' | '=' | '•' | '·') => true,
        Some('-' | '/' | ':' | '~' | '—' | '–' | '至' | '+' | ' ') => digit,
        Some(',') => digit && !text[..end].contains(','),
        _ => false,
    }
}

fn build(digits: &str, places: usize) -> Option<(Number, Number)> {
    let plain = match digits.contains(',') {
        true => Cow::Owned(digits.replace(',', "")),
        false => Cow::Borrowed(digits),
    };
    let whole = plain.split('.').next().map_or(0, str::len);
    if whole > MAX_WHOLE || places > MAX_PLACES {
        return None;
    }
    let value = match plain.parse::<u64>() {
        Ok(whole) => whole.into(),
        Err(_) => plain.parse().ok()?,
    };
    Some((value, Number::new(1, places as u32)))
}

fn scale(text: &str, value: Number, step: Number, places: usize, end: usize) -> Printed {
    let mut printed = Printed {
        value,
        step,
        places: places as u32,
        digits: end,
        len: end,
        scaled: false,
        more: false,
    };
    while let Some(next) = text[printed.len..].chars().next() {
        match next {
            '余' | '多' if !printed.more => printed.more = true,
            '十' | '百' | '千' | '万' | '亿' if !printed.scaled || printed.step < power(next) =>
            {
                printed.value *= power(next);
                printed.step *= power(next);
                printed.scaled = true;
            }
            _ => break,
        }
        printed.len += next.len_utf8();
    }
    if !printed.scaled && places == 0 {
        printed.step = trailing(value);
    }
    printed
}

fn power(character: char) -> Number {
    Number::from(match character {
        '十' => 10_u32,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        _ => 100_000_000,
    })
}

/// The power of ten that the zeros at the end of a whole number stand for: 1000 for 3000.
fn trailing(value: Number) -> Number {
    let mut step = Number::ONE;
    let ten = Number::from(10);
    while !value.is_zero() && (value % (step * ten)).is_zero() {
        step *= ten;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::{Number, Token, read};

    fn value(text: &str) -> Option<Number> {
        match read(text) {
            Token::Number(printed) => Some(printed.value),
            Token::Malformed(_) | Token::Other(_) => None,
        }
    }

    #[test]
    fn digits_are_read_as_people_write_them() {
        assert_eq!(value("3,259件"), Some(3259.into()));
        assert_eq!(value("18.6万余条"), Some(186_000.into()));
        assert_eq!(value("1.5亿元"), Some(150_000_000.into()));
        assert_eq!(value("54.89%"), Some(Number::new(5489, 2)));
        assert_eq!(value("74,西区59"), Some(74.into()));
        assert_eq!(value("98.。"), Some(98.into()));
    }

    #[test]
    fn other_runs_of_digits_are_no_numbers() {
        for text in [
            "0539-8123407",
            "222.162.179.83",
            "2.0.1版",
            "10-15条",
            "5G",
            "12 0",
        ] {
            assert!(matches!(read(text), Token::Other(_)), "{text}");
        }
        for text in ["99.%", "1,23,456次", "12..5"] {
            assert!(matches!(read(text), Token::Malformed(_)), "{text}");
        }
        assert!(matches!(read(&"9".repeat(40)), Token::Other(_)));
    }
}
