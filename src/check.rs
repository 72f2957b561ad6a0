//! The whole way from bytes to the report.

use crate::{ingest, rule::Language, view};

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
    let _document = ingest::read(bytes, options.name)?;
    todo!()
}
