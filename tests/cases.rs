//! The cases that a clerk can read: a text, what must be found in it, and which rules must hold.
//! What is not listed must not be found, and the same text always gives the same findings.

use serde_json::Value;
use std::{fs, path::Path};

/// A text with what is expected of it.
#[derive(Default)]
struct Case {
    name: String,
    text: String,
    /// A code and words of the message.
    found: Vec<(String, String)>,
    /// A code and how often it holds, at least.
    holds: Vec<(String, u64)>,
    silent: bool,
}

#[test]
fn every_case_is_as_it_says() {
    let cases = cases();
    assert!(cases.len() > 40, "{}", cases.len());
    let faults: Vec<String> = cases.iter().flat_map(faults).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = fs::read_dir(&folder).expect("the cases");
    let mut paths: Vec<_> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    paths.sort();
    let table = |name: &str| fs::read_to_string(folder.join(name)).expect("a table");
    let tables = ["二", "三", "四"].map(|name| (name, table(&format!("表{name}.txt"))));
    let mut cases = Vec::new();
    for path in paths {
        let mut text = fs::read_to_string(&path).expect("a case");
        for (name, table) in &tables {
            text = text.replace(&format!("【表{name}】"), table.trim_end());
        }
        cases.extend(text.split("\n## ").skip(1).map(read));
    }
    cases
}

fn read(section: &str) -> Case {
    let (name, rest) = section.split_once('\n').expect("a name");
    let (_, rest) = rest.split_once("```text\n").expect("a text");
    let (text, wanted) = rest.split_once("\n```").expect("the end of a text");
    let mut case = Case {
        name: name.into(),
        text: text.into(),
        ..Case::default()
    };
    for line in wanted.lines() {
        let mut words = line.trim_start_matches("- ").splitn(3, ' ');
        let mut word = || words.next().unwrap_or_default().to_owned();
        match word().as_str() {
            "发现" => case.found.push((word(), word())),
            "成立" => case.holds.push((word(), word().parse().expect("a number"))),
            "没有发现" => case.silent = true,
            "" => {}
            other => panic!("{name}: {other}"),
        }
    }
    assert!(case.silent == case.found.is_empty(), "{name}");
    case
}

fn check(text: &str) -> Value {
    let report = gouji::check(text.as_bytes(), &gouji::Options::default()).expect("a text");
    serde_json::to_value(report).expect("JSON")
}

/// What is not as the case says.
fn faults(case: &Case) -> Vec<String> {
    let report = check(&case.text);
    let mut faults = Vec::new();
    if report != check(&case.text) {
        faults.push("differs from time to time".into());
    }
    let mut found: Vec<(String, String)> = report["findings"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|finding| (text(&finding["code"]), finding.to_string()))
        .collect();
    for (code, words) in &case.found {
        let hit = found
            .iter()
            .position(|(other, message)| other == code && message.contains(words.as_str()));
        match hit {
            Some(at) => drop(found.remove(at)),
            None => faults.push(format!("not found: {code} {words}")),
        }
    }
    faults.extend(
        found
            .iter()
            .map(|(code, message)| format!("invented: {code} {message}")),
    );
    faults.extend(case.holds.iter().filter_map(|(code, wanted)| {
        let count = holds(&report, code);
        (count < *wanted).then(|| format!("{code} holds {count} times, not {wanted}"))
    }));
    faults
        .into_iter()
        .map(|fault| format!("{}: {fault}", case.name))
        .collect()
}

fn holds(report: &Value, code: &str) -> u64 {
    let rules = report["coverage"].as_array().into_iter().flatten();
    let mut counts = rules.filter(|rule| rule["code"] == code);
    counts
        .find_map(|rule| rule["holds"].as_u64())
        .unwrap_or_default()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
