//! Figures that belong to labels: their ordinals and the numbers inside them.

use crate::{
    document::{BlockId, Document, Part},
    forms,
    text::{
        character::{fold, is_han},
        label::each_letter,
        order::{Order, of_letter},
    },
};
use std::{collections::HashSet, sync::OnceLock};

/// How many letters of a label tell its ordinal.
pub(super) const ORDINAL_LETTERS: usize = 4;

/// Whether a form has this ordinal before a label that begins with these letters; a broken line may show two of them.
/// Without a `mark` between, the letters must not go on behind a short label: `13其他对外管理服务事项`.
pub(super) fn is_ordinal(number: u32, letters: &[char], mark: bool) -> bool {
    let ends = |label: &[char], rest: &[char]| {
        mark || label.len() == ORDINAL_LETTERS || !rest.first().is_some_and(|&c| is_han(c))
    };
    let begins = |label: &[char]| {
        let rest = || letters.strip_prefix(label);
        label.starts_with(letters) || rest().is_some_and(|rest| ends(label, rest))
    };
    let first = letters.first().filter(|_| letters.len() >= 2);
    let mut known = first
        .map_or(&[][..], |&first| of_letter(known_ordinals(), first))
        .iter();
    known.any(|(_, (ordinal, label))| *ordinal == number && begins(label))
}

/// The lines and cells of nothing but the ordinal of the label in the next: `1.` above `属于国家秘密`.
///
/// Where a zero has the same mark behind it, the marks are no ordinals' but behind all numbers.
pub(super) fn alone(document: &Document) -> HashSet<BlockId> {
    let blocks = document.parts().iter().flat_map(|part| match part {
        Part::Paragraph { block, .. } => vec![*block],
        Part::Grid(grid) => grid.cells.iter().map(|cell| cell.block).collect(),
        Part::Picture { .. } => Vec::new(),
    });
    let quote = |block: BlockId| document.quote(document.block(block));
    let filled = blocks.filter(|&block| !quote(block).trim().is_empty());
    let filled: Vec<(BlockId, Option<u32>)> = filled
        .map(|block| (block, number_alone(quote(block))))
        .collect();
    if filled.iter().any(|&(_, number)| number == Some(0)) {
        return HashSet::new();
    }
    let counts = |pair: &&[(BlockId, Option<u32>)]| {
        let letters = each_letter(quote(pair[1].0)).take(ORDINAL_LETTERS);
        pair[0]
            .1
            .is_some_and(|number| is_ordinal(number, &letters.collect::<Vec<_>>(), true))
    };
    let pairs = filled.windows(2).filter(counts);
    pairs.map(|pair| pair[0].0).collect()
}

/// The number of a line that has only a number and the mark of an ordinal: `1.`, `（2）`, `3、`.
fn number_alone(line: &str) -> Option<u32> {
    const LONGEST: usize = 12;
    let line = line.trim();
    if line.len() > LONGEST {
        return None;
    }
    let folded: String = line.chars().map(fold).collect();
    let number = folded.strip_prefix('(').unwrap_or(&folded);
    let number = number.strip_suffix(['.', '、', ')'])?.trim();
    let short = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    number.parse().ok().filter(|_| short)
}

/// The ordinal of a label and the first letters behind it: 6, 属于四类.
type Ordinal = (u32, Vec<char>);

/// The ordinals of labels, in the order of the first letters behind them.
fn known_ordinals() -> &'static [(char, Ordinal)] {
    static KNOWN: OnceLock<Vec<(char, Ordinal)>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let tables = forms::all().iter().flat_map(|form| &form.tables);
        let labels = tables
            .flat_map(|table| &table.rows)
            .filter_map(|row| row.labels.first());
        let known = labels.filter_map(|label| {
            if !label.starts_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
            let letters = label.trim_start_matches(|c: char| c.is_ascii_digit());
            let number = label[..label.len() - letters.len()].parse().ok()?;
            let letters: Vec<char> = letters.chars().take(ORDINAL_LETTERS).collect();
            Some((*letters.first()?, (number, letters)))
        });
        let mut known: Vec<_> = known.collect();
        known.order();
        known.dedup();
        known
    })
}

/// Each number inside a form's label, with two letters before and one behind, in the order of the first letter: `超过20个`.
pub(super) fn known_inside() -> &'static [(char, Vec<char>)] {
    static KNOWN: OnceLock<Vec<(char, Vec<char>)>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let rows = forms::all()
            .iter()
            .flat_map(|form| &form.tables)
            .flat_map(|table| &table.rows);
        let known = rows
            .flat_map(|row| &row.labels)
            .flat_map(|label| numbers_inside(label));
        let mut known: Vec<(char, Vec<char>)> = known.map(|known| (known[0], known)).collect();
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
