//! What a start tag opens: by what it stands in, its namespace and its name.

use super::{Kind, Open, Walker};
use crate::ingest::xml::{Space, Tag};

/// Elements of WordprocessingML that show nothing, or something that is no longer there.
pub(super) const SKIPPED: &[&str] = &[
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

impl Walker<'_, '_> {
    pub(super) fn open(&mut self, tag: &Tag<'_>) {
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
    pub(super) fn kind(&mut self, tag: &Tag<'_>) -> Option<Kind> {
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

    pub(super) fn word(&mut self, tag: &Tag<'_>) -> Option<Kind> {
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

    pub(super) fn container(&mut self, tag: &Tag<'_>) -> Option<Kind> {
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

    pub(super) fn math(&mut self, tag: &Tag<'_>) -> Kind {
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
    pub(super) fn alternative(&mut self, tag: &Tag<'_>) -> Option<Kind> {
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
}
