//! Properties of paragraphs, marks, runs and tables.

use super::{Kind, Walker, opening::SKIPPED};
use crate::ingest::{
    docx::{
        story::Merge,
        styles::{Look, outline},
    },
    xml::Tag,
};

impl Walker<'_, '_> {
    pub(super) fn paragraph_property(&mut self, tag: &Tag<'_>) -> Option<Kind> {
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

    pub(super) fn mark_property(&mut self, tag: &Tag<'_>) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            match tag.name() {
                "del" | "moveFrom" => paragraph.joined = true,
                "vanish" => paragraph.hidden = tag.is_on(),
                _ => {}
            }
        }
    }

    pub(super) fn run_property(&mut self, tag: &Tag<'_>) {
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

    pub(super) fn table_property(&mut self, tag: &Tag<'_>) {
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
}
