//! Numbers that lost what stood behind them: `政策解读类信息780信息公开目录更新2234条` is two parts, of which one cannot be
//! counted.

use super::fits::in_sentence;
use crate::{
    claims::reading::{list::List, page::Page},
    text::Number,
};

/// Whether such numbers stand among the parts of a whole and may be what these lack.
pub(super) fn lost(page: &Page, list: &List, wholes: &[usize]) -> bool {
    let (Some(&whole), Some(last)) = (wholes.first(), list.items.last()) else {
        return false;
    };
    let digits = |gap: &str| gap.contains(|c: char| c.is_ascii_digit());
    let bare = (whole + 1..=last.at).any(|at| digits(page.gap(at - 1, at)));
    let near = in_sentence(page, list).len();
    bare && [list.items.len(), list.firm, near]
        .into_iter()
        .any(|count| lacking(page, whole, &list.parts(count)))
}

/// Whether the numbers among some parts of a whole are what these lack.
fn lacking(page: &Page, whole: usize, parts: &[usize]) -> bool {
    let sum: Number = page.values(parts).into_iter().sum();
    let lacks = page.mentions[whole].value - sum;
    let Some(&last) = parts.last().filter(|_| lacks > Number::ZERO) else {
        return false;
    };
    let bare: Vec<(Number, bool)> = (whole + 1..=last)
        .flat_map(|at| glued(page.gap(at - 1, at)))
        .collect();
    let all: Number = bare.iter().map(|(number, _)| *number).sum();
    let fills = |&(number, named): &(Number, bool)| number == lacks || (named && number <= lacks);
    all == lacks || bare.iter().any(fills)
}

/// The whole numbers of a text behind a word, with neither a unit nor a mark of their own, and whether the words around
/// name two things.
fn glued(text: &str) -> impl Iterator<Item = (Number, bool)> {
    let runs = text.match_indices(|c: char| c.is_ascii_digit());
    let first = runs.filter(|(at, _)| !text[..*at].ends_with(|c: char| c.is_ascii_digit()));
    first.filter_map(|(at, _)| {
        let (before, after) = text.split_at(at);
        let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
        let behind = before.ends_with(|c: char| c.is_alphabetic() || c == ')');
        let number: Number = after[..after.len() - rest.len()].parse().ok()?;
        let goes_on = rest.starts_with(|c: char| c.is_alphabetic());
        let dated = rest.starts_with(['年', '月', '日', '号', '第', '条', '届', '期', '.', '%']);
        let named = goes_on
            && before.ends_with(['息', '类', '件', '开', '供', '理', '态', '告', '读', '文']);
        (behind && !dated && number > Number::ZERO).then_some((number, named))
    })
}
