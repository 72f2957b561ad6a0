//! Each rule of the text is told somewhere, and is silent where it is applied and nothing is wrong.

use super::{Case, all_cases, run};
use gouji::rule::Verdict;
use std::collections::{BTreeMap, BTreeSet};

/// A rule whose silence is seen less often than this may be one that always speaks.
const LEAST: usize = 3;

/// Rules that are applied only where they speak, each with what it looks at: two ways to count, a percentage, a number
/// with a point or commas.
const ONLY_TOLD: [(&str, &[&str]); 3] = [
    ("N103", &["收到", "办理"]),
    ("N207", &["%"]),
    ("N208", &["."]),
];

#[test]
fn every_rule_of_the_text_is_told_and_is_silent_on_its_look_alikes() {
    let (mut told, mut silent) = (BTreeSet::new(), BTreeMap::<&str, usize>::new());
    for (_, case) in all_cases() {
        let finds = case.twins.iter().flat_map(|twin| &twin.2);
        told.extend(finds.chain(&case.finds).map(|find| find[0].clone()));
        for code in held(&case) {
            *silent.entry(code).or_default() += 1;
        }
    }
    for rule in gouji::rules::all() {
        if rule.code.starts_with('N') {
            let cases = silent.get(rule.code).copied().unwrap_or_default();
            assert!(told.contains(rule.code), "{} is never told", rule.code);
            assert!(cases >= LEAST, "{} is silent in {cases} cases", rule.code);
        }
    }
}

/// The rules that were applied in a case and had nothing to tell.
fn held(case: &Case) -> BTreeSet<&'static str> {
    let checks = run(case, &case.text).checks;
    let of = |wanted: Verdict| {
        let checks = checks.iter().filter(move |check| check.verdict == wanted);
        checks.map(|check| check.rule.code).collect::<BTreeSet<_>>()
    };
    let seen = |signs: &[&str]| signs.iter().all(|sign| case.text.concat().contains(sign));
    let looked_at = ONLY_TOLD.iter().filter(|(_, signs)| seen(signs));
    let mut held = of(Verdict::Holds);
    held.extend(looked_at.map(|(code, _)| code));
    held.difference(&of(Verdict::Violated)).copied().collect()
}
