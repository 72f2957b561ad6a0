//! The rules, and what comes of applying them.

pub mod catalogue;
mod cells;
mod counts;
mod form;
mod losses;
mod names;
mod other_tables;
mod outline;
mod published;
mod relations;
mod stops;
mod template;
mod units;
mod wording;
mod years;

#[cfg(feature = "compare")]
use crate::compare;
use crate::{
    claims,
    document::Document,
    forms::READS_OLDER,
    recognise::Recognised,
    rule::{Check, Rule},
    text::order::Order,
};

/// Every rule, in the order of the codes.
#[must_use]
pub fn all() -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = catalogue::RULES.to_vec();
    rules.extend(claims::rules::RULES);
    #[cfg(feature = "compare")]
    rules.extend(
        compare::rules::RULES
            .into_iter()
            .chain([&claims::rules::Y103]),
    );
    rules.order_by_key(|rule| (area(rule.code), rule.code));
    rules
}

fn area(code: &str) -> usize {
    code.chars()
        .next()
        .and_then(|letter| "FTNYR".find(letter))
        .unwrap_or(usize::MAX)
}

/// The rule of that code, in either case.
#[must_use]
pub fn by_code(code: &str) -> Option<&'static Rule> {
    all()
        .into_iter()
        .find(|rule| rule.code.eq_ignore_ascii_case(code) || rule.name == code)
}

/// Applies the rules of form, reading and tables.
#[must_use]
pub fn apply(document: &Document, recognised: &Recognised) -> Vec<Check> {
    let mut checks = Vec::new();
    outline::sections(document, recognised, &mut checks);
    outline::ordinals(document, recognised, &mut checks);
    years::apply(document, recognised, &mut checks);
    counts::apply(document, recognised, &mut checks);
    names::apply(document, recognised, &mut checks);
    published::apply(document, recognised, &mut checks);
    template::apply(document, recognised, &mut checks);
    clean(recognised, &mut checks);
    form::edition(document, recognised, &mut checks);
    for table in &recognised.tables {
        form::table(document, recognised, table, &mut checks);
        cells::apply(table, &mut checks);
        units::apply(table, &mut checks);
        relations::apply(table, &mut checks);
    }
    if READS_OLDER {
        other_tables::apply(document, recognised, &mut checks);
    }
    checks
}

/// Rules that only speak where they find something hold where they looked at prose and found nothing.
fn clean(recognised: &Recognised, checks: &mut Vec<Check>) {
    for rule in [&catalogue::F107, &catalogue::F110] {
        if !recognised.prose.is_empty() && checks.iter().all(|check| check.rule.code != rule.code) {
            checks.push(Check::holds(rule, Vec::new()));
        }
    }
}
