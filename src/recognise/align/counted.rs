//! Rows whose labels a copy put elsewhere, as where long labels wrap and their lines come before or behind several rows of
//! values: between two rows that have their labels beside them the others are known by their number alone.

use super::{Aligner, FEW_COLUMNS, Match};
use crate::{forms::FEW_ROWS, text::order::Order};
use std::ops::Range;

impl Aligner<'_> {
    /// Lays rows of values down in their order where as many stand between two labelled ones as the form has rows there;
    /// where there are more or fewer, takes back those that have no label of their own.
    pub(super) fn count(&self, found: &mut Vec<Match>) {
        let wide = self.slots(0);
        let same = || (1..self.rows.len()).all(|row| self.slots(row) == wide);
        let bare = || (0..self.chunks.len()).any(|at| self.is_whole(at, wide));
        if found.len() == self.rows.len()
            || self.rows.len() <= FEW_ROWS
            || wide <= FEW_COLUMNS
            || !same()
            || !bare()
        {
            return;
        }
        let anchors: Vec<(usize, usize)> = found
            .iter()
            .filter_map(|found| self.anchor(found))
            .collect();
        for pair in anchors.windows(2) {
            let ((above, row), (below, next)) = (pair[0], pair[1]);
            let between = above + 1..below;
            let bare: Vec<usize> = { between.clone() }
                .filter(|&at| self.chunks[at].filled > 1)
                .collect();
            if bare.is_empty() || !bare.iter().all(|&at| self.is_whole(at, wide)) {
                continue;
            }
            found.retain(|found| !self.lies_in(found, &between));
            if bare.len() == next - row - 1 {
                let rows = bare.iter().zip(row + 1..next);
                found.extend(rows.map(|(&at, row)| Match {
                    labelled: true,
                    ..self.matched(at..at + 1, row..row + 1)
                }));
            }
        }
        found.order_by_key(|found| found.values.start);
    }

    /// The chunk and row of a match that has its label beside it, or alone right before it.
    fn anchor(&self, found: &Match) -> Option<(usize, usize)> {
        let at = self
            .chunks
            .iter()
            .position(|chunk| chunk.values.start == found.values.start)?;
        let row = self.rows.iter().position(|&row| row == found.rows.start)?;
        let fit = self.fit(at, row);
        let own = found.rows.len() == 1
            && (fit > 0.0 && self.is_beside(at) || fit >= 1.0 && !self.is_apart(at));
        own.then_some((at, row))
    }

    /// Whether the values of a chunk are one whole row without a label beside it.
    fn is_whole(&self, at: usize, wide: usize) -> bool {
        let chunk = &self.chunks[at];
        chunk.used == wide && chunk.values.len() == wide && !chunk.prose && !self.is_beside(at)
    }

    /// Whether a match begins with one of some chunks.
    fn lies_in(&self, found: &Match, chunks: &Range<usize>) -> bool {
        self.chunks[chunks.clone()]
            .iter()
            .any(|chunk| chunk.values.start == found.values.start)
    }

    /// Whether a chunk stands apart from its label, which may be that of another row: several stand before it.
    pub(super) fn is_apart(&self, chunk: usize) -> bool {
        let rows = self.rows.len();
        !self.is_beside(chunk) && self.named[chunk * rows..][..rows].contains(&true)
    }

    /// Whether letters stand in the row of a grid or the line of a text before the values of a chunk.
    fn is_beside(&self, chunk: usize) -> bool {
        let first = self.chunks[chunk].values.start;
        let value = &self.stream.values[first];
        match value.cell {
            Some((_, _, column)) => column > 0,
            None => self.stream.gaps[first].block == Some(value.block),
        }
    }
}
