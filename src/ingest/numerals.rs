//! Numbers as lists write them: 一百零一, ①, IV. Which of these a list asks for, each format of files names in its own way.

/// 〇 to 九.
pub(super) const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/// 零 to 玖, as on cheques.
pub(super) const LEGAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
/// The ten heavenly stems.
pub(super) const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
/// The twelve earthly branches.
pub(super) const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// A, B … Z, AA, BB …: Word doubles the letter.
pub(super) fn letters(n: usize, first: u8) -> String {
    if n == 0 {
        return String::new();
    }
    let letter = char::from(first + ((n - 1) % 26) as u8);
    std::iter::repeat_n(letter, ((n - 1) / 26 + 1).min(30)).collect()
}

/// IV; nothing for zero.
pub(super) fn roman(mut n: usize) -> String {
    const STEPS: [(usize, &str); 13] = [
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
    let mut text = String::new();
    for (value, sign) in STEPS {
        while n >= value {
            text.push_str(sign);
            n -= value;
        }
    }
    text
}

/// Digits as wide as a Chinese character.
pub(super) fn full_width(n: usize) -> String {
    let wide = |digit: char| char::from_u32(digit as u32 - 0x30 + 0xff10).unwrap_or(digit);
    n.to_string().chars().map(wide).collect()
}

/// The sign of a number in a row of signs that begins with the one for 1.
pub(super) fn enclosed(n: usize, first: u32, count: usize) -> Option<String> {
    let sign = (1..=count).contains(&n).then(|| first + n as u32 - 1)?;
    char::from_u32(sign).map(String::from)
}

/// Digit by digit: 一〇.
pub(super) fn digits(n: usize) -> String {
    let digit = |c: char| c.to_digit(10).map(|d| DIGITS[d as usize]);
    n.to_string().chars().filter_map(digit).collect()
}

/// 一百零一: with 零 for what is passed over, and 十 instead of 一十 where `short`.
pub(super) fn counted(n: usize, signs: &[char; 10], units: [&str; 4], short: bool) -> String {
    if n == 0 {
        return String::from(if short { '〇' } else { signs[0] });
    }
    if n >= 10_000 {
        let (high, low) = (n / 10_000, n % 10_000);
        let head = counted(high, signs, units, short) + units[3];
        let gap = if low > 0 && low < 1000 { "零" } else { "" };
        let tail = if low > 0 {
            counted(low, signs, units, false)
        } else {
            String::new()
        };
        return head + gap + &tail;
    }
    let mut text = String::new();
    let mut passed = false;
    for (value, unit) in [(1000, units[2]), (100, units[1]), (10, units[0]), (1, "")] {
        let digit = n / value % 10;
        if digit == 0 {
            passed |= !text.is_empty();
            continue;
        }
        if passed {
            text.push('零');
        }
        passed = false;
        if !(short && value == 10 && digit == 1 && text.is_empty()) {
            text.push(signs[digit]);
        }
        text.push_str(unit);
    }
    text
}
