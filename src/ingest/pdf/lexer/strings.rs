//! Names and strings, and what is escaped in them.

use super::{Lexer, is_blank, is_mark};

impl Lexer<'_> {
    /// A name after its `/`, with `#` and two digits for a byte.
    pub(super) fn name(&mut self) -> Vec<u8> {
        let mut name = Vec::new();
        while let Some(byte) = self.peek() {
            if is_blank(byte) || is_mark(byte) {
                break;
            }
            self.at += 1;
            let pair = (self.bytes.get(self.at), self.bytes.get(self.at + 1));
            match (byte, pair) {
                (b'#', (Some(&high), Some(&low))) if hex(high).is_some() && hex(low).is_some() => {
                    name.push(hex(high).unwrap_or(0) << 4 | hex(low).unwrap_or(0));
                    self.at += 2;
                }
                _ => name.push(byte),
            }
        }
        name
    }

    /// A string in parentheses, after the first of them.
    pub(super) fn literal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut depth = 0;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' => self.escaped(&mut text),
                b'(' => {
                    depth += 1;
                    text.push(byte);
                }
                b')' if depth == 0 => break,
                b')' => {
                    depth -= 1;
                    text.push(byte);
                }
                b'\r' => {
                    self.at += usize::from(self.peek() == Some(b'\n'));
                    text.push(b'\n');
                }
                _ => text.push(byte),
            }
        }
        text
    }

    /// What a backslash stands before.
    fn escaped(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\n' => {}
            b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else {
                        break;
                    };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                text.push((value & 0xff) as u8);
            }
            _ => text.push(byte),
        }
    }

    /// A string in hexadecimal digits, after its `<`.
    pub(super) fn hexadecimal(&mut self) -> Vec<u8> {
        let (mut text, mut high) = (Vec::new(), None);
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            match (hex(byte), high) {
                (Some(digit), None) => high = Some(digit),
                (Some(digit), Some(first)) => {
                    text.push(first << 4 | digit);
                    high = None;
                }
                (None, _) => {}
            }
        }
        text.extend(high.map(|digit| digit << 4));
        text
    }
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}
