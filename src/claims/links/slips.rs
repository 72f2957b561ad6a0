//! The slip that would explain why the text differs from a cell: one row or column for the whole, digits swapped.

use crate::{
    claims::{
        cells::cells,
        lexicon::links::COLUMNS,
        sums::tell::{lost_digit, same_digits},
    },
    facts::{Fact, Facts},
    text::{Number, number::plain},
};

/// What may have happened, in two languages, and the cell that shows it.
pub(super) fn slip<'a>(
    facts: &'a Facts,
    patterns: &[&str],
    printed: Number,
    table: Number,
) -> Option<(String, String, Option<&'a Fact>)> {
    let rows = cells(facts, patterns);
    if printed > Number::ZERO && rows.len() > 1 {
        let same = rows.iter().position(|fact| fact.value == Some(printed));
        if let Some(at) = same {
            return Some(one_row(&rows, at, printed, table));
        }
    }
    if let Some(fact) = column(facts, &rows, printed) {
        let zh = format!(
            "{} 只是“{}”一格；合计为 {}。",
            plain(printed),
            fact.label,
            plain(table)
        );
        let en = format!(
            " {} is the single cell “{}”; the whole is {}.",
            plain(printed),
            fact.label,
            plain(table)
        );
        return Some((zh, en, Some(fact)));
    }
    let (zh, en) = digits(printed, table)?;
    Some((zh.to_owned(), en.to_owned(), None))
}

/// What may have happened to the digits of one of two numbers, in two languages.
pub(super) fn digits(printed: Number, table: Number) -> Option<(&'static str, &'static str)> {
    if same_digits(printed, table) {
        return Some((
            "两数数字相同而次序不同，可能颠倒。",
            " The two have the same digits in another order.",
        ));
    }
    (printed >= Number::TEN && table >= Number::TEN && lost_digit(printed, table))
        .then_some(("可能漏写或多写了一位。", " A digit may be lost or added."))
}

fn one_row<'a>(
    rows: &[&'a Fact],
    at: usize,
    printed: Number,
    table: Number,
) -> (String, String, Option<&'a Fact>) {
    let (count, label) = (rows.len(), &rows[at].label);
    let (zh, en) = (
        format!(
            "{} 只是 {count} 行中的第 {} 行“{label}”；{count} 行合计为 {}。",
            plain(printed),
            at + 1,
            plain(table)
        ),
        format!(
            " {} is row {} of {count}, “{label}”; the {count} are {}.",
            plain(printed),
            at + 1,
            plain(table)
        ),
    );
    (zh, en, Some(rows[at]))
}

/// The cell of another column of one of the rows that holds the number: of several rows only a number of two digits, since
/// a small one stands in many cells.
fn column<'a>(facts: &'a Facts, rows: &[&Fact], printed: Number) -> Option<&'a Fact> {
    if printed <= Number::ZERO || (rows.len() > 1 && printed < Number::TEN) {
        return None;
    }
    rows.iter()
        .filter_map(|row| row.id.strip_suffix(".total"))
        .filter(|head| head.starts_with("t3."))
        .flat_map(|head| COLUMNS.iter().map(move |column| format!("{head}.{column}")))
        .filter_map(|cell| facts.get(&cell))
        .find(|fact| fact.value == Some(printed))
}
