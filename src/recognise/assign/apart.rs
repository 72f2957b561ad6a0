//! Labels that stand apart from their values, as where a reader of PDF takes a table column by column.

use crate::{
    forms::{Comparison, FEW_ROWS, READS_OLDER, Relation, Row, Table},
    recognise::{align::Match, similar, stream::Stream},
    text::label::letters,
};
use std::ops::Range;

/// So many labels without a value between them are a column of their own.
const COLUMN: usize = 3;
/// How far behind the last row the values of a column may stand.
const FAR: usize = 60;

/// Whether no value of a table in lines can be told from its label: rows of few values whose labels follow each other,
/// and values that follow the heads of columns; or a list whose labels of later rows stand before those of earlier ones.
pub(in crate::recognise) fn is_apart(stream: &Stream, table: &Table, matches: &[Match]) -> bool {
    let Some(gaps) = gaps(stream, table, matches) else {
        return false;
    };
    let named = |gap: usize| named(&stream.gaps[gap].letters, table);
    if table.is_list() {
        let falls = |&gap: &usize| named(gap).windows(2).any(|two| two[1] < two[0]);
        return READS_OLDER && gaps.filter(falls).count() >= COLUMN;
    }
    let sums = |relation: &Relation| relation.comparison == Comparison::Equal;
    let gaps = gaps.start..(gaps.end + 4 * COLUMN).min(stream.values.len());
    !table.relations.iter().any(sums)
        && gaps.clone().any(|gap| is_headed(stream, table, gap))
        && gaps.clone().any(|gap| named(gap).len() > 1)
}

/// Whether a row's values stand in one line with its label, as they hardly do by chance where a row has several.
pub(in crate::recognise) fn is_beside(stream: &Stream, table: &Table, found: &Match) -> bool {
    let first = &stream.values[found.values.start];
    let beside = stream.gaps[found.values.start].block == Some(first.block);
    first.cell.is_some() || !table.is_list() && beside
}

/// Whether what a value follows is the head of its column, or of the next part of the table, and no label.
fn is_headed(stream: &Stream, table: &Table, gap: usize) -> bool {
    const PART: &str = "第二十条";
    /// What the names of parts and columns end with.
    const ENDS: [char; 6] = ['项', '数', '量', '元', '额', '减'];
    let before = &stream.gaps[gap].letters;
    if stream.values[gap].number.is_none() || !before.ends_with(ENDS) {
        return false;
    }
    let head = || {
        let item = before.rfind(PART);
        item.is_some_and(|at| before[at..].chars().count() <= 2 * COLUMN + 2)
            || table
                .columns
                .iter()
                .any(|name| before.ends_with(&*letters(name)))
    };
    let labelled = |row: &Row| !row.slots.is_empty() && similar::ending(before, &row.labels) > 0.0;
    !table.rows.iter().any(labelled) && head()
}

/// Takes back what was read of a list where its labels stand in a column and the values behind them in another: which of
/// them may be lost is not told.
pub(in crate::recognise) fn take_back(stream: &Stream, table: &Table, matches: &mut Vec<Match>) {
    for (rows, values) in columns(stream, table, matches) {
        matches.retain(|found| {
            !values.contains(&found.values.start) && !rows.contains(&found.rows.start)
        });
    }
}

/// Whether some labels stand in a column, so that those without a value behind them are not blank.
pub(in crate::recognise) fn has_columns(stream: &Stream, table: &Table, matches: &[Match]) -> bool {
    !columns(stream, table, matches).is_empty() || is_apart(stream, table, matches)
}

/// The columns of labels of a list, each with the numbers that follow it in lines of their own.
fn columns(stream: &Stream, table: &Table, matches: &[Match]) -> Vec<(Vec<usize>, Range<usize>)> {
    if !READS_OLDER || !table.is_list() {
        return Vec::new();
    }
    let Some(gaps) = gaps(stream, table, matches) else {
        return Vec::new();
    };
    let all = gaps.start.saturating_sub(FAR)..(gaps.end + FAR).min(stream.values.len());
    let column = |gap: usize| {
        let rows = named(&stream.gaps[gap].letters, table);
        if rows.len() < COLUMN || rows.windows(2).any(|two| two[1] < two[0]) {
            return None;
        }
        let names = |&at: &usize| !named(&stream.gaps[at].letters, table).is_empty();
        let values = gap..(gap + 1..all.end).find(names).unwrap_or(all.end);
        let apart =
            values.len() >= COLUMN && !same(values.clone().map(|at| stream.values[at].block));
        apart.then_some((rows, values))
    };
    all.clone().filter_map(column).collect()
}

/// Whether two values stand in one line.
fn same(mut lines: impl Iterator<Item = usize>) -> bool {
    let mut before = lines.next();
    lines.any(|line| before.replace(line) == Some(line))
}

/// The gaps before the values of a table of several rows with few values each, most of which stand in lines.
fn gaps(stream: &Stream, table: &Table, matches: &[Match]) -> Option<Range<usize>> {
    let (first, last) = matches.first().zip(matches.last())?;
    let narrow = table.rows.len() > FEW_ROWS && table.columns.len() <= COLUMN * COLUMN;
    let wide = |row: &Row| row.slots.len() > COLUMN;
    let in_line = |found: &&Match| stream.values[found.values.start].cell.is_none();
    let lines = || 2 * matches.iter().filter(in_line).count() > matches.len();
    (narrow && !table.rows.iter().any(wide) && lines())
        .then_some(first.values.start..last.values.end)
}

/// The rows whose labels stand in some letters, in their order; of rows of one name the next.
fn named(text: &str, table: &Table) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    let mut rest = text;
    let labels = || {
        let rows = table.rows.iter().enumerate();
        let rows = rows.filter(|(_, row)| !row.slots.is_empty());
        rows.flat_map(|(at, row)| row.labels.iter().map(move |label| (at, label.as_str())))
    };
    loop {
        let last = found.last().copied();
        let places = labels().filter_map(|(row, label)| {
            let at = rest.find(label)?;
            let behind = last.is_some_and(|last| row <= last);
            Some((
                (at, std::cmp::Reverse(label.len()), behind, row),
                at + label.len(),
            ))
        });
        let Some(((.., row), end)) = places.min_by_key(|&(key, _)| key) else {
            return found;
        };
        found.push(row);
        rest = &rest[end..];
    }
}
