//! Patterns over folded text: the few that titles, years, names and dates need.
//!
//! The crate `regex` does the work. The build that a page loads first is spared its size: there its small sibling
//! `regex-lite`, by the same authors and with the same syntax, stands in. Patterns keep to what both read alike: no
//! classes of Unicode, no look-around.

use super::words::find;

#[cfg(feature = "files")]
pub use regex::{Captures, Match, Regex};
#[cfg(not(feature = "files"))]
pub use regex_lite::{Captures, Match, Regex};

/// The matches, one behind the other, of a pattern that begins with `^` and a word: it is tried only where the word
/// stands. With each the place from which its own places count.
pub fn captures_at<'t>(
    pattern: &Regex,
    word: &str,
    text: &'t str,
) -> impl Iterator<Item = (usize, Captures<'t>)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some(at) = find(text.get(from..)?, word) {
            let at = from + at;
            if let Some(groups) = pattern.captures(&text[at..]) {
                from = at + groups.get(0)?.end();
                return Some((at, groups));
            }
            from = at + text[at..].chars().next()?.len_utf8();
        }
        None
    })
}
