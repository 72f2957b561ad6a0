//! What bytes are, by their content.

use super::{Error, refusal};

/// Kinds of pictures, by their first bytes.
const PICTURES: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
];

/// What bytes are, as far as their reader is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text, a page, or nothing that is known.
    Text,
    /// A Word document of 2007 and later.
    Docx,
    /// An Excel workbook of 2007 and later.
    Xlsx,
    /// A compound file of 1997–2003: Word, Excel or WPS.
    Compound,
    /// A document of GB/T 33190.
    Ofd,
    /// A PDF file.
    Pdf,
}

impl Kind {
    /// What users call it, in Chinese and in English.
    pub(super) fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Text => ("文本", "text"),
            Self::Docx => ("Word 文档（docx）", "a Word document (docx)"),
            Self::Xlsx => ("Excel 表格（xlsx）", "an Excel workbook (xlsx)"),
            Self::Compound => (
                "旧版 Word、Excel 或 WPS 文件（doc、xls、wps）",
                "an old Word, Excel or WPS file (doc, xls, wps)",
            ),
            Self::Ofd => ("OFD 版式文件", "an OFD document"),
            Self::Pdf => ("PDF 文件", "a PDF file"),
        }
    }
}

/// What the bytes are.
///
/// # Errors
/// Where they are of a kind that no reader reads.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, Error> {
    if let Some(kind) = picture(bytes) {
        return Err(refusal::picture(kind));
    }
    container(bytes)
}

fn picture(bytes: &[u8]) -> Option<&'static str> {
    let known = PICTURES.iter().find(|(magic, _)| bytes.starts_with(magic));
    let at = |place: usize, magic: &[u8]| {
        bytes
            .get(place..)
            .is_some_and(|rest| rest.starts_with(magic))
    };
    match known {
        Some((_, kind)) => Some(kind),
        None if bytes.starts_with(b"RIFF") && at(8, b"WEBP") => Some("WebP"),
        None if bytes.starts_with(b"BM") && at(6, &[0; 4]) => Some("BMP"),
        None if at(4, b"ftyphei") || at(4, b"ftypmif1") || at(4, b"ftypavif") => Some("HEIF"),
        None => None,
    }
}

fn container(bytes: &[u8]) -> Result<Kind, Error> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive(bytes);
    }
    let head = &bytes[..bytes.len().min(1024)];
    if contains(head, b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(Kind::Compound);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(refusal::unknown_kind("RTF 文档", "an RTF document"));
    }
    let archives: [&[u8]; 3] = [b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b"];
    match archives.iter().any(|magic| bytes.starts_with(magic)) {
        true => Err(refusal::unknown_kind("压缩文件", "an archive")),
        false => Ok(Kind::Text),
    }
}

/// What a zip archive holds, by the names in it, which are never compressed.
fn archive(bytes: &[u8]) -> Result<Kind, Error> {
    match () {
        () if contains(bytes, b"word/document") => Ok(Kind::Docx),
        () if contains(bytes, b"xl/workbook") => Ok(Kind::Xlsx),
        () if contains(bytes, b"OFD.xml") => Ok(Kind::Ofd),
        () if contains(bytes, b"opendocument") => {
            Err(refusal::unknown_kind("ODF 文档", "an OpenDocument file"))
        }
        () => Err(refusal::unknown_kind("压缩文件（zip）", "a zip archive")),
    }
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}
