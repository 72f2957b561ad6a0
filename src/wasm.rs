//! The boundary to the browser: it converts, and decides nothing.

use crate::{
    Options,
    document::Edit,
    ingest, report,
    rule::Language,
    view::{Report, RulePage},
};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

/// What the caller knows and wishes.
#[derive(Debug, Default, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", default)]
pub struct CheckOptions {
    /// The file's name, if there is one.
    name: Option<String>,
    /// The language of messages; Chinese where it is missing.
    language: Option<Locale>,
    /// Texts to try in place of what was read.
    #[tsify(optional)]
    edits: Vec<BlockEdit>,
}

/// Another text for one block of the same bytes' report.
#[derive(Debug, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct BlockEdit {
    /// The block's number.
    block: usize,
    /// The text that takes the place of the block's own.
    text: String,
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

impl From<BlockEdit> for Edit {
    fn from(BlockEdit { block, text }: BlockEdit) -> Self {
        Self { block, text }
    }
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
    let edits: Vec<Edit> = options.edits.into_iter().map(Into::into).collect();
    let options = Options {
        name: options.name.as_deref(),
        language,
        edits: &edits,
    };
    let report = crate::check(bytes, &options).map_err(|error| failure(&error, language))?;
    Ok(report.into_ts().map_err(JsError::from)?)
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
