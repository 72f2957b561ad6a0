//! The marks of comments in a document's text.

use super::cut::Cut;
use crate::ingest::{docx::place::Run, xml};
use std::collections::BTreeMap;

/// The marks to be put into a part, by their places.
pub(super) struct Marks<'a> {
    xml: &'a str,
    /// The prefix of the part's own vocabulary, with its colon.
    prefix: String,
    places: BTreeMap<usize, (Cut, Here)>,
}

/// The comments that end and that begin at a place.
#[derive(Default)]
struct Here {
    ends: Vec<i64>,
    starts: Vec<i64>,
}

impl<'a> Marks<'a> {
    pub(super) fn new(xml: &'a str) -> Self {
        Self {
            xml,
            prefix: xml::root_prefix(xml),
            places: BTreeMap::new(),
        }
    }

    /// Puts a comment around what stands between two places.
    pub(super) fn add(&mut self, comment: i64, from: Cut, to: Cut) {
        self.here(from).starts.push(comment);
        self.here(to).ends.push(comment);
    }

    fn here(&mut self, cut: Cut) -> &mut Here {
        let place = self.places.entry(cut.at());
        &mut place.or_insert_with(|| (cut, Here::default())).1
    }

    /// The part with its marks.
    pub(super) fn write(&self, runs: &[Run]) -> String {
        let mut written = String::with_capacity(self.xml.len() + 512 * self.places.len());
        let mut from = 0;
        for (&at, (cut, here)) in &self.places {
            written.push_str(&self.xml[from..at]);
            let marks = self.marks(here);
            match *cut {
                Cut::Between { .. } => written += &marks,
                Cut::Run { run, .. } => written += &self.parted(&runs[run], &marks),
                Cut::Text { run, tag, .. } => {
                    let tag = &self.xml[tag.0..tag.1];
                    let name = tag[1..]
                        .split(|c: char| c.is_whitespace() || c == '>')
                        .next()
                        .unwrap_or_default();
                    let parted = self.parted(&runs[run], &marks);
                    written += &format!("</{name}>{parted}{tag}");
                }
            }
            from = at;
        }
        written.push_str(&self.xml[from..]);
        written
    }

    /// The end of a run, marks, and the beginning of another that looks the same.
    fn parted(&self, run: &Run, marks: &str) -> String {
        let properties = &self.xml[run.properties.clone()];
        format!("</{0}>{marks}<{0}>{properties}", run.name)
    }

    fn marks(&self, here: &Here) -> String {
        let w = &self.prefix;
        let end = |id: &i64| {
            format!(
                "<{w}commentRangeEnd {w}id=\"{id}\"/><{w}r><{w}commentReference {w}id=\"{id}\"/></{w}r>"
            )
        };
        let start = |id: &i64| format!("<{w}commentRangeStart {w}id=\"{id}\"/>");
        let ends: String = here.ends.iter().map(end).collect();
        let starts: String = here.starts.iter().map(start).collect();
        ends + &starts
    }
}
