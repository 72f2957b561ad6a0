//! Which column of the form a grid's column is, from the labels above.

use crate::{
    document::{Document, Grid},
    forms::Table,
    text::label::letters,
};

/// For a grid the form's column of each of its columns, where its head tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// Grid column and form column.
    named: Vec<(usize, usize)>,
    /// How far all grid columns stand right of the form's, where every label agrees on it.
    offset: Option<usize>,
}

impl Columns {
    /// Reads the head of `grid` above `row`.
    #[must_use]
    pub fn new(document: &Document, grid: &Grid, row: usize, table: &Table) -> Self {
        let labels: Vec<String> = table.columns.iter().map(|label| letters(label)).collect();
        let longest = labels.iter().map(String::len).max().unwrap_or(0);
        let mut named: Vec<(usize, usize)> = Vec::new();
        for cell in grid
            .cells
            .iter()
            .filter(|cell| cell.row < row && cell.columns == 1)
        {
            let text = document.quote(document.block(cell.block));
            if let Some(column) = column(text, &labels, longest) {
                named.retain(|&(at, _)| at != cell.column);
                named.push((cell.column, column));
            }
        }
        let offsets = named.iter().map(|&(at, column)| at.checked_sub(column));
        let mut offset = None;
        if let Some(Some(first)) = offsets.clone().next()
            && named.len() >= 3
            && offsets.clone().all(|other| other == Some(first))
        {
            offset = Some(first);
        }
        Self { named, offset }
    }

    /// The grid's column that holds the form's column.
    #[must_use]
    pub fn place(&self, column: usize) -> Option<usize> {
        if let Some(offset) = self.offset {
            return Some(column + offset);
        }
        self.named
            .iter()
            .find(|(_, form)| *form == column)
            .map(|(at, _)| *at)
    }
}

/// The one column that a cell's text names, in full or by its end.
fn column(text: &str, labels: &[String], longest: usize) -> Option<usize> {
    // No column is called by a number, and most cells hold one.
    if text.trim().bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let text = letters(text);
    if text.len() > longest {
        return None;
    }
    let exact = |label: &String| *label == text;
    let part = |label: &String| text.chars().count() >= 2 && label.ends_with(&text);
    labels.iter().position(exact).or_else(|| {
        let mut hits = (0..labels.len()).filter(|&at| part(&labels[at]));
        hits.next().filter(|_| hits.next().is_none())
    })
}
