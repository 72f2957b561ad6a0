//! T601: any other table of the report, where a row or a column says that it is the sum of the others.
//!
//! Such a table has no form, so only what is plain is read: one total row or column, labels without levels,
//! columns that count. Where the table's structure may be another one, nothing is said.

use super::catalogue::T601;
use crate::{
    document::{Cell, Document, Grid, Part},
    facts::State,
    forms,
    recognise::{
        Recognised, counters,
        field::{Event, cell_events},
        outline::marker::marker,
    },
    rule::{Bilingual, Cause, Check, Evidence, Finding, Verdict},
    text::{Number, Span, character::is_han, folded::fold_str, label::letters, number::plain},
};
use std::collections::HashSet;

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
        checks.extend(judged(table.rows()));
        checks.extend(judged(table.columns()));
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

/// A total and what it should be the sum of.
struct Sum {
    label: String,
    total: (Number, Span),
    parts: Vec<(Number, Span)>,
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

/// A sum where all cells are numbers or empty and enough are numbers.
fn sum<'a>(
    label: String,
    total: &Content,
    parts: impl Iterator<Item = &'a Content>,
) -> Option<Sum> {
    let Content::Number(value, span) = total else {
        return None;
    };
    let mut found = Vec::new();
    for part in parts {
        match part {
            Content::Number(value, span) => found.push((*value, *span)),
            Content::Empty => {}
            Content::Text(_) => return None,
        }
    }
    let total = (*value, *span);
    (found.len() >= LEAST).then_some(Sum {
        label,
        total,
        parts: found,
    })
}

impl Sum {
    fn added(&self) -> Option<Number> {
        let values = self.parts.iter().map(|(value, _)| *value);
        values
            .into_iter()
            .try_fold(Number::ZERO, Number::checked_add)
    }

    fn holds(&self) -> bool {
        self.added() == Some(self.total.0)
    }

    /// Whether the print does not say what adds up to what: decimals that may be rounded, a total below its parts, parts
    /// of which some are the total already.
    fn is_doubtful(&self) -> bool {
        let all = || {
            self.parts
                .iter()
                .chain([&self.total])
                .map(|(value, _)| *value)
        };
        let rounded = all().any(|value| !value.fract().is_zero());
        let weak = self.label.contains("总数") && all().any(|value| value > self.total.0);
        rounded && self.is_near() || weak || self.has_levels()
    }

    /// Whether rounding of each part may explain the difference.
    fn is_near(&self) -> bool {
        let places = self
            .parts
            .iter()
            .map(|(value, _)| value.scale())
            .max()
            .unwrap_or(0);
        let step = Number::new(1, places.min(28));
        let most = step.checked_mul(Number::from(self.parts.len() as u64 + 1));
        let gap = self.added().map(|added| (added - self.total.0).abs());
        gap.zip(most).is_some_and(|(gap, most)| gap + gap <= most)
    }

    /// Whether some part is itself the sum of those next to it, or some parts are the total, so that there are levels.
    fn has_levels(&self) -> bool {
        let mut values: Vec<Number> = self.parts.iter().map(|(value, _)| *value).collect();
        let run = |values: &[Number]| {
            let mut sum = Number::ZERO;
            values.iter().enumerate().any(|(count, value)| {
                sum = sum.saturating_add(*value);
                count > 0 && count + 1 < values.len() && sum == self.total.0 && !sum.is_zero()
            })
        };
        let starts = run(&values);
        values.reverse();
        if starts && run(&values) {
            return true;
        }
        (0..values.len()).any(|at| {
            let adds = |others: &mut dyn Iterator<Item = &Number>| {
                let mut sum = Number::ZERO;
                others.enumerate().any(|(count, value)| {
                    sum = sum.saturating_add(*value);
                    count > 0 && sum == values[at] && !sum.is_zero()
                })
            };
            adds(&mut values[at + 1..].iter()) || adds(&mut values[..at].iter().rev())
        })
    }
}

/// The sums of one direction as checks. Where most do not hold, the table is not understood.
fn judged(sums: Vec<Sum>) -> Vec<Check> {
    let broken = sums.iter().filter(|sum| !sum.holds()).count();
    let understood = broken == 0 || sums.len() == 1 || 2 * broken <= sums.len();
    let judge = |sum: Sum| {
        let (verdict, finding) = match (sum.holds(), sum.added()) {
            (true, _) => (Verdict::Holds, None),
            (false, Some(added)) if understood && !sum.is_doubtful() => {
                (Verdict::Violated, Some(finding(&sum, added)))
            }
            _ => (Verdict::Undecided, None),
        };
        let places = std::iter::once(&sum.total).chain(&sum.parts);
        let evidence = places.map(|&(value, span)| Evidence {
            span,
            label: sum.label.clone(),
            value: Some(value),
        });
        Check {
            rule: &T601,
            verdict,
            evidence: evidence.collect(),
            finding,
            claim: None,
        }
    };
    sums.into_iter().map(judge).collect()
}

fn finding(sum: &Sum, added: Number) -> Finding {
    let (label, total) = (&sum.label, plain(sum.total.0));
    let gap = plain((added - sum.total.0).abs());
    let parts: Vec<String> = sum.parts.iter().map(|(value, _)| plain(*value)).collect();
    let added = plain(added);
    Finding {
        severity: T601.severity,
        cause: Cause::Either,
        message: Bilingual::new(
            format!("表中“{label}”印为 {total}，各项相加为 {added}，相差 {gap}。"),
            format!(
                "“{label}” of this table is printed as {total}, the items add to {added}; off by {gap}."
            ),
        ),
        formula: Some(format!("{} = {added} ≠ {total}", parts.join(" + "))),
        expected: Some(added),
        found: Some(total),
        repairs: Vec::new(),
    }
}
