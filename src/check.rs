//! The whole way from bytes to the report.

use crate::{
    claims,
    document::Document,
    ingest, locate,
    recognise::{Recognised, recognise},
    report,
    rule::{Bilingual, Language},
    rules, view,
};

/// What the caller knows and wishes.
#[derive(Debug, Clone, Default)]
pub struct Options<'a> {
    /// The file's name, if there is one.
    pub name: Option<&'a str>,
    /// The language of messages.
    pub language: Language,
    /// The codes or names of rules that are not to be applied; what is no rule is passed over.
    pub off: &'a [&'a str],
}

/// Reads and checks one report.
///
/// # Errors
/// Only where the bytes cannot be opened at all; the error is a sentence for the user.
pub fn check(bytes: &[u8], options: &Options<'_>) -> Result<view::Report, ingest::Error> {
    let document = ingest::read(bytes, options.name)?;
    let recognised = recognise(&document);
    let off = switched_off(options.off);
    if !recognised.is_report() {
        let outcome = report::Outcome {
            off,
            ..report::Outcome::default()
        };
        let note = Some(&no_report());
        return Ok(report::assemble(
            &document,
            &recognised,
            outcome,
            note,
            options.language,
        ));
    }
    let context = claims::Context {
        document: &document,
        facts: &recognised.facts,
        year: recognised.year,
        prose: &recognised.prose,
    };
    let claims = claims::check(&context);
    let mut checks = rules::apply(&document, &recognised, options.name);
    checks.extend(claims.checks);
    checks.retain(|check| !off.contains(&check.rule.code));
    let parts = locate::explain(&recognised, &mut checks);
    let outcome = report::Outcome {
        checks,
        parts,
        unused: claims.unused,
        off,
    };
    let note = note(&document, &recognised);
    Ok(report::assemble(
        &document,
        &recognised,
        outcome,
        note.as_ref(),
        options.language,
    ))
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

/// What must be said of the whole: that the text was too long, or that no table could be read.
fn note(document: &Document, recognised: &Recognised) -> Option<Bilingual> {
    if document.is_cut() {
        return Some(cut());
    }
    recognised.facts.is_empty().then(no_tables)
}

fn cut() -> Bilingual {
    Bilingual::new(
        "这份文件太长或不完整，只读了前面的部分，后面的内容没有核对。",
        "This file is too long or incomplete: only its beginning was read, the rest was not checked.",
    )
}

fn no_report() -> Bilingual {
    Bilingual::new(
        "这段文字看起来不是政府信息公开工作年度报告，没有可以核对的内容。请粘贴报告全文，连同其中的表格。",
        "This does not look like a government disclosure annual report; there is nothing to check. Paste the whole report, tables included.",
    )
}

fn no_tables() -> Bilingual {
    Bilingual::new(
        "没有读到表格中的数字，表内勾稽关系无法核对；只核对了正文。",
        "No table was read, so the sums inside the tables cannot be checked; only the text was.",
    )
}
