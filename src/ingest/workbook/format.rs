//! Number formats: what a cell shows for the number that it holds ([ECMA-376] part 1, 18.8.31).

use super::{date, decimal::general, number, token::Token};

#[derive(Debug, Clone, Default)]
struct Section {
    tokens: Vec<Token>,
    condition: Option<(&'static str, f64)>,
}

/// A number format.
#[derive(Debug, Clone)]
pub(in crate::ingest) struct Format {
    sections: Vec<Section>,
}

/// The formats that have numbers and no text, as they look in a Chinese office.
const BUILT_IN: &[(u16, &str)] = &[
    (1, "0"),
    (2, "0.00"),
    (3, "#,##0"),
    (4, "#,##0.00"),
    (5, "\"¥\"#,##0;\"¥\"-#,##0"),
    (6, "\"¥\"#,##0;\"¥\"-#,##0"),
    (7, "\"¥\"#,##0.00;\"¥\"-#,##0.00"),
    (8, "\"¥\"#,##0.00;\"¥\"-#,##0.00"),
    (9, "0%"),
    (10, "0.00%"),
    (11, "0.00E+00"),
    (14, "yyyy/m/d"),
    (15, "d-mmm-yy"),
    (16, "d-mmm"),
    (17, "mmm-yy"),
    (18, "h:mm AM/PM"),
    (19, "h:mm:ss AM/PM"),
    (20, "h:mm"),
    (21, "h:mm:ss"),
    (22, "yyyy/m/d h:mm"),
    (27, "yyyy\"年\"m\"月\""),
    (28, "m\"月\"d\"日\""),
    (29, "m\"月\"d\"日\""),
    (30, "m-d-yy"),
    (31, "yyyy\"年\"m\"月\"d\"日\""),
    (32, "h\"时\"mm\"分\""),
    (33, "h\"时\"mm\"分\"ss\"秒\""),
    (36, "yyyy\"年\"m\"月\""),
    (37, "#,##0;-#,##0"),
    (38, "#,##0;-#,##0"),
    (39, "#,##0.00;-#,##0.00"),
    (40, "#,##0.00;-#,##0.00"),
    (41, "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ "),
    (
        42,
        "_ \"¥\"* #,##0_ ;_ \"¥\"* -#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ ",
    ),
    (43, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ "),
    (
        44,
        "_ \"¥\"* #,##0.00_ ;_ \"¥\"* -#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ ",
    ),
    (45, "mm:ss"),
    (46, "[h]:mm:ss"),
    (47, "mm:ss"),
    (48, "##0.0E+0"),
    (50, "yyyy\"年\"m\"月\""),
    (51, "m\"月\"d\"日\""),
    (52, "yyyy\"年\"m\"月\""),
    (53, "m\"月\"d\"日\""),
    (54, "m\"月\"d\"日\""),
    (57, "yyyy\"年\"m\"月\""),
    (58, "m\"月\"d\"日\""),
];

/// The longest text of a format that is read.
const LONGEST: usize = 512;

impl Format {
    /// The format that a number stands for, where the workbook gives no text for it.
    pub(in crate::ingest) fn built_in(number: u16) -> Self {
        let known = BUILT_IN.iter().find(|(known, _)| *known == number);
        Self::new(known.map_or("General", |(_, code)| code))
    }

    /// Reads a format; what is not understood shows a number as it is.
    pub(in crate::ingest) fn new(code: &str) -> Self {
        let mut end = code.len().min(LONGEST);
        while !code.is_char_boundary(end) {
            end -= 1;
        }
        let mut sections = vec![Section::default()];
        let mut rest = code[..end].chars().peekable();
        while let Some(next) = rest.next() {
            if next == ';' {
                sections.push(Section::default());
            } else if let Some(section) = sections.last_mut() {
                token(next, &mut rest, section);
            }
        }
        for section in &mut sections {
            date::settle_minutes(&mut section.tokens);
        }
        Self { sections }
    }

    /// What a number is shown as; `late` where the workbook counts days from 1904.
    pub(in crate::ingest) fn show(&self, value: f64, late: bool) -> String {
        let (section, signed) = self.section(value);
        let tokens = &section.tokens;
        let dated = |token: &Token| matches!(token, Token::Date(..) | Token::Elapsed(_));
        let shown = if tokens.contains(&Token::Unknown) {
            None
        } else if tokens.iter().any(dated) {
            date::show(tokens, value, late)
        } else {
            number::show(tokens, value, signed)
        };
        shown.unwrap_or_else(|| general(value)).trim().to_owned()
    }

    /// The section for a value, and whether it shows the sign.
    fn section(&self, value: f64) -> (&Section, bool) {
        let sections = &self.sections;
        let first = &sections[0];
        if let Some(found) = sections.iter().find(|section| {
            section.condition.is_some_and(|(sign, bound)| match sign {
                "<" => value < bound,
                "<=" => value <= bound,
                ">" => value > bound,
                ">=" => value >= bound,
                "=" => value == bound,
                _ => value != bound,
            })
        }) {
            return (found, true);
        }
        if first.condition.is_some() {
            let other = sections.iter().find(|section| section.condition.is_none());
            return (other.unwrap_or(first), true);
        }
        match sections.len() {
            2.. if value < 0.0 => (&sections[1], false),
            3.. if value == 0.0 => (&sections[2], true),
            _ => (first, true),
        }
    }
}

/// Reads what begins with a character.
fn token(next: char, rest: &mut std::iter::Peekable<std::str::Chars<'_>>, section: &mut Section) {
    let tokens = &mut section.tokens;
    match next {
        '"' => tokens.push(Token::Text(
            rest.by_ref().take_while(|&c| c != '"').collect(),
        )),
        '\\' => tokens.extend(rest.next().map(|c| Token::Text(c.into()))),
        '_' => {
            rest.next();
            tokens.push(Token::Text(" ".into()));
        }
        '*' => {
            rest.next();
        }
        '[' => bracket(
            &rest.by_ref().take_while(|&c| c != ']').collect::<String>(),
            section,
        ),
        '0' | '#' | '?' => tokens.push(Token::Digit(next)),
        '.' => tokens.push(Token::Point),
        ',' => tokens.push(Token::Comma),
        '%' => tokens.push(Token::Percent),
        '@' => tokens.push(Token::At),
        'E' if matches!(rest.peek(), Some('+' | '-')) => {
            tokens.push(Token::Exponent(rest.next() == Some('+')));
        }
        'G' | 'g' if follows(rest, "eneral") => {
            tokens.push(Token::General);
        }
        'A' | 'a' if follows(rest, "m/pm") => tokens.push(Token::HalfDay(false)),
        '上' if follows(rest, "午/下午") => tokens.push(Token::HalfDay(true)),
        'y' | 'm' | 'd' | 'h' | 's' | 'a' | 'e' | 'b' | 'Y' | 'M' | 'D' | 'H' | 'S' => {
            let letter = next.to_ascii_lowercase();
            let mut count = 1;
            while rest.next_if(|c| c.eq_ignore_ascii_case(&letter)).is_some() {
                count += 1;
            }
            tokens.push(Token::Date(letter, count));
        }
        '/' if matches!(tokens.last(), Some(Token::Digit(_))) => tokens.push(Token::Unknown),
        other => tokens.push(Token::Text(other.into())),
    }
}

/// Takes a word away, if it comes next.
fn follows(rest: &mut std::iter::Peekable<std::str::Chars<'_>>, word: &str) -> bool {
    let mut ahead = rest.clone();
    let found = word.chars().all(|wanted| {
        ahead
            .next()
            .is_some_and(|c| c.eq_ignore_ascii_case(&wanted))
    });
    if found {
        *rest = ahead;
    }
    found
}

/// A colour, a language with its currency, a condition, or time that has passed.
fn bracket(text: &str, section: &mut Section) {
    let lower = text.to_ascii_lowercase();
    let letter = lower.chars().next().unwrap_or(' ');
    if matches!(letter, 'h' | 'm' | 's') && lower.chars().all(|c| c == letter) {
        section.tokens.push(Token::Elapsed(letter));
    } else if let Some(currency) = text.strip_prefix('$') {
        let sign = currency.split('-').next().unwrap_or_default();
        section.tokens.push(Token::Text(sign.to_owned()));
    } else {
        let signs = ["<=", ">=", "<>", "<", ">", "="];
        section.condition = signs.into_iter().find_map(|sign| {
            let bound = text.strip_prefix(sign)?.trim().parse().ok()?;
            Some((sign, bound))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    fn show(code: &str, value: f64) -> String {
        Format::new(code).show(value, false)
    }

    #[test]
    fn numbers_are_shown_as_their_format_says() {
        for (code, value, shown) in [
            ("General", 20.0, "20"),
            ("General", 0.1 + 0.2, "0.3"),
            ("0", 19.5, "20"),
            ("0.00", 1.005, "1.01"),
            ("#,##0", 1_234_567.0, "1,234,567"),
            ("#,##0", 234.0, "234"),
            ("#,##0.00", 59_237.244_9, "59,237.24"),
            ("0%", 0.125, "13%"),
            ("0.00%", 0.125, "12.50%"),
            ("0.0#", 2.5, "2.5"),
            ("000", 7.0, "007"),
            ("#", 0.0, ""),
            ("0_ ", 8.0, "8"),
            ("0_);[Red]\\(0\\)", -8.0, "(8)"),
            ("0;-0", -8.0, "-8"),
            ("0", -8.0, "-8"),
            ("0;;", 0.0, ""),
            ("_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ", 0.0, "-"),
            ("0\"件\"", 12.0, "12件"),
            ("0.00E+00", 12_345.0, "1.23E+04"),
            ("0,", 12_345.0, "12"),
            ("[>=100]0\"多\";0", 120.0, "120多"),
            ("[>=100]0\"多\";0", 20.0, "20"),
            ("[$¥-804]#,##0.00", 3.5, "¥3.50"),
            ("@", 45.0, "45"),
            ("# ?/?", 0.5, "0.5"),
            ("000-0000", 1_234_567.0, "123-4567"),
            ("0E+0.0", 5.0, "5E+00."),
        ] {
            assert_eq!(show(code, value), shown, "{code} {value}");
        }
    }

    #[test]
    fn no_format_stops_the_reading() {
        const PIECES: [&str; 30] = [
            "0", "#", "?", ".", ",", "%", "E+", "E-", "-", "General", "@", "[h]", "[红色]", "[>1]",
            "_", "*", "\\", "\"", ";", "y", "m", "d", "h", "s", "/", "年", ":", "AM/PM", "=", "¥",
        ];
        let values = [
            0.0,
            -1.0,
            44_957.5,
            1e15,
            -1e-9,
            1e308,
            f64::NAN,
            f64::INFINITY,
        ];
        let mut state = 7_u64;
        let mut roll = |sides: usize| {
            state = state.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(1);
            (state >> 33) as usize % sides
        };
        for _ in 0..20_000 {
            let length = 1 + roll(9);
            let code: String = (0..length).map(|_| PIECES[roll(PIECES.len())]).collect();
            let value = values[roll(values.len())];
            assert!(show(&code, value).len() < 2_000, "{code} {value}");
        }
    }

    #[test]
    fn dates_are_shown_as_their_format_says() {
        for (code, value, shown) in [
            ("yyyy/m/d", 45_000.0, "2023/3/15"),
            ("yyyy\"年\"m\"月\"d\"日\"", 44_957.0, "2023年1月31日"),
            ("[$-804]yyyy-mm-dd;@", 44_957.0, "2023-01-31"),
            ("h:mm", 0.5, "12:00"),
            ("[h]:mm", 1.5, "36:00"),
            ("yyyy/m/d", 1.0, "1900/1/1"),
            ("yyyy/m/d", -5.0, "-5"),
        ] {
            assert_eq!(show(code, value), shown, "{code} {value}");
        }
        assert_eq!(Format::built_in(31).show(44_957.0, false), "2023年1月31日");
        assert_eq!(Format::new("yyyy").show(0.0, true), "1904");
    }
}
