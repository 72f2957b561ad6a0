//! Tables of which no value was read: a picture may stand in their place, or their head with blank cells, or with none.

use super::{Status, TableRead};
use crate::{
    document::{Document, Grid, Part},
    facts::State,
    forms::{FEW_ROWS, Row, Table},
    recognise::{
        heads::spells_columns,
        held::Held,
        outline::{SECTIONS, Section},
        stream::{Stream, Value},
    },
    text::{Span, label::letters, words::Searched},
};
use std::ops::Range;

/// So many columns are named by the head of a table, and hardly by prose.
const NAMED: usize = 3;

/// Looks into the sections of the missing tables for what stands there instead.
pub(in crate::recognise) fn find(
    document: &Document,
    stream: &Stream,
    sections: &[Section],
    tables: &mut [TableRead],
) {
    let held = || tables.iter().flat_map(|table| &table.held).flatten();
    let mut states = held().map(|held| held.state);
    let loses_blanks = held().next().is_none() || states.any(|state| state == State::Blank);
    for table in tables
        .iter_mut()
        .filter(|table| table.status == Status::Incomplete)
    {
        if !table.is_scrambled() && has_lost_rows(document, stream, sections, table) {
            let lost = || Some(Held::missing(None));
            table
                .held
                .iter_mut()
                .filter(|held| held.is_none())
                .for_each(|held| *held = lost());
            table.status = Status::Read;
        }
    }
    let missing = |table: &&mut TableRead| table.status == Status::Missing;
    for table in tables.iter_mut().filter(missing) {
        let Some(range) = stretch(sections, table) else {
            continue;
        };
        table.picture = picture(document, &range);
        if table.picture.is_some() {
            table.status = Status::Picture;
        } else if has_head(document, &range, table) {
            table.status = Status::Incomplete;
            read_blanks(document, &range, table);
            if table.status == Status::Incomplete {
                read_rest(document, stream, &range, table, loses_blanks);
            }
        }
    }
}

/// Whether all rows that were not found are printed nevertheless, and values enough for them.
fn has_lost_rows(
    document: &Document,
    stream: &Stream,
    sections: &[Section],
    table: &TableRead,
) -> bool {
    const LONG: usize = 6;
    let range = stretch(sections, table).unwrap_or(0..usize::MAX);
    let inside = |value: &&Value| range.contains(&value.span.start) && value.number.is_some();
    if stream.values.iter().filter(inside).count() < table.held.len() {
        return false;
    }
    let letters = letters_of(document, &range);
    let lost = |row: &&Row| !row.slots.is_empty() && table.held[row.slots.start].is_none();
    let mut long = false;
    let printed = |row: &Row| {
        row.labels.iter().any(|label| {
            let count = label.chars().count();
            long |= count >= LONG;
            let half = label.char_indices().nth(count / 2).map_or(0, |(at, _)| at);
            let (first, last) = label.split_at(half);
            letters.contains(label.as_str())
                || count >= 2 * LONG && (letters.contains(first) || letters.contains(last))
        })
    };
    table.form.rows.iter().filter(lost).all(printed) && long
}

/// What is left of a table below its head: numbers of which it is not known whose they are; or nothing, which are blank
/// cells where the copy `loses_blanks` and the text goes on.
fn read_rest(
    document: &Document,
    stream: &Stream,
    range: &Range<usize>,
    table: &mut TableRead,
    loses_blanks: bool,
) {
    let told = |value: &Value| {
        let line = within(document.block(value.block), range);
        line.is_none_or(|line| document.quote(line).contains('。'))
    };
    let inside = |value: &&Value| range.contains(&value.span.start) && !told(value);
    let is_blank = |value: &&Value| value.state == State::Blank;
    let (blanks, filled): (Vec<&Value>, Vec<&Value>) =
        stream.values.iter().filter(inside).partition(is_blank);
    let (rows, count) = (&table.form.rows, table.form.slots.len());
    let small = rows.len() <= FEW_ROWS;
    let has_labels = |most: bool| {
        let letters = letters_of(document, range);
        let names = |row: &Row| {
            let mut labels = row.labels.iter();
            row.slots.is_empty() || labels.any(|label| letters.contains(label.as_str()))
        };
        // Where the lines of the print are mixed, some labels may be cut.
        let lost = rows.iter().filter(|row| !names(row)).count();
        lost * 5 <= if most { rows.len() } else { 0 }
    };
    if !filled.is_empty() {
        if small && filled.len() <= count || !small && has_labels(true) {
            table.status = Status::Read;
            table.held.fill(Some(Held::undecided(&filled)));
        }
        return;
    }
    if blanks.is_empty() && !loses_blanks || range.end == usize::MAX {
        return;
    }
    if small || has_labels(false) {
        table.held.fill(Some(Held::blank(None)));
        table.status = Status::Read;
    }
}

/// From the heading of the table's section to the next heading.
fn stretch(sections: &[Section], table: &TableRead) -> Option<Range<usize>> {
    let of_table = |section: &Section| SECTIONS[section.form].table == Some(table.form.id);
    let at = sections.iter().position(of_table)?;
    let next = sections.get(at + 1);
    Some(sections[at].heading.end..next.map_or(usize::MAX, |next| next.heading.start))
}

fn picture(document: &Document, range: &Range<usize>) -> Option<Span> {
    let pictures = document.parts().iter().filter_map(|part| match part {
        Part::Picture { block } => Some(document.block(*block)),
        _ => None,
    });
    let mut inside = pictures.filter(|span| range.contains(&span.start));
    inside.next()
}

/// Whether columns of the table are named outside sentences.
fn has_head(document: &Document, range: &Range<usize>, table: &TableRead) -> bool {
    let head = letters_of(document, range);
    let named = table.form.columns.iter();
    named.filter(|label| head.contains(&***label)).count() >= NAMED
        || spells_columns(&Searched::new(&head), &table.form)
        || names_groups(&head, &table.form)
}

/// Whether some letters name the groups of columns of a small table, whose names no other text has together.
fn names_groups(head: &str, form: &Table) -> bool {
    const LONG: usize = 5;
    let long = |label: &&String| label.chars().count() >= LONG;
    let named = |row: &&Row| {
        row.labels
            .iter()
            .filter(long)
            .any(|label| head.contains(label.as_str()))
    };
    let rows = form.rows.iter();
    form.rows.len() <= FEW_ROWS && rows.filter(named).count() > 1
}

/// The letters of a stretch outside sentences.
fn letters_of(document: &Document, range: &Range<usize>) -> String {
    let blocks = document.blocks().iter();
    let inside = blocks.filter_map(|&span| within(span, range));
    let quotes = inside.map(|span| document.quote(span));
    let labels = quotes.filter(|quote| !quote.contains('。'));
    labels.map(letters).collect()
}

/// What of a line lies in a stretch: a line without breaks has much beside.
fn within(line: Span, range: &Range<usize>) -> Option<Span> {
    let (start, end) = (line.start.max(range.start), line.end.min(range.end));
    (start < end).then(|| Span::new(start, end))
}

/// Reads a small table, which is printed in one row, as blank where the grid has a row of as many blank cells.
fn read_blanks(document: &Document, range: &Range<usize>, table: &mut TableRead) {
    if table.form.rows.len() > FEW_ROWS {
        return;
    }
    let grids = document.parts().iter().filter_map(|part| match part {
        Part::Grid(grid) => Some(grid),
        _ => None,
    });
    let count = table.form.slots.len();
    let mut found = grids.filter_map(|grid| blank_row(document, grid, range, count));
    if let Some(cells) = found.next() {
        table.held = cells
            .into_iter()
            .map(|span| Some(Held::blank(Some(span))))
            .collect();
        table.status = Status::Read;
    }
}

/// The cells of a row that has so many cells and all of them blank.
fn blank_row(
    document: &Document,
    grid: &Grid,
    range: &Range<usize>,
    count: usize,
) -> Option<Vec<Span>> {
    let row = |row: usize| {
        let cells = grid.cells.iter().filter(move |cell| cell.row == row);
        cells
            .map(|cell| document.block(cell.block))
            .collect::<Vec<Span>>()
    };
    let blank = |span: &Span| document.quote(*span).trim().is_empty();
    (0..grid.rows).map(row).find(|cells| {
        cells.len() == count
            && cells
                .iter()
                .all(|span| range.contains(&span.start) && blank(span))
    })
}
