//! Rows that an organ adds to a table of the form.

use crate::SEEDS;
use crate::invented::{invented, read_with, wrong_values};

/// A row that an organ adds, before one whose cells a copy lost as they were blank: the added numbers are not its.
#[test]
fn an_added_row_is_not_the_blank_one_behind_it() {
    for (edition, seed) in [("2021", 3), ("2021", 4), ("2019", 3), ("2019", 5)] {
        let (form, values) = invented(edition, seed);
        let report = read_with(form, &values, |rows| {
            let mut rows = rows.to_vec();
            let labelled = |rows: &[Vec<String>], label: &str| {
                { rows.iter() }.position(|row| row.iter().any(|cell| cell.contains(label)))
            };
            if let Some(at) = labelled(&rows, "行政许可") {
                rows[at].retain(|cell| cell.contains("行政许可"));
                let added = ["其他发文(自行增加的一行)", "905", "906", "907"];
                let before = labelled(&rows, "第(五)项").unwrap_or(at);
                rows.insert(before, added.map(String::from).to_vec());
            }
            rows.concat()
        });
        let wrong = wrong_values(&values, &report);
        assert!(wrong.is_empty(), "{edition}, {seed}: {wrong:?}");
    }
}

/// A row that an organ adds, behind one whose cells are blank: the added number is not its.
#[test]
fn an_added_row_is_not_the_blank_one_before_it() {
    for seed in 0..SEEDS {
        let (form, values) = invented("2021", seed);
        for added in [&["行政裁决"][..], &["行政裁决", "行政确认"]] {
            let report = read_with(form, &values, |rows| {
                let line = |row: &Vec<String>| {
                    let mut lines = vec![row.join("\t")];
                    if row[0].starts_with("行政强制") {
                        lines = vec![format!("{}\t", row[0])];
                        lines.extend(added.iter().map(|label| format!("{label}\t905")));
                    }
                    lines
                };
                rows.iter().flat_map(line).collect()
            });
            let wrong = wrong_values(&values, &report);
            assert!(wrong.is_empty(), "{seed}, {added:?}: {wrong:?}");
            let mut facts = report.facts.iter();
            let own = facts.find(|fact| *fact.id == *"t2.coercion.decisions");
            let state = own.map(|fact| fact.state);
            assert_eq!(state, Some("blank"), "{seed}, {added:?}");
        }
    }
}

/// A row that an organ adds, with which a text breaks off: its numbers are those of no row that was to follow.
#[test]
fn an_added_row_at_the_end_of_a_text_is_no_other() {
    for (edition, seed) in (0..SEEDS).flat_map(|seed| [("2021", seed), ("2019", seed)]) {
        let (form, values) = invented(edition, seed);
        for added in [&["其他发文", "905", "906", "907"][..], &["其他发文", "905"]] {
            let report = read_with(form, &values, |rows| {
                let at = { rows.iter() }.position(|row| row[0].contains("规范性文件"));
                let mut rows = rows[..=at.unwrap_or(0)].to_vec();
                rows.push(added.iter().copied().map(String::from).collect());
                let line = |row: &Vec<String>| format!("{} |", row.join(" | "));
                rows.iter().map(line).collect()
            });
            let first = |fact: &&gouji::view::Fact| fact.id.starts_with("t2.licensing");
            let read = report
                .facts
                .iter()
                .find(first)
                .and_then(|fact| fact.value.clone());
            assert_eq!(read, None, "{edition}, {seed}, {added:?}");
            let normative = |fact: &&gouji::view::Fact| fact.id.starts_with("t2.normative");
            let read = report.facts.iter().filter(normative);
            assert_eq!(
                read.filter(|fact| fact.value.is_some()).count(),
                3,
                "{edition}, {seed}"
            );
        }
    }
}
