//! The labels of a row: how it may be printed.

use crate::text::label::letters;

pub(super) fn level(text: &'static str) -> (u8, &'static str) {
    match text.split_once(' ') {
        Some((digit, rest)) if digit.len() == 1 && digit.as_bytes()[0].is_ascii_digit() => {
            (digit.as_bytes()[0] - b'0', rest.trim())
        }
        _ => (0, text),
    }
}

/// The printed label and its variants as letters: each in full, without its remark in brackets, without its ordinal.
pub(super) fn labels(printed: &str, all: &str) -> Vec<String> {
    let mut found = Vec::new();
    for variant in std::iter::once(printed).chain(all.split(" / ").skip(1)) {
        let bare =
            variant.split_once('（').map_or(
                variant,
                |(head, _)| if head.is_empty() { variant } else { head },
            );
        let forms = [
            variant,
            without_ordinal(variant),
            bare,
            without_ordinal(bare),
        ];
        for (at, form) in forms.into_iter().enumerate() {
            if forms[..at].contains(&form) {
                continue;
            }
            let form = letters(form);
            if !form.is_empty() && !found.contains(&form) {
                found.push(form);
            }
        }
    }
    found
}

/// The label without a leading ordinal such as `一、`, `（二）` or `3.`.
pub(super) fn without_ordinal(label: &str) -> &str {
    const NUMERALS: &str = "一二三四五六七八九十0123456789";
    let rest = label.strip_prefix('（').unwrap_or(label);
    let rest = rest.trim_start_matches(|c| NUMERALS.contains(c));
    match rest.strip_prefix(['、', '.', '）']) {
        Some(bare) => bare,
        None => label,
    }
}
