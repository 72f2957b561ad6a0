//! What instructions are given.

use crate::ingest::pdf::lexer::Token;

/// The last `N` operands, where they are numbers.
pub(super) fn numbers<const N: usize>(operands: &[Token<'_>]) -> Option<[f64; N]> {
    let last = operands.get(operands.len().checked_sub(N)?..)?;
    let mut all = [0.0; N];
    for (slot, token) in all.iter_mut().zip(last) {
        *slot = token.number()?;
    }
    Some(all)
}

pub(super) fn actual_text(operands: &[Token<'_>]) -> Option<String> {
    let Some(Token::Dict(entries)) = operands.last() else {
        return None;
    };
    let bytes = entries.windows(2).find_map(|pair| match pair {
        [Token::Name(key), Token::Text(text)] if key == b"ActualText" => Some(text),
        _ => None,
    })?;
    let units = bytes.strip_prefix(b"\xfe\xff")?.chunks_exact(2);
    let text = char::decode_utf16(units.map(|pair| u16::from_be_bytes([pair[0], pair[1]])));
    text.collect::<Result<String, _>>().ok()
}
