//! Word documents of 2007 and later (`.docx`).

use super::{
    Error,
    sniff::{self, Kind},
};
use crate::document::Document;

/// Reads one.
///
/// # Errors
/// Where nothing can be read from it.
pub(super) fn read(_bytes: &[u8], _name: Option<&str>) -> Result<Document, Error> {
    Err(sniff::damaged(Kind::Docx))
}
