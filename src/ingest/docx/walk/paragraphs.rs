//! Paragraphs and their lines, drawings in them, pieces in other formats.

use super::Walker;
use crate::ingest::{
    docx::{package::Relationship, paragraph::Paragraph, place::Line},
    is_blank,
    item::Item,
    origin,
    xml::Tag,
};

impl Walker<'_, '_> {
    /// A piece in another format, such as a web page, that stands for paragraphs.
    pub(super) fn chunk(&mut self, id: Option<&str>) {
        let mut all = self.shared.relationships.iter();
        if let Some(part) = all.find(|one| Some(one.id.as_str()) == id) {
            for item in (self.shared.chunk)(part) {
                self.story.push(item);
            }
        }
    }

    /// A picture, or what names it.
    pub(super) fn drawn(&mut self, tag: &Tag<'_>) {
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

    pub(super) fn open_paragraph(&mut self) {
        let depth = self.story.depth();
        let carried = self.carried.pop_if(|(of, _)| *of == depth);
        self.paragraphs.push(Paragraph {
            style: self.shared.styles.paragraph(None),
            line: carried.map(|(_, line)| line).unwrap_or_default(),
            ..Paragraph::default()
        });
    }

    /// Puts the paragraph's generated number before what it shows, once.
    pub(super) fn begin(&mut self) {
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

    pub(super) fn end_line(&mut self) {
        self.begin();
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        let line = std::mem::take(&mut paragraph.line);
        let heading = paragraph.heading();
        self.push_line(line, heading);
    }

    pub(super) fn push_line(&mut self, line: Line, heading: Option<u8>) {
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

    pub(super) fn close_paragraph(&mut self) {
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
    pub(super) fn flush(&mut self) {
        let depth = self.story.depth();
        while let Some((_, line)) = self.carried.pop_if(|(of, _)| *of >= depth) {
            self.push_line(line, None);
        }
    }
}
