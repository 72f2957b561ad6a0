//! The documents say what the program does.

use gouji::{
    rule::{Rule, Severity},
    rules,
};
use regex::Regex;
use std::fs;

const LIST: &str = "docs/rules.md";

#[test]
fn every_rule_has_its_page_in_both_languages() {
    for rule in rules::all() {
        for (page, title) in [(rule.page_zh, rule.zh), (rule.page_en, rule.en)] {
            let heading = format!("# {} {title}\n", rule.code);
            assert!(page.starts_with(&heading), "{heading} {page}");
            assert!(page.lines().count() >= 9, "{heading}");
        }
        let zh = rule.page_zh.chars().filter(|c| !c.is_whitespace()).count();
        assert!(
            (100..400).contains(&zh),
            "{}: {zh} characters, few enough to be read",
            rule.code
        );
    }
}

#[test]
fn pages_use_only_the_markdown_that_the_page_can_show() {
    let unknown = Regex::new(r"\]\(|<[a-zA-Z/]|(?m)^ *\||^ *!\[").unwrap();
    for rule in rules::all() {
        for page in [rule.page_zh, rule.page_en] {
            assert!(!unknown.is_match(page), "{}", rule.code);
        }
    }
}

#[test]
fn the_sums_of_the_pages_are_right() {
    let sum = Regex::new(r"([0-9]+(?: [+−] [0-9]+)+) = (−?[0-9]+)").unwrap();
    let mut seen = 0;
    for rule in rules::all() {
        for page in [rule.page_zh, rule.page_en] {
            for found in sum.captures_iter(page) {
                let right = found[2].replace('−', "-").parse::<i64>().unwrap();
                assert_eq!(evaluate(&found[1]), right, "{}: {}", rule.code, &found[0]);
                seen += 1;
            }
        }
    }
    assert!(seen > 10, "{seen}");
}

fn evaluate(sum: &str) -> i64 {
    let mut sign = 1;
    let mut total = 0;
    for word in sum.split(' ') {
        match word {
            "+" => sign = 1,
            "−" => sign = -1,
            number => total += sign * number.parse::<i64>().unwrap(),
        }
    }
    total
}

/// `GOUJI_BLESS=1 cargo test --test docs` writes the list anew.
#[test]
fn the_list_of_rules_is_true() {
    let list = list();
    if std::env::var_os("GOUJI_BLESS").is_some() {
        fs::write(LIST, &list).unwrap();
    }
    let printed = fs::read_to_string(LIST).unwrap_or_default();
    assert_eq!(
        printed, list,
        "{LIST} is old: GOUJI_BLESS=1 cargo test --test docs"
    );
}

fn list() -> String {
    let mut list = String::from(
        "# 规则 · Rules\n\n\
         每条规则的每次核对都以成立、不成立或无法判定结束，三者都计数。\n\
         Every application of a rule ends as held, violated or undecided, and all three are counted.\n\n\
         | 代码 | 级别 | 规则 | Rule | 名称 |\n|---|---|---|---|---|\n",
    );
    for rule in rules::all() {
        list.push_str(&row(rule));
    }
    list
}

fn row(rule: &Rule) -> String {
    let Rule {
        code, name, zh, en, ..
    } = rule;
    let severity = match rule.severity {
        Severity::Error => "错误 error",
        Severity::Warning => "存疑 warning",
        Severity::Notice => "提示 notice",
    };
    format!(
        "| {code} | {severity} | [{zh}](rules/{code}.zh.md) | [{en}](rules/{code}.en.md) | `{name}` |\n"
    )
}

/// The lines of a document's examples that begin with `$ gouji`, and what they print, are not made up.
#[test]
fn the_example_of_the_readme_is_what_the_command_prints() {
    for (readme, lang) in [("README.md", "en"), ("README.zh.md", "zh")] {
        let text = fs::read_to_string(readme).unwrap();
        let (_, rest) = text.split_once("$ gouji check ").expect(readme);
        let (_, shown) = rest.split_once('\n').expect(readme);
        let (shown, _) = shown.split_once("```").expect(readme);
        let faulty = include_str!("cli/report.txt").replace("（七）总计\t18\t", "（七）总计\t81\t");
        let output = check(&faulty, lang);
        for line in shown.lines().filter(|line| !line.trim().is_empty()) {
            assert!(output.contains(line), "{readme}: {line}\n{output}");
        }
    }
}

fn check(report: &str, lang: &str) -> String {
    use std::{
        io::Write,
        process::{Command, Stdio},
    };
    let mut child = Command::new(env!("CARGO_BIN_EXE_gouji"))
        .args(["check", "-", "--lang", lang])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(report.as_bytes()).unwrap();
    drop(stdin);
    String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
}
