//! Runs and their text: what they show, and where it stands in the file.

use super::{Kind, Pending, Walker};
use crate::ingest::{
    docx::{
        paragraph::{Drawing, Origin},
        place::{Run, Text},
        styles::Look,
        symbols,
    },
    xml::Tag,
};
use std::ops::Range;

/// The most of a field's instruction that is kept.
const LONGEST_INSTRUCTION: usize = 100;

impl Walker<'_, '_> {
    /// What stands in a run beside its text.
    pub(super) fn in_run(&mut self, tag: &Tag<'_>) -> Option<Kind> {
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

    pub(super) fn open_run(&mut self, tag: &Tag<'_>, divisible: bool) {
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

    pub(super) fn open_text(&mut self, tag: &Tag<'_>) {
        self.pending = Pending {
            tag: self.xml.range(),
            keeps_space: tag.get("space").as_deref() == Some("preserve"),
            pieces: Vec::new(),
        };
    }

    pub(super) fn text(&mut self, text: &str, whole: bool) {
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

    pub(super) fn close_run_properties(&mut self) {
        let (start, end) = (self.properties, self.xml.position());
        if let (1, Some(run)) = (self.runs, self.outermost()) {
            run.properties = start..end;
            run.content = end..end;
        }
    }

    pub(super) fn close_run(&mut self) {
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

    pub(super) fn outermost(&mut self) -> Option<&mut Run> {
        self.places.as_mut()?.runs.last_mut()
    }

    pub(super) fn close_text(&mut self) {
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
    pub(super) fn show(&mut self, text: &str, element: Range<usize>, place: Option<Text>) {
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

    pub(super) fn origin(&mut self, element: Range<usize>, text: Option<Text>) -> Option<Origin> {
        let runs = self.runs;
        let places = self.places.as_mut().filter(|_| runs > 0)?;
        let run = places.runs.len().checked_sub(1)?;
        // What stands deeper, in a box or beside its ruby, is only reached by way of the whole run.
        places.runs[run].divisible &= runs == 1;
        Some(Origin { run, element, text })
    }

    /// Adds text that stands nowhere in the file.
    pub(super) fn generate(&mut self, text: &str) {
        if self.instructing == 0 {
            self.begin();
            if let Some(paragraph) = self.paragraphs.last_mut() {
                paragraph.line.generated(text);
            }
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
