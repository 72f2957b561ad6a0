//! What is taken away: the workbook can be read again and says the same; tables of commas run no formulas.

#![cfg(feature = "files")]

use gouji::{
    Options, check,
    document::{Document, Part},
    export, ingest,
    rule::Language,
    view::Report,
};
use std::{collections::HashMap, fs};

fn report(path: &str, language: Language) -> Report {
    let bytes = fs::read(path).expect("a report");
    let name = Some(path);
    check(
        &bytes,
        &Options {
            name,
            language,
            ..Options::default()
        },
    )
    .expect("it is read")
}

/// Every line of a workbook; a row of a table with `|` between its cells.
fn lines(document: &Document) -> Vec<String> {
    let quote = |block| document.quote(document.block(block)).replace('\n', "⏎");
    let mut lines = Vec::new();
    for part in document.parts() {
        match part {
            Part::Paragraph { block, .. } | Part::Picture { block } => lines.push(quote(*block)),
            Part::Grid(grid) => lines.extend((0..grid.rows).map(|row| {
                let cells = grid.cells.iter().filter(|cell| cell.row == row);
                cells
                    .map(|cell| quote(cell.block))
                    .collect::<Vec<_>>()
                    .join("|")
            })),
        }
    }
    lines
}

const REPORTS: [&str; 5] = [
    "www/examples/example.txt",
    "tests/reports/yunxi-2020.txt",
    "tests/reports/qingshi-2023.md",
    "tests/matrix/2008/page.html",
    "tests/matrix/2019/page.html",
];

#[test]
fn the_workbook_holds_the_tables_as_they_were_read() {
    for path in REPORTS {
        let report = report(path, Language::Chinese);
        let book = export::workbook(&report, Language::Chinese);
        let again = check(&book, &Options::default()).expect("a workbook");
        let values: HashMap<&str, Option<&str>> = again
            .facts
            .iter()
            .map(|fact| (fact.id.as_str(), fact.value.as_deref()))
            .collect();
        assert!(!report.facts.is_empty(), "{path}");
        for fact in report.facts.iter().filter(|fact| fact.state == "number") {
            let read = values.get(fact.id.as_str()).copied().flatten();
            assert_eq!(read, fact.value.as_deref(), "{path} {}", fact.id);
        }
    }
}

#[test]
fn the_workbook_holds_the_findings_and_the_sums() {
    let report = report(REPORTS[0], Language::Chinese);
    let book = export::workbook(&report, Language::Chinese);
    let lines = lines(&ingest::read(&book, None).expect("a workbook"));
    for finding in &report.findings {
        let message = finding.message.replace('\n', "⏎");
        let row = lines.iter().find(|line| line.contains(&message));
        let row = row.unwrap_or_else(|| panic!("{}", finding.message));
        assert!(row.contains(finding.code), "{row}");
    }
    // The row whose total is wrong in the example, and one that is right.
    let sum = |label: &str| {
        lines
            .iter()
            .find(|line| line.starts_with("收到和处理") && line.contains(label))
            .cloned()
            .expect("a sum")
    };
    assert!(
        sum("|（一）予以公开·总计|").ends_with("|51|=|69|不成立"),
        "{}",
        sum("|（一）予以公开·总计|")
    );
    assert!(sum("|（二）部分公开").ends_with("成立"));
    assert!(!sum("|（二）部分公开").ends_with("不成立"));
    let broken = lines
        .iter()
        .filter(|line| line.ends_with("|不成立"))
        .count();
    let tables = report
        .findings
        .iter()
        .filter(|finding| finding.code.starts_with('T'))
        .count();
    assert_eq!(broken, tables, "the sums and the findings say the same");
}

#[test]
fn what_could_not_be_read_is_not_summed() {
    let mut report = report(REPORTS[0], Language::Chinese);
    let fact = report
        .facts
        .iter_mut()
        .find(|fact| fact.id == "t3.new.natural")
        .expect("a fact");
    (fact.value, fact.state) = (None, "unreadable");
    let book = export::workbook(&report, Language::Chinese);
    let lines = lines(&ingest::read(&book, None).expect("a workbook"));
    let row = lines
        .iter()
        .find(|line| line.contains("|一、本年新收政府信息公开申请数量·总计|"));
    assert!(row.expect("its sum").ends_with("无法判定"), "{row:?}");
}

#[test]
fn the_same_report_gives_the_same_bytes_in_two_languages() {
    for language in [Language::Chinese, Language::English] {
        let report = report(REPORTS[0], language);
        let book = export::workbook(&report, language);
        assert_eq!(book, export::workbook(&report, language));
        let lines = lines(&ingest::read(&book, None).expect("a workbook")).join("\n");
        assert_eq!(
            lines.contains("Severity|Rule"),
            language == Language::English
        );
        assert_eq!(lines.contains("级别|规则"), language == Language::Chinese);
    }
}

#[test]
fn a_workbook_says_what_was_decided_where_something_was() {
    let report = report(REPORTS[0], Language::Chinese);
    let decided = export::Decision {
        id: report.findings[1].id.clone(),
        words: "不是问题".to_owned(),
        remark: "台账无误".to_owned(),
    };
    let book = export::reviewed_workbook(&report, Language::Chinese, &[decided]);
    let lines = lines(&ingest::read(&book, None).expect("a workbook"));
    let head = lines.iter().find(|line| line.starts_with("级别|"));
    assert!(head.expect("a head").ends_with("|修改建议|判断|备注"));
    let said: Vec<_> = lines
        .iter()
        .filter(|line| line.ends_with("|不是问题|台账无误"))
        .collect();
    assert_eq!(said.len(), 1);
    assert!(said[0].contains(report.findings[1].code), "{said:?}");
}

#[test]
fn signs_that_excel_would_take_for_others_stay_what_they_are() {
    let mut report = report(REPORTS[0], Language::Chinese);
    report.title = Some("<甲>&\"乙\"_x0041_\u{1}\u{202e}丙".to_owned());
    let book = export::workbook(&report, Language::Chinese);
    let lines = lines(&ingest::read(&book, None).expect("a workbook"));
    assert_eq!(lines[1], "<甲>&\"乙\"_x0041_\u{fffd}\u{202e}丙");
}

#[test]
fn tables_of_commas_hold_the_findings_and_the_figures() {
    let report = report(REPORTS[0], Language::Chinese);
    let findings = export::findings_csv(&[&report], Language::Chinese);
    assert!(findings.starts_with("\u{feff}报告,级别,规则,"));
    assert_eq!(findings.matches("\r\n").count(), report.findings.len() + 1);
    let facts = export::facts_csv(&[&report, &report], Language::English);
    assert!(facts.starts_with("\u{feff}Report,Id,Name,Value,Printed,State,Unit,"));
    assert_eq!(facts.lines().count(), report.facts.len() * 2 + 1);
    let row = facts
        .lines()
        .find(|line| line.contains(",t3.granted.total,"))
        .expect("a row");
    assert!(
        row.contains(",（一）予以公开·总计,51,51,number,件,"),
        "{row}"
    );
}

#[test]
fn a_report_cannot_run_formulas_in_excel() {
    let mut report = report(REPORTS[0], Language::Chinese);
    report.findings[0].message = "=HYPERLINK(\"http://example.invalid\")".to_owned();
    report.source.name = Some("+cmd.txt".to_owned());
    let findings = export::findings_csv(&[&report], Language::Chinese);
    assert!(findings.contains("\"'=HYPERLINK(\"\"http://example.invalid\"\")\""));
    assert!(
        findings
            .lines()
            .nth(1)
            .is_some_and(|line| line.starts_with("\"'+cmd.txt\""))
    );
}
