//! The parts of an OFD file: its documents, their pages and templates.

use super::super::{
    archive::{Archive, Problem, resolved},
    encoding,
    xml::{Node, Xml},
};
use super::geometry::{self, Area};

/// The most pages and templates that are noted, and the most documents in one file.
const MOST_PARTS: usize = 10_000;
const MOST_DOCUMENTS: usize = 20;

/// A page or a template for pages.
#[derive(Debug)]
pub(super) struct Leaf {
    pub(super) id: String,
    /// The part that holds it.
    pub(super) part: String,
}

/// One of the documents in a file; there is rarely more than one.
#[derive(Debug, Default)]
pub(super) struct Volume {
    /// The size of pages that say nothing of their own.
    pub(super) area: Option<Area>,
    pub(super) pages: Vec<Leaf>,
    pub(super) templates: Vec<Leaf>,
}

/// An opened OFD file.
pub(super) struct Package<'a> {
    archive: Archive<'a>,
    volumes: Vec<Volume>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Problem> {
        let mut package = Self {
            archive: Archive::open(bytes)?,
            volumes: Vec::new(),
        };
        let root = package.read("OFD.xml")?.ok_or(Problem::Damaged)?;
        for part in roots(&root) {
            if let Some(text) = package.read(&part)? {
                package.volumes.push(volume(&text, &part));
            }
        }
        Ok(package)
    }

    /// All pages in order, each with its document.
    pub(super) fn pages(&self) -> impl Iterator<Item = (&Volume, &Leaf)> {
        let of = |volume| move |page| (volume, page);
        self.volumes
            .iter()
            .flat_map(move |volume| volume.pages.iter().map(of(volume)))
    }

    /// The XML of a part; nothing where it is missing or damaged.
    pub(super) fn part(&self, name: &str) -> Option<String> {
        self.read(name).ok().flatten()
    }

    fn read(&self, name: &str) -> Result<Option<String>, Problem> {
        let decode = |bytes: Vec<u8>| encoding::decode(&bytes).ok_or(Problem::Damaged);
        self.archive.read(name)?.map(decode).transpose()
    }
}

/// The parts that hold the documents.
fn roots(root: &str) -> Vec<String> {
    let mut xml = Xml::new(root);
    let mut parts = Vec::new();
    let mut inside = false;
    while let Some(node) = xml.next() {
        match node {
            Node::Open(tag) => inside = tag.name() == "DocRoot",
            Node::Close => inside = false,
            Node::Text { text, .. } if inside && parts.len() < MOST_DOCUMENTS => {
                parts.push(resolved(text.trim(), "OFD.xml"));
            }
            Node::Text { .. } => {}
        }
    }
    parts
}

fn volume(text: &str, part: &str) -> Volume {
    let mut xml = Xml::new(text);
    let mut volume = Volume::default();
    let mut in_box = false;
    while let Some(node) = xml.next() {
        match node {
            Node::Open(tag) => {
                in_box = tag.name() == "PhysicalBox";
                let leaf = || {
                    Some(Leaf {
                        id: tag.get("ID").unwrap_or_default(),
                        part: resolved(&tag.get("BaseLoc")?, part),
                    })
                };
                match tag.name() {
                    "Page" if volume.pages.len() < MOST_PARTS => volume.pages.extend(leaf()),
                    "TemplatePage" if volume.templates.len() < MOST_PARTS => {
                        volume.templates.extend(leaf());
                    }
                    _ => {}
                }
            }
            Node::Close => in_box = false,
            Node::Text { text, .. } if in_box => volume.area = geometry::area(&text),
            Node::Text { .. } => {}
        }
    }
    volume
}
