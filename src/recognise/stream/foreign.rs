//! Words where a row should have a number: `行政处罚 | 见附件`. The cell is there, and what it says is no value.

use crate::{forms, recognise::similar};
use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

/// Longer words are a remark or a sentence of their own.
const LONGEST: usize = 12;

/// For each label of a row how many values a form may have behind it.
static COUNTS: LazyLock<HashMap<&str, HashSet<usize>>> = LazyLock::new(|| {
    let tables = forms::all().iter().flat_map(|form| &form.tables);
    let rows = tables
        .flat_map(|table| &table.rows)
        .filter(|row| !row.slots.is_empty());
    let mut counts: HashMap<&str, HashSet<usize>> = HashMap::new();
    for row in rows {
        for label in &row.labels {
            counts.entry(label).or_default().insert(row.slots.len());
        }
    }
    counts
});

/// The cells of a row that stand where values should and are none; `cells` has the letters of those without a value.
///
/// Only where they and the values are together as many as the row has slots, so that a remark is never taken for one.
pub(super) fn foreign(cells: &[Option<String>]) -> Vec<usize> {
    let counts = |cell: &Option<String>| cell.as_deref().and_then(|letters| COUNTS.get(letters));
    let Some(label) = cells.iter().rposition(|cell| counts(cell).is_some()) else {
        return Vec::new();
    };
    let Some(counts) = counts(&cells[label]) else {
        return Vec::new();
    };
    let behind = label + 1..cells.len();
    let words: Vec<usize> = behind.clone().filter(|&at| cells[at].is_some()).collect();
    let values = behind.len() - words.len();
    let fit = !counts.contains(&values) && counts.contains(&behind.len());
    let strange = |&at: &usize| cells[at].as_deref().is_some_and(is_strange);
    if fit && words.iter().all(strange) {
        words
    } else {
        Vec::new()
    }
}

/// Whether some letters are short and no part of what forms print.
fn is_strange(letters: &str) -> bool {
    let tables = || forms::all().iter().flat_map(|form| &form.tables);
    let within = |printed: &str| printed.contains(letters);
    !letters.is_empty()
        && letters.chars().count() <= LONGEST
        && !similar::is_unit(letters)
        && !tables().any(|table| {
            table.columns.iter().any(|column| within(column))
                || table
                    .rows
                    .iter()
                    .any(|row| within(&row.printed) || row.labels.iter().any(|label| within(label)))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Vec<usize> {
        let cell = |cell: &&str| {
            (!cell.starts_with(|c: char| c.is_ascii_digit())).then(|| (*cell).to_owned())
        };
        foreign(&cells.iter().map(cell).collect::<Vec<_>>())
    }

    #[test]
    fn words_in_the_place_of_a_value_are_found() {
        assert_eq!(row(&["行政处罚", "abc"]), [1]);
        assert_eq!(row(&["规章", "5", "见附件", "68"]), [2]);
        assert_eq!(row(&["", "规章", "5", "0", "暂缺"]), [4]);
    }

    #[test]
    fn remarks_units_and_heads_are_none() {
        assert!(row(&["行政处罚", "42", "含罚款"]).is_empty());
        assert!(row(&["规章", "5", "0", "68", "见附件"]).is_empty());
        assert!(row(&["行政处罚", "件"]).is_empty());
        assert!(row(&["行政许可", "本年处理决定数量"]).is_empty());
        assert!(row(&["信息内容", "见附件"]).is_empty());
    }
}
