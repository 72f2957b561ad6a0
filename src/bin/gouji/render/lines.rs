//! The lines of the text and what is marked below them.

use crate::line::Mark;
use gouji::view::{Evidence, Part, Report, Text};
use std::collections::{BTreeMap, HashMap};

/// With more places than this, those that add nothing to a sum are not shown.
const MANY: usize = 8;

/// The report's lines: paragraphs, and rows of tables.
pub(super) struct Lines<'a> {
    pub(super) texts: Vec<String>,
    /// For each block its text, its line, and the character of the line where it begins.
    blocks: HashMap<usize, (&'a str, usize, usize)>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(report: &'a Report) -> Self {
        let mut lines = Self {
            texts: Vec::new(),
            blocks: HashMap::new(),
        };
        for part in &report.parts {
            match part {
                Part::Heading { text, .. } | Part::Paragraph { text } | Part::Picture { text } => {
                    lines.line([text]);
                }
                Part::Grid { rows } => {
                    for row in rows {
                        lines.line(row.iter().map(|cell| &cell.text));
                    }
                }
            }
        }
        lines
    }

    pub(super) fn line(&mut self, texts: impl IntoIterator<Item = &'a Text>) {
        let mut line = String::new();
        let mut at = 0;
        for (column, text) in texts.into_iter().enumerate() {
            if column > 0 {
                line.push_str(" │ ");
                at += 3;
            }
            let place = (text.text.as_str(), self.texts.len(), at);
            self.blocks.insert(text.block, place);
            line.push_str(&text.text);
            at += text.text.chars().count();
        }
        self.texts.push(line);
    }

    /// The lines that a finding points to, the most telling first, with their marks.
    pub(super) fn marked(&self, evidence: &[Evidence]) -> Vec<(usize, Vec<Mark>)> {
        let many = evidence.len() > MANY;
        let adds = |evidence: &Evidence| evidence.value.as_deref() != Some("0");
        let mut marks: BTreeMap<usize, Vec<Mark>> = BTreeMap::new();
        for (rank, evidence) in evidence.iter().enumerate() {
            if rank > 0 && many && !adds(evidence) {
                continue;
            }
            if let Some((line, characters)) = self.place(evidence) {
                marks
                    .entry(line)
                    .or_default()
                    .push(Mark { characters, rank });
            }
        }
        let mut marked: Vec<_> = marks.into_iter().collect();
        marked.sort_by_key(|(_, marks)| marks[0].rank);
        marked
    }

    pub(super) fn place(&self, evidence: &Evidence) -> Option<(usize, std::ops::Range<usize>)> {
        let &(text, line, at) = self.blocks.get(&evidence.block)?;
        let start = at + characters(text, evidence.start);
        let end = at + characters(text, evidence.end);
        Some((line, start..end))
    }
}

/// How many characters the first so many UTF-16 units are.
pub(super) fn characters(text: &str, units: usize) -> usize {
    let mut seen = 0;
    text.chars()
        .take_while(|character| {
            seen += character.len_utf16();
            seen <= units
        })
        .count()
}

/// The heading of the statutory section that a place stands in.
pub(super) fn section<'a>(report: &'a Report, evidence: &Evidence) -> Option<&'a str> {
    let before = |block: usize| block <= evidence.block;
    let mut sections = report.sections.iter().rev();
    let section = sections.find(|section| before(section.heading.block))?;
    Some(&section.heading.text)
}
