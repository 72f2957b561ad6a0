//! The words of explanations.

mod open;
pub(super) mod repairs;

use super::{
    causes::{Cause, Change, Sure, Way},
    slip::{Event, Slip},
    system::System,
};
use crate::rule::Bilingual;
use open::open;

/// The most ways that are shown side by side.
const MOST_WAYS: usize = 3;

/// A way that changes more cells is told in words only.
const MOST_CHANGES: usize = 7;

/// What a cause says of itself; nothing where only one sum is broken or no explanation was found.
pub(super) fn sentence(system: &System<'_>, cause: &Cause) -> Option<Bilingual> {
    let first = cause.ways.first()?;
    if cause.broken.len() == 1 && cause.sure == Sure::Open {
        return None;
    }
    let mut said = match cause.sure {
        Sure::Only => explained(system, first),
        Sure::Likely => {
            let said = explained(system, first);
            Bilingual::new(
                format!("最可能的解释：{}", said.zh),
                format!("The likeliest explanation: {}", said.en),
            )
        }
        Sure::Open => open(system, cause),
    };
    if cause.cut {
        said.zh.push_str("不符之处较多，没有试遍各种可能。");
        said.en
            .push_str(" With so much broken, not every possibility was tried.");
    }
    Some(said)
}

fn label<'a>(system: &System<'a>, slot: usize) -> &'a str {
    &system.table().form.slots[slot].label
}

fn row<'a>(system: &System<'a>, slot: usize) -> &'a str {
    &system.form.rows[system.form.slots[slot].row].printed
}

fn column<'a>(system: &System<'a>, slot: usize) -> &'a str {
    &system.form.columns[system.form.slots[slot].column]
}

/// One way, as what is printed and what should be.
fn explained(system: &System<'_>, way: &Way) -> Bilingual {
    match (way.event, &way.changes[..]) {
        (Event::Rebooked, [one, other]) => rebooked(system, one, other),
        (Event::Exchanged, [one, other]) => {
            let (a, b) = (label(system, one.slot), label(system, other.slot));
            let (x, y) = (one.printed, other.printed);
            Bilingual::new(
                format!("“{a}”（{x}）与“{b}”（{y}）两格的数互换了位置。"),
                format!("“{a}” ({x}) and “{b}” ({y}) hold each other's values."),
            )
        }
        (Event::Row, [first, ..]) => whole_row(system, way, first),
        (Event::Column, [first, ..]) => {
            let column = column(system, first.slot);
            Bilingual::new(
                format!("“{column}”一列有多格不符，整列可能漏填、错位或没有更新。"),
                format!(
                    "Several cells of column “{column}” are off: the column may be left out, shifted or not updated."
                ),
            )
        }
        _ => singles(system, &way.changes),
    }
}

/// Many cells of one row: its values may have moved by one cell.
fn whole_row(system: &System<'_>, way: &Way, first: &Change) -> Bilingual {
    let name = row(system, first.slot);
    let slots = system.form.rows[system.form.slots[first.slot].row]
        .slots
        .clone();
    let printed = |slot: usize| system.values[slot];
    let right = |slot: usize| {
        let mut changes = way.changes.iter();
        let changed = changes.find(|change| change.slot == slot);
        changed.map_or(printed(slot), |change| Some(change.to))
    };
    let pairs = || slots.clone().zip(slots.clone().skip(1));
    let moved = if pairs().all(|(one, next)| right(one) == printed(next)) {
        Some(("右", "right"))
    } else if pairs().all(|(one, next)| right(next) == printed(one)) {
        Some(("左", "left"))
    } else {
        None
    };
    match moved {
        Some((zh, en)) => Bilingual::new(
            format!("“{name}”一行的数整体{zh}移了一格。"),
            format!("The values of row “{name}” stand one cell too far {en}."),
        ),
        None => Bilingual::new(
            format!("“{name}”一行有多格填错，改这一行即可全部相符。"),
            format!("Several cells of row “{name}” are wrong; changing that row restores all."),
        ),
    }
}

fn rebooked(system: &System<'_>, one: &Change, other: &Change) -> Bilingual {
    let (less, more) = if one.to < one.from {
        (one, other)
    } else {
        (other, one)
    };
    let count = system.number(less.from - less.to);
    let (row, from, to) = (
        row(system, one.slot),
        column(system, less.slot),
        column(system, more.slot),
    );
    Bilingual::new(
        format!("“{row}”有 {count} 件记在“{from}”名下，表中别处记在“{to}”名下。"),
        format!(
            "In “{row}”, {count} stand under “{from}”; the rest of the table has them under “{to}”."
        ),
    )
}

fn singles(system: &System<'_>, changes: &[Change]) -> Bilingual {
    let zh: Vec<String> = changes
        .iter()
        .map(|change| {
            let (is, due) = (change.printed, change.value);
            let slip = bracketed(change.slip).zh;
            format!(
                "“{}”印为 {is}，应为 {due}{slip}",
                label(system, change.slot)
            )
        })
        .collect();
    let en: Vec<String> = changes
        .iter()
        .map(|change| {
            let (is, due) = (change.printed, change.value);
            let slip = bracketed(change.slip).en;
            format!(
                "“{}” is printed as {is} and should be {due}{slip}",
                label(system, change.slot)
            )
        })
        .collect();
    Bilingual::new(
        format!("{}。", zh.join("；")),
        format!("{}.", en.join("; ")),
    )
}

fn bracketed(slip: Slip) -> Bilingual {
    let words = slip.words();
    if words.zh.is_empty() {
        return words;
    }
    Bilingual::new(format!("（{}）", words.zh), format!(" ({})", words.en))
}
