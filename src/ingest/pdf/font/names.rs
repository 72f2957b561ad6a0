//! Characters of the one-byte encodings and of glyph names.

/// What a byte is in WinAnsiEncoding.
pub(super) fn win_ansi(byte: u8) -> char {
    const HIGH: &str = "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ";
    match byte {
        0x80..0xa0 => HIGH.chars().nth(usize::from(byte) - 0x80).unwrap_or('•'),
        _ => char::from(byte),
    }
}

/// What a byte is in MacRomanEncoding.
pub(super) fn mac_roman(byte: u8) -> char {
    const HIGH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
    match byte {
        0x80.. => HIGH.chars().nth(usize::from(byte) - 0x80).unwrap_or('•'),
        _ => char::from(byte),
    }
}

/// What a byte is in StandardEncoding.
pub(super) fn standard(byte: u8) -> char {
    const HIGH: &[(u8, &str)] = &[
        (0xa1, "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ"),
        (0xb1, "–†‡·"),
        (0xb6, "¶•‚„”»…‰"),
        (0xbf, "¿"),
        (0xc1, "`´ˆ˜¯˘˙¨"),
        (0xca, "˚¸"),
        (0xcd, "˝˛ˇ—"),
        (0xe1, "Æ"),
        (0xe3, "ª"),
        (0xe8, "ŁØŒº"),
        (0xf1, "æ"),
        (0xf5, "ı"),
        (0xf8, "łøœß"),
    ];
    match byte {
        0x27 => '’',
        0x60 => '‘',
        0x80.. => HIGH
            .iter()
            .rev()
            .find(|(first, _)| *first <= byte)
            .and_then(|(first, row)| row.chars().nth(usize::from(byte - first)))
            .unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(byte),
    }
}

/// Names of glyphs that are no letters, as far as reports use them.
const NAMES: &[(&str, char)] = &[
    ("space", ' '),
    ("nbspace", '\u{a0}'),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("quoteright", '’'),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("minus", '−'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("asciicircum", '^'),
    ("underscore", '_'),
    ("grave", '`'),
    ("quoteleft", '‘'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("asciitilde", '~'),
    ("exclamdown", '¡'),
    ("cent", '¢'),
    ("sterling", '£'),
    ("yen", '¥'),
    ("section", '§'),
    ("copyright", '©'),
    ("registered", '®'),
    ("degree", '°'),
    ("plusminus", '±'),
    ("paragraph", '¶'),
    ("periodcentered", '·'),
    ("middot", '·'),
    ("multiply", '×'),
    ("divide", '÷'),
    ("endash", '–'),
    ("emdash", '—'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("quotesinglbase", '‚'),
    ("quotedblbase", '„'),
    ("bullet", '•'),
    ("ellipsis", '…'),
    ("perthousand", '‰'),
    ("guillemotleft", '«'),
    ("guillemotright", '»'),
    ("trademark", '™'),
    ("Euro", '€'),
    ("fi", 'ﬁ'),
    ("fl", 'ﬂ'),
    ("ff", 'ﬀ'),
    ("ffi", 'ﬃ'),
    ("ffl", 'ﬄ'),
    ("ordmasculine", 'º'),
    ("lessequal", '≤'),
    ("greaterequal", '≥'),
    ("notequal", '≠'),
    ("arrowright", '→'),
    ("mu", 'µ'),
    ("onesuperior", '¹'),
    ("twosuperior", '²'),
    ("threesuperior", '³'),
];

/// The character that a glyph's name stands for.
pub(super) fn named(name: &str) -> Option<char> {
    let stem = name.split('.').next().filter(|stem| !stem.is_empty())?;
    let mut letters = stem.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter);
    }
    if let Some(entry) = NAMES.iter().find(|entry| entry.0 == stem) {
        return Some(entry.1);
    }
    let digits = stem
        .strip_prefix("uni")
        .map(|digits| digits.get(..4).unwrap_or_default());
    let digits = digits.or_else(|| {
        stem.strip_prefix('u')
            .filter(|digits| (4..=6).contains(&digits.len()))
    })?;
    u32::from_str_radix(digits, 16)
        .ok()
        .and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::{named, standard, win_ansi};

    #[test]
    fn names_of_glyphs_are_characters() {
        assert_eq!(named("seven"), Some('7'));
        assert_eq!(named("uni4E00"), Some('一'));
        assert_eq!(named("u20BB7"), Some('𠮷'));
        assert_eq!(named("A.sc"), Some('A'));
        assert_eq!((named("g123"), named(".notdef")), (None, None));
    }

    #[test]
    fn bytes_are_characters() {
        assert_eq!(
            (win_ansi(0x93), standard(0xd0), standard(0xaa)),
            ('“', '—', '“')
        );
    }
}
