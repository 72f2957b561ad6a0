//! A page that is open in a browser: its nodes are read as the tags that they came from are read, and each
//! character keeps its place in them.

use super::{Draft, Error, html::Reader, origin::Origins, refusal};
use crate::document::{Document, Format};

/// The attributes that reading wants to know, by the names of their elements.
const ATTRIBUTES: [(&str, &[&str]); 4] = [
    ("td", &["rowspan", "colspan"]),
    ("th", &["rowspan", "colspan"]),
    ("span", &["style"]),
    (
        "img",
        &["src", "data-src", "data-original", "alt", "width", "height"],
    ),
];

/// Takes the nodes of a page in reading order.
#[derive(Default)]
pub struct Live {
    reader: Reader,
    nodes: u32,
}

impl Live {
    /// An element begins; `attribute` tells the value of one of its attributes.
    pub fn start(&mut self, name: &str, attribute: impl Fn(&str) -> Option<String>) {
        self.reader.tag(name);
        let wanted = ATTRIBUTES.iter().find(|(element, _)| *element == name);
        for wanted in wanted.map_or(&[][..], |(_, wanted)| wanted) {
            if let Some(value) = attribute(wanted) {
                self.reader.attribute(wanted, &value);
            }
        }
        self.reader.start(false);
    }

    /// Whether what stands in the element is not shown, or is no text: it need not be told.
    #[must_use]
    pub fn skips(&self) -> bool {
        self.reader.skips()
    }

    /// An element ends.
    pub fn end(&mut self, name: &str) {
        self.reader.end(name);
    }

    /// A text node. It gets the next number, counted from zero.
    pub fn text(&mut self, text: &str) {
        if !self.reader.skips() {
            self.reader.flow.text_of(text, self.nodes);
        }
        self.nodes += 1;
    }

    /// The document that arises, and where its blocks come from.
    ///
    /// # Errors
    /// Where there is no text.
    pub fn finish(self) -> Result<(Document, Origins), Error> {
        let mut draft = Draft::new(Format::Html, None);
        self.reader.flow.write(&mut draft);
        let document = draft.builder.finish();
        if document.blocks().is_empty() {
            return Err(refusal::empty());
        }
        Ok((document, draft.origins))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{html, origin::Place};

    /// A page of elements and texts: `<name`, `>name`, or a text.
    fn read(events: &[&str]) -> (Document, Origins) {
        let mut live = Live::default();
        for event in events {
            if let Some(name) = event.strip_prefix('<') {
                live.start(name, |_| None);
            } else if let Some(name) = event.strip_prefix('>') {
                live.end(name);
            } else {
                live.text(event);
            }
        }
        live.finish().unwrap()
    }

    fn place(node: u32, offset: u32) -> Place {
        Place { node, offset }
    }

    #[test]
    fn a_line_of_several_nodes_knows_each() {
        let (document, origins) = read(&["<p", "  收到𠮷 ", "<b", " 12", ">b", "件", ">p"]);
        assert_eq!(document.text(), "收到𠮷 12件\n");
        assert_eq!(
            origins.places(&document, 0, 0, 4),
            Some((place(0, 2), place(0, 6)))
        );
        assert_eq!(
            origins.places(&document, 0, 5, 7),
            Some((place(1, 1), place(1, 3)))
        );
        assert_eq!(
            origins.places(&document, 0, 5, 8),
            Some((place(1, 1), place(2, 1)))
        );
    }

    #[test]
    fn lines_of_a_cell_know_their_nodes() {
        let page = [
            "<table", "<tr", "<td", "\n甲", "<br", "乙 ", ">td", "<td", "丙", ">td", ">tr", "<tr",
            "<td", ">td", "<td", "丁", ">td", ">tr", ">table",
        ];
        let (document, origins) = read(&page);
        assert_eq!(document.text(), "甲\n乙\n丙\n\n丁\n");
        assert_eq!(
            origins.places(&document, 0, 0, 3),
            Some((place(0, 1), place(1, 1)))
        );
        assert_eq!(
            origins.places(&document, 3, 0, 1),
            Some((place(3, 0), place(3, 1)))
        );
        assert_eq!(origins.places(&document, 2, 0, 0), None, "a blank cell");
    }

    #[test]
    fn what_is_not_shown_still_counts() {
        let (document, origins) = read(&["<script", "1", ">script", "<p", "2", ">p"]);
        assert_eq!(document.text(), "2\n");
        assert_eq!(
            origins.places(&document, 0, 0, 1),
            Some((place(1, 0), place(1, 1)))
        );
        assert_eq!(origins.places(&document, 7, 0, 1), None);
    }

    #[test]
    fn nodes_and_tags_make_one_document() {
        let page = [
            "<h1", "年报", ">h1", "<p", "收到 ", "<sup", "1", ">sup", ">p", "<pre", "甲\n乙",
            ">pre",
        ];
        let markup = html::read(
            "<h1>年报</h1><p>收到 <sup>1</sup></p><pre>甲\n乙</pre>",
            None,
        );
        assert_eq!(read(&page).0, markup);
    }
}
