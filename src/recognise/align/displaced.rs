//! Rows that a report prints in another order than the form does.

use super::{Aligner, Match};
use crate::text::order::Order;

impl Aligner<'_> {
    /// Adds the rows that are not in their place among the others: values that no row took stand right behind the label,
    /// as many as the row has, and behind no other such label.
    pub(super) fn add_displaced(&self, found: &mut Vec<Match>) {
        let taken = found.iter().map(|found| found.rows.len()).sum::<usize>();
        let Some((first, last)) = found.first().zip(found.last()) else {
            return;
        };
        let (start, mut end) = (first.values.start, last.values.end);
        if taken >= self.rows.len() {
            return;
        }
        let is_row = |chunk: usize| {
            self.exact[chunk] == 1
                && self.chunks[chunk].filled > 0
                && !self.taken[chunk]
                && !self.chunks[chunk].prose
                && !self.is_apart(chunk)
        };
        for (at, chunk) in self.chunks.iter().enumerate() {
            if chunk.values.start == end && is_row(at) {
                end = chunk.values.end;
            }
        }
        let is_free = |&chunk: &usize| {
            let values = &self.chunks[chunk].values;
            let clear = |found: &Match| {
                found.values.start >= values.end || values.start >= found.values.end
            };
            is_row(chunk)
                && ((start..=end).contains(&values.start) || values.end == start)
                && found.iter().all(clear)
        };
        let free: Vec<usize> = (0..self.chunks.len()).filter(is_free).collect();
        for (row, rows) in self.rows.iter().enumerate() {
            let fits = |&&chunk: &&usize| {
                self.fit(chunk, row) >= 1.0 && self.chunks[chunk].values.len() == self.slots(row)
            };
            let mut fitting = free.iter().filter(fits);
            if let (Some(&chunk), None) = (fitting.next(), fitting.next())
                && !found.iter().any(|found| found.rows.contains(rows))
            {
                found.push(self.matched(chunk..chunk + 1, row..row + 1));
            }
        }
        if !free.is_empty() {
            found.order_by_key(|found| found.values.start);
        }
    }
}
