//! Exact numbers, and numbers as they are printed: rounded, hedged, grouped, spelled out.

use rust_decimal::{RoundingStrategy, prelude::ToPrimitive};
use std::borrow::Cow;

/// An exact decimal number, as printed or as recomputed.
pub type Number = rust_decimal::Decimal;

/// The most digits before the point that are taken for a quantity.
const MAX_WHOLE: usize = 12;
/// The greatest value that is taken for a quantity, so that no sum of them overflows.
const MAX_VALUE: u64 = 1_000_000_000_000_000;
/// The most digits after the point that are taken for a quantity.
const MAX_PLACES: usize = 6;

/// A number as it is printed, without its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The value, scaled by 万 or 亿 where one follows.
    pub value: Number,
    /// One unit in the last printed place: 0.01 for `54.89`, 1000 for `18.6万`.
    pub step: Number,
    /// How many digits stand after the point.
    pub places: u32,
    /// The length of the digits alone, in bytes.
    pub digits: usize,
    /// The length with 万, 亿 and a hedge such as 余 between or after them, in bytes.
    pub len: usize,
    /// Whether 万, 亿, 千 or 百 scales the digits.
    pub scaled: bool,
    /// Whether 余 or 多 follows the digits.
    pub more: bool,
}

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
    let mut end = whole;
    let mut places = 0;
    if bytes.get(end) == Some(&b'.') {
        let after = run(bytes, end + 1);
        let next = bytes.get(after);
        if after == end + 1 {
            match next {
                Some(b'%') => return Token::Malformed(end + 2),
                Some(b'.') if run(bytes, end + 2) > end + 2 => {
                    return Token::Malformed(run(bytes, end + 2));
                }
                _ => {}
            }
        } else if next == Some(&b'.') && bytes.get(after + 1).is_some_and(u8::is_ascii_digit) {
            return Token::Other(other(bytes));
        } else {
            places = after - end - 1;
            end = after;
        }
    }
    if groups == Groups::Broken {
        return Token::Malformed(end);
    }
    if foreign(text, end) {
        return Token::Other(other(bytes).max(end));
    }
    match build(&text[..end], places) {
        Some((value, step)) => {
            let printed = scale(text, value, step, places, end);
            let sane = printed.value <= Number::from(MAX_VALUE);
            if sane {
                Token::Number(printed)
            } else {
                Token::Other(printed.len)
            }
        }
        None => Token::Other(end),
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

/// Reads a number spelled in Chinese numerals at the start of `text`: 十二, 两百余, 三千.
#[must_use]
pub fn spelled(text: &str) -> Option<Printed> {
    let (mut total, mut part, mut digit) = (0_u64, 0_u64, None);
    let (mut len, mut last, mut more) = (0, 1_u64, false);
    for character in text.chars() {
        if let Some(value) = numeral(character) {
            if digit.is_some_and(|d| d != 0) {
                return None;
            }
            digit = Some(value);
            last = 1;
        } else if let Some(unit) = multiplier(character) {
            if unit >= 10_000 {
                total = (total + part + digit.unwrap_or(0)).checked_mul(unit)?;
                part = 0;
            } else {
                part += digit.unwrap_or(1) * unit;
            }
            (digit, last) = (None, unit);
        } else if matches!(character, '余' | '多') && len > 0 && !more {
            more = true;
        } else {
            break;
        }
        len += character.len_utf8();
        if len > 40 || total > 1_000_000_000 {
            return None;
        }
    }
    let value = total + part + digit.unwrap_or(0);
    (len > 0).then(|| Printed {
        value: value.into(),
        step: last.into(),
        places: 0,
        digits: len,
        len,
        scaled: false,
        more,
    })
}

fn numeral(character: char) -> Option<u64> {
    "零一二三四五六七八九"
        .chars()
        .position(|c| c == character)
        .map(|at| at as u64)
        .or(match character {
            '〇' => Some(0),
            '两' => Some(2),
            _ => None,
        })
}

fn multiplier(character: char) -> Option<u64> {
    Some(match character {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// How a printed number is softened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hedge {
    /// Not at all.
    None,
    /// 余, 多: this or somewhat more.
    More,
    /// 约, 左右: somewhere near.
    About,
    /// 近: somewhat less.
    Nearly,
    /// 超, 突破, 以上: more, without end.
    Over,
    /// 不足: less.
    Under,
}

/// The values that a printed number allows, both ends included.
#[must_use]
pub fn allowed(printed: &Printed, hedge: Hedge) -> (Number, Number) {
    let (value, step) = (printed.value, printed.step);
    let half = step / Number::from(2);
    match hedge {
        Hedge::None if printed.scaled => (value - half, value + step),
        Hedge::None => (value, value),
        Hedge::More => (value, value + step),
        Hedge::About => (value - step, value + step),
        Hedge::Nearly => (value - step, value),
        Hedge::Over => (value, value * Number::from(10) + step),
        Hedge::Under => (Number::ZERO, value),
    }
}

/// The values that a printed percentage stands for, both ends included.
#[must_use]
pub fn rounded(value: Number, places: u32) -> (Number, Number) {
    let half = Number::new(5, places + 1);
    (value - half, value + half)
}

/// A number as people write it: no needless zeros after the point.
#[must_use]
pub fn plain(value: Number) -> String {
    match value.to_i64() {
        Some(whole) if value.scale() == 0 => whole.to_string(),
        _ => value.normalize().to_string(),
    }
}

/// `part` of `whole` in percent, unless there is no whole.
#[must_use]
pub fn percent(part: Number, whole: Number) -> Option<Number> {
    part.checked_mul(Number::ONE_HUNDRED)?.checked_div(whole)
}

/// A value rounded to `places` digits after the point, a half away from zero.
#[must_use]
pub fn half_up(value: Number, places: u32) -> Number {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// A recomputed value with the digits that let a reader round it to `places` himself: one more than that, or as many
/// as it takes until rounding what is shown gives what rounding the value gives (63.846, for 63.85 would become 63.9).
#[must_use]
pub fn shown(value: Number, places: u32) -> String {
    let right = half_up(value, places);
    let digits = places.max(1) + 1;
    let enough = (digits..digits + 6).map(|digits| half_up(value, digits));
    let mut tried = enough.filter(|shown| half_up(*shown, places) == right);
    plain(tried.next().unwrap_or(value))
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn a_rounded_number_allows_what_its_print_allows() {
        let Token::Number(printed) = read("18.6万余条") else {
            panic!("a number");
        };
        assert_eq!(
            allowed(&printed, Hedge::More),
            (186_000.into(), 187_000.into())
        );
        let half = (Number::new(1245, 2), Number::new(1255, 2));
        assert_eq!(rounded(Number::new(125, 1), 1), half);
    }

    #[test]
    fn a_recomputed_value_shows_how_it_rounds() {
        let share = percent(166.into(), 260.into()).unwrap_or_default();
        assert_eq!(shown(share, 1), "63.846");
        assert_eq!(shown(Number::new(325, 1), 1), "32.5");
        assert_eq!(shown(Number::new(4996, 2), 0), "49.96");
    }

    #[test]
    fn chinese_numerals_are_read() {
        let read = |text| spelled(text).map(|printed| printed.value);
        assert_eq!(read("十二件"), Some(12.into()));
        assert_eq!(read("两百余件"), Some(200.into()));
        assert_eq!(read("三千五百件"), Some(3500.into()));
        assert_eq!(read("一万二千件"), Some(12_000.into()));
        assert_eq!(read("件"), None);
    }
}
