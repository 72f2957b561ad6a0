//! The parts of a Word document and how they belong together.

use super::super::{
    archive::{Archive, Problem, resolved},
    encoding,
    xml::{Node, Xml},
};

/// The most relationships that are read of one part.
const MOST: usize = 20_000;

/// One part's pointer to another.
#[derive(Debug)]
pub(crate) struct Relationship {
    pub(crate) id: String,
    /// The last word of its type: `styles`, `numbering`, `image` …
    pub(crate) kind: String,
    /// The other part's name in the archive; for what lies outside, its address.
    pub(crate) target: String,
}

/// An opened Word document.
pub(crate) struct Package<'a> {
    pub(crate) archive: Archive<'a>,
    /// The name of the part that holds the text.
    pub(crate) main: String,
    pub(crate) relationships: Vec<Relationship>,
}

impl<'a> Package<'a> {
    /// Opens the archive and finds the part that holds the text.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Problem> {
        let archive = Archive::open(bytes)?;
        let main = main(&archive)?;
        let relationships = match text(&archive, &relationships_of(&main))? {
            Some(text) => relationships(&text, &main),
            None => Vec::new(),
        };
        Ok(Self {
            archive,
            main,
            relationships,
        })
    }

    /// The name of the part that the text points to for a purpose.
    pub(crate) fn part(&self, kind: &str) -> Option<&str> {
        let found = self.relationships.iter().find(|one| one.kind == kind);
        found.map(|one| one.target.as_str())
    }

    /// The XML of the part that the text points to for a purpose; nothing where there is none or it is damaged.
    pub(super) fn aid(&self, kind: &str) -> Option<String> {
        text(&self.archive, self.part(kind)?).ok().flatten()
    }

    /// The XML of a part.
    pub(crate) fn text(&self, name: &str) -> Result<Option<String>, Problem> {
        text(&self.archive, name)
    }
}

/// The XML of a part, in whatever encoding it is.
pub(crate) fn text(archive: &Archive<'_>, name: &str) -> Result<Option<String>, Problem> {
    let bytes = archive.read(name)?;
    let decode = |bytes: Vec<u8>| match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => encoding::decode(error.as_bytes()).ok_or(Problem::Damaged),
    };
    let text = bytes.map(decode).transpose()?;
    Ok(text.map(|text| match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }))
}

/// The part that `_rels/.rels` names as the document; where it does not, the usual name.
fn main(archive: &Archive<'_>) -> Result<String, Problem> {
    let root = text(archive, "_rels/.rels")?.unwrap_or_default();
    let named = relationships(&root, "")
        .into_iter()
        .find(|one| one.kind == "officeDocument")
        .map(|one| one.target);
    Ok(named.unwrap_or_else(|| "word/document.xml".to_owned()))
}

/// The name of the part that holds the relationships of another.
pub(crate) fn relationships_of(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    format!("{folder}/_rels/{file}.rels")
}

fn relationships(text: &str, source: &str) -> Vec<Relationship> {
    let mut xml = Xml::new(text);
    let mut all = Vec::new();
    while let Some(node) = xml.next() {
        let Node::Open(tag) = node else { continue };
        if tag.name() != "Relationship" || all.len() == MOST {
            continue;
        }
        let (Some(id), Some(kind), Some(target)) =
            (tag.get("Id"), tag.get("Type"), tag.get("Target"))
        else {
            continue;
        };
        let outside = tag.get("TargetMode").as_deref() == Some("External");
        all.push(Relationship {
            id,
            kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
            target: if outside {
                target
            } else {
                resolved(&target, source)
            },
        });
    }
    all
}
