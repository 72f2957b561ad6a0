//! What the styles of a Word document say about its text: headings, numbering, hidden and raised characters.

use super::super::xml::{Node, Space, Tag, Xml};
use std::collections::HashMap;

/// Styles may rest on each other this deep; further ones are ignored.
const DEEPEST: usize = 20;

/// The most styles that are read; Word's own bound is lower.
const MOST: usize = 20_000;

/// How a stretch of characters is shown, as far as it matters to what can be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Whether it is hidden, where that is said.
    pub(super) hidden: Option<bool>,
    /// Raised (`Some(true)`) or lowered, where that is said.
    pub(super) script: Option<Option<bool>>,
}

impl Look {
    /// This look, what it leaves open taken from another.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            hidden: self.hidden.or(other.hidden),
            script: self.script.or(other.script),
        }
    }

    /// Takes in a property of a run.
    pub(super) fn take(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "vanish" => self.hidden = Some(tag.is_on()),
            "vertAlign" => {
                self.script = Some(match tag.get("val").as_deref() {
                    Some("superscript") => Some(true),
                    Some("subscript") => Some(false),
                    _ => None,
                });
            }
            _ => {}
        }
    }
}

/// The list and the level in it that a paragraph belongs to; the level may be left to the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Numbering {
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
}

impl Numbering {
    /// Takes in a property of a paragraph's numbering.
    pub(super) fn take(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "numId" => self.list = tag.get("val"),
            "ilvl" => self.level = tag.number("val").map(|level| level.clamp(0, 8) as usize),
            _ => {}
        }
    }
}

/// A style with all that it inherits.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    based_on: Option<String>,
    /// The level of a heading, from 1.
    pub(super) heading: Option<u8>,
    /// Whether the outline level is said at all, be it that of body text.
    outlined: bool,
    pub(super) numbering: Numbering,
    /// The style that the numbering is inherited from.
    pub(super) numbered_by: Option<String>,
    pub(super) look: Look,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    default_paragraph: Option<String>,
}

impl Styles {
    /// Reads `styles.xml`; what is broken in it is left out.
    pub(super) fn read(text: &str) -> Self {
        let mut xml = Xml::new(text);
        let mut styles = Self::default();
        while let Some(node) = xml.next() {
            if let Node::Open(tag) = node
                && tag.space == Space::Word
                && tag.name() == "style"
            {
                let style = style(&mut xml);
                let Some(id) = tag.get("styleId") else {
                    continue;
                };
                let paragraph = tag.get("type").as_deref() == Some("paragraph");
                if paragraph
                    && tag
                        .get("default")
                        .is_some_and(|on| on == "1" || on == "true")
                {
                    styles.default_paragraph = Some(id.clone());
                }
                if styles.styles.len() < MOST {
                    styles.styles.insert(id, style);
                }
            }
        }
        styles
    }

    /// A paragraph's style with all that it inherits; the default one where none is named.
    pub(super) fn paragraph(&self, id: Option<&str>) -> Style {
        let id = id.filter(|id| self.styles.contains_key(*id));
        self.whole(id.or(self.default_paragraph.as_deref()))
    }

    /// A style with all that it inherits.
    pub(super) fn whole(&self, id: Option<&str>) -> Style {
        let mut whole = Style::default();
        let mut next = id;
        for _ in 0..DEEPEST {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else {
                break;
            };
            if !whole.outlined {
                whole.heading = style.heading;
                whole.outlined = style.outlined;
            }
            let numbering = &mut whole.numbering;
            numbering.level = numbering.level.or(style.numbering.level);
            if numbering.list.is_none() {
                numbering.list.clone_from(&style.numbering.list);
                whole.numbered_by = next.map(str::to_owned);
            }
            whole.look = whole.look.or(style.look);
            next = style.based_on.as_deref();
        }
        whole
    }

    /// The list that a numbering style stands for.
    pub(super) fn list_of(&self, id: &str) -> Option<String> {
        self.whole(Some(id)).numbering.list
    }
}

fn style(xml: &mut Xml<'_>) -> Style {
    let mut style = Style::default();
    let mut depth = 1;
    while depth > 0 {
        let tag = match xml.next() {
            Some(Node::Open(tag)) => tag,
            Some(Node::Close) => {
                depth -= 1;
                continue;
            }
            Some(Node::Text { .. }) => continue,
            None => break,
        };
        match tag.name() {
            // What a table's style says of some of its rows, and what was there before a change.
            "tblStylePr" | "rPrChange" | "pPrChange" => {
                xml.skip();
                continue;
            }
            "basedOn" => style.based_on = tag.get("val"),
            "name" => {
                if let (false, Some(level)) =
                    (style.outlined, tag.get("val").as_deref().and_then(named))
                {
                    style.heading = Some(level);
                    style.outlined = true;
                }
            }
            "outlineLvl" => {
                style.heading = outline(&tag);
                style.outlined = true;
            }
            _ => {}
        }
        style.numbering.take(&tag);
        style.look.take(&tag);
        depth += 1;
    }
    style
}

/// The heading's level that an outline level means; nothing for that of body text.
pub(super) fn outline(tag: &Tag<'_>) -> Option<u8> {
    let level = tag.number("val").filter(|level| (0..9).contains(level))?;
    Some(level as u8 + 1)
}

/// The level of a built-in heading, by the name that it has in every language of Word.
fn named(name: &str) -> Option<u8> {
    let level = name.to_ascii_lowercase();
    let level = level.strip_prefix("heading ")?.parse().ok()?;
    (1..=9).contains(&level).then_some(level)
}
