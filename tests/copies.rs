//! The same report, changed as copying changes it, says the same.

use gouji::{Options, check};
use std::{collections::BTreeSet, fs};

/// A fact or a finding, as far as a copy must keep it.
type Said = BTreeSet<String>;

/// The reports of the tests that are texts, with their names.
fn reports() -> Vec<(String, String)> {
    let files = fs::read_dir("tests/reports").expect("there are reports");
    let mut paths: Vec<_> = files.flatten().map(|file| file.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let texts = paths.iter().filter_map(|path| {
        let text = fs::read_to_string(path).ok()?;
        Some((path.display().to_string(), text))
    });
    texts.collect()
}

/// What gouji says of a text: each value of its tables, and each finding with its formula.
fn said(text: &str) -> Said {
    let report = check(text.as_bytes(), &Options::default()).expect("a text can be read");
    let facts = report.facts.iter().filter_map(|fact| {
        let value = fact.value.as_ref()?;
        Some(format!("{} {value}", fact.id))
    });
    let findings = report.findings.iter().map(|finding| {
        let formula = finding.formula.as_deref().unwrap_or_default();
        format!("{} {:?} {formula}", finding.code, finding.severity)
    });
    facts.chain(findings).collect()
}

/// Checks that each report says the same when it has been copied so.
#[track_caller]
fn keeps(copied: impl Fn(&str) -> String) {
    compare(copied, |before, after| {
        before.symmetric_difference(after).cloned().collect()
    });
}

/// Checks that no report says anything else when it has been copied so, except of what got lost.
#[track_caller]
fn invents_nothing(copied: impl Fn(&str) -> String) {
    let of_reading = |said: &&String| said.starts_with("F2");
    compare(copied, |before, after| {
        let new = after.difference(before);
        new.filter(|said| !of_reading(said)).cloned().collect()
    });
}

#[track_caller]
fn compare(copied: impl Fn(&str) -> String, differing: impl Fn(&Said, &Said) -> Vec<String>) {
    let of = |(name, text): (String, String)| {
        let changed = differing(&said(&text), &said(&copied(&text)));
        (!changed.is_empty()).then(|| format!("{name}: {changed:?}"))
    };
    let changed: Vec<String> = reports().into_iter().filter_map(of).collect();
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

/// Changes the lines of prose, and leaves those of tables and headings.
fn prose(text: &str, change: impl Fn(&str) -> String) -> String {
    let lines = text.lines().map(|line| {
        let long = line.chars().count() > 60 && line.contains('。');
        let prose = long && !line.contains(['\t', '|']) && !line.contains("第二十条第");
        if prose { change(line) } else { line.to_owned() }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn with_the_line_ends_of_windows() {
    keeps(|text| text.replace('\n', "\r\n"));
}

#[test]
fn with_blank_lines_between() {
    keeps(|text| text.replace('\n', "\n\n"));
}

#[test]
fn with_narrow_marks() {
    let narrow = |c: char| match c {
        '，' => ',',
        '：' => ':',
        '；' => ';',
        '（' => '(',
        '）' => ')',
        other => other,
    };
    keeps(|text| text.chars().map(narrow).collect());
}

#[test]
fn with_wide_digits() {
    let wide = |c: char| match c {
        '0'..='9' => char::from_u32(c as u32 - '0' as u32 + '０' as u32).unwrap_or(c),
        other => other,
    };
    keeps(|text| prose(text, |line| line.chars().map(wide).collect()));
}

#[test]
fn with_bold_numbers() {
    let bold = |line: &str| {
        let mut text = String::new();
        let mut before = ' ';
        for c in line.chars().chain([' ']) {
            if c.is_ascii_digit() != before.is_ascii_digit() {
                text.push_str("**");
            }
            text.push(c);
            before = c;
        }
        text
    };
    keeps(|text| prose(text, bold));
}

#[test]
fn with_lines_of_even_width() {
    let wrapped = |line: &str| {
        let characters: Vec<char> = line.chars().collect();
        let lines = characters.chunks(38).map(|line| line.iter().collect());
        lines.collect::<Vec<String>>().join("\n")
    };
    keeps(|text| prose(text, wrapped));
}

#[test]
fn with_all_breaks_lost() {
    invents_nothing(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
}

#[test]
fn with_what_a_site_sets_around_it() {
    keeps(|text| {
        format!(
            "首页\n政府信息公开\n当前位置：首页 > 政府信息公开 > 年度报告\n{text}\n上一篇：2020年政府信息公开工作年度报告\n\
             下一篇：没有了\n打印本页 关闭窗口\n版权所有 主办：办公室 访问量：123456\n"
        )
    });
}
