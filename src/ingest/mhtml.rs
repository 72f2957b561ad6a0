//! Web pages saved with all their parts in one file (`.mhtml`).

use super::html;
use crate::document::Document;

/// Whether a text is such a file.
pub(super) fn is_mhtml(_text: &str) -> bool {
    false
}

/// Reads one.
pub(super) fn read(text: &str, name: Option<&str>) -> Document {
    html::read(text, name)
}
