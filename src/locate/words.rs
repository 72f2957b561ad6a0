//! The words of explanations.

use super::{
    causes::{Cause, Change, Sure, Way},
    slip::{Event, Slip},
    system::System,
};
use crate::{
    recognise::TableRead,
    rule::{Bilingual, Evidence, Repair},
};

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

/// What can be said where it cannot be known which cells are wrong.
fn open(system: &System<'_>, cause: &Cause) -> Bilingual {
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
fn by_row(system: &System<'_>, cause: &Cause) -> Option<Bilingual> {
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
fn by_column(system: &System<'_>, cause: &Cause) -> Option<Bilingual> {
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
fn shape(
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

/// The ways to show, each as its repairs, the likeliest first.
pub(super) fn repairs(system: &System<'_>, cause: &Cause) -> Vec<Repair> {
    /// Where a single sum is broken, any of its parts might be wrong by as much; naming one without a reason is a guess.
    const REASON: u32 = 80;
    let single = cause.broken.len() == 1;
    let shown: Vec<&Way> = match cause.sure {
        Sure::Only => cause.ways.iter().take(1).collect(),
        Sure::Open if single => cause.ways.iter().filter(|way| way.cost <= REASON).collect(),
        Sure::Open if cause.ways.len() > MOST_WAYS => Vec::new(),
        Sure::Likely | Sure::Open => cause.ways.iter().collect(),
    };
    let ways = shown
        .into_iter()
        .filter(|way| way.changes.len() <= MOST_CHANGES);
    let ways = ways.take(MOST_WAYS).enumerate();
    ways.flat_map(|(at, way)| {
        let repair = move |change: &Change| repair(system, way, change, at, single);
        way.changes.iter().filter_map(repair).collect::<Vec<_>>()
    })
    .collect()
}

fn repair(
    system: &System<'_>,
    way: &Way,
    change: &Change,
    at: usize,
    single: bool,
) -> Option<Repair> {
    Some(Repair {
        evidence: place(system.table(), change.slot)?,
        value: change.value,
        restores: way.restores,
        why: why(system, way, change, single),
        way: at,
    })
}

/// A cell as evidence, where it is printed.
pub(super) fn place(table: &TableRead, slot: usize) -> Option<Evidence> {
    let held = table.held[slot].as_ref()?;
    Some(Evidence {
        span: held.span?,
        label: table.form.slots[slot].label.clone(),
        value: held.number,
    })
}

fn why(system: &System<'_>, way: &Way, change: &Change, single: bool) -> Bilingual {
    let (due, slip, count) = (
        system.number(change.to),
        bracketed(change.slip),
        way.restores,
    );
    let others: Vec<&Change> = way
        .changes
        .iter()
        .filter(|other| other.slot != change.slot)
        .collect();
    if single {
        return Bilingual::new(
            format!("如其余各格无误，应为 {due}{}。", slip.zh),
            format!(
                "If the other cells are right, it should be {due}{}.",
                slip.en
            ),
        );
    }
    match others[..] {
        [] => Bilingual::new(
            format!("改为 {due} 可使 {count} 个关系同时成立{}。", slip.zh),
            format!("{due} would restore {count} relations{}.", slip.en),
        ),
        [other] => {
            let (name, value) = (label(system, other.slot), other.value);
            Bilingual::new(
                format!(
                    "改为 {due}，同时“{name}”改为 {value}，可使 {count} 个关系成立{}。",
                    slip.zh
                ),
                format!(
                    "{due}, with “{name}” as {value}, would restore {count} relations{}.",
                    slip.en
                ),
            )
        }
        [..] => Bilingual::new(
            format!(
                "改为 {due}，同时改另外 {} 格，可使 {count} 个关系成立{}。",
                others.len(),
                slip.zh
            ),
            format!(
                "{due}, with {} other cells changed, would restore {count} relations{}.",
                others.len(),
                slip.en
            ),
        ),
    }
}
