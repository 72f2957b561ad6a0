//! Statements without numbers that the tables can contradict (N210).

pub(super) mod cases;
pub(super) mod none;
pub(super) mod whole;

use crate::{
    claims::{
        lexicon::statements::{ALL_DONE, CARRIED_IN, LIMITS},
        reading::{
            page::{Page, any, finding},
            prose::Prose,
            roles::requests,
        },
        rules,
    },
    facts::Facts,
    rule::{Check, Evidence, Finding, Severity},
    text::{
        number::plain,
        words::{find, has, without},
    },
};

/// Checks the statements of all passages.
pub(super) fn check(prose: &Prose, facts: &Facts, checks: &mut Vec<Check>) {
    for page in prose.pages.iter().filter(|page| requests(page)) {
        let mut from = 0;
        for sentence in page.text().split_inclusive(['。', ';', '!', '?']) {
            if has(sentence, "申请") {
                checks.extend(all_done(page, from, sentence, facts));
            }
            from += sentence.len();
        }
    }
}

/// A statement against the tables: what is found wrong with it, or that it holds.
pub(super) fn statement(evidence: Vec<Evidence>, finding: Option<Finding>) -> Check {
    Check {
        claim: Some("statement"),
        ..Check::of(rules::STATEMENTS_CONTRADICT, evidence, finding)
    }
}

pub(super) fn place(page: &Page, from: usize, word: &str, at: usize) -> Evidence {
    Evidence::words(
        page.passage.origin(&(from + at..from + at + word.len())),
        word,
    )
}

/// Whether those alone are meant that were carried in: `上年结转的均已办结`, `上年结转申请2件,均已办结;…`.
fn is_of_old(lead: &str) -> bool {
    let parts = [',', ';', '、'];
    let subject = match lead.strip_suffix(',') {
        Some(lead) => Some(lead).filter(|lead| !lead.contains(parts)),
        None => lead.rsplit(parts).next(),
    };
    subject.is_some_and(|subject| subject.contains("结转") && !subject.contains(['收', '和', '及']))
}

/// 全部办结, although some are carried over.
fn all_done(page: &Page, from: usize, sentence: &str, facts: &Facts) -> Option<Check> {
    let (word, at) = ALL_DONE
        .iter()
        .find_map(|&word| Some((word, find(sentence, word)?)))?;
    let fact = facts
        .get("t3.carried_out.total")
        .filter(|fact| !fact.inferred)?;
    let left = facts.in_sum("t3.carried_out.total")?;
    // What was carried in limits nothing: 上年结转2件,所有申请均已办结.
    let rest = without(sentence, CARRIED_IN);
    let old = is_of_old(&sentence[..at]);
    if old || any(&rest, LIMITS) || any(sentence, &["诉求", "留言", "建议", "提案", "工单", "投诉"])
    {
        return None;
    }
    let whole = sentence[..at].contains("申请");
    if !left.is_zero()
        && (!whole || sentence.contains("收到"))
        && !any(sentence, &["所有", "全部办结", "均"])
    {
        return None;
    }
    let found = (!left.is_zero()).then(|| {
        finding(
            Severity::Error,
            format!(
                "正文称“{word}”，而表格结转下年度继续办理 {} 件。",
                plain(left)
            ),
            format!(
                "The text says that all requests were dealt with, but {} are carried over.",
                plain(left)
            ),
            None,
        )
    });
    let evidence = [Some(place(page, from, word, at)), fact.evidence()];
    Some(statement(evidence.into_iter().flatten().collect(), found))
}
