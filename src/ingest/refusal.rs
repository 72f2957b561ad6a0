//! What is said of what cannot be read, and how to go on.

use super::{Error, MOST_BYTES, sniff::Kind};
use crate::rule::Bilingual;

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

pub(super) fn picture(kind: &str) -> Error {
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

/// A report in a form before 2019, which this build does not read.
pub(crate) fn too_old() -> Error {
    refused(
        "reader-absent",
        "2019 年以前格式的报告",
        "a report in a form before 2019",
    )
}

/// Last year's report beside this year's, which this build does not compare.
pub(crate) fn years_apart() -> Error {
    refused(
        "reader-absent",
        "两年的报告",
        "a report with last year's beside it",
    )
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

/// The kind is known and should be readable, but this file is damaged.
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
