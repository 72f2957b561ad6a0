//! Compound files of 1997–2003: Word and WPS documents, Excel and WPS workbooks.

pub(super) mod container;

use self::container::Container;
use super::{Error, doc, refusal, sniff::Kind, xls};
use crate::document::Document;

/// Reads one, by the streams that it holds.
///
/// # Errors
/// Where nothing can be read from it.
pub(super) fn read(bytes: &[u8], name: Option<&str>) -> Result<Document, Error> {
    let container = Container::open(bytes).ok_or_else(|| refusal::damaged(Kind::Compound))?;
    if container.has("EncryptedPackage") || container.has("EncryptionInfo") {
        return Err(refusal::protected());
    }
    if let Some(stream) = container.stream("WordDocument") {
        return doc::read(&container, &stream, name);
    }
    let workbook = container
        .stream("Workbook")
        .or_else(|| container.stream("Book"));
    match workbook {
        Some(stream) => xls::read(&stream, name),
        None if container.has("PowerPoint Document") => Err(refusal::unknown_kind(
            "演示文稿（ppt）",
            "a presentation (ppt)",
        )),
        None if container.has("__properties_version1.0") => Err(refusal::unknown_kind(
            "Outlook 邮件（msg）",
            "an Outlook message (msg)",
        )),
        None => Err(refusal::damaged(Kind::Compound)),
    }
}
