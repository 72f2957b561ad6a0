//! Tables drawn with `+---+` or `├───┼` between their rows, as pandoc and browsers of the terminal write them: a cell's
//! text goes on line by line until a rule ends it, and may reach over columns and rows.

use super::quoted::append;
use crate::text::words::has;

/// The corners of cells, and what parts them in a line.
const CORNERS: [char; 2] = ['+', '|'];

/// Where lines of boxes meet.
const BOXES: [char; 9] = ['┌', '┬', '┐', '├', '┼', '┤', '└', '┴', '┘'];

/// What rules are drawn with.
const RULES: [char; 2] = ['-', '='];

/// A cell, from its first line to the rule that ends it.
#[derive(Debug, Default)]
struct Cell {
    row: usize,
    columns: usize,
    rows: usize,
    text: String,
}

/// The text with such tables marked up; nothing where it has none.
pub(super) fn marked_up(text: &str) -> Option<String> {
    let plain = has(text, "├─").then(|| text.replace(BOXES, "+"));
    let plain = plain.map(|text| text.replace('─', "-").replace('│', "|"));
    let text = plain.as_deref().unwrap_or(text);
    if !has(text, "+--") {
        return None;
    }
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::new();
    for run in lines.chunk_by(|one, other| is_drawn(one) && is_drawn(other)) {
        match table(run) {
            Some(table) => out.push_str(&table),
            None => run.iter().for_each(|line| {
                out.push_str(line);
                out.push('\n');
            }),
        }
    }
    Some(out)
}

fn is_drawn(line: &str) -> bool {
    line.trim_start().starts_with(CORNERS)
}

/// Whether a line, or a part of it, is a rule.
fn is_rule(text: &str) -> bool {
    text.contains(RULES) && text.bytes().all(|byte| b"+-=:".contains(&byte))
}

/// The places of corners: where in the line, and how far from its start as shown. A plus is one beside a rule.
fn corners(line: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut shown = 0;
    line.char_indices().filter_map(move |(at, character)| {
        shown += if character < '\u{2e80}' { 1 } else { 2 };
        let ruled = || {
            let (before, behind) = line.split_at(at);
            before.ends_with(RULES) || behind[1..].starts_with(RULES)
        };
        (character == '|' || character == '+' && ruled()).then_some((at, shown))
    })
}

/// One drawn table as markup. Where rules stand only around the head and the whole, each line is a row: no such table.
fn table(lines: &[&str]) -> Option<String> {
    let rules: Vec<usize> = (0..lines.len())
        .filter(|&at| is_rule(lines[at].trim()))
        .collect();
    let [first, .., before, last] = rules[..] else {
        return None;
    };
    if first > 0 || rules.len() == 3 && last > before + 2 {
        return None;
    }
    let mut edges: Vec<usize> = Vec::new();
    for line in lines {
        let line = line.trim_end();
        for (_, edge) in corners(line).filter(|&(at, _)| line[at..].starts_with('+')) {
            if let Err(at) = edges.binary_search(&edge) {
                edges.insert(at, edge);
            }
        }
    }
    let mut open: Vec<Cell> = Vec::new();
    open.resize_with(edges.len(), Cell::default);
    let mut done: Vec<(usize, usize, Cell)> = Vec::new();
    let mut row = 0;
    for line in &lines[1..] {
        row += usize::from(read_line(
            line.trim_end(),
            &edges,
            row,
            &mut open,
            &mut done,
        )?);
    }
    done.sort_unstable_by_key(|&(row, column, _)| (row, column));
    Some(written(&done, row))
}

/// Reads a line into the open cells; says whether a rule stands in it, nothing where it is cut anywhere but at edges.
fn read_line(
    line: &str,
    edges: &[usize],
    row: usize,
    open: &mut [Cell],
    done: &mut Vec<(usize, usize, Cell)>,
) -> Option<bool> {
    let bars: Vec<(usize, usize)> = corners(line).collect();
    let whole = bars.len() == edges.len();
    let cuts = bars.iter().enumerate().filter_map(|(nth, &(at, shown))| {
        let column = if whole {
            Some(nth)
        } else {
            edges.binary_search(&shown).ok()
        };
        column.map(|column| (column, at))
    });
    let cuts: Vec<(usize, usize)> = cuts.collect();
    if cuts.first()?.0 > 0 || cuts.last()?.0 + 1 < edges.len() {
        return None;
    }
    let mut ruled = false;
    for pair in cuts.windows(2) {
        let (column, end) = (pair[0].0, pair[1].0);
        let part = &line[pair[0].1 + 1..pair[1].1];
        if is_rule(part) {
            ruled = true;
            for (column, cell) in open.iter_mut().enumerate().take(end).skip(column) {
                let mut cell = std::mem::take(cell);
                if cell.columns > 0 {
                    cell.rows = row + 1 - cell.row;
                    done.push((cell.row, column, cell));
                }
            }
            continue;
        }
        if part.trim().starts_with('<') && part.trim_end().ends_with('>') {
            continue;
        }
        let cell = &mut open[column];
        if cell.columns == 0 {
            (cell.row, cell.columns) = (row, end - column);
        }
        append(&mut cell.text, part);
    }
    Some(ruled)
}

fn written(cells: &[(usize, usize, Cell)], rows: usize) -> String {
    let mut out = String::from("<table>");
    for row in 0..rows {
        out.push_str("<tr>");
        for (_, _, cell) in cells.iter().filter(|cell| cell.0 == row) {
            let (columns, rows, text) = (cell.columns, cell.rows, &cell.text);
            out.push_str("<td colspan=");
            out.push_str(&columns.to_string());
            out.push_str(" rowspan=");
            out.push_str(&rows.to_string());
            out.push('>');
            out.push_str(&text.replace('<', "&lt;"));
        }
    }
    out.push_str("</table>\n");
    out
}

#[cfg(test)]
mod tests {
    use super::marked_up;

    #[test]
    fn cells_have_several_lines_rows_and_columns() {
        let text = "+----+-------+\n| 甲 | 乙    |\n| 丙 +---+---+\n|    | - | 1 |\n|    |   | 2 |\n+----+---+---+\n| 丁     | +5|\n+--------+---+\n尾";
        let text = marked_up(text).unwrap_or_default();
        let cells: Vec<&str> = text.split("<td ").collect();
        assert_eq!(
            cells,
            [
                "<table><tr>",
                "colspan=1 rowspan=2>甲丙",
                "colspan=2 rowspan=1>乙<tr>",
                "colspan=1 rowspan=1>-",
                "colspan=1 rowspan=1>1 2<tr>",
                "colspan=2 rowspan=1>丁",
                "colspan=1 rowspan=1>+5</table>\n尾\n"
            ]
        );
    }

    #[test]
    fn boxes_are_rules_and_tags_in_cells_are_nothing() {
        let text = "┌─────┬─────┐\n│ 甲  │ 乙  │\n│     ├──┬──┤\n│     │1 │2 │\n├─────┼──┼──┤\n│<div>│3 │4 │\n│ 丙  │  │  │\n├─────┴──┴──┤\n│丁         │\n└───────────┘\n";
        let text = marked_up(text).unwrap_or_default();
        let cells: Vec<&str> = text.split("<td ").collect();
        assert_eq!(
            cells,
            [
                "<table><tr>",
                "colspan=1 rowspan=2>甲",
                "colspan=2 rowspan=1>乙<tr>",
                "colspan=1 rowspan=1>1",
                "colspan=1 rowspan=1>2<tr>",
                "colspan=1 rowspan=1>丙",
                "colspan=1 rowspan=1>3",
                "colspan=1 rowspan=1>4<tr>",
                "colspan=3 rowspan=1>丁</table>\n"
            ]
        );
    }

    #[test]
    fn where_rules_stand_around_head_and_whole_alone_each_line_is_a_row() {
        let text = "+---+---+\n| 甲 | 1 |\n+---+---+\n| 乙 | 2 |\n| 丙 | 3 |\n+---+---+\n";
        assert_eq!(marked_up(text).as_deref(), Some(text));
    }
}
