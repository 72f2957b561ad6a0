//! Statistics tables from grids, or from lines with a cell each.

mod cut;
mod glued;
mod grid;
mod halves;
mod head;
mod lines;
mod untold;
mod wrapped;

use super::sheet::Sheet;
use crate::{
    document::{Document, Part},
    text::{Span, folded::fold_str, order::Order},
};

/// More columns of values make another kind of table.
pub(super) const MOST_COLUMNS: usize = 3;
/// A label of more letters is a sentence.
pub(super) const LONGEST_LABEL: usize = 80;

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
        let Some(mut sheet) = grid::sheet(document, &halves::below(document, table)) else {
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
    for sheet in &mut found {
        sheet.lines.retain(|line| !line.names_columns());
    }
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
    let lines = lines.take_while(|part| !matches!(part, Part::Grid(_)));
    let names = lines.filter_map(|part| match part {
        Part::Paragraph { block, .. } => Some(fold_str(document.quote(document.block(*block)))),
        _ => None,
    });
    let is_title = |line: &String| {
        (line.ends_with('表') || line.contains("统计表")) && line.chars().count() <= 40
    };
    names.into_iter().find(is_title).unwrap_or_default()
}
