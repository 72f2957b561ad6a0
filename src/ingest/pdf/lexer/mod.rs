//! The words of content streams and CMaps.

mod strings;

/// One operand or operator.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token<'a> {
    Number(f64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    /// An array; arrays inside are flattened.
    Array(Vec<Token<'a>>),
    /// A dictionary's keys and values, one after the other.
    Dict(Vec<Token<'a>>),
    Word(&'a [u8]),
}

impl Token<'_> {
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// How deep arrays and dictionaries are followed.
const DEEPEST: usize = 16;

/// Reads tokens one after the other; never fails, and always goes on.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next token; stray closing brackets are passed over.
    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        self.token(0)
    }

    fn token(&mut self, depth: usize) -> Option<Token<'a>> {
        loop {
            self.skip_blank();
            let first = *self.bytes.get(self.at)?;
            self.at += 1;
            let token = match first {
                b'/' => Token::Name(self.name()),
                b'(' => Token::Text(self.literal()),
                b'<' if self.peek() == Some(b'<') => {
                    self.at += 1;
                    Token::Dict(self.group(b'>', depth))
                }
                b'<' => Token::Text(self.hexadecimal()),
                b'[' => Token::Array(self.group(b']', depth)),
                b']' | b')' | b'{' | b'}' => continue,
                b'>' => {
                    self.at += usize::from(self.peek() == Some(b'>'));
                    continue;
                }
                _ => self.word(),
            };
            return Some(token);
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_blank(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b'%' => {
                    let rest = &self.bytes[self.at..];
                    let end = rest.iter().position(|b| matches!(b, b'\r' | b'\n'));
                    self.at += end.unwrap_or(rest.len());
                }
                _ if is_blank(byte) => self.at += 1,
                _ => break,
            }
        }
    }

    /// What stands up to the closing bracket.
    fn group(&mut self, close: u8, depth: usize) -> Vec<Token<'a>> {
        let mut inner = Vec::new();
        loop {
            self.skip_blank();
            match self.peek() {
                None => break,
                Some(byte) if byte == close => {
                    self.at += 1;
                    self.at += usize::from(close == b'>' && self.peek() == Some(b'>'));
                    break;
                }
                // An operator that shows text: the bracket was never closed.
                Some(_) if depth >= DEEPEST => {
                    self.at += 1;
                }
                Some(_) => match self.token(depth + 1) {
                    Some(Token::Array(nested)) if close == b']' => inner.extend(nested),
                    Some(token) => inner.push(token),
                    None => break,
                },
            }
        }
        inner
    }

    fn word(&mut self) -> Token<'a> {
        let start = self.at - 1;
        while self
            .peek()
            .is_some_and(|byte| !is_blank(byte) && !is_mark(byte))
        {
            self.at += 1;
        }
        let word = &self.bytes[start..self.at];
        number(word).map_or(Token::Word(word), Token::Number)
    }

    /// Passes over an inline image whose `BI` was just read.
    pub(super) fn skip_image(&mut self) {
        let rest = &self.bytes[self.at..];
        let begin = find(rest, b"ID").map_or(rest.len(), |at| at + 3);
        self.at = (self.at + begin).min(self.bytes.len());
        while let Some(at) = find(&self.bytes[self.at..], b"EI") {
            let (start, end) = (self.at + at, self.at + at + 2);
            self.at = end;
            let before = start == 0 || is_blank(self.bytes[start - 1]);
            let tail = &self.bytes[end..self.bytes.len().min(end + 12)];
            let after = tail.first().is_none_or(|&byte| is_blank(byte));
            if before
                && after
                && tail
                    .iter()
                    .all(|&byte| byte.is_ascii_graphic() || is_blank(byte))
            {
                return;
            }
        }
        self.at = self.bytes.len();
    }
}

/// Where `needle` begins.
pub(super) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes
        .windows(needle.len())
        .position(|window| window == needle)
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_mark(byte: u8) -> bool {
    matches!(
        byte,
        b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

/// A number, also one written as careless programs do (`--5`, `1.-2`).
fn number(word: &[u8]) -> Option<f64> {
    let first = *word.first()?;
    if !(first.is_ascii_digit() || matches!(first, b'+' | b'-' | b'.')) || word.len() > 64 {
        return None;
    }
    let text = std::str::from_utf8(word).ok()?;
    if let Ok(number) = text.parse::<f64>() {
        return number.is_finite().then_some(number);
    }
    let sign = if first == b'-' { -1.0 } else { 1.0 };
    let digits = text.trim_start_matches(['+', '-']);
    let end = digits
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(digits.len());
    digits[..end]
        .parse::<f64>()
        .ok()
        .map(|number| sign * number)
}

#[cfg(test)]
mod tests {
    use super::{Lexer, Token};

    fn words(text: &str) -> Vec<String> {
        let mut lexer = Lexer::new(text.as_bytes());
        let mut words = Vec::new();
        while let Some(token) = lexer.next() {
            words.push(match token {
                Token::Word(word) => String::from_utf8_lossy(word).into_owned(),
                Token::Text(text) => format!("({})", String::from_utf8_lossy(&text)),
                other => format!("{other:?}"),
            });
            if words.last().is_some_and(|word| word == "BI") {
                lexer.skip_image();
            }
        }
        words
    }

    #[test]
    fn strings_are_unescaped() {
        assert_eq!(
            words(
                r"(a\(b\)\101(c)\
d) Tj <41 4> Tj"
            ),
            ["(a(b)A(c)d)", "Tj", "(A@)", "Tj"]
        );
    }

    #[test]
    fn an_inline_image_is_passed_over() {
        assert_eq!(
            words("BI /W 1 ID \u{1}EI\u{2} (x EI Q (a) Tj"),
            ["BI", "Q", "(a)", "Tj"]
        );
    }

    #[test]
    fn what_is_never_closed_ends_with_the_stream() {
        assert_eq!(words("[(a) 1 [2 3").len(), 1);
        assert_eq!(words("(abc"), ["(abc)"]);
        assert!(words(&"[".repeat(100_000)).len() < 2);
    }
}
