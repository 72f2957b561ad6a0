//! CMaps that a file brings along: codes to characters, and codes to glyph numbers.

use super::super::lexer::{Lexer, Token};
use std::collections::HashMap;

/// The most entries that one CMap takes.
const MOST_ENTRIES: usize = 200_000;

/// What a CMap says.
#[derive(Debug, Default)]
pub(super) struct CMap {
    /// How many bytes the codes have, each with its lowest and highest code.
    spaces: Vec<(usize, u32, u32)>,
    texts: HashMap<u32, String>,
    text_ranges: Vec<(u32, u32, u32)>,
    glyph_ranges: Vec<(u32, u32, u32)>,
    /// The CMap that this one builds on.
    pub(super) base: Option<Vec<u8>>,
    pub(super) vertical: bool,
}

impl CMap {
    pub(super) fn parse(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut lexer = Lexer::new(bytes);
        let mut operands: Vec<Token<'_>> = Vec::new();
        let mut left = MOST_ENTRIES;
        while let Some(token) = lexer.next() {
            let Token::Word(word) = token else {
                operands.push(token);
                if operands.len() > MOST_ENTRIES {
                    break;
                }
                continue;
            };
            map.run(word, &operands, &mut left);
            operands.clear();
        }
        map.text_ranges.sort_unstable();
        map.glyph_ranges.sort_unstable();
        map
    }

    fn run(&mut self, word: &[u8], operands: &[Token<'_>], left: &mut usize) {
        match word {
            b"usecmap" => {
                if let Some(Token::Name(name)) = operands.last() {
                    self.base = Some(name.clone());
                }
            }
            b"def" => {
                if let [.., Token::Name(key), Token::Number(value)] = operands
                    && key == b"WMode"
                {
                    self.vertical = *value == 1.0;
                }
            }
            b"endcodespacerange" => {
                for pair in operands.chunks_exact(2) {
                    if let [Token::Text(low), Token::Text(high)] = pair {
                        self.spaces.push((low.len(), code(low), code(high)));
                    }
                }
            }
            b"endbfchar" => {
                for pair in operands.chunks_exact(2).take(*left) {
                    if let [Token::Text(from), Token::Text(to)] = pair {
                        self.texts.insert(code(from), utf16(to));
                        *left -= 1;
                    }
                }
            }
            b"endbfrange" => {
                for range in operands.chunks_exact(3) {
                    self.text_range(range, left);
                }
            }
            b"endcidchar" => {
                for pair in operands.chunks_exact(2).take(*left) {
                    if let [Token::Text(from), Token::Number(to)] = pair {
                        self.glyph_ranges.push((code(from), code(from), *to as u32));
                        *left -= 1;
                    }
                }
            }
            b"endcidrange" => {
                for range in operands.chunks_exact(3).take(*left) {
                    if let [Token::Text(low), Token::Text(high), Token::Number(to)] = range {
                        self.glyph_ranges.push((code(low), code(high), *to as u32));
                        *left -= 1;
                    }
                }
            }
            _ => {}
        }
    }

    fn text_range(&mut self, range: &[Token<'_>], left: &mut usize) {
        let [Token::Text(low), Token::Text(high), to] = range else {
            return;
        };
        let (low, high) = (code(low), code(high));
        match to {
            Token::Array(texts) => {
                for (at, text) in (low..=high).zip(texts).take(*left) {
                    if let Token::Text(text) = text {
                        self.texts.insert(at, utf16(text));
                        *left -= 1;
                    }
                }
            }
            Token::Text(text) if text.len() <= 2 && *left > 0 => {
                self.text_ranges.push((low, high, code(text)));
                *left -= 1;
            }
            Token::Text(text) => {
                for (at, step) in (low..=high).zip(0_u32..).take((*left).min(256)) {
                    let mut next = text.clone();
                    if let Some(last) = next.last_mut() {
                        *last = last.wrapping_add((step & 0xff) as u8);
                    }
                    self.texts.insert(at, utf16(&next));
                    *left -= 1;
                }
            }
            _ => {}
        }
    }

    /// The characters of a code, where they are named.
    pub(super) fn text(&self, code: u32) -> Option<String> {
        if let Some(text) = self.texts.get(&code) {
            return Some(text.clone());
        }
        let to = within(&self.text_ranges, code)?;
        char::from_u32(to).map(String::from)
    }

    /// The glyph number of a code.
    pub(super) fn glyph(&self, code: u32) -> Option<u32> {
        within(&self.glyph_ranges, code)
    }

    /// The first code of some bytes, and how many bytes it has.
    pub(super) fn code(&self, bytes: &[u8]) -> (u32, usize) {
        for length in 1..=bytes.len().min(4) {
            let value = code(&bytes[..length]);
            let fits = |&(size, low, high): &(usize, u32, u32)| {
                size == length && in_box(value, low, high, length)
            };
            if self.spaces.iter().any(fits) {
                return (value, length);
            }
        }
        let shortest = self.spaces.iter().map(|space| space.0).min().unwrap_or(2);
        let length = shortest.clamp(1, bytes.len().max(1)).min(bytes.len());
        (code(&bytes[..length]), length)
    }

    /// Whether it says how codes are cut.
    pub(super) fn cuts(&self) -> bool {
        !self.spaces.is_empty()
    }
}

/// Whether every byte of a code lies between those of the ends.
fn in_box(value: u32, low: u32, high: u32, length: usize) -> bool {
    (0..length).all(|at| {
        let byte = |code: u32| code >> (8 * at) & 0xff;
        (byte(low)..=byte(high)).contains(&byte(value))
    })
}

fn within(ranges: &[(u32, u32, u32)], code: u32) -> Option<u32> {
    let after = ranges.partition_point(|range| range.0 <= code);
    let near = ranges[..after].iter().rev().take(8);
    let &(low, _, to) = near.into_iter().find(|range| code <= range.1)?;
    to.checked_add(code - low)
}

fn code(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .take(4)
        .fold(0, |code, &byte| code << 8 | u32::from(byte))
}

/// UTF-16 as CMaps hold it; a single byte stands for itself.
fn utf16(bytes: &[u8]) -> String {
    if let [byte] = bytes {
        return char::from(*byte).to_string();
    }
    let units = bytes
        .chunks_exact(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units)
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .filter(|character| *character != '\0')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::CMap;

    #[test]
    fn ranges_arrays_and_single_codes_are_read() {
        let map = CMap::parse(
            b"1 begincodespacerange <00> <80> <8140> <fefe> endcodespacerange
            2 beginbfchar <0001> <4e00> <02> <D842DFB7> endbfchar
            2 beginbfrange <0010> <0012> <0030> <20> <21> [<0041> <00420043>] endbfrange
            1 begincidrange <8140> <8143> 7 endcidrange /WMode 1 def",
        );
        let text = |code| map.text(code).unwrap_or_default();
        assert_eq!(
            (text(1), text(2), text(0x11)),
            ("一".into(), "𠮷".into(), "1".into())
        );
        assert_eq!(
            (text(0x20), text(0x21), map.text(9)),
            ("A".into(), "BC".into(), None)
        );
        assert_eq!((map.glyph(0x8142), map.vertical), (Some(9), true));
        assert_eq!(map.code(&[0x41, 0x81]), (0x41, 1));
        assert_eq!(map.code(&[0xb0, 0xa1, 1]), (0xb0a1, 2));
    }
}
