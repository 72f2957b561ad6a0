//! Rows that a line break inside one of their numbers has parted.

use super::{damage::tokens, shares_lines};
use crate::{
    document::{BlockId, Document},
    facts::State,
    forms::{self, Comparison, FEW_ROWS, Relation, Table},
    recognise::{
        held::Held,
        readings::{Open, readings},
        stream::{Stream, Value},
    },
    text::Number,
};
use std::ops::Range;

/// The most numbers that may stand on the other side of the line break.
const MOST: usize = 8;

/// The row with its neighbours among the values that are `free`, where the sum of the row does not hold for its own
/// values and does when digits at a line break are put together.
pub(super) fn read(
    document: &Document,
    stream: &Stream,
    table: &Table,
    (values, slots): (&Range<usize>, &Range<usize>),
    free: Range<usize>,
) -> Option<Open> {
    let whole = neighbours(stream, values, &free);
    let placed = |value: &&Value| value.is_placed();
    let count = stream.values[whole.clone()].iter().filter(placed).count();
    let row: Vec<&Value> = stream.values[values.clone()].iter().collect();
    let broken = || is_broken(stream, table, values, slots) && !shares_lines(stream, &row);
    if whole == *values || count <= slots.len() || !broken() {
        return None;
    }
    let mut tokens = tokens(document, stream, &whole)?;
    let lines: Vec<Line> = stream.values[whole.clone()]
        .iter()
        .filter(placed)
        .map(line)
        .collect();
    for (at, token) in tokens.iter_mut().enumerate() {
        token.in_cell = false;
        token.close = at > 0 && lines[at] != lines[at - 1];
    }
    let (mut readings, complete) = readings(&tokens, table, slots, false);
    readings.retain(|reading| {
        reading
            .tokens
            .last()
            .is_some_and(|last| last.end == tokens.len())
    });
    // All numbers of the row may be parted.
    if readings.is_empty() && count >= 2 * slots.len() && slots.len() > FEW_ROWS {
        return Some(Open::unread(slots.clone(), whole));
    }
    (complete && !readings.is_empty()).then(|| Open {
        slots: slots.clone(),
        values: whole,
        readings,
        tokens: Vec::new(),
    })
}

/// The row with its neighbours, where its own values are too few and those with them too many: a page may end in it.
pub(super) fn short(
    document: &Document,
    stream: &Stream,
    table: &Table,
    (values, slots): (&Range<usize>, &Range<usize>),
    free: &Range<usize>,
) -> Option<Open> {
    let whole = values.start..neighbours(stream, values, free).end;
    let filled = |value: &&Value| value.state != State::Blank;
    let count = |range: &Range<usize>| stream.values[range.clone()].iter().filter(filled).count();
    if count(values) >= slots.len() || count(&whole) <= slots.len() {
        return None;
    }
    let tokens = tokens(document, stream, &whole)?;
    Some(Open::new(slots.clone(), whole, tokens, table, false))
}

/// The last value of a row of which no sum tells whether it goes on in the next line, where a number stands alone there.
pub(super) fn last(
    document: &Document,
    stream: &Stream,
    table: &Table,
    (values, slots): (&Range<usize>, &Range<usize>),
    free: Range<usize>,
) -> Option<Held> {
    let told = !table.is_list() && inside(table, slots).next().is_some();
    if told || !free.contains(&values.end) {
        return None;
    }
    let (last, next) = (&stream.values[values.end - 1], &stream.values[values.end]);
    if table.is_list() && (stream.celled || !is_full(document, last.block)) {
        return None;
    }
    let alone = document.quote(document.block(next.block)).trim() == document.quote(next.span);
    let bare = stream.gaps[values.end].letters.is_empty();
    let apart = last.cell.is_none() && next.cell.is_none() && last.block + 1 == next.block;
    let whole = last.number.is_some() && next.digits.is_some();
    (alone && bare && apart && whole).then(|| Held {
        span: Some(last.span),
        ..Held::of_pieces(&[last, next])
    })
}

/// Whether no line close behind is wider than this one, so that it may have been cut at its end.
fn is_full(document: &Document, block: BlockId) -> bool {
    const NEAR: usize = 8;
    let near = block..document.blocks().len().min(block + NEAR);
    let width = |block: BlockId| {
        let line = document.quote(document.block(block));
        let letters = line.chars().count();
        letters + (line.len() - letters) / 2
    };
    { near }.all(|other| width(other) <= width(block) + 1)
}

/// The equalities inside some slots.
pub(super) fn inside<'a>(
    table: &'a Table,
    slots: &Range<usize>,
) -> impl Iterator<Item = &'a Relation> {
    let slots = slots.clone();
    table.relations.iter().filter(move |relation| {
        relation.comparison == Comparison::Equal
            && relation.slots().all(|slot| slots.contains(&slot))
    })
}

/// The values with those beside them between which no letters stand.
fn neighbours(stream: &Stream, values: &Range<usize>, free: &Range<usize>) -> Range<usize> {
    let bare = |at: &usize| stream.gaps[*at].letters.is_empty();
    let behind = (values.end..free.end).take(MOST).take_while(bare).count();
    let before = (free.start + 1..=values.start).rev().take(MOST);
    let before = before.take_while(bare).count();
    values.start - before..values.end + behind
}

/// The line of a text or the row of a grid.
type Line = (Option<(usize, usize)>, usize);

fn line(value: &Value) -> Line {
    match value.cell {
        Some((grid, row, _)) => (Some((grid, row)), 0),
        None => (None, value.block),
    }
}

/// Whether the equalities inside the row do not hold for its values, taken in order.
fn is_broken(stream: &Stream, table: &Table, values: &Range<usize>, slots: &Range<usize>) -> bool {
    let row: Vec<&Value> = stream.values[values.clone()]
        .iter()
        .filter(|value| value.state != State::Blank)
        .collect();
    let value = |slot: usize| {
        let value = row.get(slot - slots.start)?;
        value
            .number
            .or(value.digits.is_none().then_some(Number::ZERO))
    };
    let broken = |relation: &Relation| {
        let sides = forms::sum(&relation.left, value).zip(forms::sum(&relation.right, value));
        sides.is_none_or(|(left, right)| left != right)
    };
    inside(table, slots).any(broken)
}
