//! Which column of the form a grid's column is, from the labels above.

use crate::{
    document::{Cell, Document, Grid},
    forms::Table,
    text::label::letters,
};

/// For a grid the form's column of each of its columns, where its head tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Columns {
    /// Grid column and form column.
    named: Vec<(usize, usize)>,
    /// How far all grid columns stand right of the form's, where every label agrees on it.
    offset: Option<usize>,
}

/// A cell that names a column of the form.
#[derive(Debug, Clone, Copy)]
struct Named {
    row: usize,
    at: usize,
    column: usize,
}

/// What names columns of one form in the grids of a document. A grid is read once, when it is first asked for.
#[derive(Debug)]
pub(super) struct Heads<'a> {
    document: &'a Document,
    labels: Vec<String>,
    /// By the number of the grid.
    named: Vec<Option<Vec<Named>>>,
}

impl<'a> Heads<'a> {
    /// The heads for the columns of `table`.
    #[must_use]
    pub(super) fn new(document: &'a Document, table: &Table) -> Self {
        Self {
            document,
            labels: table.columns.iter().map(|label| letters(label)).collect(),
            named: Vec::new(),
        }
    }

    /// What the head above `row` of a grid, the document's `number`th, says of its columns.
    #[must_use]
    pub(super) fn above(&mut self, (grid, number): (&Grid, usize), row: usize) -> Columns {
        if self.named.len() <= number {
            self.named.resize(number + 1, None);
        }
        let (document, labels) = (self.document, &self.labels);
        let named = self.named[number].get_or_insert_with(|| names(document, grid, labels));
        Columns::new(named.iter().filter(|cell| cell.row < row))
    }
}

/// The cells of a grid that name a column.
fn names(document: &Document, grid: &Grid, labels: &[String]) -> Vec<Named> {
    let longest = labels.iter().map(String::len).max().unwrap_or(0);
    let single = grid.cells.iter().filter(|cell| cell.columns == 1);
    let named = single.filter_map(|cell| {
        let text = document.quote(document.block(cell.block));
        let (row, at) = (cell.row, cell.column);
        column(text, labels, longest).map(|column| Named { row, at, column })
    });
    named.collect()
}

/// Whether the cells above `row` of a grid name columns of a form in another order than the form has them: each of those
/// that hold `values` has a head of its own, and one of the form stands over the place of another.
pub(super) fn are_reordered(
    document: &Document,
    (grid, table): (&Grid, &Table),
    row: usize,
    values: &[usize],
) -> bool {
    const LEAST: usize = 3;
    if table.columns.len() < LEAST {
        return false;
    }
    let labels: Vec<String> = table.columns.iter().map(|label| letters(label)).collect();
    let longest = labels.iter().map(String::len).max().unwrap_or(0);
    let heads = || { grid.cells.iter() }.filter(|cell| cell.row < row && cell.columns == 1);
    let quote = |cell: &Cell| document.quote(document.block(cell.block));
    // The place among the values that each known head stands over, and the place that it has in the form.
    let mut named: Vec<(usize, usize)> = Vec::new();
    for cell in heads() {
        let Some(column) = column(quote(cell), &labels, longest) else {
            continue;
        };
        let Some(place) = values.iter().position(|&at| at == cell.column) else {
            return false;
        };
        let again = |&(other, same): &(usize, usize)| other == place || same == column;
        if named.iter().any(again) {
            return false;
        }
        named.push((place, column));
    }
    let has_head =
        |&at: &usize| heads().any(|cell| cell.column == at && !quote(cell).trim().is_empty());
    named.len() >= LEAST
        && named.iter().any(|(place, column)| place != column)
        && values.iter().all(has_head)
}

impl Columns {
    /// Of several cells that name a column of the grid the last one counts.
    fn new<'a>(cells: impl Iterator<Item = &'a Named>) -> Self {
        let mut named: Vec<(usize, usize)> = Vec::new();
        for cell in cells {
            named.retain(|&(at, _)| at != cell.at);
            named.push((cell.at, cell.column));
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
    pub(super) fn place(&self, column: usize) -> Option<usize> {
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
