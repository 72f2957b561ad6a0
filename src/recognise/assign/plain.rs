//! Values taken in order: one a slot, or as far as the text goes.

use super::damage::{has_stray, is_glued};
use crate::{
    facts::State,
    forms::{FEW_ROWS, Table},
    recognise::{
        align::Match,
        held::Held,
        stream::{Stream, Value},
    },
};
use std::ops::Range;

/// One value a slot, in order.
pub(super) fn plainly(
    stream: &Stream,
    values: &Range<usize>,
    slots: &Range<usize>,
    glued: bool,
    held: &mut [Option<Held>],
) -> bool {
    const LONGEST: usize = 12;
    let all: Vec<&Value> = stream.values[values.clone()].iter().collect();
    let long = |value: &&Value| {
        value
            .digits
            .as_ref()
            .is_some_and(|digits| digits.len() > LONGEST)
    };
    let stray = || glued && has_stray(stream, values, slots.len());
    let shared = || shares_cells(&all) || shares_lines(stream, &all);
    if all.iter().any(long) || stray() || slots.len() > 1 && shared() {
        return false;
    }
    let filled: Vec<&Value> = all
        .iter()
        .copied()
        .filter(|value| value.state != State::Blank)
        .collect();
    let chosen = if filled.len() == slots.len() {
        if all.len() > slots.len() && all.iter().any(|value| value.is_empty_line) {
            return false;
        }
        filled
    } else if slots.len() == 1 && is_repeated(&filled) {
        filled[..1].to_vec()
    } else if all.len() == slots.len() && (slots.len() <= FEW_ROWS || !is_glued(&all)) {
        all
    } else {
        return false;
    };
    for (slot, value) in slots.clone().zip(chosen) {
        held[slot] = Some(Held::plain(value));
    }
    true
}

/// Whether some cells of a grid have several values and others not.
fn shares_cells(values: &[&Value]) -> bool {
    let same = |pair: &[&Value]| pair[0].cell.is_some() && pair[0].cell == pair[1].cell;
    let shared = values.windows(2).filter(|pair| same(pair)).count();
    shared > 0 && shared + 1 < values.len()
}

/// Whether some lines of a text with a cell a line have several values and others not.
pub(in crate::recognise) fn shares_lines(stream: &Stream, values: &[&Value]) -> bool {
    let same = |pair: &[&Value]| pair[0].block == pair[1].block && pair[0].cell.is_none();
    let filled = |value: &&&Value| value.state != State::Blank;
    let filled: Vec<&Value> = values.iter().filter(filled).copied().collect();
    let shared = filled.windows(2).filter(|pair| same(pair)).count();
    stream.celled && shared > 0 && shared + 1 < filled.len()
}

/// Whether a row has numbers enough only if each of a line with several is a cell, though its other cells are lines.
pub(super) fn is_full_with_pieces(stream: &Stream, values: &Range<usize>, slots: usize) -> bool {
    let row: Vec<&Value> = stream.values[values.clone()].iter().collect();
    let filled = row.iter().filter(|value| value.state != State::Blank);
    filled.count() == slots && shares_lines(stream, &row)
}

/// Whether the cells of a grid all have the same value, as where a merged cell was copied into each of its columns.
fn is_repeated(values: &[&Value]) -> bool {
    let same = |value: &&Value| value.cell.is_some() && value.number == values[0].number;
    let apart = |two: &[&Value]| two[0].cell != two[1].cell;
    values.len() > 1 && values.iter().all(same) && values.windows(2).all(apart)
}

/// Whether a match has the last row of the table, so that nothing tells that the text breaks off there.
pub(super) fn is_last(table: &Table, found: &Match) -> bool {
    table.rows[found.rows.end..]
        .iter()
        .all(|row| row.slots.is_empty())
}

/// The first slots of a row in which the text breaks off.
pub(super) fn cut_off(
    stream: &Stream,
    values: &Range<usize>,
    slots: &Range<usize>,
    held: &mut [Option<Held>],
) -> bool {
    let row = &stream.values[values.clone()];
    let ends_here = values.end == stream.values.len() && stream.gaps[values.end].letters.is_empty();
    if !ends_here || row.len() >= slots.len() || row.iter().any(|value| value.digits.is_none()) {
        return false;
    }
    for (at, slot) in slots.clone().enumerate() {
        held[slot] = Some(row.get(at).map_or_else(|| Held::missing(None), Held::plain));
    }
    true
}
