//! Findings back into the Word file that they were found in, as comments at their places.
//!
//! Reading and annotating share one walk, so a comment stands exactly at the characters that were read. No printed
//! character changes; parts of the file that hold no comment are taken over byte for byte.

mod cut;
mod marks;
mod parts;

use crate::{
    document::BlockId,
    ingest::{self, Error, archive::Problem, docx::Mapped},
    rule::Language,
    text::utf16,
    view::{Finding, Report},
};

/// Who comments, as Word shows it.
const AUTHOR: &str = "gouji 勾稽";

/// A comment to be put into a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The block that it speaks of.
    pub block: BlockId,
    /// The first UTF-16 code unit in the block that it speaks of.
    pub start: usize,
    /// The code unit after the last.
    pub end: usize,
    /// What it says, paragraph by paragraph.
    pub paragraphs: Vec<String>,
}

/// The comments for a report's findings: one each, at the most telling place. A finding without
/// a place is told at the document's beginning.
#[must_use]
pub fn notes(report: &Report, language: Language) -> Vec<Note> {
    let note = |finding: &Finding| {
        let (block, start, end) = finding
            .evidence
            .first()
            .map_or((0, 0, usize::MAX), |place| {
                (place.block, place.start, place.end)
            });
        Note {
            block,
            start,
            end,
            paragraphs: said(finding, language),
        }
    };
    report.findings.iter().map(note).collect()
}

fn said(finding: &Finding, language: Language) -> Vec<String> {
    let chinese = language == Language::Chinese;
    let severity = match (finding.severity, chinese) {
        ("error", true) => "错误",
        ("warning", true) => "存疑",
        (_, true) => "提示",
        (severity, false) => severity,
    };
    let (open, close, formula, repair) = match chinese {
        true => ("【", "】", "算式：", "建议："),
        false => ("[", "] ", "Sum: ", "Suggestion: "),
    };
    let mut said = vec![format!(
        "{open}{severity} {}{close}{}",
        finding.code, finding.message
    )];
    said.extend(finding.formula.iter().map(|sum| format!("{formula}{sum}")));
    said.extend(
        finding
            .repairs
            .iter()
            .take(3)
            .map(|one| format!("{repair}{}", one.why)),
    );
    said
}

/// The same Word file with comments.
///
/// # Errors
/// Where the bytes are no Word document of 2007 or later, or one that cannot be read.
pub fn annotate(bytes: &[u8], notes: &[Note]) -> Result<Vec<u8>, Error> {
    let mapped = ingest::map(bytes)?;
    let damaged = |problem: Problem| problem.error(ingest::damaged_word());
    let mut comments = parts::Comments::open(&mapped.package).map_err(damaged)?;
    let mut marks = marks::Marks::new(&mapped.text);
    for note in notes {
        if let Some((from, to)) = ends(&mapped, note) {
            let id = comments.add(AUTHOR, &note.paragraphs);
            marks.add(id, from, to);
        }
    }
    let text = marks.write(&mapped.places.runs);
    let mut files = comments.files(&mapped.package).map_err(damaged)?;
    files.push((mapped.package.main.clone(), parts::plain(text)));
    mapped.package.archive.replace(&files).map_err(damaged)
}

/// Where a comment begins and ends in the file; where its own characters have no place there
/// (a generated number, an empty cell), the text before them, or else the text after.
fn ends(mapped: &Mapped<'_>, note: &Note) -> Option<(cut::Cut, cut::Cut)> {
    let document = &mapped.document;
    let span = document.blocks().get(note.block)?;
    let text = document.quote(*span);
    let start = utf16::at(text, note.start);
    let end = utf16::at(text, note.end).max(start);
    let own = cut::pieces(mapped, note.block, start..end);
    let near = || {
        let before = (0..=note.block).rev().take(50);
        let after = note.block + 1..document.blocks().len();
        before
            .chain(after)
            .map(|block| cut::pieces(mapped, block, 0..usize::MAX))
            .find(|pieces| !pieces.is_empty())
    };
    let pieces = if own.is_empty() { near()? } else { own };
    cut::around(mapped, &pieces)
}
