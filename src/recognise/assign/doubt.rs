//! Rows that have a value for each slot, though perhaps not the right one.

use super::continued::inside;
use crate::{
    document::Document,
    facts::{State, Unit},
    forms::{FEW_ROWS, READS_OLDER, Relation, Row, Table},
    recognise::{
        align::{Match, broken},
        held::Held,
        similar,
        stream::{
            Stream, Value,
            alone::{is_alone, is_short},
        },
    },
    text::{
        Number,
        label::{each_letter, letters},
    },
};
use std::ops::Range;

/// Whether the values of a row rather stand in other slots: its total is blank and the last of its parts is what the
/// others add up to, as where a cell before them is lost.
pub(super) fn is_shifted(table: &Table, slots: &Range<usize>, held: &[Option<Held>]) -> bool {
    let number = |slot: usize| held[slot].as_ref().and_then(|held| held.number);
    let blank = |slot: usize| {
        held[slot]
            .as_ref()
            .is_some_and(|held| held.state == State::Blank)
    };
    let shifted = |relation: &Relation| {
        let mut parts = relation.right.iter().filter_map(|term| number(term.slot));
        let last = parts.next_back();
        let sum: Number = parts.sum();
        blank(relation.left[0].slot) && !sum.is_zero() && last == Some(sum)
    };
    slots.len() > FEW_ROWS && inside(table, slots).any(shifted)
}

/// Whether nothing but an empty line stands for the total of a wide row in lines that has numbers, in a table that has not all
/// its rows: one of the cells rather stands elsewhere.
pub(super) fn has_lost_cell(
    stream: &Stream,
    (table, matches): (&Table, &[Match]),
    (values, slots): (&Range<usize>, &Range<usize>),
) -> bool {
    if slots.len() <= FEW_ROWS {
        return false;
    }
    let filled = |value: &Value| value.number.is_some_and(|number| !number.is_zero());
    let [parts @ .., total] = &stream.values[values.clone()] else {
        return false;
    };
    let rows = || table.rows.iter().filter(|row| !row.slots.is_empty());
    let found = |row: &Row| {
        let mut slots = matches.iter().map(|found| found.slots(table));
        slots.any(|slots| slots.contains(&row.slots.start))
    };
    total.is_empty_line && parts.iter().any(filled) && !rows().all(found)
}

/// Whether the one value of a row for money has the unit of another before it.
pub(super) fn has_other_unit(
    stream: &Stream,
    table: &Table,
    (values, slots): (&Range<usize>, &Range<usize>),
) -> bool {
    let before = stream.gaps[values.start].letters.as_str();
    READS_OLDER
        && table.slots[slots.start].unit == Unit::TenThousandYuan
        && table.is_list()
        && !before.ends_with('元')
        && similar::without_last_unit(before).len() < before.len()
}

/// Whether the values stand right behind the name of a column that their row has not, and none of its own is named there.
pub(super) fn is_under_other_head(
    stream: &Stream,
    table: &Table,
    (values, slots): (&Range<usize>, &Range<usize>),
) -> bool {
    let before = &stream.gaps[values.start].letters;
    if before.is_empty() || slots.len() == table.columns.len() {
        return false;
    }
    let own = |at: usize| slots.clone().any(|slot| table.slots[slot].column == at);
    let (named, others): (Vec<usize>, Vec<usize>) =
        (0..table.columns.len()).partition(|&at| own(at));
    let label = |at: usize| letters(&table.columns[at]);
    others.into_iter().any(|at| before.ends_with(&*label(at)))
        && !named.into_iter().any(|at| before.contains(&*label(at)))
}

/// Whether the last number of a row may be a page's and its total the one before, where other rows have lost cells.
pub(super) fn ends_with_page(
    document: &Document,
    stream: &Stream,
    (table, matches): (&Table, &[Match]),
    (values, slots): (&Range<usize>, &Range<usize>),
) -> bool {
    let row = &stream.values[values.clone()];
    let [parts @ .., total, last] = row else {
        return false;
    };
    if slots.len() <= FEW_ROWS
        || row.len() != slots.len()
        || !is_short(last)
        || !is_alone(document, last)
    {
        return false;
    }
    let sum: Number = parts.iter().filter_map(|part| part.number).sum();
    let filled = |value: &&Value| value.state != State::Blank;
    let loses = |found: &Match| {
        let filled = stream.values[found.values.clone()]
            .iter()
            .filter(filled)
            .count();
        (1..found.slots(table).len()).contains(&filled)
    };
    total.number == Some(sum) && last.number != Some(sum + sum) && matches.iter().any(loses)
}

/// Whether a short number alone in its line, behind a line with the whole label of its row, may be a page's: in a list whose
/// values nearly all stand in one line with their labels.
pub(super) fn may_be_page(
    document: &Document,
    stream: &Stream,
    (table, matches): (&Table, &[Match]),
    values: &Range<usize>,
) -> bool {
    const FEW: usize = 4;
    let alone = |at: usize| is_alone(document, &stream.values[at]);
    if !table.is_list()
        || values.len() != 1
        || !is_short(&stream.values[values.start])
        || !alone(values.start)
    {
        return false;
    }
    let before = stream.gaps[values.start]
        .block
        .map(|block| document.block(block));
    let labelled = before.is_some_and(|line| each_letter(document.quote(line)).nth(FEW).is_some());
    let apart = matches.iter().filter(|found| alone(found.values.start));
    labelled && FEW * apart.count() <= matches.len()
}

/// Whether the sum of a row does not hold whose values stand in several lines with several each, or have words of another
/// cell between them, as where rows that lost their blank cells are taken for one.
pub(super) fn is_patched(
    stream: &Stream,
    table: &Table,
    (values, slots): (&Range<usize>, &Range<usize>),
) -> bool {
    let row = &stream.values[values.clone()];
    let mut lines = row.chunk_by(|one, other| one.block == other.block);
    let labels = &table.rows[table.slots[slots.start].row].labels;
    let own = |letters: &str| labels.iter().any(|label| label.contains(letters));
    let mut inside = stream.gaps[values.start + 1..values.end].iter();
    let mut strange = || inside.any(|gap| !own(&gap.letters));
    row.len() == slots.len()
        && row[0].block != row[row.len() - 1].block
        && (lines.all(|line| line.len() > 1 && line[0].cell.is_none()) || strange())
        && broken(stream, table, values.start, slots.clone()) > 0
}
