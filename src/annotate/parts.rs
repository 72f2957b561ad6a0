//! The part of a Word file that holds its comments, and what points to it.

use crate::ingest::{
    archive::Problem,
    docx::package::{Package, relationships_of},
    xml::{self, Node, Xml},
};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD_STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const RELATION: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const RELATION_STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The comments of a document, old and new.
pub(super) struct Comments {
    /// The part, and whether the document has it already.
    name: String,
    known: bool,
    strict: bool,
    xml: String,
    prefix: String,
    next: i64,
    added: String,
}

impl Comments {
    /// The comments that a document has, possibly none.
    pub(super) fn open(package: &Package<'_>) -> Result<Self, Problem> {
        let main = package.text(&package.main)?.unwrap_or_default();
        let strict = main.contains(WORD_STRICT);
        let existing = match package.part("comments") {
            Some(name) => package.text(name)?.map(|xml| (name.to_owned(), xml)),
            None => None,
        };
        let known = existing.is_some();
        let (name, xml) = existing.unwrap_or_else(|| {
            let space = if strict { WORD_STRICT } else { WORD };
            let xml = format!("{HEAD}<w:comments xmlns:w=\"{space}\"></w:comments>");
            (free_name(package), xml)
        });
        Ok(Self {
            name,
            known,
            strict,
            prefix: xml::root_prefix(&xml),
            next: highest(&xml).max(highest(&main)).saturating_add(1),
            xml,
            added: String::new(),
        })
    }

    /// Adds a comment and tells its number.
    pub(super) fn add(&mut self, author: &str, paragraphs: &[String]) -> i64 {
        let (w, id) = (&self.prefix, self.next);
        let author = escaped(author);
        let mut body = String::new();
        for (at, text) in paragraphs.iter().enumerate() {
            let sign = match at {
                0 => format!("<{w}r><{w}annotationRef/></{w}r>"),
                _ => String::new(),
            };
            let text = escaped(text);
            body += &format!(
                "<{w}p>{sign}<{w}r><{w}t xml:space=\"preserve\">{text}</{w}t></{w}r></{w}p>"
            );
        }
        self.added += &format!(
            "<{w}comment {w}id=\"{id}\" {w}author=\"{author}\" {w}initials=\"勾\">{body}</{w}comment>"
        );
        self.next += 1;
        id
    }

    /// The files to be replaced or added, besides the text itself.
    pub(super) fn files(&self, package: &Package<'_>) -> Result<Vec<(String, Vec<u8>)>, Problem> {
        if self.added.is_empty() {
            return Ok(Vec::new());
        }
        let comments = before_end(&self.xml, &self.added).ok_or(Problem::Damaged)?;
        let mut files = vec![(self.name.clone(), plain(comments))];
        if !self.known {
            files.push(self.types(package)?);
            files.push(self.relations(package)?);
        }
        Ok(files)
    }

    fn types(&self, package: &Package<'_>) -> Result<(String, Vec<u8>), Problem> {
        let name = "[Content_Types].xml";
        let xml = package.text(name)?.ok_or(Problem::Damaged)?;
        let p = xml::root_prefix(&xml);
        let entry = format!(
            "<{p}Override PartName=\"/{}\" ContentType=\"{CONTENT}\"/>",
            self.name
        );
        let xml = before_end(&xml, &entry).ok_or(Problem::Damaged)?;
        Ok((name.to_owned(), plain(xml)))
    }

    fn relations(&self, package: &Package<'_>) -> Result<(String, Vec<u8>), Problem> {
        let name = relationships_of(&package.main);
        let xml = package.text(&name)?;
        let xml = xml.unwrap_or_else(|| {
            format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\"></Relationships>")
        });
        let p = xml::root_prefix(&xml);
        let kind = if self.strict {
            RELATION_STRICT
        } else {
            RELATION
        };
        let taken = |id: &String| package.relationships.iter().any(|one| one.id == *id);
        let mut ids = (1_u32..).map(|n| format!("rIdComments{n}"));
        let id = ids.find(|id| !taken(id)).unwrap_or_default();
        let entry = format!(
            "<{p}Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"/{}\"/>",
            self.name
        );
        let xml = before_end(&xml, &entry).ok_or(Problem::Damaged)?;
        Ok((name.trim_start_matches('/').to_owned(), plain(xml)))
    }
}

/// A name beside the text that no other part has.
fn free_name(package: &Package<'_>) -> String {
    let folder = package
        .main
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    let name = |suffix: String| format!("{folder}/comments{suffix}.xml");
    let mut names = std::iter::once(String::new())
        .chain((1_u32..).map(|n| n.to_string()))
        .map(|suffix| name(suffix).trim_start_matches('/').to_owned());
    let taken = |name: &String| {
        package
            .archive
            .names()
            .any(|other| other.eq_ignore_ascii_case(name))
    };
    names.find(|name| !taken(name)).unwrap_or_default()
}

/// The highest number of a comment that a part holds or refers to.
fn highest(part: &str) -> i64 {
    let mut xml = Xml::new(part);
    let mut highest = -1;
    while let Some(node) = xml.next() {
        if let Node::Open(tag) = node
            && tag.name().starts_with("comment")
        {
            highest = highest.max(tag.number("id").unwrap_or(-1));
        }
    }
    highest.min(i64::from(i32::MAX) - 100_000)
}

/// XML with something more at the end of its outermost element.
fn before_end(xml: &str, more: &str) -> Option<String> {
    let xml = xml.trim_end();
    if let Some(open) = xml.strip_suffix("/>") {
        let name = open[open.rfind('<')? + 1..].split_whitespace().next()?;
        return Some(format!("{open}>{more}</{name}>"));
    }
    let at = xml.rfind("</")?;
    Some(format!("{}{more}{}", &xml[..at], &xml[at..]))
}

/// A part's bytes. It is written in UTF-8 whatever it was read from, and says so.
pub(super) fn plain(xml: String) -> Vec<u8> {
    let head = xml.find("?>").filter(|_| xml.starts_with("<?xml"));
    let other = head.is_some_and(|at| {
        let head = xml[..at].to_ascii_lowercase();
        head.contains("encoding") && !head.contains("utf-8")
    });
    match head {
        Some(at) if other => [HEAD.trim_end(), &xml[at + 2..]].concat().into_bytes(),
        _ => xml.into_bytes(),
    }
}

/// Text as XML holds it; characters that it cannot hold are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => escaped.push(character),
        }
    }
    escaped
}
