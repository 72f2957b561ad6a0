//! A report to take away: an Excel workbook, and its findings and quantities as CSV.
//!
//! Everything is made from the [`Report`] alone, and the same report always gives the same bytes.

mod csv;
#[cfg(feature = "files")]
mod lists;
#[cfg(feature = "files")]
mod package;
#[cfg(feature = "files")]
mod sheet;
#[cfg(feature = "files")]
mod sums;
#[cfg(feature = "files")]
mod tables;
mod words;

use crate::{
    rule::Language,
    view::{Fact, Report},
};
use std::collections::HashMap;

/// The findings as CSV for Excel: UTF-8 with a byte-order mark, lines ended by CR LF, no cell that runs as a formula.
///
/// The first column names the report, so that the rows of many reports can be put together.
#[must_use]
pub fn findings_csv(reports: &[&Report], language: Language) -> String {
    csv::findings(reports, words::Words::of(language))
}

/// All quantities of the tables as CSV, in the manner of [`findings_csv`].
#[must_use]
pub fn facts_csv(reports: &[&Report], language: Language) -> String {
    csv::facts(reports, words::Words::of(language))
}

/// An Excel workbook: the findings, the tables as they were read and laid out as the official form, the sums as
/// formulas, all quantities, and what was checked.
#[cfg(feature = "files")]
#[must_use]
pub fn workbook(report: &Report, language: Language) -> Vec<u8> {
    reviewed_workbook(report, language, &[])
}

/// What a person said of a finding.
#[cfg(feature = "files")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The identity of the finding.
    pub id: String,
    /// The decision in words.
    pub words: String,
    /// Why, or nothing.
    pub remark: String,
}

/// The same workbook with what was decided beside the findings, if anything was.
#[cfg(feature = "files")]
#[must_use]
pub fn reviewed_workbook(report: &Report, language: Language, decisions: &[Decision]) -> Vec<u8> {
    let words = words::Words::of(language);
    let mut sheets = vec![lists::findings(report, decisions, words)];
    let mut places = tables::Places::new();
    for table in report.tables.iter().filter(|table| !table.rows.is_empty()) {
        sheets.push(tables::sheet(report, table, words, &mut places));
    }
    sheets.extend(sums::sheet(report, language, words, &places));
    sheets.push(lists::facts(report, words));
    sheets.push(lists::coverage(report, words));
    package::write(sheets)
}

/// What the quantities are called: their row and their column.
fn labels(report: &Report) -> HashMap<&str, String> {
    let mut labels = HashMap::new();
    for table in &report.tables {
        for row in &table.rows {
            for (column, fact) in table.columns.iter().zip(&row.facts) {
                if let Some(fact) = fact {
                    labels.insert(fact.as_str(), format!("{}·{column}", row.label));
                }
            }
        }
    }
    labels
}

/// What is printed where a quantity stands; its value where that is all that is known.
fn printed(fact: &Fact) -> &str {
    match &fact.evidence {
        Some(evidence) => &evidence.quote,
        None => fact.value.as_deref().unwrap_or_default(),
    }
}

/// What a report is called: its file, or its title.
fn name(report: &Report) -> &str {
    let name = report.source.name.as_deref().or(report.title.as_deref());
    name.unwrap_or_default()
}
