//! Checks to the [`Report`] that leaves the core.

#[cfg(feature = "compare")]
mod bodies;
mod findings;
mod last_year;
mod parts;
mod places;
mod tables;

use crate::{
    document::Document,
    locate::Explained,
    recognise::Recognised,
    rule::{Bilingual, Check, Evidence, Language, Rule, Severity, Verdict},
    rules,
    text::Span,
    view::{self, Report},
};
#[cfg(feature = "compare")]
pub use bodies::Bodies;
use findings::findings;
pub use last_year::LastYear;
use parts::{part_view, sections};
use places::Places;
use std::collections::HashMap;
use tables::{fact_view, table_view};

/// What the rules came to.
#[derive(Debug, Default)]
pub struct Outcome<'a> {
    /// Every application of a rule.
    pub checks: Vec<Check>,
    /// What was explained.
    pub explained: Explained,
    /// Numbers of the text that nothing was checked against.
    pub unused: Vec<Evidence>,
    /// The codes of the rules that were switched off.
    pub off: Vec<&'static str>,
    /// Last year's report, where one was given.
    pub last: Option<LastYear<'a>>,
    /// The reports of the bodies, where they were given.
    #[cfg(feature = "compare")]
    pub bodies: Option<Bodies>,
}

/// What stands in other reports for the checks of this one.
#[derive(Clone, Copy)]
struct Beside<'a> {
    last: Option<&'a LastYear<'a>>,
    #[cfg(feature = "compare")]
    bodies: Option<&'a Bodies>,
}

impl Beside<'_> {
    /// Adds it to the finding of the check of that number.
    fn tell(self, check: usize, view: &mut view::Finding) {
        view.last_year = self.last.map_or_else(Vec::new, |last| last.evidence(check));
        #[cfg(feature = "compare")]
        if let Some(bodies) = self.bodies {
            view.bodies = bodies.shares(check);
        }
    }
}

/// Puts the report together in one language.
#[must_use]
pub fn assemble(
    document: &Document,
    recognised: &Recognised,
    outcome: Outcome<'_>,
    note: Option<&Bilingual>,
    language: Language,
) -> Report {
    let Outcome {
        checks,
        explained,
        unused,
        off,
        last,
        #[cfg(feature = "compare")]
        bodies,
    } = outcome;
    let beside = Beside {
        last: last.as_ref(),
        #[cfg(feature = "compare")]
        bodies: bodies.as_ref(),
    };
    let places = Places::new(document);
    let quote = |span: Span| document.quote(span).split_whitespace().collect::<String>();
    let title = recognised.title.as_ref();
    let (parts, facts) = (document.parts(), recognised.facts.all());
    let tables = recognised.tables.iter().enumerate();
    Report {
        schema: "gouji/1",
        source: view::Source {
            name: document.name().map(str::to_owned),
            format: document.format().name(),
            characters: document.text().chars().count(),
        },
        title: title.map(|title| quote(title.span)),
        organization: title.and_then(|title| title.organization).map(quote),
        year: recognised.year,
        edition: recognised.form.map(|form| form.edition),
        note: note.map(|note| note.get(language).to_owned()),
        sections: sections(document, recognised),
        parts: parts.iter().map(|part| part_view(document, part)).collect(),
        tables: tables
            .map(|(at, table)| table_view(document, table, at, &explained))
            .collect(),
        facts: facts.iter().map(|fact| fact_view(&places, fact)).collect(),
        claims: checks
            .iter()
            .filter_map(|check| claim_view(&places, check))
            .collect(),
        coverage: coverage(&checks, language),
        findings: findings(&places, checks, &explained.parts, beside, language),
        last_year: last.as_ref().map(|last| last.view(language)),
        #[cfg(feature = "compare")]
        bodies: bodies.as_ref().map(|bodies| bodies.view(language)),
        unused: places.views(&unused),
        off,
    }
}

/// The whole catalogue in one language, in the order of the codes.
#[must_use]
pub fn rule_pages(language: Language) -> Vec<view::RulePage> {
    let page = |rule: &Rule| view::RulePage {
        code: rule.code,
        name: rule.name,
        title: title(rule, language),
        severity: severity(rule.severity),
        page: if language == Language::English {
            rule.page_en
        } else {
            rule.page_zh
        },
    };
    rules::all().into_iter().map(page).collect()
}

fn title(rule: &Rule, language: Language) -> &'static str {
    if language == Language::English {
        rule.en
    } else {
        rule.zh
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Notice => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn claim_view(places: &Places<'_>, check: &Check) -> Option<view::Claim> {
    let holds = match check.verdict {
        Verdict::Holds => Some(true),
        Verdict::Violated => Some(false),
        Verdict::Undecided => None,
    };
    Some(view::Claim {
        kind: check.claim?,
        holds,
        evidence: places.views(&check.evidence),
    })
}

fn coverage(checks: &[Check], language: Language) -> Vec<view::Coverage> {
    let mut counts: HashMap<&str, [usize; 3]> = HashMap::new();
    for check in checks {
        counts.entry(check.rule.code).or_default()[check.verdict as usize] += 1;
    }
    rules::all()
        .into_iter()
        .filter_map(|rule| {
            let [holds, violated, undecided] = *counts.get(rule.code)?;
            let title = title(rule, language);
            Some(view::Coverage {
                code: rule.code,
                rule: rule.name,
                title,
                holds,
                violated,
                undecided,
            })
        })
        .collect()
}
