//! Rows whose labels a copy put elsewhere, as where long labels wrap and their lines come before or behind several rows of
//! values: between two rows that have their labels beside them the others are known by their number alone.

use super::{Aligner, FEW_COLUMNS, Match};
use crate::{forms::FEW_ROWS, text::order::Order};
use std::ops::Range;

impl Aligner<'_> {
    /// Lays rows of values down in their order where as many stand between two labelled ones as the form has rows there;
    /// where there are more or fewer, takes back those that have no label of their own.
    pub(super) fn count(&self, found: &mut Vec<Match>) {
        let (chunks, rows, wide) = (self.chunks.len(), self.rows.len(), self.slots(0));
        let same = || (1..rows).all(|row| self.slots(row) == wide);
        let bare = || (0..chunks).any(|at| self.is_whole(at, wide));
        let partly = found.len() != rows && rows > FEW_ROWS && wide > FEW_COLUMNS;
        if !partly || !same() || !bare() {
            return;
        }
        let labelled = |at: usize| self.labelled_row(at).map(|row| (at, row));
        let labelled: Vec<(usize, usize)> = (0..chunks).filter_map(labelled).collect();
        if labelled.windows(2).any(|two| two[0].1 >= two[1].1) {
            return;
        }
        let behind = labelled.iter().map(|&(at, row)| (at + 1, row + 1));
        let begins = std::iter::once((0, 0)).chain(behind);
        let ends = labelled.iter().copied().chain([(chunks, rows)]);
        for ((first, row), (end, next)) in begins.zip(ends) {
            self.count_between(found, first..end.max(first), row..next);
        }
        found.order_by_key(|found| found.values.start);
    }

    /// Counts the rows that have no label beside them between two that have.
    fn count_between(&self, found: &mut Vec<Match>, chunks: Range<usize>, rows: Range<usize>) {
        let several = |&at: &usize| self.chunks[at].filled > 1;
        let bare: Vec<usize> = chunks.clone().filter(several).collect();
        let whole = || bare.iter().all(|&at| self.is_whole(at, self.slots(0)));
        if bare.is_empty() || rows.is_empty() || !whole() {
            return;
        }
        let counted = bare.len() == rows.len();
        // Before the first label and behind the last one the head and other numbers may stand.
        let edges = (rows.start == 0, rows.end == self.rows.len());
        if !counted && edges == (true, true) {
            return;
        }
        let names = |at: usize, own: usize| {
            let named = |other: usize| self.named[at * self.rows.len() + other];
            rows.clone().any(|other| other != own && named(other))
        };
        found.retain(|found| {
            let place = self.place(found).filter(|(at, _)| chunks.contains(at));
            place.is_none_or(|(at, row)| match (counted, edges) {
                (true, _) => false,
                (false, (false, false)) => self.fit(at, row) >= 1.0 && !self.is_apart(at),
                (false, _) => !names(at, row),
            })
        });
        if counted {
            let rows = bare.into_iter().zip(rows);
            found.extend(rows.map(|(at, row)| Match {
                labelled: true,
                ..self.matched(at..at + 1, row..row + 1)
            }));
        }
    }

    /// The row of the form whose label surely stands beside the values of a chunk.
    fn labelled_row(&self, at: usize) -> Option<usize> {
        let chunk = &self.chunks[at];
        let sure = !chunk.prose && chunk.filled > 0 && !self.taken[at] && self.exact[at] == 1;
        let row = (0..self.rows.len()).find(|&row| sure && self.fit(at, row) >= 1.0);
        row.filter(|_| self.is_beside(at))
    }

    /// The chunk and the row of a match of one row.
    fn place(&self, found: &Match) -> Option<(usize, usize)> {
        let mut chunks = self.chunks.iter();
        let at = chunks.position(|chunk| chunk.values.start == found.values.start)?;
        let row = self.rows.iter().position(|&row| row == found.rows.start)?;
        (found.rows.len() == 1).then_some((at, row))
    }

    /// Whether the values of a chunk are one whole row without a label beside it.
    fn is_whole(&self, at: usize, wide: usize) -> bool {
        let chunk = &self.chunks[at];
        chunk.used == wide && chunk.values.len() == wide && !chunk.prose && !self.is_beside(at)
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
