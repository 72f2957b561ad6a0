//! Composite fonts: codes of several bytes, glyphs in a collection.

use super::{CMap, Codes, Cut, Font, embedded};
use crate::ingest::pdf::filters::Budget;
use hayro_syntax::object::{Array, Dict, Object, Stream, String};

impl Font {
    pub(super) fn read_composite(&mut self, dict: &Dict<'_>, budget: &mut Budget) {
        self.read_codes(dict, budget);
        let fonts = dict.get::<Array<'_>>(b"DescendantFonts");
        let Some(inner) = fonts.and_then(|fonts| fonts.iter::<Dict<'_>>().next()) else {
            return;
        };
        let ordering = inner
            .get::<Dict<'_>>(b"CIDSystemInfo")
            .and_then(|info| info.get::<String<'_>>(b"Ordering"));
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

    /// How codes are cut from bytes: by a map in the file, or by one of the collections' names.
    fn read_codes(&mut self, dict: &Dict<'_>, budget: &mut Budget) {
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
}
