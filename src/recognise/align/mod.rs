//! The best alignment of a form's rows with what was read: one algorithm for every layout.
//!
//! The stream is cut into *chunks*, runs of values with no letters between them (a grid's rows always cut). A chunk is
//! a row of the form, several rows whose labels are lost, or a part of a row that something interrupts. The best local
//! alignment of chunks with rows wins: labels, order and the number of values all carry evidence, none is indispensable.

mod bare;
mod counted;
mod displaced;
mod gains;
mod labels;
mod printed;
mod scattered;

use super::{
    heads::{
        begins_row, ends_with_label, is_label_block, later_titles, mentions_columns, names_row,
        place_inside,
    },
    stream::{Stream, chunk::Chunk},
};
use crate::forms::Table;
pub(super) use bare::bare;
pub(super) use gains::broken;
use labels::{Endings, chunk_fits, headed, is_labelled};
use printed::last;
use scattered::scattered;
use std::ops::Range;

/// Rows of the form, and the values that stand for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The rows; more than one where their labels are lost.
    pub rows: Range<usize>,
    /// The values, as indices into the stream.
    pub values: Range<usize>,
    /// Whether the label before the values says that they belong here.
    pub labelled: bool,
}

impl Match {
    /// The slots of the rows.
    pub(super) fn slots(&self, table: &Table) -> Range<usize> {
        table.rows[self.rows.start].slots.start..table.rows[self.rows.end - 1].slots.end
    }
}

const SKIP_CHUNK: f32 = 0.6;
const SKIP_ROW: f32 = 0.2;
/// A row whose label is printed and that has no value.
const SKIP_BLANK: f32 = 0.1;
const LEAST_SCORE: f32 = 3.5;
/// A row of so few values is known by its label alone.
const FEW_COLUMNS: usize = 3;
/// How many pieces of one interrupted row are put together at the most.
const MOST_PIECES: usize = 4;
/// How many chunks around the labelled ones may still belong to the table.
const MARGIN: usize = 12;

/// Aligns one table of a form with the stream; empty where the table is not there.
#[must_use]
pub(super) fn align(stream: &Stream, chunks: &[Chunk<'_>], table: &Table) -> Vec<Match> {
    let found = window(chunks, table)
        .map(|window| Aligner::new(stream, &chunks[window], table).best())
        .unwrap_or_default();
    if found.is_empty() {
        return scattered(stream, chunks, table).into_iter().collect();
    }
    found
}

/// The chunks among which the table must be: around those that stand behind one of its labels, and before the title of
/// the next table, unless nearly all of them stand behind it; where the rows have few values, their labels tell
/// wherever they stand.
fn window(chunks: &[Chunk<'_>], table: &Table) -> Option<Range<usize>> {
    let is_anchor = |chunk: &Chunk<'_>| {
        let gap = &chunk.label;
        let labelled = || table.rows.iter().any(|row| ends_with_label(gap, row));
        let headed =
            || mentions_columns(gap, table) && (names_row(gap, table) || begins_row(gap, table));
        !chunk.prose && !gap.is_empty() && (labelled() || headed())
    };
    let anchors: Vec<usize> = (0..chunks.len())
        .filter(|&at| is_anchor(&chunks[at]))
        .collect();
    let (&first, &last) = anchors.first().zip(anchors.last())?;
    let filled = (last + 1..chunks.len()).filter(|&at| chunks[at].filled > 0);
    let end = { filled }
        .nth(MARGIN + table.rows.len())
        .unwrap_or(chunks.len());
    let titles = match table.columns.len() > FEW_COLUMNS {
        true => later_titles(table),
        false => Vec::new(),
    };
    let later = |&at: &usize| titles.iter().any(|title| chunks[at].label.has(title));
    let (first, end) = match (first + 1..end).find(later) {
        Some(title) => {
            let (before, behind) = anchors.split_at(anchors.partition_point(|&at| at < title));
            // What adds the table up again may name its rows oftener than the table does.
            let few = before.len() * 4 < table.rows.len();
            if few && behind.len() > before.len() {
                (title, end)
            } else {
                (first, title)
            }
        }
        None => (first, end),
    };
    let block = is_label_block(&chunks[first].label, table);
    Some(first.saturating_sub(if block { 0 } else { 3 })..end)
}

#[derive(Clone, Copy, PartialEq)]
enum Step {
    Start,
    SkipChunk,
    SkipRow,
    /// One row from so many chunks.
    Row(usize),
    /// So many rows from one chunk.
    Rows(usize),
}

struct Aligner<'a> {
    stream: &'a Stream,
    chunks: &'a [Chunk<'a>],
    table: &'a Table,
    /// The rows that have values.
    rows: Vec<usize>,
    /// For each chunk and row how well the label fits.
    fits: Vec<f32>,
    /// For each chunk the number of rows whose label stands right before it.
    exact: Vec<usize>,
    /// For each chunk and row whether the label stands somewhere before the chunk, with others behind it.
    named: Vec<bool>,
    /// For each row the last chunk that stands right behind its label.
    behind: Vec<Option<usize>>,
    /// For each row the last chunk before which its label stands.
    last: Vec<Option<usize>>,
    /// For each chunk whether the table's head stands shortly before.
    headed: Vec<bool>,
    /// For each chunk whether the head of another table or the label of one of its rows stands before it.
    taken: Vec<bool>,
    /// Whether every row has one value, so that any number could be its.
    lone: bool,
}

impl<'a> Aligner<'a> {
    fn new(stream: &'a Stream, chunks: &'a [Chunk<'a>], table: &'a Table) -> Self {
        let rows: Vec<usize> = (0..table.rows.len())
            .filter(|&row| !table.rows[row].slots.is_empty())
            .collect();
        let lone = table.is_list();
        let endings = Endings::new(chunks, table, &rows);
        let mut fits = Vec::with_capacity(rows.len() * chunks.len());
        let mut taken = vec![false; chunks.len()];
        for (at, taken) in taken.iter_mut().enumerate() {
            let found = chunk_fits(chunks, at, table, &rows, endings.of(at));
            *taken = found.is_none();
            fits.extend(found.unwrap_or_else(|| vec![0.0; rows.len()]));
        }
        let named = |chunk: &Chunk<'_>, row: usize| {
            !lone && !chunk.prose && place_inside(&chunk.label, table, row).is_some()
        };
        let named: Vec<bool> = { chunks.iter() }
            .flat_map(|chunk| rows.iter().map(move |&row| named(chunk, row)))
            .collect();
        let surely = |row: usize| {
            (0..chunks.len())
                .rfind(|&chunk| is_labelled(&chunks[chunk], fits[chunk * rows.len() + row]))
        };
        let behind = (0..rows.len()).map(surely).collect();
        let exact = fits.chunks(rows.len().max(1));
        let exact = exact.map(|fits| fits.iter().filter(|&&fit| fit >= 1.0).count());
        Self {
            stream,
            chunks,
            table,
            exact: exact.collect(),
            last: last(&named, &fits, rows.len()),
            headed: headed(chunks, table, &endings),
            rows,
            fits,
            named,
            behind,
            taken,
            lone,
        }
    }

    fn fit(&self, chunk: usize, row: usize) -> f32 {
        self.fits[chunk * self.rows.len() + row]
    }

    fn slots(&self, row: usize) -> usize {
        self.table.rows[self.rows[row]].slots.len()
    }

    fn best(&self) -> Vec<Match> {
        let (n, m) = (self.chunks.len(), self.rows.len());
        let width = m + 1;
        let mut score = vec![0.0f32; (n + 1) * width];
        let mut steps = vec![Step::Start; (n + 1) * width];
        let mut top = (0.0f32, 0usize);
        for i in 0..=n {
            for r in 0..=m {
                let here = i * width + r;
                if score[here] > top.0 {
                    top = (score[here], here);
                }
                self.moves(i, r, |di, dr, gain, step| {
                    let there = (i + di) * width + r + dr;
                    let value = score[here] + gain;
                    if value > score[there] {
                        score[there] = value;
                        steps[there] = step;
                    }
                });
            }
        }
        if top.0 < LEAST_SCORE {
            Vec::new()
        } else {
            let mut found = self.trace(&steps, top.1, width);
            self.count(&mut found);
            self.add_displaced(&mut found);
            found
        }
    }

    fn moves(&self, i: usize, r: usize, mut go: impl FnMut(usize, usize, f32, Step)) {
        let (n, m) = (self.chunks.len(), self.rows.len());
        if i < n {
            let blank = self.chunks[i].filled == 0;
            go(1, 0, if blank { 0.0 } else { -SKIP_CHUNK }, Step::SkipChunk);
        }
        if r < m {
            let printed = i < n && self.is_printed(i, r);
            let cost = match (printed, self.lone) {
                (true, true) => SKIP_BLANK,
                (true, false) => 0.0,
                (false, _) => SKIP_ROW,
            };
            go(0, 1, -cost, Step::SkipRow);
        }
        if i == n || r == m || self.taken[i] || self.chunks[i].prose {
            return;
        }
        for pieces in 1..=MOST_PIECES.min(n - i) {
            if let Some(gain) = self.row_gain(i, r, pieces) {
                go(pieces, 1, gain, Step::Row(pieces));
            }
        }
        let chunk = &self.chunks[i];
        // Each value has a digit or more, and each slot takes one.
        let most = chunk.digits.max(chunk.values.len());
        let mut slots = self.slots(r);
        for rows in 2..=m - r {
            slots += self.slots(r + rows - 1);
            if slots > most {
                break;
            }
            if let Some(gain) = self.rows_gain(i, r, rows, slots) {
                go(1, rows, gain, Step::Rows(rows));
            }
        }
    }

    fn trace(&self, steps: &[Step], mut here: usize, width: usize) -> Vec<Match> {
        let mut found = Vec::new();
        loop {
            let (i, r) = (here / width, here % width);
            match steps[here] {
                Step::Start => break,
                Step::SkipChunk => here -= width,
                Step::SkipRow => here -= 1,
                Step::Row(pieces) => {
                    found.push(self.matched(i - pieces..i, r - 1..r));
                    here -= pieces * width + 1;
                }
                Step::Rows(rows) => {
                    found.push(self.matched(i - 1..i, r - rows..r));
                    here -= width + rows;
                }
            }
        }
        found.reverse();
        found
    }

    fn matched(&self, chunks: Range<usize>, rows: Range<usize>) -> Match {
        let labelled = self.fit(chunks.start, rows.start) > 0.0;
        let values = self.chunks[chunks.start].values.start..self.chunks[chunks.end - 1].values.end;
        debug_assert!(values.end <= self.stream.values.len());
        Match {
            rows: self.rows[rows.start]..self.rows[rows.end - 1] + 1,
            values,
            labelled,
        }
    }
}
