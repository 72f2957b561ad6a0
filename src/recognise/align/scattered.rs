//! A small table whose head a copy scattered among its values: `结果维 结果纠 … 持 正 … 5 5 1 2 … 总计 13`.

use super::{Match, gains::adds_up};
use crate::{
    forms::{FEW_ROWS, Table},
    recognise::stream::{Stream, chunk::Chunk},
    text::{label::letters, order::Order},
};

/// The whole table, where behind its title stand as many values as it has slots, among letters of its head only, and
/// all its sums hold for them as they follow each other.
pub(super) fn scattered(stream: &Stream, chunks: &[Chunk<'_>], table: &Table) -> Option<Match> {
    if !(2..=FEW_ROWS).contains(&table.rows.len()) {
        return None;
    }
    let title = letters(&table.title);
    let head = head(table);
    let titled = |chunk: &Chunk<'_>| {
        let at = chunk.label.rfind(title.as_str());
        at.is_some_and(|at| {
            chunk.label[at + title.len()..]
                .chars()
                .all(|c| head.contains(&c))
        })
    };
    let first = chunks.iter().rposition(titled)?;
    let slots = 0..table.slots.len();
    let start = chunks[first].values.start;
    let mut count = 0;
    for (at, chunk) in chunks[first..].iter().enumerate() {
        let inside = at == 0 || chunk.label.chars().all(|letter| head.contains(&letter));
        if count >= slots.len() || chunk.prose || !inside {
            break;
        }
        count += chunk.values.len();
    }
    let whole = count == slots.len() && adds_up(stream, table, start, slots);
    whole.then(|| Match {
        rows: 0..table.rows.len(),
        values: start..start + count,
        labelled: true,
    })
}

/// The letters of the table's head: of its title, which names the groups, its rows and its columns.
pub(super) fn head(table: &Table) -> Vec<char> {
    let rows = table.rows.iter().flat_map(|row| &row.labels);
    let columns = table.columns.iter().map(AsRef::as_ref);
    let names = rows.map(String::as_str).chain(columns);
    let names = names.chain([table.title.as_ref()]);
    let mut found: Vec<char> = names.flat_map(str::chars).collect();
    found.order();
    found.dedup();
    found
}
