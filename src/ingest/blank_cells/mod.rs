//! Empty lines that are blank cells: where each cell of a table has a line of its own, the lines of numbers are all
//! as far apart, and what is further apart has blank cells between.

use super::is_blank;
use crate::text::order::Order;
use std::ops::Range;

mod tabs;

/// Fewer numbers than this show no pattern.
const FEW: usize = 12;
/// More letters than this are no cell.
const LONGEST: usize = 60;

/// A line that is not empty.
#[derive(Debug, Clone, Copy)]
struct Line {
    at: usize,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Label,
    Other,
}

/// Which of the lines stand for blank cells, in their order, each as often as it does; all of them are empty.
pub(super) fn find(lines: &[&str]) -> Vec<usize> {
    let filled: Vec<Line> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !is_blank(line))
        .map(|(at, line)| Line {
            at,
            kind: kind(line.trim()),
        })
        .collect();
    if let Some(found) = tabs::find(lines, &filled) {
        return found;
    }
    let tables = filled.chunk_by(|one, other| one.kind != Kind::Other && other.kind != Kind::Other);
    tables.flat_map(blanks).collect()
}

fn kind(line: &str) -> Kind {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let cell = line.trim_end_matches(['件', ' ']);
    if cell
        .chars()
        .all(|c| is_digit(c) || matches!(c, ',' | '，' | '.' | '．' | '-' | '—' | '/' | '／'))
    {
        Kind::Number
    } else if line.chars().count() > LONGEST || line.contains(['|', '\t', '。']) {
        Kind::Other
    } else {
        Kind::Label
    }
}

/// Whether numbers stand in runs of one length that is longer than any row: columns, with empty lines around their names.
fn are_columns(table: &[Line]) -> bool {
    const LONGEST_ROW: usize = 15;
    let runs = table.chunk_by(|one, other| one.kind == other.kind);
    let numbers = runs.filter(|run| run[0].kind == Kind::Number);
    let mut long = numbers.map(<[Line]>::len).filter(|&run| run > LONGEST_ROW);
    let first = long.next();
    long.next() == first && first.is_some() && long.all(|run| Some(run) == first)
}

/// The blank cells of one table.
fn blanks(table: &[Line]) -> Vec<usize> {
    let numbers = table.iter().filter(|line| line.kind == Kind::Number);
    if numbers.count() < FEW || are_columns(table) {
        return Vec::new();
    }
    let distance = |pair: &[Line]| pair[1].at - pair[0].at;
    let Some(pitch) = pitch(table) else {
        return Vec::new();
    };
    let ends = |pair: &&[Line]| pair[0].kind == Kind::Number && pair[1].kind == Kind::Label;
    let mut apart: Vec<usize> = table.windows(2).filter(ends).map(distance).collect();
    apart.order();
    let between_rows = usual(&apart, pitch);
    let begun = |kind: Kind| {
        let begins = move |pair: &&[Line]| pair[0].kind == Kind::Label && pair[1].kind == kind;
        beyond(table.windows(2).filter(begins).map(distance), pitch)
    };
    let three = table.windows(3).filter(|lines| are_numbers(lines));
    let counted = FEW * three.count() < table.len();
    let before = [Kind::Number, Kind::Label].map(|kind| usize::from(counted) * begun(kind));
    let empty = |pair: &[Line]| -> Range<usize> {
        let after = match (pair[0].kind, pair[1].kind) {
            (Kind::Number, Kind::Label) => between_rows,
            (Kind::Label, Kind::Number) => before[0],
            (Kind::Label, Kind::Label) => before[1],
            _ => 0,
        };
        pair[0].at + 1..pair[1].at.saturating_sub(after)
    };
    let cells = |pair: &[Line]| empty(pair).skip(pitch - 1).step_by(pitch);
    let found: Vec<usize> = table.windows(2).flat_map(cells).collect();
    if are_cells(table, &found) {
        found
    } else {
        Vec::new()
    }
}

/// Whether some lines are numbers.
fn are_numbers(lines: &[Line]) -> bool {
    lines.iter().all(|line| line.kind == Kind::Number)
}

/// How much further than a row's number and the counter behind it most cells stand, where empty lines part them.
fn beyond(apart: impl Iterator<Item = usize> + Clone, pitch: usize) -> usize {
    let mut far: Vec<usize> = apart.clone().filter(|&apart| apart > pitch).collect();
    if 2 * far.len() <= apart.count() {
        return 0;
    }
    far.order();
    usual(&far, pitch)
}

/// How much further than their numbers nearly all rows stand, of ordered distances; a heading may stand closer.
fn usual(apart: &[usize], pitch: usize) -> usize {
    let apart = apart.get(apart.len() / 4);
    apart.map_or(0, |apart| apart.saturating_sub(pitch))
}

/// How far apart the numbers of a row stand; nothing where that differs. Where it is the same for most, what stands
/// closer behind the last number of a row is the number of a page.
fn pitch(table: &[Line]) -> Option<usize> {
    let is_number = |at: usize| table.get(at).is_some_and(|line| line.kind == Kind::Number);
    let pairs = (1..table.len()).filter(|&at| is_number(at - 1) && is_number(at));
    let apart = pairs.map(|at| (table[at].at - table[at - 1].at, is_number(at + 1)));
    let distances = apart.clone().map(|(distance, _)| distance);
    let inner = apart.clone().filter(|&(_, inside)| inside);
    let usual = inner.map(|(distance, _)| distance).min().filter(|&usual| {
        let page = |(distance, inside): (usize, bool)| !inside && distance < usual;
        2 * distances
            .clone()
            .filter(|&distance| distance == usual)
            .count()
            > distances.clone().count()
            && apart.clone().all(|pair| pair.0 % usual == 0 || page(pair))
    });
    usual.or_else(|| {
        let least = distances.clone().min()?;
        { distances }
            .all(|distance| distance % least == 0)
            .then_some(least)
    })
}

/// Whether rows with these blank cells rather have as many cells as most rows than not.
fn are_cells(table: &[Line], blanks: &[usize]) -> bool {
    let labels = table.iter().filter(|line| line.kind == Kind::Label);
    let starts: Vec<usize> = labels.map(|line| line.at).collect();
    let row = |at: usize| starts.partition_point(|&start| start < at);
    let (mut cells, mut blank) = (vec![0; starts.len() + 1], vec![false; starts.len() + 1]);
    for line in table.iter().filter(|line| line.kind == Kind::Number) {
        cells[row(line.at)] += 1;
    }
    for &at in blanks {
        cells[row(at)] += 1;
        blank[row(at)] = true;
    }
    let mut counts = vec![0; table.len() + blanks.len() + 1];
    cells
        .iter()
        .filter(|&&cells| cells > 1)
        .for_each(|&cells| counts[cells] += 1);
    let most = (0..counts.len()).max_by_key(|&cells| counts[cells]);
    let rows = cells.iter().zip(&blank).filter(|(_, blank)| **blank);
    let (like, unlike): (Vec<_>, Vec<_>) = rows.partition(|(cells, _)| Some(**cells) == most);
    like.len() > unlike.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of rows with a label and seven cells, an empty one where a cell is blank, so many line breaks after each.
    fn table(rows: &[&str], pitch: usize) -> Vec<String> {
        let cells = rows
            .iter()
            .flat_map(|row| std::iter::once("名称").chain(row.split(' ')));
        cells
            .flat_map(|cell| {
                let mut lines = vec![String::new(); pitch];
                lines[0] = cell.replace('_', "");
                lines
            })
            .collect()
    }

    fn found(rows: &[&str], pitch: usize) -> usize {
        let lines = table(rows, pitch);
        find(&lines.iter().map(String::as_str).collect::<Vec<_>>()).len()
    }

    #[test]
    fn empty_lines_between_cells_are_blank_cells() {
        let rows = ["5 _ _ 1 0 0 6", "_ _ _ _ _ _ _", "1 2 3 4 5 6 21"];
        assert_eq!(found(&rows, 1), 9);
        assert_eq!(found(&rows, 2), 9);
    }

    #[test]
    fn empty_lines_between_rows_are_none() {
        let rows = ["5 0 0 1 0 0 6 _", "1 2 3 4 5 6 21 _", "0 0 _ 0 0 0 0 _"];
        assert_eq!(found(&rows[..2], 1), 0);
        assert_eq!(found(&rows, 1), 1);
    }

    #[test]
    fn a_page_number_right_behind_a_row_is_no_pattern() {
        let mut lines = table(&["5 0 0 1 0 0 6", "1 2 3 4 5 6 21", "0 0 _ 0 0 0 0"], 4);
        lines.insert(29, "7".to_owned());
        let found = find(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn empty_lines_between_label_and_number_are_none_where_a_counter_follows() {
        let row = |at: usize, cell: &str| format!("名称\n\n\t\n\n{cell}\n{at}\n\n\t\n\n");
        let text: String = (0..20)
            .map(|at| row(at, if at == 8 { "" } else { "5" }))
            .collect();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(find(&lines).len(), 1);
    }

    #[test]
    fn an_empty_line_before_a_counter_is_a_cell() {
        let row = |at: usize| format!("名称\n{}\n{at}\n", if at == 8 { "" } else { "5" });
        let text: String = (0..20).map(row).collect();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(find(&lines).len(), 1);
    }

    #[test]
    fn empty_lines_after_each_cell_are_none() {
        let rows = ["5 0 0 1 0 0 6", "1 2 3 4 5 6 21"];
        assert_eq!(found(&rows, 2), 0);
        assert_eq!(found(&rows, 3), 0);
    }

    #[test]
    fn tabs_tell_where_cells_are_blank() {
        let rows = ["5 _ 1 0 0 0 6", "_ _ _ _ _ _ _", "1 2 3 4 5 6 _"];
        let lines = table(&rows, 1);
        let ended: String = lines.iter().map(|cell| format!("{cell}\t\n")).collect();
        let parted = rows.map(|row| {
            format!("名称 {row}\n")
                .replace('_', "")
                .replace(' ', "\n\t\n")
        });
        let kept = rows.map(|row| {
            format!("名称 {row}\n")
                .replace('_', "\u{a0}")
                .replace(' ', "\n\n\t\n\n")
        });
        for text in [ended, parted.concat(), kept.concat()] {
            let text = text + "名称";
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(find(&lines).len(), 9, "{text:?}");
        }
    }
}
