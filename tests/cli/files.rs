//! Files and folders: what is read, and what is written.

use super::{CLEAN, err, faulty, file, gouji, json, out, status};
use std::{fs, path::PathBuf};

#[test]
fn a_workbook_is_written_to_a_file() {
    let input = file("faulty-book.txt", faulty());
    let output = file("faulty.xlsx", "");
    let run = gouji(&["check", &input, "--format", "xlsx", "-o", &output]);
    assert_eq!(status(&run), 1);
    assert!(run.stdout.is_empty());
    assert!(fs::read(&output).expect("a workbook").starts_with(b"PK"));
    // A workbook is no text for a terminal, and holds one report.
    assert_eq!(status(&gouji(&["check", &input, "--format", "xlsx"])), 2);
    assert_eq!(
        status(&gouji(&[
            "check", &input, &input, "--format", "xlsx", "-o", &output
        ])),
        2
    );
}

#[test]
fn findings_and_figures_of_several_files_are_one_table() {
    let (first, second) = (file("csv-one.txt", faulty()), file("csv-two.txt", CLEAN));
    let run = gouji(&["check", &first, &second, "--format", "csv"]);
    assert_eq!(status(&run), 1);
    assert!(out(&run).starts_with("\u{feff}报告,级别"));
    assert!(
        out(&run)
            .lines()
            .skip(1)
            .any(|line| line.contains("csv-one.txt"))
    );
    let output = file("facts.csv", "");
    let run = gouji(&[
        "check",
        &first,
        &second,
        "--format",
        "facts-csv",
        "-o",
        &output,
    ]);
    let facts = fs::read_to_string(&output).expect("a table");
    assert_eq!(status(&run), 1);
    assert!(facts.contains("csv-one.txt,t3.") && facts.contains("csv-two.txt,t3."));
}

#[test]
fn what_is_saved_has_no_colours() {
    let input = file("plain.txt", faulty());
    let output = file("plain-out.txt", "");
    let run = gouji(&["check", &input, "--color", "always", "-o", &output]);
    assert_eq!(status(&run), 1);
    let saved = fs::read_to_string(&output).expect("text");
    assert!(saved.contains("T3") && !saved.contains('\u{1b}'));
}

#[test]
fn a_report_is_never_overwritten() {
    let path = file("original.txt", faulty());
    let run = gouji(&["check", &path, "-o", &path]);
    assert_eq!(status(&run), 2);
    assert!(err(&run).contains("不会改写原文件"), "{}", err(&run));
    assert_eq!(fs::read_to_string(&path).expect("the report"), faulty());
    // Where the report that could not be read was the only one, what was saved before is left.
    for format in ["text", "json", "csv", "xlsx"] {
        let before = file("before.out", "before");
        let run = gouji(&["check", "absent.txt", "--format", format, "-o", &before]);
        assert_eq!(status(&run), 2);
        assert_eq!(fs::read(&before).expect("a file"), b"before", "{format}");
    }
}

#[test]
fn the_ending_of_the_file_says_the_format() {
    let input = file("ending.txt", faulty());
    for (name, begins) in [
        ("ending.json", "{\"schema\""),
        ("ending.csv", "\u{feff}报告,"),
        ("ending.XLSX", "PK"),
        ("ending.out", "青石县"),
    ] {
        let output = file(name, "");
        assert_eq!(status(&gouji(&["check", &input, "-o", &output])), 1);
        let saved = fs::read(&output).expect("a file");
        assert!(saved.starts_with(begins.as_bytes()), "{name}");
    }
}

#[test]
fn a_folder_stands_for_its_files() {
    let first = PathBuf::from(file("folder-one.txt", CLEAN));
    let folder = first.with_file_name("folder");
    let inner = folder.join("inner");
    fs::create_dir_all(&inner).expect("a folder");
    for (path, text) in [
        (folder.join("b.txt"), CLEAN.to_owned()),
        (inner.join("a.txt"), faulty()),
        (
            folder.join("~$b.txt"),
            "left by a word processor".to_owned(),
        ),
        (folder.join(".hidden"), "hidden".to_owned()),
        (folder.join("Thumbs.db"), "left by a system".to_owned()),
    ] {
        fs::write(path, text).expect("a file");
    }
    let folder = folder.to_str().expect("a name in UTF-8");
    let run = gouji(&["check", folder]);
    assert_eq!(status(&run), 1, "{}", err(&run));
    assert!(out(&run).contains("共 2 份报告"), "{}", out(&run));
    let run = gouji(&["check", folder, "--format", "json"]);
    let reports = json(out(&run));
    let names = reports.as_array().expect("an array").iter();
    let names: Vec<_> = names.map(|one| &one["source"]["name"]).collect();
    assert!(
        names[0]
            .as_str()
            .is_some_and(|name| name.ends_with("b.txt"))
    );
    assert!(
        names[1]
            .as_str()
            .is_some_and(|name| name.ends_with("a.txt"))
    );
}

#[test]
fn what_cannot_be_opened_is_told_in_the_reader_s_language() {
    let run = gouji(&["check", "absent.txt"]);
    assert_eq!(err(&run), "gouji: absent.txt: 没有这个文件或文件夹。\n");
    let run = gouji(&["check", "absent.txt", "--lang", "en"]);
    assert_eq!(
        err(&run),
        "gouji: absent.txt: there is no such file or folder.\n"
    );
}
