//! The numbers before paragraphs that Word generates: which they are, counted as Word counts.

use super::{
    super::xml::{Node, Tag, Xml},
    numerals::written,
    styles::{Numbering, Styles},
};
use std::collections::{HashMap, HashSet};

/// A list has nine levels.
const LEVELS: usize = 9;

/// The most lists that are read.
const MOST: usize = 20_000;

/// What one level of a list says.
#[derive(Debug, Clone, Default)]
struct Level {
    start: Option<i64>,
    format: Option<String>,
    text: Option<String>,
    /// The style whose paragraphs stand on this level.
    style: Option<String>,
    /// The level that must have been used for this one to begin anew; zero: none does.
    restart: Option<i64>,
    plain_digits: bool,
    joined: bool,
}

/// A definition that several lists may share.
#[derive(Debug, Default)]
struct Definition {
    levels: [Level; LEVELS],
    /// The numbering style that holds the levels instead.
    link: Option<String>,
}

/// A list: its definition, and what it changes in it.
#[derive(Debug, Default)]
struct List {
    definition: String,
    starts: [Option<i64>; LEVELS],
    levels: HashMap<usize, Level>,
}

/// All lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    definitions: HashMap<String, Definition>,
    lists: HashMap<String, List>,
    counts: HashMap<String, [Option<i64>; LEVELS]>,
    /// The lists and levels whose own start was used already.
    started: HashSet<(String, usize)>,
}

impl Lists {
    /// Reads `numbering.xml`; what is broken in it is left out.
    pub(super) fn read(text: &str) -> Self {
        let mut xml = Xml::new(text);
        let mut lists = Self::default();
        while let Some(node) = xml.next() {
            let Node::Open(tag) = node else { continue };
            match tag.name() {
                "abstractNum" => {
                    let id = tag.get("abstractNumId").unwrap_or_default();
                    let definition = definition(&mut xml);
                    if lists.definitions.len() < MOST {
                        lists.definitions.insert(id, definition);
                    }
                }
                "num" => {
                    let id = tag.get("numId").unwrap_or_default();
                    let list = list(&mut xml);
                    if lists.lists.len() < MOST {
                        lists.lists.insert(id, list);
                    }
                }
                _ => {}
            }
        }
        lists
    }

    /// Counts one paragraph on and tells the text before it; nothing where it is in no list.
    pub(super) fn next(
        &mut self,
        numbering: &Numbering,
        style: Option<&str>,
        styles: &Styles,
    ) -> Option<String> {
        let id = numbering.list.as_deref().filter(|id| *id != "0")?;
        let list = self.lists.get(id)?;
        let home = self.home(list, styles)?;
        let levels = &self.definitions.get(&home)?.levels;
        let by_style = || {
            let linked = |level: &Level| style.is_some() && level.style.as_deref() == style;
            levels.iter().position(linked)
        };
        let at = numbering.level.or_else(by_style).unwrap_or(0);
        let level = |at: usize| list.levels.get(&at).unwrap_or(&levels[at]);
        let counts = self.counts.entry(home.clone()).or_default();
        let own_start = list.starts[at].filter(|_| self.started.insert((id.to_owned(), at)));
        let start = level(at).start.unwrap_or(1);
        counts[at] = Some(match (own_start, counts[at]) {
            (Some(own), _) => own,
            (None, None) => start,
            (None, Some(count)) => count.saturating_add(1),
        });
        for (deeper, count) in counts.iter_mut().enumerate().skip(at + 1) {
            let after = level(deeper).restart.unwrap_or(deeper as i64);
            if after > at as i64 {
                *count = None;
            }
        }
        Some(label(*counts, at, level))
    }

    /// The definition that holds the levels of a list, behind numbering styles if need be.
    fn home(&self, list: &List, styles: &Styles) -> Option<String> {
        let mut id = list.definition.clone();
        for _ in 0..5 {
            let definition = self.definitions.get(&id)?;
            let linked = definition.link.as_deref();
            match linked.and_then(|style| self.lists.get(&styles.list_of(style)?)) {
                Some(other) if other.definition != id => id.clone_from(&other.definition),
                _ => break,
            }
        }
        Some(id)
    }
}

/// The text of a level with the numbers put in, and what stands between it and the paragraph's own text.
fn label<'a>(
    counts: [Option<i64>; LEVELS],
    at: usize,
    level: impl Fn(usize) -> &'a Level,
) -> String {
    let own = level(at);
    let pattern = own.text.as_deref().unwrap_or_default();
    let mut text = String::new();
    let mut characters = pattern.chars().peekable();
    while let Some(character) = characters.next() {
        let digit = characters.peek().and_then(|next| next.to_digit(10));
        match (character, digit) {
            ('%', Some(digit @ 1..=9)) => {
                characters.next();
                let of = digit as usize - 1;
                let number = counts[of].or(level(of).start).unwrap_or(1);
                let format = level(of).format.as_deref().unwrap_or("decimal");
                let plain = own.plain_digits && of < at && format != "decimalZero";
                text += &written(number, if plain { "decimal" } else { format });
            }
            // Symbols of fonts that have no characters of their own.
            ('\u{e000}'..='\u{f8ff}', _) => text.push('•'),
            _ => text.push(character),
        }
    }
    let text = text.trim_end();
    let closed = |c: char| !c.is_ascii() && !c.is_alphanumeric();
    let apart = !own.joined && text.chars().next_back().is_some_and(|last| !closed(last));
    format!("{text}{}", if apart { " " } else { "" })
}

fn definition(xml: &mut Xml<'_>) -> Definition {
    let mut definition = Definition::default();
    children(xml, |xml, tag| match tag.name() {
        "lvl" => {
            let at = level_number(tag);
            let level = level(xml);
            if let Some(at) = at {
                definition.levels[at] = level;
            }
            true
        }
        "numStyleLink" => {
            definition.link = tag.get("val");
            false
        }
        _ => false,
    });
    definition
}

fn list(xml: &mut Xml<'_>) -> List {
    let mut list = List::default();
    let mut at = None;
    children(xml, |xml, tag| {
        match tag.name() {
            "abstractNumId" => list.definition = tag.get("val").unwrap_or_default(),
            "lvlOverride" => at = level_number(tag),
            "startOverride" => {
                if let Some(at) = at {
                    list.starts[at] = tag.number("val");
                }
            }
            "lvl" => {
                let at = level_number(tag).or(at);
                let level = level(xml);
                if let Some(at) = at {
                    list.levels.insert(at, level);
                }
                return true;
            }
            _ => {}
        }
        false
    });
    list
}

fn level(xml: &mut Xml<'_>) -> Level {
    let mut level = Level::default();
    children(xml, |_, tag| {
        match tag.name() {
            "start" => level.start = tag.number("val"),
            // The first is the one that an alternative offers to readers that know it.
            "numFmt" if level.format.is_none() || tag.get("format").is_none() => {
                level.format = tag.get("val");
            }
            "lvlText" => level.text = tag.get("val"),
            "pStyle" => level.style = tag.get("val"),
            "lvlRestart" => level.restart = tag.number("val"),
            "isLgl" => level.plain_digits = tag.is_on(),
            "suff" => level.joined = tag.get("val").as_deref() == Some("nothing"),
            _ => {}
        }
        false
    });
    level
}

fn level_number(tag: &Tag<'_>) -> Option<usize> {
    let level = tag.number("ilvl")?;
    usize::try_from(level).ok().filter(|level| *level < LEVELS)
}

/// Visits all start tags inside the element whose start tag was read last. The visitor says
/// whether it has read the whole element itself.
fn children(xml: &mut Xml<'_>, mut visit: impl FnMut(&mut Xml<'_>, &Tag<'_>) -> bool) {
    let mut depth = 1;
    while depth > 0 {
        match xml.next() {
            Some(Node::Open(tag)) => depth += usize::from(!visit(xml, &tag)),
            Some(Node::Close) => depth -= 1,
            Some(Node::Text { .. }) => {}
            None => break,
        }
    }
}
