//! Two years' reports side by side, as cases that a clerk can read (`tests/compare`). Of the findings only those of area
//! Y count; what is not listed must not be found, and without last year's report none is.

#[path = "compare/mod.rs"]
mod shared;

use gouji::{LastYear, Options, view::Report};
use shared::{Found, compared, edit, file};
use std::collections::BTreeSet;

/// Two texts with what is expected of them.
struct Case {
    name: String,
    texts: [String; 2],
    found: Vec<Found>,
    /// A code, which of held and undecided, and how often at least.
    counts: Vec<(String, bool, usize)>,
    /// Words of the note on last year's report.
    note: Option<String>,
}

fn cases() -> Vec<Case> {
    let all = file("两年.md");
    all.split("\n## ").skip(1).map(read).collect()
}

fn read(section: &str) -> Case {
    let (name, rest) = section.split_once('\n').expect("a name");
    let mut case = Case {
        name: name.into(),
        texts: ["今年.txt", "去年.txt"].map(file),
        found: Vec::new(),
        counts: Vec::new(),
        note: None,
    };
    let mut silent = false;
    for line in rest.lines().filter_map(|line| line.strip_prefix("- ")) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let pair = || rest.split_once(' ').expect("two words");
        match word {
            "取" => case.texts = [pair().0, pair().1].map(|name| file(&format!("{name}.txt"))),
            "今年" => edit(&mut case.texts[0], rest, name),
            "去年" => edit(&mut case.texts[1], rest, name),
            "发现" | "同因" => {
                let part = word == "同因";
                case.found.push((pair().0.into(), pair().1.into(), part));
            }
            "成立" | "无法判定" => {
                let count = pair().1.parse().expect("a number");
                case.counts.push((pair().0.into(), word == "成立", count));
            }
            "说明" => case.note = Some(rest.into()),
            "没有发现" => silent = true,
            other => panic!("{name}: {other}"),
        }
    }
    assert_eq!(silent, case.found.is_empty(), "{name}");
    case
}

fn check(now: &str, last: Option<&str>) -> Report {
    let last_year = last.map(|last| LastYear::read(last.as_bytes(), Some("去年.txt")));
    let options = Options {
        last_year: last_year.as_ref(),
        ..Options::default()
    };
    gouji::check(now.as_bytes(), &options).expect("a text")
}

fn is_of_years(code: &str) -> bool {
    code.starts_with('Y')
}

/// What is not as the case says.
fn faults(case: &Case) -> Vec<String> {
    let [now, last] = &case.texts;
    let report = check(now, Some(last));
    let (mut faults, found) = compared(&report, 'Y', &case.found);
    faults.extend(found.iter().map(|(_, text, _)| format!("invented: {text}")));
    for (code, held, least) in &case.counts {
        let rule = report.coverage.iter().find(|rule| rule.code == code);
        let count = rule.map_or(0, |rule| if *held { rule.holds } else { rule.undecided });
        if count < *least {
            faults.push(format!("{code}: {count}, not {least}"));
        }
    }
    let view = report.last_year.expect("last year's report");
    let said = view.note.unwrap_or_default();
    match &case.note {
        Some(words) if said.contains(words.as_str()) => {}
        None if said.is_empty() => {}
        _ => faults.push(format!("note: {said}")),
    }
    let named = faults.into_iter();
    named
        .map(|fault| format!("{}: {fault}", case.name))
        .collect()
}

#[test]
fn two_years_are_compared_as_every_case_says() {
    let cases = cases();
    assert!(cases.len() > 25, "{}", cases.len());
    let faults: Vec<String> = cases.iter().flat_map(faults).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_rule_on_two_years_is_seen_to_hold_and_to_be_violated() {
    let (mut held, mut violated) = (BTreeSet::new(), BTreeSet::new());
    for case in cases() {
        let [now, last] = &case.texts;
        for rule in check(now, Some(last)).coverage {
            held.extend((rule.holds > 0).then_some(rule.code));
            violated.extend((rule.violated > 0).then_some(rule.code));
        }
    }
    let rules = gouji::rules::all().into_iter().map(|rule| rule.code);
    for code in rules.filter(|code| is_of_years(code)) {
        assert!(held.contains(code), "{code} never holds");
        assert!(violated.contains(code), "{code} is never violated");
    }
}

/// Without last year's report everything is as it was; with it, what one year says stays.
#[test]
fn last_years_report_only_adds() {
    for case in cases() {
        let [now, last] = &case.texts;
        let (alone, both) = (check(now, None), check(now, Some(last)));
        assert!(alone.last_year.is_none());
        let ids = |report: &Report| -> Vec<String> {
            let own = report.findings.iter().filter(|one| !is_of_years(one.code));
            own.map(|one| one.id.clone()).collect()
        };
        assert_eq!(ids(&alone), ids(&both), "{}", case.name);
        assert!(alone.findings.iter().all(|one| !is_of_years(one.code)));
    }
}

/// The places that findings name in last year's report are what they quote there.
#[test]
fn places_in_last_years_report_are_what_they_quote() {
    let mut seen = 0;
    for case in cases() {
        let [now, last] = &case.texts;
        let Ok(own) = gouji::check(last.as_bytes(), &Options::default()) else {
            continue;
        };
        let printed = serde_json::to_value(&own.parts).expect("JSON").to_string();
        for finding in check(now, Some(last)).findings {
            for evidence in finding.last_year {
                seen += 1;
                assert!(printed.contains(&evidence.quote), "{}", case.name);
                assert_eq!(
                    evidence.end - evidence.start,
                    evidence.quote.encode_utf16().count()
                );
            }
        }
    }
    assert!(seen > 10, "{seen}");
}

/// Numbers of any size, and any file as last year's, do no harm.
#[test]
fn nothing_given_as_last_years_report_does_harm() {
    let most = "79228162514264337593543950335";
    let [now, last] = ["今年.txt", "去年.txt"].map(file);
    let great = |text: &str, from: &str, to: &str| {
        assert!(text.contains(from));
        text.replace(from, &to.replace('多', most))
    };
    let now_great = great(&now, "件\t2\t1\t19", "件\t多\t-多\t多");
    let now_great = great(&now_great, "206件", "多件");
    let last_great = great(&last, "件\t1\t0\t18", "件\t1\t0\t多");
    let last_great = great(
        &last_great,
        "\t17\t0\t0\t0\t0\t167",
        "\t17\t0\t0\t0\t0\t-多",
    );
    for one in [&now, &now_great] {
        for other in [&last, &last_great] {
            check(one, Some(other));
        }
    }
    let ends: Vec<usize> = last.char_indices().map(|(at, _)| at).collect();
    for end in ends.into_iter().step_by(37) {
        check(&now, Some(&last[..end]));
    }
}
