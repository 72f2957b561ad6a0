//! A statistics table as rows of label, unit and values, from a grid or from lines with a cell each.

mod grid;
mod lines;

use super::super::{
    field::{Event, cell_events},
    held::Held,
    similar,
};
use crate::{
    document::{BlockId, Document, Part},
    text::{Span, folded::fold_str, label::letters, order::Order},
};

/// A table of fewer rows with numbers is none of these.
pub(super) const LEAST_ROWS: usize = 6;
/// More columns of values make another kind of table.
pub(super) const MOST_COLUMNS: usize = 3;
/// A label of more letters is a sentence.
pub(super) const LONGEST_LABEL: usize = 80;

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

/// A row.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// The label, folded.
    pub(super) label: String,
    /// Whether it is said that the row is part of another.
    pub(super) within: bool,
    /// The unit, folded; empty where none is printed.
    pub(super) unit: String,
    /// What the row is numbered with in a column of its own.
    pub(super) code: Option<usize>,
    /// For each column what it holds; empty for a row without values.
    pub(super) values: Vec<Option<Held>>,
}

/// A table.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    /// What stands above it.
    pub(super) title: String,
    /// The heads of its columns of values, folded.
    pub(super) heads: Vec<String>,
    /// Its rows.
    pub(super) lines: Vec<Line>,
    /// The stretch of text that it covers.
    pub(super) region: Span,
}

impl Sheet {
    /// Whether it is a list of indicators: rows enough, units, codes or parts, and no total of all rows.
    fn is_of_statistics(&self) -> bool {
        const TOTALS: [&str; 4] = ["合计", "总计", "共计", "小计"];
        let valued = self.lines.iter().filter(|line| !line.values.is_empty());
        let told = |line: &Line| line.within || !line.unit.is_empty() || line.code.is_some();
        valued.count() >= LEAST_ROWS
            && self.lines.iter().any(told)
            && !self
                .lines
                .iter()
                .any(|line| TOTALS.contains(&line.label.as_str()))
    }
}

/// All such tables outside some regions, in reading order.
pub(super) fn sheets(document: &Document, taken: &[Span]) -> Vec<Sheet> {
    let mut found: Vec<Sheet> = Vec::new();
    let free = |span: Span| {
        !taken
            .iter()
            .any(|other| other.start < span.end && span.start < other.end)
    };
    for (at, part) in document.parts().iter().enumerate() {
        let Part::Grid(table) = part else { continue };
        let Some(mut sheet) = grid::sheet(document, table) else {
            continue;
        };
        sheet.title = title(document, at);
        if !free(sheet.region) {
            continue;
        }
        match found.last_mut() {
            Some(before) if goes_on(before, &sheet) => before.lines.extend(sheet.lines),
            _ => found.push(sheet),
        }
    }
    found.extend(
        lines::sheets(document)
            .into_iter()
            .filter(|sheet| free(sheet.region)),
    );
    found.retain(Sheet::is_of_statistics);
    found.order_by_key(|sheet| sheet.region.start);
    found
}

/// Whether a table without a head of its own goes on where another broke off.
fn goes_on(before: &Sheet, sheet: &Sheet) -> bool {
    let same = before.heads.len() == sheet.heads.len();
    same && (sheet.heads.iter().all(String::is_empty)
        || before.heads == sheet.heads && sheet.title.is_empty())
}

/// The line above a part that names a table.
fn title(document: &Document, at: usize) -> String {
    const ABOVE: usize = 4;
    let lines = document.parts()[..at].iter().rev().take(ABOVE);
    let names = lines.filter_map(|part| match part {
        Part::Paragraph { block, .. } => Some(fold_str(document.quote(document.block(*block)))),
        _ => None,
    });
    let is_title = |line: &String| {
        (line.ends_with('表') || line.contains("统计表")) && line.chars().count() <= 40
    };
    names.into_iter().find(is_title).unwrap_or_default()
}

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
