//! Whether labels of rows are printed around a chunk.

use super::Aligner;
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

    /// Whether the label of row `r` stands behind a chunk that has words of its own: `其他文件 5 6 7 行政许可`.
    pub(super) fn is_printed_behind(&self, chunk: usize, r: usize) -> bool {
        const FEW_LETTERS: usize = 3;
        let words = &self.chunks[chunk].label;
        self.last[r].is_some_and(|last| last > chunk)
            && words.chars().nth(FEW_LETTERS).is_some()
            && !spells_columns(words, self.table)
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
