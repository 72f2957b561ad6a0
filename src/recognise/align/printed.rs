//! Whether labels of rows are printed around a chunk.

use super::{Aligner, FEW_COLUMNS, MOST_PIECES};
use crate::recognise::{
    heads::{ends_with_label, spells_columns},
    stream::chunk::ends_with_any_label,
};

impl Aligner<'_> {
    /// Whether the label of a row with one value stands before a chunk, so that the row may be blank.
    pub(super) fn is_printed(&self, chunk: usize, r: usize) -> bool {
        let labels = &self.table.rows[self.rows[r]].labels;
        let gap = &self.chunks[chunk].label;
        if self.lone {
            return labels.iter().any(|label| gap.has(label));
        }
        self.named[chunk * self.rows.len() + r]
    }

    /// Whether a chunk has words of its own, and the label of row `r` stands behind it, or before those words and has
    /// no value, or the text breaks off with them: `其他文件 5 6 7 行政许可`, `行政强制 行政裁决 3`, `其他文件 5 6`.
    pub(super) fn is_added(&self, chunk: usize, r: usize) -> bool {
        const FEW_LETTERS: usize = 3;
        let words = &self.chunks[chunk].label;
        let behind = self.last[r].is_some_and(|last| last > chunk);
        (behind || self.is_left_blank(chunk, r) || self.breaks_off(chunk, r))
            && words.chars().nth(FEW_LETTERS).is_some()
            && !spells_columns(words, self.table)
    }

    /// Whether the label of a row of few values stands shortly before a chunk with words or a blank behind it.
    fn is_left_blank(&self, chunk: usize, r: usize) -> bool {
        let blank = |at: usize| at < chunk && self.chunks[at].filled == 0 && self.fit(at, r) >= 1.0;
        let mut near = (chunk + 1).saturating_sub(MOST_PIECES)..=chunk;
        !self.lone
            && self.slots(r) <= FEW_COLUMNS
            && near.any(|at| self.is_printed(at, r) || blank(at))
    }

    /// Whether no label of a table of few columns stands behind a chunk with words of its own that are no head.
    fn breaks_off(&self, chunk: usize, r: usize) -> bool {
        let words = &self.chunks[chunk].label;
        !self.lone
            && self.slots(r) <= FEW_COLUMNS
            && self.last.iter().flatten().all(|&last| last < chunk)
            && !self.table.columns.iter().any(|column| words.has(column))
    }

    /// Whether the label of another row than `r` stands before a chunk, or the beginning of one.
    pub(super) fn begins_another(&self, chunk: usize, r: usize) -> bool {
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
}

/// For each row the last chunk before which its label stands.
pub(super) fn last(named: &[bool], fits: &[f32], rows: usize) -> Vec<Option<usize>> {
    let chunks = fits.len() / rows.max(1);
    let stands = |at: usize| named[at] || fits[at] >= 1.0;
    { 0..rows }
        .map(|row| (0..chunks).rfind(|chunk| stands(chunk * rows + row)))
        .collect()
}
