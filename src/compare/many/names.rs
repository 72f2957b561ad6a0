//! Which report is that of a body on a list.

use super::{Body, Reading};
use crate::text::{character::is_han, folded::fold_str, order::Order, words::is_short_for};

/// Lines of a list that name no body.
const HEADS: [&str; 6] = ["名单", "单位", "单位名称", "单位名单", "序号", "机构名称"];
/// What may stand behind a body's name, or be left out there.
const BEHIND: [&str; 7] = [
    "人民政府",
    "政府",
    "办事处",
    "管委会",
    "管理委员会",
    "信息公开",
    "年",
];

/// The names of a list, one a line, without numbers before them.
pub(crate) fn listed<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for line in lines {
        let is_number =
            |c: char| c.is_numeric() || c.is_whitespace() || ".、．,，)）(（-".contains(c);
        let name: String = line
            .trim_start_matches(is_number)
            .split_whitespace()
            .collect();
        let is_name = name.chars().any(is_han) && !HEADS.contains(&name.as_str());
        if is_name && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// For each name the report that is its own; and reports that might as well be, so that it cannot be told.
pub(super) struct Matched {
    pub(super) reports: Vec<Option<usize>>,
    pub(super) unclear: Vec<usize>,
}

/// Matches names with reports, the surest first; each report is that of one name.
pub(super) fn matched(names: &[String], bodies: &[Body], fit: &[bool]) -> Matched {
    let names: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let mut pairs = Vec::new();
    for (at, body) in bodies.iter().enumerate() {
        let ranks = names.iter().map(|name| likeness(name, body)).enumerate();
        pairs.extend(ranks.filter_map(|(name, rank)| Some((rank?, !fit[at], name, at))));
    }
    pairs.order();
    let mut taken: Vec<Option<(usize, u8)>> = vec![None; names.len()];
    let is_taken =
        |taken: &[Option<(usize, u8)>], at| taken.iter().flatten().any(|&(other, _)| other == at);
    for &(rank, _, name, at) in &pairs {
        if taken[name].is_none() && !is_taken(&taken, at) {
            taken[name] = Some((at, rank));
        }
    }
    let rival = |&&(rank, unfit, name, at): &&(u8, bool, usize, usize)| {
        !unfit
            && rank > 0
            && !is_taken(&taken, at)
            && taken[name].is_some_and(|(_, own)| own >= rank)
    };
    let unclear = pairs
        .iter()
        .filter(rival)
        .map(|&(_, _, _, at)| at)
        .collect();
    let reports = taken.into_iter().map(|own| own.map(|(at, _)| at)).collect();
    Matched { reports, unclear }
}

/// How far a name is from what a report calls itself: 0 is the same; nothing where it is another.
fn likeness(name: &str, body: &Body) -> Option<u8> {
    let own = match &body.read {
        Reading::Report(figures) => figures.organization.as_deref(),
        _ => None,
    };
    let own = own.and_then(|own| distance(name, &fold(own)));
    own.or_else(|| Some(3 + distance(name, &fold(&body.file))?))
}

fn distance(name: &str, other: &str) -> Option<u8> {
    let (short, long) = if name.len() < other.len() {
        (name, other)
    } else {
        (other, name)
    };
    if name == other {
        return Some(0);
    }
    let behind = long.rfind(short).map(|at| &long[at + short.len()..]);
    match behind {
        _ if short.chars().count() < 2 => None,
        Some(rest) if goes_without_saying(rest) => Some(1),
        _ => is_abbreviation(name, other).then_some(2),
    }
}

/// Whether a name is no other body's for what stands behind it: 青石镇 is 青石镇人民政府, but not 青石镇中心卫生院.
fn goes_without_saying(rest: &str) -> bool {
    !rest.starts_with(is_han) || BEHIND.iter().any(|&words| rest.starts_with(words))
}

/// Whether a name is another shortened, as 市监局 is 市场监督管理局.
fn is_abbreviation(name: &str, other: &str) -> bool {
    name.chars().count() >= 3
        && name.chars().next_back() == other.chars().next_back()
        && is_short_for(name, other)
}

/// A name as it is compared.
pub(super) fn fold(name: &str) -> String {
    fold_str(name).split_whitespace().collect()
}
