//! The words and sums of findings about tables.

use crate::{
    forms::{Comparison, Relation, Term},
    recognise::{Held, TableRead},
    rule::Bilingual,
    text::Number,
};

/// More summands than this are written without the zeros among them.
const MANY: usize = 6;

/// One side of a relation written out: `12 + 0`.
pub(super) fn side(table: &TableRead, terms: &[Term]) -> String {
    let valued = terms
        .iter()
        .map(|term| (term.negative, table.in_sum(term.slot).unwrap_or_default()));
    let shown: Vec<(bool, Number)> = valued
        .filter(|(_, value)| terms.len() <= MANY || !value.is_zero())
        .collect();
    let mut text = String::new();
    for (negative, value) in &shown {
        let sign = match (text.is_empty(), negative) {
            (true, false) => "",
            (true, true) => "−",
            (false, false) => " + ",
            (false, true) => " − ",
        };
        text.push_str(sign);
        text.push_str(&value.normalize().to_string());
    }
    if text.is_empty() { "0".into() } else { text }
}

/// The whole relation as recomputed: `12 + 0 = 12 ≠ 13 = 12 + 1`.
pub(super) fn formula(
    comparison: Comparison,
    left: (&str, Number),
    right: (&str, Number),
) -> String {
    let written = |(side, value): (&str, Number), reversed: bool| {
        let value = value.normalize().to_string();
        if side == value {
            value
        } else if reversed {
            format!("{value} = {side}")
        } else {
            format!("{side} = {value}")
        }
    };
    let sign = match comparison {
        Comparison::Equal => "≠",
        Comparison::AtMost => ">",
        Comparison::AtLeast => "<",
    };
    if comparison == Comparison::Equal && left.0 == left.1.normalize().to_string() {
        return format!("{} {sign} {}", written(right, false), left.0);
    }
    format!("{} {sign} {}", written(left, false), written(right, true))
}

/// What stands in the cell of a total, in both languages; a blank is not a printed zero.
fn printed(table: &TableRead, slot: usize, total: Number) -> (String, String) {
    if table.held[slot].as_ref().is_some_and(Held::is_empty) {
        let en = "is left blank and counts as 0";
        return ("留空（求和按 0 计）".to_owned(), en.to_owned());
    }
    (format!("印为 {total}"), format!("is printed as {total}"))
}

/// The sentence of a row whose parts do not add up to its total, wherever its glued digits part.
pub(super) fn refuted(row: &str) -> Bilingual {
    Bilingual::new(
        format!("“{row}”一行的数字连在一起，无论在哪里断开，各部分之和都不等于总计。"),
        format!(
            "Row “{row}”: its digits run together, and wherever they part, the parts do not add up to the total."
        ),
    )
}

/// The sentence of a broken relation.
pub(super) fn message(
    table: &TableRead,
    relation: &Relation,
    left: Number,
    right: Number,
) -> Bilingual {
    let slot = &table.form.slots[relation.left[0].slot];
    let (row, column) = (
        &table.form.rows[slot.row].printed,
        &table.form.columns[slot.column],
    );
    let (x, y) = (left.normalize(), right.normalize());
    let gap = (left - right).abs().normalize();
    let (zh, en) = printed(table, relation.left[0].slot, x);
    match relation.rule {
        "T301" => balance(table, relation, column, (x, y, gap)),
        "T302" => Bilingual::new(
            format!("“{column}”列：各项办理结果之和为 {y}，“（七）总计”{zh}，相差 {gap}。"),
            format!("Column “{column}”: the results add to {y}, the total {en}; off by {gap}."),
        ),
        "T303" => Bilingual::new(
            format!("“{row}”一行：各类申请人之和为 {y}，总计{zh}，相差 {gap}。"),
            format!("Row “{row}”: the applicants add to {y}, the total {en}; off by {gap}."),
        ),
        "T401" => Bilingual::new(
            format!("“{row}”：维持、纠正、其他、尚未审结之和为 {y}，总计{zh}，相差 {gap}。"),
            format!(
                "“{row}”: upheld, corrected, other and pending add to {y}, the total {en}; off by {gap}."
            ),
        ),
        "T501" => Bilingual::new(
            format!("“{row}”（{column}）{zh}，各分项之和为 {y}，相差 {gap}。"),
            format!("“{row}” ({column}) {en}, its parts add to {y}; off by {gap}."),
        ),
        "T503" => Bilingual::new(
            format!("“{row}”：累计数 {y} 小于本期数 {x}。"),
            format!("“{row}”: the cumulative figure {y} is below the period's {x}."),
        ),
        "T201" => Bilingual::new(
            format!("“{row}”：由本表推算的上年存量为 {x}，不应小于 0。"),
            format!(
                "“{row}”: the table implies a stock of {x} a year ago, which cannot be below 0."
            ),
        ),
        "T504" => Bilingual::new(
            format!("同一数量填报不一致（{column}）：{x} 与 {y}，相差 {gap}。"),
            format!(
                "The same quantity is printed twice with different values ({column}): {x} and {y}; off by {gap}."
            ),
        ),
        _ => Bilingual::new(
            format!("“{row}”（{column}）：分项 {x} 大于总数 {y}。"),
            format!("“{row}” ({column}): the part {x} exceeds the whole {y}."),
        ),
    }
}

/// The sentence of a balance that is broken: what came in, what went out and the gap between the two.
fn balance(
    table: &TableRead,
    relation: &Relation,
    column: &str,
    (came, went, gap): (Number, Number, Number),
) -> Bilingual {
    let value = |term: &Term| table.in_sum(term.slot).unwrap_or_default().normalize();
    let (new, old) = (value(&relation.left[0]), value(&relation.left[1]));
    let (done, rest) = (value(&relation.right[0]), value(&relation.right[1]));
    Bilingual::new(
        format!(
            "“{column}”列收办不平衡：本年新收 {new} + 上年结转 {old} = {came}，办理结果总计 {done} + 结转下年 {rest} = {went}，相差 {gap}。"
        ),
        format!(
            "Column “{column}” does not balance: new {new} + carried in {old} = {came}, handled {done} + carried out {rest} = {went}; off by {gap}."
        ),
    )
}
