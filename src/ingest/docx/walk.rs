//! The one walk through a Word document's text, for reading it and for finding places in it again.
//!
//! Nothing recurses; what is open is kept in a list, so nesting costs nothing.

use super::{
    super::{flow::Item, is_blank, origin},
    numbering::Lists,
    package::Relationship,
    paragraph::{Drawing, Origin, Paragraph},
    place::{Line, Places, Run, Text},
    story::{Merge, Story},
    styles::{Look, Styles, outline},
    symbols,
};
use crate::ingest::xml::{Node, Space, Tag, Xml};
use std::ops::Range;

/// Elements of WordprocessingML that show nothing, or something that is no longer there.
const SKIPPED: &[&str] = &[
    "del",
    "moveFrom",
    "delText",
    "delInstrText",
    "pPrChange",
    "rPrChange",
    "sectPrChange",
    "tblPrChange",
    "tblPrExChange",
    "tblGridChange",
    "trPrChange",
    "tcPrChange",
    "numberingChange",
    "rt",
    "sdtPr",
    "tblGrid",
    "tblPr",
    "sectPr",
    "tabs",
    "fldData",
    "ffData",
];

/// The most of a field's instruction that is kept.
const LONGEST_INSTRUCTION: usize = 100;

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

    fn open(&mut self, tag: &Tag<'_>) {
        let Some(kind) = self.kind(tag) else {
            return self.xml.skip();
        };
        let role = match kind {
            Kind::Alternatives | Kind::Choice => self.parent(),
            _ => kind,
        };
        self.open.push(Open { kind, role });
    }

    /// What a start tag opens; nothing where all of it is to be passed over.
    fn kind(&mut self, tag: &Tag<'_>) -> Option<Kind> {
        match tag.space {
            Space::Word => self.word(tag),
            Space::Math => Some(self.math(tag)),
            Space::Compatibility => self.alternative(tag),
            Space::Vml | Space::Other => {
                self.drawn(tag);
                Some(Kind::Other)
            }
        }
    }

    fn word(&mut self, tag: &Tag<'_>) -> Option<Kind> {
        match self.parent() {
            Kind::ParagraphProperties => return self.paragraph_property(tag),
            Kind::MarkProperties => {
                self.mark_property(tag);
                return Some(Kind::Other);
            }
            Kind::Numbering => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.numbering.take(tag);
                }
                return Some(Kind::Other);
            }
            Kind::RunProperties => {
                self.run_property(tag);
                return (tag.name() != "rPrChange").then_some(Kind::Other);
            }
            Kind::RowProperties | Kind::CellProperties => {
                self.table_property(tag);
                return Some(Kind::Other);
            }
            Kind::Run => {
                if let Some(kind) = self.in_run(tag) {
                    return Some(kind);
                }
            }
            _ => {}
        }
        if SKIPPED.contains(&tag.name()) {
            return None;
        }
        self.container(tag)
    }

    fn container(&mut self, tag: &Tag<'_>) -> Option<Kind> {
        Some(match tag.name() {
            "p" => {
                self.open_paragraph();
                Kind::Paragraph
            }
            "pPr" if self.parent() == Kind::Paragraph => Kind::ParagraphProperties,
            "r" => {
                self.open_run(tag, true);
                Kind::Run
            }
            "tbl" => {
                self.flush();
                self.story.open_table();
                Kind::Table
            }
            "tr" if self.story.open_row() => Kind::Row,
            "trPr" if self.parent() == Kind::Row => Kind::RowProperties,
            "tc" if self.story.open_cell() => Kind::Cell,
            "tcPr" if self.parent() == Kind::Cell => Kind::CellProperties,
            "txbxContent" => Kind::Box {
                apart: self.story.open_aside(),
            },
            "footnote" | "endnote" if self.story.depth() == 0 && self.story.open_aside() => {
                self.note = tag.get("id").unwrap_or_default();
                Kind::Note
            }
            "altChunk" => {
                self.chunk(tag.get("id").as_deref());
                Kind::Other
            }
            _ => Kind::Other,
        })
    }

    fn paragraph_property(&mut self, tag: &Tag<'_>) -> Option<Kind> {
        let paragraph = self.paragraphs.last_mut()?;
        match tag.name() {
            "pStyle" => {
                let id = tag.get("val");
                paragraph.style = self.shared.styles.paragraph(id.as_deref());
                paragraph.style_id = id;
            }
            "outlineLvl" => paragraph.heading = Some(outline(tag)),
            "numPr" => return Some(Kind::Numbering),
            "rPr" => return Some(Kind::MarkProperties),
            name if SKIPPED.contains(&name) => return None,
            _ => {}
        }
        Some(Kind::Other)
    }

    fn mark_property(&mut self, tag: &Tag<'_>) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            match tag.name() {
                "del" | "moveFrom" => paragraph.joined = true,
                "vanish" => paragraph.hidden = tag.is_on(),
                _ => {}
            }
        }
    }

    fn run_property(&mut self, tag: &Tag<'_>) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        if tag.name() == "rStyle" {
            let style = self.shared.styles.whole(tag.get("val").as_deref());
            paragraph.look = paragraph.look.or(style.look);
        } else {
            let mut own = Look::default();
            own.take(tag);
            paragraph.look = own.or(paragraph.look);
        }
    }

    fn table_property(&mut self, tag: &Tag<'_>) {
        let count = || tag.number("val").unwrap_or(0).clamp(0, 100) as usize;
        let merge = || match tag.get("val").as_deref() {
            Some("restart") => Merge::First,
            _ => Merge::Next,
        };
        if self.parent() == Kind::RowProperties {
            if let Some(row) = self.story.row() {
                match tag.name() {
                    "gridBefore" => row.before = count(),
                    "tblHeader" => row.header = tag.is_on(),
                    "hidden" => row.removed |= tag.is_on(),
                    "del" => row.removed = true,
                    _ => {}
                }
            }
        } else if let Some(cell) = self.story.cell() {
            match tag.name() {
                "gridSpan" => cell.columns = count(),
                "vMerge" => cell.down = merge(),
                "hMerge" => cell.across = merge(),
                "cellDel" => cell.removed = true,
                _ => {}
            }
        }
    }

    /// What stands in a run beside its text.
    fn in_run(&mut self, tag: &Tag<'_>) -> Option<Kind> {
        self.glyph = self.xml.range().start;
        Some(match tag.name() {
            "rPr" => {
                self.properties = self.xml.range().start;
                Kind::RunProperties
            }
            "t" => {
                self.open_text(tag);
                Kind::Text
            }
            "instrText" => Kind::Instruction,
            "tab" | "ptab" => Kind::Glyph('\t'),
            "noBreakHyphen" => Kind::Glyph('-'),
            "br" | "cr" => {
                self.end_line();
                Kind::Other
            }
            "sym" => {
                let code = tag.get("char").unwrap_or_default();
                let font = tag.get("font").unwrap_or_default();
                symbols::symbol(&font, &code).map_or(Kind::Other, Kind::Glyph)
            }
            "fldChar" => {
                self.field(tag.get("fldCharType").as_deref());
                Kind::Other
            }
            "footnoteReference" | "endnoteReference" => {
                self.refer(tag);
                Kind::Other
            }
            "drawing" | "pict" | "object" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.drawing = Some(Drawing::default());
                }
                Kind::Drawing
            }
            _ => return None,
        })
    }

    fn math(&mut self, tag: &Tag<'_>) -> Kind {
        match tag.name() {
            "oMath" | "oMathPara" => {
                self.open_run(tag, false);
                Kind::Formula
            }
            "r" => {
                self.open_run(tag, false);
                Kind::Run
            }
            "t" => {
                self.open_text(tag);
                self.pending.keeps_space = true;
                Kind::Text
            }
            // The line of a fraction.
            "den" => {
                self.generate("/");
                Kind::Other
            }
            "sup" => {
                self.raised += 1;
                Kind::Raised
            }
            _ => Kind::Other,
        }
    }

    /// Of several forms of one content the first is read.
    fn alternative(&mut self, tag: &Tag<'_>) -> Option<Kind> {
        match tag.name() {
            "AlternateContent" => {
                self.alternatives.push(false);
                Some(Kind::Alternatives)
            }
            "Choice" | "Fallback" => match self.alternatives.last_mut() {
                Some(true) => None,
                Some(taken) => {
                    *taken = true;
                    Some(Kind::Choice)
                }
                None => Some(Kind::Other),
            },
            _ => Some(Kind::Other),
        }
    }

    /// A picture, or what names it.
    fn drawn(&mut self, tag: &Tag<'_>) {
        let target = |id: Option<String>| {
            let found = self.shared.relationships.iter();
            let mut found = found.filter(|one| Some(&one.id) == id.as_ref());
            let file =
                |one: &Relationship| one.target.rsplit(['/', '\\']).next().map(str::to_owned);
            found.next().and_then(file).unwrap_or_default()
        };
        let (name, picture) = match tag.name() {
            "blip" => (target(tag.get("embed").or_else(|| tag.get("link"))), true),
            "imagedata" => (target(tag.get("id")), true),
            "chart" => (String::new(), true),
            _ => (String::new(), false),
        };
        let Some(drawing) = self.paragraphs.last_mut().and_then(|p| p.drawing.as_mut()) else {
            return;
        };
        drawing.shows |= picture;
        let said = match tag.name() {
            "docPr" | "cNvPr" => tag.get("descr").or_else(|| tag.get("title")),
            "shape" => tag.get("alt"),
            "imagedata" => tag.get("title"),
            "extent" => {
                drawing.resize(tag.number("cx"));
                drawing.resize(tag.number("cy"));
                None
            }
            _ => None,
        };
        if let (true, Some(said)) = (drawing.description.is_empty(), said) {
            drawing.description = said;
        }
        if drawing.name.is_empty() {
            drawing.name = name;
        }
    }

    /// A piece in another format, such as a web page, that stands for paragraphs.
    fn chunk(&mut self, id: Option<&str>) {
        let mut all = self.shared.relationships.iter();
        if let Some(part) = all.find(|one| Some(one.id.as_str()) == id) {
            for item in (self.shared.chunk)(part) {
                self.story.push(item);
            }
        }
    }

    fn open_paragraph(&mut self) {
        let depth = self.story.depth();
        let carried = self.carried.pop_if(|(of, _)| *of == depth);
        self.paragraphs.push(Paragraph {
            style: self.shared.styles.paragraph(None),
            line: carried.map(|(_, line)| line).unwrap_or_default(),
            ..Paragraph::default()
        });
    }

    fn open_run(&mut self, tag: &Tag<'_>, divisible: bool) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.look = Look::default();
        }
        self.runs += 1;
        if let (1, Some(places)) = (self.runs, &mut self.places) {
            let here = self.xml.range();
            places.runs.push(Run {
                outer: here.start..here.end,
                properties: here.end..here.end,
                content: here.end..here.end,
                name: tag.qualified().to_owned(),
                divisible,
            });
        }
    }

    fn open_text(&mut self, tag: &Tag<'_>) {
        self.pending = Pending {
            tag: self.xml.range(),
            keeps_space: tag.get("space").as_deref() == Some("preserve"),
            pieces: Vec::new(),
        };
    }

    fn text(&mut self, text: &str, whole: bool) {
        match self.parent() {
            Kind::Text => {
                let start = (!whole).then(|| self.xml.range().start);
                let text = text.replace(['\n', '\r', '\t'], " ");
                self.pending.pieces.push((text, start));
            }
            Kind::Instruction => {
                if let Some(field) = self.fields.last_mut()
                    && field.instruction.len() < LONGEST_INSTRUCTION
                {
                    field.instruction.push_str(text);
                }
            }
            _ => {}
        }
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

    fn close_run_properties(&mut self) {
        let (start, end) = (self.properties, self.xml.position());
        if let (1, Some(run)) = (self.runs, self.outermost()) {
            run.properties = start..end;
            run.content = end..end;
        }
    }

    fn close_run(&mut self) {
        let range = self.xml.range();
        if let (1, Some(run)) = (self.runs, self.outermost()) {
            run.content.end = range.start;
            run.outer.end = range.end;
        }
        self.runs = self.runs.saturating_sub(1);
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.look = Look::default();
        }
    }

    fn outermost(&mut self) -> Option<&mut Run> {
        self.places.as_mut()?.runs.last_mut()
    }

    fn close_text(&mut self) {
        let Pending {
            tag,
            keeps_space,
            mut pieces,
        } = std::mem::take(&mut self.pending);
        if !keeps_space {
            trim(&mut pieces);
        }
        let element = tag.start..self.xml.position();
        for (text, start) in pieces {
            let place = start.map(|start| Text {
                start,
                tag: tag.clone(),
                keeps_space,
            });
            self.show(&text, element.clone(), place);
        }
    }

    /// Adds text to the paragraph, unless it is part of a field's instruction.
    fn show(&mut self, text: &str, element: Range<usize>, place: Option<Text>) {
        if self.instructing > 0 {
            return;
        }
        self.begin();
        let origin = self.origin(element, place);
        let raised = self.raised > 0;
        if let Some(paragraph) = self.paragraphs.last_mut() {
            if raised {
                paragraph.look.script = Some(Some(true));
            }
            paragraph.show(text, origin);
        }
    }

    fn origin(&mut self, element: Range<usize>, text: Option<Text>) -> Option<Origin> {
        let runs = self.runs;
        let places = self.places.as_mut().filter(|_| runs > 0)?;
        let run = places.runs.len().checked_sub(1)?;
        // What stands deeper, in a box or beside its ruby, is only reached by way of the whole run.
        places.runs[run].divisible &= runs == 1;
        Some(Origin { run, element, text })
    }

    /// Adds text that stands nowhere in the file.
    fn generate(&mut self, text: &str) {
        if self.instructing == 0 {
            self.begin();
            if let Some(paragraph) = self.paragraphs.last_mut() {
                paragraph.line.generated(text);
            }
        }
    }

    /// Puts the paragraph's generated number before what it shows, once.
    fn begin(&mut self) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        if paragraph.begun || paragraph.joined {
            return;
        }
        paragraph.begun = true;
        let own = paragraph.numbering.list.is_some();
        let style = match own {
            true => paragraph.style_id.as_deref(),
            false => paragraph.style.numbered_by.as_deref(),
        };
        let numbering = paragraph.numbering();
        let label = self
            .shared
            .lists
            .next(&numbering, style, self.shared.styles);
        if let Some(label) = label {
            let rest = std::mem::take(&mut paragraph.line);
            paragraph.line.generated(&label);
            paragraph.number_ends = paragraph.line.text.len();
            paragraph.line.append(rest);
        }
    }

    fn field(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => {
                self.instructing += 1;
                self.fields.push(Field {
                    instructing: true,
                    ..Field::default()
                });
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    self.instructing -= usize::from(field.instructing);
                    field.instructing = false;
                }
            }
            Some("end") => {
                let field = self.fields.pop().filter(|field| field.instructing);
                self.instructing -= usize::from(field.is_some());
                if let Some(sign) = field.and_then(|field| symbols::enclosed(&field.instruction)) {
                    self.generate(&sign);
                }
            }
            _ => {}
        }
    }

    /// The raised number that refers to a note.
    fn refer(&mut self, tag: &Tag<'_>) {
        let kind = match tag.name() {
            "footnoteReference" => "footnotes",
            _ => "endnotes",
        };
        if let Some(id) = tag.get("id") {
            self.references.push(Reference { kind, id });
        }
        if !tag
            .get("customMarkFollows")
            .is_some_and(|on| on == "1" || on == "true")
        {
            self.generate(&super::raised(self.references.len()));
        }
    }

    fn end_line(&mut self) {
        self.begin();
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        let line = std::mem::take(&mut paragraph.line);
        let heading = paragraph.heading();
        self.push_line(line, heading);
    }

    fn push_line(&mut self, line: Line, heading: Option<u8>) {
        let line = line.trimmed();
        if is_blank(&line.text) {
            return;
        }
        let origin = self.places.as_mut().map(|places| {
            places.lines.push(line.pieces);
            origin::Origin::of_line(places.lines.len() - 1)
        });
        self.story.push(Item::Line {
            text: line.text,
            heading,
            origin: origin.unwrap_or_default(),
        });
    }

    fn close_paragraph(&mut self) {
        let unseen = |paragraph: &Paragraph| paragraph.hidden && paragraph.line.text.is_empty();
        if !self.paragraphs.last().is_some_and(unseen) {
            self.begin();
        }
        let Some(paragraph) = self.paragraphs.pop() else {
            return;
        };
        let heading = paragraph.heading();
        if paragraph.joined {
            self.carried.push((self.story.depth(), paragraph.line));
        } else {
            self.push_line(paragraph.line, heading);
        }
        for item in paragraph.after {
            self.story.push(item);
        }
    }

    /// Shows the line of a paragraph without a mark that nothing follows.
    fn flush(&mut self) {
        let depth = self.story.depth();
        while let Some((_, line)) = self.carried.pop_if(|(of, _)| *of >= depth) {
            self.push_line(line, None);
        }
    }
}

/// Takes white space away around a text that does not ask to keep it.
fn trim(pieces: &mut Vec<(String, Option<usize>)>) {
    let blank = |c: char| matches!(c, ' ' | '\n' | '\r' | '\t');
    if let Some((text, start)) = pieces.first_mut() {
        let cut = text.len() - text.trim_start_matches(blank).len();
        text.drain(..cut);
        *start = start.map(|start| start + cut);
    }
    if let Some((text, _)) = pieces.last_mut() {
        text.truncate(text.trim_end_matches(blank).len());
    }
    pieces.retain(|(text, _)| !text.is_empty());
}
