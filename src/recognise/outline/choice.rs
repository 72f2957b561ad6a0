//! Which of the headings found are the report's sections.

use super::{Section, candidates::Candidate, marker::Style, words::longer};
use crate::document::Document;

/// The candidates that are numbered as the report numbers its sections.
pub(super) fn top_level(candidates: &[Candidate]) -> Vec<Candidate> {
    let of = |wanted: &dyn Fn(Option<Style>) -> bool| -> Vec<Candidate> {
        let fits = |one: &&Candidate| wanted(one.style);
        candidates.iter().filter(fits).copied().collect()
    };
    let mut base = of(&|style| style.is_none_or(Style::is_top));
    if distinct(&base) < 3 {
        for lower in [Style::Paren, Style::Arabic] {
            let others = of(&|style| style == Some(lower));
            if distinct(&others) >= 4 {
                base.extend(others);
                return base;
            }
        }
    }
    let named = forms(&base);
    let lost = candidates.iter().filter(|one| {
        let lower = one.style.is_some_and(|style| !style.is_top());
        lower && one.named.strict && one.named.forms().all(|form| !named[form])
    });
    base.extend(lost.copied().collect::<Vec<_>>());
    base
}

fn forms(candidates: &[Candidate]) -> [bool; 6] {
    let mut named = [false; 6];
    for form in candidates.iter().flat_map(|one| one.named.forms()) {
        named[form] = true;
    }
    named
}

fn distinct(candidates: &[Candidate]) -> usize {
    forms(candidates).iter().filter(|&&found| found).count()
}

/// Of the headings of one section, drops those that are merely like it where a plain one is there.
pub(super) fn prefer_plain(found: &mut Vec<Section>) {
    let mut plain = [false; 6];
    for section in found.iter().filter(|section| section.plain) {
        plain[section.form] = true;
    }
    found.retain(|section| section.plain || !plain[section.form]);
}

/// Drops an index of the headings: three or more that directly follow each other and all come again elsewhere.
pub(super) fn without_index(document: &Document, found: &[Section]) -> Vec<Section> {
    let follows = |one: &Section, other: &Section| {
        let between = one.heading.end..other.heading.start;
        document
            .text()
            .get(between)
            .is_none_or(|between| !longer(between, 4))
    };
    let mut kept = Vec::new();
    let mut from = 0;
    while from < found.len() {
        let mut to = from + 1;
        while to < found.len() && follows(&found[to - 1], &found[to]) {
            to += 1;
        }
        let run = &found[from..to];
        let rest = || found[to..].iter().chain(&kept);
        let again = run
            .iter()
            .all(|one| rest().any(|other: &Section| other.form == one.form));
        if run.len() < 3 || !again {
            kept.extend_from_slice(run);
        }
        from = to;
    }
    kept
}
