//! The reports of the bodies that one report of the whole counts together: each read like any other, then added up.

use super::last_year::same_cause;
use crate::{
    compare::{
        many::{self, Body, Figures, Many, Reading, Whole},
        rules::R101,
    },
    document::{Document, PageProblem, Part},
    ingest,
    locate::Explained,
    recognise::{Recognised, recognise},
    report,
    rule::{Bilingual, Check},
};
use std::path::Path;

/// The reports of the bodies: each read once, and compared as often as the report of the whole is checked.
#[derive(Debug, Clone, Default)]
pub struct Bodies {
    read: Vec<Body>,
    listed: Vec<String>,
}

impl Bodies {
    /// No report yet, and the names of the bodies that should have one, a line each with its number or without; no lines
    /// where that is not known.
    #[must_use]
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            read: Vec::new(),
            listed: many::listed(names.into_iter()),
        }
    }

    /// Adds a file. Total: what cannot be opened, or is no report, is told in the report of the whole.
    pub fn add(&mut self, bytes: &[u8], name: Option<&str>) {
        let file = name.and_then(|name| Path::new(name).file_stem());
        let file = file.map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        let number = self.read.len() + 1;
        let (organization, read) = match ingest::read(bytes, name) {
            Ok(document) => figures(&document),
            Err(error) => (None, Reading::Unread(error.message)),
        };
        self.read.push(Body {
            name: match organization {
                Some(name) => name.into(),
                None if file.is_empty() => format!("#{number}").into(),
                None => file.as_str().into(),
            },
            file,
            read,
        });
    }
}

/// The lines of a list of names in any kind of file that is read.
///
/// # Errors
/// Where the bytes cannot be opened.
pub fn name_list(bytes: &[u8], name: Option<&str>) -> Result<Vec<String>, ingest::Error> {
    let document = ingest::read(bytes, name)?;
    let blocks = document.blocks().iter();
    let lines = blocks.flat_map(|&block| document.quote(block).lines());
    Ok(many::listed(lines))
}

/// The name of the body, and what of its report can be added up.
fn figures(document: &Document) -> (Option<String>, Reading) {
    let read = recognise(document);
    let organization = organization(document, &read);
    if !read.is_report() {
        let reading = unread(document).map_or(Reading::Other, Reading::Unread);
        return (organization, reading);
    }
    let figures = Figures {
        organization: organization.clone(),
        year: read.year,
        edition: read.form.map(|form| form.edition),
        facts: read.facts,
    };
    (organization, Reading::Report(figures))
}

/// Why what seems to be no report might be one all the same.
fn unread(document: &Document) -> Option<Bilingual> {
    let is_picture = |part: &Part| matches!(part, Part::Picture { .. });
    let problems = document.page_problems().iter();
    let pages = problems
        .filter(|(_, problem)| *problem != PageProblem::Recognised)
        .count();
    (pages > 0 || document.parts().iter().any(is_picture)).then(|| {
        Bilingual::new(
            "其中有读不出文字的页或图片。",
            "there are pages or pictures without text that can be read.",
        )
    })
}

fn organization(document: &Document, read: &Recognised) -> Option<String> {
    let span = read.title.as_ref()?.organization?;
    Some(document.quote(span).split_whitespace().collect())
}

/// Adds to the outcome of the report of the whole what the reports of its bodies say of it.
pub(super) fn tell(
    bodies: &Bodies,
    document: &Document,
    recognised: &Recognised,
    outcome: &mut report::Outcome<'_>,
) {
    let organization = organization(document, recognised);
    let whole = Whole {
        recognised,
        organization: organization.as_deref(),
    };
    let report::Outcome {
        checks,
        explained,
        off,
        ..
    } = outcome;
    let told = |check: &Check| same_cause(checks, explained, check);
    let is_told = |check: &Check| told(check).is_some();
    let mut many = many::check(whole, &bodies.read, &bodies.listed, &is_told);
    if off.contains(&R101.code) {
        many.parts.clear();
    }
    many.checks
        .retain(|one| !off.contains(&one.check.rule.code));
    let added = many.checks.iter();
    let causes: Vec<Option<usize>> = added.map(|added| told(&added.check)).collect();
    outcome.bodies = Some(joined(many, &causes, checks, explained));
}

/// Appends the checks; each finding that is part of another keeps that, whatever was told before.
fn joined(
    many: Many,
    causes: &[Option<usize>],
    checks: &mut Vec<Check>,
    explained: &mut Explained,
) -> report::Bodies {
    let from = checks.len();
    let wholes = (0..causes.len()).filter_map(|at| {
        let within = many.parts.iter().find(|(part, _)| *part == at);
        let end = within.map_or(at, |&(_, whole)| whole);
        let whole = causes[end].or_else(|| within.map(|_| from + end))?;
        Some((from + at, whole))
    });
    let parts: Vec<(usize, usize)> = wholes.collect();
    let mut figures = Vec::new();
    for added in many.checks {
        if !added.figures.is_empty() {
            figures.push((checks.len(), added.figures));
        }
        checks.push(added.check);
    }
    explained.parts.extend(parts);
    report::Bodies {
        reports: many.reports,
        compared: many.compared,
        missing: many.missing,
        notes: many.notes,
        figures,
    }
}
