//! Fonts: from the bytes of a string to characters and their widths.

mod cmap;
mod composite;
mod embedded;
mod legacy;
mod names;
mod simple;

use self::{cmap::CMap, embedded::Embedded, legacy::Codes};
use super::filters::Budget;
use hayro_syntax::object::{Dict, Name, Stream};
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
