//! A grid as rows of label, unit and values.

use super::{LONGEST_LABEL, MOST_COLUMNS};
use crate::{
    document::{Document, Grid, GridSource},
    recognise::{
        held::Held,
        hierarchy::{
            cell::{CODE_HEADS, Text, blank, label, no_unit, text},
            levels::marker,
            sheet::{LEAST_ROWS, Line, Sheet},
        },
        stream::counters,
    },
    text::{Span, folded::fold_str},
};

/// What a column of a grid holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Label,
    Unit,
    Code,
    Value,
    Remark,
}

/// Reads a grid; nothing where it is no such table.
pub(super) fn sheet(document: &Document, grid: &Grid) -> Option<Sheet> {
    let mut cells: Vec<Vec<Option<usize>>> = vec![vec![None; grid.columns]; grid.rows];
    for (at, cell) in grid.cells.iter().enumerate() {
        cells[cell.row][cell.column] = Some(at);
    }
    let span = |at: usize| document.block(grid.cells[at].block);
    let texts: Vec<Vec<Text>> = cells
        .iter()
        .map(|row| {
            row.iter()
                .map(|at| at.map_or(Text::Nothing, |at| text(document, span(at))))
                .collect()
        })
        .collect();
    let counters = counters::columns(document, grid);
    let kinds = kinds(&texts, |column| counters.contains(&column))?;
    let first = first_row(&texts, &kinds)?;
    let values: Vec<usize> = (0..grid.columns)
        .filter(|&at| kinds[at] == Kind::Value)
        .collect();
    let heads = heads(document, grid, first, &values);
    let held = |row: usize, column: usize| match (&texts[row][column], cells[row][column]) {
        (Text::Value(held), _) => Some(held.clone()),
        (Text::Nothing, Some(at)) => Some(blank(document, grid.cells[at].block)),
        (Text::Nothing, None) if grid.source != GridSource::Lines => Some(Held::blank(None)),
        _ => None,
    };
    let mut lines = Vec::new();
    for (row, texts) in texts.iter().enumerate().skip(first) {
        let held: Vec<Option<Held>> = values.iter().map(|&column| held(row, column)).collect();
        lines.extend(line(texts, &kinds, held, &heads));
    }
    let region = grid
        .cells
        .iter()
        .map(|cell| document.block(cell.block))
        .reduce(Span::join)?;
    Some(Sheet {
        title: String::new(),
        heads,
        lines,
        region,
    })
}

/// What each column holds; nothing where there are no labels or no values, or too many.
fn kinds(texts: &[Vec<Text>], counts: impl Fn(usize) -> bool) -> Option<Vec<Kind>> {
    let columns = texts.first()?.len();
    let mut kinds = Vec::with_capacity(columns);
    for column in 0..columns {
        let cells = || texts.iter().map(|row| &row[column]);
        let numbers = cells()
            .filter(|cell| matches!(cell, Text::Value(held) if held.number.is_some()))
            .count();
        let units = cells().filter(|cell| matches!(cell, Text::Unit(_))).count();
        let words = cells()
            .filter(|cell| matches!(cell, Text::Words(_)))
            .count();
        let named = cells()
            .take(3)
            .any(|cell| matches!(cell, Text::Words(head) if CODE_HEADS.contains(&head.as_str())));
        let valued = kinds.contains(&Kind::Value);
        kinds.push(if counts(column) || named && words <= 3 && numbers > 0 {
            Kind::Code
        } else if numbers >= LEAST_ROWS.min(3) && numbers > 2 * words.saturating_sub(2) {
            Kind::Value
        } else if units >= 3 && units > words {
            Kind::Unit
        } else if valued {
            Kind::Remark
        } else {
            Kind::Label
        });
    }
    let count = |kind| kinds.iter().filter(|&&other| other == kind).count();
    let fits = (1..=MOST_COLUMNS).contains(&count(Kind::Value)) && count(Kind::Label) > 0;
    fits.then_some(kinds)
}

/// The first row behind the head: the first with a number, and rows of words only before it that are numbered.
fn first_row(texts: &[Vec<Text>], kinds: &[Kind]) -> Option<usize> {
    let in_values = |row: &Vec<Text>, is: fn(&Text) -> bool| {
        row.iter()
            .zip(kinds)
            .any(|(cell, kind)| *kind == Kind::Value && is(cell))
    };
    let numbered = |row: &Vec<Text>| {
        in_values(
            row,
            |cell| matches!(cell, Text::Value(held) if held.number.is_some()),
        )
    };
    let mut first = texts.iter().position(numbered)?;
    while first > 0 {
        let above = &texts[first - 1];
        let words = in_values(above, |cell| matches!(cell, Text::Words(_)));
        let labelled = above.iter().zip(kinds).any(|(cell, kind)| {
            *kind == Kind::Label && matches!(cell, Text::Words(label) if marker(label).is_some())
        });
        if words || !labelled {
            break;
        }
        first -= 1;
    }
    Some(first)
}

/// What stands above the columns of values.
fn heads(document: &Document, grid: &Grid, first: usize, values: &[usize]) -> Vec<String> {
    let above = |column: usize| {
        let over = grid.cells.iter().filter(move |cell| {
            cell.row < first && (cell.column..cell.column + cell.columns.max(1)).contains(&column)
        });
        let mut head = String::new();
        for cell in over.filter(|cell| cell.columns < grid.columns) {
            head.push_str(&fold_str(document.quote(document.block(cell.block))));
        }
        head
    };
    values.iter().map(|&column| above(column)).collect()
}

/// One row; nothing where it repeats the head or says nothing.
fn line(texts: &[Text], kinds: &[Kind], held: Vec<Option<Held>>, heads: &[String]) -> Option<Line> {
    let mut line = Line::default();
    let mut left = Vec::new();
    let (mut label_text, mut has_unit, mut within) = (String::new(), false, false);
    for (cell, kind) in texts.iter().zip(kinds) {
        match (kind, cell) {
            (Kind::Label, Text::Words(words)) => {
                let (rest, is_within) = label(words);
                within |= is_within;
                if !rest.is_empty() {
                    label_text = rest;
                }
            }
            (Kind::Label | Kind::Unit, Text::Unit(unit)) => {
                has_unit = true;
                line.unit.clone_from(unit);
            }
            (Kind::Unit, Text::Words(unit)) => has_unit = !no_unit(unit),
            (Kind::Label, Text::Value(held)) if !label_text.is_empty() => {
                left.push(Some(held.clone()));
            }
            (Kind::Code, Text::Value(held)) => {
                line.code = held.number.and_then(|number| usize::try_from(number).ok());
            }
            (Kind::Value, Text::Words(words)) if heads.contains(words) => return None,
            _ => {}
        }
    }
    if label_text.is_empty() || label_text.chars().count() > LONGEST_LABEL {
        return None;
    }
    (line.label, line.within) = (label_text, within);
    let empty = |held: &Option<Held>| held.as_ref().is_none_or(Held::is_empty);
    if !left.is_empty() {
        line.values = shifted(left, held);
    } else if !held.iter().all(empty) || has_unit {
        line.values = held;
    }
    Some(line)
}

/// The values of a row that begin left of their columns: in order where there are as many as columns, else unknown.
fn shifted(mut left: Vec<Option<Held>>, held: Vec<Option<Held>>) -> Vec<Option<Held>> {
    let columns = held.len();
    let known = |held: &Option<Held>| held.as_ref().is_some_and(|held| !held.is_empty());
    left.extend(held.into_iter().filter(known));
    if left.len() == columns {
        left
    } else {
        vec![None; columns]
    }
}
