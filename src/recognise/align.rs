//! The best alignment of a form's rows with what was read: one algorithm for every layout.
//!
//! The stream is cut into *chunks*, runs of values with no letters between them (a grid's rows always cut). A chunk is
//! a row of the form, several rows whose labels are lost, or a part of a row that something interrupts. The best local
//! alignment of chunks with rows wins: labels, order and the number of values all carry evidence, none is indispensable.

use super::{
    chunk::{Chunk, ends_with_any_label, is_label},
    heads::{
        ends_with_label, heads_another, is_label_block, mentions_columns, names_row, place_inside,
        spells_columns,
    },
    similar,
    stream::Stream,
    tables::sum,
};
use crate::{
    facts::State,
    forms::{Comparison, Relation, Table},
    text::Number,
};
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

const SKIP_CHUNK: f32 = 0.6;
const SKIP_ROW: f32 = 0.2;
/// A row whose label is printed and that has no value.
const SKIP_BLANK: f32 = 0.1;
const LEAST_SCORE: f32 = 3.5;
/// How well the whole of a label of four letters fits.
const LONG_LABEL: f32 = 1.04;
/// How many pieces of one interrupted row are put together at the most.
const MOST_PIECES: usize = 4;
/// How many chunks around the labelled ones may still belong to the table.
const MARGIN: usize = 12;

pub(super) use crate::forms::FEW_ROWS;

/// Aligns one table of a form with the stream; empty where the table is not there.
#[must_use]
pub(super) fn align(stream: &Stream, chunks: &[Chunk<'_>], table: &Table) -> Vec<Match> {
    let Some(window) = window(chunks, table) else {
        return Vec::new();
    };
    Aligner::new(stream, &chunks[window], table).best()
}

/// The chunks among which the table must be: around those that stand behind one of its labels.
fn window(chunks: &[Chunk<'_>], table: &Table) -> Option<Range<usize>> {
    let is_anchor = |chunk: &&Chunk<'_>| {
        let gap = &chunk.label;
        let labelled = || table.rows.iter().any(|row| ends_with_label(gap, row));
        let headed = || mentions_columns(gap, table) && names_row(gap, table);
        !chunk.prose && !gap.is_empty() && (labelled() || headed())
    };
    let first = chunks.iter().position(|chunk| is_anchor(&chunk))?;
    let last = chunks.iter().rposition(|chunk| is_anchor(&chunk))?;
    let filled = (last + 1..chunks.len()).filter(|&at| chunks[at].filled > 0);
    let end = { filled }
        .nth(MARGIN + table.rows.len())
        .unwrap_or(chunks.len());
    let margin = if is_label_block(&chunks[first].label, table) {
        0
    } else {
        3
    };
    Some(first.saturating_sub(margin)..end)
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
        let named = { chunks.iter() }
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
            self.trace(&steps, top.1, width)
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

    /// Whether the label of a row with one value stands before a chunk, so that the row may be blank.
    fn is_printed(&self, chunk: usize, r: usize) -> bool {
        let labels = &self.table.rows[self.rows[r]].labels;
        let gap = &self.chunks[chunk].label;
        if self.lone {
            return labels.iter().any(|label| gap.has(label));
        }
        self.named[chunk * self.rows.len() + r]
    }

    /// What it is worth to take chunks `i..i + pieces` for row `r`.
    fn row_gain(&self, i: usize, r: usize, pieces: usize) -> Option<f32> {
        let parts = &self.chunks[i..i + pieces];
        if parts.iter().any(|chunk| chunk.prose) || self.taken[i..i + pieces].contains(&true) {
            return None;
        }
        let slots = self.slots(r);
        let label = self.fit(i, r);
        if label == 0.0 && (self.is_foreign(i, r) || self.is_strange(i)) {
            return None;
        }
        let base = if label > 0.0 {
            2.0 * label
        } else if self.headed[i] {
            0.3
        } else {
            -0.4
        };
        if pieces > 1 {
            let gain = base + 0.6 - 0.2 * pieces as f32 + 0.1 * slots as f32;
            return self.are_pieces(i..i + pieces, r).then_some(gain);
        }
        let chunk = &parts[0];
        if chunk.filled == 0 {
            let fits = if label >= 1.0 || chunk.values.len() == slots {
                1.5
            } else {
                0.3
            };
            return (label >= 0.8 && chunk.values.len() >= slots).then_some(fits * label);
        }
        Some(base + count_gain(chunk, slots, label))
    }

    /// Whether the label of another row stands right before a chunk.
    fn is_foreign(&self, chunk: usize, r: usize) -> bool {
        self.exact[chunk] > usize::from(self.fit(chunk, r) >= 1.0)
    }

    /// Whether a chunk has words of its own before it, in a table in which any number would fit every row.
    fn is_strange(&self, chunk: usize) -> bool {
        const FEW_LETTERS: usize = 3;
        self.lone && self.chunks[chunk].label.chars().count() > FEW_LETTERS
    }

    /// Whether some chunks are together the values of row `r`, which something interrupts.
    fn are_pieces(&self, chunks: Range<usize>, r: usize) -> bool {
        let parts = &self.chunks[chunks.clone()];
        let grid = |chunk: &Chunk<'_>| {
            self.stream.values[chunk.values.start]
                .cell
                .map(|cell| cell.0)
        };
        let sum: usize = parts.iter().map(|chunk| chunk.filled).sum();
        sum == self.slots(r)
            && parts[0].filled > 0
            && parts.iter().all(|chunk| grid(chunk) == grid(&parts[0]))
            && !(chunks.start + 1..chunks.end).any(|chunk| self.begins_another(chunk, r))
    }

    /// Whether the label of another row than `r` stands before a chunk, or the beginning of one.
    fn begins_another(&self, chunk: usize, r: usize) -> bool {
        const BEGUN: f32 = 0.6;
        let label = &self.chunks[chunk].label;
        let mut others = (0..self.rows.len()).filter(|&row| row != r);
        ends_with_any_label(label)
            || others.any(|row| {
                self.fit(chunk, row) >= BEGUN
                    || self.is_printed(chunk, row)
                    || ends_with_label(label, &self.table.rows[self.rows[row]])
            })
    }

    /// What it is worth to take chunk `i` for the rows `r..r + rows` with `slots` slots together.
    fn rows_gain(&self, i: usize, r: usize, rows: usize, slots: usize) -> Option<f32> {
        let chunk = &self.chunks[i];
        let exact = chunk.used == slots || chunk.values.len() == slots;
        let full = exact || chunk.filled == slots;
        let glued = chunk.filled < slots
            && self.slots(r) > FEW_ROWS
            && (chunk.filled <= rows || self.rows.len() <= FEW_ROWS)
            && (slots..=4 * slots).contains(&chunk.digits);
        let small = self.rows.len() <= FEW_ROWS;
        let split =
            small && rows == self.rows.len() && (slots + 1..=2 * slots).contains(&chunk.filled);
        let fits = full || (glued || split) && self.headed[i];
        let blank = chunk.filled == 0 && !(small && chunk.values.len() == slots);
        let elsewhere = |row: usize| self.behind[row].is_some_and(|chunk| chunk > i);
        if blank || !fits || (r + 1..r + rows).any(elsewhere) {
            return None;
        }
        let label = (r..r + rows)
            .map(|row| self.fit(i, row))
            .fold(0.0, f32::max);
        if label == 0.0 && self.is_strange(i) && !is_label_block(&chunk.label, self.table) {
            return None;
        }
        if small && self.names_others(i, r..r + rows) {
            return None;
        }
        let foreign = self.is_foreign(i, r) && !self.is_listed(i, r..r + rows);
        if foreign && (label == 0.0 || self.rows.len() > FEW_ROWS && self.fit(i, r) < 1.0) {
            return None;
        }
        let base = if self.headed[i] { 2.0 + label } else { label };
        let blanks_apart = full && !exact;
        let worth = if blanks_apart { 0.03 } else { 0.1 };
        Some(base + worth * slots as f32 + if exact { 0.5 } else { 0.0 })
    }

    /// Whether the labels of other rows than these stand in the head before chunk `i`, so that its values are of all.
    fn names_others(&self, i: usize, rows: Range<usize>) -> bool {
        let mut others = (0..self.rows.len()).filter(|row| !rows.contains(row));
        spells_columns(&self.chunks[i].label, self.table)
            && others.any(|row| self.is_printed(i, row))
    }

    /// Whether the labels of some rows stand before chunk `i` one behind the other, and all equalities inside each row
    /// hold for its values, as where a print has the labels first.
    fn is_listed(&self, i: usize, rows: Range<usize>) -> bool {
        let chunk = &self.chunks[i];
        let mut rest = &*chunk.label;
        for row in rows.clone().rev() {
            let labels = &self.table.rows[self.rows[row]].labels;
            let places = labels.iter().filter_map(|label| match rest.len() {
                all if all == chunk.label.len() => rest.strip_suffix(label.as_str()).map(str::len),
                _ => rest.rfind(label.as_str()),
            });
            let Some(at) = places.min() else { return false };
            rest = &rest[..at];
        }
        let slots = self.table.rows[self.rows[rows.start]].slots.start
            ..self.table.rows[self.rows[rows.end - 1]].slots.end;
        slots.len() == chunk.values.len() && self.adds_up(chunk.values.start, slots)
    }

    /// Whether equalities lie inside these slots, and all hold for the values from `first` on.
    fn adds_up(&self, first: usize, slots: Range<usize>) -> bool {
        let value = |slot: usize| {
            let value = &self.stream.values[first + slot - slots.start];
            value
                .number
                .or((value.state == State::Blank).then_some(Number::ZERO))
        };
        let inside = |relation: &&Relation| {
            relation.comparison == Comparison::Equal
                && relation.slots().all(|slot| slots.contains(&slot))
        };
        let holds = |relation: &Relation| {
            let sides = sum(&relation.left, value).zip(sum(&relation.right, value));
            sides.is_some_and(|(left, right)| left == right)
        };
        let mut relations = self.table.relations.iter().filter(inside).peekable();
        relations.peek().is_some() && relations.all(holds)
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

/// How well the end of each chunk's label fits each row that has values.
struct Endings {
    rows: usize,
    fits: Vec<f32>,
}

impl Endings {
    fn new(chunks: &[Chunk<'_>], table: &Table, rows: &[usize]) -> Self {
        let mut fits = Vec::with_capacity(rows.len() * chunks.len());
        for chunk in chunks {
            let labels = rows.iter().map(|&row| &*table.rows[row].labels);
            fits.extend(similar::endings(&chunk.label, labels));
        }
        let rows = rows.len();
        Self { rows, fits }
    }

    fn of(&self, chunk: usize) -> &[f32] {
        &self.fits[chunk * self.rows..][..self.rows]
    }
}

/// How well a chunk's label fits each row; nothing where it is of another table.
fn chunk_fits(
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
    let bare = next.unwrap_or(lone);
    let fits_in = |row: usize| match lone {
        true => chunk.filled == 1,
        false => chunk.used <= table.rows[row].slots.len(),
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

/// A row that is further off than by so many values is not less likely for that.
const MOST_OFF: f32 = 4.0;

/// How well some letters fit each row where they end with no row's label. Where they end with the beginning of one, the
/// labels before it are of rows without values.
fn near_fits(gap: &str, table: &Table, rows: &[usize]) -> Vec<f32> {
    let labels = |row: usize| &table.rows[row].labels;
    if table.is_list() {
        let in_pieces = |&row: &usize| similar::in_pieces(gap, labels(row));
        return rows.iter().map(in_pieces).collect();
    }
    let begun = |&row: &usize| {
        let label = labels(row).first();
        label.map_or(0.0, |label| similar::begun(gap, label))
    };
    let begun: Vec<f32> = rows.iter().map(begun).collect();
    if begun.iter().any(|&fit| fit > 0.0) {
        return begun;
    }
    let fit = |&row: &usize| similar::fit(gap, labels(row));
    rows.iter().map(fit).collect()
}

/// Whether a label that fits so well is surely the chunk's: a long one, or one with nothing before it.
fn is_labelled(chunk: &Chunk<'_>, fit: f32) -> bool {
    let alone = chunk.label.chars().count() <= 4;
    fit >= LONG_LABEL || alone && fit >= 1.0
}

/// What the number of values in a chunk says about a row with so many slots.
fn count_gain(chunk: &Chunk<'_>, slots: usize, label: f32) -> f32 {
    let full = 1.0 + 0.1 * slots as f32;
    if chunk.used == slots {
        return full;
    }
    if chunk.filled == slots {
        return 0.3 * full;
    }
    let glued = chunk.filled < slots && chunk.digits >= slots && chunk.digits <= slots * 5;
    if glued && (label > 0.0 || chunk.digits > 2 * slots - 1) {
        return 0.5 * full;
    }
    let off = chunk.filled.abs_diff(slots) as f32;
    (if chunk.filled < slots { 0.4 } else { 0.2 }) - 0.4 * off.min(MOST_OFF)
}

/// For each chunk whether the letters shortly before it name columns or rows of the table.
fn headed(chunks: &[Chunk<'_>], table: &Table, endings: &Endings) -> Vec<bool> {
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
