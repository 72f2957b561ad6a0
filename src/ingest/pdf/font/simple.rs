//! Simple fonts: codes of one byte, named by an encoding.

use super::{Codes, Cut, Font, embedded, font_file, names};
use crate::ingest::pdf::filters::Budget;
use hayro_syntax::object::{Array, Dict, Name, Object};

impl Font {
    pub(super) fn read_simple(&mut self, dict: &Dict<'_>, budget: &mut Budget) {
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
    let mut all: Vec<_> = (0..=255).map(of_byte).collect();
    if let Some(differences) = differences {
        differ(&mut all, &differences);
    }
    all
}

/// Puts the characters that an encoding names in their places: a code, and the names from there on.
fn differ(all: &mut [Option<String>], differences: &Array<'_>) {
    let mut at = 0;
    for object in differences.iter::<Object<'_>>().take(1024) {
        match object {
            Object::Number(number) => at = number.as_f64().clamp(0.0, 256.0) as usize,
            Object::Name(name) => {
                let name = String::from_utf8_lossy(&name);
                if let Some(slot) = all.get_mut(at) {
                    *slot = names::named(&name).map(String::from);
                }
                at += 1;
            }
            _ => {}
        }
    }
}
