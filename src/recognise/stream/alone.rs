//! Values that stand alone in their lines: cells, where nearly all do; else the numbers of pages.

use super::{Gap, Stream, Value, chunk::ends_with_any_label};
use crate::{
    document::{BlockId, Document},
    facts::State,
    text::{Number, Span, character::is_han},
};
use std::collections::HashSet;

/// Whether nearly all values outside grids have lines of their own.
pub(in crate::recognise) fn is_celled(document: &Document, values: &[Value]) -> bool {
    const LEAST: usize = 24;
    const FAR_MORE: usize = 2;
    let is_outside = |value: &&Value| value.cell.is_none() && value.state != State::Blank;
    let outside: Vec<&Value> = values.iter().filter(is_outside).collect();
    let lines = outside.chunk_by(|one, other| one.block == other.block);
    let (single, several): (Vec<_>, Vec<_>) = lines.partition(|line| line.len() == 1);
    let single = { single.iter() }.filter(|line| is_alone(document, line[0]));
    let single = single.count();
    single >= LEAST && single > FAR_MORE * several.len()
}

/// The numbers of pages: where a bar ends the line of each cell, those without; else several numbers alone in their lines,
/// far apart, each behind a row in a line of its own and one more than the one before.
pub(in crate::recognise) fn pages(document: &Document, stream: &Stream) -> HashSet<usize> {
    const FAR: usize = 6;
    if stream.celled {
        return without_bars(document, &stream.values);
    }
    let is_page = |&at: &usize| {
        let (before, value) = (&stream.values[at - 1], &stream.values[at]);
        stream.gaps[at].letters.is_empty()
            && value.block != before.block
            && is_short(value)
            && is_alone(document, value)
            && !is_alone(document, before)
    };
    let found: Vec<usize> = (1..stream.values.len()).filter(is_page).collect();
    let number = |at: usize| stream.values[at].number;
    let counts = |two: &[usize]| {
        let next = number(two[0]).map(|one| one + Number::ONE);
        two[0] + FAR < two[1] && number(two[1]) == next
    };
    if found.len() > 1 && found.windows(2).all(counts) {
        found.into_iter().collect()
    } else {
        HashSet::new()
    }
}

/// The few numbers without a bar behind them, where a bar ends the line of each cell; each is more than the one before.
fn without_bars(document: &Document, values: &[Value]) -> HashSet<usize> {
    const FEW: usize = 8;
    let barred = |value: &Value| document.quote(document.block(value.block)).ends_with('|');
    let alone = (0..values.len()).filter(|&at| is_alone(document, &values[at]));
    let (cells, bare): (Vec<usize>, Vec<usize>) = alone.partition(|&at| barred(&values[at]));
    let mount = |two: &[usize]| values[two[0]].number < values[two[1]].number;
    let are_pages = bare.len() * FEW < cells.len()
        && bare.iter().all(|&at| is_short(&values[at]))
        && bare.windows(2).all(mount);
    bare.into_iter().filter(|_| are_pages).collect()
}

/// Whether a short number in a line of its own ends a row of no more values than the form has slots, whose other values
/// and other rows stand in cells: it may be a page's.
pub(in crate::recognise) fn ends_with_page(
    document: &Document,
    row: &[Value],
    slots: usize,
) -> bool {
    let filled = row.iter().filter(|value| value.state != State::Blank);
    let Some((last, rest)) = row.split_last() else {
        return false;
    };
    filled.count() <= slots
        && rest.iter().all(|value| value.cell.is_some())
        && is_short(last)
        && is_alone(document, last)
}

/// Whether a line stands right behind the label of a row and before other words, so that it is the row's, though the edge
/// of a page may look the same; `-2-` and `第 2 页 共 9 页` are no row.
pub(in crate::recognise) fn is_row(document: &Document, gap: Option<&Gap>, line: BlockId) -> bool {
    let begins = |&next: &Span| {
        document
            .quote(next)
            .trim_start_matches(['(', '（'])
            .starts_with(is_han)
    };
    let behind = gap.filter(|gap| gap.block.map(|block| block + 1) == Some(line));
    let text = document.quote(document.block(line));
    let parted = text.contains(|c: char| c.is_whitespace() || c == '/') && !text.starts_with('第');
    parted
        && behind.is_some_and(|gap| ends_with_any_label(&gap.letters))
        && document.blocks().get(line + 1).is_some_and(begins)
}

/// Whether a number is no longer than a page's.
pub(in crate::recognise) fn is_short(value: &Value) -> bool {
    const LONGEST: usize = 3;
    let digits = value.digits.as_ref();
    digits.is_some_and(|digits| digits.len() <= LONGEST)
}

/// Whether a value has its line for itself.
pub(in crate::recognise) fn is_alone(document: &Document, value: &Value) -> bool {
    let line = document.quote(document.block(value.block));
    let is_edge = |c: char| c == '|' || c.is_whitespace();
    value.cell.is_none() && line.trim_matches(is_edge) == document.quote(value.span)
}
