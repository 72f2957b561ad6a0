//! Doubts that the tables dispel.

use crate::{
    rule::{Check, Evidence, Finding, Severity, Verdict},
    text::{Span, order::Order},
};

/// Drops the doubt whether a list is complete where the tables bear out its total and every part: then it is not,
/// and nothing is wrong.
pub(super) fn settle(checks: &mut Vec<Check>) {
    let mut known: Vec<Span> = checks
        .iter()
        .filter(|check| check.rule.code == "N101" && check.verdict == Verdict::Holds)
        .flat_map(|check| check.evidence.iter().map(|evidence| evidence.span))
        .collect();
    known.order();
    let is_known = |one: &Evidence| known.binary_search(&one.span).is_ok();
    checks.retain(|check| !is_doubt(check) || !check.evidence.iter().all(is_known));
}

/// A list that nearly adds up but need not be complete.
fn is_doubt(check: &Check) -> bool {
    let mild = |finding: &Finding| finding.severity == Severity::Notice;
    check.rule.code == "N201"
        && check.verdict == Verdict::Violated
        && check.finding.as_ref().is_some_and(mild)
}
