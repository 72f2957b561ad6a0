//! Figures that belong to labels: their ordinals and the numbers inside them.

use crate::{
    forms,
    text::{character::is_han, order::Order},
};
use std::{collections::BTreeMap, sync::OnceLock};

/// How many letters of a label tell its ordinal.
pub(super) const ORDINAL_LETTERS: usize = 4;

/// Whether a form has this ordinal before a label that begins with these letters; a broken line may show two of them.
/// Without a `mark` between, the letters must not go on behind a short label: `13其他对外管理服务事项`.
pub(super) fn is_ordinal(number: u32, letters: &[char], mark: bool) -> bool {
    let ends = |label: &[char], rest: &[char]| {
        mark || label.len() == ORDINAL_LETTERS || !rest.first().is_some_and(|&c| is_han(c))
    };
    let begins = |label: &Vec<char>| {
        let rest = || letters.strip_prefix(label.as_slice());
        letters.first() == label.first()
            && (label.starts_with(letters) || rest().is_some_and(|rest| ends(label, rest)))
    };
    let known = known_ordinals().get(&number);
    letters.len() >= 2 && known.is_some_and(|labels| labels.iter().any(begins))
}

/// The first letters of the labels that have an ordinal: 6, 属于四类.
fn known_ordinals() -> &'static BTreeMap<u32, Vec<Vec<char>>> {
    static KNOWN: OnceLock<BTreeMap<u32, Vec<Vec<char>>>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let tables = forms::all().iter().flat_map(|form| &form.tables);
        let labels = tables
            .flat_map(|table| &table.rows)
            .filter_map(|row| row.labels.first());
        let mut known: BTreeMap<u32, Vec<Vec<char>>> = BTreeMap::new();
        for label in labels {
            let letters = label.trim_start_matches(|c: char| c.is_ascii_digit());
            if let Ok(number) = label[..label.len() - letters.len()].parse() {
                let letters = letters.chars().take(ORDINAL_LETTERS).collect();
                known.entry(number).or_default().push(letters);
            }
        }
        known
    })
}

/// Each number inside a form's label, with two letters before and one behind: `超过20个`.
pub(super) fn known_inside() -> &'static [Vec<char>] {
    static KNOWN: OnceLock<Vec<Vec<char>>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let rows = forms::all()
            .iter()
            .flat_map(|form| &form.tables)
            .flat_map(|table| &table.rows);
        let known = rows
            .flat_map(|row| &row.labels)
            .flat_map(|label| numbers_inside(label));
        let mut known: Vec<Vec<char>> = known.collect();
        known.order();
        known.dedup();
        known
    })
}

fn numbers_inside(label: &str) -> Vec<Vec<char>> {
    let label: Vec<char> = label.chars().collect();
    let mut found = Vec::new();
    let mut at = 2;
    while at < label.len() {
        let end = at
            + label[at..]
                .iter()
                .take_while(|c| c.is_ascii_digit())
                .count();
        if end > at && end < label.len() {
            found.push(label[at - 2..=end].to_vec());
        }
        at = end + 1;
    }
    found
}
