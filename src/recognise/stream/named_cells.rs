//! Cells that each have the name of their column before them: `规章：本年制发件数0件，本年废止件数0件，现行有效件数3件`.

use super::Stream;
use crate::{
    forms::{self, FEW_ROWS, Row, Table},
    recognise::similar,
    text::{
        label::letters,
        order::{Order, of_letter},
    },
};
use std::{ops::Range, sync::LazyLock};

/// A row that has values, with the names of the columns of its values, in full and without a remark.
struct Named {
    row: &'static Row,
    columns: Vec<[String; 2]>,
}

/// The rows of all forms, in the order of the last letters of the names of their first columns.
static ROWS: LazyLock<Vec<(char, Named)>> = LazyLock::new(|| {
    let mut rows = Vec::new();
    for table in forms::all().iter().flat_map(|form| &form.tables) {
        for row in table.rows.iter().filter(|row| !row.slots.is_empty()) {
            let columns = columns(table, row);
            let lasts: Vec<char> = columns[0]
                .iter()
                .filter_map(|name| name.chars().last())
                .collect();
            for (at, &last) in lasts.iter().enumerate() {
                if !lasts[..at].contains(&last) {
                    let columns = columns.clone();
                    rows.push((last, Named { row, columns }));
                }
            }
        }
    }
    rows.order_by_key(|&(last, _)| last);
    rows
});

fn columns(table: &'static Table, row: &Row) -> Vec<[String; 2]> {
    let names = row
        .slots
        .clone()
        .map(|slot| &*table.columns[table.slots[slot].column]);
    let both = |name: &str| {
        [
            letters(name),
            letters(name.split('（').next().unwrap_or(name)),
        ]
    };
    names.map(both).collect()
}

/// Whether some letters end with the name of a column and others begin with one.
pub(in crate::recognise) fn are_between(
    before: impl Fn(&str) -> bool,
    behind: &(impl Iterator<Item = char> + Clone),
) -> bool {
    let begins = |name: &str| {
        let mut behind = behind.clone();
        name.chars().all(|letter| behind.next() == Some(letter))
    };
    let Some(first) = behind.clone().next() else {
        return false;
    };
    let named = of_letter(&NAMES, first);
    named.iter().any(|(_, name)| begins(name)) && NAMES.iter().any(|(_, name)| before(name))
}

/// The names of all columns of rows with several values, in the order of their first letters.
static NAMES: LazyLock<Vec<(char, String)>> = LazyLock::new(|| {
    let rows = ROWS
        .iter()
        .map(|(_, named)| named)
        .filter(|named| named.columns.len() > 1);
    let names = rows.flat_map(|named| named.columns.iter().flatten());
    let mut names: Vec<(char, String)> = names
        .filter_map(|name| Some((name.chars().next()?, name.clone())))
        .collect();
    names.order();
    names.dedup();
    names
});

/// Takes the names of the columns out of the rows of which every cell has its own, so that they read like any other.
pub(in crate::recognise) fn join(stream: &mut Stream) {
    let mut at = 0;
    while at < stream.values.len() {
        let last = stream.gaps[at].letters.chars().last();
        let rows = last.map_or(&[][..], |last| of_letter(&ROWS, last));
        let mut found = rows
            .iter()
            .filter_map(|(_, named)| Some((named, label(stream, at, named)?)));
        let Some((named, label)) = found.next() else {
            at += 1;
            continue;
        };
        let end = at + named.columns.len();
        take_out(stream, at..end, label);
        at = end;
    }
    join_columns(stream);
}

/// The same for a table that is printed column by column, each with its name before its values: rows and columns turned.
fn join_columns(stream: &mut Stream) {
    for (names, height) in &*COLUMNS {
        let height = *height;
        let whole = |&at: &usize| {
            let end = at + names.len() * height;
            let name = |column: usize| &*stream.gaps[at + column * height].letters;
            let inside = |place: usize| {
                place.is_multiple_of(height) || stream.gaps[at + place].letters.is_empty()
            };
            end <= stream.values.len()
                && name(0).ends_with(&names[0])
                && (1..names.len()).all(|column| name(column).ends_with(&names[column]))
                && (1..end - at).all(inside)
        };
        let Some(at) = (0..stream.values.len()).find(whole) else {
            continue;
        };
        let end = at + names.len() * height;
        let label = stream.gaps[at].letters.len() - names[0].len();
        take_out(stream, at..end, label);
    }
}

/// Leaves of the letters before these values the label alone, so many bytes before the first of them.
fn take_out(stream: &mut Stream, values: Range<usize>, label: usize) {
    stream.gaps[values.start].letters.truncate(label);
    for gap in &mut stream.gaps[values.start + 1..values.end] {
        gap.letters.clear();
    }
    stream.told.extend(values);
}

/// The names of the columns of each wide table that has a value in every cell, and the number of its rows with values.
static COLUMNS: LazyLock<Vec<(Vec<String>, usize)>> = LazyLock::new(|| {
    let tables = forms::all().iter().flat_map(|form| &form.tables);
    let wide = tables.filter(|table| table.columns.len() > FEW_ROWS);
    let names = |table: &Table| table.columns.iter().map(|name| letters(name)).collect();
    wide.filter_map(|table| Some((names(table), height(table)?)))
        .collect()
});

/// The number of rows with values, where all have one in each column.
fn height(table: &Table) -> Option<usize> {
    let mut rows = table.rows.iter().filter(|row| !row.slots.is_empty());
    let full = rows
        .clone()
        .all(|row| row.slots.len() == table.columns.len());
    full.then(|| rows.by_ref().count())
        .filter(|&height| height > FEW_ROWS)
}

/// Where the label of a row ends in the letters before a value, where the names of all its columns follow.
fn label(stream: &Stream, at: usize, named: &Named) -> Option<usize> {
    let ends = |letters: &str, names: &[String; 2]| {
        let end = names
            .iter()
            .find_map(|name| letters.strip_suffix(name.as_str()))?;
        let mut labels = named.row.labels.iter();
        labels
            .any(|label| end.ends_with(label.as_str()))
            .then_some(end.len())
    };
    let first = ends(&stream.gaps[at].letters, &named.columns[0])?;
    let mut others = named.columns.iter().enumerate().skip(1);
    let whole = others.all(|(column, names)| {
        let gap = stream
            .gaps
            .get(at + column)
            .filter(|_| at + column < stream.values.len());
        gap.is_some_and(|gap| {
            let bare = similar::without_unit(&gap.letters);
            names.iter().any(|name| name == bare) || ends(bare, names).is_some()
        })
    });
    whole.then_some(first)
}
