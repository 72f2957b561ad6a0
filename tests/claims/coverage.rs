//! How much of the prose is checked: `GOUJI_REPORTS=folder cargo test --test claims -- --nocapture coverage` prints, for
//! each text in a folder, which share of its quantities ended in a check. Without the variable: the invented report.

use gouji::{
    claims::{self, Context},
    document::Document,
    ingest,
    recognise::recognise,
    text::Span,
};
use std::{collections::BTreeSet, env, fs, path::PathBuf};

/// The quantities of one prose, by what became of them.
#[derive(Default)]
struct Coverage {
    checked: usize,
    alone: usize,
    unexplained: usize,
}

/// Words that promise that the numbers of a sentence have to do with each other. Figures of several things that stand
/// side by side promise nothing.
const TIES: &[&str] = &[
    "其中",
    "共",
    "合计",
    "总计",
    "包括",
    "包含",
    "含",
    "分别",
    "分为",
    "占",
    "比上年",
    "比去年",
    "较",
    "同比",
    "增长",
    "增加",
    "减少",
    "下降",
    "率",
    "结转",
    "办结",
    "其他",
    "其余",
    "剩余",
];

/// Whether another quantity stands in the same sentence and a word ties them: then there may be something to compare with.
fn accompanied(document: &Document, span: Span, all: &BTreeSet<(usize, usize)>) -> bool {
    let text = document.text();
    let ends = ['。', '；', ';', '！', '？', '\n'];
    let mut before = text[..span.start].char_indices().rev();
    let end = before.find(|(_, character)| ends.contains(character));
    let from = end.map_or(0, |(at, character)| at + character.len_utf8());
    let to = text[span.end..]
        .find(ends)
        .map_or(text.len(), |at| span.end + at);
    let tied = TIES.iter().any(|word| text[from..to].contains(word));
    tied && all.range((from, 0)..(to, 0)).count() > 1
}

fn coverage(bytes: &[u8]) -> Option<Coverage> {
    let document = ingest::read(bytes, None).ok()?;
    let recognised = recognise(&document);
    let claims = claims::check(&Context {
        body: "",
        document: &document,
        facts: &recognised.facts,
        year: recognised.year,
        prose: &recognised.prose,
        folded: &recognised.folded,
        last: None,
    });
    let prose = |span: &Span| {
        recognised
            .prose
            .iter()
            .any(|stretch| stretch.start <= span.start && span.end <= stretch.end)
    };
    let evidence = claims.checks.iter().flat_map(|check| &check.evidence);
    let checked: BTreeSet<(usize, usize)> = evidence
        .filter(|evidence| evidence.value.is_some() && prose(&evidence.span))
        .map(|evidence| (evidence.span.start, evidence.span.end))
        .collect();
    let mut all = checked.clone();
    all.extend(claims.unused.iter().map(|e| (e.span.start, e.span.end)));
    let mut found = Coverage {
        checked: checked.len(),
        ..Coverage::default()
    };
    for evidence in &claims.unused {
        if accompanied(&document, evidence.span, &all) {
            found.unexplained += 1;
        } else {
            found.alone += 1;
        }
    }
    Some(found)
}

fn print(name: &str, found: &Coverage) {
    let all = (found.checked + found.alone + found.unexplained).max(1);
    let share = |count: usize| format!("{count} ({}%)", count * 100 / all);
    println!(
        "{name:24} checked {:>11}   nothing to compare with {:>10}   unexplained {:>10}",
        share(found.checked),
        share(found.alone),
        share(found.unexplained)
    );
}

#[test]
fn coverage_is_printed() {
    let mut files: Vec<PathBuf> = match env::var_os("GOUJI_REPORTS") {
        Some(folder) => fs::read_dir(folder)
            .expect("the folder")
            .map(|entry| entry.expect("a file").path())
            .filter(|path| path.extension().is_some_and(|end| end == "txt"))
            .collect(),
        None => vec!["benches/report.txt".into()],
    };
    files.sort();
    let mut total = Coverage::default();
    for file in files {
        let bytes = fs::read(&file).expect("a report");
        let Some(found) = coverage(&bytes) else {
            continue;
        };
        print(
            &file.file_stem().unwrap_or_default().to_string_lossy(),
            &found,
        );
        total.checked += found.checked;
        total.alone += found.alone;
        total.unexplained += found.unexplained;
    }
    print("all", &total);
    assert!(total.checked > 0, "a report has something to check");
}
