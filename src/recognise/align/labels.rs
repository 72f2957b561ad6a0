//! How well the letters before a chunk fit the labels of the rows, and whether they head the table.

use crate::{
    forms::{FEW_ROWS, Table},
    recognise::{
        heads::{heads_another, is_label_block, mentions_columns, names_row},
        similar,
        stream::chunk::{Chunk, ends_with_any_label, is_label},
    },
};

/// The most digits of one count; more are several counts without anything between them.
const LONGEST_COUNT: usize = 6;
/// How well the whole of a label of four letters fits.
const LONG_LABEL: f32 = 1.04;

/// How well the end of each chunk's label fits each row that has values.
pub(super) struct Endings {
    rows: usize,
    fits: Vec<f32>,
}

impl Endings {
    pub(super) fn new(chunks: &[Chunk<'_>], table: &Table, rows: &[usize]) -> Self {
        let mut fits = Vec::with_capacity(rows.len() * chunks.len());
        for chunk in chunks {
            let labels = rows.iter().map(|&row| &*table.rows[row].labels);
            fits.extend(similar::endings(&chunk.label, labels));
        }
        let rows = rows.len();
        Self { rows, fits }
    }

    pub(super) fn of(&self, chunk: usize) -> &[f32] {
        &self.fits[chunk * self.rows..][..self.rows]
    }
}

/// How well a chunk's label fits each row; nothing where it is of another table.
pub(super) fn chunk_fits(
    chunks: &[Chunk<'_>],
    at: usize,
    table: &Table,
    rows: &[usize],
    exact: &[f32],
) -> Option<Vec<f32>> {
    let (chunk, lone) = (&chunks[at], table.is_list());
    let gap = &chunk.label;
    let none = || Some(vec![0.0; rows.len()]);
    if chunk.prose {
        return none();
    }
    let next = chunks.get(at + 1).map(|next| next.label.is_empty());
    let bare = next.unwrap_or(lone && chunk.digits > LONGEST_COUNT);
    let fits_in = |row: usize| match lone {
        true => chunk.filled == 1,
        false => chunk.extent <= table.rows[row].slots.len(),
    };
    let mut last = rows.iter().zip(exact).filter(|&(_, &fit)| fit >= 1.0);
    let owned = !bare && last.any(|(&row, _)| fits_in(row));
    if !owned && is_label_block(gap, table) {
        return none();
    }
    let heads = || heads_another(gap, table);
    let unlike = exact.iter().all(|&fit| fit == 0.0);
    let foreign = || unlike && (is_label(gap) || ends_with_any_label(gap));
    if !exact.iter().any(|&fit| is_labelled(chunk, fit)) && (heads() || foreign()) {
        return None;
    }
    let any = !unlike && rows.len() > FEW_ROWS;
    if any || gap.is_empty() {
        return Some(exact.to_vec());
    }
    Some(near_fits(gap, table, rows))
}

/// How well some letters fit each row where they end with no row's label. Where they end with the beginning of one, the
/// labels before it are of rows without values.
fn near_fits(gap: &str, table: &Table, rows: &[usize]) -> Vec<f32> {
    let labels = |row: usize| &table.rows[row].labels;
    if table.is_list() {
        let in_pieces = |&row: &usize| similar::in_pieces(gap, labels(row));
        return rows.iter().map(in_pieces).collect();
    }
    let begun = |&row: &usize| similar::begun(gap, labels(row));
    let begun: Vec<f32> = rows.iter().map(begun).collect();
    if begun.iter().any(|&fit| fit > 0.0) {
        return begun;
    }
    let last = begun_last(gap, rows.iter().map(|&row| labels(row)));
    let fit = |(at, &row): (usize, &usize)| match last {
        Some(last) if last == at => similar::fit(gap, labels(row)).max(LAST_BEGUN),
        Some(_) => 0.0,
        None => similar::fit(gap, labels(row)),
    };
    rows.iter().enumerate().map(fit).collect()
}

/// How well letters fit the row whose label begins last in them and breaks off.
const LAST_BEGUN: f32 = 0.7;

/// The row whose label begins last in some letters and is not whole, with letters of others between: `4保护第三）不`.
fn begun_last<'a>(gap: &str, rows: impl Iterator<Item = &'a Vec<String>>) -> Option<usize> {
    const BEGINNING: usize = 5;
    let start = |label: &String| {
        let (end, _) = label.char_indices().nth(BEGINNING)?;
        let at = gap.rfind(&label[..end])?;
        (!gap[at..].starts_with(label.as_str())).then_some(at)
    };
    let whole = |labels: &Vec<String>, at: usize| {
        labels.iter().any(|label| {
            gap[at..].starts_with(label.as_str()) || gap.rfind(label.as_str()) > Some(at)
        })
    };
    let starts = rows.enumerate().filter_map(|(row, labels)| {
        let at = labels.iter().filter_map(start).max()?;
        (!whole(labels, at)).then_some((at, row))
    });
    let (at, row) = starts.max()?;
    (gap[at..].chars().count() <= 2 * BEGINNING).then_some(row)
}

/// Whether a label that fits so well is surely the chunk's: a long one, or one with nothing before it.
pub(super) fn is_labelled(chunk: &Chunk<'_>, fit: f32) -> bool {
    let alone = || chunk.label.trim_start_matches("其中").chars().count() <= 4;
    fit >= LONG_LABEL || fit >= 1.0 && alone()
}

/// For each chunk whether the letters shortly before it name columns or rows of the table.
pub(super) fn headed(chunks: &[Chunk<'_>], table: &Table, endings: &Endings) -> Vec<bool> {
    let mut since = usize::MAX;
    let headed = |(at, chunk): (usize, &Chunk<'_>)| {
        let gap = &chunk.label;
        let named = !gap.is_empty()
            && (endings.of(at).iter().any(|&fit| fit > 0.0)
                || names_row(gap, table)
                || mentions_columns(gap, table));
        if named {
            since = 0;
        } else if chunk.filled > 0 {
            since = since.saturating_add(1);
        }
        since < 6
    };
    chunks.iter().enumerate().map(headed).collect()
}
