//! What is said of all reviews or lawsuits, although table four has others (N210): 均获维持, 均已审结, 无被纠正.

use crate::{
    claims::{
        cells::value,
        lexicon::statements::{CASES_CLOSED, UNCORRECTED, UPHELD},
        reading::{
            page::{Page, any, finding},
            prose::Prose,
        },
        rules,
    },
    facts::{Fact, Facts},
    rule::{Check, Severity},
    text::{Number, number::plain},
};

/// The blocks of table four that a number of cases may be, by its word.
const BLOCKS: &[(&str, &[&str])] = &[
    ("复议", &["t4.review"]),
    ("诉讼", &["t4.direct", "t4.after_review"]),
    ("诉讼", &["t4.direct"]),
    ("诉讼", &["t4.after_review"]),
];
/// What may be said of all cases, and the outcomes that speak against it.
const SAYINGS: [(&[&str], &[&str]); 3] = [
    (UPHELD, &["corrected", "pending"]),
    (CASES_CLOSED, &["pending"]),
    (UNCORRECTED, &["corrected"]),
];

/// Checks what the text says of all reviews or lawsuits.
pub(in crate::claims) fn check(prose: &mut Prose, facts: &Facts, checks: &mut Vec<Check>) {
    for page in prose.pages.iter_mut().filter(|page| page.litigation) {
        for at in 0..page.mentions.len() {
            checks.extend(said(page, at, facts));
        }
    }
}

fn said(page: &mut Page, at: usize, facts: &Facts) -> Option<Check> {
    let mention = &page.mentions[at];
    if !mention.is_exact() {
        return None;
    }
    let rest = page.text()[mention.range.end..].trim_start_matches([',', '(']);
    let (word, others) = SAYINGS.iter().find_map(|(words, others)| {
        let word = words.iter().find(|word| rest.starts_with(**word))?;
        Some((word, others))
    })?;
    let clause = rest.split([',', '。', ';']).next().unwrap_or_default();
    if clause.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let words = page.wide(at).to_owned();
    let (_, blocks) = BLOCKS.iter().find(|(word, blocks)| {
        words.contains(word) && sum(facts, blocks, "total") == Some(mention.value)
    })?;
    if any(&words, &["审结", "其中", "一审", "二审", "累计"]) {
        return None;
    }
    let [corrected, pending] = ["corrected", "pending"].map(|part| sum(facts, blocks, part));
    let (corrected, pending) = (corrected?, pending?);
    let all = others.len() < 2 || sum(facts, blocks, "upheld")? == mention.value;
    let against: Option<Number> = others.iter().map(|part| sum(facts, blocks, part)).sum();
    let against = against?;
    if against.is_zero() && !all {
        return None;
    }
    let found = (!against.is_zero()).then(|| {
        let [all, corrected, pending] = [mention.value, corrected, pending].map(plain);
        finding(
            Severity::Error,
            format!(
                "正文称 {all} 件“{word}”，而表格中结果纠正 {corrected} 件、尚未审结 {pending} 件。"
            ),
            format!(
                "The text says “{word}” of all {all}, but the table has {corrected} corrected and {pending} pending."
            ),
            None,
        )
    });
    let mut check = page.check(rules::STATEMENTS_CONTRADICT, "statement", &[at], found);
    for block in *blocks {
        for part in ["upheld", "corrected", "pending"] {
            let fact = facts.get(&format!("{block}.{part}"));
            check.evidence.extend(fact.and_then(Fact::evidence));
        }
    }
    Some(check)
}

/// One kind of outcome in all blocks.
fn sum(facts: &Facts, blocks: &[&str], part: &str) -> Option<Number> {
    let ids: Vec<String> = blocks
        .iter()
        .map(|block| format!("{block}.{part}"))
        .collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    value(facts, &ids)
}
