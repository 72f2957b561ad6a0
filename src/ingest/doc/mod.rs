//! Documents of Word 97–2003 and of WPS (`.doc`, `.wps`), from their binary form ([MS-DOC]).
//!
//! What is printed is read: results of fields, numbers of lists, the text without what is deleted or hidden. Headers and
//! comments are not.

mod body;
mod counting;
mod fib;
mod lists;
mod props;
mod rows;
mod sprm;
mod story;
mod styles;
mod text;

use self::{
    body::Body,
    fib::{Fib, Not, part},
    lists::Lists,
    story::Story,
    styles::Styles,
    text::Text,
};
use super::{
    Draft, Error,
    compound::container::{Container, Stream, u32_at},
    flow, refusal,
    sniff::Kind,
};
use crate::{
    document::{Document, Format},
    text::order::Order,
};
use std::collections::HashMap;

/// Reads one, whose main stream is given.
///
/// # Errors
/// Where it is protected, of Word 95 or earlier, or damaged.
pub(super) fn read(
    container: &Container<'_>,
    main: &Stream,
    name: Option<&str>,
) -> Result<Document, Error> {
    let fib = Fib::read(&main.bytes).map_err(|not| match not {
        Not::Old => refusal::unknown_kind(
            "Word 95 或更早版本的文档",
            "a document of Word 95 or earlier",
        ),
        Not::Word => damaged(),
    })?;
    if fib.protected {
        return Err(refusal::protected());
    }
    let table = container.stream(fib.table).ok_or_else(damaged)?;
    let data = container.stream("Data").map(|data| data.bytes);
    let pieces = fib.part(part::PIECES, &table.bytes);
    let total: usize = fib
        .lengths
        .iter()
        .fold(0, |sum, &length| sum.saturating_add(length));
    let text = Text::read(&main.bytes, pieces, total).ok_or_else(damaged)?;
    let cut = text.cut;
    let mut story = Story {
        characters: props::characters(&main.bytes, fib.part(part::CHARACTERS, &table.bytes)),
        paragraphs: props::paragraphs(&main.bytes, fib.part(part::PARAGRAPHS, &table.bytes)),
        styles: Styles::read(fib.part(part::STYLES, &table.bytes)),
        lists: Lists::read(
            &table.bytes,
            fib.place(part::LISTS).0,
            fib.part(part::LIST_USES, &table.bytes),
        ),
        data: data.unwrap_or_default(),
        text,
    };
    let mut draft = Draft::new(Format::Doc, name);
    let full = write(&mut draft, &fib, &table.bytes, &mut story);
    if cut || full {
        draft.builder.cut();
    }
    Ok(draft.builder.finish())
}

/// The main text with its text boxes, then footnotes and endnotes.
fn write(draft: &mut Draft, fib: &Fib<'_>, table: &[u8], story: &mut Story) -> bool {
    let mut ends = fib.lengths;
    for at in 1..ends.len() {
        ends[at] = ends[at].saturating_add(ends[at - 1]);
    }
    let [main, footnotes, _, _, comments, endnotes, boxes] = ends;
    let anchors = anchors(fib.part(part::ANCHORS, table));
    let mut boxes = text_boxes(fib.part(part::BOXES, table), endnotes, boxes);
    let mut full = false;
    let mut start = 0;
    let mut body = Body::default();
    while start < main && !body.is_full() {
        let end = story.paragraph(start, main, &mut body);
        for at in anchors.range(start..end) {
            for range in boxes.remove(at.1).unwrap_or_default() {
                story.aside(range, &mut body);
            }
        }
        start = end;
    }
    let mut rest: Vec<_> = boxes.into_values().flatten().collect();
    rest.order_by_key(|range| range.start);
    let notes = [main..footnotes, comments..endnotes];
    for range in rest.into_iter().chain(notes) {
        story.aside(range, &mut body);
    }
    full |= body.is_full();
    flow::write(draft, &body.finish());
    full
}

type Anchors = std::collections::BTreeMap<usize, u32>;

/// Where drawn objects are anchored in the main text, with their numbers.
fn anchors(table: &[u8]) -> Anchors {
    let count = table.len().saturating_sub(4) / 30;
    let anchor = |at: usize| {
        let place = u32_at(table, at * 4)? as usize;
        Some((place, u32_at(table, (count + 1) * 4 + at * 26)?))
    };
    (0..count).filter_map(anchor).collect()
}

type Ranges = Vec<std::ops::Range<usize>>;

/// The texts of text boxes by the numbers of their objects.
fn text_boxes(table: &[u8], start: usize, end: usize) -> HashMap<u32, Ranges> {
    let count = table.len().saturating_sub(4) / 26;
    let mut boxes: HashMap<u32, Ranges> = HashMap::new();
    for at in 0..count {
        let place = |at: usize| {
            Some(
                start
                    .saturating_add(u32_at(table, at * 4)? as usize)
                    .min(end),
            )
        };
        let number = u32_at(table, (count + 1) * 4 + at * 22 + 14);
        if let (Some(from), Some(to), Some(number)) = (place(at), place(at + 1), number)
            && from < to
        {
            boxes.entry(number).or_default().push(from..to);
        }
    }
    boxes
}

fn damaged() -> Error {
    refusal::damaged(Kind::Compound)
}
