//! Fonts: from the bytes of a string to characters and their widths.

mod cmap;
mod embedded;
mod legacy;
mod names;

use self::{cmap::CMap, embedded::Embedded, legacy::Codes};
use super::filters::Budget;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use std::collections::HashMap;

/// The largest embedded font that is searched for characters, in bytes.
const MOST_FONT: usize = 24 << 20;

/// One code of a string.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shown {
    /// Its characters; nothing where they cannot be told.
    pub(super) text: Option<String>,
    /// How far the next one stands from it, in text units (1 is the font's size).
    pub(super) advance: f64,
    /// Whether word spacing applies: a single byte 32.
    pub(super) word_space: bool,
}

/// How codes are cut from bytes.
#[derive(Debug)]
enum Cut {
    /// One byte each.
    Bytes,
    Known(Codes),
    Embedded(CMap),
}

/// A font as far as reading needs it.
#[derive(Debug)]
pub(super) struct Font {
    cut: Cut,
    /// Whether text runs from top to bottom.
    pub(super) vertical: bool,
    to_unicode: Option<CMap>,
    /// Whether `ToUnicode` only says that codes are characters.
    plain_unicode: bool,
    /// What the encoding says of single bytes.
    bytes: Vec<Option<String>>,
    embedded: Option<Embedded>,
    glyph_ids: Vec<u16>,
    gb1: bool,
    widths: HashMap<u32, f64>,
    default_width: f64,
    known: HashMap<Vec<u8>, Option<String>>,
}

impl Font {
    /// Reads a font's dictionary; whatever is missing or damaged leaves its characters unknown.
    pub(super) fn read(dict: &Dict<'_>, budget: &mut Budget) -> Self {
        let to_unicode = dict
            .get::<Stream<'_>>(b"ToUnicode")
            .map(|stream| CMap::parse(&budget.decode(&stream).bytes));
        let plain_unicode = dict
            .get::<Name<'_>>(b"ToUnicode")
            .is_some_and(|name| name.starts_with(b"Identity"));
        let mut font = Self {
            cut: Cut::Bytes,
            vertical: false,
            to_unicode,
            plain_unicode,
            bytes: Vec::new(),
            embedded: None,
            glyph_ids: Vec::new(),
            gb1: false,
            widths: HashMap::new(),
            default_width: 0.0,
            known: HashMap::new(),
        };
        if dict.get::<Name<'_>>(b"Subtype").as_deref() == Some(b"Type0") {
            font.read_composite(dict, budget);
        } else {
            font.read_simple(dict, budget);
        }
        font
    }

    fn read_composite(&mut self, dict: &Dict<'_>, budget: &mut Budget) {
        self.cut = match dict.get::<Object<'_>>(b"Encoding") {
            Some(Object::Stream(stream)) => {
                let map = CMap::parse(&budget.decode(&stream).bytes);
                self.vertical = map.vertical;
                let base = map.base.as_deref().and_then(Codes::by_name);
                match base {
                    Some((codes, _)) if !map.cuts() => Cut::Known(codes),
                    _ => Cut::Embedded(map),
                }
            }
            Some(Object::Name(name)) => match Codes::by_name(&name) {
                Some((codes, vertical)) => {
                    self.vertical = vertical;
                    Cut::Known(codes)
                }
                None => Cut::Known(Codes::Identity),
            },
            _ => Cut::Known(Codes::Identity),
        };
        let fonts = dict.get::<Array<'_>>(b"DescendantFonts");
        let Some(inner) = fonts.and_then(|fonts| fonts.iter::<Dict<'_>>().next()) else {
            return;
        };
        let ordering = inner
            .get::<Dict<'_>>(b"CIDSystemInfo")
            .and_then(|info| info.get::<hayro_syntax::object::String<'_>>(b"Ordering"));
        self.gb1 = ordering.is_some_and(|ordering| ordering.as_bytes() == b"GB1");
        self.default_width = inner
            .get::<f32>(b"DW")
            .map_or(1.0, |width| f64::from(width) / 1000.0);
        if let Some(widths) = inner.get::<Array<'_>>(b"W") {
            self.read_widths(&widths);
        }
        let by_glyph = matches!(self.cut, Cut::Known(Codes::Identity) | Cut::Embedded(_));
        if by_glyph && self.to_unicode.is_none() && !self.plain_unicode {
            self.embedded = embedded(&inner, budget);
            if let Some(map) = inner.get::<Stream<'_>>(b"CIDToGIDMap") {
                let bytes = budget.decode(&map).bytes;
                let pairs = bytes.chunks_exact(2);
                self.glyph_ids = pairs
                    .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                    .collect();
            }
        }
    }

    /// Widths of glyphs: `first [w w w]` and `first last w`.
    fn read_widths(&mut self, widths: &Array<'_>) {
        const MOST: usize = 1 << 17;
        let mut numbers: Vec<f32> = Vec::new();
        for object in widths.iter::<Object<'_>>().take(MOST) {
            match object {
                Object::Array(list) => {
                    let first = numbers.pop().unwrap_or(0.0).max(0.0) as u32;
                    for (glyph, width) in (first..).zip(list.iter::<f32>()).take(MOST) {
                        self.widths.insert(glyph, f64::from(width) / 1000.0);
                    }
                    numbers.clear();
                }
                Object::Number(number) => {
                    numbers.push(number.as_f64() as f32);
                    if let [first, last, width] = numbers[..] {
                        for glyph in (first.max(0.0) as u32..=last.max(0.0) as u32).take(1 << 16) {
                            self.widths.insert(glyph, f64::from(width) / 1000.0);
                        }
                        numbers.clear();
                    }
                }
                _ => {}
            }
            if self.widths.len() > MOST {
                break;
            }
        }
    }

    fn read_simple(&mut self, dict: &Dict<'_>, budget: &mut Budget) {
        let descriptor = dict.get::<Dict<'_>>(b"FontDescriptor");
        let unit = dict
            .get::<Array<'_>>(b"FontMatrix")
            .and_then(|matrix| matrix.iter::<f32>().next())
            .map_or(0.001, |unit| f64::from(unit).abs());
        let missing = descriptor
            .as_ref()
            .and_then(|font| font.get::<f32>(b"MissingWidth"));
        self.default_width = missing
            .filter(|width| *width > 0.0)
            .map_or(0.5, |width| f64::from(width) * unit);
        let first = dict.get::<i32>(b"FirstChar").unwrap_or(0).max(0) as u32;
        if let Some(widths) = dict.get::<Array<'_>>(b"Widths") {
            for (code, width) in (first..256).zip(widths.iter::<f32>()) {
                self.widths.insert(code, f64::from(width) * unit);
            }
        }
        let name = dict.get::<Name<'_>>(b"BaseFont");
        let bare = descriptor
            .as_ref()
            .is_none_or(|font| font_file(font).is_none());
        if bare && self.to_unicode.is_none() && name.is_some_and(|name| is_chinese(&name)) {
            self.cut = Cut::Known(Codes::National("gb18030"));
        }
        let flags = descriptor
            .as_ref()
            .and_then(|font| font.get::<i32>(b"Flags"))
            .unwrap_or(32);
        let symbolic = flags & 4 != 0 && !bare;
        if symbolic && self.to_unicode.is_none() {
            self.embedded = embedded(dict, budget);
        }
        self.bytes = encoding(dict, symbolic && self.embedded.is_some());
    }

    /// The codes of a string.
    pub(super) fn show(&mut self, mut bytes: &[u8]) -> Vec<Shown> {
        let mut codes: Vec<(&[u8], u32)> = Vec::new();
        while !bytes.is_empty() {
            let (code, length) = self.cut(bytes);
            let length = length.clamp(1, bytes.len());
            codes.push((&bytes[..length], code));
            bytes = &bytes[length..];
        }
        self.learn(&codes);
        let shown = |&(bytes, code): &(&[u8], u32)| Shown {
            text: self.known.get(bytes).cloned().flatten(),
            advance: self.width(bytes, code),
            word_space: bytes == b" ",
        };
        codes.iter().map(shown).collect()
    }

    fn cut(&self, bytes: &[u8]) -> (u32, usize) {
        let length = match &self.cut {
            Cut::Bytes => 1,
            Cut::Known(codes) => codes.length(bytes),
            Cut::Embedded(map) => return map.code(bytes),
        };
        let code = bytes
            .iter()
            .take(length)
            .fold(0, |code: u32, &byte| code << 8 | u32::from(byte));
        (code, length)
    }

    /// Finds out the characters of codes that were not met before.
    fn learn(&mut self, codes: &[(&[u8], u32)]) {
        let mut new: Vec<(&[u8], u32)> = Vec::new();
        for &(bytes, code) in codes {
            if !self.known.contains_key(bytes) {
                self.known.insert(bytes.to_vec(), None);
                new.push((bytes, code));
            }
        }
        let from_bytes = match &self.cut {
            Cut::Known(codes) if !new.is_empty() => {
                codes.characters(&new.iter().map(|code| code.0).collect::<Vec<_>>())
            }
            _ => vec![None; new.len()],
        };
        for ((bytes, code), from_bytes) in new.into_iter().zip(from_bytes) {
            let text = self.mapped(bytes, code).or(from_bytes);
            self.known
                .insert(bytes.to_vec(), text.filter(|text| !text.is_empty()));
        }
    }

    /// What the file itself says about a code.
    fn mapped(&self, bytes: &[u8], code: u32) -> Option<String> {
        if let Some(text) = self.to_unicode.as_ref().and_then(|map| map.text(code)) {
            return Some(text);
        }
        if self.plain_unicode {
            return char::from_u32(code).map(String::from);
        }
        match (&self.cut, bytes) {
            (Cut::Bytes, &[byte]) => {
                let symbol = self.embedded.as_ref().and_then(|font| font.symbol(byte));
                let named = self.bytes.get(usize::from(byte)).cloned().flatten();
                named.or_else(|| symbol.map(String::from))
            }
            (Cut::Known(Codes::Identity), _) => self.of_glyph(code),
            (Cut::Embedded(map), _) => self.of_glyph(map.glyph(code).unwrap_or(code)),
            _ => None,
        }
    }

    fn of_glyph(&self, glyph: u32) -> Option<String> {
        let id = self
            .glyph_ids
            .get(glyph as usize)
            .map_or(glyph, |&id| u32::from(id));
        let known = self
            .embedded
            .as_ref()
            .and_then(|font| font.character(id))
            .map(String::from);
        known.or_else(|| self.gb1.then(|| legacy::adobe_gb1(glyph)).flatten())
    }

    fn width(&self, bytes: &[u8], code: u32) -> f64 {
        let by_glyph = |glyph: u32| self.widths.get(&glyph).copied();
        let width = match (&self.cut, bytes) {
            (Cut::Embedded(map), _) => by_glyph(map.glyph(code).unwrap_or(code)),
            (Cut::Known(Codes::National(_)), [byte]) if !self.bytes.is_empty() => {
                by_glyph(u32::from(*byte)).or(Some(0.5))
            }
            (Cut::Known(Codes::National(_)), _) if !self.bytes.is_empty() => Some(1.0),
            (Cut::Known(Codes::Identity) | Cut::Bytes, _) => by_glyph(code),
            // The numbers that the collections give to the letters of ASCII, of full and of half width.
            (Cut::Known(_), _) if (0x20..0x7f).contains(&code) => by_glyph(code - 0x20 + 1)
                .or_else(|| by_glyph(code - 0x20 + 813))
                .or(Some(0.5)),
            _ => None,
        };
        width.unwrap_or(self.default_width)
    }
}

fn font_file<'a>(descriptor: &Dict<'a>) -> Option<Stream<'a>> {
    let files: [&[u8]; 3] = [b"FontFile2", b"FontFile3", b"FontFile"];
    files
        .iter()
        .find_map(|key| descriptor.get::<Stream<'a>>(key))
}

fn embedded(dict: &Dict<'_>, budget: &mut Budget) -> Option<Embedded> {
    let stream = font_file(&dict.get::<Dict<'_>>(b"FontDescriptor")?)?;
    let font = budget.decode(&stream).bytes;
    (font.len() <= MOST_FONT).then(|| Embedded::parse(&font))
}

/// Whether a font's name, which may be in any encoding, is that of a Chinese font.
fn is_chinese(name: &[u8]) -> bool {
    const NAMES: [&str; 8] = [
        "Sim", "FangSong", "KaiTi", "NSimSun", "STSong", "STFang", "STKai", "STHei",
    ];
    let has = |part: &str| {
        name.windows(part.len())
            .any(|window| window == part.as_bytes())
    };
    !name.is_ascii() || NAMES.iter().any(|part| has(part))
}

/// The characters of all bytes by a simple font's encoding; nothing where a symbolic font has its own.
fn encoding(dict: &Dict<'_>, symbolic: bool) -> Vec<Option<String>> {
    let object = dict.get::<Object<'_>>(b"Encoding");
    let (base, differences) = match &object {
        Some(Object::Name(name)) => (Some(name.to_vec()), None),
        Some(Object::Dict(encoding)) => (
            encoding
                .get::<Name<'_>>(b"BaseEncoding")
                .map(|name| name.to_vec()),
            encoding.get::<Array<'_>>(b"Differences"),
        ),
        _ => (None, None),
    };
    let character: fn(u8) -> char = match base.as_deref() {
        Some(b"MacRomanEncoding") => names::mac_roman,
        Some(b"WinAnsiEncoding") => names::win_ansi,
        _ => names::standard,
    };
    let silent = symbolic && base.is_none();
    let of_byte = |byte: u8| {
        let character = character(byte);
        let shown = !silent && !character.is_control() && character != char::REPLACEMENT_CHARACTER;
        shown.then(|| character.to_string())
    };
    let mut all: Vec<Option<String>> = (0..=255).map(of_byte).collect();
    let mut at = 0;
    for object in differences
        .iter()
        .flat_map(|list| list.iter::<Object<'_>>())
        .take(1024)
    {
        match object {
            Object::Number(number) => at = number.as_f64().clamp(0.0, 256.0) as usize,
            Object::Name(name) => {
                let name = String::from_utf8_lossy(&name).into_owned();
                if let Some(slot) = all.get_mut(at) {
                    *slot = names::named(&name).map(String::from);
                }
                at += 1;
            }
            _ => {}
        }
    }
    all
}
