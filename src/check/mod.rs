//! The whole way from bytes to the report.

#[cfg(feature = "compare")]
mod bodies;
#[cfg(feature = "compare")]
mod last_year;
mod notes;

use crate::{
    claims,
    document::{Document, Edit},
    ingest, locate,
    recognise::{Recognised, recognise},
    report,
    rule::Language,
    rules, view,
};
#[cfg(feature = "compare")]
pub use bodies::{Bodies, name_list};
#[cfg(feature = "compare")]
use last_year::Last;
#[cfg(feature = "compare")]
pub use last_year::LastYear;
#[cfg(not(feature = "compare"))]
use without::Last;
#[cfg(not(feature = "compare"))]
pub use without::LastYear;

/// What the caller knows and wishes.
#[derive(Debug, Clone, Default)]
pub struct Options<'a> {
    /// The file's name, if there is one.
    pub name: Option<&'a str>,
    /// The language of messages.
    pub language: Language,
    /// The codes or names of rules that are not to be applied; what is no rule is passed over.
    pub off: &'a [&'a str],
    /// Texts to try in place of what was read, by block as an earlier report of the same bytes numbers them.
    pub edits: &'a [Edit],
    /// Last year's report of the same body, which this one is checked against.
    pub last_year: Option<&'a LastYear>,
    /// The reports of the bodies that this one counts together, where it is that of the whole.
    #[cfg(feature = "compare")]
    pub bodies: Option<&'a Bodies>,
}

/// Reads and checks one report.
///
/// # Errors
/// Only where the bytes cannot be opened at all, or as `check_document`; the error is a sentence for the user.
pub fn check(bytes: &[u8], options: &Options<'_>) -> Result<view::Report, ingest::Error> {
    let document = ingest::read(bytes, options.name)?;
    check_document(&document, options)
}

/// Checks a report that was read before.
///
/// # Errors
/// Only in a build without `older`, where the report is in a form before 2019, or without `compare`, where last year's
/// report is given.
pub fn check_document(
    document: &Document,
    options: &Options<'_>,
) -> Result<view::Report, ingest::Error> {
    if !options.edits.is_empty() {
        let edited = document.edited(options.edits, ingest::MOST_TEXT);
        return checked(&edited, options);
    }
    checked(document, options)
}

fn checked(document: &Document, options: &Options<'_>) -> Result<view::Report, ingest::Error> {
    if !cfg!(feature = "compare") && options.last_year.is_some() {
        return Err(ingest::years_apart());
    }
    let recognised = recognise(document);
    if recognised.is_too_old() {
        return Err(ingest::too_old());
    }
    let off = switched_off(options.off);
    if !recognised.is_report() {
        let outcome = report::Outcome {
            off,
            ..report::Outcome::default()
        };
        let note = notes::of_no_report(document);
        return Ok(report::assemble(
            document,
            &recognised,
            outcome,
            note.as_ref(),
            options.language,
        ));
    }
    let last = Last::of(options.last_year, document, &recognised);
    #[cfg_attr(not(feature = "compare"), expect(unused_mut))]
    let mut outcome = outcome(document, &recognised, &last, off);
    #[cfg(feature = "compare")]
    if let Some(bodies) = options.bodies {
        bodies::tell(bodies, document, &recognised, &mut outcome);
    }
    let note = notes::of_report(document, &recognised);
    Ok(report::assemble(
        document,
        &recognised,
        outcome,
        note.as_ref(),
        options.language,
    ))
}

/// Applies all rules but those that are off.
fn outcome<'a>(
    document: &Document,
    recognised: &Recognised,
    last: &'a Last<'_>,
    off: Vec<&'static str>,
) -> report::Outcome<'a> {
    let title = recognised.title.as_ref();
    let body = title.and_then(|title| title.organization);
    let context = claims::Context {
        body: body.map_or("", |name| document.quote(name)),
        document,
        facts: &recognised.facts,
        year: recognised.year,
        prose: &recognised.prose,
        folded: &recognised.folded,
        last: last.facts(),
    };
    let claims = claims::check(&context);
    let mut checks = rules::apply(document, recognised);
    checks.extend(claims.checks);
    checks.retain(|check| !off.contains(&check.rule.code));
    let mut explained = locate::explain(recognised, &mut checks);
    let mut compared = claims.compared;
    compared.extend(last.compare(document, recognised));
    compared.retain(|one| !off.contains(&one.check.rule.code));
    let last = last.told(compared, &mut checks, &mut explained);
    report::Outcome {
        checks,
        explained,
        unused: claims.unused,
        off,
        last,
        #[cfg(feature = "compare")]
        bodies: None,
    }
}

/// The codes of the rules named, in the order of the catalogue.
fn switched_off(named: &[&str]) -> Vec<&'static str> {
    let wanted: Vec<&str> = named
        .iter()
        .filter_map(|name| rules::by_code(name.trim()))
        .map(|rule| rule.code)
        .collect();
    let codes = rules::all().into_iter().map(|rule| rule.code);
    codes.filter(|code| wanted.contains(code)).collect()
}

/// The build that compares no years.
#[cfg(not(feature = "compare"))]
mod without {
    use crate::{
        document::Document,
        facts::Facts,
        locate::Explained,
        recognise::Recognised,
        report,
        rule::{Check, Compared},
    };
    use std::marker::PhantomData;

    /// Last year's report, which this build does not read.
    #[derive(Debug, Clone)]
    pub struct LastYear;

    impl LastYear {
        /// Nothing is read.
        #[must_use]
        pub fn read(_: &[u8], _: Option<&str>) -> Self {
            Self
        }
    }

    pub(super) struct Last<'a>(PhantomData<&'a LastYear>);

    impl<'a> Last<'a> {
        pub(super) fn of(_: Option<&'a LastYear>, _: &Document, _: &Recognised) -> Self {
            Self(PhantomData)
        }

        pub(super) fn facts(&self) -> Option<&Facts> {
            None
        }

        pub(super) fn compare(&self, _: &Document, _: &Recognised) -> Vec<Compared> {
            Vec::new()
        }

        pub(super) fn told(
            &self,
            _: Vec<Compared>,
            _: &mut Vec<Check>,
            _: &mut Explained,
        ) -> Option<report::LastYear<'_>> {
            None
        }
    }
}
