//! Which column of the form a grid's column is, from the labels above.

use crate::{
    document::{Cell, Document, Grid},
    forms::Table,
    text::label::letters,
};
use std::borrow::Cow;

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
        let mut named: Vec<(usize, usize)> = Vec::new();
        for cell in grid
            .cells
            .iter()
            .filter(|cell| cell.row < row && cell.columns == 1)
        {
            if let Some(column) = column(document, cell, table) {
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

fn column(document: &Document, cell: &Cell, table: &Table) -> Option<usize> {
    let text = letters(document.quote(document.block(cell.block)));
    let exact = |label: &Cow<'_, str>| letters(label) == text;
    let part = |label: &Cow<'_, str>| text.chars().count() >= 2 && letters(label).ends_with(&text);
    table.columns.iter().position(exact).or_else(|| {
        let mut hits = (0..table.columns.len()).filter(|&at| part(&table.columns[at]));
        hits.next().filter(|_| hits.next().is_none())
    })
}
