//! The cases that a clerk can read: a text, what must be found in it, and which rules must hold.
//! What is not listed must not be found, and the same text always gives the same findings.
//!
//! A case without a text of its own is the report `报告.txt` with what its lines `改 this => that` change; `｜` stands
//! for a tab, `⏎` for a line break, and `改` with nothing behind `=>` takes away. So the report itself, which must stay
//! silent, is the twin of all of them.
//! `发现 CODE words` is a finding whose JSON has those words; `同因 CODE words` is one that is part of another.

use serde_json::Value;
use std::{collections::BTreeMap, fs, path::Path};

/// A text with what is expected of it.
#[derive(Default)]
struct Case {
    name: String,
    text: String,
    /// A code, words of the message, and whether the finding is part of another.
    found: Vec<(String, String, bool)>,
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
    let file = |name: &str| fs::read_to_string(folder.join(name)).expect("a text");
    let tables =
        ["二", "三", "四", "2014", "2008", "省"].map(|name| (name, file(&format!("表{name}.txt"))));
    let report = file("报告.txt");
    let mut cases = Vec::new();
    for path in paths {
        let mut text = fs::read_to_string(&path).expect("a case");
        for (name, table) in &tables {
            text = text.replace(&format!("【表{name}】"), table.trim_end());
        }
        cases.extend(
            text.split("\n## ")
                .skip(1)
                .map(|section| read(section, &report)),
        );
    }
    cases
}

fn read(section: &str, report: &str) -> Case {
    let (name, rest) = section.split_once('\n').expect("a name");
    let own = rest.split_once("```text\n").map(|(_, rest)| rest);
    let own = own.map(|rest| rest.split_once("\n```").expect("the end of a text"));
    let (text, wanted) = own.unwrap_or((report, rest));
    let mut case = Case {
        name: name.into(),
        text: text.into(),
        ..Case::default()
    };
    for line in wanted.lines().filter(|line| line.starts_with("- ")) {
        let line = line.trim_start_matches("- ");
        if let Some(change) = line.strip_prefix("改 ") {
            case.text = changed(&case.text, change, name);
            continue;
        }
        let mut words = line.splitn(3, ' ');
        let mut word = || words.next().unwrap_or_default().to_owned();
        match word().as_str() {
            "发现" => case.found.push((word(), word(), false)),
            "同因" => case.found.push((word(), word(), true)),
            "成立" => case.holds.push((word(), word().parse().expect("a number"))),
            "没有发现" => case.silent = true,
            other => panic!("{name}: {other}"),
        }
    }
    assert!(case.silent == case.found.is_empty(), "{name}");
    case
}

fn changed(text: &str, change: &str, name: &str) -> String {
    let written = |text: &str| text.replace('｜', "\t").replace('⏎', "\n");
    let (from, to) = change.split_once(" =>").expect("this => that");
    let (from, to) = (written(from), written(to.trim()));
    assert!(
        text.matches(from.as_str()).count() == 1,
        "{name}: {from} stands there once"
    );
    text.replace(from.as_str(), &to)
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
    let mut found: Vec<(String, String, bool)> = report["findings"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|finding| {
            (
                text(&finding["code"]),
                finding.to_string(),
                !finding["partOf"].is_null(),
            )
        })
        .collect();
    for (code, words, part) in &case.found {
        let hit = found.iter().position(|(other, message, is_part)| {
            other == code && message.contains(words.as_str()) && part == is_part
        });
        match hit {
            Some(at) => drop(found.remove(at)),
            None => faults.push(format!("not found: {code} {words}")),
        }
    }
    faults.extend(
        found
            .iter()
            .map(|(code, message, _)| format!("invented: {code} {message}")),
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

/// The rules of the text, area N, have their cases in `tests/claims`; those of two and many reports, areas Y and R,
/// cannot be seen in one report.
#[test]
fn every_rule_is_seen_to_hold_and_to_be_violated() {
    let mut seen: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for case in cases() {
        let report = check(&case.text);
        for rule in report["coverage"].as_array().into_iter().flatten() {
            let told = case
                .found
                .iter()
                .any(|found| rule["code"] == found.0.as_str());
            let counts = seen.entry(text(&rule["code"])).or_default();
            counts[0] += usize::from(rule["holds"].as_u64() > Some(0) && !told);
            counts[1] += usize::from(rule["violated"].as_u64() > Some(0) && told);
        }
    }
    for rule in gouji::rules::all() {
        if rule.code.starts_with(['N', 'Y', 'R']) {
            continue;
        }
        let [holds, violated] = seen.get(rule.code).copied().unwrap_or_default();
        assert!(violated >= 1, "{} is never violated", rule.code);
        assert!(holds >= 3, "{} is silent in {holds} cases only", rule.code);
    }
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
