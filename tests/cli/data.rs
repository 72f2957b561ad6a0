//! What is printed for programs.

use super::{CLEAN, err, faulty, file, gouji, json, out, status};
use serde_json::Value;

#[test]
fn one_file_as_json_is_the_report_itself() {
    let name = file("one.txt", faulty());
    let output = gouji(&["check", &name, "--format", "json"]);
    assert_eq!(status(&output), 1);
    let report = json(out(&output));
    assert_eq!(report["schema"], "gouji/1");
    assert_eq!(report["source"]["name"], name.as_str());
    assert_eq!(report["year"], 2023);
    let findings = report["findings"].as_array().unwrap();
    let codes: Vec<_> = findings.iter().map(|finding| &finding["code"]).collect();
    assert_eq!(codes, ["T302", "T301", "T303"]);
    let whole = &findings[0];
    assert!(whole["partOf"].is_null());
    assert!(
        findings[1..]
            .iter()
            .all(|part| part["partOf"] == whole["id"])
    );
}

#[test]
fn one_unreadable_file_as_json_prints_no_report() {
    let picture = file("photo.txt", b"\x89PNG\r\n\x1a\n....");
    let output = gouji(&["check", &picture, "--format", "json"]);
    assert_eq!(status(&output), 2);
    assert_eq!(out(&output), "");
    assert!(err(&output).contains("photo.txt: 这是一张图片（PNG）"));
}

#[test]
fn several_files_as_json_are_an_array_of_all() {
    let (clean, faulty) = (file("two-1.txt", CLEAN), file("two-2.txt", faulty()));
    let missing = "there/is/no/such/file.txt";
    let output = gouji(&["check", "--format", "json", &clean, missing, &faulty]);
    assert_eq!(status(&output), 2, "what cannot be read outweighs errors");
    let all = json(out(&output));
    assert_eq!(all.as_array().unwrap().len(), 3);
    assert_eq!(all[0]["findings"].as_array().unwrap().len(), 0);
    assert_eq!(all[1]["error"]["code"], "not-opened");
    assert_eq!(all[1]["source"]["name"], missing);
    assert_eq!(all[2]["findings"].as_array().unwrap().len(), 3);
}

#[test]
fn ndjson_is_one_line_a_file() {
    let (clean, empty) = (file("lines-1.txt", CLEAN), file("lines-2.txt", " \n"));
    let output = gouji(&["check", "--format", "ndjson", &clean, &empty]);
    assert_eq!(status(&output), 2);
    let lines: Vec<Value> = out(&output).lines().map(json).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["schema"], "gouji/1");
    assert_eq!(lines[1]["error"]["code"], "empty");
}
