//! Rows whose values the print may have put out of order.
//!
//! Where a reader of PDF follows the page rather than the table, a row's values come in pieces: some beside their label,
//! some in lines of their own, and not always in the order of the columns. The sum of the row holds all the same, so only
//! sums across rows can tell. Where most rows came to nothing, a row of zeros may be another's, too.

use super::damage;
use crate::{
    document::Document,
    facts::State,
    forms::{self, Comparison, FEW_ROWS, Relation, Table},
    recognise::{
        align::{Match, broken},
        held::Held,
        stream::{Stream, Value},
    },
    text::{Number, label::letters},
};
use std::ops::Range;

/// Takes back what stands in rows that came in pieces, unless sums across rows bear out every value.
pub(super) fn check(
    document: &Document,
    stream: &Stream,
    table: &Table,
    matches: &[Match],
    held: &mut [Option<Held>],
) {
    let row = |found: &Match| &stream.values[damage::values(document, stream, table, found)];
    let mut neighbours = matches.iter().zip(matches.iter().skip(1));
    let orphaned = neighbours.any(|(one, next)| has_orphans(stream, table, one, next));
    let displaced = |found: &Match| orphaned && is_displaced(table, matches, found);
    let broken = |found: &Match| is_broken(stream, table, matches, found);
    let loose = |found: &&Match| {
        !stream.told.contains(&found.values.start)
            && (is_parted(row(found)) || displaced(found) && breaks_sum(stream, table, found))
    };
    let loose: Vec<&Match> = matches.iter().filter(loose).collect();
    let known = |held: &&Held| held.in_sum().is_some();
    let found = || held.iter().flatten();
    let scrambled = 2 * found().filter(known).count() < found().count();
    let beside = |found: &&Match| is_parted(row(found)) && is_begun_beside(document, row(found));
    let begun = scrambled || loose.iter().any(beside);
    if !begun && !orphaned && !loose.iter().any(|found| broken(found)) {
        return;
    }
    let values: Vec<Option<Number>> = held
        .iter()
        .map(|slot| slot.as_ref().and_then(Held::in_sum))
        .collect();
    for found in loose {
        let slots = found.slots(table);
        let same = || {
            slots
                .clone()
                .all(|slot| values[slot] == values[slots.start])
        };
        if !begun && !displaced(found) && !broken(found)
            || !scrambled && same() && !displaced(found)
            || slots
                .clone()
                .all(|slot| is_borne_out(table, &values, slot, &slots))
        {
            continue;
        }
        for slot in slots {
            if let Some(held) = held[slot].as_mut() {
                *held = held.doubted();
            }
        }
    }
}

/// How many of some values are no blanks.
fn filled(values: &[Value]) -> usize {
    let printed = values.iter().filter(|value| value.state != State::Blank);
    printed.count()
}

/// Whether a row has all values of another besides its own, or such values stand behind it without a label.
fn has_orphans(stream: &Stream, table: &Table, found: &Match, next: &Match) -> bool {
    let width = found.slots(table).len();
    let own = filled(&stream.values[found.values.clone()]);
    let free = found.values.end..next.values.start;
    let bare = || stream.gaps[free.start].letters.is_empty();
    width > FEW_ROWS
        && (own >= 2 * width || filled(&stream.values[free.clone()]) >= width && bare())
}

/// Whether a row stands beside one that is not whole, or beside values that are no row's.
fn is_displaced(table: &Table, matches: &[Match], found: &Match) -> bool {
    let whole = |found: &Match| found.values.len() == found.slots(table).len();
    matches.windows(2).any(|two| {
        let [one, next] = two else { return false };
        (one == found || next == found)
            && (!whole(one) || !whole(next) || one.values.end < next.values.start)
    })
}

/// Whether a row with a value for each slot breaks a sum inside it.
fn breaks_sum(stream: &Stream, table: &Table, found: &Match) -> bool {
    let slots = found.slots(table);
    found.values.len() == slots.len() && broken(stream, table, found.values.start, slots) > 0
}

/// Whether a row has its own label and the names of its columns once before it.
fn is_headed(stream: &Stream, table: &Table, found: &Match) -> bool {
    let before = &stream.gaps[found.values.start].letters;
    let labels = table.rows[found.rows.start].labels.iter();
    let ends = labels.filter_map(|label| Some(before.rfind(label.as_str())? + label.len()));
    let last = table.columns.last().map_or("", AsRef::as_ref);
    let once = |at: usize| before[at..].matches(last).nth(1).is_none();
    found.rows.len() == 1 && ends.max().is_some_and(once)
}

/// Whether the sum of a row does not hold in a table of few wide rows that has not all its values.
fn is_broken(stream: &Stream, table: &Table, matches: &[Match], found: &Match) -> bool {
    let all = || {
        matches
            .iter()
            .map(|found| found.values.len())
            .sum::<usize>()
    };
    table.rows.len() <= FEW_ROWS
        && table.columns.len() > FEW_ROWS
        && all() != table.slots.len()
        && !is_headed(stream, table, found)
        && breaks_sum(stream, table, found)
}

/// Whether some values outside grids stand in several lines.
fn is_parted(values: &[Value]) -> bool {
    values
        .iter()
        .any(|value| value.cell.is_none() && value.block != values[0].block)
}

/// Whether the first of these values stands beside a label, though others do not.
fn is_begun_beside(document: &Document, values: &[Value]) -> bool {
    let line = document.block(values[0].block);
    let before = &document.text()[line.start..values[0].span.start.max(line.start)];
    !letters(before).is_empty()
}

/// Whether an equality with other rows that says something of `slot` is known and holds.
fn is_borne_out(table: &Table, values: &[Option<Number>], slot: usize, row: &Range<usize>) -> bool {
    let speaks = |relation: &&Relation| {
        relation.comparison == Comparison::Equal
            && relation.slots().any(|other| other == slot)
            && relation.slots().any(|other| !row.contains(&other))
    };
    let side = |terms| forms::sum(terms, |slot| values[slot]);
    table.relations.iter().filter(speaks).any(|relation| {
        let sides = side(&relation.left).zip(side(&relation.right));
        sides.is_some_and(|(left, right)| left == right)
    })
}
