//! Fields and what refers to notes, headers and footers.

use super::{Field, Reference, Walker};
use crate::ingest::{
    docx::{raised, symbols},
    xml::Tag,
};

impl Walker<'_, '_> {
    pub(super) fn field(&mut self, kind: Option<&str>) {
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
    pub(super) fn refer(&mut self, tag: &Tag<'_>) {
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
            self.generate(&raised(self.references.len()));
        }
    }
}
