//! Character references: `&nbsp;`, `&#12288;` (HTML standard, 13.2.5.72 to 13.2.5.80).

use crate::text::order::{Order, of_letter};
use std::{borrow::Cow, sync::LazyLock};

/// The names of HTML 4, and those of later ones that editors and filters of Chinese portals write: on each line the code of a
/// character and the names of it and of those that follow it. A name that stands nowhere here stays as it is printed; the
/// standard's two thousand would be a twentieth of what a first visit sends.
const NAMES: &str = include_str!("references.txt");

/// What the numbers 128 to 159 stand for: Windows-1252, whatever the page is written in.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// A text with characters for its references. In an attribute, `&copy=1` is part of an address.
pub(super) fn resolved(text: &str, in_attribute: bool) -> Cow<'_, str> {
    let mut pieces = text.split('&');
    let first = pieces.next().unwrap_or_default();
    if first.len() == text.len() {
        return Cow::Borrowed(text);
    }
    let mut resolved = first.to_owned();
    for piece in pieces {
        match reference(piece, in_attribute) {
            Some((character, rest)) => {
                resolved.push(character);
                resolved.push_str(rest);
            }
            None => resolved.extend(["&", piece]),
        }
    }
    Cow::Owned(resolved)
}

/// What a reference stands for, and what comes after it; `text` is what comes after its `&`.
fn reference(text: &str, in_attribute: bool) -> Option<(char, &str)> {
    match text.strip_prefix('#') {
        Some(number) => numeric(number),
        None => named(text).filter(|(_, rest)| {
            let goes_on = rest.starts_with(|c: char| c == '=' || c.is_ascii_alphanumeric());
            let ended = text[..text.len() - rest.len()].ends_with(';');
            ended || !(in_attribute && goes_on)
        }),
    }
}

/// The character of the longest name that a text begins with. Those of Latin-1 and of markup itself stand without a
/// semicolon, too.
fn named(text: &str) -> Option<(char, &str)> {
    of_letter(&ORDERED, text.chars().next()?)
        .iter()
        .filter_map(|&(_, (name, character))| {
            let rest = text.strip_prefix(name)?;
            let is_open = matches!(character, '&' | '<' | '>' | '"' | '\u{a0}'..='\u{ff}');
            let rest = rest.strip_prefix(';').or(is_open.then_some(rest))?;
            Some((character, rest))
        })
        .min_by_key(|(_, rest)| rest.len())
}

/// The names and their characters, in the order of their first letters.
static ORDERED: LazyLock<Vec<(char, (&str, char))>> = LazyLock::new(|| {
    let lines = NAMES.lines().filter_map(|line| {
        let (first, names) = line.split_once(' ')?;
        let first = char::from_u32(u32::from_str_radix(first, 16).ok()?)?;
        Some(names.split(' ').zip(first..))
    });
    let named = lines.flatten();
    let mut ordered: Vec<_> = named
        .filter_map(|(name, character)| Some((name.chars().next()?, (name, character))))
        .collect();
    ordered.order_by_key(|&(first, _)| first);
    ordered
});

fn numeric(text: &str) -> Option<(char, &str)> {
    let (digits, radix) = match text.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (text, 10),
    };
    let end = digits.find(|c: char| !c.is_digit(radix));
    let (digits, rest) = digits.split_at(end.unwrap_or(digits.len()));
    if digits.is_empty() {
        return None;
    }
    // A number too large for its type stands for no character either.
    let code = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    let character = match code {
        0 => None,
        0x80..=0x9f => WINDOWS.chars().nth(code as usize - 0x80),
        _ => char::from_u32(code),
    };
    let character = character.unwrap_or(char::REPLACEMENT_CHARACTER);
    Some((character, rest.strip_prefix(';').unwrap_or(rest)))
}
