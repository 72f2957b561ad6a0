//! Web pages and pasted pieces of them: from tags to a [`Flow`] of lines, tables and pictures.
//!
//! No tree is built and nothing recurses, so nesting costs nothing.

#[cfg(feature = "files")]
use super::item::Item;
use super::{Draft, flow::Flow, item::Span};
use crate::document::{Document, Format};

mod markup;
mod references;

/// Elements whose content is not shown, or is no text.
const SKIPPED: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "math", "select", "textarea", "iframe",
    "object", "audio", "video", "canvas", "xml", "noframes",
];

/// Elements that begin and end a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "ul",
];

/// Elements around a page's text in which pictures are only ornaments.
const CHROME: &[&str] = &["nav", "header", "footer", "aside"];

/// Reads a page or a piece of one.
#[must_use]
pub fn read(text: &str, name: Option<&str>) -> Document {
    read_as(Format::Html, text, name)
}

/// Reads a page that came in some other kind of file.
pub(super) fn read_as(format: Format, text: &str, name: Option<&str>) -> Document {
    let mut draft = Draft::new(format, name);
    read_into(&mut draft, text);
    draft.builder.finish()
}

/// Reads markup at the end of a document.
pub(super) fn read_into(draft: &mut Draft, text: &str) {
    flow(text).write(draft);
}

/// What a page shows, for a page that stands within another document.
#[cfg(feature = "files")]
pub(super) fn items(text: &str) -> Vec<Item> {
    flow(text).into_items()
}

fn flow(text: &str) -> Flow {
    let mut reader = Reader::default();
    markup::read(without_header(text), &mut reader);
    reader.flow
}

/// The markup behind the header that Windows puts before a copied piece of a page.
fn without_header(text: &str) -> &str {
    let text = text.trim_start_matches('\u{feff}');
    match text.find('<') {
        Some(at) if text.starts_with("Version:") => &text[at..],
        _ => text,
    }
}

/// Listens to the tags and texts of a page.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) flow: Flow,
    tag: Tag,
    /// The element that is skipped, and how many of its name are open in it.
    skipped: Option<(String, usize)>,
    chrome: usize,
}

/// The start tag being read.
#[derive(Default)]
struct Tag {
    name: String,
    rowspan: usize,
    colspan: usize,
    source: String,
    alt: String,
    style: String,
    size: Option<u32>,
}

impl Reader {
    /// Begins a start tag.
    pub(super) fn tag(&mut self, name: &str) {
        self.tag = Tag {
            name: name.to_owned(),
            ..Tag::default()
        };
    }

    /// Takes an attribute of the start tag.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        let tag = &mut self.tag;
        let number = || value.trim().trim_end_matches("px").parse::<u32>().ok();
        match name {
            // Zero means: down to the end of the table.
            "rowspan" => {
                tag.rowspan =
                    number().map_or(1, |n| if n == 0 { u16::MAX.into() } else { n as usize });
            }
            "colspan" => tag.colspan = number().map_or(1, |n| n as usize),
            "src" => value.clone_into(&mut tag.source),
            "data-src" | "data-original" if tag.source.is_empty() => {
                value.clone_into(&mut tag.source);
            }
            "alt" => value.trim().clone_into(&mut tag.alt),
            "style" => value.clone_into(&mut tag.style),
            "width" | "height" => {
                tag.size = number()
                    .map(|n| tag.size.map_or(n, |size| size.min(n)))
                    .or(tag.size);
            }
            _ => {}
        }
    }

    /// Ends the start tag: the element begins.
    pub(super) fn start(&mut self, self_closing: bool) {
        let tag = std::mem::take(&mut self.tag);
        let name = tag.name.as_str();
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth += usize::from(skipped == name && !self_closing);
            return;
        }
        let hidden = name == "span" && is_hidden(&tag.style);
        if SKIPPED.contains(&name) || hidden {
            // Only foreign elements may close themselves.
            if !(self_closing && matches!(name, "svg" | "math" | "xml")) {
                self.skipped = Some((tag.name, 1));
            }
            return;
        }
        self.chrome += usize::from(CHROME.contains(&name));
        self.open(&tag);
    }

    /// Takes what stands between tags.
    fn text(&mut self, text: &str) {
        if !self.skips() {
            self.flow.text(text);
        }
    }

    fn open(&mut self, tag: &Tag) {
        let flow = &mut self.flow;
        match tag.name.as_str() {
            "title" => flow.open_title(),
            "table" => flow.open_table(),
            "thead" | "tbody" | "tfoot" => flow.row_group(),
            "tr" => flow.open_row(),
            "td" | "th" => flow.open_cell(
                Span {
                    rows: tag.rowspan,
                    columns: tag.colspan,
                },
                tag.name == "th",
            ),
            "img" => {
                if let Some(name) = picture_name(tag, self.chrome > 0) {
                    flow.picture(name);
                }
            }
            "sup" | "sub" => flow.script(Some(tag.name == "sup")),
            "pre" => flow.preformatted(true),
            name => match heading(name) {
                Some(level) => flow.open_heading(level),
                None if BLOCKS.contains(&name) => flow.end_line(),
                None => {}
            },
        }
    }

    /// Whether what comes now is not shown, or is no text.
    pub(super) fn skips(&self) -> bool {
        self.skipped.is_some()
    }

    pub(super) fn end(&mut self, name: &str) {
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth -= usize::from(skipped == name);
            if *depth == 0 {
                self.skipped = None;
            }
            return;
        }
        self.chrome = self
            .chrome
            .saturating_sub(usize::from(CHROME.contains(&name)));
        let flow = &mut self.flow;
        match name {
            "title" => flow.close_title(),
            "table" => flow.close_table(),
            "td" | "th" => flow.close_cell(),
            "tr" => flow.close_row(),
            "thead" | "tbody" | "tfoot" => flow.row_group(),
            "sup" | "sub" => flow.script(None),
            "pre" => flow.preformatted(false),
            _ if heading(name).is_some() => flow.close_heading(),
            _ if BLOCKS.contains(&name) => flow.end_line(),
            _ => {}
        }
    }
}

fn heading(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

fn is_hidden(style: &str) -> bool {
    let mut plain = style.to_ascii_lowercase();
    plain.retain(|c| !c.is_whitespace());
    plain.contains("display:none") || plain.contains("mso-hide:all")
}

/// The name of a picture that may carry content: its description, its file's name, or nothing; `None` for ornaments.
fn picture_name(tag: &Tag, in_chrome: bool) -> Option<&str> {
    let tiny = tag.size.is_some_and(|size| size <= 48);
    let embedded = tag.source.starts_with("data:");
    let icon = embedded && tag.source.len() < 2048 && tag.alt.is_empty();
    if tiny || in_chrome || icon {
        return None;
    }
    if !tag.alt.is_empty() {
        return Some(&tag.alt);
    }
    if embedded {
        return Some("");
    }
    let path = tag.source.split(['?', '#']).next().unwrap_or_default();
    Some(path.rsplit(['/', '\\']).next().unwrap_or_default())
}
