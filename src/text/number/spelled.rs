//! Numbers in Chinese numerals.

use super::Printed;

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

#[cfg(test)]
mod tests {
    use super::spelled;

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
