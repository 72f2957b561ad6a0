//! Numbers that lost what stood behind them: `政策解读类信息780信息公开目录更新2234条` is two parts, of which one cannot be
//! counted.

use crate::{
    claims::reading::{list::List, page::Page},
    text::Number,
};

/// Whether such numbers stand among the parts of a whole and may be what these lack.
pub(super) fn lost(page: &Page, list: &List, wholes: &[usize]) -> bool {
    let (Some(&whole), Some(last)) = (wholes.first(), list.items.last()) else {
        return false;
    };
    let parts = list.parts(list.items.len());
    let sum: Number = page.values(&parts).into_iter().sum();
    let total = page.mentions[whole].value;
    let gaps = || (whole + 1..=last.at).map(|at| page.gap(at - 1, at));
    if sum >= total || !gaps().any(|gap| gap.contains(|c: char| c.is_ascii_digit())) {
        return false;
    }
    gaps()
        .flat_map(glued)
        .any(|number| !number.is_zero() && sum + number <= total)
}

/// The whole numbers of a text between words that name something, with neither a unit nor a mark of their own.
fn glued(text: &str) -> impl Iterator<Item = Number> {
    let runs = text.match_indices(|c: char| c.is_ascii_digit());
    let first = runs.filter(|(at, _)| !text[..*at].ends_with(|c: char| c.is_ascii_digit()));
    first.filter_map(|(at, _)| {
        let rest = text[at..].trim_start_matches(|c: char| c.is_ascii_digit());
        let run = &text[at..text.len() - rest.len()];
        let named = text[..at]
            .ends_with(['息', '类', '件', '开', '供', '理', '态', '告', '读', '文'])
            && rest.starts_with(|c: char| c.is_alphabetic() && !"年月日号第条届期".contains(c));
        named.then(|| run.parse().ok()).flatten()
    })
}
