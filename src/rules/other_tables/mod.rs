//! T601: any other table of the report, where a row or a column says that it is the sum of the others.
//!
//! Such a table has no form, so only what is plain is read: one total row or column, labels without levels,
//! columns that count. Where the table's structure may be another one, nothing is said.

mod sums;

use crate::{
    document::{Cell, Document, Grid, Part},
    facts::State,
    forms,
    recognise::{
        Recognised,
        outline::marker::marker,
        stream::{
            counters,
            field::{Event, cell_events},
        },
    },
    rule::Check,
    text::{Number, Span, character::is_han, folded::fold_str, label::letters},
};
use std::collections::HashSet;
use sums::{Sum, judged, sum, told_once};

/// What a total is called.
const TOTALS: [&str; 5] = ["合计", "总计", "共计", "总数", "合计数"];
/// What tells that a row or column stands for part of another.
const PARTS: [&str; 6] = ["其中", "小计", "包括", "含", "分计", "累计"];
/// What the head of a column says whose numbers do not add up.
const NO_COUNTS: [&str; 19] = [
    "率", "比", "占", "%", "序号", "编号", "平均", "均", "年份", "年度", "得分", "分值", "排名",
    "电话", "增", "减", "日期", "联系", "名次",
];
/// Remarks on a total that is no sum of the others.
const NO_SUM: [&str; 3] = ["去重", "不重复", "不含"];
/// The least number of summands.
const LEAST: usize = 2;

/// Applies T601 to every grid that is no table of the form.
pub(super) fn apply(document: &Document, recognised: &Recognised, checks: &mut Vec<Check>) {
    let regions: Vec<Span> = recognised
        .tables
        .iter()
        .filter_map(|table| table.region)
        .collect();
    for part in document.parts() {
        let Part::Grid(grid) = part else { continue };
        let overlaps = |cell: &Cell| {
            let span = document.block(cell.block);
            regions
                .iter()
                .any(|region| region.start < span.end && span.start < region.end)
        };
        if grid.cells.iter().any(overlaps) || is_of_a_form(document, grid) {
            continue;
        }
        let Some(table) = Other::read(document, grid) else {
            continue;
        };
        let (mut rows, mut columns) = (judged(table.rows()), judged(table.columns()));
        told_once(&mut rows, &mut columns);
        checks.extend(rows.into_iter().chain(columns));
    }
}

/// Whether cells have labels of the official forms, so that it may be a piece of one of their tables.
fn is_of_a_form(document: &Document, grid: &Grid) -> bool {
    let tables = forms::all().iter().flat_map(|form| &form.tables);
    let known: HashSet<&str> = tables
        .flat_map(|table| &table.rows)
        .flat_map(|row| &row.labels)
        .map(String::as_str)
        .collect();
    let is_known = |cell: &&Cell| {
        let label = letters(document.quote(document.block(cell.block)));
        label.chars().count() > 3 && known.contains(label.as_str())
    };
    grid.cells.iter().filter(is_known).count() >= 2
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
enum Content {
    /// Nothing, or a mark for nothing.
    Empty,
    /// A number.
    Number(Number, Span),
    /// Anything else.
    Text(String),
}

/// A table without a form: its labels and what its cells hold.
struct Other {
    /// The labels of the rows with numbers, from the first column that does not count the rows.
    labels: Vec<String>,
    /// The labels of the columns with numbers, from the line above the first number.
    heads: Vec<String>,
    /// For each of these rows and columns the cell.
    cells: Vec<Vec<Content>>,
}

impl Other {
    /// Reads a grid; nothing where it is more than a head, labels and numbers.
    fn read(document: &Document, grid: &Grid) -> Option<Self> {
        if grid.rows < LEAST + 1
            || grid.columns < LEAST
            || grid.cells.iter().any(|cell| cell.rows > 1)
        {
            return None;
        }
        let mut lines: Vec<Vec<Content>> = vec![vec![Content::Empty; grid.columns]; grid.rows];
        let mut merged = vec![false; grid.rows];
        for cell in &grid.cells {
            merged[cell.row] |= cell.columns > 1;
            lines[cell.row][cell.column] = content(document, cell);
        }
        let is_number = |content: &Content| matches!(content, Content::Number(..));
        let counts = |line: &Vec<Content>| line.iter().skip(1).any(is_number);
        let first = lines.iter().position(counts)?;
        let head = first.checked_sub(1)?;
        if merged[head..].contains(&true) {
            return None;
        }
        let name = |content: &Content| match content {
            Content::Text(text) => text.clone(),
            _ => String::new(),
        };
        let counted = counters::columns(document, grid).contains(&0) && grid.columns > LEAST;
        let from = 1 + usize::from(counted);
        let label = |line: &Vec<Content>| {
            let names = line[..from].iter().rev().map(name);
            names
                .into_iter()
                .find(|name| !name.is_empty())
                .unwrap_or_default()
        };
        Some(Self {
            labels: lines[first..].iter().map(label).collect(),
            heads: lines[head][from..].iter().map(name).collect(),
            cells: lines[first..]
                .iter()
                .map(|line| line[from..].to_vec())
                .collect(),
        })
    }

    /// The sums of a total row: one for each column that counts.
    fn rows(&self) -> Vec<Sum> {
        let Some(total) = lone_total(&self.labels) else {
            return Vec::new();
        };
        if total != 0 && total + 1 != self.labels.len() {
            return Vec::new();
        }
        let columns = (0..self.heads.len()).filter(|&column| is_count(&self.heads[column]));
        columns
            .filter_map(|column| {
                let cells = || self.cells.iter().map(move |line| &line[column]);
                let parts = cells().enumerate().filter(|&(row, _)| row != total);
                sum(
                    format!("{}·{}", self.heads[column], self.labels[total]),
                    &self.cells[total][column],
                    parts.map(|(_, cell)| cell),
                )
            })
            .collect()
    }

    /// The sums of a total column: one for each row.
    fn columns(&self) -> Vec<Sum> {
        let Some(total) = lone_total(&self.heads) else {
            return Vec::new();
        };
        let counts = self.heads.iter().all(|head| is_count(head));
        let alike = self
            .heads
            .iter()
            .map(|head| unit(head))
            .collect::<HashSet<_>>()
            .len()
            == 1;
        let outer = total == 0 || total + 1 == self.heads.len();
        if !counts || !alike || !outer {
            return Vec::new();
        }
        let rows = self.cells.iter().zip(&self.labels);
        rows.filter_map(|(line, label)| {
            let parts = line
                .iter()
                .enumerate()
                .filter(|&(column, _)| column != total);
            let label = format!("{label}·{}", self.heads[total]);
            sum(label, &line[total], parts.map(|(_, cell)| cell))
        })
        .collect()
    }
}

fn content(document: &Document, cell: &Cell) -> Content {
    let span = document.block(cell.block);
    let text = document.quote(span);
    let folded = fold_str(text);
    if folded.is_empty() {
        return Content::Empty;
    }
    match &cell_events(text, span.start)[..] {
        [
            Event::Value {
                state: State::NotApplicable,
                ..
            },
        ] => Content::Empty,
        [
            Event::Value {
                number: Some(number),
                span,
                ..
            },
        ] if !folded.contains(['%', '~', ':']) => Content::Number(*number, *span),
        _ => Content::Text(folded),
    }
}

/// The one label that names a total, where no other stands for part of another and none is on a level of its own.
fn lone_total(labels: &[String]) -> Option<usize> {
    let is_total = |label: &String| {
        TOTALS.contains(&without_unit(label)) && !NO_SUM.iter().any(|word| label.contains(word))
    };
    let total = labels.iter().position(is_total)?;
    let others = || {
        labels
            .iter()
            .enumerate()
            .filter(|&(at, _)| at != total)
            .map(|(_, label)| label)
    };
    let bare = |label: &String| label.is_empty() || PARTS.iter().any(|part| label.contains(part));
    let sums = |label: &String| TOTALS.iter().any(|word| label.contains(word));
    let styles: Vec<_> = others()
        .map(|label| marker(label).map(|marker| marker.style))
        .collect();
    let flat = styles.windows(2).all(|two| two[0] == two[1]);
    (flat && !others().any(|label| bare(label) || sums(label))).then_some(total)
}

/// A label without a unit in brackets: `合计（件）`.
fn without_unit(label: &str) -> &str {
    label.split(['(', '（']).next().unwrap_or(label)
}

/// The unit in brackets that a head ends with.
fn unit(head: &str) -> &str {
    head.rsplit_once('(').map_or("", |(_, unit)| unit)
}

fn is_count(head: &str) -> bool {
    head.chars().any(is_han) && !NO_COUNTS.iter().any(|word| head.contains(word))
}
