//! One paragraph after the other: what of it is shown, its number, its place in tables.

use super::{
    body::{Body, End},
    lists::Lists,
    props::{Character, Direct, Paragraph, Runs},
    styles::Styles,
    text::Text,
};
use crate::ingest::{is_blank, item::Item};
use std::ops::Range;

/// Marks of a paragraph, of a cell, of a page or a section.
const PARAGRAPH: u16 = 0x0d;
const CELL: u16 = 0x07;
const PAGE: u16 = 0x0c;

/// The text with all its properties.
pub(super) struct Story {
    pub(super) text: Text,
    pub(super) characters: Runs<Character>,
    pub(super) paragraphs: Runs<Direct>,
    pub(super) styles: Styles,
    pub(super) lists: Lists,
    pub(super) data: Vec<u8>,
}

/// What a stretch of text shows, in the making.
#[derive(Default)]
struct Shown {
    units: Vec<u16>,
    items: Vec<Item>,
    /// For each open field whether its result has begun.
    fields: Vec<bool>,
}

impl Story {
    /// Adds the paragraph that begins at `start`, and tells where the next one begins.
    pub(super) fn paragraph(&mut self, start: usize, limit: usize, body: &mut Body) -> usize {
        let limit = limit.min(self.text.units.len()).max(start);
        let end = self.end(start, limit);
        if end == start {
            return usize::MAX;
        }
        let mark = self.text.units[end - 1];
        let paragraph = self.properties(end - 1);
        let mut shown = Shown::default();
        self.show(start..end, &mut shown);
        shown.end_line();
        let items = self.dress(shown.items, &paragraph);
        let depth = paragraph.tables();
        let finish = match mark {
            CELL if paragraph.row_end && depth < 2 => End::Row(paragraph.row),
            CELL => End::Cell,
            _ if paragraph.inner_row_end => End::Row(paragraph.row),
            _ if paragraph.inner_cell => End::Cell,
            _ => End::Paragraph,
        };
        body.paragraph(items, depth, finish);
        end
    }

    /// Adds a text that stands beside the main one: a note, a text box.
    pub(super) fn aside(&mut self, range: Range<usize>, body: &mut Body) {
        let mut start = range.start;
        while start < range.end && !body.is_full() {
            start = self.paragraph(start, range.end, body);
        }
    }

    /// The end of the paragraph: behind the first mark that is not deleted.
    fn end(&self, start: usize, limit: usize) -> usize {
        for (at, &unit) in self.text.units.iter().enumerate().take(limit).skip(start) {
            match unit {
                PARAGRAPH if self.character(at).hidden => {}
                PARAGRAPH | CELL => return at + 1,
                PAGE if self.ends_run(at) => return at + 1,
                _ => {}
            }
        }
        limit
    }

    /// Whether a run of paragraph properties ends with the character.
    fn ends_run(&self, at: usize) -> bool {
        self.text
            .stretches(at..at + 1)
            .first()
            .is_some_and(|stretch| {
                let run = self.paragraphs.at(stretch.offset);
                run.is_some_and(|run| run.end == stretch.offset + stretch.width)
            })
    }

    fn character(&self, at: usize) -> Character {
        let stretches = self.text.stretches(at..at + 1);
        let run = stretches
            .first()
            .and_then(|stretch| self.characters.at(stretch.offset));
        run.map(|run| run.properties).unwrap_or_default()
    }

    /// The properties of the paragraph whose mark is given: of its style, its own, and its piece's.
    fn properties(&self, mark: usize) -> Paragraph {
        let stretches = self.text.stretches(mark..mark + 1);
        let Some(stretch) = stretches.first() else {
            return Paragraph::default();
        };
        let direct = self.paragraphs.at(stretch.offset);
        let (style, group) =
            direct.map_or((0, &[][..]), |run| (run.properties.0, &run.properties.1));
        let mut paragraph = self.styles.paragraph(style, &self.data);
        paragraph.apply_group(group, &self.data);
        self.text.modifications(stretch.modifier, |code, operand| {
            paragraph.apply(code, operand);
        });
        paragraph
    }

    /// Collects what is shown of a stretch of text.
    fn show(&self, range: Range<usize>, shown: &mut Shown) {
        for stretch in self.text.stretches(range) {
            let mut at = stretch.start;
            while at < stretch.end {
                let offset = stretch.offset + (at - stretch.start) * stretch.width;
                let (mut character, until) = match self.characters.at(offset) {
                    Some(run) => (run.properties, run.end),
                    None => (Character::default(), self.characters.next(offset)),
                };
                self.text.modifications(stretch.modifier, |code, operand| {
                    character.apply(code, operand);
                });
                let length = (until - offset).div_ceil(stretch.width);
                let end = at.saturating_add(length.max(1)).min(stretch.end);
                for &unit in &self.text.units[at..end] {
                    shown.unit(unit, character);
                }
                at = end;
            }
        }
    }

    /// The lines of a paragraph with its number before them, as headings where its style is one.
    fn dress(&mut self, mut items: Vec<Item>, paragraph: &Paragraph) -> Vec<Item> {
        let level = paragraph.outline.map(|level| level.saturating_add(1));
        let heading = self
            .styles
            .heading(paragraph.style)
            .or(level.filter(|level| *level <= 9))
            .map(|level| level.min(6));
        let mut number = paragraph
            .list
            .filter(|&list| list != 0 && items.iter().any(|item| matches!(item, Item::Line { .. })))
            .and_then(|list| self.lists.next(list, paragraph.level, paragraph.style));
        for item in &mut items {
            if let Item::Line {
                text,
                heading: level,
                ..
            } = item
            {
                *level = heading.filter(|_| !paragraph.in_table);
                if let Some(number) = number.take() {
                    text.insert_str(0, &number);
                }
            }
        }
        items
    }
}

impl Shown {
    fn unit(&mut self, unit: u16, character: Character) {
        match unit {
            0x13 => self.fields.push(false),
            0x14 => {
                if let Some(field) = self.fields.last_mut() {
                    *field = true;
                }
            }
            0x15 => {
                self.fields.pop();
            }
            _ if character.hidden || self.fields.contains(&false) => {}
            0x01 if character.special && !character.data => {
                self.end_line();
                self.items.push(Item::Picture(String::new()));
            }
            0x28 if character.special && character.symbol != 0 => self.symbol(character.symbol),
            0x09 => self.units.push(0x20),
            0x0b | 0x0e | PAGE | PARAGRAPH => self.end_line(),
            0x1e => self.units.push(0x2d),
            0x00..=0x1f | 0xfffe.. => {}
            digit @ 0x30..=0x39 => self.units.push(scripted(digit, character.script)),
            other => self.units.push(other),
        }
    }

    /// A character of a symbol font; what such a font draws in the private area is not known.
    fn symbol(&mut self, symbol: u16) {
        let known = !(0xe000..=0xf8ff).contains(&symbol);
        self.units.push(if known { symbol } else { 0x25a1 });
    }

    fn end_line(&mut self) {
        let line = String::from_utf16_lossy(&std::mem::take(&mut self.units));
        let text = line.trim();
        if !is_blank(text) {
            self.items.push(Item::line(text, None));
        }
    }
}

/// A digit set high or low, so that a footnote's number is not glued to a figure.
fn scripted(digit: u16, script: Option<bool>) -> u16 {
    const HIGH: [u16; 10] = [
        0x2070, 0xb9, 0xb2, 0xb3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079,
    ];
    match script {
        Some(true) => HIGH[usize::from(digit - 0x30)],
        Some(false) => digit - 0x30 + 0x2080,
        None => digit,
    }
}
