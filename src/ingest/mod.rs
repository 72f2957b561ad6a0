//! Bytes to a [`Document`]: the only layer that can fail.

pub mod html;
pub mod text;

use crate::{document::Document, rule::Bilingual};

/// Why bytes could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// A stable name: `empty`, `too-large`, `picture`, `binary`, `not-yet-read`.
    pub code: &'static str,
    /// A calm sentence for the user: what it is and what to do.
    pub message: Bilingual,
}

/// The most bytes that are read.
pub const MOST_BYTES: usize = 64 << 20;

/// Opens bytes of any kind, judging by their content.
///
/// # Errors
/// Where nothing can be read from them.
pub fn read(bytes: &[u8], name: Option<&str>) -> Result<Document, Error> {
    let _ = (bytes, name);
    todo!()
}
