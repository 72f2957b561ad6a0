//! Values to slots: plainly where their number fits, by the grid's head or by the form's sums where it does not.

use super::{
    align::{FEW_ROWS, Match},
    block,
    columns::Columns,
    continued,
    damage::{has_stray, is_glued, is_table_glued, tokens, trimmed, without_strays},
    readings::{Reading, readings},
    stream::{Stream, Value},
    totals::Totals,
};
use crate::{
    document::{Cell, Document, Grid, Part},
    facts::State,
    forms::Table,
    text::{Number, Span, label::is_han},
};
use std::ops::Range;

/// What a slot holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// What is printed.
    pub state: State,
    /// The number.
    pub number: Option<Number>,
    /// How many yuan the printed unit stands for.
    pub yuan: Option<u32>,
    /// Whether sums had a part in reading it.
    pub inferred: bool,
    /// Where it is printed.
    pub span: Option<Span>,
    /// Other values that the print allows; several where nothing decides.
    pub others: Vec<Number>,
    /// Whether digits are printed for the cell that could not be told from its neighbours'.
    pub blurred: bool,
}

impl Held {
    /// Whether the cell is blank or marked as having nothing to state, and nothing else is known of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.number.is_none() && matches!(self.state, State::Blank | State::NotApplicable)
    }

    /// What the cell counts for in a sum: blanks and marks count as zero; nothing where the value is not known.
    #[must_use]
    pub fn in_sum(&self) -> Option<Number> {
        if self.is_empty() {
            Some(Number::ZERO)
        } else {
            self.number
        }
    }

    pub(super) fn plain(value: &Value) -> Self {
        let Value {
            state,
            number,
            guess,
            yuan,
            span,
            ..
        } = value.clone();
        Self {
            state,
            number,
            yuan,
            inferred: false,
            span: Some(span),
            others: guess.into_iter().collect(),
            blurred: guess.is_some(),
        }
    }

    /// A blank cell, and where it stands, if the print has a trace of it.
    pub(super) fn blank(span: Option<Span>) -> Self {
        Self {
            state: State::Blank,
            ..Self::missing(span)
        }
    }

    /// A cell that holds the number of one of some values.
    pub(super) fn undecided(values: &[&Value]) -> Self {
        let mut others: Vec<Number> = values.iter().filter_map(|value| value.number).collect();
        others.sort_unstable();
        others.dedup();
        Self {
            state: State::Unreadable,
            blurred: true,
            others,
            ..Self::missing(Some(values[0].span))
        }
    }

    /// A cell in which some numbers stand: one of them, or the pieces of one.
    fn of_pieces(pieces: &[&Value]) -> Self {
        let digits = pieces.iter().map(|value| value.digits.as_deref());
        let joined = digits.collect::<Option<String>>();
        let joined: Option<Number> = joined.and_then(|joined| joined.parse().ok());
        let mut held = Self::undecided(pieces);
        held.others.extend(joined);
        held.span = pieces
            .first()
            .zip(pieces.last())
            .map(|(first, last)| first.span.join(last.span));
        held
    }

    /// The same cell where the value may be another's.
    pub(super) fn doubted(&self) -> Self {
        Self {
            state: State::Unreadable,
            others: self.number.into_iter().collect(),
            blurred: true,
            ..Self::missing(self.span)
        }
    }

    fn missing(span: Option<Span>) -> Self {
        Self {
            state: State::Missing,
            number: None,
            yuan: None,
            inferred: false,
            span,
            others: Vec::new(),
            blurred: false,
        }
    }
}

/// A row, or several, whose values can be read in more than one way.
pub(super) struct Open {
    /// The slots.
    pub slots: Range<usize>,
    /// The values.
    pub values: Range<usize>,
    /// The ways to read them.
    pub readings: Vec<Reading>,
}

/// What the slots of a table hold; nothing for slots whose rows were not found.
#[must_use]
pub fn assign(
    document: &Document,
    stream: &Stream,
    table: &Table,
    matches: &[Match],
) -> Vec<Option<Held>> {
    let mut held: Vec<Option<Held>> = vec![None; table.slots.len()];
    let mut open = Vec::new();
    let glued = is_table_glued(document, stream, table, matches);
    let totals = Totals::of(stream, table, matches);
    for (at, found) in matches.iter().enumerate() {
        let totals = totals.filter(|_| found.labelled);
        if let Some(total) = totals.and_then(|totals| totals.place(&found.values)) {
            held[slots(table, found).start] = Some(Held::plain(&stream.values[total]));
            continue;
        }
        let slots = slots(table, found);
        let values = values(document, stream, table, found);
        let free = at
            .checked_sub(1)
            .map_or(0, |before| matches[before].values.end)
            ..matches
                .get(at + 1)
                .map_or(stream.values.len(), |next| next.values.start);
        if let Some(row) = continued::read(document, stream, table, (&values, &slots), free) {
            open.push(row);
            continue;
        }
        if found.rows.len() > FEW_ROWS && values.len() == slots.len() {
            block::lay_down(stream, table, found.rows.clone(), values.start, &mut held);
        } else if !plainly(stream, &values, &slots, glued, &mut held)
            && !by_columns(document, stream, table, &values, &slots, &mut held)
            && (glued || is_last(table, found) || !cut_off(stream, &values, &slots, &mut held))
        {
            let ways = tokens(document, stream, &values)
                .filter(|_| !(glued && has_stray(stream, &values, slots.len())))
                .map(|tokens| readings(&tokens, table, &slots, glued));
            let readings = match ways {
                Some((readings, true)) => readings,
                _ => Vec::new(),
            };
            open.push(Open {
                slots,
                values,
                readings,
            });
        }
    }
    super::decide::decide(stream, table, &mut held, &open);
    super::order::check(document, stream, table, matches, &mut held);
    super::empty_rows::fill(stream, table, matches, &mut held);
    held
}

/// The slots of the rows of a match.
pub(super) fn slots(table: &Table, found: &Match) -> Range<usize> {
    table.rows[found.rows.start].slots.start..table.rows[found.rows.end - 1].slots.end
}

/// The values of a match without what surely belongs to nothing.
pub(super) fn values(
    document: &Document,
    stream: &Stream,
    table: &Table,
    found: &Match,
) -> Range<usize> {
    let count = slots(table, found).len();
    let values = trimmed(stream, found.values.clone(), count);
    without_strays(document, stream, values, count)
}

/// One value a slot, in order.
fn plainly(
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
    if all.iter().any(long) || stray() || slots.len() > 1 && shares_cells(&all) {
        return false;
    }
    let filled: Vec<&Value> = all
        .iter()
        .copied()
        .filter(|value| value.state != State::Blank)
        .collect();
    let chosen = if filled.len() == slots.len() {
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

/// Whether the cells of a grid all have the same value, as where a merged cell was copied into each of its columns.
fn is_repeated(values: &[&Value]) -> bool {
    let same = |value: &&Value| value.cell.is_some() && value.number == values[0].number;
    values.len() > 1 && values.iter().all(same)
}

/// Whether a match has the last row of the table, so that nothing tells that the text breaks off there.
fn is_last(table: &Table, found: &Match) -> bool {
    table.rows[found.rows.end..]
        .iter()
        .all(|row| row.slots.is_empty())
}

/// The first slots of a row in which the text breaks off.
fn cut_off(
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

/// The slots of one grid row, each from the column that the head names.
fn by_columns(
    document: &Document,
    stream: &Stream,
    table: &Table,
    values: &Range<usize>,
    slots: &Range<usize>,
    held: &mut [Option<Held>],
) -> bool {
    let row = &stream.values[values.clone()];
    let Some((number, line, _)) = row.first().and_then(|value| value.cell) else {
        return false;
    };
    if slots.len() < 2 && !table.is_list()
        || row.iter().any(|value| {
            value
                .cell
                .is_none_or(|cell| (cell.0, cell.1) != (number, line))
        })
    {
        return false;
    }
    let Some(grid) = grid(document, number) else {
        return false;
    };
    let columns = Columns::new(document, grid, line, table);
    let places: Option<Vec<usize>> = slots
        .clone()
        .map(|slot| columns.place(table.slots[slot].column))
        .collect();
    let Some(places) = places else { return false };
    let column = |value: &Value| value.cell.map_or(usize::MAX, |cell| cell.2);
    let other = |value: &Value| value.state != State::Blank && !places.contains(&column(value));
    if has_words(document, grid, line, places[0]) || slots.len() > 1 && row.iter().any(other) {
        return false;
    }
    for (slot, place) in slots.clone().zip(places) {
        let inside: Vec<&Value> = row.iter().filter(|value| column(value) == place).collect();
        held[slot] = Some(match inside[..] {
            [] => unreadable(document, grid, line, place),
            [value] => Held::plain(value),
            _ => Held::of_pieces(&inside),
        });
    }
    true
}

/// Whether a cell has words: where the first value should stand, the head stands left of its columns.
fn has_words(document: &Document, grid: &Grid, row: usize, column: usize) -> bool {
    let here = |cell: &&Cell| cell.row == row && cell.column == column;
    let text = |cell: &Cell| document.quote(document.block(cell.block));
    let is_word = |cell: &Cell| text(cell).chars().any(is_han);
    grid.cells.iter().find(here).is_some_and(is_word)
}

fn grid(document: &Document, number: usize) -> Option<&Grid> {
    let grids = document.parts().iter().filter_map(|part| {
        if let Part::Grid(grid) = part {
            Some(grid)
        } else {
            None
        }
    });
    grids.clone().nth(number)
}

/// What stands in a cell that has no value: other text, or no cell at all.
fn unreadable(document: &Document, grid: &Grid, row: usize, column: usize) -> Held {
    let cell = grid
        .cells
        .iter()
        .find(|cell| cell.row == row && cell.column == column);
    let span = cell
        .map(|cell| document.block(cell.block))
        .filter(|&span| !document.quote(span).trim().is_empty());
    let state = if span.is_some() {
        State::Unreadable
    } else {
        State::Missing
    };
    Held {
        state,
        ..Held::missing(span)
    }
}
