//! Documents of the Chinese office standard (`.ofd`, GB/T 33190): pages of text with positions, in XML in a zip archive.
//!
//! Bounds: those of the archive, [`MOST_PAGES`] pages, [`draw::MOST_OBJECTS`] objects in all. What lies beyond is left
//! out, and the document says so.

mod draw;
mod geometry;
mod package;
mod path;

use self::{draw::Drawing, package::Package};
use super::{Draft, Error, flow, layout, refusal, sniff::Kind};
use crate::document::{Document, Format, PageProblem};

/// The most pages that are read.
const MOST_PAGES: usize = 500;

/// Reads one.
///
/// # Errors
/// Where nothing can be read from it.
pub(super) fn read(bytes: &[u8], name: Option<&str>) -> Result<Document, Error> {
    let damaged = || refusal::damaged(Kind::Ofd);
    let package = Package::open(bytes).map_err(|problem| problem.error(damaged()))?;
    let mut draft = Draft::new(Format::Ofd, name);
    let mut drawing = Drawing::default();
    let mut pages = Vec::new();
    for (at, (volume, leaf)) in package.pages().take(MOST_PAGES).enumerate() {
        let (page, problem) = match package.part(&leaf.part) {
            Some(text) => {
                let mut page = drawing.page(&package, volume, &text);
                let problem = layout::problem(&mut page, false, false);
                (page, problem)
            }
            None => (layout::Page::default(), Some(PageProblem::Damaged)),
        };
        pages.push(page);
        if let Some(problem) = problem {
            draft.builder.page_problem(at + 1, problem);
        }
    }
    if pages.iter().all(layout::Page::is_empty) {
        return Err(damaged());
    }
    if drawing.is_cut() || package.pages().nth(MOST_PAGES).is_some() {
        draft.builder.cut();
    }
    flow::write(&mut draft, &layout::items(pages));
    Ok(draft.builder.finish())
}
