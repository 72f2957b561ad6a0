//! PDF files: opened, drawn page by page, and laid out as lines and tables.
//!
//! Bounds: [`MOST_PAGES`] pages; a stream inflates to at most 32 MiB and all streams of a file to at most 128 MiB;
//! four million drawing instructions, one million characters and five thousand forms a file. What lies beyond is
//! left out, and the document says so.

mod canvas;
mod filters;
mod font;
mod guard;
mod interpreter;
mod lexer;
mod matrix;

use self::{canvas::Canvas, interpreter::Machine};
use super::{
    Draft, Error, flow,
    layout::{self, Rect},
    refusal,
    sniff::Kind,
};
use crate::document::{Document, Format, PageProblem};
use hayro_syntax::{
    DecryptionError, LoadPdfError, Pdf,
    object::{Array, Stream},
    page::{Page, Rotation},
};

/// The most pages that are read.
const MOST_PAGES: usize = 500;

/// Reads one.
///
/// # Errors
/// Where nothing can be read from it.
pub(super) fn read(bytes: &[u8], name: Option<&str>) -> Result<Document, Error> {
    let damaged = || refusal::damaged(Kind::Pdf);
    let bytes = guard::tame(bytes.to_vec()).ok_or_else(damaged)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => refusal::protected(),
        _ => damaged(),
    })?;
    let mut draft = Draft::new(Format::Pdf, name);
    let mut machine = Machine::default();
    let mut pages = Vec::new();
    for (at, page) in pdf.pages().iter().take(MOST_PAGES).enumerate() {
        let (page, problem) = draw(page, &mut machine);
        pages.push(page);
        if let Some(problem) = problem {
            draft.builder.page_problem(at + 1, problem);
        }
    }
    if pdf.pages().is_empty() {
        return Err(damaged());
    }
    if machine.exhausted || pdf.pages().len() > MOST_PAGES {
        draft.builder.cut();
    }
    flow::write(&mut draft, &layout::items(pages));
    Ok(draft.builder.finish())
}

/// What a page shows, and what is wrong with it.
fn draw(page: &Page<'_>, machine: &mut Machine) -> (layout::Page, Option<PageProblem>) {
    let (content, whole) = content(page, machine);
    let mut canvas = Canvas::default();
    machine.draw(&mut canvas, &content, page.resources().clone());
    let (seen, unseen) = canvas.counts();
    let hidden = seen < 10 && unseen > 2 * seen + 20;
    let outlined = canvas.curves > 100;
    let rotation = match page.rotation() {
        Rotation::None => 0,
        Rotation::Horizontal => 90,
        Rotation::Flipped => 180,
        Rotation::FlippedHorizontal => 270,
    };
    let mut drawn = canvas.finish(area(page), rotation, hidden);
    let problem = layout::problem(&mut drawn, hidden, outlined);
    (drawn, problem.or((!whole).then_some(PageProblem::Damaged)))
}

/// The page's instructions, and whether all of them could be had.
fn content(page: &Page<'_>, machine: &mut Machine) -> (Vec<u8>, bool) {
    let dict = page.raw();
    if let Some(stream) = dict.get::<Stream<'_>>(b"Contents") {
        let decoded = machine.budget.decode(&stream);
        return (decoded.bytes, decoded.whole);
    }
    let (mut content, mut whole) = (Vec::new(), true);
    let streams = dict.get::<Array<'_>>(b"Contents");
    for stream in streams.iter().flat_map(Array::iter::<Stream<'_>>) {
        let decoded = machine.budget.decode(&stream);
        content.extend(decoded.bytes);
        content.push(b'\n');
        whole &= decoded.whole;
    }
    (
        content,
        whole && (streams.is_some() || !dict.contains_key(b"Contents")),
    )
}

/// The page's own area, or that of a sheet of A4 where it says nothing sensible.
fn area(page: &Page<'_>) -> Rect {
    let crop = page.intersected_crop_box();
    let sensible = |length: f64| (10.0..20_000.0).contains(&length);
    if sensible(crop.width())
        && sensible(crop.height())
        && crop.x0.abs() < 1e5
        && crop.y0.abs() < 1e5
    {
        Rect {
            left: crop.x0,
            right: crop.x1,
            top: crop.y0,
            bottom: crop.y1,
        }
    } else {
        Rect {
            left: 0.0,
            right: 595.0,
            top: 0.0,
            bottom: 842.0,
        }
    }
}
