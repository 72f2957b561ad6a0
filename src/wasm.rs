//! The boundary to the browser: it converts, and decides nothing.

use crate::{
    Options, dom, ingest, report,
    rule::Language,
    view::{Report, RulePage},
};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Range};

/// What the caller knows and wishes.
#[derive(Debug, Default, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", default)]
pub struct CheckOptions {
    /// The file's name, if there is one.
    name: Option<String>,
    /// The language of messages; Chinese where it is missing.
    language: Option<Locale>,
}

/// A language of the interface.
#[derive(Debug, Clone, Copy, Deserialize, Tsify)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// Simplified Chinese.
    Zh,
    /// English.
    En,
}

/// What is thrown where the bytes cannot be opened.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// A stable name of the reason: `empty`, `too-large`, `picture`, `binary`, `unknown-kind`, `reader-absent`, `damaged`.
    code: &'static str,
    /// A sentence for the user.
    message: String,
}

impl From<Locale> for Language {
    fn from(locale: Locale) -> Self {
        match locale {
            Locale::Zh => Self::Chinese,
            Locale::En => Self::English,
        }
    }
}

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Reads and checks one report. Throws a `Failure` where the bytes cannot be opened.
///
/// # Errors
/// Where the bytes cannot be opened, or the options are none.
#[wasm_bindgen]
pub fn check(bytes: &[u8], options: &Ts<CheckOptions>) -> Result<Ts<Report>, JsValue> {
    let options = options.to_rust().map_err(JsError::from)?;
    let language = options.language.map_or_else(Language::default, Into::into);
    let name = options.name.as_deref();
    let report = crate::check(bytes, &Options { name, language })
        .map_err(|error| failure(&error, language))?;
    Ok(report.into_ts().map_err(JsError::from)?)
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
        let language = language(options)?;
        let page = dom::Page::read(element).map_err(|error| failure(&error, language))?;
        Ok(Self(page))
    }

    /// Checks what was read.
    ///
    /// # Errors
    /// Where the options are none.
    pub fn check(&self, options: &Ts<CheckOptions>) -> Result<Ts<Report>, JsValue> {
        let report = crate::check_document(self.0.document(), language(options)?);
        Ok(report.into_ts().map_err(JsError::from)?)
    }

    /// A place of the report as a range of the page; undefined where nothing is shown there, or where the
    /// page has changed.
    #[must_use]
    pub fn range(&self, block: usize, start: usize, end: usize) -> Option<Range> {
        self.0.range(block, start, end)
    }
}

fn language(options: &Ts<CheckOptions>) -> Result<Language, JsValue> {
    let options = options.to_rust().map_err(JsError::from)?;
    Ok(options.language.map_or_else(Language::default, Into::into))
}

/// The catalogue of rules.
///
/// # Errors
/// Where the language is none.
#[wasm_bindgen]
pub fn rules(language: &Ts<Locale>) -> Result<Vec<Ts<RulePage>>, JsValue> {
    let language = language.to_rust().map_err(JsError::from)?;
    let pages = report::rule_pages(language.into());
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
