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

/// Says what the bytes are if they are of a kind that cannot be read.
pub(super) fn unreadable(bytes: &[u8]) -> Option<Error> {
    if let Some(kind) = picture(bytes) {
        return Some(picture_error(kind));
    }
    container(bytes).map(|(zh, en)| not_yet_read(zh, en))
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

fn container(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let head = &bytes[..bytes.len().min(SAMPLE)];
    let holds = |needle: &[u8]| head.windows(needle.len()).any(|window| window == needle);
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(match () {
            () if holds(b"word/") => ("Word 文档（docx）", "a Word document (docx)"),
            () if holds(b"xl/") => ("Excel 表格（xlsx）", "an Excel workbook (xlsx)"),
            () if holds(b"OFD.xml") || holds(b"Doc_0/") => ("OFD 版式文件", "an OFD document"),
            () if holds(b"opendocument") => ("ODF 文档", "an OpenDocument file"),
            () => ("压缩文件（zip）", "a zip archive"),
        });
    }
    if head[..head.len().min(1024)]
        .windows(5)
        .any(|window| window == b"%PDF-")
    {
        return Some(("PDF 文件", "a PDF file"));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some((
            "旧版 Word、Excel 或 WPS 文件（doc、xls、wps）",
            "an old Word, Excel or WPS file (doc, xls, wps)",
        ));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Some(("RTF 文档", "an RTF document"));
    }
    (bytes.starts_with(b"Rar!")
        || bytes.starts_with(b"7z\xbc\xaf")
        || bytes.starts_with(b"\x1f\x8b"))
    .then_some(("压缩文件", "an archive"))
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

fn not_yet_read(zh: &str, en: &str) -> Error {
    error(
        "not-yet-read",
        &format!("这是{zh}，目前还不能直接读取。请打开它，全选、复制，再粘贴到这里。"),
        &format!(
            "This is {en}, which cannot be read directly yet. Open it, select all, copy, and paste it here."
        ),
    )
}

fn error(code: &'static str, zh: &str, en: &str) -> Error {
    Error {
        code,
        message: Bilingual::new(zh, en),
    }
}
