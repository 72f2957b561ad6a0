//! Worksheets, whatever file they come from, to paragraphs and tables.

mod date;
mod decimal;
mod format;
mod layout;
mod number;
mod token;

pub(super) use self::{decimal::general, format::Format};

use super::{Draft, MOST_BLOCKS, MOST_TEXT, flow, item::Item};
use crate::{
    document::{self, Document},
    text::folded::fold_str,
};
use std::collections::BTreeSet;

/// A cell that shows something.
#[derive(Debug)]
pub(super) struct SheetCell {
    pub(super) row: u32,
    pub(super) column: u32,
    /// What it shows.
    pub(super) text: String,
    /// Whether a line is drawn at one of its sides.
    pub(super) ruled: bool,
}

/// Cells merged into one, the last row and column included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

/// A worksheet as it was read.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) cells: Vec<SheetCell>,
    pub(super) merged: Vec<Area>,
    pub(super) hidden_rows: BTreeSet<u32>,
    pub(super) hidden_columns: Vec<(u32, u32)>,
    /// Pictures upon it, with what is known of their names.
    pub(super) pictures: Vec<String>,
    /// Whether it holds more than was read.
    pub(super) cut: bool,
    /// The bytes of all texts.
    pub(super) bytes: usize,
}

/// The most merged areas, hidden rows and pictures of a sheet that are taken.
pub(super) const MOST_MARKS: usize = 20_000;

impl Sheet {
    /// Takes a cell that shows something; tells whether more may come.
    pub(super) fn take(&mut self, cell: SheetCell) -> bool {
        self.bytes += cell.text.len();
        if self.cells.len() == MOST_BLOCKS || self.bytes > MOST_TEXT {
            self.cut = true;
            return false;
        }
        if !super::is_blank(&cell.text) {
            self.cells.push(cell);
        }
        true
    }

    /// Whether a cell's row or column is hidden.
    fn hides(&self, cell: &SheetCell) -> bool {
        let inside = |&(first, last): &(u32, u32)| (first..=last).contains(&cell.column);
        self.hidden_rows.contains(&cell.row) || self.hidden_columns.iter().any(inside)
    }
}

/// Makes a document of the sheets that are shown.
pub(super) fn write(
    sheets: impl IntoIterator<Item = Sheet>,
    format: document::Format,
    name: Option<&str>,
) -> Document {
    let mut draft = Draft::new(format, name);
    // Cells that may still be made, and cells that have been read.
    let (mut budget, mut read) = (MOST_BLOCKS, 0);
    for sheet in sheets {
        if budget == 0 || read >= MOST_BLOCKS {
            draft.builder.cut();
            break;
        }
        if sheet.cut {
            draft.builder.cut();
        }
        read += sheet.cells.len();
        write_sheet(&mut draft, sheet, &mut budget);
    }
    if budget == 0 {
        draft.builder.cut();
    }
    draft.builder.finish()
}

fn write_sheet(draft: &mut Draft, sheet: Sheet, budget: &mut usize) {
    let (name, pictures) = (sheet.name.clone(), sheet.pictures.clone());
    let title = title_of(&name, &sheet.cells);
    let mut items = layout::items(sheet, budget);
    items.extend(pictures.into_iter().map(Item::Picture));
    if let Some(text) = title.filter(|_| !items.is_empty()) {
        flow::write(draft, &[Item::line(text, Some(2))]);
    }
    flow::write(draft, &items);
}

/// A sheet's name, where it says something that stands in none of its cells.
fn title_of<'n>(name: &'n str, cells: &[SheetCell]) -> Option<&'n str> {
    let letters = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
    let own = fold_str(name);
    let default = own.starts_with("工作表") || own.starts_with("表格");
    let repeated = |cell: &SheetCell| fold_str(&cell.text).contains(&own);
    let says = name.chars().filter(letters).count() > 3 && !default;
    (says && !cells.iter().take(2000).any(repeated)).then_some(name)
}
