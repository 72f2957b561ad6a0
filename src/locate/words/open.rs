//! What is said where no explanation can be chosen: which rows or columns are short, and by how much.

use super::{MOST_WAYS, explained};
use crate::{
    locate::{
        causes::{Cause, Way},
        system::System,
    },
    rule::Bilingual,
};

/// What can be said where it cannot be known which cells are wrong.
pub(super) fn open(system: &System<'_>, cause: &Cause) -> Bilingual {
    if let Some(said) = by_row(system, cause).or_else(|| by_column(system, cause)) {
        return said;
    }
    let count = cause.ways.len();
    if count <= MOST_WAYS {
        let ways: Vec<Bilingual> = cause
            .ways
            .iter()
            .map(|way| explained(system, way))
            .collect();
        let listed = |text: fn(&Bilingual) -> &String| {
            let numbered = ways
                .iter()
                .zip(1..)
                .map(|(way, at)| format!("({at}) {}", text(way)));
            numbered.collect::<Vec<_>>().join(" ")
        };
        return Bilingual::new(
            format!(
                "有 {count} 种同样说得通的解释，仅凭数字无法确定是哪一种：{}",
                listed(|way| &way.zh)
            ),
            format!(
                "There are {count} equally good explanations: {}",
                listed(|way| &way.en)
            ),
        );
    }
    Bilingual::new(
        "说得通的改法有多种，仅凭数字无法确定是哪一格。",
        "There are many explanations; the numbers alone do not tell which cell is wrong.",
    )
}

/// The same change in the same columns, in any of several rows.
pub(super) fn by_row(system: &System<'_>, cause: &Cause) -> Option<Bilingual> {
    let shape = shape(
        cause,
        |slot| system.form.slots[slot].row,
        |slot| system.form.slots[slot].column,
    )?;
    let count = cause.ways.len();
    let name = |column: usize| &*system.form.columns[column];
    let total = |column: usize| column + 1 == system.form.columns.len();
    let amount = |units: i128| system.number(units.abs());
    match shape[..] {
        [(column, change), (last, same)] if total(last) && change == same => {
            let (name, amount) = (name(column), amount(change));
            let (less, en) = if change > 0 {
                ("少", "too few")
            } else {
                ("多", "too many")
            };
            Some(Bilingual::new(
                format!(
                    "“{name}”有 {amount} 件在某一行{less}计了（该行总计随之）；是 {count} 行中的哪一行，仅凭数字无法确定。"
                ),
                format!(
                    "Under “{name}” one row has {amount} {en}, and so has its total; which of {count} rows cannot be known from the numbers."
                ),
            ))
        }
        [(one, change), (other, opposite)] if change == -opposite => {
            let (from, to) = if change < 0 {
                (one, other)
            } else {
                (other, one)
            };
            let (from, to, amount) = (name(from), name(to), amount(change));
            Some(Bilingual::new(
                format!(
                    "有 {amount} 件在某一行记在“{from}”名下，表中别处记在“{to}”名下；是 {count} 行中的哪一行，仅凭数字无法确定。"
                ),
                format!(
                    "In one row {amount} stand under “{from}”, elsewhere under “{to}”; which of {count} rows cannot be known from the numbers."
                ),
            ))
        }
        _ => None,
    }
}

/// The same change in the same rows, in any of several columns.
pub(super) fn by_column(system: &System<'_>, cause: &Cause) -> Option<Bilingual> {
    let shape = shape(
        cause,
        |slot| system.form.slots[slot].column,
        |slot| system.form.slots[slot].row,
    )?;
    let count = cause.ways.len();
    let [(one, change), (other, opposite)] = shape[..] else {
        return None;
    };
    let (one, other) = (
        &system.form.rows[one].printed,
        &system.form.rows[other].printed,
    );
    let amount = system.number(change.abs());
    let way = if change == -opposite {
        ("错开", "apart")
    } else {
        ("同时不符", "off together")
    };
    Some(Bilingual::new(
        format!(
            "“{one}”与“{other}”在同一列{} {amount}；是 {count} 列中的哪一列，仅凭数字无法确定。",
            way.0
        ),
        format!(
            "“{one}” and “{other}” are {} by {amount} in one column; which of {count} cannot be known from the numbers.",
            way.1
        ),
    ))
}

/// What all ways have in common where each lies in one line of its own: for each crossing line, the change.
pub(super) fn shape(
    cause: &Cause,
    line: impl Fn(usize) -> usize,
    crossing: impl Fn(usize) -> usize,
) -> Option<Vec<(usize, i128)>> {
    let of = |way: &Way| {
        let mut lines = way.changes.iter().map(|change| line(change.slot));
        let first = lines.next()?;
        let shape = way.changes.iter();
        let shape = shape.map(|change| (crossing(change.slot), change.to - change.from));
        lines
            .all(|other| other == first)
            .then(|| shape.collect::<Vec<_>>())
    };
    let first = of(cause.ways.first()?)?;
    let same = |way: &Way| of(way).as_ref() == Some(&first);
    (cause.ways.len() > 1 && first.len() > 1 && cause.ways.iter().all(same)).then_some(first)
}
