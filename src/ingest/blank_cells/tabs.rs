//! Blank cells where a tab parts the cells of a row, each in lines of its own.

use super::{FEW, Kind, Line};
use crate::ingest::is_blank;

/// The lines that stand for blank cells, as often as they do; nothing where no tabs part cells that have lines of their
/// own. Where a tab ends the line of each cell, a tab alone is a blank one. Where it stands between them, as many are
/// blank as there are tabs too many, or as there are spaces that do not break.
pub(super) fn find(lines: &[&str], filled: &[Line]) -> Option<Vec<usize>> {
    let alone = |line: &str| line.ends_with(['\t', ' ']) && is_blank(line) && line.contains('\t');
    let ended = |line: &&&str| line.ends_with('\t') && line.find('\t') == Some(line.len() - 1);
    let filled_and_ended = |line: &&&str| ended(line) && !is_blank(line);
    if lines.iter().filter(filled_and_ended).count() >= FEW {
        let cells = (0..lines.len()).filter(|&at| ended(&&lines[at]) && is_blank(lines[at]));
        return Some(cells.collect());
    }
    if lines.iter().filter(|line| alone(line)).count() < 2 * FEW {
        return None;
    }
    let mut found = Vec::new();
    let (mut opens, mut counted) = (false, None);
    for (nth, pair) in filled.windows(2).enumerate() {
        let between = &lines[pair[0].at + 1..pair[1].at];
        let tabs: usize = between.iter().map(|line| line.matches('\t').count()).sum();
        let kept = between
            .iter()
            .filter(|line| line.trim_matches(' ') == "\u{a0}");
        let count: Option<usize> = lines[pair[1].at].trim().parse().ok();
        let labelled = { filled.get(nth + 2) }.is_some_and(|line| line.kind == Kind::Label);
        let next = labelled && count.is_some() && count == counted;
        let blank = match (pair[0].kind, pair[1].kind) {
            (_, Kind::Number) => tabs.saturating_sub(usize::from(!next)),
            // A number of the row, before its label.
            (Kind::Number, Kind::Label) if opens => 0,
            (Kind::Label, Kind::Label) if tabs < 2 => 0,
            (Kind::Other, _) | (_, Kind::Other) => 0,
            _ => tabs,
        };
        let nearest = between
            .iter()
            .rev()
            .find(|line| !line.trim_matches(' ').is_empty());
        opens = next || nearest.is_none_or(|line| !line.contains('\t'));
        if opens {
            counted = count.map(|count| count + 1).or(counted);
        }
        let blank = kept.count().max(blank);
        found.extend(std::iter::repeat_n(pair[1].at - 1, blank));
    }
    Some(found)
}
