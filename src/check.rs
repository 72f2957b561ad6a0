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
}

/// Reads and checks one report.
///
/// # Errors
/// Only where the bytes cannot be opened at all; the error is a sentence for the user.
pub fn check(bytes: &[u8], options: &Options<'_>) -> Result<view::Report, ingest::Error> {
    let document = ingest::read(bytes, options.name)?;
    Ok(check_document(&document, options.language))
}

/// Checks a report that was read before.
#[must_use]
pub fn check_document(document: &Document, language: Language) -> view::Report {
    let recognised = recognise(document);
    if !recognised.is_report() {
        let note = Some(&no_report());
        let (checks, unused) = (Vec::new(), Vec::new());
        return report::assemble(document, &recognised, checks, &unused, note, language);
    }
    let mut checks = rules::apply(document, &recognised);
    locate::explain(&recognised, &mut checks);
    let context = claims::Context {
        document,
        facts: &recognised.facts,
        year: recognised.year,
        prose: &recognised.prose,
    };
    let claims = claims::check(&context);
    checks.extend(claims.checks);
    let note = note(document, &recognised);
    report::assemble(
        document,
        &recognised,
        checks,
        &claims.unused,
        note.as_ref(),
        language,
    )
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
        "这份文件太长，只读了前面的部分，后面的内容没有核对。",
        "This file is too long: only its beginning was read, the rest was not checked.",
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
