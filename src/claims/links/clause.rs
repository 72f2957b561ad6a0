//! Clauses of nothing but known words: what these say, and what a clause of them counts.

use super::meaning::{Meaning, new};
use crate::{
    claims::lexicon::{
        Word,
        cells::{APPLICANTS, COMBINATIONS, GROUPS},
        clause::WORDS,
    },
    text::{
        order::Order,
        words::{Words, has},
    },
};
use std::sync::LazyLock;

/// The words by their first characters.
static KNOWN: LazyLock<Words> = LazyLock::new(|| Words::new(WORDS.iter().map(|(word, _)| *word)));

/// The words of a text that say something, if it consists of known words alone.
pub(super) fn subject(text: &str, year: Option<u16>) -> Option<Vec<Word>> {
    let mut rest = text;
    let mut words = Vec::new();
    let year = year.filter(|_| has(text, "年"));
    let now = year.map(|year| format!("{year}年"));
    while !rest.is_empty() {
        if let Some(cut) = now.as_deref().and_then(|now| rest.strip_prefix(now)) {
            rest = cut;
            continue;
        }
        let (at, word) = KNOWN.longest(rest)?;
        let says = WORDS[at].1;
        rest = &rest[word.len()..];
        if says != Word::Fill {
            words.push(says);
        }
    }
    Some(words)
}

/// What a clause of these words counts: groups, a row, an applicant, a cell, or all requests.
pub(super) fn named(words: &[Word]) -> Option<Meaning> {
    let (mut groups, mut others) = (Vec::new(), Vec::new());
    for &word in words {
        match word {
            Word::Group(group) => groups.push(group),
            Word::Row(..) | Word::Applicant(_) | Word::Cell(..) => others.push(word),
            _ => {}
        }
    }
    match (others[..].as_ref(), groups[..].as_ref()) {
        ([Word::Row(group, reading)], []) => {
            new(reading.cells[0], &[*reading], true).filter(|_| !group.is_empty())
        }
        ([Word::Row(group, reading)], [named]) if group == named => {
            new(reading.cells[0], &[*reading], true)
        }
        ([Word::Applicant(name)], []) => {
            let (_, readings) = APPLICANTS.iter().find(|(word, _)| word == name)?;
            new(*name, readings, true)
        }
        ([Word::Cell(name, reading)], []) => new(*name, &[*reading], true),
        ([], [_, ..]) => combined(groups),
        _ => None,
    }
}

fn combined(mut groups: Vec<&'static str>) -> Option<Meaning> {
    groups.order();
    groups.dedup();
    let cells: Vec<&str> = GROUPS
        .iter()
        .filter(|(group, _)| groups.contains(group))
        .map(|&(_, cell)| cell)
        .collect();
    let combination = COMBINATIONS
        .iter()
        .find(|reading| *reading.cells == cells[..])?;
    new(groups.join("+"), &[*combination], true)
}
