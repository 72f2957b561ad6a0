//! Values that stand alone in their lines: cells, where nearly all do; else the numbers of pages.

use super::stream::{Stream, Value};
use crate::{document::Document, facts::State, text::Number};
use std::collections::HashSet;

/// Whether nearly all values outside grids have lines of their own.
pub(super) fn is_celled(document: &Document, values: &[Value]) -> bool {
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
pub(super) fn pages(document: &Document, stream: &Stream) -> HashSet<usize> {
    const LONGEST: usize = 3;
    const FAR: usize = 6;
    const FEW: usize = 8;
    let barred = |value: &Value| document.quote(document.block(value.block)).ends_with('|');
    if stream.celled {
        let alone = |&at: &usize| is_alone(document, &stream.values[at]);
        let alone = (0..stream.values.len()).filter(alone);
        let (cells, bare): (Vec<usize>, Vec<usize>) =
            alone.partition(|&at| barred(&stream.values[at]));
        let few = bare.len() * FEW < cells.len();
        return bare.into_iter().filter(|_| few).collect();
    }
    let short = |value: &Value| {
        let digits = value.digits.as_ref();
        digits.is_some_and(|digits| digits.len() <= LONGEST)
    };
    let is_page = |&at: &usize| {
        let (before, value) = (&stream.values[at - 1], &stream.values[at]);
        stream.gaps[at].letters.is_empty()
            && value.block != before.block
            && short(value)
            && is_alone(document, value)
            && !is_alone(document, before)
    };
    let end = stream.values.len() * usize::from(!stream.celled);
    let found: Vec<usize> = (1..end).filter(is_page).collect();
    let number = |at: usize| stream.values[at].number;
    let counts = |two: &[usize]| {
        let next = number(two[0]).map(|one| one + Number::ONE);
        two[0] + FAR < two[1] && number(two[1]) == next
    };
    match found.len() > 1 && found.windows(2).all(counts) {
        true => found.into_iter().collect(),
        false => HashSet::new(),
    }
}

/// Whether a value has its line for itself.
fn is_alone(document: &Document, value: &Value) -> bool {
    let line = document.quote(document.block(value.block));
    let is_edge = |c: char| c == '|' || c.is_whitespace();
    value.cell.is_none() && line.trim_matches(is_edge) == document.quote(value.span)
}
