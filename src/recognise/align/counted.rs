//! Rows whose labels a copy put elsewhere, as where long labels wrap and their lines come before or behind several rows of
//! values: between two rows that have their labels beside them the others are known by their number alone.

use super::{Aligner, FEW_COLUMNS, Match};
use crate::{forms::FEW_ROWS, text::order::Order};

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
        let (chunks, rows) = (self.chunks.len(), self.rows.len());
        let labelled = |at: usize| {
            let chunk = &self.chunks[at];
            let sure = !chunk.prose && chunk.filled > 0 && !self.taken[at] && self.exact[at] == 1;
            let row = (0..rows).find(|&row| sure && self.fit(at, row) >= 1.0);
            row.filter(|_| self.is_beside(at)).map(|row| (at, row))
        };
        let beside: Vec<(usize, usize)> = (0..chunks).filter_map(labelled).collect();
        if beside.windows(2).any(|two| two[0].1 >= two[1].1) {
            return;
        }
        let starts = { beside.iter() }.map(|&(at, row)| (at + 1, row + 1));
        let starts = std::iter::once((0, 0)).chain(starts);
        for ((first, row), (end, next)) in
            starts.zip(beside.iter().copied().chain([(chunks, rows)]))
        {
            let between = first..end.max(first);
            let bare: Vec<usize> = { between.clone() }
                .filter(|&at| self.chunks[at].filled > 1)
                .collect();
            if bare.is_empty() || row >= next || !bare.iter().all(|&at| self.is_whole(at, wide)) {
                continue;
            }
            let counted = bare.len() == next - row;
            if !counted && beside.is_empty() {
                continue;
            }
            // Before the first label and behind the last one the head and other numbers may stand.
            let edge = row == 0 || next == rows;
            let names = |at: usize, own: usize| {
                (row..next).any(|other| other != own && self.named[at * rows + other])
            };
            found.retain(|found| {
                let place = self.place(found).filter(|(at, _)| between.contains(at));
                place.is_none_or(|(at, row)| match (counted, edge) {
                    (true, _) => false,
                    (false, true) => !names(at, row),
                    (false, false) => self.fit(at, row) >= 1.0 && !self.is_apart(at),
                })
            });
            if counted {
                let rows = bare.iter().zip(row..next);
                found.extend(rows.map(|(&at, row)| Match {
                    labelled: true,
                    ..self.matched(at..at + 1, row..row + 1)
                }));
            }
        }
        found.order_by_key(|found| found.values.start);
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
