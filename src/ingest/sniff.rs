//! What bytes are, by their content, and what to say when they cannot be read.

use super::{Error, MOST_BYTES};
use crate::rule::Bilingual;

/// How many bytes of text are looked at to tell a page from plain text.
const SAMPLE: usize = 1 << 14;

/// Kinds of pictures, by their first bytes.
const PICTURES: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
];

/// Tags that make a text a page when they stand at its beginning.
const TAGS: &[&str] = &[
    "!doctype",
    "html",
    "head",
    "body",
    "meta",
    "title",
    "style",
    "link",
    "script",
    "base",
    "table",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
    "colgroup",
    "p",
    "div",
    "span",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "br",
    "img",
    "a",
    "b",
    "strong",
    "font",
    "center",
    "section",
    "article",
    "main",
    "header",
    "nav",
    "footer",
    "form",
    "pre",
    "hr",
    "dl",
    "blockquote",
];

/// Those of them that also stand within plain text where a converter has left tables in it.
const TABLE_TAGS: &[&str] = &[
    "html", "body", "table", "thead", "tbody", "tr", "td", "th", "colgroup", "br", "img",
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
    fn name(self) -> (&'static str, &'static str) {
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
        return Err(picture_error(kind));
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
        return Err(unknown_kind("RTF 文档", "an RTF document"));
    }
    let archives: [&[u8]; 3] = [b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b"];
    match archives.iter().any(|magic| bytes.starts_with(magic)) {
        true => Err(unknown_kind("压缩文件", "an archive")),
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
            Err(unknown_kind("ODF 文档", "an OpenDocument file"))
        }
        () => Err(unknown_kind("压缩文件（zip）", "a zip archive")),
    }
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

/// Whether a text is a page or a pasted piece of one.
pub(super) fn is_markup(text: &str) -> bool {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text[..end].trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if head.contains("<!--StartFragment")
        || (head.starts_with("Version:") && head.contains("StartHTML:"))
    {
        return true;
    }
    if head.starts_with("<!--") || head.starts_with("<?xml") || head.starts_with("<![") {
        return true;
    }
    if head.starts_with('<') && tags(head).next().is_some_and(|(at, _)| at == 0) {
        return true;
    }
    tags(head)
        .filter(|(_, name)| !TABLE_TAGS.contains(name))
        .nth(2)
        .is_some()
}

/// The known tags of a text, with their offsets.
fn tags(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    text.match_indices('<').filter_map(|(at, _)| {
        let rest = &text.as_bytes()[at + 1..];
        let rest = rest.strip_prefix(b"/").unwrap_or(rest);
        let length = rest
            .iter()
            .position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'!')?;
        let ended = matches!(rest[length], b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n');
        let name = TAGS
            .iter()
            .find(|tag| tag.as_bytes().eq_ignore_ascii_case(&rest[..length]))?;
        ended.then_some((at, *name))
    })
}

pub(super) fn empty() -> Error {
    error(
        "empty",
        "这里没有文字。请把年度报告全文（包括表格）粘贴进来，或打开一个文件。",
        "There is no text here. Paste the whole report with its tables, or open a file.",
    )
}

pub(super) fn binary() -> Error {
    error(
        "binary",
        "这不是文字，读不出内容。请打开年度报告，全选、复制，再粘贴到这里。",
        "This is not text, and nothing can be read from it. Open the report, select all, copy, and paste it here.",
    )
}

pub(super) fn too_large(bytes: usize) -> Error {
    let (mib, most) = (bytes.div_ceil(1 << 20), MOST_BYTES >> 20);
    error(
        "too-large",
        &format!(
            "文件有 {mib} MB，超过 {most} MB 的上限，没有读取。一份年度报告通常不到 1 MB；请只复制报告正文和表格，粘贴到这里。"
        ),
        &format!(
            "The file has {mib} MB, more than the {most} MB that are read. A report usually has less than 1 MB: copy only its text and tables and paste them here."
        ),
    )
}

fn picture_error(kind: &str) -> Error {
    error(
        "picture",
        &format!(
            "这是一张图片（{kind}）。图片里的文字和表格读不出来；请找到报告的网页或文字版，全选、复制，再粘贴到这里。"
        ),
        &format!(
            "This is a picture ({kind}). Text and tables in pictures cannot be read: find the report as a page or as text, select all, copy, and paste it here."
        ),
    )
}

/// The kind is known, and this build has no reader for it.
#[cfg(not(feature = "files"))]
pub(super) fn reader_absent(kind: Kind) -> Error {
    let (zh, en) = kind.name();
    refused("reader-absent", zh, en)
}

/// The kind is known, but the file cannot be opened without its password.
#[cfg(feature = "files")]
pub(super) fn protected() -> Error {
    error(
        "protected",
        "这个文件有密码保护，不能读取。请用密码打开它，取消密码后另存，或者全选、复制，再粘贴到这里。",
        "This file is protected by a password and cannot be read. Open it with its password and save it without one, or select all, copy, and paste it here.",
    )
}

pub(super) fn unknown_kind(zh: &str, en: &str) -> Error {
    refused("unknown-kind", zh, en)
}

fn refused(code: &'static str, zh: &str, en: &str) -> Error {
    error(
        code,
        &format!("这是{zh}，不能直接读取。请打开它，全选、复制，再粘贴到这里。"),
        &format!(
            "This is {en}, which cannot be read directly. Open it, select all, copy, and paste it here."
        ),
    )
}

/// The kind is known and should be readable, but this file is damaged or protected.
#[cfg(feature = "files")]
pub(super) fn damaged(kind: Kind) -> Error {
    let (zh, en) = kind.name();
    error(
        "damaged",
        &format!(
            "这是{zh}，但文件不完整或已损坏，读不出内容。请重新保存或下载后再试，或者打开它，全选、复制，再粘贴到这里。"
        ),
        &format!(
            "This is {en}, but it is incomplete or damaged and cannot be read. Save or download it again, or open it, select all, copy, and paste it here."
        ),
    )
}

/// Comments can only be put into a Word document.
#[cfg(feature = "files")]
pub(super) fn not_word() -> Error {
    error(
        "not-word",
        "只有 Word 文档（docx）可以加批注，这个文件不是。",
        "Comments can only be added to a Word document (docx), which this file is not.",
    )
}

pub(super) fn error(code: &'static str, zh: &str, en: &str) -> Error {
    Error {
        code,
        message: Bilingual::new(zh, en),
    }
}
