//! The one walk through a Word document's text, for reading it and for finding places in it again.
//!
//! Nothing recurses; what is open is kept in a list, so nesting costs nothing.

mod fields;
mod opening;
mod paragraphs;
mod properties;
mod runs;

use crate::ingest::{
    docx::{
        numbering::Lists,
        package::Relationship,
        paragraph::{Drawing, Paragraph},
        place::{Line, Places},
        story::Story,
        styles::Styles,
    },
    item::Item,
    xml::{Node, Xml},
};
use std::ops::Range;

/// What is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Other,
    Paragraph,
    ParagraphProperties,
    MarkProperties,
    Numbering,
    Run,
    RunProperties,
    Formula,
    Raised,
    Text,
    Instruction,
    Glyph(char),
    Table,
    Row,
    RowProperties,
    Cell,
    CellProperties,
    Box { apart: bool },
    Drawing,
    Alternatives,
    Choice,
    Note,
}

/// An open element.
#[derive(Debug, Clone, Copy)]
struct Open {
    kind: Kind,
    /// What it is to those that stand in it: alternatives are what holds them.
    role: Kind,
}

/// A field whose end has not come yet.
#[derive(Debug, Default)]
struct Field {
    /// Whether its instruction is still being read, and not yet its result.
    instructing: bool,
    instruction: String,
}

/// The text of one element in pieces, as far as it was read.
#[derive(Debug, Default)]
struct Pending {
    tag: Range<usize>,
    keeps_space: bool,
    pieces: Vec<(String, Option<usize>)>,
}

/// What all parts of one document share.
pub(super) struct Shared<'a> {
    pub(super) styles: &'a Styles,
    pub(super) lists: &'a mut Lists,
    pub(super) relationships: &'a [Relationship],
    /// What a part in another format shows, by its relationship.
    pub(super) chunk: &'a dyn Fn(&Relationship) -> Vec<Item>,
}

/// A footnote or endnote that the text refers to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Reference {
    pub(super) kind: &'static str,
    pub(super) id: String,
}

/// What a walk brings home.
pub(super) struct Walked {
    pub(super) items: Vec<Item>,
    pub(super) references: Vec<Reference>,
    /// The footnotes or endnotes that the part holds, by their numbers in it.
    pub(super) notes: Vec<(String, Vec<Item>)>,
    pub(super) places: Option<Places>,
    /// Whether there is more than was read.
    pub(super) cut: bool,
}

/// Walks through one part.
pub(super) struct Walker<'a, 'b> {
    xml: Xml<'a>,
    shared: Shared<'b>,
    story: Story,
    open: Vec<Open>,
    paragraphs: Vec<Paragraph>,
    fields: Vec<Field>,
    /// How many of the fields are still saying their instruction.
    instructing: usize,
    /// How many raised parts of formulas are open.
    raised: usize,
    alternatives: Vec<bool>,
    pending: Pending,
    glyph: usize,
    /// How many runs and formulas are open in each other; the outermost is the last of the places.
    runs: usize,
    properties: usize,
    /// The line of a paragraph without a mark, and how deep it stands.
    carried: Vec<(usize, Line)>,
    references: Vec<Reference>,
    notes: Vec<(String, Vec<Item>)>,
    note: String,
    places: Option<Places>,
}

impl<'a, 'b> Walker<'a, 'b> {
    pub(super) fn new(text: &'a str, shared: Shared<'b>, places: Option<Places>) -> Self {
        Self {
            xml: Xml::new(text),
            shared,
            story: Story::default(),
            open: Vec::new(),
            paragraphs: Vec::new(),
            fields: Vec::new(),
            instructing: 0,
            raised: 0,
            alternatives: Vec::new(),
            pending: Pending::default(),
            glyph: 0,
            runs: 0,
            properties: 0,
            carried: Vec::new(),
            references: Vec::new(),
            notes: Vec::new(),
            note: String::new(),
            places,
        }
    }

    pub(super) fn walk(mut self) -> Walked {
        while let Some(node) = self.xml.next() {
            match node {
                Node::Open(tag) => self.open(&tag),
                Node::Close => {
                    if let Some(open) = self.open.pop() {
                        self.close(open.kind);
                    }
                }
                Node::Text { text, whole } => self.text(&text, whole),
            }
            if self.story.is_full() {
                break;
            }
        }
        let cut = self.story.is_full() || self.xml.is_broken();
        while let Some(open) = self.open.pop() {
            self.close(open.kind);
        }
        self.flush();
        Walked {
            items: self.story.finish(),
            references: self.references,
            notes: self.notes,
            places: self.places,
            cut,
        }
    }

    fn parent(&self) -> Kind {
        self.open.last().map_or(Kind::Other, |open| open.role)
    }

    fn close(&mut self, kind: Kind) {
        match kind {
            Kind::Paragraph => self.close_paragraph(),
            Kind::Run | Kind::Formula => self.close_run(),
            Kind::RunProperties => self.close_run_properties(),
            Kind::Text => self.close_text(),
            Kind::Glyph(character) => {
                let element = self.glyph..self.xml.position();
                self.show(&String::from(character), element, None);
            }
            Kind::Table => {
                self.flush();
                self.story.close_table();
            }
            Kind::Row => self.story.close_row(),
            Kind::Cell => {
                self.flush();
                self.story.close_cell();
            }
            Kind::Box { apart: true } => {
                self.flush();
                let items = self.story.close_aside();
                match self.paragraphs.last_mut() {
                    Some(paragraph) => paragraph.after.extend(items),
                    None => items.into_iter().for_each(|item| self.story.push(item)),
                }
            }
            Kind::Drawing => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    let picture = paragraph.drawing.take().and_then(Drawing::picture);
                    paragraph.after.extend(picture);
                }
            }
            Kind::Alternatives => {
                self.alternatives.pop();
            }
            Kind::Raised => self.raised -= 1,
            Kind::Note => {
                self.flush();
                let items = self.story.close_aside();
                self.notes.push((std::mem::take(&mut self.note), items));
            }
            _ => {}
        }
    }
}
