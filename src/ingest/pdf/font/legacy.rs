//! CMaps that every reader is expected to know: their codes are those of a known character set, so that the
//! characters can be had from the bytes without the CMap's tables.

use super::super::super::encoding;

/// How the codes of a predefined CMap are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Codes {
    /// Two bytes each, the glyph's own number.
    Identity,
    /// UTF-16, big-endian.
    Utf16,
    /// UTF-8.
    Utf8,
    /// UTF-32, big-endian.
    Utf32,
    /// One or two bytes of a national character set, by the name that browsers give it.
    National(&'static str),
}

/// Beginnings of names of CMaps of national character sets, and the set.
const NATIONAL: &[(&[u8], &str)] = &[
    (b"GB", "gb18030"),
    (b"B5", "big5"),
    (b"ETen", "big5"),
    (b"ETHK", "big5"),
    (b"HK", "big5"),
    (b"90ms", "shift_jis"),
    (b"90pv", "shift_jis"),
    (b"83pv", "shift_jis"),
    (b"Add-RKSJ", "shift_jis"),
    (b"Ext-RKSJ", "shift_jis"),
    (b"EUC-", "euc-jp"),
    (b"KSC", "euc-kr"),
];

impl Codes {
    /// The codes of a CMap by its name, and whether it sets text vertically.
    pub(super) fn by_name(name: &[u8]) -> Option<(Self, bool)> {
        let vertical = name == b"V" || name.ends_with(b"-V");
        let has = |part: &[u8]| name.windows(part.len()).any(|window| window == part);
        let codes = match name {
            _ if name.starts_with(b"Identity") => Self::Identity,
            _ if name.starts_with(b"Uni") && has(b"UTF8") => Self::Utf8,
            _ if name.starts_with(b"Uni") && has(b"UTF32") => Self::Utf32,
            _ if name.starts_with(b"Uni") => Self::Utf16,
            _ => Self::National(
                NATIONAL
                    .iter()
                    .find(|(start, _)| name.starts_with(start))?
                    .1,
            ),
        };
        Some((codes, vertical))
    }

    /// The length in bytes of the code that some bytes begin with.
    pub(super) fn length(self, bytes: &[u8]) -> usize {
        let Some(&first) = bytes.first() else {
            return 0;
        };
        let second = bytes.get(1).copied().unwrap_or(0);
        let length = match self {
            Self::Identity => 2,
            Self::Utf16 if (0xd8..0xdc).contains(&first) => 4,
            Self::Utf16 => 2,
            Self::Utf32 => 4,
            Self::Utf8 => match first {
                0..0xc0 => 1,
                0xc0..0xe0 => 2,
                0xe0..0xf0 => 3,
                _ => 4,
            },
            Self::National("gb18030") => match (first, second) {
                (0x81..=0xfe, b'0'..=b'9') => 4,
                (0x81..=0xfe, 0x40..=0xfe) => 2,
                _ => 1,
            },
            Self::National("shift_jis") if matches!(first, 0xa0..=0xdf) => 1,
            Self::National(_) => 1 + usize::from(first > 0x80 && second >= 0x40),
        };
        length.min(bytes.len())
    }

    /// The characters of codes, one entry each; `None` where a code has no character.
    pub(super) fn characters(self, codes: &[&[u8]]) -> Vec<Option<String>> {
        let one = |code: &&[u8]| match self {
            Self::Identity | Self::National(_) => None,
            Self::Utf16 => {
                let units = code
                    .chunks_exact(2)
                    .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
                char::decode_utf16(units).map(Result::ok).collect()
            }
            Self::Utf8 => std::str::from_utf8(code).ok().map(str::to_owned),
            Self::Utf32 => {
                let code = <[u8; 4]>::try_from(*code).ok()?;
                char::from_u32(u32::from_be_bytes(code)).map(String::from)
            }
        };
        match self {
            Self::National(set) => national(codes, set),
            _ => codes.iter().map(one).collect(),
        }
    }
}

/// Decodes all codes in one call, for a call is dear in a browser.
fn national(codes: &[&[u8]], set: &str) -> Vec<Option<String>> {
    let mut bytes = Vec::new();
    for code in codes {
        bytes.extend_from_slice(code);
        // A code that lacks its second byte takes no line break with it.
        bytes.push(b'\n');
    }
    let text = encoding::legacy(&bytes, set).unwrap_or_default();
    let mut lines = text.split('\n');
    let known = |line: &str| {
        let known = !line.is_empty() && !line.contains(char::REPLACEMENT_CHARACTER);
        known.then(|| line.to_owned())
    };
    codes.iter().map(|_| lines.next().and_then(known)).collect()
}

/// The character of a glyph number of the collection Adobe-GB1, for the characters of GB 2312 and ASCII.
///
/// Source: the ranges of Adobe's CMap `GB-EUC-H`, whose rows of 94 characters follow each other without gaps.
pub(super) fn adobe_gb1(glyph: u32) -> Option<String> {
    let ascii = |offset: u32| char::from_u32(0x20 + offset).map(String::from);
    if let 1..=95 = glyph {
        return ascii(glyph - 1);
    }
    if let 814..=907 = glyph {
        return ascii(glyph - 814 + 1);
    }
    if glyph == 7716 {
        return ascii(0);
    }
    let &(first, code, _) = GB1_ROWS
        .iter()
        .find(|(first, _, count)| (*first..first + count).contains(&glyph))?;
    // A range may pass over the ends of rows.
    let place = (code & 0xff) - 0xa1 + (glyph - first);
    let (row, column) = ((code >> 8) + place / 94, 0xa1 + place % 94);
    let bytes = [u8::try_from(row).ok()?, u8::try_from(column).ok()?];
    national(&[&bytes], "gb18030").pop().flatten()
}

/// First glyph, its code in GB 2312, and how many follow each other.
const GB1_ROWS: &[(u32, u32, u32)] = &[
    (96, 0xa1a1, 94),
    (190, 0xa2b1, 50),
    (240, 0xa2e5, 10),
    (250, 0xa2f1, 12),
    (262, 0xa3a1, 94),
    (940, 0xb0a1, 3755),
    (4695, 0xd8a1, 3008),
];

#[cfg(test)]
mod tests {
    use super::Codes;

    fn read(name: &[u8], mut bytes: &[u8]) -> String {
        let (codes, _) = Codes::by_name(name).expect("a known name");
        let mut cut = Vec::new();
        while !bytes.is_empty() {
            let length = codes.length(bytes);
            cut.push(&bytes[..length]);
            bytes = &bytes[length..];
        }
        let texts = codes.characters(&cut);
        texts
            .into_iter()
            .map(|text| text.unwrap_or_else(|| "?".into()))
            .collect()
    }

    #[test]
    fn glyph_numbers_are_characters() {
        let text: String = [940, 4694, 4695, 7702, 98, 815, 17, 279, 7716]
            .iter()
            .filter_map(|&glyph| super::adobe_gb1(glyph))
            .collect();
        assert_eq!(text, "啊座亍齄。\"01 ".replace("01", "0２"));
    }

    #[test]
    fn codes_of_one_and_two_bytes_are_told_apart() {
        assert_eq!(read(b"GBK-EUC-H", b"\xb9\xb2134\xbc\xfe\x80"), "共134件€");
        assert_eq!(read(b"GBK2K-H", b"\x81\x39\xef\x301"), "㐂1");
        assert_eq!(read(b"GB-EUC-H", b"\xff\xb9"), "??");
        assert_eq!(read(b"ETenms-B5-H", b"\xa4\x401"), "一1");
        assert_eq!(read(b"UniGB-UCS2-H", b"\x4e\x00\x00\x31"), "一1");
        assert_eq!(read(b"UniGB-UTF16-V", b"\xd8\x42\xdf\xb7"), "𠮷");
        assert_eq!(read(b"UniGB-UTF8-H", "一1".as_bytes()), "一1");
    }
}
