//! Excel workbooks of 2007 and later (`.xlsx`) ([ECMA-376] part 1, 18).

mod sheet;
mod shared;

use self::shared::Shared;
use super::{
    Error,
    archive::{Archive, Problem},
    refusal,
    sniff::Kind,
    workbook::{self, MOST_MARKS, Sheet},
    xml::{Node, Xml},
};
use crate::document::{self, Document};
use std::collections::HashMap;

/// The most sheets that are read.
const MOST_SHEETS: usize = 100;

/// Reads one.
///
/// # Errors
/// Where nothing can be read from it.
pub(super) fn read(bytes: &[u8], name: Option<&str>) -> Result<Document, Error> {
    open(bytes, name).map_err(|problem| problem.error(refusal::damaged(Kind::Xlsx)))
}

fn open(bytes: &[u8], name: Option<&str>) -> Result<Document, Problem> {
    let archive = Archive::open(bytes)?;
    let book = archive
        .names()
        .find(|name| name.to_ascii_lowercase().ends_with("xl/workbook.xml"))
        .ok_or(Problem::Damaged)?
        .to_owned();
    let places = sheets(&text(&archive, &book)?);
    let targets = relations(&archive, &book);
    let shared = Shared::read(&archive, &targets, &places)?;
    let mut failure = None;
    let sheets = places.shown.into_iter().map_while(|place| {
        let path = targets.get(&place.relation).map(|target| &target.path);
        let read = path.map_or(Err(Problem::Damaged), |path| {
            sheet::read(&archive, path, place.name.clone(), &shared)
        });
        match read {
            Ok(sheet) => Some(sheet),
            // What follows a sheet that cannot be read is not shown as if it were all.
            Err(problem) => {
                failure = Some(problem);
                None
            }
        }
    });
    let document = workbook::write(sheets, document::Format::Xlsx, name);
    failure.map_or(Ok(document), Err)
}

/// A sheet's name and the name of the relation that leads to it.
struct Place {
    name: String,
    relation: String,
}

/// The sheets that are shown, and whether days count from 1904.
struct Places {
    shown: Vec<Place>,
    late: bool,
}

fn sheets(book: &str) -> Places {
    let mut places = Places {
        shown: Vec::new(),
        late: false,
    };
    let mut xml = Xml::new(book);
    while let Some(node) = xml.next() {
        let Node::Open(tag) = node else { continue };
        match tag.name() {
            "workbookPr" => {
                places.late = matches!(tag.get("date1904").as_deref(), Some("1" | "true"));
            }
            "sheet" => {
                let hidden = matches!(tag.get("state").as_deref(), Some("hidden" | "veryHidden"));
                if !hidden && places.shown.len() < MOST_SHEETS {
                    places.shown.push(Place {
                        name: tag.get("name").unwrap_or_default(),
                        relation: tag.get("id").unwrap_or_default(),
                    });
                }
            }
            _ => {}
        }
    }
    places
}

/// Where a relation leads.
struct Target {
    path: String,
    /// The last word of its type: `worksheet`, `styles`.
    kind: String,
}

/// The relations of a part, by their names.
fn relations(archive: &Archive<'_>, part: &str) -> HashMap<String, Target> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let list = format!("{folder}/_rels/{file}.rels");
    let list = text(archive, &list).unwrap_or_default();
    let mut targets = HashMap::new();
    let mut xml = Xml::new(&list);
    while let Some(node) = xml.next() {
        if let Node::Open(tag) = node
            && let (Some(id), Some(target)) = (tag.get("Id"), tag.get("Target"))
        {
            let kind = tag.get("Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            targets.insert(
                id,
                Target {
                    path: resolve(folder, &target),
                    kind,
                },
            );
        }
    }
    targets
}

/// A path as a part in a folder gives it.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').collect();
    for step in target.split('/') {
        match step {
            ".." => {
                path.pop();
            }
            "." => {}
            step => path.push(step),
        }
    }
    path.join("/")
}

/// A part as text.
fn text(archive: &Archive<'_>, name: &str) -> Result<String, Problem> {
    let bytes = archive.read(name)?.ok_or(Problem::Damaged)?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    Ok(String::from_utf8_lossy(bytes).into_owned())
}

/// The pictures on a sheet, from its drawing.
fn pictures(archive: &Archive<'_>, part: &str, sheet: &mut Sheet) {
    let drawings = relations(archive, part);
    for target in drawings.values().filter(|target| target.kind == "drawing") {
        let drawing = text(archive, &target.path).unwrap_or_default();
        let mut xml = Xml::new(&drawing);
        let mut inside = false;
        while let Some(node) = xml.next() {
            let Node::Open(tag) = node else { continue };
            match tag.name() {
                "pic" => inside = true,
                "cNvPr" if std::mem::take(&mut inside) && sheet.pictures.len() < MOST_MARKS => {
                    sheet.pictures.push(tag.get("descr").unwrap_or_default());
                }
                _ => {}
            }
        }
    }
}
