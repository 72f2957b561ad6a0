//! The boundary to the browser: it converts, and decides nothing.

mod beside;
mod options;

#[cfg(feature = "files")]
use crate::{Options, export};
use crate::{
    dom, ingest, report,
    rule::Language,
    view::{Report, RulePage},
};
#[cfg(feature = "files")]
use beside::{added_once, read_once};
#[cfg(feature = "files")]
use options::{AnnotateOptions, WorkbookOptions};
use options::{CheckOptions, Locale};
use serde::Serialize;
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Range};

/// Smaller than the standard library's.
#[global_allocator]
static MEMORY: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// What is thrown where the bytes cannot be opened.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// A stable name of the reason: `empty`, `too-large`, `picture`, `binary`, `unknown-kind`, `reader-absent`, `damaged`, `protected`, `not-word`.
    code: &'static str,
    /// A sentence for the user.
    message: String,
}

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Reads and checks one report, and gives the `Report` as JSON: one string is handed from thread to thread far
/// sooner than ten thousand values. Throws a `Failure` where the bytes cannot be opened.
///
/// # Errors
/// Where the bytes cannot be opened, or the options are none.
#[wasm_bindgen]
pub fn check(bytes: &[u8], options: &Ts<CheckOptions>) -> Result<String, JsValue> {
    let (report, _) = checked(bytes, CheckOptions::read(options)?)?;
    json(&report)
}

fn json(report: &Report) -> Result<String, JsValue> {
    Ok(serde_json::to_string(report).map_err(JsError::from)?)
}

fn checked(bytes: &[u8], options: CheckOptions) -> Result<(Report, Language), JsValue> {
    options.with(|known| {
        let report = crate::check(bytes, known).map_err(|error| failure(&error, known.language))?;
        Ok((report, known.language))
    })
}

/// Checks one report and makes an Excel workbook of it: findings, tables, sums, figures. Throws as `check` does.
///
/// # Errors
/// Where the bytes cannot be opened, or the options are none.
#[cfg(feature = "files")]
#[wasm_bindgen]
pub fn workbook(bytes: &[u8], options: &Ts<WorkbookOptions>) -> Result<Vec<u8>, JsValue> {
    let (options, decisions) = WorkbookOptions::read(options)?.split();
    let (report, language) = checked(bytes, options)?;
    Ok(export::reviewed_workbook(&report, language, &decisions))
}

/// Checks one report and gives its findings as CSV for Excel. Throws as `check` does.
///
/// # Errors
/// Where the bytes cannot be opened, or the options are none.
#[cfg(feature = "files")]
#[wasm_bindgen(js_name = findingsCsv)]
pub fn findings_csv(bytes: &[u8], options: &Ts<CheckOptions>) -> Result<String, JsValue> {
    let (report, language) = checked(bytes, CheckOptions::read(options)?)?;
    Ok(export::findings_csv(&[&report], language))
}

/// Checks one report and gives the figures of its tables as CSV for Excel. Throws as `check` does.
///
/// # Errors
/// Where the bytes cannot be opened, or the options are none.
#[cfg(feature = "files")]
#[wasm_bindgen(js_name = factsCsv)]
pub fn facts_csv(bytes: &[u8], options: &Ts<CheckOptions>) -> Result<String, JsValue> {
    let (report, language) = checked(bytes, CheckOptions::read(options)?)?;
    Ok(export::facts_csv(&[&report], language))
}

/// Checks a Word document and gives it back with the findings as comments at their places. Throws a `Failure`
/// where the bytes are no Word document of 2007 or later.
///
/// # Errors
/// Where the bytes cannot be opened or annotated, or the options are none.
#[cfg(feature = "files")]
#[wasm_bindgen]
pub fn annotate(bytes: &[u8], options: &Ts<AnnotateOptions>) -> Result<Vec<u8>, JsValue> {
    let mut options = AnnotateOptions::read(options)?;
    let language = options.language.map_or_else(Language::default, Into::into);
    let last_year = options.last_year.take().map(read_once);
    let bodies = options.bodies.take().map(added_once);
    let (name, wanted) = (options.name.as_deref(), options.findings.as_ref());
    let throw = |error: ingest::Error| failure(&error, language);
    let options = Options {
        name,
        language,
        last_year: last_year.as_deref(),
        bodies: bodies.as_deref(),
        ..Options::default()
    };
    let mut report = crate::check(bytes, &options).map_err(throw)?;
    if let Some(wanted) = wanted {
        report.findings.retain(|one| wanted.contains(&one.id));
    }
    let notes = crate::annotate::notes(&report, language);
    crate::annotate::annotate(bytes, &notes).map_err(throw)
}

/// A part of a page that is open in the browser, as it was read.
#[wasm_bindgen]
pub struct LivePage(dom::Page);

#[wasm_bindgen]
impl LivePage {
    /// Reads an element and all that is in it. Throws a `Failure` where there is no text in it.
    ///
    /// # Errors
    /// Where there is no text, or the options are none.
    pub fn read(element: &Element, options: &Ts<CheckOptions>) -> Result<LivePage, JsValue> {
        let language = CheckOptions::read(options)?.language();
        let page = dom::Page::read(element).map_err(|error| failure(&error, language))?;
        Ok(Self(page))
    }

    /// Checks what was read, and gives the `Report` as JSON. Throws a `Failure` where only the full build can.
    ///
    /// # Errors
    /// Where the options are none, or the report is in a form that this build does not read.
    pub fn check(&self, options: &Ts<CheckOptions>) -> Result<String, JsValue> {
        let options = CheckOptions::read(options)?;
        let report = options.with(|known| {
            crate::check_document(self.0.document(), known)
                .map_err(|error| failure(&error, known.language))
        })?;
        json(&report)
    }

    /// A place of the report as a range of the page; undefined where nothing is shown there, or where the
    /// page has changed.
    #[must_use]
    pub fn range(&self, block: usize, start: usize, end: usize) -> Option<Range> {
        self.0.range(block, start, end)
    }
}

/// The catalogue of rules.
///
/// # Errors
/// Where the language is none.
#[wasm_bindgen]
pub fn rules(language: &Ts<Locale>) -> Result<Vec<Ts<RulePage>>, JsValue> {
    let pages = report::rule_pages(Locale::read(language)?.into());
    let pages: Result<_, _> = pages.iter().map(Tsify::into_ts).collect();
    Ok(pages.map_err(JsError::from)?)
}

/// The version of gouji.
#[must_use]
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn failure(error: &ingest::Error, language: Language) -> JsValue {
    let failure = Failure {
        code: error.code,
        message: error.message.get(language).to_owned(),
    };
    match failure.into_ts() {
        Ok(failure) => failure.into(),
        Err(error) => JsError::from(error).into(),
    }
}
