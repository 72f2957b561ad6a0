//! The matrix: invented reports of four editions, each as it arrives by the programs that people use.
//!
//! `tests/matrix/make.py` makes the files. The table of `docs/matrix.md` is what this test counts; after a change for
//! the better, `GOUJI_BLESS=1 cargo test --test matrix` writes it anew.

use serde_json::Value;
use std::{collections::BTreeMap, env, fmt::Write, fs, path::Path};

const EDITIONS: [&str; 4] = ["2021", "2019", "2014", "2008"];

/// Where nothing parts one number from the next, several readings may satisfy all sums.
const GLUED: &str = "glued.txt";

/// What became of the cells of one file.
#[derive(Default, Clone, Copy)]
struct Count {
    right: usize,
    wrong: usize,
    undecided: usize,
}

#[test]
fn no_cell_is_read_wrong_however_the_report_arrives() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let counts = counts(root);
    let table = table(&counts);
    println!("{table}");
    let wrong: Vec<_> = counts.iter().filter(|(_, count)| count.wrong > 0).collect();
    assert!(wrong.is_empty(), "cells read wrong:\n{table}");
    let clear = counts.iter().filter(|((name, _), _)| name != GLUED);
    let (cells, undecided) = clear.fold((0, 0), |(cells, open), (_, count)| {
        (
            cells + count.right + count.undecided,
            open + count.undecided,
        )
    });
    assert!(
        undecided * 200 <= cells,
        "{undecided} of {cells} undecided:\n{table}"
    );
    kept(&root.join("docs/matrix.md"), &table);
}

/// Every file of the matrix, by name and edition.
fn counts(root: &Path) -> BTreeMap<(String, &'static str), Count> {
    let mut counts = BTreeMap::new();
    for edition in EDITIONS {
        let folder = root.join("tests/matrix").join(edition);
        let truth = fs::read(folder.join("truth.json")).expect("the truth");
        let truth: Value = serde_json::from_slice(&truth).expect("JSON");
        for entry in fs::read_dir(&folder).expect("the folder").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name != "truth.json" {
                counts.insert((name, edition), count(&entry.path(), &truth));
            }
        }
    }
    assert!(counts.len() >= 4 * 14);
    counts
}

fn count(path: &Path, truth: &Value) -> Count {
    let bytes = fs::read(path).expect("the file");
    let truth = truth["facts"].as_object().expect("facts");
    let Ok(report) = gouji::check(&bytes, &gouji::Options::default()) else {
        return Count {
            undecided: truth.len(),
            ..Count::default()
        };
    };
    let read: BTreeMap<_, _> = report
        .facts
        .iter()
        .map(|fact| (fact.id.as_str(), fact.value.as_deref()))
        .collect();
    let mut count = Count::default();
    for (id, printed) in truth {
        match read.get(id.as_str()).copied().flatten() {
            Some(value) if Some(value) == printed.as_str() => count.right += 1,
            Some(_) => count.wrong += 1,
            None => count.undecided += 1,
        }
    }
    count
}

/// The counts as a Markdown table: a row for each way of arriving, a column for each edition.
fn table(counts: &BTreeMap<(String, &'static str), Count>) -> String {
    let mut names: Vec<&String> = counts.keys().map(|(name, _)| name).collect();
    names.dedup();
    let mut table = format!("| | {} |\n|---|---|---|---|---|\n", EDITIONS.join(" | "));
    for name in names {
        let cells = EDITIONS.map(|edition| {
            let count = counts.get(&(name.clone(), edition)).copied();
            let count = count.unwrap_or_default();
            format!("{} / {} / {}", count.right, count.wrong, count.undecided)
        });
        writeln!(table, "| `{name}` | {} |", cells.join(" | ")).expect("memory");
    }
    table
}

/// Holds the table of the documentation to what was counted.
fn kept(path: &Path, table: &str) {
    let page = fs::read_to_string(path).expect("docs/matrix.md");
    let start = page.find("| | ").expect("the table's head");
    let end = page[start..]
        .find("\n\n")
        .map_or(page.len(), |at| start + at + 1);
    if env::var_os("GOUJI_BLESS").is_some() {
        let page = format!("{}{table}{}", &page[..start], &page[end..]);
        fs::write(path, page).expect("docs/matrix.md can be written");
        return;
    }
    assert_eq!(
        &page[start..end],
        table,
        "docs/matrix.md is not true any more"
    );
}
