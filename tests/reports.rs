//! Whole reports, invented, in the shapes that real ones arrive in. Beside each stands `NAME.truth.json`:
//! its year and edition, every fact, the findings that must be there and the rules that may speak besides.
//! A finding marked `pending` is wanted but not demanded yet.

use serde_json::Value;
use std::{collections::HashSet, fs, path::Path};

/// Reports that are not read rightly yet: they must be checked without harm, no more.
const NOT_YET: &[&str] = &[];

/// Where reports stand, and what their names end in.
const PLACES: &[(&str, &str)] = &[
    ("tests/reports", "txt"),
    ("tests/reports", "md"),
    ("tests/reports", "html"),
    ("www/examples", "txt"),
];

#[test]
fn every_report_is_read_and_checked_as_it_should_be() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut names: Vec<String> = fs::read_dir(root.join("tests/reports"))
        .expect("the folder of reports")
        .filter_map(|entry| {
            entry
                .ok()?
                .file_name()
                .to_str()?
                .strip_suffix(".truth.json")
                .map(str::to_owned)
        })
        .collect();
    names.sort();
    assert!(names.len() >= 12, "{names:?}");
    let faults: Vec<String> = names.iter().flat_map(|name| faults(root, name)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// What the check of one report gets wrong.
fn faults(root: &Path, name: &str) -> Vec<String> {
    let truth = fs::read(root.join(format!("tests/reports/{name}.truth.json"))).expect("the truth");
    let truth: Value = serde_json::from_slice(&truth).expect("JSON");
    let path = PLACES
        .iter()
        .map(|(folder, ending)| root.join(format!("{folder}/{name}.{ending}")))
        .find(|path| path.exists());
    let path = path.expect("a report beside its truth");
    let bytes = fs::read(&path).expect("the report");
    let options = gouji::Options {
        name: path.file_name().and_then(|name| name.to_str()),
        ..gouji::Options::default()
    };
    let report = match gouji::check(&bytes, &options) {
        Ok(report) => serde_json::to_value(report).expect("JSON"),
        Err(error) => return vec![format!("{name}: {}", error.message.en)],
    };
    if NOT_YET.contains(&name) {
        return Vec::new();
    }
    let mut faults = head(&truth, &report);
    faults.extend(facts(&truth, &report));
    faults.extend(findings(&truth, &report));
    faults
        .into_iter()
        .map(|fault| format!("{name}: {fault}"))
        .collect()
}

fn head(truth: &Value, report: &Value) -> Vec<String> {
    let differs = |key: &&str| truth[key] != report[key];
    let fault = |key| format!("{key} is {}, not {}", truth[key], report[key]);
    ["year", "edition"]
        .into_iter()
        .filter(differs)
        .map(fault)
        .collect()
}

fn facts(truth: &Value, report: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let read: Vec<&Value> = list(&report["facts"]).collect();
    for (id, wanted) in truth["facts"].as_object().expect("facts") {
        let fact = read.iter().find(|fact| fact["id"] == *id);
        let value = fact.and_then(|fact| fact["value"].as_str());
        let blank =
            fact.is_some_and(|fact| fact["state"] == "blank" || fact["state"] == "not-applicable");
        let wanted = wanted
            .as_str()
            .map_or_else(|| wanted.to_string(), str::to_owned);
        if value != Some(&wanted) && !(value.is_none() && blank && wanted == "0") {
            faults.push(format!("{id} is {wanted}, not {value:?}"));
        }
    }
    faults
}

fn findings(truth: &Value, report: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let found: Vec<&Value> = list(&report["findings"]).collect();
    let mut explained = HashSet::new();
    for wanted in list(&truth["findings"]) {
        let hits: Vec<usize> = (0..found.len())
            .filter(|&at| answers(found[at], wanted))
            .collect();
        if hits.is_empty() && wanted["pending"] != true {
            faults.push(format!(
                "not found: {} {}",
                wanted["rule"], wanted["numbers"]
            ));
        }
        explained.extend(hits);
    }
    for (at, finding) in found.iter().enumerate() {
        let allowed = list(&truth["allowed"]).any(|rule| *rule == finding["rule"]);
        if !explained.contains(&at) && !allowed && finding["severity"] != "notice" {
            faults.push(format!(
                "invented: {} {}",
                finding["rule"], finding["message"]
            ));
        }
    }
    faults
}

/// Whether a finding is the wanted one: the same rule, as severe, and with all of the numbers in it.
fn answers(finding: &Value, wanted: &Value) -> bool {
    let rank = |severity: &Value| {
        ["notice", "warning", "error"]
            .iter()
            .position(|&name| severity == name)
    };
    let text = finding.to_string();
    let named: HashSet<&str> = text
        .split(|c: char| !(c.is_ascii_digit() || c == '.'))
        .map(|number| number.trim_matches('.'))
        .collect();
    finding["rule"] == wanted["rule"]
        && rank(&finding["severity"]) >= rank(&wanted["severity"])
        && list(&wanted["numbers"]).all(|number| {
            named.contains(number.as_str().unwrap_or_default().trim_matches(['%', '.']))
        })
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
