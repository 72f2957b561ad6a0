//! The report that leaves the core: the only types that are serialised. Places in it are UTF-16 offsets.

use serde::Serialize;
use std::sync::Arc;

/// Everything gouji has to say about one report. Versioned by `schema`; fields are only added.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Always `gouji/1`.
    pub schema: &'static str,
    /// What was read.
    pub source: Source,
    /// The report's title, as printed.
    pub title: Option<String>,
    /// The reporting body, as the title names it.
    pub organization: Option<String>,
    /// The year reported on.
    pub year: Option<u16>,
    /// The edition of the form: `2008`, `2014`, `2019` or `2021`.
    pub edition: Option<&'static str>,
    /// What must be said of the whole, in calm sentences: that the text is no report, that nothing could be assessed,
    /// that the file is cut off or holds a second report.
    pub note: Option<String>,
    /// The statutory sections found, in the order of the text.
    pub sections: Vec<Section>,
    /// The document as read, in reading order.
    pub parts: Vec<Part>,
    /// The statutory tables that the edition demands, and how each arrived.
    pub tables: Vec<Table>,
    /// Every quantity of the tables.
    pub facts: Vec<Fact>,
    /// Every relation that the text claims, checked.
    pub claims: Vec<Claim>,
    /// What is wrong or worth knowing, in the order of the text.
    pub findings: Vec<Finding>,
    /// How often each rule held, was violated, or could not be decided.
    pub coverage: Vec<Coverage>,
    /// Numbers of the text that nothing was checked against.
    pub unused: Vec<Evidence>,
    /// The codes of the rules that the user switched off.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub off: Vec<&'static str>,
    /// Last year's report, where one was given to check against.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub last_year: Option<LastYear>,
    /// The reports of the bodies, where they were given to be added up.
    #[cfg(feature = "compare")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub bodies: Option<Bodies>,
}

/// The reports of the bodies that this one, of the whole, was checked against.
#[cfg(feature = "compare")]
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Bodies {
    /// How many reports were added up.
    pub reports: usize,
    /// Whether any figure was compared with its sum.
    pub compared: bool,
    /// The bodies of the list that have no report.
    pub missing: Vec<String>,
    /// Why figures could not be compared, and what was left out.
    pub notes: Vec<String>,
}

/// What one body counts for in a sum.
#[cfg(feature = "compare")]
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Share {
    /// The body, or its file.
    pub name: String,
    /// The exact decimal value.
    pub value: String,
}

/// Last year's report, which this one was checked against.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct LastYear {
    /// The file's name.
    pub name: Option<String>,
    /// The report's title, as printed; null where it was not compared.
    pub title: Option<String>,
    /// The year that it reports on.
    pub year: Option<u16>,
    /// Whether the two were compared.
    pub compared: bool,
    /// Why they were not, or what must be said besides.
    pub note: Option<String>,
}

/// What was read.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// The file's name.
    pub name: Option<String>,
    /// What the bytes were: `text`, `html`, `docx`, `doc`, `xlsx`, `xls`, `pdf`, `ofd` or `mhtml`.
    pub format: &'static str,
    /// The number of characters (Unicode scalar values).
    pub characters: usize,
}

/// A text block.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Text {
    /// The block's number.
    pub block: usize,
    /// Its characters, as printed.
    pub text: String,
}

/// A statutory section.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// `overview`, `disclosure`, `requests`, `litigation`, `problems` or `other`.
    pub id: &'static str,
    /// Its heading.
    pub heading: Text,
}

/// A part of the document as read.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Part {
    /// A heading.
    Heading {
        /// The level, from 1.
        level: u8,
        /// The heading's text.
        text: Text,
    },
    /// A line or paragraph.
    Paragraph {
        /// The paragraph's text.
        text: Text,
    },
    /// A table.
    Grid {
        /// The rows, each with the cells that begin in it.
        rows: Vec<Vec<Cell>>,
    },
    /// A picture.
    Picture {
        /// Its name or description.
        text: Text,
    },
}

/// A cell of a table as read.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// The cell's text.
    pub text: Text,
    /// The number of rows covered.
    pub rows: usize,
    /// The number of columns covered.
    pub columns: usize,
    /// Whether the source marks it as a header.
    pub header: bool,
}

/// A statutory table.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// `t2`, `t3`, `t4`, `f2014`, `f2008` or `other`.
    pub id: &'static str,
    /// The table's name.
    pub title: String,
    /// `read`, `incomplete`, `picture` or `missing`.
    pub status: &'static str,
    /// The block where it begins.
    pub block: Option<usize>,
    /// The column names, from the left; the first column of rows is not counted.
    pub columns: Vec<String>,
    /// The rows as read.
    pub rows: Vec<TableRow>,
}

/// A row of a statutory table as read.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct TableRow {
    /// The row's name.
    pub label: String,
    /// How deep it is indented, from 0.
    pub level: u8,
    /// For each column the identifier of its quantity; null where the form has no such cell.
    pub facts: Vec<Option<String>>,
    /// For each column the value that the sums give, where it differs from the printed one: of broken sums with one
    /// cause only the cell that explains them all.
    pub recomputed: Vec<Option<String>>,
}

/// A quantity as read.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// The stable name, such as `t3.new.total`.
    pub id: String,
    /// The exact decimal value.
    pub value: Option<String>,
    /// `number`, `blank`, `not-applicable`, `unreadable` or `missing`.
    pub state: &'static str,
    /// Whether the value was worked out from sums.
    pub inferred: bool,
    /// The unit.
    pub unit: &'static str,
    /// Where it is printed.
    pub evidence: Option<Evidence>,
}

/// A relation that the text claims.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Claim {
    /// The kind of relation: `sum`, `share`, `growth`, `link` and others.
    pub kind: &'static str,
    /// Whether it holds; null where that cannot be told.
    pub holds: Option<bool>,
    /// Its numbers.
    pub evidence: Vec<Evidence>,
}

/// What is wrong or worth knowing.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// A stable identity: the same fault in the same report keeps it.
    pub id: String,
    /// The rule's code.
    pub code: &'static str,
    /// The rule's name.
    pub rule: &'static str,
    /// The rule's title in the chosen language.
    pub title: &'static str,
    /// `error`, `warning` or `notice`.
    pub severity: &'static str,
    /// `report`, `reading` or `either`.
    pub cause: &'static str,
    /// A sentence with the numbers in it.
    pub message: String,
    /// The sum written out as recomputed.
    pub formula: Option<String>,
    /// What should stand there.
    pub expected: Option<String>,
    /// What stands there.
    pub found: Option<String>,
    /// The places, the most telling first.
    pub evidence: Vec<Evidence>,
    /// What might mend it, the likeliest first.
    pub repairs: Vec<Repair>,
    /// The identity of the finding that tells the cause of this one too; a view may show this one under it.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub part_of: Option<String>,
    /// The places in last year's report, whose blocks are numbered as in a report of its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub last_year: Vec<Evidence>,
    /// What the bodies' reports say, without figures of 0, where this is the report of the whole.
    #[cfg(feature = "compare")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub bodies: Vec<Share>,
}

/// A value that would make broken sums hold.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Repair {
    /// The place.
    pub evidence: Evidence,
    /// The value.
    pub value: String,
    /// How many broken relations it restores.
    pub restores: usize,
    /// Why it is likely.
    pub why: String,
    /// Which way to mend it this belongs to, from 0: repairs of one way go together, ways stand side by side.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub way: usize,
}

/// How one rule fared.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Coverage {
    /// The rule's code.
    pub code: &'static str,
    /// The rule's name.
    pub rule: &'static str,
    /// The rule's title in the chosen language.
    pub title: &'static str,
    /// How often it held.
    pub holds: usize,
    /// How often it was violated.
    pub violated: usize,
    /// How often it could not be decided.
    pub undecided: usize,
}

/// A place in the report: `block.text.slice(start, end) === quote`, in UTF-16 code units.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// The block's number.
    pub block: usize,
    /// The first code unit.
    pub start: usize,
    /// The code unit after the last.
    pub end: usize,
    /// The characters as printed.
    pub quote: String,
    /// What stands there.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub label: Arc<str>,
    /// The number as understood.
    pub value: Option<String>,
}

/// A rule of the catalogue, for the user's page.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct RulePage {
    /// The code, such as `T301`.
    pub code: &'static str,
    /// The name, such as `requests-unbalanced`.
    pub name: &'static str,
    /// The title.
    pub title: &'static str,
    /// `error`, `warning` or `notice`.
    pub severity: &'static str,
    /// The page, in a small part of Markdown: paragraphs, lists, code.
    pub page: &'static str,
}
