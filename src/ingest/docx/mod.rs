//! Word documents of 2007 and later (`.docx`), and other programs' documents of that kind.
//!
//! One walk ([`walk`]) goes through the text; it gives what is shown, and on demand also where each character
//! stands in the file.

mod numbering;
mod numerals;
pub(crate) mod package;
mod paragraph;
pub(crate) mod place;
mod story;
mod styles;
mod symbols;
mod walk;

use self::{
    numbering::Lists,
    package::{Package, Relationship},
    place::Places,
    styles::Styles,
    walk::{Reference, Shared, Walked, Walker},
};
use super::{
    Draft, Error, encoding, flow, html, item::Item, markup, mhtml, origin, refusal, sniff::Kind,
};
use crate::document::{Document, Format};
use std::collections::HashMap;

/// The most footnotes that are read.
const MOST_NOTES: usize = 10_000;

/// Reads one.
///
/// # Errors
/// Where nothing can be read from it.
pub(super) fn read(bytes: &[u8], name: Option<&str>) -> Result<Document, Error> {
    Ok(open(bytes, name, None)?.document)
}

/// A document with the way back from its text into the file.
pub(crate) struct Mapped<'a> {
    pub(crate) document: Document,
    pub(crate) package: Package<'a>,
    /// The part that holds the text.
    pub(crate) text: String,
    /// Which of the part's lines stand in which blocks, in the order of blocks.
    pub(crate) lines: Vec<origin::Line>,
    pub(crate) places: Places,
}

/// Reads one, and notes where everything stands.
///
/// # Errors
/// Where nothing can be read from it.
pub(crate) fn map(bytes: &[u8]) -> Result<Mapped<'_>, Error> {
    open(bytes, None, Some(Places::default()))
}

fn open<'a>(
    bytes: &'a [u8],
    name: Option<&str>,
    places: Option<Places>,
) -> Result<Mapped<'a>, Error> {
    let damaged = || refusal::damaged(Kind::Docx);
    let package = Package::open(bytes).map_err(|problem| problem.error(damaged()))?;
    let text = package
        .text(&package.main)
        .map_err(|problem| problem.error(damaged()))?
        .ok_or_else(damaged)?;
    let walked = walk(&package, &text, places);
    if walked.items.is_empty() && walked.cut {
        return Err(damaged());
    }
    let mut draft = Draft::new(Format::Docx, name);
    flow::write(&mut draft, &walked.items);
    if walked.cut {
        draft.builder.cut();
    }
    Ok(Mapped {
        lines: draft.origins.lines(),
        document: draft.builder.finish(),
        places: walked.places.unwrap_or_default(),
        package,
        text,
    })
}

/// Walks through the text, then through the notes that it refers to; these stand at the end.
fn walk(package: &Package<'_>, text: &str, places: Option<Places>) -> Walked {
    let aid = |kind| package.aid(kind).unwrap_or_default();
    let styles = Styles::read(&aid("styles"));
    let mut lists = Lists::read(&aid("numbering"));
    let chunk = |part: &Relationship| chunk(package, part);
    let mut part = |text: &str, places| {
        let shared = Shared {
            styles: &styles,
            lists: &mut lists,
            relationships: &package.relationships,
            chunk: &chunk,
        };
        Walker::new(text, shared, places).walk()
    };
    let mut walked = part(text, places);
    let mut notes = HashMap::new();
    for kind in ["footnotes", "endnotes"] {
        if walked.references.iter().any(|one| one.kind == kind) {
            let read = part(&aid(kind), None).notes;
            notes.extend(
                read.into_iter()
                    .map(|(id, items)| (Reference { kind, id }, items)),
            );
        }
    }
    for (at, reference) in walked.references.iter().take(MOST_NOTES).enumerate() {
        let mut items = notes.remove(reference).unwrap_or_default();
        if let Some(Item::Line { text, .. }) = items.first_mut() {
            text.insert_str(0, &format!("{} ", raised(at + 1)));
        }
        walked.items.extend(items);
    }
    walked
}

/// A number in raised digits.
fn raised(number: usize) -> String {
    let digits = number.to_string();
    digits
        .chars()
        .map(|c| flow::scripted(c, Some(true)))
        .collect()
}

/// What a part shows that is a web page within the document, as programs without Word's own format write them.
fn chunk(package: &Package<'_>, part: &Relationship) -> Vec<Item> {
    let Ok(Some(bytes)) = package.archive.read(&part.target) else {
        return Vec::new();
    };
    let markup = match mhtml::is_mhtml(&bytes) {
        true => mhtml::markup(&bytes),
        false => encoding::decode(&bytes).filter(|text| markup::is_markup(text)),
    };
    markup.map_or_else(Vec::new, |markup| html::items(&markup))
}
