//! Doubts that the tables dispel.

use super::rules;
use crate::{
    forms::READS_OLDER,
    rule::{Check, Evidence, Finding, Severity, Verdict},
    text::{Span, order::Order, words::any},
};

/// Ways of publication, of which one item may take several.
const CHANNELS: [&str; 5] = ["网站", "公报", "微博", "微信", "其他方式"];

/// Drops the doubt whether a list is complete, and what is told of ways of publication, where the tables bear out its
/// total and every part: then it is not, and nothing is wrong.
pub(super) fn settle(checks: &mut Vec<Check>) {
    let mut known: Vec<Span> = checks
        .iter()
        .filter(|check| {
            check.rule == rules::TEXT_DIFFERS_FROM_TABLE && check.verdict == Verdict::Holds
        })
        .flat_map(|check| check.evidence.iter().map(|evidence| evidence.span))
        .collect();
    known.order();
    let is_known = |one: &Evidence| known.binary_search(&one.span).is_ok();
    let asks = |check: &Check| is_doubt(check) || READS_OLDER && is_of_channels(check);
    checks.retain(|check| !asks(check) || !check.evidence.iter().all(is_known));
}

/// A list that nearly adds up but need not be complete.
fn is_doubt(check: &Check) -> bool {
    let mild = |finding: &Finding| finding.severity == Severity::Notice;
    check.rule == rules::PARTS_DIFFER_FROM_SUM
        && check.verdict == Verdict::Violated
        && check.finding.as_ref().is_some_and(mild)
}

/// A list of ways of publication that does not add up: lists up to 2018 print such numbers, each in a row of its own.
fn is_of_channels(check: &Check) -> bool {
    let ways = check
        .evidence
        .iter()
        .filter(|one| any(&one.label, &CHANNELS));
    let violated = check.rule == rules::PARTS_DIFFER_FROM_SUM && check.verdict == Verdict::Violated;
    violated && check.evidence.len() > 2 && ways.count() + 1 >= check.evidence.len()
}
