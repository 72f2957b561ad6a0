//! Word files: everything that Word prints is read, nothing else, and no bytes do harm.
#![cfg(feature = "files")]

mod arrangement;
mod harm;
#[path = "../office/mod.rs"]
mod office;
mod packages;
mod text;

/// A paragraph with one run.
fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// A cell with properties and one paragraph.
fn tc(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text))
}

/// A row of plain cells.
fn tr(texts: &[&str]) -> String {
    let cells: String = texts.iter().map(|text| tc("", text)).collect();
    format!("<w:tr>{cells}</w:tr>")
}
