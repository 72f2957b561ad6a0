//! The XML of office files, element by element, with the places where everything stands.

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};
use std::ops::Range;

/// The most prefixes that are known at a time; a part has some thirty.
const MOST_PREFIXES: usize = 200;

/// The vocabularies that office files are written in; both editions of a vocabulary, transitional and strict, are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Space {
    /// WordprocessingML.
    Word,
    /// Formulas.
    Math,
    /// The old drawings, VML.
    Vml,
    /// Alternatives of one content for readers of different ages.
    Compatibility,
    /// Anything else.
    #[default]
    Other,
}

impl Space {
    fn of(name: &str) -> Self {
        match name {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Math,
            "urn:schemas-microsoft-com:vml" => Self::Vml,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Compatibility,
            _ => Self::Other,
        }
    }
}

/// A start tag.
#[derive(Debug)]
pub(crate) struct Tag<'a> {
    pub(crate) space: Space,
    start: BytesStart<'a>,
}

impl Tag<'_> {
    /// The name without its prefix.
    pub(crate) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// The name as it is written, with its prefix.
    pub(crate) fn qualified(&self) -> &str {
        self.start.name().into_inner()
    }

    /// The value of an attribute, whatever its prefix.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let mut found = attributes.with_checks(false).flatten();
        let found = found.find(|one| one.key.local_name().into_inner() == name)?;
        Some(match found.normalized_value(XmlVersion::Implicit1_0) {
            Ok(value) => value.into_owned(),
            Err(_) => found.value.into_owned(),
        })
    }

    /// An attribute that is a number.
    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether a property that is switched on by its mere presence is on.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(
            self.get("val").as_deref(),
            Some("0" | "false" | "off" | "none")
        )
    }
}

/// What stands in a part.
#[derive(Debug)]
pub(crate) enum Node<'a> {
    /// A start tag.
    Open(Tag<'a>),
    /// An end tag, also that of an element written as one empty tag.
    Close,
    /// Text; `whole` where it is a reference or a quoted section, whose characters have no places of their own.
    Text { text: String, whole: bool },
}

/// Reads a part of an office file from beginning to end.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    prefixes: Vec<(String, Space)>,
    /// Where the node read last begins.
    start: usize,
    /// How many elements are open.
    depth: usize,
    broken: bool,
}

impl<'a> Xml<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            prefixes: Vec::new(),
            start: 0,
            depth: 0,
            broken: false,
        }
    }

    /// The next tag or text; nothing at the end, or where the part is broken.
    pub(crate) fn next(&mut self) -> Option<Node<'a>> {
        loop {
            self.start = self.position();
            let event = match self.reader.read_event() {
                Ok(Event::Eof) => {
                    self.broken |= self.depth > 0;
                    return None;
                }
                Ok(event) => event,
                Err(_) => {
                    self.broken = true;
                    return None;
                }
            };
            match event {
                Event::Start(start) => return Some(Node::Open(self.open(start))),
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Some(Node::Close);
                }
                Event::Text(text) => {
                    let text = text.into_inner().into_owned();
                    return Some(Node::Text { text, whole: false });
                }
                Event::CData(text) => {
                    let text = text.into_inner().into_owned();
                    return Some(Node::Text { text, whole: true });
                }
                Event::GeneralRef(reference) => {
                    let text = character(&reference).map_or_else(String::new, String::from);
                    return Some(Node::Text { text, whole: true });
                }
                _ => {}
            }
        }
    }

    fn open(&mut self, start: BytesStart<'a>) -> Tag<'a> {
        self.depth += 1;
        if start.attributes_raw().contains("xmlns") {
            self.declare(&start);
        }
        let (_, prefix) = start.name().decompose();
        let prefix = prefix.as_ref().map_or("", |prefix| prefix.into_inner());
        let known = self.prefixes.iter().find(|(name, _)| name == prefix);
        let space = known.map_or(Space::Other, |(_, space)| *space);
        Tag { space, start }
    }

    /// Notes the prefixes that a tag declares. Office files give a prefix one meaning in a whole part.
    fn declare(&mut self, start: &BytesStart<'_>) {
        for attribute in start.attributes().with_checks(false).flatten() {
            let key = attribute.key.into_inner();
            let prefix = match key.strip_prefix("xmlns") {
                Some("") => "",
                Some(rest) if rest.starts_with(':') => &rest[1..],
                _ => continue,
            };
            let space = Space::of(&attribute.value);
            let known = self.prefixes.iter().position(|(name, _)| name == prefix);
            match known {
                Some(at) => self.prefixes[at].1 = space,
                None if self.prefixes.len() < MOST_PREFIXES => {
                    self.prefixes.push((prefix.to_owned(), space));
                }
                None => {}
            }
        }
    }

    /// Passes over the element whose start tag was read last, with all that it holds.
    pub(crate) fn skip(&mut self) {
        let outer = self.depth;
        while self.depth >= outer {
            if self.next().is_none() {
                break;
            }
        }
    }

    /// The offset after what was read last.
    pub(crate) fn position(&self) -> usize {
        self.reader.buffer_position() as usize
    }

    /// Where what was read last stands.
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.position()
    }

    /// Whether the part ended before its last element was closed, or is no XML.
    pub(crate) fn is_broken(&self) -> bool {
        self.broken
    }
}

/// The prefix of a part's outermost element, with its colon; empty where it has none.
pub(crate) fn root_prefix(text: &str) -> String {
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next() {
        if let Node::Open(tag) = node {
            let whole = tag.qualified();
            return whole[..whole.len() - tag.name().len()].to_owned();
        }
    }
    String::new()
}

fn character(reference: &str) -> Option<char> {
    let number = match reference.strip_prefix('#') {
        None => {
            return Some(match reference {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                "nbsp" => '\u{a0}',
                _ => return None,
            });
        }
        Some(number) => match number.strip_prefix('x') {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => number.parse().ok()?,
        },
    };
    char::from_u32(number)
}
