//! A report of the whole beside those of its bodies, as cases that a clerk can read (`tests/compare/汇总.md`). Of the
//! findings only those of area R count; what is not listed must not be found, and without the bodies' reports none is.

#[path = "compare/mod.rs"]
mod shared;

use gouji::{Bodies, Options, view::Report};
use shared::{Found, compared, edit, file};
use std::collections::BTreeSet;

const BODIES: [&str; 3] = ["今年", "司法局", "青石镇"];

/// The texts with what is expected of them.
#[derive(Default)]
struct Case {
    name: String,
    whole: String,
    /// By the name of their files.
    bodies: Vec<(String, String)>,
    names: Vec<String>,
    found: Vec<Found>,
    /// A code, how it ended, and how often.
    counts: Vec<(String, String, usize)>,
    notes: Vec<String>,
    /// Whether all findings that are not listed are parts of others.
    rest_is_part: bool,
}

fn text(name: &str) -> String {
    file(&format!("{name}.txt"))
}

fn cases() -> Vec<Case> {
    let all = file("汇总.md");
    all.split("\n## ").skip(1).map(read).collect()
}

fn read(section: &str) -> Case {
    let (name, rest) = section.split_once('\n').expect("a name");
    let mut case = Case {
        name: name.into(),
        whole: text("全县"),
        bodies: BODIES.map(|name| (name.to_owned(), text(name))).into(),
        ..Case::default()
    };
    let mut silent = false;
    for line in rest.lines().filter_map(|line| line.strip_prefix("- ")) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let pair = || rest.split_once(' ').expect("two words");
        match word {
            "发现" | "同因" => {
                let part = word == "同因";
                case.found.push((pair().0.into(), pair().1.into(), part));
            }
            "成立" | "不成立" | "无法判定" => {
                let count = pair().1.parse().expect("a number");
                case.counts.push((pair().0.into(), word.into(), count));
            }
            "说明" => case.notes.push(rest.into()),
            "没有发现" => silent = true,
            "余皆同因" => case.rest_is_part = true,
            "取" => case.whole = text(rest),
            "名单" => case.names = rest.split('、').map(str::to_owned).collect(),
            "去" => case.bodies.retain(|(name, _)| name != rest),
            "又" | "另" => case.bodies.push((format!("{rest}-{word}"), text(rest))),
            "全县" => edit(&mut case.whole, rest, name),
            body => {
                let mut bodies = case.bodies.iter_mut();
                let (_, text) = bodies.find(|(name, _)| name == body).expect(body);
                edit(text, rest, name);
            }
        }
    }
    assert_eq!(silent, case.found.is_empty(), "{name}");
    case
}

fn check(whole: &str, bodies: Option<&Bodies>) -> Report {
    let options = Options {
        bodies,
        ..Options::default()
    };
    gouji::check(whole.as_bytes(), &options).expect("a text")
}

fn with_bodies(case: &Case) -> Report {
    let mut bodies = Bodies::new(case.names.iter().map(String::as_str));
    for (name, text) in &case.bodies {
        bodies.add(text.as_bytes(), Some(&format!("各单位/{name}.txt")));
    }
    check(&case.whole, Some(&bodies))
}

fn is_of_many(code: &str) -> bool {
    code.starts_with('R')
}

/// What is not as the case says.
fn faults(case: &Case) -> Vec<String> {
    let report = with_bodies(case);
    let (mut faults, mut found) = compared(&report, 'R', &case.found);
    found.retain(|(_, _, part)| !part || !case.rest_is_part);
    faults.extend(
        found
            .iter()
            .map(|(_, text, part)| format!("invented: {part} {text}")),
    );
    for (code, ended, wanted) in &case.counts {
        let rule = report.coverage.iter().find(|rule| rule.code == code);
        let count = rule.map_or(0, |rule| match ended.as_str() {
            "成立" => rule.holds,
            "不成立" => rule.violated,
            _ => rule.undecided,
        });
        if count != *wanted {
            faults.push(format!("{code} {ended}: {count}, not {wanted}"));
        }
    }
    let said = report.bodies.expect("the bodies' reports").notes.concat();
    let unsaid = case
        .notes
        .iter()
        .filter(|words| !said.contains(words.as_str()));
    faults.extend(unsaid.map(|words| format!("not noted: {words} in {said}")));
    if case.notes.is_empty()
        && case.counts.iter().all(|(_, ended, _)| ended == "成立")
        && !said.is_empty()
    {
        faults.push(format!("note: {said}"));
    }
    let named = faults.into_iter();
    named
        .map(|fault| format!("{}: {fault}", case.name))
        .collect()
}

#[test]
fn many_reports_are_compared_as_every_case_says() {
    let cases = cases();
    assert!(cases.len() > 25, "{}", cases.len());
    let faults: Vec<String> = cases.iter().flat_map(faults).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_rule_on_many_reports_is_seen_to_hold_and_to_be_violated() {
    let (mut held, mut violated) = (BTreeSet::new(), BTreeSet::new());
    for rule in cases().iter().flat_map(|case| with_bodies(case).coverage) {
        held.extend((rule.holds > 0).then_some(rule.code));
        violated.extend((rule.violated > 0).then_some(rule.code));
    }
    let rules = gouji::rules::all().into_iter().map(|rule| rule.code);
    let own: BTreeSet<&str> = rules.filter(|code| is_of_many(code)).collect();
    assert_eq!(own.len(), 2);
    assert!(held.is_superset(&own) && violated.is_superset(&own));
}

/// Without the bodies' reports everything is as it was; with them, what the report itself says stays.
#[test]
fn the_bodies_reports_only_add() {
    for case in cases() {
        let (alone, both) = (check(&case.whole, None), with_bodies(&case));
        assert!(alone.bodies.is_none());
        let ids = |report: &Report| -> Vec<String> {
            let own = report.findings.iter().filter(|one| !is_of_many(one.code));
            own.map(|one| one.id.clone()).collect()
        };
        assert_eq!(ids(&alone), ids(&both), "{}", case.name);
        assert!(alone.coverage.iter().all(|one| !is_of_many(one.code)));
    }
}

/// Each finding says what every body counts for, the sum and the difference, at the place of the figure.
#[test]
fn what_is_told_adds_up() {
    let mut seen = 0;
    for case in cases() {
        let sums = with_bodies(&case).findings.into_iter();
        for finding in sums.filter(|one| one.code == "R101") {
            let values = finding.bodies.iter().map(|one| one.value.parse::<f64>());
            let sum: f64 = values.map(|value| value.expect("a number")).sum();
            let said = |text: Option<String>| -> f64 {
                text.expect("a number").parse().expect("a number")
            };
            assert!((sum - said(finding.expected)).abs() < 1e-6, "{}", case.name);
            let [place] = &finding.evidence[..] else {
                panic!("{}", case.name);
            };
            assert_eq!(place.value, finding.found, "{}", case.name);
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}

/// A rule that is off is neither told nor counted, and takes nothing else with it.
#[test]
fn each_rule_can_be_switched_off() {
    let mut bodies = Bodies::new(["统计局", "青石镇", "财政局"]);
    bodies.add(text("今年").as_bytes(), Some("统计局.txt"));
    bodies.add(text("青石镇").as_bytes(), None);
    for off in ["R101", "R102"] {
        let options = Options {
            bodies: Some(&bodies),
            off: &[off],
            ..Options::default()
        };
        let report = gouji::check(text("全县").as_bytes(), &options).expect("a text");
        let codes = report.coverage.iter().map(|rule| rule.code);
        let codes: Vec<&str> = codes.filter(|code| is_of_many(code)).collect();
        assert_eq!(codes.len(), 1);
        assert_ne!(codes[0], off);
    }
}

/// A list may be any kind of text, with numbers before the names or in a table.
#[test]
fn a_list_of_names_is_read_as_people_write_it() {
    let list = "单位名单\n1、财政局\n（2）青石镇\n3.司法局\t\n\n司法局\n";
    let names = gouji::name_list(list.as_bytes(), Some("名单.txt")).expect("a list");
    assert_eq!(names, ["财政局", "青石镇", "司法局"]);
    assert!(gouji::name_list(b"", None).is_err());
}

/// Numbers of any size, and any files as the bodies' reports, do no harm.
#[test]
fn nothing_given_as_a_bodys_report_does_harm() {
    let most = "79228162514264337593543950335";
    let whole = text("全县");
    let body = text("青石镇");
    let great = body.replace("行政许可\t56", &format!("行政许可\t{most}"));
    let exact = body.replace("收费\t0", "收费\t0.1234567890123456789012345678");
    assert!(great != body && exact != body);
    for one in [&body, &great, &exact] {
        for other in [&great, &exact] {
            let mut bodies = Bodies::new(["青石镇"]);
            for text in [one, other] {
                bodies.add(text.as_bytes(), None);
            }
            check(&whole, Some(&bodies));
            check(&great, Some(&bodies));
        }
    }
    let ends: Vec<usize> = body.char_indices().map(|(at, _)| at).collect();
    for end in ends.into_iter().step_by(37) {
        let mut bodies = Bodies::default();
        bodies.add(&body.as_bytes()[..end], Some("青石镇.txt"));
        check(&whole, Some(&bodies));
    }
}
