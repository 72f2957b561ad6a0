//! Which table the letters before a value name: its rows, its columns, its head.

use super::similar;
use crate::{
    forms::{self, FEW_ROWS, Row, Table},
    text::{
        label,
        words::{Searched, rfind},
    },
};
use std::borrow::Cow;

/// Fewer letters than this are no block of labels.
const LABEL_BLOCK: usize = 30;

/// Where the label of a row stands in some letters; a short one only right before the label of the next row.
pub(super) fn place_inside(letters: &Searched<'_>, table: &Table, row: usize) -> Option<usize> {
    const LONG: usize = 4;
    let next = table.rows.get(row + 1);
    let goes_on = |rest: &str| {
        let mut labels = next.into_iter().flat_map(|next| &next.labels);
        labels.any(|label| rest.starts_with(label.as_str()))
    };
    table.rows[row].labels.iter().find_map(|label| {
        let at = letters.rfind(label)?;
        let rest = &letters[at + label.len()..];
        (label.chars().count() >= LONG || goes_on(rest)).then_some(at)
    })
}

pub(super) fn ends_with_label(gap: &str, row: &Row) -> bool {
    if row.slots.is_empty() || gap.is_empty() {
        return false;
    }
    similar::ending(gap, &row.labels) > 0.0
}

/// Whether a label of the table stands anywhere in the letters; short ones stand in too many texts to count.
pub(super) fn names_row(letters: &Searched<'_>, table: &Table) -> bool {
    let labels = table.rows.iter().flat_map(|row| &row.labels);
    labels
        .filter(|label| label.len() >= 4 * '一'.len_utf8())
        .any(|label| letters.has(label))
}

/// Whether the letters end with the beginning of a row's label, which goes on behind the values.
pub(super) fn begins_row(letters: &str, table: &Table) -> bool {
    let mut rows = table.rows.iter().filter(|row| !row.slots.is_empty());
    rows.any(|row| similar::begun(letters, &row.labels) > 0.0)
}

/// Whether the letters name two columns of the table or more, as the table's head does.
pub(super) fn mentions_columns(letters: &Searched<'_>, table: &Table) -> bool {
    let named = |label: &&Cow<'_, str>| letters.has(label);
    table.columns.iter().filter(named).count() >= 2 || spells_columns(letters, table)
}

/// Whether the letters name the columns of a small table, whose rows have no labels before their values.
pub(super) fn heads_small(letters: &Searched<'_>) -> bool {
    let small = |table: &&Table| (2..=FEW_ROWS).contains(&table.rows.len());
    let mut tables = forms::all().iter().flat_map(|form| &form.tables);
    tables.any(|table| small(&table) && mentions_columns(letters, table))
}

/// Whether the letters name the columns of another table, as its head does, behind the table's own.
pub(super) fn heads_another(letters: &Searched<'_>, table: &Table) -> bool {
    const SHORTEST: usize = 4;
    let long = |label: &&Cow<'_, str>| label.chars().count() >= SHORTEST;
    let named = table.columns.iter().filter(long);
    let own = named.filter_map(|label| letters.rfind(label)).max();
    let behind = own.map(|own| Searched::new(&letters[own..]));
    let letters = behind.as_ref().unwrap_or(letters);
    if letters.chars().count() < 2 * SHORTEST {
        return false;
    }
    let others = forms::all()
        .iter()
        .flat_map(|form| &form.tables)
        .filter(|other| other.id != table.id);
    let own = |label: &str| table.columns.iter().any(|column| column == label);
    others.into_iter().any(|other| {
        let named = other
            .columns
            .iter()
            .filter(|label| long(label) && !own(label))
            .filter(|label| letters.has(label));
        named.count() >= 2 || spells_columns(letters, other)
    })
}

/// The titles of the tables that stand behind this one in its form, as letters.
pub(super) fn later_titles(table: &Table) -> Vec<String> {
    const SHORTEST: usize = 8;
    let later = forms::all().iter().flat_map(|form| {
        let own = form.tables.iter().position(|other| other.id == table.id);
        own.map_or(&[][..], |own| &form.tables[own + 1..])
    });
    let long = later.filter(|later| later.title.chars().count() >= SHORTEST);
    long.map(|later| label::letters(&later.title)).collect()
}

/// Whether the letters have those of all columns for each row of a small table, as its head does when it is set
/// vertically.
pub(super) fn spells_columns(letters: &Searched<'_>, table: &Table) -> bool {
    const HEAD: usize = 120;
    let rows = table.rows.len();
    if !(2..=FEW_ROWS).contains(&rows) || table.columns.len() < FEW_ROWS {
        return false;
    }
    let tail: Vec<char> = letters.chars().rev().take(HEAD).collect();
    let often = |letter: char| tail.iter().filter(|&&other| other == letter).count() >= rows;
    table
        .columns
        .iter()
        .flat_map(|label| label.chars())
        .all(often)
}

/// Whether the letters end with the labels of many rows in the order of the form; they say nothing of the values that
/// follow.
pub(super) fn is_label_block(letters: &Searched<'_>, table: &Table) -> bool {
    if letters.len() <= LABEL_BLOCK * '一'.len_utf8() {
        return false;
    }
    let named = table.rows.iter().filter(|row| !row.slots.is_empty());
    let mut rest: &str = letters;
    let mut count = 0;
    for row in named.rev() {
        let labels = row.labels.iter().filter(|label| letters.may_have(label));
        if let Some(at) = labels.filter_map(|label| rfind(rest, label)).max() {
            rest = &rest[..at];
            count += 1;
        }
    }
    count > FEW_ROWS
}
