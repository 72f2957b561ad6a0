//! A table that no form knows as its own form.

use super::{
    levels::{self, Node},
    sheet::Sheet,
    sums::{self, Column},
    unnumbered,
};
use crate::{
    facts::Unit,
    forms::{Row, Slot, Table},
    recognise::{Held, Status, TableRead},
    text::label::letters,
};
use std::{borrow::Cow, collections::HashSet};

/// The first year of the national form.
const NATIONAL: u16 = 2014;
/// What a table is called that has no title.
const UNTITLED: &str = "政府信息公开情况统计表";

/// The table as read; nothing where its rows cannot be told apart. `number` counts the tables before it.
pub(super) fn table(sheet: &Sheet, year: Option<u16>, number: usize) -> Option<TableRead> {
    let mut nodes = levels::levels(&sheet.lines);
    unnumbered::join(&mut nodes, &sheet.lines);
    let columns = sums::columns(&sheet.heads);
    let first = number == 0 && year.is_none_or(|year| year < NATIONAL);
    let (id, prefix) = match (first, number) {
        (true, _) => ("f2008", "f2008".to_owned()),
        (false, 0) => ("other", "other".to_owned()),
        (false, _) => ("other", format!("other{}", number + 1)),
    };
    let keys = keys(sheet, &nodes);
    let ids = |row: usize, column: usize| {
        format!("{prefix}.{}{}", keys[row], suffix(columns[column], column))
    };
    let title = match &sheet.title[..] {
        "" => UNTITLED.into(),
        title => title.to_owned().into(),
    };
    let (rows, slots) = rows(sheet, &nodes, &keys, ids);
    let slot = |row: usize, column: usize| rows[row].slots.start + column;
    let relations = sums::relations(sheet, &nodes, &columns, slot);
    let form = Table {
        id,
        title,
        rows,
        slots,
        columns: sheet.heads.iter().map(|head| head.clone().into()).collect(),
        relations,
    };
    let held = { sheet.lines.iter() }.flat_map(|line| line.values.iter().cloned());
    let held: Vec<Option<Held>> = held.collect();
    let known = held.iter().flatten().any(|held| held.number.is_some());
    known.then_some(TableRead {
        form: Cow::Owned(form),
        status: Status::Read,
        held,
        region: Some(sheet.region),
        picture: None,
        refuted: Vec::new(),
        pending: false,
    })
}

/// The rows of a form that is made after a sheet, and their cells.
fn rows(
    sheet: &Sheet,
    nodes: &[Node],
    keys: &[String],
    id: impl Fn(usize, usize) -> String,
) -> (Vec<Row>, Vec<Slot>) {
    let (mut rows, mut slots): (Vec<Row>, Vec<Slot>) = (Vec::new(), Vec::new());
    for (row, line) in sheet.lines.iter().enumerate() {
        let start = slots.len();
        slots.extend((0..line.values.len()).map(|column| Slot {
            id: id(row, column).into(),
            row,
            column,
            label: format!("{}·{}", line.label, sheet.heads[column]).into(),
            unit: unit(&line.unit, &line.label),
        }));
        let key = match start == slots.len() {
            true => Cow::Borrowed(""),
            false => keys[row].clone().into(),
        };
        rows.push(Row {
            key,
            printed: line.label.clone().into(),
            labels: vec![letters(&line.label)],
            level: level(nodes, &rows, row),
            slots: start..slots.len(),
        });
    }
    (rows, slots)
}

fn suffix(kind: Column, column: usize) -> String {
    match kind {
        Column::Cumulative => ".cumulative".into(),
        Column::Year => ".year".into(),
        Column::Other => format!(".{}", column + 1),
    }
}

/// Money may have decimals; of what else may have them nothing is said.
fn unit(unit: &str, label: &str) -> Unit {
    const MONEY: [&str; 4] = ["费", "金额", "经费", "支出"];
    let counts = !unit.is_empty() && !unit.contains('元');
    if !counts && (unit.contains("万元") || MONEY.iter().any(|word| label.contains(word))) {
        Unit::TenThousandYuan
    } else {
        Unit::Count
    }
}

/// The name of each row: its code, or the numbers of the rows that it is part of and its own.
fn keys(sheet: &Sheet, nodes: &[Node]) -> Vec<String> {
    let coded = sheet
        .lines
        .iter()
        .filter(|line| line.code.is_some())
        .count();
    let valued = sheet
        .lines
        .iter()
        .filter(|line| !line.values.is_empty())
        .count();
    let mut taken = HashSet::new();
    let mut keys: Vec<String> = Vec::new();
    // How many rows each row has as parts so far; before the first, those that are no part.
    let mut counts = vec![0; nodes.len() + 1];
    for (row, node) in nodes.iter().enumerate() {
        let count = &mut counts[node.parent.map_or(0, |parent| parent + 1)];
        *count += 1;
        let place = *count;
        let own = node.number.unwrap_or(place);
        let path = |own: usize| match node.parent {
            Some(parent) => format!("{}.{own}", keys[parent]),
            None => own.to_string(),
        };
        let code = sheet.lines[row].code.filter(|_| 2 * coded > valued);
        let mut key = code.map_or_else(|| path(own), |code| code.to_string());
        let mut next = place;
        while !taken.insert(key.clone()) {
            next += 1;
            key = path(next);
        }
        keys.push(key);
    }
    keys
}

/// How deep a row is indented: one step more than the row that it is part of, which stands before it.
fn level(nodes: &[Node], rows: &[Row], row: usize) -> u8 {
    let parent = nodes[row].parent.map(|parent| rows[parent].level);
    parent.map_or(0, |level| level.saturating_add(1))
}
