//! Bytes to characters, judging by the bytes.

/// How much is looked at to judge.
const SAMPLE: usize = 1 << 16;

/// The text in whatever encoding it has; nothing where the bytes are no text.
///
/// Tried in this order: byte-order marks, UTF-16 by its looks, UTF-8, the page's own `charset`, GB18030.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return plausible(String::from_utf8_lossy(rest).into_owned());
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return plausible(utf16(rest, u16::from_le_bytes));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return plausible(utf16(rest, u16::from_be_bytes));
    }
    plausible(without_mark(bytes)?)
}

/// The same, where the encoding is said beside the bytes; what is said counts only where the bytes leave a choice.
pub(super) fn decode_as(bytes: &[u8], charset: Option<&str>) -> Option<String> {
    let marked = bytes.starts_with(b"\xef\xbb\xbf") || bytes.starts_with(b"\xff\xfe");
    let said = charset.and_then(|name| known(&name.to_ascii_lowercase()));
    match said {
        Some(label) if !marked && utf8(bytes).is_none() => plausible(legacy(bytes, label)?),
        _ => decode(bytes),
    }
}

fn without_mark(bytes: &[u8]) -> Option<String> {
    let zeros = bytes[..bytes.len().min(SAMPLE)].contains(&0);
    let utf8 = utf8(bytes);
    if zeros || utf8.is_none() {
        let demanded = if zeros { 0.8 } else { 0.97 };
        let (little, big) = (
            looks(bytes, u16::from_le_bytes),
            looks(bytes, u16::from_be_bytes),
        );
        if little.max(big) >= demanded {
            let read = if little >= big {
                u16::from_le_bytes
            } else {
                u16::from_be_bytes
            };
            return Some(utf16(bytes, read));
        }
        if zeros {
            return None;
        }
    }
    utf8.or_else(|| legacy(bytes, declared(bytes).unwrap_or("gb18030")))
}

/// UTF-8, also where it is cut within its last character or damaged in a few places.
fn utf8(bytes: &[u8]) -> Option<String> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let (mut wide, mut damaged) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        wide += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        damaged += usize::from(!chunk.invalid().is_empty());
    }
    (wide > 20 * damaged).then(|| String::from_utf8_lossy(bytes).into_owned())
}

fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
    char::decode_utf16(units)
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// The share of the bytes, read as UTF-16, that Chinese text is made of; zero where there is too little to tell.
fn looks(bytes: &[u8], read: fn([u8; 2]) -> u16) -> f64 {
    let units = bytes.chunks_exact(2).take(SAMPLE / 2);
    let total = units.len();
    let good = units
        .filter(|pair| is_usual(read([pair[0], pair[1]])))
        .count();
    if total < 4 {
        return 0.0;
    }
    good as f64 / total as f64
}

fn is_usual(unit: u16) -> bool {
    matches!(unit, 0x09..=0x0d | 0x20..=0x7e | 0xa0 | 0xb7 | 0x2010..=0x2027 | 0x3000..=0x301f | 0x4e00..=0x9fff | 0xff01..=0xff5e)
}

/// The encoding that a page says it has, where it is one that this module has a name for.
fn declared(bytes: &[u8]) -> Option<&'static str> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let at = head.find("charset=")? + "charset=".len();
    known(head[at..].trim_start_matches(['"', '\'', ' ']))
}

/// The encoding of a name, in small letters, where this module has a decoder for it.
fn known(name: &str) -> Option<&'static str> {
    [("big5", "big5"), ("gb", "gb18030")]
        .into_iter()
        .find_map(|(prefix, label)| name.starts_with(prefix).then_some(label))
}

/// Text of Chinese programs of the time before Unicode.
#[cfg(feature = "files")]
pub(super) fn gbk(bytes: &[u8]) -> String {
    legacy(bytes, "gb18030").unwrap_or_default()
}

/// The encodings of old: natively from a table, in the browser by the browser's own decoder.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn legacy(bytes: &[u8], label: &str) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Some(text.into_owned())
}

/// The encodings of old: natively from a table, in the browser by the browser's own decoder.
#[cfg(target_arch = "wasm32")]
pub(super) fn legacy(bytes: &[u8], label: &str) -> Option<String> {
    let decoder = web_sys::TextDecoder::new_with_label(label).ok()?;
    let array = js_sys::Uint8Array::from(bytes);
    decoder.decode_with_js_u8_array(&array).ok()
}

/// The text, unless so much of it is damaged or unprintable that it cannot be one.
fn plausible(text: String) -> Option<String> {
    // All bytes are looked at, many at a time, where a search would look at one after the other.
    let odd = |byte| matches!(byte, 0..=8 | 14..=31 | 127 | 0xc2);
    let sound = !text.bytes().fold(false, |any, byte| any | odd(byte));
    if sound && !text.contains(char::REPLACEMENT_CHARACTER) {
        return Some(text);
    }
    let (mut all, mut bad) = (0_usize, 0_usize);
    for character in text.chars().take(SAMPLE) {
        all += 1;
        bad += usize::from(
            character == char::REPLACEMENT_CHARACTER
                || (character.is_control() && !matches!(character, '\t'..='\r' | '\u{85}')),
        );
    }
    (bad * 5 <= all).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::decode;

    const TEXT: &str = "云溪市2023年共收到申请12件，办结率100%。\n";

    fn units(big: bool) -> Vec<u8> {
        let swap = if big {
            u16::to_be_bytes
        } else {
            u16::to_le_bytes
        };
        TEXT.encode_utf16().flat_map(swap).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let gb = encoding_rs::GB18030.encode(TEXT).0.into_owned();
        let marked = ["\u{feff}".as_bytes(), TEXT.as_bytes()].concat();
        let little = [&[0xff, 0xfe][..], &units(false)].concat();
        let big = [&[0xfe, 0xff][..], &units(true)].concat();
        for bytes in [
            TEXT.into(),
            gb,
            marked,
            little,
            big,
            units(false),
            units(true),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Some(TEXT));
        }
    }

    #[test]
    fn four_byte_gb18030_is_read() {
        let text = "㐂镕𠮷市政府公开";
        let bytes = encoding_rs::GB18030.encode(text).0.into_owned();
        assert_eq!(decode(&bytes).as_deref(), Some(text));
    }

    #[test]
    fn damaged_utf8_stays_utf8() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        bytes.truncate(bytes.len() - 3);
        let text = decode(&bytes).unwrap_or_default();
        assert!(text.starts_with("云溪市2023年") && text.ends_with('\u{fffd}'));
    }

    #[test]
    fn noise_is_no_text() {
        let noise: Vec<u8> = (0..4096_u32).map(|n| (n * 7 % 32) as u8).collect();
        assert_eq!(decode(&noise), None);
    }
}
