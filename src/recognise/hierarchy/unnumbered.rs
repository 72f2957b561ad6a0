//! Parts behind 其中 that nothing numbers: which of the rows behind the first are parts too, sums tell.

use super::{
    levels::{Node, Style},
    sheet::Line,
};
use crate::{recognise::held::Held, text::Number};

/// How the label of what is left begins.
const REST: [&str; 2] = ["其他", "其它"];

/// Joins such rows to the whole of the row that says 其中.
pub(super) fn join(nodes: &mut [Node], lines: &[Line]) {
    for first in 1..nodes.len() {
        let whole = first - 1;
        let top = nodes[first].style == Style::Within && nodes[first].parent == Some(whole);
        if top && let Some(last) = last(nodes, lines, first) {
            for node in &mut nodes[first + 1..=last] {
                (node.parent, node.sure) = (Some(whole), true);
            }
        }
    }
}

/// The last part of the whole before `first`.
fn last(nodes: &[Node], lines: &[Line], first: usize) -> Option<usize> {
    let whole = &lines[first - 1];
    let free = |&row: &usize| {
        let (node, line) = (&nodes[row], &lines[row]);
        let bare = node.style == Style::Plain && node.parent.is_none();
        bare && line.unit == whole.unit && !line.values.is_empty()
    };
    let left = |row: usize| REST.iter().any(|word| lines[row].label.starts_with(word));
    let run = || (first + 1..nodes.len()).take_while(free);
    let end = run().find(|&row| left(row));
    let run = run().take_while(|&row| end.is_none_or(|end| row <= end));
    // The last that fits: a part may be nought in the column that adds up.
    run.filter(|&row| adds_up(whole, &lines[first..=row]))
        .last()
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
