//! What the callers of the modules wish.
//!
//! Read field by field. With serde, which can tell of a floating-point number that was not wanted, the printing of
//! such numbers comes into the module: it was a thirtieth of all that is loaded before the first check.

#[cfg(feature = "compare")]
use super::beside::{BodyReports, added_once, bodies};
use super::beside::{ReportFile, file, read_once};
#[cfg(feature = "files")]
use crate::export::Decision;
use crate::{Options, document::Edit, rule::Language};
use js_sys::{Array, Reflect};
use tsify::{Ts, Tsify};
use wasm_bindgen::{JsCast, JsError, JsValue};

/// What the caller knows and wishes.
#[derive(Debug, Tsify)]
#[serde(rename_all = "camelCase", default)]
pub struct CheckOptions {
    /// The file's name, if there is one.
    name: Option<String>,
    /// The language of messages; Chinese where it is missing.
    language: Option<Locale>,
    /// The codes of rules that are not to be applied.
    #[tsify(optional)]
    off: Vec<String>,
    /// Texts to try in place of what was read.
    #[tsify(optional)]
    edits: Vec<BlockEdit>,
    /// Last year's report of the same body, to be compared with this one. Only the module with all readers does that.
    last_year: Option<ReportFile>,
    /// The reports of the bodies that this one counts together, where it is that of the whole.
    #[cfg(feature = "compare")]
    bodies: Option<BodyReports>,
}

/// Another text for one block of the same bytes' report.
#[derive(Debug, Tsify)]
#[serde(rename_all = "camelCase")]
pub(super) struct BlockEdit {
    /// The block's number.
    block: usize,
    /// The text that takes the place of the block's own.
    text: String,
}

/// What the caller wishes of a Word file with comments.
#[cfg(feature = "files")]
#[derive(Debug, Tsify)]
#[serde(rename_all = "camelCase", default)]
pub struct AnnotateOptions {
    /// The file's name, if there is one.
    pub(super) name: Option<String>,
    /// The language of comments; Chinese where it is missing.
    pub(super) language: Option<Locale>,
    /// The identities of the findings that become comments; all where it is missing.
    pub(super) findings: Option<Vec<String>>,
    /// Last year's report of the same body, to be compared with this one.
    pub(super) last_year: Option<ReportFile>,
    /// The reports of the bodies that this one counts together, where it is that of the whole.
    pub(super) bodies: Option<BodyReports>,
}

/// What the caller wishes of a workbook: that of a check, and what was decided.
#[cfg(feature = "files")]
#[derive(Debug, Tsify)]
#[serde(rename_all = "camelCase", default)]
pub struct WorkbookOptions {
    #[serde(flatten)]
    check: CheckOptions,
    /// What a person said of findings.
    #[tsify(optional)]
    decisions: Vec<Decided>,
}

/// What a person said of a finding.
#[cfg(feature = "files")]
#[derive(Debug, Tsify)]
#[serde(rename_all = "camelCase")]
struct Decided {
    /// The identity of the finding.
    id: String,
    /// The decision in words.
    words: String,
    /// Why, or nothing.
    remark: String,
}

/// A language of the interface.
#[derive(Debug, Clone, Copy, Tsify)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// Simplified Chinese.
    Zh,
    /// English.
    En,
}

impl From<Locale> for Language {
    fn from(locale: Locale) -> Self {
        match locale {
            Locale::Zh => Self::Chinese,
            Locale::En => Self::English,
        }
    }
}

impl CheckOptions {
    /// Reads what the caller said.
    ///
    /// # Errors
    /// Where it is no object, or a field is not what it is declared to be.
    pub(super) fn read(said: &Ts<Self>) -> Result<Self, JsError> {
        Self::of(&Fields::of(said.js_value())?)
    }

    fn of(fields: &Fields) -> Result<Self, JsError> {
        Ok(Self {
            name: fields.read("name", text)?,
            language: fields.read("language", locale)?,
            off: fields.list("off", text)?.unwrap_or_default(),
            edits: fields.list("edits", edit)?.unwrap_or_default(),
            last_year: fields.read("lastYear", file)?,
            #[cfg(feature = "compare")]
            bodies: fields.read("bodies", bodies)?,
        })
    }

    /// The language of messages.
    pub(super) fn language(&self) -> Language {
        self.language.map_or_else(Language::default, Into::into)
    }

    /// Calls with the options as the core knows them.
    pub(super) fn with<T>(self, call: impl FnOnce(&Options<'_>) -> T) -> T {
        let language = self.language();
        let off: Vec<&str> = self.off.iter().map(String::as_str).collect();
        let edit = |BlockEdit { block, text }| Edit { block, text };
        let edits: Vec<Edit> = self.edits.into_iter().map(edit).collect();
        let last_year = self.last_year.map(read_once);
        #[cfg(feature = "compare")]
        let bodies = self.bodies.map(added_once);
        call(&Options {
            name: self.name.as_deref(),
            language,
            off: &off,
            edits: &edits,
            last_year: last_year.as_deref(),
            #[cfg(feature = "compare")]
            bodies: bodies.as_deref(),
        })
    }
}

#[cfg(feature = "files")]
impl AnnotateOptions {
    /// Reads what the caller said.
    ///
    /// # Errors
    /// Where it is no object, or a field is not what it is declared to be.
    pub(super) fn read(said: &Ts<Self>) -> Result<Self, JsError> {
        let fields = Fields::of(said.js_value())?;
        Ok(Self {
            name: fields.read("name", text)?,
            language: fields.read("language", locale)?,
            findings: fields.list("findings", text)?,
            last_year: fields.read("lastYear", file)?,
            #[cfg(feature = "compare")]
            bodies: fields.read("bodies", bodies)?,
        })
    }
}

#[cfg(feature = "files")]
impl WorkbookOptions {
    /// Reads what the caller said.
    ///
    /// # Errors
    /// Where it is no object, or a field is not what it is declared to be.
    pub(super) fn read(said: &Ts<Self>) -> Result<Self, JsError> {
        let fields = Fields::of(said.js_value())?;
        Ok(Self {
            check: CheckOptions::of(&fields)?,
            decisions: fields.list("decisions", decided)?.unwrap_or_default(),
        })
    }

    /// The options of the check, and the decisions as the core knows them.
    pub(super) fn split(self) -> (CheckOptions, Vec<Decision>) {
        let known = |Decided { id, words, remark }| Decision { id, words, remark };
        let decisions = self.decisions.into_iter().map(known).collect();
        (self.check, decisions)
    }
}

impl Locale {
    /// Reads the language that the caller said.
    ///
    /// # Errors
    /// Where it is none.
    pub(super) fn read(said: &Ts<Self>) -> Result<Self, JsError> {
        locale(said.js_value()).ok_or_else(|| wrong("language"))
    }
}

/// The fields of an object.
pub(super) struct Fields(JsValue);

impl Fields {
    pub(super) fn of(value: JsValue) -> Result<Self, JsError> {
        match value.is_object() {
            true => Ok(Self(value)),
            false => Err(wrong("options")),
        }
    }

    /// What a field says; nothing where it is missing.
    pub(super) fn read<T>(
        &self,
        name: &str,
        as_type: impl FnOnce(JsValue) -> Option<T>,
    ) -> Result<Option<T>, JsError> {
        let value = Reflect::get(&self.0, &name.into()).map_err(|_| wrong(name))?;
        match value.is_null() || value.is_undefined() {
            true => Ok(None),
            false => as_type(value).map(Some).ok_or_else(|| wrong(name)),
        }
    }

    pub(super) fn list<T>(
        &self,
        name: &str,
        as_type: impl Fn(JsValue) -> Option<T>,
    ) -> Result<Option<Vec<T>>, JsError> {
        self.read(name, |value| {
            let list: Array = value.dyn_into().ok()?;
            list.iter().map(as_type).collect()
        })
    }
}

#[expect(clippy::needless_pass_by_value)]
pub(super) fn text(value: JsValue) -> Option<String> {
    value.as_string()
}

#[expect(clippy::needless_pass_by_value)]
fn locale(value: JsValue) -> Option<Locale> {
    match value.as_string()?.as_str() {
        "zh" => Some(Locale::Zh),
        "en" => Some(Locale::En),
        _ => None,
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn edit(value: JsValue) -> Option<BlockEdit> {
    let fields = Fields::of(value).ok()?;
    let number = fields.read("block", |value| value.as_f64()).ok()??;
    let block = number as u32;
    (f64::from(block) == number).then_some(BlockEdit {
        block: block as usize,
        text: fields.read("text", text).ok()??,
    })
}

#[cfg(feature = "files")]
fn decided(value: JsValue) -> Option<Decided> {
    let fields = Fields::of(value).ok()?;
    let said = |name| fields.read(name, text).ok()?;
    Some(Decided {
        id: said("id")?,
        words: said("words")?,
        remark: said("remark")?,
    })
}

fn wrong(field: &str) -> JsError {
    JsError::new(&["not as declared: ", field].concat())
}
