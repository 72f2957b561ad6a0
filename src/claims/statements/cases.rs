//! 均获维持, although table four has corrected or pending ones (N210).

use crate::{
    claims::{
        cells::value,
        lexicon::statements::UPHELD,
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
/// Checks what the text says of all reviews or lawsuits.
pub(in crate::claims) fn check(prose: &mut Prose, facts: &Facts, checks: &mut Vec<Check>) {
    for page in prose.pages.iter_mut().filter(|page| page.litigation) {
        for at in 0..page.mentions.len() {
            checks.extend(upheld(page, at, facts));
        }
    }
}

fn upheld(page: &mut Page, at: usize, facts: &Facts) -> Option<Check> {
    let mention = &page.mentions[at];
    if !mention.is_exact() {
        return None;
    }
    let rest = page.text()[mention.range.end..].trim_start_matches([',', '(']);
    if !UPHELD.iter().any(|word| rest.starts_with(word)) {
        return None;
    }
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
    let corrected = sum(facts, blocks, "corrected")?;
    let pending = sum(facts, blocks, "pending")?;
    let whole = sum(facts, blocks, "upheld")? == mention.value;
    let against = corrected + pending;
    if against.is_zero() && !whole {
        return None;
    }
    let found = (!against.is_zero()).then(|| {
        finding(
            Severity::Error,
            format!(
                "正文称 {} 件均获维持，而表格中结果纠正 {} 件、尚未审结 {} 件。",
                plain(mention.value),
                plain(corrected),
                plain(pending)
            ),
            format!(
                "The text says that all {} were upheld, but the table has {} corrected and {} pending.",
                plain(mention.value),
                plain(corrected),
                plain(pending)
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
