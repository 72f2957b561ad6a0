//! What ARCHITECTURE.md promises of every report, held on the invented ones.

use gouji::{Options, document::Edit, rule::Language};
use serde_json::Value;
use std::{collections::HashMap, fs, path::Path};

/// Every invented report.
fn reports() -> Vec<Vec<u8>> {
    let folders = ["tests/reports", "www/examples", "tests/cli"];
    let files = folders.iter().flat_map(|folder| {
        let mut files: Vec<_> = fs::read_dir(folder)
            .expect("a folder of reports")
            .map(|entry| entry.expect("a file").path())
            .filter(|file| {
                file.extension()
                    .is_some_and(|ending| ending != "json" && ending != "rs")
            })
            .collect();
        files.sort();
        files
    });
    files
        .map(|file| fs::read(file).expect("a report"))
        .collect()
}

fn check(bytes: &[u8], language: Language) -> Value {
    let options = Options {
        language,
        ..Options::default()
    };
    let report = gouji::check(bytes, &options).expect("a report that can be opened");
    serde_json::to_value(report).expect("JSON")
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn the_same_bytes_give_the_same_report() {
    for bytes in reports() {
        let twice = [(); 2].map(|()| check(&bytes, Language::Chinese).to_string());
        assert_eq!(twice[0], twice[1]);
    }
}

#[test]
fn a_finding_keeps_its_identity_in_the_other_language() {
    for bytes in reports() {
        let ids = [Language::Chinese, Language::English].map(|language| {
            let report = check(&bytes, language);
            let findings = list(&report, "findings").iter();
            findings
                .map(|finding| finding["id"].to_string())
                .collect::<Vec<_>>()
        });
        assert_eq!(ids[0], ids[1]);
    }
}

#[test]
fn every_place_is_what_it_quotes() {
    let mut seen = 0;
    for bytes in reports() {
        let report = check(&bytes, Language::Chinese);
        let mut texts = HashMap::new();
        for text in every(&report["parts"], "block") {
            let units: Vec<u16> = text["text"].as_str().unwrap().encode_utf16().collect();
            texts.insert(text["block"].as_u64().unwrap(), units);
        }
        for evidence in every(&report, "quote") {
            let block = &texts[&evidence["block"].as_u64().unwrap()];
            let [start, end] = ["start", "end"].map(|key| evidence[key].as_u64().unwrap() as usize);
            let quote = String::from_utf16(&block[start..end]).expect("whole characters");
            assert_eq!(quote, evidence["quote"].as_str().unwrap());
            seen += 1;
        }
    }
    assert!(seen > 1000, "{seen}");
}

/// Every object below a value that has a key.
fn every<'a>(value: &'a Value, key: &str) -> Vec<&'a Value> {
    let below = match value {
        Value::Array(values) => values.iter().flat_map(|value| every(value, key)).collect(),
        Value::Object(map) => map.values().flat_map(|value| every(value, key)).collect(),
        _ => Vec::new(),
    };
    let this = value.get(key).map(|_| value);
    this.into_iter().chain(below).collect()
}

#[test]
fn every_finding_is_counted() {
    for bytes in reports() {
        let report = check(&bytes, Language::Chinese);
        for finding in list(&report, "findings") {
            let mut coverage = list(&report, "coverage").iter();
            let rule = coverage.find(|rule| rule["code"] == finding["code"]);
            assert!(rule.is_some(), "{}", finding["code"]);
        }
    }
}

#[test]
fn a_printed_number_is_never_altered() {
    let mut seen = 0;
    for bytes in reports() {
        let report = check(&bytes, Language::Chinese);
        let plain = |fact: &&Value| fact["state"] == "number" && fact["inferred"] == false;
        for fact in list(&report, "facts").iter().filter(plain) {
            let quote = fact["evidence"]["quote"].as_str().unwrap();
            let quote: String = quote.chars().filter(char::is_ascii_digit).collect();
            let value: String = fact["value"]
                .as_str()
                .unwrap()
                .chars()
                .filter(char::is_ascii_digit)
                .collect();
            assert!(quote.contains(value.trim_end_matches('0')), "{fact}");
            seen += 1;
        }
    }
    assert!(seen > 1000, "{seen}");
}

#[test]
fn a_report_cut_anywhere_does_no_harm() {
    for bytes in reports() {
        for part in 0..6 {
            let end = bytes.len() * part / 6 + part;
            let cut = &bytes[..end.min(bytes.len())];
            let _ = gouji::check(cut, &Options::default());
        }
    }
}

/// A report whose blocks have all been read, and then one of them tried with another text.
#[test]
fn an_edit_is_read_as_if_it_had_been_printed() {
    let bytes = fs::read("www/examples/example.txt").expect("the example");
    let printed = check(&bytes, Language::Chinese);
    for edit in corrections(&printed) {
        let tried = Options {
            edits: std::slice::from_ref(&edit),
            ..Options::default()
        };
        let tried = serde_json::to_value(gouji::check(&bytes, &tried).unwrap()).unwrap();
        let ids = |report: &Value| {
            let findings = list(report, "findings").iter();
            findings
                .map(|finding| finding["id"].to_string())
                .collect::<Vec<_>>()
        };
        assert!(ids(&tried).len() < ids(&printed).len(), "{edit:?}");
    }
}

/// The repairs that the findings suggest, as edits.
fn corrections(report: &Value) -> Vec<Edit> {
    let repairs = list(report, "findings").iter();
    let repairs = repairs.flat_map(|finding| list(finding, "repairs"));
    let edits = repairs.map(|repair| Edit {
        block: repair["evidence"]["block"].as_u64().expect("a block") as usize,
        text: repair["value"].as_str().expect("a value").to_owned(),
    });
    let edits: Vec<_> = edits.collect();
    assert!(!edits.is_empty());
    edits
}

#[test]
fn blocks_emptied_or_filled_with_noise_do_no_harm() {
    for bytes in reports() {
        let blocks = check(&bytes, Language::Chinese)["parts"].to_string();
        let blocks = blocks.matches("\"block\"").count();
        for (step, text) in [
            (1, ""),
            (2, "0"),
            (3, "一、99%\n（1）"),
            (5, "\u{202e}-9999999999999999999999件"),
        ] {
            let edits = (0..blocks + 3).step_by(step).map(|block| Edit {
                block,
                text: text.to_owned(),
            });
            let edits: Vec<_> = edits.collect();
            let options = Options {
                edits: &edits,
                ..Options::default()
            };
            let _ = gouji::check(&bytes, &options);
        }
    }
}

/// Each takes minutes where what stands before a place is looked through for every place.
#[test]
fn tens_of_thousands_of_one_thing_do_no_harm() {
    let of = |piece: &str| piece.repeat(30_000);
    let texts = [
        format!("甲{}", of("1234,5678,")),
        of("一、总体情况\n"),
        of("\"甲,,\n"),
        of("收到申请7件。\n办结申请3件。\n"),
    ];
    for text in texts {
        check(text.as_bytes(), Language::Chinese);
    }
}

#[test]
fn only_the_view_is_serialisable() {
    let mut folders = vec![Path::new("src").to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("sources") {
            let path = entry.expect("a source").path();
            if path.is_dir() {
                // The command prints what could not be read, the boundary takes options in: neither is the core.
                if !path.ends_with("bin") && !path.ends_with("wasm") {
                    folders.push(path);
                }
                continue;
            }
            let allowed = path.ends_with("src/view.rs");
            let source = fs::read_to_string(&path).expect("UTF-8");
            assert!(allowed || !source.contains("serde"), "{}", path.display());
        }
    }
}

/// Sums of cells that hold more digits than any count overflow nowhere.
#[test]
fn cells_of_any_length_do_no_harm() {
    const MOST: &str = "79228162514264337593543950335";
    let cells = [MOST.to_owned(), format!("-{MOST}"), "1".to_owned()];
    let report = include_str!("cases/报告.txt");
    for seed in 0..20_u32 {
        let mut random = seed.wrapping_mul(2_654_435_761);
        let mut cell = |old: &str| {
            if old.parse::<u64>().is_err() {
                return old.to_owned();
            }
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            cells[(random >> 16) as usize % cells.len()].clone()
        };
        let lines = report.lines().map(|line| {
            if line.matches('\t').count() < 6 {
                return line.to_owned();
            }
            let row: Vec<String> = line.split('\t').map(&mut cell).collect();
            row.join("\t")
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        gouji::check(text.as_bytes(), &gouji::Options::default()).expect("a text");
    }
}
