//! What the cases of one report beside others share.

use gouji::view::Report;
use std::{fs, path::PathBuf};

/// A code, words of the finding as JSON, and whether it is part of another.
pub(crate) type Found = (String, String, bool);

/// A file of the cases.
pub(crate) fn file(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/compare");
    fs::read_to_string(folder.join(name)).expect("a file of a case")
}

/// `改 this => that`, or `是 the whole text`.
pub(crate) fn edit(text: &mut String, how: &str, name: &str) {
    if let Some(whole) = how.strip_prefix("是") {
        return whole.trim().clone_into(text);
    }
    let how = how.strip_prefix("改 ").expect("改 or 是");
    let written = |text: &str| text.replace('｜', "\t").replace('⏎', "\n");
    let (from, to) = how.split_once(" =>").expect("this => that");
    let (from, to) = (written(from), written(to.trim()));
    assert_eq!(text.matches(&from).count(), 1, "{name}: {from}");
    *text = text.replace(&from, &to);
}

/// What is listed and not found, and the findings of the area that are not listed.
pub(crate) fn compared(report: &Report, area: char, listed: &[Found]) -> (Vec<String>, Vec<Found>) {
    let own = report.findings.iter();
    let own = own.filter(|one| one.code.starts_with(area));
    let mut found: Vec<Found> = own
        .map(|one| {
            let text = serde_json::to_string(one).expect("JSON");
            (one.code.to_owned(), text, one.part_of.is_some())
        })
        .collect();
    let mut missed = Vec::new();
    for (code, words, part) in listed {
        let hit = found.iter().position(|(other, text, is_part)| {
            other == code && text.contains(words.as_str()) && part == is_part
        });
        match hit {
            Some(at) => drop(found.remove(at)),
            None => missed.push(format!("not found: {code} {words}")),
        }
    }
    (missed, found)
}
