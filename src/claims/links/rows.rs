//! What the rows of older lists stand for: provinces call the items of the national form in their own words.

use super::forms::Item;
use crate::{
    claims::lexicon::rows::ROWS,
    facts::{Fact, Facts},
    text::{folded::fold_str, words::without},
};

/// How the names of the cells end that hold what has accumulated.
const CUMULATIVE: &str = ".cumulative";
/// Words of a label that say nothing of what it counts.
const SILENT: [&str; 6] = ["其中", "总", "数", "量", "的", "答复"];

/// The item that a row stands for, by its label.
pub(super) fn stands_for(label: &str) -> Option<&'static str> {
    let folded = fold_str(label);
    let name = folded.split('·').next().unwrap_or(&folded);
    let name = match name.split_once('(') {
        // （一）收到申请数; 收到申请数（件）.
        Some((before, _)) if before.chars().count() > 2 => before,
        _ => name,
    };
    let han = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
    let opened = name.trim_start_matches(|c: char| "一二三四五六七八九十(".contains(c));
    let name = if opened.starts_with(['、', ')', '.']) {
        opened
    } else {
        name
    };
    let letters: String = name.chars().filter(han).collect();
    let plain = without(&letters, &SILENT);
    let answers =
        letters.contains("答复") && ["对申请", "申请", "办理", ""].contains(&plain.as_str());
    if answers {
        return Some("f2014.3.3");
    }
    let row = ROWS.iter().find(|row| row[1..].contains(&plain.as_str()))?;
    Some(row[0])
}

/// The cell that an item of `NAMES` is printed in: its own where the form is ours, the one that stands for it elsewhere.
pub(super) fn cell<'b, 'a>(items: &'b [Item<'a>], id: &str) -> Option<&'b Item<'a>> {
    let own = |item: &&Item<'a>| item.official && *item.fact.id == *id;
    if let Some(own) = items.iter().find(own) {
        return Some(own);
    }
    let summed = id.ends_with(CUMULATIVE);
    let row = id
        .strip_suffix(CUMULATIVE)
        .or(id.strip_suffix(".year"))
        .unwrap_or(id);
    let mut standing = items
        .iter()
        .filter(|item| item.stands == Some(row) && item.fact.id.ends_with(CUMULATIVE) == summed);
    let first = standing.next()?;
    // One item printed twice, not alike: neither is compared with.
    standing
        .all(|other| other.fact.value == first.fact.value)
        .then_some(first)
}

/// The one cell of the year that stands for an item of the form of 2014.
pub(in crate::claims) fn of_year<'a>(facts: &'a Facts, item: &str) -> Option<&'a Fact> {
    let older = |fact: &&Fact| fact.id.starts_with("f2008.") || fact.id.starts_with("f2014.");
    let stands =
        |fact: &&Fact| !fact.id.ends_with(CUMULATIVE) && stands_for(&fact.label) == Some(item);
    let mut found = facts.all().iter().filter(older).filter(stands);
    found.next().filter(|_| found.next().is_none())
}

/// The cell beside one of the year that holds what has accumulated.
pub(super) fn running<'a>(items: &[Item<'a>], fact: &Fact) -> Option<&'a Fact> {
    let row = fact.id.strip_suffix(".year")?;
    let beside = |item: &&Item<'a>| item.fact.id.strip_suffix(CUMULATIVE) == Some(row);
    items.iter().find(beside).map(|item| item.fact)
}
