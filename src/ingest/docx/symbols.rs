//! Characters that Word takes from symbol fonts.

/// The character of Unicode that a symbol font shows for one of its codes, for those that office texts use.
const SIGNS: &[(&str, u8, char)] = &[
    ("symbol", 0xa3, '≤'),
    ("symbol", 0xb0, '°'),
    ("symbol", 0xb1, '±'),
    ("symbol", 0xb3, '≥'),
    ("symbol", 0xb4, '×'),
    ("symbol", 0xb7, '•'),
    ("symbol", 0xb8, '÷'),
    ("symbol", 0xb9, '≠'),
    ("symbol", 0xbb, '≈'),
    ("wingdings", 0x6c, '●'),
    ("wingdings", 0x6e, '■'),
    ("wingdings", 0x6f, '□'),
    ("wingdings", 0x75, '◆'),
    ("wingdings", 0xa1, '○'),
    ("wingdings", 0xa7, '▪'),
    ("wingdings", 0xa8, '□'),
    ("wingdings", 0xd8, '➢'),
    ("wingdings", 0xfb, '✗'),
    ("wingdings", 0xfc, '✓'),
    ("wingdings", 0xfd, '☒'),
    ("wingdings", 0xfe, '☑'),
    ("wingdings 2", 0x4f, '✗'),
    ("wingdings 2", 0x50, '✓'),
    ("wingdings 2", 0x52, '☑'),
    ("wingdings 2", 0x53, '☒'),
    ("wingdings 2", 0xa3, '□'),
];

/// Fonts whose codes mean no letters and digits.
const FONTS: [&str; 6] = [
    "symbol",
    "wingdings",
    "wingdings 2",
    "wingdings 3",
    "webdings",
    "mt extra",
];

/// The character that `w:sym` shows; one that nothing is known of stays what it is, and cannot be read.
pub(super) fn symbol(font: &str, code: &str) -> Option<char> {
    let code = u32::from_str_radix(code.trim(), 16).ok()?;
    let font = font.to_ascii_lowercase();
    let sign = match code {
        0xf020..=0xf0ff => code - 0xf000,
        _ => code,
    };
    let known = SIGNS
        .iter()
        .find(|(of, number, _)| *of == font && u32::from(*number) == sign);
    match known {
        Some((.., character)) => Some(*character),
        // Digits and signs of these fonts stand where they stand in ASCII.
        None if font == "symbol" && (0x20..0x40).contains(&sign) => char::from_u32(sign),
        None if FONTS.contains(&font.as_str()) => char::from_u32(0xf000 | sign),
        None => char::from_u32(sign),
    }
}

/// The enclosed number that a field of Word draws out of a circle and a number: `eq \o\ac(○,12)`.
pub(super) fn enclosed(instruction: &str) -> Option<String> {
    let plain: String = instruction
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .to_ascii_lowercase();
    let inner = plain
        .strip_prefix("eq\\o\\ac(")
        .or_else(|| plain.strip_prefix("eq\\o("))?
        .strip_suffix(')')?;
    let (circle, number) = inner.split_once(',')?;
    let number: u32 = number.parse().ok().filter(|n| (1..=20).contains(n))?;
    let first = match circle {
        "○" | "〇" | "◯" => 0x2460,
        "()" | "（）" => 0x2474,
        _ => return None,
    };
    char::from_u32(first + number - 1).map(String::from)
}
