//! The time of a whole check, natively: bytes in, report out.

use divan::{Bencher, counter::BytesCount};
use gouji::{Options, check};
use std::{fs, path::PathBuf};

fn main() {
    divan::main();
}

/// The invented report of 20 KB, and whatever reports the tests have.
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
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench(|| check(&bytes, &Options::default()));
}
