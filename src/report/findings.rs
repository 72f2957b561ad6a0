//! The findings in the order of the text, each with an identity of its own.

use super::{Beside, places::Places};
use super::{severity, title};
use crate::{
    rule::{Cause, Check, Evidence, Finding, Language, Repair},
    text::{number::plain, order::Order},
    view,
};
use std::collections::HashMap;

/// The findings in the order of the text, each followed by those that are part of it; those without a place come last.
pub(super) fn findings(
    places: &Places<'_>,
    checks: Vec<Check>,
    parts: &[(usize, usize)],
    beside: Beside<'_>,
    language: Language,
) -> Vec<view::Finding> {
    let mut wholes = vec![None; checks.len()];
    for &(part, whole) in parts {
        wholes[part] = Some(whole);
    }
    let place = |at: usize| {
        let check: &Check = &checks[at];
        let first = check.evidence.first();
        (
            first.map_or(usize::MAX, |first| first.span.start),
            check.rule.code,
        )
    };
    let key = |at: usize| (place(wholes[at].unwrap_or(at)), wholes[at], place(at));
    let mut found: Vec<usize> = (0..checks.len())
        .filter(|&at| checks[at].finding.is_some())
        .collect();
    found.order_by_key(|&at| key(at));
    let mut checks: Vec<Option<Check>> = checks.into_iter().map(Some).collect();
    let (mut seen, mut names) = (HashMap::new(), vec![None; checks.len()]);
    let mut views = Vec::with_capacity(found.len());
    for at in found {
        let Some(mut check) = checks[at].take() else {
            continue;
        };
        let Some(finding) = check.finding.take() else {
            continue;
        };
        let mut view = finding_view(places, &check, finding, &mut seen, language);
        view.part_of = wholes[at].and_then(|whole: usize| names[whole].clone());
        names[at] = Some(view.id.clone());
        beside.tell(at, &mut view);
        views.push(view);
    }
    views
}

pub(super) fn finding_view(
    places: &Places<'_>,
    check: &Check,
    finding: Finding,
    seen: &mut HashMap<String, usize>,
    language: Language,
) -> view::Finding {
    let rule = check.rule;
    let evidence = places.views(&check.evidence);
    let base = identity(rule.code, &evidence, &finding);
    let count = seen.entry(base.clone()).or_insert(0);
    *count += 1;
    let id = if *count == 1 {
        base
    } else {
        format!("{base}-{count}")
    };
    view::Finding {
        id,
        code: rule.code,
        rule: rule.name,
        title: title(rule, language),
        severity: severity(finding.severity),
        cause: match finding.cause {
            Cause::Report => "report",
            Cause::Reading => "reading",
            Cause::Either => "either",
        },
        message: finding.message.get(language).to_owned(),
        formula: finding.formula,
        expected: finding.expected,
        found: finding.found,
        evidence,
        repairs: finding
            .repairs
            .iter()
            .map(|repair| repair_view(places, repair, language))
            .collect(),
        part_of: None,
        last_year: Vec::new(),
        #[cfg(feature = "compare")]
        bodies: Vec::new(),
    }
}

/// The same fault in the same report keeps its identity: it hangs on the rule, the labels and the printed characters,
/// not on the place or the language.
pub(super) fn identity(code: &str, evidence: &[view::Evidence], finding: &Finding) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for evidence in evidence {
        add(&evidence.label);
        add(&evidence.quote);
    }
    add(finding.formula.as_deref().unwrap_or_default());
    add(&finding.message.zh);
    format!("{code}-{:08x}", (hash ^ (hash >> 32)) as u32)
}

pub(super) fn repair_view(
    places: &Places<'_>,
    repair: &Repair,
    language: Language,
) -> view::Repair {
    let Evidence { span, label, value } = &repair.evidence;
    view::Repair {
        evidence: places.view(*span, label, *value),
        value: plain(repair.value),
        restores: repair.restores,
        why: repair.why.get(language).to_owned(),
        way: repair.way,
    }
}
