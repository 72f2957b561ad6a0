//! What shows that a row arrived damaged: digits glued, strays between its values, blanks behind them.

use crate::{
    document::Document,
    facts::State,
    forms::{Comparison, FEW_ROWS, Table},
    recognise::{
        align::Match,
        readings::{Token, adds_up},
        stream::{Stream, Value},
    },
    text::{Number, character::is_letter},
};
use std::ops::Range;

/// Whether rows of several slots arrived as fewer numbers with digits enough for all: most of them, or some that add up
/// when they are cut.
pub(super) fn is_table_glued(
    document: &Document,
    stream: &Stream,
    table: &Table,
    matches: &[Match],
) -> bool {
    let (mut glued, mut all) = (0, 0);
    for found in matches {
        let slots = found.slots(table);
        if slots.len() < 2 {
            continue;
        }
        all += 1;
        let row = &stream.values[found.values.clone()];
        let filled = row
            .iter()
            .filter(|value| value.state != State::Blank)
            .count();
        let some = match is_summed(table, &slots) {
            true => filled < slots.len(),
            false => filled == 1 && is_attached(document, row),
        };
        if some && digits(row) >= slots.len() {
            glued += 1;
            let tokens = tokens(document, stream, &found.values);
            if tokens.is_some_and(|tokens| adds_up(&tokens, table, &slots)) {
                return true;
            }
        }
    }
    2 * glued > all
}

/// How many digits some values have together, decimals aside; a mark counts as one.
fn digits(row: &[Value]) -> usize {
    let whole = |number: Number| number.trunc().abs().to_string().len();
    let digits = |value: &Value| match &value.digits {
        Some(digits) => digits.len(),
        None => value.number.map_or(1, whole),
    };
    row.iter().map(digits).sum()
}

/// Whether an equality lies inside some slots.
pub(super) fn is_summed(table: &Table, slots: &Range<usize>) -> bool {
    table.relations.iter().any(|relation| {
        relation.comparison == Comparison::Equal
            && relation.slots().all(|slot| slots.contains(&slot))
    })
}

/// Whether a row of several slots has not even a digit for each, so that blank cells left no trace.
pub(super) fn loses_cells(stream: &Stream, table: &Table, matches: &[Match]) -> bool {
    let short = |found: &Match| {
        let row = &stream.values[found.values.clone()];
        digits(row) < found.slots(table).len()
    };
    matches.iter().any(short)
}

/// Whether letters stand right beside a number, so that nothing parts the cells of its row.
fn is_attached(document: &Document, row: &[Value]) -> bool {
    let text = document.text();
    let beside = |value: &Value| {
        let before = text[..value.span.start].chars().next_back();
        let after = text[value.span.end..].chars().next();
        before.into_iter().chain(after).any(is_letter)
    };
    row.iter().any(beside)
}

/// Whether the first line alone has digits enough for the row and more numbers follow in others.
pub(super) fn has_stray(stream: &Stream, values: &Range<usize>, slots: usize) -> bool {
    let row = &stream.values[values.clone()];
    let parted = row
        .iter()
        .any(|value| value.cell.is_none() && value.block != row[0].block);
    let digits = row[0].digits.as_ref().map_or(1, String::len);
    parted && digits >= slots
}

/// The values of a match without what surely belongs to nothing.
pub(super) fn values(
    document: &Document,
    stream: &Stream,
    table: &Table,
    found: &Match,
) -> Range<usize> {
    let count = found.slots(table).len();
    let values = trimmed(stream, found.values.clone(), count);
    without_strays(document, stream, values, count)
}

/// Without the blanks at the end that are more than the form has slots, and without a mark there, which is a remark's.
pub(super) fn trimmed(stream: &Stream, values: Range<usize>, slots: usize) -> Range<usize> {
    let mut end = values.end;
    while end - values.start > slots && stream.values[end - 1].state == State::Blank {
        end -= 1;
    }
    let remark = ends_with_remark(&stream.values[values.start..end], slots);
    values.start..end - usize::from(remark)
}

/// Whether a wide row of numbers has a mark more than it has slots, in the same line.
fn ends_with_remark(row: &[Value], slots: usize) -> bool {
    let beside = |value: &Value, mark: &Value| match (value.cell, mark.cell) {
        (Some(one), Some(other)) => (one.0, one.1) == (other.0, other.1),
        (one, other) => one == other && value.block == mark.block,
    };
    slots > FEW_ROWS && row.len() == slots + 1 && row[slots].state == State::NotApplicable && {
        row[..slots].iter()
    }
    .all(|value| value.number.is_some() && beside(value, &row[slots]))
}

/// Without numbers that stand alone in their lines, where one line has as many values as there are slots: page numbers
/// between a row and the next.
pub(super) fn without_strays(
    document: &Document,
    stream: &Stream,
    values: Range<usize>,
    slots: usize,
) -> Range<usize> {
    let row = &stream.values[values.clone()];
    if row.len() <= slots || stream.celled || row.iter().any(|value| value.cell.is_some()) {
        return values;
    }
    let lines: Vec<&[Value]> = row
        .chunk_by(|one, other| one.block == other.block)
        .collect();
    let is_stray = |line: &&[Value]| {
        let printed = document.quote(document.block(line[0].block)).trim();
        line.len() == 1 && document.quote(line[0].span) == printed
    };
    let mut whole = lines
        .iter()
        .filter(|line| line.len() == slots && !is_stray(line));
    let strays = lines.iter().filter(|line| is_stray(line)).count();
    let (Some(line), None) = (whole.next(), whole.next()) else {
        return values;
    };
    if strays + 1 != lines.len() {
        return values;
    }
    let before = lines.iter().take_while(|other| other[0] != line[0]);
    let start = values.start + before.map(|line| line.len()).sum::<usize>();
    start..start + slots
}

/// The values of a damaged row as the digits they are made of; nothing where one of them is no whole number.
pub(super) fn tokens(
    document: &Document,
    stream: &Stream,
    values: &Range<usize>,
) -> Option<Vec<Token>> {
    let mut before: Option<&Value> = None;
    let mut tokens = Vec::new();
    let placed = |value: &&Value| value.is_placed();
    for value in stream.values[values.clone()].iter().filter(placed) {
        let close = before.is_some_and(|other| {
            let between = other.span.end..value.span.start;
            other.block == value.block && document.text()[between].trim().is_empty()
        });
        // What stands between two numbers may be the second one's sign or a cell of nothing.
        let printed = &document.text()[..value.span.start];
        let dash = document.quote(value.span).starts_with(['-', '−', '–']);
        if dash && printed.ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        tokens.push(Token {
            digits: token_digits(value)?,
            negative: value.number.is_some_and(|number| number.is_sign_negative()),
            close,
            in_cell: value.cell.is_some(),
        });
        before = Some(value);
    }
    Some(tokens)
}

/// The digits of a whole number, none of a mark; nothing where a value is neither.
fn token_digits(value: &Value) -> Option<Option<String>> {
    if value.digits.is_some() {
        return Some(value.digits.clone());
    }
    match value.number.or(value.guess) {
        None if matches!(value.state, State::NotApplicable | State::Blank) => Some(None),
        Some(number) if number.scale() == 0 => Some(Some(number.abs().to_string())),
        _ => None,
    }
}

/// Whether a row with blanks rather has its values glued into one cell.
pub(super) fn is_glued(values: &[&Value]) -> bool {
    let filled: Vec<_> = values
        .iter()
        .filter(|value| value.state != State::Blank)
        .collect();
    filled.len() == 1
        && filled[0]
            .digits
            .as_ref()
            .is_some_and(|digits| digits.len() >= values.len())
}
