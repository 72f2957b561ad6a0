//! Numbers written as lists write them: 一, 十二, ①, IV.

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEGAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
const BRANCHES: [char; 12] = [
    '子', '丑', '寅', '卯', '辰', '巳', '午', '未', '申', '酉', '戌', '亥',
];
const ROMAN: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// A number in one of the formats of lists ([MS-OSHARED] 2.2.1.3); in digits where the format has no such number.
pub(super) fn number(count: u32, format: u8) -> String {
    let within = |first: char, most: u32| {
        (1..=most)
            .contains(&count)
            .then(|| char::from_u32(first as u32 + count - 1))
            .flatten()
            .map(String::from)
    };
    let written = match format {
        1 => roman(count),
        2 => roman(count).map(|text| text.to_lowercase()),
        3 => letters(count),
        4 => letters(count).map(|text| text.to_lowercase()),
        10 | 17 | 36 | 40 => Some(digit_by_digit(count)),
        11 | 33 | 35 | 37 | 39 => counted(count, &DIGITS, ["", "十", "百", "千"], '零'),
        16 | 34 | 38 => counted(count, &LEGAL, ["", "拾", "佰", "仟"], '零'),
        14 => Some(count.to_string().chars().map(full_width).collect()),
        18 | 28 => within('①', 20),
        26 => within('⒈', 20),
        27 => within('⑴', 20),
        29 => within('㈠', 10),
        30 => STEMS
            .get((count as usize).wrapping_sub(1))
            .map(ToString::to_string),
        31 => BRANCHES
            .get((count as usize).wrapping_sub(1))
            .map(ToString::to_string),
        22 => Some(format!("{count:02}")),
        255 => Some(String::new()),
        _ => None,
    };
    written.unwrap_or_else(|| count.to_string())
}

fn full_width(digit: char) -> char {
    char::from_u32(digit as u32 + 0xfee0).unwrap_or(digit)
}

fn digit_by_digit(count: u32) -> String {
    let digit = |c: char| c.to_digit(10).map_or(c, |digit| DIGITS[digit as usize]);
    count.to_string().chars().map(digit).collect()
}

/// 十, 十一, 二十, 一百零五: up to 9999.
fn counted(count: u32, digits: &[char; 10], places: [&str; 4], zero: char) -> Option<String> {
    if !(1..10_000).contains(&count) {
        return None;
    }
    let mut text = String::new();
    let mut gap = false;
    for (place, unit) in (0..4).rev().zip(places.into_iter().rev()) {
        let digit = count / 10_u32.pow(place) % 10;
        if digit == 0 {
            gap |= !text.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            text.push(zero);
        }
        // 十一, not 一十一.
        if !(place == 1 && digit == 1 && text.is_empty() && unit == "十") {
            text.push(digits[digit as usize]);
        }
        text += unit;
    }
    Some(text)
}

fn roman(mut count: u32) -> Option<String> {
    if !(1..4000).contains(&count) {
        return None;
    }
    let mut text = String::new();
    for (value, letters) in ROMAN {
        while count >= value {
            text += letters;
            count -= value;
        }
    }
    Some(text)
}

/// A to Z, then AA to ZZ.
fn letters(count: u32) -> Option<String> {
    let at = count.checked_sub(1).filter(|&at| at < 26 * 30)?;
    let letter = char::from(b'A' + (at % 26) as u8);
    Some(std::iter::repeat_n(letter, at as usize / 26 + 1).collect())
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_written_as_lists_write_them() {
        let chinese: Vec<_> = [1, 10, 11, 20, 21, 105, 110, 1010]
            .into_iter()
            .map(|count| number(count, 37))
            .collect();
        assert_eq!(
            chinese,
            [
                "一",
                "十",
                "十一",
                "二十",
                "二十一",
                "一百零五",
                "一百一十",
                "一千零一十"
            ]
        );
        assert_eq!(number(10, 10), "一〇");
        assert_eq!(number(3, 28), "③");
        assert_eq!(number(2, 27), "⑵");
        assert_eq!(number(4, 1), "IV");
        assert_eq!(number(27, 4), "aa");
        assert_eq!(number(0, 37), "0");
        assert_eq!(number(30, 18), "30");
    }
}
