//! Which of several files is last year's report of another.

use gouji::Options;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// For each file the one of the year before and of the same body, where it is among them.
pub(crate) fn pairs(files: &[PathBuf]) -> Vec<Option<&Path>> {
    let known: Vec<Option<(String, u16)>> = files.iter().map(|file| whose(file)).collect();
    let before = |at: usize| {
        let (body, year) = known[at].as_ref()?;
        let last = (body.clone(), year.checked_sub(1)?);
        let found = known
            .iter()
            .position(|other| other.as_ref() == Some(&last))?;
        Some(files[found].as_path())
    };
    (0..files.len()).map(before).collect()
}

/// The body and the year of a report, where both can be read.
fn whose(file: &Path) -> Option<(String, u16)> {
    let name = file.to_string_lossy();
    let options = Options {
        name: Some(&name),
        ..Options::default()
    };
    let report = gouji::check(&fs::read(file).ok()?, &options).ok()?;
    report.organization.zip(report.year)
}
