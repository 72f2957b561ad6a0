//! Which relations hold by the structure of a table.

use super::{
    levels::{self, Node, Style},
    sheet::Sheet,
};
use crate::{
    forms::{Comparison, Relation, Term},
    recognise::held::Held,
    text::Number,
};

/// How a label that takes all that is left reads.
const REST: [&str; 3] = ["其他", "其它", "另外"];
/// Labels that together are all there is: one of each group, and no other.
const COMPLEMENTS: [&[&[&str]]; 5] = [
    &[&["专职", "全职"], &["兼职"]],
    &[&["电子"], &["纸质"]],
    &[
        &["同意公开"],
        &["部分公开"],
        &["否决", "不予公开", "不同意公开"],
    ],
    &[&["按时", "按期"], &["延期", "超期", "逾期"]],
    &[&["本级"], &["乡镇", "街道"]],
];
/// Ways of asking for information, each with its names.
const WAYS: [&[&str]; 4] = [
    &["当面", "现场"],
    &["传真"],
    &["网", "电子"],
    &["信函", "信件"],
];
/// Ways of publication, of which one item may take several.
const CHANNELS: [&str; 11] = [
    "公报",
    "网站",
    "微博",
    "微信",
    "公开栏",
    "广播",
    "电视",
    "报刊",
    "查阅",
    "新闻发布",
    "电子屏",
];
/// Procedures that may still be pending at the end of the year.
const PROCEDURES: [&str; 4] = ["复议", "诉讼", "申诉", "举报"];
/// How the head of an accumulated figure reads.
const CUMULATIVE: [&str; 2] = ["累计", "历年"];

/// What a column of values stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// What has accumulated.
    Cumulative,
    /// The year, or the period, reported on.
    Year,
    /// Something else.
    Other,
}

/// What each column stands for by its head.
pub(super) fn columns(heads: &[String]) -> Vec<Column> {
    let cumulative = |head: &String| CUMULATIVE.iter().any(|word| head.contains(word));
    let found = heads.iter().filter(|head| cumulative(head)).count();
    let kind = |head: &String| match (cumulative(head), heads.len()) {
        (true, 1) => Column::Cumulative,
        (true, 2) if found == 1 => Column::Cumulative,
        (false, 2) if found == 1 => Column::Year,
        (_, 1) => Column::Year,
        _ => Column::Other,
    };
    heads.iter().map(kind).collect()
}

/// The relations of a table; its slots are numbered row by row, `slot` tells them.
pub(super) fn relations(
    sheet: &Sheet,
    nodes: &[Node],
    columns: &[Column],
    slot: impl Fn(usize, usize) -> usize,
) -> Vec<Relation> {
    let mut found = Found {
        sheet,
        nodes,
        slot: &slot,
        parts: Vec::new(),
        periods: Vec::new(),
    };
    for (parent, parts) in levels::parts(nodes).iter().enumerate() {
        if sheet.lines[parent].values.is_empty() {
            continue;
        }
        for list in found.lists(parts) {
            found.list(parent, &list);
        }
    }
    let place = |kind| columns.iter().position(|&column| column == kind);
    if let Some((year, cumulative)) = place(Column::Year).zip(place(Column::Cumulative)) {
        found.periods(year, cumulative);
    }
    found.understood()
}

/// A relation and whether it holds for the values as read; nothing where it says only that nothing is nothing.
struct Judged {
    relation: Relation,
    holds: Option<bool>,
}

struct Found<'a, F: Fn(usize, usize) -> usize> {
    sheet: &'a Sheet,
    nodes: &'a [Node],
    slot: &'a F,
    parts: Vec<Judged>,
    periods: Vec<Judged>,
}

impl<F: Fn(usize, usize) -> usize> Found<'_, F> {
    /// The lists that the parts of a row make, each of one style.
    fn lists(&self, parts: &[usize]) -> Vec<Vec<usize>> {
        let mut lists: Vec<Vec<usize>> = Vec::new();
        for &row in parts {
            let node = &self.nodes[row];
            let same = |list: &Vec<usize>| {
                let first = &self.nodes[list[0]];
                let style = first.style == node.style
                    || first.style == Style::Within && node.style == Style::Plain;
                style && first.cross == node.cross
            };
            match lists.last_mut().filter(|list| same(list)) {
                Some(list) => list.push(row),
                None => lists.push(vec![row]),
            }
        }
        lists
    }

    fn list(&mut self, parent: usize, list: &[usize]) {
        let line = |row: usize| &self.sheet.lines[row];
        let unit = &line(parent).unit;
        let alike =
            |row: usize| unit.is_empty() || line(row).unit.is_empty() || line(row).unit == *unit;
        let whole =
            |row: &usize| self.nodes[*row].sure && alike(*row) && !line(*row).values.is_empty();
        let complete = list.iter().all(whole) && self.is_numbered_through(list);
        let all = complete && list.len() > 1 && self.are_all(parent, list);
        let pending = PROCEDURES
            .iter()
            .any(|word| line(parent).label.contains(word))
            || self.others_answered(parent, list);
        let is_part = |row: &usize| whole(row) && self.is_part(parent, list, *row);
        let parts: Vec<usize> = list.iter().copied().filter(is_part).collect();
        for column in 0..self.sheet.heads.len() {
            if all && pending {
                self.push("T502", Comparison::AtMost, list, &[parent], column);
            } else if all {
                self.push("T501", Comparison::Equal, &[parent], list, column);
            } else {
                for &row in &parts {
                    self.push("T502", Comparison::AtMost, &[row], &[parent], column);
                }
            }
        }
    }

    /// Whether a list is numbered 1, 2, 3 or not at all.
    fn is_numbered_through(&self, list: &[usize]) -> bool {
        let numbers = list.iter().map(|&row| self.nodes[row].number);
        numbers
            .enumerate()
            .all(|(at, number)| number.is_none_or(|number| number == at + 1))
    }

    /// Whether a row is surely no more than its whole: its list says 其中, and it is no way of publication, of which one
    /// item may take several.
    fn is_part(&self, parent: usize, list: &[usize], row: usize) -> bool {
        if !list.iter().any(|&row| self.sheet.lines[row].within) {
            return false;
        }
        let label = |row: usize| &self.sheet.lines[row].label;
        let channel = CHANNELS
            .iter()
            .any(|word| label(row).contains(word) && !label(parent).contains(word));
        !channel && !label(row).contains("总数")
    }

    /// Whether these parts are surely all that there are.
    fn are_all(&self, parent: usize, list: &[usize]) -> bool {
        let labels: Vec<&str> = list
            .iter()
            .map(|&row| self.sheet.lines[row].label.as_str())
            .collect();
        let channel = |label: &&str| CHANNELS.iter().any(|word| label.contains(word));
        if labels.iter().filter(|label| channel(label)).count() > 1 {
            return false;
        }
        let rest = labels
            .last()
            .is_some_and(|label| REST.iter().any(|word| label.contains(word)));
        // A list that the table breaks off in may go on.
        let last = self.sheet.lines.len().checked_sub(1);
        let closed = list.last() < last.as_ref();
        rest || closed && are_all_ways(&labels)
            || is_complement(&labels)
            || self.adds_up_elsewhere(parent, list)
    }

    /// Whether the parts add up in more than half of the columns, and by more than one of them.
    fn adds_up_elsewhere(&self, parent: usize, list: &[usize]) -> bool {
        let columns = self.sheet.heads.len();
        let adds = |column: usize| {
            let parts: Option<Vec<Number>> =
                list.iter().map(|&row| self.value(row, column)).collect();
            let parts = parts?;
            let several = parts.iter().filter(|part| !part.is_zero()).count() > 1;
            let sum = sum(&parts)?;
            (several && Some(sum) == self.value(parent, column)).then_some(())
        };
        let adding = (0..columns)
            .filter(|&column| adds(column).is_some())
            .count();
        columns > 1 && adding > 0 && list.len() > 2
    }

    /// Whether other kinds of answers may stand beside these: those granted, in part and refused, of which the last has no
    /// parts that would name them, and that add up nowhere.
    fn others_answered(&self, parent: usize, list: &[usize]) -> bool {
        let label = |row: usize| self.sheet.lines[row].label.as_str();
        let labels: Vec<&str> = list.iter().map(|&row| label(row)).collect();
        let last = list.last().copied();
        complement(&labels, COMPLEMENTS[2])
            && self.nodes.iter().all(|node| node.parent != last)
            && !self.adds_up_elsewhere(parent, list)
    }

    fn value(&self, row: usize, column: usize) -> Option<Number> {
        self.sheet.lines[row]
            .values
            .get(column)?
            .as_ref()
            .and_then(Held::in_sum)
    }

    /// What has accumulated is at least this year's.
    fn periods(&mut self, year: usize, cumulative: usize) {
        for row in 0..self.nodes.len() {
            if self.sheet.lines[row].values.is_empty() {
                continue;
            }
            let term = |column| Term {
                negative: false,
                slot: (self.slot)(row, column),
            };
            let sides = self.value(row, year).zip(self.value(row, cumulative));
            self.periods.push(Judged {
                relation: Relation {
                    rule: "T503",
                    comparison: Comparison::AtMost,
                    soft: false,
                    pending: false,
                    left: vec![term(year)],
                    right: vec![term(cumulative)],
                },
                holds: sides
                    .filter(|(_, all)| !all.is_zero())
                    .map(|(year, all)| year <= all),
            });
        }
    }

    fn push(
        &mut self,
        rule: &'static str,
        comparison: Comparison,
        left: &[usize],
        right: &[usize],
        column: usize,
    ) {
        let terms = |rows: &[usize]| -> Vec<Term> {
            rows.iter()
                .map(|&row| Term {
                    negative: false,
                    slot: (self.slot)(row, column),
                })
                .collect()
        };
        let side = |rows: &[usize]| {
            let values: Option<Vec<Number>> =
                rows.iter().map(|&row| self.value(row, column)).collect();
            sum(&values?)
        };
        let holds = side(left)
            .zip(side(right))
            .filter(|(left, right)| !left.is_zero() || !right.is_zero());
        let holds = holds.map(|(left, right)| match comparison {
            Comparison::Equal => left == right,
            _ => left <= right,
        });
        let relation = Relation {
            rule,
            comparison,
            soft: false,
            pending: false,
            left: terms(left),
            right: terms(right),
        };
        self.parts.push(Judged { relation, holds });
    }

    /// The relations, where most of their kind hold; where they do not, the table is not understood.
    fn understood(self) -> Vec<Relation> {
        let kept = |judged: Vec<Judged>, most: usize| {
            let count = |held| judged.iter().filter(|one| one.holds == Some(held)).count();
            let (broken, holding) = (count(false), count(true));
            let keep = broken <= 1 || most * broken <= holding + broken;
            judged
                .into_iter()
                .filter(move |_| keep)
                .map(|one| one.relation)
                .collect::<Vec<_>>()
        };
        let mut relations = kept(self.parts, 2);
        relations.extend(kept(self.periods, 4));
        relations
    }
}

/// Whether labels name all ways of asking for information, each at least one: `信函及传真申请数`.
pub(super) fn are_all_ways(labels: &[&str]) -> bool {
    let named = |way: &[&str]| labels.iter().any(|label| names(label, way));
    labels.iter().all(|label| is_way(label)) && WAYS.iter().all(|way| named(way))
}

/// Whether a label names a way of asking for information.
pub(super) fn is_way(label: &str) -> bool {
    WAYS.iter().any(|way| names(label, way))
}

/// Whether no two labels name the same way of asking.
pub(super) fn are_apart(labels: &[&str]) -> bool {
    let named = |way: &&[&str]| labels.iter().filter(|label| names(label, way)).count();
    WAYS.iter().all(|way| named(way) < 2)
}

/// Whether labels are complements, which together are all there is.
pub(super) fn is_complement(labels: &[&str]) -> bool {
    COMPLEMENTS.iter().any(|groups| complement(labels, groups))
}

fn names(label: &str, words: &[&str]) -> bool {
    words.iter().any(|word| label.contains(word))
}

/// Whether labels are one of each group, in any order.
fn complement(labels: &[&str], groups: &[&[&str]]) -> bool {
    labels.len() == groups.len()
        && groups
            .iter()
            .all(|group| labels.iter().any(|label| names(label, group)))
        && labels
            .iter()
            .all(|label| groups.iter().any(|group| names(label, group)))
}

fn sum(values: &[Number]) -> Option<Number> {
    values
        .iter()
        .try_fold(Number::ZERO, |sum, value| sum.checked_add(*value))
}
