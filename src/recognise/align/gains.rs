//! What it is worth to take some chunks for some rows: labels, the number of values, a head close by.

use super::{Aligner, MOST_PIECES, scattered::head};
use crate::{
    facts::State,
    forms::{Comparison, FEW_ROWS, Relation, Table, sum},
    recognise::{
        heads::{is_label_block, spells_columns},
        stream::{Stream, chunk::Chunk},
    },
    text::Number,
};
use std::ops::Range;

impl Aligner<'_> {
    /// What it is worth to take chunks `i..i + pieces` for row `r`.
    pub(super) fn row_gain(&self, i: usize, r: usize, pieces: usize) -> Option<f32> {
        let parts = &self.chunks[i..i + pieces];
        if parts.iter().any(|chunk| chunk.prose) || self.taken[i..i + pieces].contains(&true) {
            return None;
        }
        let slots = self.slots(r);
        let label = self.fit(i, r);
        let strange = || self.is_strange(i) || self.goes_on(i, r) || self.is_added(i, r);
        if label == 0.0 && (self.is_foreign(i, r) || strange())
            || label < 1.0 && self.is_apart_from_head(i, r)
        {
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
            if self.is_head_of_all(i) {
                return None;
            }
            let fits = if label >= 1.0 || chunk.values.len() == slots {
                1.5
            } else {
                0.3
            };
            return (label >= 0.8 && chunk.values.len() >= slots).then_some(fits * label);
        }
        Some(base + count_gain(chunk, slots, label))
    }

    /// Whether blanks belong to the head of a small table, of which a chunk close behind has all values.
    fn is_head_of_all(&self, chunk: usize) -> bool {
        const CLOSE: usize = 4;
        let mut behind = self.chunks[chunk + 1..].iter().take(CLOSE);
        self.rows.len() <= FEW_ROWS && behind.any(|chunk| chunk.filled == self.table.slots.len())
    }

    /// Whether a chunk without a label stands behind one that has the label of row `r`, with no letters between.
    fn goes_on(&self, chunk: usize, r: usize) -> bool {
        const LABEL: f32 = 0.8;
        let bare = |&at: &usize| self.chunks[at].label.is_empty();
        let mut near = (0..=chunk).rev().take(MOST_PIECES);
        let labelled = near.find(|at| !bare(at));
        self.slots(r) > FEW_ROWS
            && self.rows.len() > FEW_ROWS
            && labelled.is_some_and(|at| at < chunk && self.fit(at, r) >= LABEL)
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

    /// Whether a chunk is no row of a small wide table, whose rows stand bare under one head: words other than the head's
    /// stand before it, or the head names all rows, and what follows are too few values for them that do not add up.
    fn is_apart_from_head(&self, chunk: usize, r: usize) -> bool {
        /// More letters of other words than the head of a page has.
        const MOST_STRANGE: usize = 20;
        if self.rows.len() > FEW_ROWS || self.table.columns.len() <= FEW_ROWS {
            return false;
        }
        let (label, values) = (&self.chunks[chunk].label, &self.chunks[chunk].values);
        if r > 0 && !label.is_empty() {
            let long = label.chars().nth(MOST_STRANGE).is_some();
            let head = if long { head(self.table) } else { Vec::new() };
            let strange = |letter: &char| !head.contains(letter);
            return long && label.chars().filter(strange).nth(MOST_STRANGE).is_some();
        }
        let mut behind = self.chunks[chunk + 1..].iter();
        let slots = self.table.rows[self.rows[r]].slots.clone();
        let next = behind
            .next()
            .is_some_and(|next| next.label.is_empty() && next.filled > 0);
        !next
            && self.names_others(chunk, r..r + 1)
            && !(values.len() == slots.len()
                && adds_up(self.stream, self.table, values.start, slots))
    }

    /// Whether some chunks are together the values of row `r`, which something interrupts.
    fn are_pieces(&self, chunks: Range<usize>, r: usize) -> bool {
        /// More letters than these are no piece of a label.
        const MOST_BETWEEN: usize = 40;
        let parts = &self.chunks[chunks.clone()];
        let grid = |chunk: &Chunk<'_>| {
            self.stream.values[chunk.values.start]
                .cell
                .map(|cell| cell.0)
        };
        let sum: usize = parts.iter().map(|chunk| chunk.filled).sum();
        sum == self.slots(r)
            && parts[0].filled > 0
            && parts
                .iter()
                .all(|chunk| grid(chunk) == grid(&parts[0]) || chunk.label.is_empty())
            && parts[1..]
                .iter()
                .all(|chunk| chunk.label.chars().nth(MOST_BETWEEN).is_none())
            && !(chunks.start + 1..chunks.end).any(|chunk| self.begins_another(chunk, r))
    }

    /// What it is worth to take chunk `i` for the rows `r..r + rows` with `slots` slots together.
    pub(super) fn rows_gain(&self, i: usize, r: usize, rows: usize, slots: usize) -> Option<f32> {
        let chunk = &self.chunks[i];
        let small = self.rows.len() <= FEW_ROWS;
        let one_row = !small && self.is_grid_row(chunk);
        let exact = [chunk.used, chunk.extent, chunk.values.len()].contains(&slots);
        let full = !one_row && (exact || chunk.filled == slots);
        let digits = chunk.digits - (chunk.values.len() - chunk.filled);
        let glued = chunk.filled < slots
            && self.slots(r) > FEW_ROWS
            && (chunk.filled <= rows || self.rows.len() <= FEW_ROWS)
            && (slots..=4 * slots).contains(&digits);
        let split =
            small && rows == self.rows.len() && (slots + 1..=2 * slots).contains(&chunk.filled);
        let fits = full || (glued || split) && self.headed[i];
        let whole = small && chunk.values.len() == slots;
        let blank = chunk.filled == 0 && (!whole || self.is_head_of_all(i));
        let elsewhere = |row: usize| self.behind[row].is_some_and(|chunk| chunk > i);
        if blank || !fits || (r + 1..r + rows).any(elsewhere) {
            return None;
        }
        // Numbers in one line right behind the label of a list's row are that row's alone.
        if self.lone && self.fit(i, r) >= 1.0 && self.is_one_line(chunk) {
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

    /// Whether some values stand in one line or cell.
    fn is_one_line(&self, chunk: &Chunk<'_>) -> bool {
        let block = |at: usize| self.stream.values[at].block;
        block(chunk.values.start) == block(chunk.values.end - 1)
    }

    /// Whether some values are the cells of one row of a grid.
    fn is_grid_row(&self, chunk: &Chunk<'_>) -> bool {
        let row = |at: usize| {
            self.stream.values[at]
                .cell
                .map(|(grid, row, _)| (grid, row))
        };
        let first = row(chunk.values.start);
        first.is_some() && first == row(chunk.values.end - 1)
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
        slots.len() == chunk.values.len()
            && adds_up(self.stream, self.table, chunk.values.start, slots)
    }
}

/// Whether equalities lie inside these slots, and all hold for the values from `first` on.
pub(super) fn adds_up(stream: &Stream, table: &Table, first: usize, slots: Range<usize>) -> bool {
    inside(table, &slots).next().is_some() && broken(stream, table, first, slots) == 0
}

/// How many equalities inside these slots do not hold for the values from `first` on.
pub(in crate::recognise) fn broken(
    stream: &Stream,
    table: &Table,
    first: usize,
    slots: Range<usize>,
) -> usize {
    let value = |slot: usize| {
        let value = &stream.values[first + slot - slots.start];
        value
            .number
            .or((value.state == State::Blank).then_some(Number::ZERO))
    };
    let holds = |relation: &&Relation| {
        let sides = sum(&relation.left, value).zip(sum(&relation.right, value));
        sides.is_some_and(|(left, right)| left == right)
    };
    inside(table, &slots)
        .filter(|relation| !holds(relation))
        .count()
}

/// The equalities inside some slots.
fn inside<'t>(table: &'t Table, slots: &Range<usize>) -> impl Iterator<Item = &'t Relation> {
    let slots = slots.clone();
    table.relations.iter().filter(move |relation| {
        relation.comparison == Comparison::Equal
            && relation.slots().all(|slot| slots.contains(&slot))
    })
}

/// A row that is further off than by so many values is not less likely for that.
const MOST_OFF: f32 = 4.0;

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
