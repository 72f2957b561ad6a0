//! The time of a whole check, natively: bytes in, report out.

use divan::{Bencher, counter::BytesCount};
use gouji::{Options, check};
use std::{fs, path::PathBuf};

/// As the command has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The invented report of 20 KB.
const REPORT: &str = include_str!("report.txt");

fn main() {
    divan::main();
}

/// The invented report, and whatever reports the tests have.
fn reports() -> Vec<String> {
    let tests = fs::read_dir("tests/reports")
        .into_iter()
        .flatten()
        .flatten();
    let mut files: Vec<PathBuf> = tests.map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.push("benches/report.txt".into());
    files.sort();
    let names = files.iter().map(|file| file.display().to_string());
    names.collect()
}

#[divan::bench(args = reports())]
fn whole(bencher: Bencher<'_, '_>, file: &str) {
    let bytes = fs::read(file).expect("the report was found a moment ago");
    time(bencher, &bytes);
}

/// How the cost grows with the text, up to a hundred times the usual length.
#[divan::bench(args = [20, 200, 2000], sample_count = 20)]
fn kilobytes(bencher: Bencher<'_, '_>, kilobytes: usize) {
    time(bencher, longer(REPORT, 1000 * kilobytes).as_bytes());
}

/// What it costs to explain broken sums: a table three in which so many rows are misprinted.
#[divan::bench(args = [0, 1, 2, 3, 6, 12])]
fn misprinted_rows(bencher: Bencher<'_, '_>, rows: usize) {
    time(bencher, misprinted(REPORT, rows).as_bytes());
}

fn time(bencher: Bencher<'_, '_>, bytes: &[u8]) {
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench(|| check(bytes, &Options::default()));
}

/// The report, whose one broken sum is mended, with another first value in so many rows that are all zero.
fn misprinted(report: &str, rows: usize) -> String {
    const EMPTY: &str = "\t0\t0\t0\t0\t0\t0\t0\n";
    let consistent = report.replace("\t0\t250\n", "\t0\t260\n");
    assert!(consistent.matches(EMPTY).count() >= rows);
    (0..rows).fold(consistent, |report, row| {
        let misprint = EMPTY.replacen('0', &(row + 3).to_string(), 1);
        report.replacen(EMPTY, &misprint, 1)
    })
}

/// A report about so long: what its first section says is said again and again.
fn longer(report: &str, bytes: usize) -> String {
    let at = |ordinal| report.find(ordinal).expect("the report has its sections");
    let (first, second) = (at("\n一、"), at("\n二、"));
    let heading = report[first + 1..]
        .find('\n')
        .map_or(first, |end| first + 1 + end);
    let section = &report[heading..second];
    let times = bytes.saturating_sub(report.len()).div_ceil(section.len());
    [
        &report[..heading],
        &section.repeat(times),
        &report[heading..],
    ]
    .concat()
}
