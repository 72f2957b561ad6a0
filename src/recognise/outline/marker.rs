//! What a heading is numbered with.

/// A kind of ordinal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `一、`
    Han,
    /// `第一部分`
    Part,
    /// `（一）`
    Paren,
    /// `1.`, `（1）`, `①`
    Arabic,
}

impl Style {
    /// Whether ordinals of this kind usually number the sections of a report.
    #[must_use]
    pub fn is_top(self) -> bool {
        matches!(self, Self::Han | Self::Part)
    }
}

/// The ordinal that a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marker {
    /// Its kind.
    pub style: Style,
    /// Its number.
    pub number: u8,
    /// Where the text after it begins, in bytes.
    pub end: usize,
}

/// What may stand after a Chinese ordinal.
const MARKS: [char; 6] = ['、', '.', ',', ':', '·', '，'];
/// What scans, bullets and Markdown put before an ordinal.
const DEBRIS: [char; 10] = ['#', '*', '|', 'l', 'I', '-', '>', '丨', '●', '◆'];

/// Reads the ordinal at the beginning of a folded line.
#[must_use]
pub fn marker(text: &str) -> Option<Marker> {
    let rest = text.trim_start_matches(DEBRIS);
    let skipped = text.len() - rest.len();
    let found = han(rest)
        .or_else(|| part(rest))
        .or_else(|| paren(rest))
        .or_else(|| arabic(rest))
        .or_else(|| enclosed(rest))?;
    Some(Marker {
        end: skipped + found.end,
        ..found
    })
}

fn han(text: &str) -> Option<Marker> {
    let (number, length) = numeral(text)?;
    let rest = text[length..].strip_prefix(MARKS)?;
    Some(at(Style::Han, number, text.len() - rest.len()))
}

fn part(text: &str) -> Option<Marker> {
    let inner = text.strip_prefix('第')?;
    let (number, length) = numeral(inner).or_else(|| digits(inner))?;
    let rest = &inner[length..];
    let rest = rest
        .strip_prefix("部分")
        .or_else(|| rest.strip_prefix('章'))?;
    let rest = rest.trim_start_matches(MARKS);
    Some(at(Style::Part, number, text.len() - rest.len()))
}

fn paren(text: &str) -> Option<Marker> {
    let inner = text.strip_prefix('(')?;
    let (style, (number, length)) = match numeral(inner) {
        Some(found) => (Style::Paren, found),
        None => (Style::Arabic, digits(inner)?),
    };
    let rest = inner[length..].strip_prefix(')')?;
    let rest = rest.trim_start_matches(MARKS);
    Some(at(style, number, text.len() - rest.len()))
}

fn arabic(text: &str) -> Option<Marker> {
    let (number, length) = digits(text)?;
    let rest = text[length..].strip_prefix(['.', '、', ')', ','])?;
    let number_goes_on = rest.starts_with(|c: char| c.is_ascii_digit());
    (!number_goes_on).then(|| at(Style::Arabic, number, text.len() - rest.len()))
}

/// Ordinals that are one character: `㈠`, `①`, `⑴`, `⒈`.
fn enclosed(text: &str) -> Option<Marker> {
    const FIRST: [(Style, char); 4] = [
        (Style::Paren, '㈠'),
        (Style::Arabic, '①'),
        (Style::Arabic, '⑴'),
        (Style::Arabic, '⒈'),
    ];
    let character = text.chars().next()?;
    FIRST.into_iter().find_map(|(style, first)| {
        let steps = (character as u32).checked_sub(first as u32)?;
        let number = u8::try_from(steps).ok().filter(|&steps| steps < 10)? + 1;
        Some(at(style, number, character.len_utf8()))
    })
}

fn at(style: Style, number: u8, end: usize) -> Marker {
    Marker { style, number, end }
}

/// A Chinese numeral up to nineteen at the beginning, and its length.
#[must_use]
pub fn numeral(text: &str) -> Option<(u8, usize)> {
    let mut characters = text.chars();
    let first = characters.next()?;
    let value = numeral_value(first)?;
    let length = first.len_utf8();
    if value == 10
        && let Some(second) = characters.next()
        && let Some(unit) = numeral_value(second).filter(|&unit| unit < 10)
    {
        return Some((10 + unit, length + second.len_utf8()));
    }
    Some((value, length))
}

fn digits(text: &str) -> Option<(u8, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text[..length].parse().ok().filter(|&number| number > 0)?;
    (length <= 2).then_some((number, length))
}

/// The value of one Chinese numeral.
#[must_use]
pub fn numeral_value(character: char) -> Option<u8> {
    "一二三四五六七八九十"
        .chars()
        .zip(1..)
        .find(|&(numeral, _)| numeral == character)
        .map(|(_, value)| value)
}

/// A small number as a Chinese ordinal.
#[must_use]
pub fn written(number: u8) -> String {
    let unit = |at: u8| {
        "一二三四五六七八九十"
            .chars()
            .nth(usize::from(at).saturating_sub(1))
    };
    match number {
        0 => "〇".into(),
        1..=10 => unit(number).into_iter().collect(),
        11..=19 => ['十'].into_iter().chain(unit(number - 10)).collect(),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_of_all_kinds_are_read() {
        for (text, style, number) in [
            ("一、总体情况", Style::Han, 1),
            ("l六、存在", Style::Han, 6),
            ("十一.其他", Style::Han, 11),
            ("第二部分主动公开", Style::Part, 2),
            ("(三)申请", Style::Paren, 3),
            ("㈣复议", Style::Paren, 4),
            ("5、问题", Style::Arabic, 5),
            ("(6)其他", Style::Arabic, 6),
            ("⑦其他", Style::Arabic, 7),
        ] {
            let read = marker(text).map(|marker| (marker.style, marker.number));
            assert_eq!(read, Some((style, number)), "{text}");
        }
        for text in ["2023年", "一是", "3.14", "", "第一,", "(2023)", "总体情况"] {
            assert_eq!(marker(text), None, "{text}");
        }
        assert_eq!(written(7) + &written(12), "七十二");
    }
}
