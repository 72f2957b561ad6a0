//! The sums of the tables as formulas upon their figures.

use super::{
    sheet::{AMBER, Content, GREY, Look, QUIET_INK, RED, Sheet, address},
    tables::Places,
    words::Words,
};
use crate::{
    forms::{self, Comparison, Relation, Table, Term},
    rule::Language,
    rules,
    text::Number,
    view::Report,
};
use std::{collections::HashMap, str::FromStr};

/// What the quantities are in sums: zero where nothing is printed, nothing where it could not be read.
type Values<'r> = HashMap<&'r str, Option<Number>>;

/// The sheet of sums; nothing where no form of the report is known.
pub(super) fn sheet(
    report: &Report,
    language: Language,
    words: &Words,
    places: &Places,
) -> Option<Sheet> {
    let form = forms::edition(report.edition?)?;
    let book = words.book;
    let mut sheet = Sheet::new(book.sums, &[36.0, 34.0, 56.0, 11.0, 7.0, 11.0, 11.0]);
    sheet.title(book.sums);
    sheet.push([(Content::text(book.sums_hint), Look::QUIET)]);
    sheet.skip();
    sheet.push_heads(&book.sum);
    let head = sheet.next() - 1;
    let values: Values<'_> = report
        .facts
        .iter()
        .map(|fact| (fact.id.as_str(), value(fact)))
        .collect();
    let rules = rules::all();
    for table in &form.tables {
        for relation in &table.relations {
            let rule = rules.iter().find(|rule| rule.code == relation.rule);
            let title = rule.map_or("", |rule| match language {
                Language::Chinese => rule.zh,
                Language::English => rule.en,
            });
            let title = format!("{} {title}", relation.rule);
            push(
                &mut sheet,
                &Row {
                    table,
                    relation,
                    words,
                    places,
                    values: &values,
                    title,
                },
            );
        }
    }
    sheet.frozen = (head + 1, 0);
    sheet.filter = Some((head, book.sum.len(), sheet.next().max(head + 2) - 1));
    (sheet.next() > head + 1).then_some(sheet)
}

fn value(fact: &crate::view::Fact) -> Option<Number> {
    match fact.state {
        "blank" | "not-applicable" => Some(Number::ZERO),
        _ => Number::from_str(fact.value.as_deref()?).ok(),
    }
}

/// What a row of the sheet is made from.
struct Row<'a> {
    table: &'a Table,
    relation: &'a Relation,
    words: &'a Words,
    places: &'a Places,
    values: &'a Values<'a>,
    title: String,
}

/// How the words of a row look.
const TEXT: Look = Look {
    wrap: true,
    ruled: true,
    ..Look::PLAIN
};

/// How its numbers and signs look.
const NUMBER: Look = Look {
    centred: true,
    ruled: true,
    ..Look::PLAIN
};

fn push(sheet: &mut Sheet, row: &Row<'_>) {
    let at = sheet.next();
    let relation = row.relation;
    let (Some(left), Some(right)) = (row.side(&relation.left), row.side(&relation.right)) else {
        return;
    };
    let sign = match relation.comparison {
        Comparison::Equal => "=",
        Comparison::AtMost => "≤",
        Comparison::AtLeast => "≥",
    };
    let (result, fill) = match (left.1, right.1) {
        (Some(a), Some(b)) => result(row, at, [a, b]),
        _ => (Content::text(row.words.book.undecided), Some(GREY)),
    };
    let [left, right] = match (left, right) {
        ((left, Some(a)), (right, Some(b))) => [side(left, a), side(right, b)],
        _ => [Content::Empty, Content::Empty],
    };
    let quiet = Look {
        ink: Some(QUIET_INK),
        ..TEXT
    };
    let strong = Look {
        fill,
        bold: fill.is_some(),
        ..NUMBER
    };
    sheet.push([
        (Content::text(&*row.table.title), quiet),
        (Content::text(&row.title), TEXT),
        (Content::text(row.label()), TEXT),
        (left, NUMBER),
        (Content::text(sign), NUMBER),
        (right, NUMBER),
        (result, strong),
    ]);
    sheet.fit(at);
}

/// Whether the relation in row `at` of the sheet holds between these two values, in words that follow the sheet, and the
/// colour where it does not.
fn result(row: &Row<'_>, at: usize, [a, b]: [Number; 2]) -> (Content, Option<u32>) {
    let (book, relation) = (row.words.book, row.relation);
    let broken = if relation.soft { book.ask } else { book.broken };
    let holds = match relation.comparison {
        Comparison::Equal => a == b,
        Comparison::AtMost => a <= b,
        Comparison::AtLeast => a >= b,
    };
    let formula = formula(relation.comparison, at, book.holds, broken);
    let text = Content::text(if holds { book.holds } else { broken });
    let fill = match (holds, relation.soft) {
        (true, _) => None,
        (false, true) => Some(AMBER),
        (false, false) => Some(RED),
    };
    (Content::Formula(formula, Box::new(text)), fill)
}

fn side(formula: String, value: Number) -> Content {
    let value = Content::Number(value.normalize().to_string());
    Content::Formula(formula, Box::new(value))
}

/// The verdict as a formula; binary fractions need a little room.
fn formula(comparison: Comparison, row: usize, holds: &str, broken: &str) -> String {
    let (left, right) = (address(row, 3), address(row, 5));
    let test = match comparison {
        Comparison::Equal => format!("ABS({left}-{right})<0.0000001"),
        Comparison::AtMost => format!("{left}<={right}+0.0000001"),
        Comparison::AtLeast => format!("{left}+0.0000001>={right}"),
    };
    format!("IF({test},\"{holds}\",\"{broken}\")")
}

impl Row<'_> {
    /// One side as a formula, with what it comes to; nothing where a figure has no place in the workbook.
    fn side(&self, terms: &[Term]) -> Option<(String, Option<Number>)> {
        let mut formula = String::new();
        let mut sum = Some(Number::ZERO);
        for term in terms {
            let id = &*self.table.slots[term.slot].id;
            let sign = match (term.negative, formula.is_empty()) {
                (true, _) => "-",
                (false, true) => "",
                (false, false) => "+",
            };
            // N() takes what is no number for zero.
            formula += &format!("{sign}N({})", self.places.get(id)?);
            let value = self.values.get(id).copied().flatten();
            sum = sum.zip(value).and_then(|(sum, value)| {
                if term.negative {
                    sum.checked_sub(value)
                } else {
                    sum.checked_add(value)
                }
            });
        }
        if terms.is_empty() {
            formula.push('0');
        }
        Some((formula, sum))
    }

    /// What is compared: the left side in words.
    fn label(&self) -> String {
        let mut text = String::new();
        for term in &self.relation.left {
            if !text.is_empty() {
                text += if term.negative { " − " } else { " + " };
            }
            text += &self.table.slots[term.slot].label;
        }
        text
    }
}
