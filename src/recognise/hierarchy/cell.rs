//! A cell of a statistics table, or a line that is one: a value, a unit, words.

use crate::{
    document::{BlockId, Document},
    recognise::{
        held::Held,
        similar,
        stream::field::{Event, cell_events},
    },
    text::{Span, folded::fold_str, label::letters},
};

/// What the head calls the column of labels.
const LABEL_HEADS: [&str; 7] = ["指标", "项目", "名称", "内容", "类别", "事项", "情况"];
/// What the head calls the column of units.
pub(super) const UNIT_HEADS: [&str; 4] = ["单位", "计量单位", "计算单位", "量词"];
/// What the head calls a column that counts the rows.
pub(super) const CODE_HEADS: [&str; 6] = ["代码", "序号", "编号", "行次", "代号", "行号"];
/// What a cell says that has no unit.
const NO_UNIT: [&str; 2] = ["", "无"];
/// Units besides those that stand between label and value of the official forms.
const MORE_UNITS: [&str; 8] = ["人数", "起", "宗", "家", "张", "页", "元人民币", "条次"];

/// What stands in a cell.
#[derive(Debug, Clone)]
pub(super) enum Text {
    /// Nothing.
    Nothing,
    /// A number, or a mark for none.
    Value(Held),
    /// A unit.
    Unit(String),
    /// Anything else, folded.
    Words(String),
}

/// Reads one cell or line.
pub(super) fn text(document: &Document, span: Span) -> Text {
    let quote = document.quote(span);
    let trimmed = quote.trim_matches(|c: char| c.is_whitespace() || c == '|');
    if trimmed.is_empty() {
        return Text::Nothing;
    }
    let start = span.start + (trimmed.as_ptr() as usize - quote.as_ptr() as usize);
    let folded = fold_str(trimmed);
    if is_unit(&folded) {
        return Text::Unit(folded);
    }
    match &cell_events(trimmed, start)[..] {
        [
            Event::Value {
                state,
                number,
                guess,
                yuan,
                span,
                ..
            },
        ] if !folded.contains(['%', ':', '~']) => Text::Value(Held {
            state: *state,
            number: *number,
            yuan: *yuan,
            inferred: false,
            span: Some(*span),
            others: guess.iter().copied().collect(),
            blurred: guess.is_some(),
            contested: false,
        }),
        _ => Text::Words(folded),
    }
}

/// Whether a folded text is nothing but a unit.
pub(super) fn is_unit(folded: &str) -> bool {
    let bare = folded.trim_matches(['(', ')']);
    similar::is_unit(bare) || MORE_UNITS.contains(&bare)
}

/// Whether a folded text is the head of a column of labels.
pub(super) fn heads_labels(folded: &str) -> bool {
    let letters = letters(folded);
    letters.chars().count() <= 8
        && LABEL_HEADS.iter().any(|word| letters.ends_with(word))
        && letters != "单位名称"
}

/// A label and whether it says 其中.
pub(super) fn label(folded: &str) -> (String, bool) {
    const WITHIN: [&str; 3] = ["其中", "包括", "其中包括"];
    let bare = folded.trim_start_matches(['-', '—', '*', '●', '·']);
    let word = WITHIN.iter().rev().find(|word| bare.starts_with(**word));
    match word {
        Some(word) => (
            bare[word.len()..]
                .trim_start_matches([':', ',', '、'])
                .to_owned(),
            true,
        ),
        None => (bare.to_owned(), false),
    }
}

/// A blank cell at a block.
pub(super) fn blank(document: &Document, block: BlockId) -> Held {
    Held::blank(Some(document.block(block)))
}

/// Whether a folded text stands for no unit.
pub(super) fn no_unit(folded: &str) -> bool {
    NO_UNIT.contains(&folded) || folded.chars().all(|c| "-—–/".contains(c))
}
