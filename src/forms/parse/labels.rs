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
        let bare = without_remark(variant);
        let forms = [
            variant,
            without_ordinal(variant),
            &bare,
            without_ordinal(&bare),
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

/// The label without its first remark in brackets; brackets at its beginning hold an ordinal.
fn without_remark(label: &str) -> String {
    match label.split_once('（').filter(|(head, _)| !head.is_empty()) {
        Some((head, rest)) => {
            let behind = rest.split_once('）').map_or("", |(_, behind)| behind);
            format!("{head}{behind}")
        }
        None => label.to_owned(),
    }
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

#[cfg(test)]
mod tests {
    use super::labels;

    #[test]
    fn a_remark_is_left_out_and_not_what_stands_behind_it() {
        let all = |label| labels(label, label);
        assert_eq!(
            all("8.政府（含开发区）设立的查阅点数"),
            [
                "8政府含开发区设立的查阅点数",
                "政府含开发区设立的查阅点数",
                "8政府设立的查阅点数",
                "政府设立的查阅点数"
            ]
        );
        assert_eq!(
            all("1.专职人员数（不包括编辑）"),
            [
                "1专职人员数不包括编辑",
                "专职人员数不包括编辑",
                "1专职人员数",
                "专职人员数"
            ]
        );
        assert_eq!(all("（二）部分公开"), ["二部分公开", "部分公开"]);
    }
}
