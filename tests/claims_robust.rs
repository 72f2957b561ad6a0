//! The prose is understood, or not; it never makes the checker panic, and never makes it slow.

use gouji::{
    claims::{self, Context},
    document::{Builder, Format},
    facts::Facts,
    text::{Folded, Span},
};
use std::{fs, sync::Arc};

fn check(lines: &[&str]) -> usize {
    let mut builder = Builder::new(Format::Text, None);
    let blocks: Vec<usize> = lines.iter().map(|line| builder.block(line)).collect();
    let document = builder.finish();
    let prose: Vec<Span> = blocks.iter().map(|&block| document.block(block)).collect();
    let fold = |&span: &Span| Arc::new(Folded::new(document.text(), span));
    let folded: Vec<_> = prose.iter().map(fold).collect();
    let facts = Facts::default();
    let claims = claims::check(&Context {
        body: "",
        document: &document,
        facts: &facts,
        year: Some(2023),
        prose: &prose,
        folded: &folded,
        last: None,
    });
    for check in &claims.checks {
        for evidence in &check.evidence {
            assert!(evidence.span.end <= document.text().len());
            assert!(!document.quote(evidence.span).is_empty());
        }
    }
    claims.checks.len()
}

fn texts() -> Vec<String> {
    let mut all = Vec::new();
    let mut files: Vec<_> = fs::read_dir("tests/claims")
        .expect("the cases")
        .map(|e| e.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    files.sort();
    for file in files {
        let markdown = fs::read_to_string(file).expect("UTF-8");
        all.extend(
            markdown
                .lines()
                .filter_map(|line| line.strip_prefix("> "))
                .map(str::to_owned),
        );
    }
    all
}

#[test]
fn texts_may_break_off_anywhere() {
    for text in texts() {
        for (at, _) in text.char_indices().step_by(5) {
            check(&[&text[..at], &text[at..]]);
            check(&[&text[at..]]);
        }
    }
}

#[test]
fn texts_may_be_shuffled() {
    let texts = texts();
    let marks = [
        "，",
        "。",
        "（",
        "）",
        "其中",
        "%",
        "万",
        "99999999999999",
        "亿",
        "占",
        "共",
        "件",
        "余",
        ".",
        ",",
        " ",
        "\u{3000}",
        "０",
    ];
    let mut seed = 1_u64;
    let mut next = |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    for _ in 0..800 {
        let mut characters: Vec<String> =
            texts[next(texts.len())].chars().map(String::from).collect();
        for _ in 0..4 {
            let at = next(characters.len());
            match next(3) {
                0 => drop(characters.remove(at)),
                1 => characters.insert(at, marks[next(marks.len())].to_owned()),
                _ => characters[at] = marks[next(marks.len())].to_owned(),
            }
            if characters.is_empty() {
                characters.push("件".to_owned());
            }
        }
        check(&[&characters.concat()]);
    }
}

#[test]
fn a_long_text_is_read() {
    let sentence = "全年公开信息305条，其中网站200条，占65.57%；公告105条，占34.43%，比上年增加5条，收到政府信息公开申请3件，";
    let long = sentence.repeat(400);
    assert!(check(&[&long]) > 200);
    let lines: Vec<&str> = std::iter::repeat_n(sentence, 400).collect();
    assert!(check(&lines) > 200);
    check(&[&"1件".repeat(50_000)]);
    check(&[&"其中1件、".repeat(1_000)]);
    check(&[&"（".repeat(100_000)]);
    check(&[&"9".repeat(200_000)]);
}

#[test]
fn a_clause_may_be_said_again_and_again() {
    let clauses = [
        "结转1件，",
        "办结5件，结转1件，",
        "复议1件，办结1件，",
        "网上1件，占1.0%，",
        "由1件增至2件，",
        "其中1件，",
        "共1件、",
        "上年1件，今年2件，增长100%，",
        "（含上年结转1件）",
        "分别为1件、2件，",
    ];
    for clause in clauses {
        check(&[&format!("收到申请9件，{}办结3件。", clause.repeat(300))]);
    }
}
