//! The style sheet: which styles are headings, and which number their paragraphs ([MS-DOC] 2.9.271).

use super::props::Paragraph;
use crate::ingest::compound::container::u16_at;

/// How many styles may stand upon each other.
const DEEPEST: usize = 12;

/// The most bytes of a style's operations.
const MOST_GROUP: usize = 512;

/// What is known of a style.
struct Style {
    /// The number of a built-in style.
    built_in: u16,
    base: usize,
    group: Vec<u8>,
}

/// All styles; those that are not for paragraphs are empty.
pub(super) struct Styles(Vec<Option<Style>>);

impl Styles {
    /// Reads the sheet, as far as it is whole.
    pub(super) fn read(sheet: &[u8]) -> Self {
        Self(entries(sheet).unwrap_or_default())
    }

    /// What a style says of its paragraphs.
    pub(super) fn paragraph(&self, style: u16, data: &[u8]) -> Paragraph {
        let mut paragraph = Paragraph::default();
        for style in self.ancestry(style).into_iter().rev() {
            paragraph.apply_group(&style.group, data);
        }
        paragraph.style = style;
        paragraph
    }

    /// The level of heading that a style has, by itself or by what it is based on.
    pub(super) fn heading(&self, style: u16) -> Option<u8> {
        let numbers = self.ancestry(style).into_iter().map(|style| style.built_in);
        let level = numbers
            .into_iter()
            .find(|number| (1..=9).contains(number))?;
        u8::try_from(level).ok()
    }

    /// The style and those that it is based on, itself first.
    fn ancestry(&self, style: u16) -> Vec<&Style> {
        let mut ancestry = Vec::new();
        let mut next = usize::from(style);
        while let Some(Some(style)) = self.0.get(next) {
            ancestry.push(style);
            next = style.base;
            if ancestry.len() == DEEPEST {
                break;
            }
        }
        ancestry
    }
}

fn entries(sheet: &[u8]) -> Option<Vec<Option<Style>>> {
    let head = usize::from(u16_at(sheet, 0)?);
    let base = usize::from(u16_at(sheet, 4)?);
    let mut rest = sheet.get(2 + head..)?;
    let mut styles = Vec::new();
    while let Some(length) = u16_at(rest, 0).map(usize::from) {
        let Some(entry) = rest.get(2..2 + length) else {
            break;
        };
        styles.push(style(entry, base));
        let padded = 2 + length + length % 2;
        rest = rest.get(padded..).unwrap_or_default();
    }
    Some(styles)
}

fn style(entry: &[u8], base: usize) -> Option<Style> {
    let kind = u16_at(entry, 2)?;
    if kind & 0xf != 1 {
        return None;
    }
    // The name: its length, its characters and a zero.
    let name = usize::from(u16_at(entry, base)?);
    let at = base + 2 + name * 2 + 2;
    let length = usize::from(u16_at(entry, at)?);
    let group = entry.get(at + 4..at + 2 + length).unwrap_or_default();
    let group = &group[..group.len().min(MOST_GROUP)];
    Some(Style {
        built_in: u16_at(entry, 0)? & 0xfff,
        base: usize::from(kind >> 4),
        group: group.to_vec(),
    })
}
