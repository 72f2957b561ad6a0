//! What a page shows, as data: lines, pictures, tables with their rows and cells.

use super::origin::Origin;

/// The rows and columns that a cell says it covers; zero where it says nothing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) rows: usize,
    pub(super) columns: usize,
}

/// Something shown.
#[derive(Debug)]
pub(super) enum Item {
    Line {
        text: String,
        heading: Option<u8>,
        origin: Origin,
    },
    Picture(String),
    Table(Table),
}

impl Item {
    /// A line whose place in the file nobody asks for.
    #[cfg(feature = "files")]
    pub(super) fn line(text: &str, heading: Option<u8>) -> Self {
        Self::Line {
            text: text.to_owned(),
            heading,
            origin: Origin::default(),
        }
    }
}

/// A table being read.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
}

/// A row and the number of the row group that it stands in.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    pub(super) group: usize,
}

/// A cell and all that is shown in it.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) items: Vec<Item>,
    pub(super) span: Span,
    pub(super) header: bool,
    /// The column it begins in, where the file says so.
    pub(super) column: Option<usize>,
}
