//! Other reports that come beside the one that is checked.

use super::options::{Fields, text};
#[cfg(feature = "compare")]
use crate::Bodies;
use crate::LastYear;
use js_sys::Uint8Array;
use std::{cell::RefCell, rc::Rc};
use tsify::Tsify;
use wasm_bindgen::{JsCast, JsValue};

/// A report, in any kind that is read.
#[derive(Debug, PartialEq, Eq, Tsify)]
#[serde(rename_all = "camelCase")]
pub(super) struct ReportFile {
    /// The file's bytes.
    #[tsify(type = "Uint8Array")]
    bytes: Vec<u8>,
    /// The file's name, if there is one.
    #[tsify(optional)]
    name: Option<String>,
}

/// The reports of the bodies that one of the whole counts together.
#[cfg(feature = "compare")]
#[derive(Debug, PartialEq, Eq, Tsify)]
#[serde(rename_all = "camelCase")]
pub(super) struct BodyReports {
    /// Their files.
    files: Vec<ReportFile>,
    /// The bodies that should have reported; none where that is not known.
    names: Vec<String>,
}

/// What was read last, and what it was read of.
type Known<Files, Read> = RefCell<Option<(Files, Rc<Read>)>>;

thread_local! {
    static LAST_YEAR: Known<ReportFile, LastYear> = const { RefCell::new(None) };
    #[cfg(feature = "compare")]
    static BODIES: Known<BodyReports, Bodies> = const { RefCell::new(None) };
}

/// Reads files anew only where they are others: they come with each key that is pressed.
fn once<Files: PartialEq, Read>(
    known: &mut Option<(Files, Rc<Read>)>,
    files: Files,
    read: impl FnOnce(&Files) -> Read,
) -> Rc<Read> {
    if let Some((same, read)) = known
        && *same == files
    {
        return Rc::clone(read);
    }
    let read = Rc::new(read(&files));
    *known = Some((files, Rc::clone(&read)));
    read
}

/// Last year's report.
pub(super) fn read_once(file: ReportFile) -> Rc<LastYear> {
    let read = |file: &ReportFile| LastYear::read(&file.bytes, file.name.as_deref());
    LAST_YEAR.with_borrow_mut(|known| once(known, file, read))
}

/// The reports of the bodies.
#[cfg(feature = "compare")]
pub(super) fn added_once(reports: BodyReports) -> Rc<Bodies> {
    let read = |reports: &BodyReports| {
        let mut bodies = Bodies::new(reports.names.iter().map(String::as_str));
        for ReportFile { bytes, name } in &reports.files {
            bodies.add(bytes, name.as_deref());
        }
        bodies
    };
    BODIES.with_borrow_mut(|known| once(known, reports, read))
}

pub(super) fn file(value: JsValue) -> Option<ReportFile> {
    let fields = Fields::of(value).ok()?;
    let bytes = fields.read("bytes", |value| value.dyn_into::<Uint8Array>().ok());
    Some(ReportFile {
        bytes: bytes.ok()??.to_vec(),
        name: fields.read("name", text).ok()?,
    })
}

#[cfg(feature = "compare")]
pub(super) fn bodies(value: JsValue) -> Option<BodyReports> {
    let fields = Fields::of(value).ok()?;
    Some(BodyReports {
        files: fields.list("files", file).ok()??,
        names: fields.list("names", text).ok()?.unwrap_or_default(),
    })
}
