//! Parts behind 其中 that nothing numbers: which of the rows behind the first are parts too, sums or their labels tell.

use super::{
    levels::{Node, Style},
    sheet::Line,
    sums::{are_all_ways, are_apart, is_complement, is_way},
};
use crate::{recognise::held::Held, text::Number};

/// How the label of what is left begins.
const REST: [&str; 2] = ["其他", "其它"];

/// Joins such rows to the whole of the row that says 其中, and parts those from it that are surely none of its parts.
pub(super) fn join(nodes: &mut [Node], lines: &[Line]) {
    for first in 1..nodes.len() {
        let whole = first - 1;
        if nodes[first].style != Style::Within || nodes[first].parent != Some(whole) {
            continue;
        }
        let end = end_of_run(nodes, lines, first);
        let last = last(lines, first, end);
        for node in &mut nodes[first + 1..last.unwrap_or(first) + 1] {
            (node.parent, node.sure) = (Some(whole), true);
        }
        let outer = nodes[whole].parent;
        for node in &mut nodes[last.map_or(end, |last| last + 1)..] {
            if node.parent == Some(whole) && node.style == Style::Plain {
                (node.parent, node.sure) = (outer, false);
            }
        }
    }
}

/// Where the rows end that may be parts beside the first: before one that counts something else or has parts of its own.
fn end_of_run(nodes: &[Node], lines: &[Line], first: usize) -> usize {
    let whole = first - 1;
    let may = |&row: &usize| {
        let (node, line) = (&nodes[row], &lines[row]);
        let beside = node.parent.is_none() || node.parent == Some(whole);
        let has_parts = lines.get(row + 1).is_some_and(|next| next.within);
        let bare = node.style == Style::Plain && beside && !has_parts;
        bare && line.unit == lines[whole].unit && !line.values.is_empty()
    };
    (first + 1..nodes.len())
        .find(|row| !may(row))
        .unwrap_or(nodes.len())
}

/// The last part of the whole before `first`, if it is known.
fn last(lines: &[Line], first: usize, end: usize) -> Option<usize> {
    let whole = &lines[first - 1];
    let left = |row: usize| REST.iter().any(|word| lines[row].label.starts_with(word));
    let rest = (first + 1..end).find(|&row| left(row));
    let mut run = first + 1..rest.map_or(end, |rest| rest + 1);
    // The last that fits: a part may be nought in the column that adds up.
    let adding = run.rfind(|&row| adds_up(whole, &lines[first..=row]));
    adding.or_else(|| named(&lines[first..end]).map(|count| first + count - 1))
}

/// How many rows are all parts there are by their labels: complements, or ways of asking, each once, up to the rest.
fn named(lines: &[Line]) -> Option<usize> {
    let labels: Vec<&str> = lines.iter().map(|line| line.label.as_str()).collect();
    // One item may be printed and stored.
    let copies = |labels: &[&str]| labels.iter().any(|label| label.contains("电子"));
    if labels.len() > 1 && is_complement(&labels[..2]) && !copies(&labels[..2]) {
        return Some(2);
    }
    let asks = |label: &&&str| is_way(label) && !label.contains("答复") && !label.contains("办结");
    let ways = labels.iter().take_while(asks).count();
    let rest = labels
        .get(ways)
        .is_some_and(|label| REST.iter().any(|word| label.starts_with(word)));
    // 网上 and 电子邮件 may count the same requests.
    let once = are_apart(&labels[..ways]) && ways > 1;
    match rest {
        true => once.then_some(ways + 1),
        false => (once && are_all_ways(&labels[..ways])).then_some(ways),
    }
}

/// Whether several parts add up to their whole in one of the columns.
fn adds_up(whole: &Line, parts: &[Line]) -> bool {
    let value = |line: &Line, column: usize| -> Option<Number> {
        line.values.get(column)?.as_ref().and_then(Held::in_sum)
    };
    (0..whole.values.len()).any(|column| {
        let values: Option<Vec<Number>> = parts.iter().map(|part| value(part, column)).collect();
        let Some((values, total)) = values.zip(value(whole, column)) else {
            return false;
        };
        let several = values.iter().filter(|part| !part.is_zero()).count() > 1;
        several && values.iter().sum::<Number>() == total
    })
}
