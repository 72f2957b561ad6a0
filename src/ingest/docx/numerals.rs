//! The numbers that Word writes by itself, in the manners of ECMA-376, part 1, 17.18.59.

use crate::ingest::numerals::{
    BRANCHES, DIGITS, LEGAL, STEMS, counted, digits, enclosed, full_width, letters, roman,
};

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
        "upperRoman" | "lowerRoman" if n > 5000 => n.to_string(),
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
        "ideographTraditional" => cycle(n, STEMS),
        "ideographZodiac" => cycle(n, BRANCHES),
        _ => n.to_string(),
    }
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

fn circled(n: usize) -> String {
    enclosed(n, 0x2460, 20)
        .or_else(|| enclosed(n.saturating_sub(20), 0x3251, 15))
        .or_else(|| enclosed(n.saturating_sub(35), 0x32b1, 15))
        .unwrap_or_else(|| n.to_string())
}

fn cycle(n: usize, signs: &str) -> String {
    let count = signs.chars().count();
    match n {
        0 => String::new(),
        _ => signs.chars().nth((n - 1) % count).into_iter().collect(),
    }
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
