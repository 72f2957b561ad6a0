//! Runs the cases of `tests/claims/*.md`: what the prose claims, what holds, what is told, and what must stay silent.
//!
//! A case is a heading, the text as a quotation, and lines that say what must come of it:
//!
//! ```text
//! ## name
//! > the text, one block a line
//! year: 2023
//! facts: t3.new.total=12 t3.total.total=12
//! holds: sum 40 1 2 37          a relation of that kind holds and names these numbers
//! finds: N201 error 1060 1039   a finding of that rule and severity names these numbers
//! twin: 37条 => 38条 finds N201 error 41 40
//! unused: 12 40           these numbers, and no others, are checked against nothing
//! tries: 560=650          what is found offers these values to try, each at exactly those characters
//! open: why              a slip in this text need not be told: the relation is not certain enough
//! ```
//!
//! Whatever is found besides is a failure; so a case without `finds` must stay silent.
//!
//! `cargo test --test claims -- --nocapture summary` prints, for each relation, how many labelled ones are found, how
//! many findings were wanted, and how many slips are told: in every relation that holds, one number after the other is
//! spoiled.

#[path = "claims/coverage.rs"]
mod coverage;
#[path = "claims/silence.rs"]
mod silence;
#[path = "claims/summary.rs"]
mod summary;

use gouji::{
    claims::{self, Claims, Context},
    document::{Builder, Format},
    facts::{Fact, Facts, State, Unit},
    rule::{Check, Finding, Severity, Verdict},
    text::{Folded, Number, Span},
};
use std::{fmt::Write, fs, sync::Arc};

#[derive(Default)]
struct Case {
    name: String,
    text: Vec<String>,
    year: Option<u16>,
    facts: Vec<(String, String)>,
    holds: Vec<(String, Vec<String>)>,
    finds: Vec<Vec<String>>,
    twins: Vec<(String, String, Vec<Vec<String>>)>,
    unused: Option<Vec<String>>,
    tries: Option<Vec<String>>,
    open: bool,
}

/// All cases with the file that they stand in.
fn all_cases() -> Vec<(String, Case)> {
    let mut files: Vec<_> = fs::read_dir("tests/claims")
        .expect("the cases")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    files.sort();
    let mut all = Vec::new();
    for file in files {
        let markdown = fs::read_to_string(&file).expect("UTF-8");
        let name = file.display().to_string();
        all.extend(
            cases(&markdown)
                .into_iter()
                .map(|case| (name.clone(), case)),
        );
    }
    all
}

fn cases(markdown: &str) -> Vec<Case> {
    let mut all: Vec<Case> = Vec::new();
    for line in markdown.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            all.push(Case {
                name: name.to_owned(),
                year: Some(2023),
                ..Case::default()
            });
            continue;
        }
        let Some(case) = all.last_mut() else { continue };
        let words = |rest: &str| {
            rest.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        if let Some(text) = line.strip_prefix("> ") {
            case.text.push(text.to_owned());
        } else if let Some(rest) = line.strip_prefix("year: ") {
            case.year = rest.trim().parse().ok();
        } else if let Some(rest) = line.strip_prefix("facts: ") {
            case.facts
                .extend(rest.split_whitespace().filter_map(|pair| {
                    let (id, value) = pair.split_once('=')?;
                    Some((id.to_owned(), value.to_owned()))
                }));
        } else if let Some(rest) = line.strip_prefix("holds: ") {
            let mut words = words(rest);
            let kind = words.remove(0);
            case.holds.push((kind, words));
        } else if let Some(rest) = line.strip_prefix("finds: ") {
            case.finds.push(words(rest));
        } else if let Some(rest) = line.strip_prefix("unused: ") {
            case.unused = Some(words(rest));
        } else if let Some(rest) = line.strip_prefix("tries: ") {
            case.tries = Some(words(rest));
        } else if line.starts_with("open: ") {
            case.open = true;
        } else if let Some(rest) = line.strip_prefix("twin: ") {
            let (change, finds) = rest.split_once(" finds ").expect("twin: a => b finds …");
            let (from, to) = change.split_once(" => ").expect("twin: a => b");
            case.twins.push((
                from.to_owned(),
                to.to_owned(),
                finds.split(" and ").map(words).collect(),
            ));
        }
    }
    all
}

fn run(case: &Case, text: &[String]) -> Claims {
    let mut builder = Builder::new(Format::Text, None);
    let blocks: Vec<usize> = text.iter().map(|line| builder.block(line)).collect();
    let table = builder.block("表");
    let document = builder.finish();
    let mut facts = Facts::default();
    for (id, value) in &case.facts {
        let (value, label) = value.split_once('@').unwrap_or((value, id));
        facts.add(Fact {
            id: id.as_str().into(),
            value: value.parse().ok(),
            state: State::Number,
            left_out: None,
            inferred: false,
            unit: Unit::Count,
            span: Some(document.block(table)),
            label: label.into(),
        });
    }
    let prose: Vec<_> = blocks.iter().map(|&block| document.block(block)).collect();
    let fold = |&span: &Span| Arc::new(Folded::new(document.text(), span));
    let folded: Vec<_> = prose.iter().map(fold).collect();
    claims::check(&Context {
        body: "",
        document: &document,
        facts: &facts,
        year: case.year,
        prose: &prose,
        folded: &folded,
        last: None,
    })
}

fn severity(finding: &Finding) -> &'static str {
    match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    }
}

fn values(check: &Check) -> Vec<Number> {
    check
        .evidence
        .iter()
        .filter_map(|evidence| evidence.value)
        .collect()
}

fn named(check: &Check, finding: &Finding, number: &str) -> bool {
    let text = format!("{} {:?}", finding.message.zh, finding.formula);
    text.contains(number)
        || number
            .parse()
            .is_ok_and(|value: Number| values(check).contains(&value))
}

fn judge(claims: &Claims, holds: &[(String, Vec<String>)], finds: &[Vec<String>]) -> String {
    let mut wrong = String::new();
    for (kind, numbers) in holds {
        let wanted: Vec<Number> = numbers
            .iter()
            .map(|n| n.parse().expect("a number"))
            .collect();
        let found = claims.checks.iter().any(|check| {
            check.verdict == Verdict::Holds
                && check.claim == Some(kind.as_str())
                && wanted.iter().all(|number| values(check).contains(number))
        });
        if !found {
            let _ = writeln!(wrong, "  does not hold: {kind} {numbers:?}");
        }
    }
    let mut open: Vec<&Vec<String>> = finds.iter().collect();
    for check in &claims.checks {
        let Some(finding) = &check.finding else {
            continue;
        };
        let place = open.iter().position(|want| {
            want[0] == check.rule.code
                && want[1] == severity(finding)
                && want[2..].iter().all(|number| named(check, finding, number))
        });
        if let Some(place) = place {
            open.remove(place);
        } else {
            let _ = writeln!(
                wrong,
                "  invented: {} {} {}",
                check.rule.code,
                severity(finding),
                finding.message.zh
            );
        }
    }
    for want in open {
        let _ = writeln!(wrong, "  missed: {want:?}");
    }
    wrong
}

/// The values offered to be tried: the characters of each, and what would stand there.
fn offered(claims: &Claims, text: &str) -> Vec<String> {
    let findings = claims
        .checks
        .iter()
        .filter_map(|check| check.finding.as_ref());
    findings
        .flat_map(|finding| &finding.repairs)
        .map(|repair| {
            let span = repair.evidence.span;
            let printed = &text[span.start..span.end];
            format!("{printed}={}", repair.value)
        })
        .collect()
}

#[test]
fn every_case_is_understood() {
    let (mut count, mut silent, mut twins, mut failures) = (0, 0, 0, String::new());
    for (file, case) in all_cases() {
        {
            count += 1;
            silent += usize::from(
                case.finds.is_empty() && case.twins.is_empty() && case.holds.is_empty(),
            );
            let claims = run(&case, &case.text);
            let mut wrong = judge(&claims, &case.holds, &case.finds);
            if let Some(unused) = &case.unused {
                let got: Vec<String> = claims
                    .unused
                    .iter()
                    .filter_map(|e| Some(e.value?.normalize().to_string()))
                    .collect();
                let wanted: Vec<&String> = unused.iter().filter(|word| *word != "none").collect();
                if got.iter().ne(wanted) {
                    let _ = writeln!(wrong, "  unused: {got:?}, wanted {unused:?}");
                }
            }
            if let Some(tries) = &case.tries {
                let offered = offered(&claims, &case.text.join("\n"));
                let wanted = tries.iter().filter(|word| *word != "none");
                if offered.iter().ne(wanted) {
                    let _ = writeln!(wrong, "  tries: {offered:?}, wanted {tries:?}");
                }
            }
            for (from, to, finds) in &case.twins {
                twins += 1;
                assert!(
                    case.text.iter().any(|line| line.contains(from.as_str())),
                    "{}: no {from}",
                    case.name
                );
                let text: Vec<String> = case
                    .text
                    .iter()
                    .map(|line| line.replacen(from.as_str(), to, 1))
                    .collect();
                let mut wanted = case.finds.clone();
                wanted.extend(finds.iter().cloned());
                let bad = judge(&run(&case, &text), &[], &wanted);
                if !bad.is_empty() {
                    let _ = write!(wrong, "  twin {from} => {to}\n  {bad}");
                }
            }
            if !wrong.is_empty() {
                let _ = write!(failures, "{file}: {}\n{wrong}", case.name);
            }
        }
    }
    println!("{count} cases, {silent} of them traps, {twins} twins");
    assert!(failures.is_empty(), "\n{failures}");
}
