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

thread_local! {
    static LAST_YEAR: RefCell<Option<(ReportFile, Rc<LastYear>)>> = const { RefCell::new(None) };
}

/// Last year's report, read anew only where it is another one: it comes with each key that is pressed.
pub(super) fn read_once(file: ReportFile) -> Rc<LastYear> {
    LAST_YEAR.with_borrow_mut(|known| match known {
        Some((same, read)) if *same == file => Rc::clone(read),
        _ => {
            let read = Rc::new(LastYear::read(&file.bytes, file.name.as_deref()));
            *known = Some((file, Rc::clone(&read)));
            read
        }
    })
}

#[cfg(feature = "compare")]
thread_local! {
    static BODIES: RefCell<Option<(BodyReports, Rc<Bodies>)>> = const { RefCell::new(None) };
}

/// The same for the reports of the bodies.
#[cfg(feature = "compare")]
pub(super) fn added_once(reports: BodyReports) -> Rc<Bodies> {
    BODIES.with_borrow_mut(|known| match known {
        Some((same, read)) if *same == reports => Rc::clone(read),
        _ => {
            let mut bodies = Bodies::new(reports.names.iter().map(String::as_str));
            for ReportFile { bytes, name } in &reports.files {
                bodies.add(bytes, name.as_deref());
            }
            let read = Rc::new(bodies);
            *known = Some((reports, Rc::clone(&read)));
            read
        }
    })
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
