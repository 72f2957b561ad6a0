//! Fonts inside the file: from glyph numbers back to characters.

use std::collections::HashMap;
use ttf_parser::{Face, GlyphId, PlatformId, cff};

/// What an embedded font knows of its glyphs.
#[derive(Debug, Default)]
pub(super) struct Embedded {
    characters: HashMap<u16, char>,
    /// From codes of a symbolic font to glyphs.
    symbols: HashMap<u32, u16>,
}

impl Embedded {
    /// Reads a TrueType, OpenType or bare CFF font; nothing is known of one that cannot be read.
    pub(super) fn parse(bytes: &[u8]) -> Self {
        let mut known = Self::default();
        if let Ok(face) = Face::parse(bytes, 0) {
            known.read_cmap(&face);
            known.read_names(face.number_of_glyphs(), |glyph| {
                face.glyph_name(glyph).map(str::to_owned)
            });
        } else if let Some(table) = cff::Table::parse(bytes) {
            known.read_names(table.number_of_glyphs(), |glyph| {
                table.glyph_name(glyph).map(str::to_owned)
            });
        }
        known
    }

    fn read_cmap(&mut self, face: &Face<'_>) {
        let Some(table) = face.tables().cmap else {
            return;
        };
        for subtable in table.subtables {
            let unicode = subtable.is_unicode();
            let symbolic = !unicode
                && matches!(
                    subtable.platform_id,
                    PlatformId::Windows | PlatformId::Macintosh
                );
            if !unicode && !symbolic {
                continue;
            }
            subtable.codepoints(|code| {
                let Some(GlyphId(glyph)) = subtable.glyph_index(code) else {
                    return;
                };
                if glyph == 0 {
                    return;
                }
                if symbolic {
                    self.symbols.entry(code).or_insert(glyph);
                } else if let Some(character) = char::from_u32(code) {
                    let kept = self.characters.entry(glyph).or_insert(character);
                    // Of several characters with one glyph the plainest is meant.
                    if rank(character) < rank(*kept) {
                        *kept = character;
                    }
                }
            });
        }
    }

    fn read_names(&mut self, count: u16, name: impl Fn(GlyphId) -> Option<String>) {
        for glyph in 0..count {
            if let Some(character) =
                name(GlyphId(glyph)).and_then(|name| super::names::named(&name))
            {
                self.characters.entry(glyph).or_insert(character);
            }
        }
    }

    /// The character of a glyph.
    pub(super) fn character(&self, glyph: u32) -> Option<char> {
        self.characters.get(&u16::try_from(glyph).ok()?).copied()
    }

    /// The character of a byte of a symbolic font.
    pub(super) fn symbol(&self, byte: u8) -> Option<char> {
        let code = u32::from(byte);
        let glyph = self
            .symbols
            .get(&(0xf000 + code))
            .or_else(|| self.symbols.get(&code))?;
        self.characters.get(glyph).copied()
    }
}

/// How odd a character is: ordinary ones, then compatibility forms and radicals, then those for private use.
fn rank(character: char) -> u8 {
    match character {
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => 2,
        '\u{a0}' | '\u{ad}' | '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' => 1,
        _ => 0,
    }
}
