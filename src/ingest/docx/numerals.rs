//! The numbers that Word writes by itself, in the manners of ECMA-376, part 1, 17.18.59.

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEGAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const LEGAL_TRADITIONAL: [char; 10] = ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'];

/// A number as Word prints it in a format of the given name; plain digits where the name is unknown.
pub(super) fn written(number: i64, format: &str) -> String {
    let n = match usize::try_from(number) {
        Ok(n) if n <= 1_000_000 => n,
        _ => return number.to_string(),
    };
    match format {
        "none" | "bullet" => String::new(),
        "decimalZero" => format!("{n:02}"),
        "upperLetter" => letters(n, b'A'),
        "lowerLetter" => letters(n, b'a'),
        "upperRoman" => roman(n),
        "lowerRoman" => roman(n).to_lowercase(),
        "ordinal" => ordinal(n),
        "hex" => format!("{n:X}"),
        "numberInDash" => format!("- {n} -"),
        "decimalFullWidth" | "decimalFullWidth2" => full_width(n),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circled(n),
        "decimalEnclosedParen" => enclosed(n, 0x2474, 20).unwrap_or_else(|| format!("({n})")),
        "decimalEnclosedFullstop" => enclosed(n, 0x2488, 20).unwrap_or_else(|| format!("{n}.")),
        "ideographEnclosedCircle" => enclosed(n, 0x3280, 10).unwrap_or_else(|| n.to_string()),
        "ideographDigital"
        | "japaneseDigitalTenThousand"
        | "taiwaneseDigital"
        | "koreanDigital2" => digits(n),
        "chineseCounting" | "taiwaneseCounting" if n >= 100 => digits(n),
        "chineseCounting"
        | "taiwaneseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCountingThousand" => counted(n, &DIGITS, ["十", "百", "千", "万"], true),
        "japaneseCounting" => japanese(n),
        "chineseLegalSimplified" => counted(n, &LEGAL, ["拾", "佰", "仟", "万"], false),
        "ideographLegalTraditional" | "japaneseLegal" => {
            counted(n, &LEGAL_TRADITIONAL, ["拾", "佰", "仟", "萬"], false)
        }
        "ideographTraditional" => cycle(n, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => cycle(n, "子丑寅卯辰巳午未申酉戌亥"),
        _ => n.to_string(),
    }
}

/// A, B … Z, AA, BB …: Word doubles the letter.
fn letters(n: usize, first: u8) -> String {
    if n == 0 {
        return String::new();
    }
    let letter = char::from(first + ((n - 1) % 26) as u8);
    std::iter::repeat_n(letter, ((n - 1) / 26 + 1).min(30)).collect()
}

fn roman(mut n: usize) -> String {
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
    if n > 5000 {
        return n.to_string();
    }
    let mut text = String::new();
    for (value, sign) in STEPS {
        while n >= value {
            text.push_str(sign);
            n -= value;
        }
    }
    text
}

fn ordinal(n: usize) -> String {
    let ending = match (n % 10, n % 100) {
        (1, last) if last != 11 => "st",
        (2, last) if last != 12 => "nd",
        (3, last) if last != 13 => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

fn full_width(n: usize) -> String {
    let wide = |digit: char| char::from_u32(digit as u32 - 0x30 + 0xff10).unwrap_or(digit);
    n.to_string().chars().map(wide).collect()
}

fn circled(n: usize) -> String {
    enclosed(n, 0x2460, 20)
        .or_else(|| enclosed(n.saturating_sub(20), 0x3251, 15))
        .or_else(|| enclosed(n.saturating_sub(35), 0x32b1, 15))
        .unwrap_or_else(|| n.to_string())
}

/// The sign of a number in a row of signs that begins with the one for 1.
fn enclosed(n: usize, first: u32, count: usize) -> Option<String> {
    let sign = (1..=count).contains(&n).then(|| first + n as u32 - 1)?;
    char::from_u32(sign).map(String::from)
}

fn digits(n: usize) -> String {
    let digit = |c: char| c.to_digit(10).map(|d| DIGITS[d as usize]);
    n.to_string().chars().filter_map(digit).collect()
}

fn cycle(n: usize, signs: &str) -> String {
    let count = signs.chars().count();
    match n {
        0 => String::new(),
        _ => signs.chars().nth((n - 1) % count).into_iter().collect(),
    }
}

/// 一百零一: with 零 for what is passed over, and 十 instead of 一十 where `short`.
fn counted(n: usize, signs: &[char; 10], units: [&str; 4], short: bool) -> String {
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

/// 百一: no 一 before 十 and 百, no 零.
fn japanese(n: usize) -> String {
    if n == 0 || n >= 10_000 {
        return digits(n);
    }
    let mut text = String::new();
    for (value, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = n / value % 10;
        if digit > 1 || (digit == 1 && value == 1) {
            text.push(DIGITS[digit]);
        }
        if digit > 0 {
            text.push_str(unit);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        let cases = [
            (3, "decimal", "3"),
            (3, "chineseCounting", "三"),
            (10, "chineseCounting", "十"),
            (12, "chineseCountingThousand", "十二"),
            (20, "chineseCountingThousand", "二十"),
            (101, "chineseCountingThousand", "一百零一"),
            (110, "chineseCountingThousand", "一百一十"),
            (21, "japaneseCounting", "二十一"),
            (105, "japaneseCounting", "百五"),
            (10, "ideographDigital", "一〇"),
            (12, "decimalFullWidth", "１２"),
            (3, "decimalEnclosedCircle", "③"),
            (21, "decimalEnclosedCircleChinese", "㉑"),
            (4, "decimalEnclosedParen", "⑷"),
            (2, "chineseLegalSimplified", "贰"),
            (15, "chineseLegalSimplified", "壹拾伍"),
            (11, "ideographTraditional", "甲"),
            (28, "lowerLetter", "bb"),
            (14, "lowerRoman", "xiv"),
            (22, "ordinal", "22nd"),
            (5, "decimalZero", "05"),
            (7, "no such format", "7"),
            (-2, "chineseCounting", "-2"),
        ];
        for (number, format, text) in cases {
            assert_eq!(written(number, format), text, "{number} {format}");
        }
    }
}
