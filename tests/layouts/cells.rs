//! What stands among the cells of a table and is none, or is one and looks like none.

use crate::SEEDS;
use crate::damaged::{is_number, spaced};
use crate::invented::{Dice, compare, invented, read, read_with, wrong_values};
use crate::ways::PLAIN;
use gouji::{Options, check};

/// The same where each cell has a line of its own, with and without a bar at its end: two numbers in a line are one cell.
#[test]
fn digits_parted_in_lines_of_their_own_are_one_cell() {
    for (edition, seed) in (0..SEEDS).flat_map(|seed| [("2021", seed), ("2019", seed)]) {
        let (form, values) = invented(edition, seed);
        for end in ["", " |"] {
            let mut dice = Dice(seed + 70);
            let mut cell = |cell: &String| match is_number(cell) && cell.len() > 1 {
                true if dice.roll(5) == 0 => format!("{}{end}", spaced(cell)),
                _ => format!("{cell}{end}"),
            };
            let report = read_with(form, &values, |rows| {
                rows.iter().flatten().map(&mut cell).collect()
            });
            let (wrong, open) = compare(&values, &report);
            assert!(wrong.is_empty(), "{edition}, {seed}, {end}: {wrong:?}");
            assert!(10 * open < values.len(), "{edition}, {seed}, {end}: {open}");
        }
    }
}

/// A number of the second table that goes on in the next line, where no sum tells, is undecided and never cut off.
#[test]
fn a_number_that_goes_on_in_the_next_line_is_not_cut_off() {
    let mut broken = 0;
    for edition in ["2021", "2019"] {
        for seed in 0..SEEDS {
            let (form, values) = invented(edition, seed);
            let lines = read(form, &values, |rows| {
                rows.iter().map(|row| row.join(" ")).collect()
            });
            let (wrong, undecided) = compare(&values, &lines);
            assert!(wrong.is_empty() && undecided == 0, "{wrong:?}");
            for row in form.tables[0]
                .rows
                .iter()
                .filter(|row| !row.slots.is_empty())
            {
                let id = &form.tables[0].slots[row.slots.end - 1].id;
                if values[id] < 10 {
                    continue;
                }
                let parted = |line: &[String]| {
                    let mut line = line.join(" ");
                    if line.starts_with(&*row.printed) {
                        line.insert(line.len() - 1, '\n');
                    }
                    line
                };
                let report = read_with(form, &values, |rows| {
                    rows.iter().map(|row| parted(row)).collect()
                });
                let wrong = wrong_values(&values, &report);
                assert!(wrong.is_empty(), "{edition}, {seed}, {id}: {wrong:?}");
                broken += 1;
            }
        }
    }
    assert!(broken > 5, "{broken} numbers are parted");
}

/// Words in the place of a number leave one unreadable cell, and every other value in its own.
#[test]
fn words_for_a_number_shift_nothing() {
    let (form, values) = invented("2021", 2);
    let places = [
        ("行政处罚", 1, "t2.penalty.decisions"),
        ("行政许可", 1, "t2.licensing.decisions"),
        ("规章", 2, "t2.rules.repealed"),
        ("2.重复申请", 1, "t3.rejected.repeat.natural"),
        ("四、结转下年度继续办理", 7, "t3.carried_out.total"),
    ];
    for words in ["abc", "见附件"] {
        for (label, column, id) in places {
            let replaced = |rows: &[Vec<String>]| {
                let mut rows = rows.to_vec();
                if let Some(row) = rows.iter_mut().find(|row| row[0] == label) {
                    row[column] = words.into();
                }
                rows
            };
            for (name, layout) in PLAIN.iter().filter(|(name, _)| !name.starts_with("labels")) {
                let report = read_with(form, &values, |rows| layout(&replaced(rows)));
                let wrong = wrong_values(&values, &report);
                assert!(wrong.is_empty(), "{id}, {words}, {name}: {wrong:?}");
                let fact = report.facts.iter().find(|fact| fact.id == id);
                let unread = values.len()
                    - report
                        .facts
                        .iter()
                        .filter(|fact| fact.value.is_some())
                        .count();
                if ["tabs", "Markdown"].contains(name) {
                    assert_eq!(
                        fact.map(|fact| fact.state),
                        Some("unreadable"),
                        "{id}, {name}"
                    );
                    assert!(unread <= 1, "{id}, {name}: {unread} cells are not read");
                }
            }
        }
    }
}

/// A head that does not begin above the labels tells no column, and a lost last value shifts no other.
#[test]
fn a_head_without_a_cell_above_the_labels_shifts_nothing() {
    let (form, values) = invented("2021", 2);
    for label in ["四、结转下年度继续办理", "2.重复申请"] {
        let report = read_with(form, &values, |rows| {
            let mut rows = rows.to_vec();
            if let Some(row) = rows.iter_mut().find(|row| row[0] == label) {
                row.pop();
            }
            rows.iter().map(|row| row.join("\t")).collect()
        });
        let (wrong, undecided) = compare(&values, &report);
        assert!(wrong.is_empty() && undecided == 0, "{label}: {wrong:?}");
    }
}

/// Blank cells for nothing, tabs at the end of lines cut off, and lines of labels alone between: no value moves.
#[test]
fn blank_cells_cut_off_at_the_end_of_lines_shift_nothing() {
    for (edition, seed) in [("2021", 3), ("2021", 4), ("2019", 3), ("2019", 5)] {
        let (form, values) = invented(edition, seed);
        let report = read_with(form, &values, |rows| {
            let blank = |cell: &String| {
                if cell == "0" {
                    String::new()
                } else {
                    cell.clone()
                }
            };
            let line = |row: &Vec<String>| row.iter().map(blank).collect::<Vec<_>>().join("\t");
            rows.iter()
                .map(|row| line(row).trim_end().to_owned())
                .collect()
        });
        let wrong = wrong_values(&values, &report);
        assert!(wrong.is_empty(), "{edition}, {seed}: {wrong:?}");
    }
}

/// The same where labels take up several columns and a sum is wrong: cells stand where the head says, and rows of which
/// nothing is printed are blank.
#[test]
fn blank_cells_behind_labels_of_several_columns_shift_nothing() {
    for (edition, seed) in [("2021", 3), ("2021", 4), ("2019", 3), ("2019", 5)] {
        let (form, mut values) = invented(edition, seed);
        *values.get_mut("t3.new.natural").expect("the form has it") += 3;
        let report = read_with(form, &values, |rows| {
            let line = |row: &Vec<String>| {
                let shown = row[1..]
                    .iter()
                    .map(|cell| if cell == "0" { "" } else { cell });
                let width = if rows.len() < 12 { 1 } else { 3 };
                let is_head = row.len() > 1 && !is_number(&row[1]);
                let before = match row[0].chars().nth(1) {
                    _ if is_head => width,
                    Some('.') => width - 1,
                    _ => 0,
                };
                let mut cells = vec![""; before];
                cells.push(&row[0]);
                cells.resize(width.max(before + 1), "");
                cells.extend(shown);
                cells.join("\t").trim_end().to_owned()
            };
            rows.iter().map(line).collect()
        });
        let wrong = wrong_values(&values, &report);
        assert!(wrong.is_empty(), "{edition}, {seed}: {wrong:?}");
        let third = report
            .facts
            .iter()
            .filter(|fact| fact.id.starts_with("t3."));
        let lost = third
            .filter(|fact| ["missing", "unreadable"].contains(&fact.state))
            .count();
        assert_eq!(lost, 0, "{edition}, {seed}");
    }
}

/// Strokes for nothing between bars that part all cells of a table in one line: each is a cell.
#[test]
fn strokes_between_bars_in_one_line_are_cells() {
    for (edition, seed) in [("2021", 3), ("2021", 4), ("2019", 3), ("2019", 5)] {
        let (form, values) = invented(edition, seed);
        let report = read_with(form, &values, |rows| {
            let shown = |cell: String| if cell == "0" { "/".to_owned() } else { cell };
            let cells: Vec<String> = rows.concat().into_iter().map(shown).collect();
            vec![cells.join(" | ")]
        });
        let wrong = wrong_values(&values, &report);
        assert!(wrong.is_empty(), "{edition}, {seed}: {wrong:?}");
        let lost = |state: &str| ["missing", "unreadable"].contains(&state);
        let lost = report.facts.iter().filter(|fact| lost(fact.state)).count();
        assert_eq!(lost, 0, "{edition}, {seed}");
    }
}

/// Things that a sentence counts beside the names of rows are no cells.
#[test]
fn what_a_sentence_counts_is_no_cell() {
    let text = "云溪市2022年政府信息公开工作年度报告\n一、总体情况\n\
         通过网站发布政府信息610条，通过公示平台发布行政执法类（含行政处罚、行政强制）1721条信息、\
         行政许可类信息2251条信息，通过政务服务网发布审批结果类信息约18.5万条，\
         办理行政强制相关咨询等5.6万余条。";
    let report = check(text.as_bytes(), &Options::default()).expect("plain text opens");
    let valued = report.facts.iter().find(|fact| fact.value.is_some());
    assert!(valued.is_none(), "{valued:?}");
}

/// Where a page ends inside a row, what is printed at its edge is none of the row.
#[test]
fn the_edge_of_a_page_inside_a_row_loses_nothing() {
    let edges = ["- 4 -", "云溪市2022年政府信息公开工作年度报告", "第 4 页"];
    for edition in ["2021", "2019"] {
        for seed in 0..SEEDS {
            let (form, values) = invented(edition, seed);
            for edge in edges {
                let report = read_with(form, &values, |rows| {
                    let line = |(at, row): (usize, &Vec<String>)| {
                        let cut = if at % 7 == 5 && row.len() > 4 {
                            3
                        } else {
                            row.len()
                        };
                        let rest = (cut < row.len()).then(|| row[cut..].join("\t"));
                        let edge = rest.as_ref().map(|_| edge.to_owned());
                        [Some(row[..cut].join("\t")), edge, rest]
                            .into_iter()
                            .flatten()
                    };
                    rows.iter().enumerate().flat_map(line).collect()
                });
                let wrong = wrong_values(&values, &report);
                assert!(wrong.is_empty(), "{edition}, {seed}, {edge}: {wrong:?}");
                let blank = report.facts.iter().filter(|fact| fact.state == "blank");
                assert_eq!(blank.count(), 0, "{edition}, {seed}, {edge}");
            }
        }
    }
}
