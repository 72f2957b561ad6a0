//! Statistics tables that no form knows: provincial forms of 2008 to 2013 and whatever a report adds to the national one.
//!
//! ```text
//! grid or lines ──read──▶ rows: label, unit, values ──levels──▶ tree ──sums──▶ relations ──form──▶ a table as read
//! ```
//!
//! The table is read as its own form: its rows are the labels as printed, its relations are those that hold by structure
//! (*a part is at most its whole*, *these parts are all there are*, *what has accumulated is at least this year's*). Where
//! the structure is not certain there is no relation, so that nothing is told that the print does not say.

mod cell;
mod form;
mod levels;
mod read;
mod sheet;
mod sums;
mod unnumbered;

use super::tables::TableRead;
use crate::{document::Document, text::Span};

/// Adds all such tables of a document; they take the place of a form of which little was found and few own labels
/// (`vague`), or that is of a later year.
pub(super) fn add(
    document: &Document,
    year: Option<u16>,
    vague: bool,
    tables: &mut Vec<TableRead>,
) {
    let few = |table: &TableRead| 2 * table.held.iter().flatten().count() < table.held.len();
    if vague {
        tables
            .iter_mut()
            .filter(|table| few(table))
            .for_each(TableRead::forget);
    }
    let doubtful = |table: &TableRead| few(table) || table.is_unsure();
    let known = tables.iter().filter(|table| !doubtful(table));
    let regions: Vec<Span> = known.filter_map(|table| table.region).collect();
    let sheets = read::sheets(document, &regions);
    let mut found: Vec<TableRead> = Vec::new();
    for sheet in &sheets {
        let number = found.len();
        found.extend(form::table(sheet, year, number));
    }
    if !found.is_empty() {
        tables.retain(|table| !doubtful(table));
    }
    tables.extend(found);
}
