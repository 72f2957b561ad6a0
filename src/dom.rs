//! A page that is open in the browser, read where it stands: each fault finds its way back to the text nodes.

use crate::{
    document::Document,
    ingest::{
        self,
        live::Live,
        origin::{Origins, Place},
    },
};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

/// The panel that shows what was found is no part of what is read.
const OWN: &str = "gouji-checker";

/// A part of a page as it was read.
pub struct Page {
    document: Document,
    origins: Origins,
    /// The text nodes, in reading order.
    nodes: Vec<Node>,
}

impl Page {
    /// Reads an element and all that is in it.
    ///
    /// # Errors
    /// Where there is no text in it.
    pub fn read(element: &Element) -> Result<Self, ingest::Error> {
        let mut live = Live::default();
        let nodes = walk(element, &mut live);
        let (document, origins) = live.finish()?;
        Ok(Self {
            document,
            origins,
            nodes,
        })
    }

    /// What was read.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The stretch of a block, in UTF-16 code units, as a range of the page; none where it shows nothing, or
    /// where the page has changed.
    #[must_use]
    pub fn range(&self, block: usize, start: usize, end: usize) -> Option<Range> {
        let (first, behind) = self.origins.places(&self.document, block, start, end)?;
        let range = Range::new().ok()?;
        let node = |place: Place| self.nodes.get(place.node as usize);
        range.set_start(node(first)?, first.offset).ok()?;
        range.set_end(node(behind)?, behind.offset).ok()?;
        Some(range)
    }
}

/// Tells all nodes of an element in reading order, and returns the text nodes. Nothing recurses, so nesting
/// costs nothing.
fn walk(root: &Element, live: &mut Live) -> Vec<Node> {
    let mut texts = Vec::new();
    // The open elements, by their names.
    let mut open: Vec<(Node, String)> = Vec::new();
    let mut next: Option<Node> = Some(root.clone().into());
    loop {
        match next.take() {
            Some(node) => match node.dyn_ref::<Element>() {
                Some(element) => {
                    next = enter(element, live);
                    open.push((node.clone(), element.local_name()));
                }
                None => {
                    text(&node, live, &mut texts);
                    next = node.next_sibling();
                }
            },
            None => {
                let Some((node, name)) = open.pop() else {
                    return texts;
                };
                live.end(&name);
                if !open.is_empty() {
                    next = node.next_sibling();
                }
            }
        }
    }
}

/// Begins an element and tells its first child, if it shows any.
fn enter(element: &Element, live: &mut Live) -> Option<Node> {
    let name = element.local_name();
    live.start(&name, |attribute| element.get_attribute(attribute));
    let shown = !live.skips() && name != OWN;
    shown.then(|| element.first_child()).flatten()
}

fn text(node: &Node, live: &mut Live, texts: &mut Vec<Node>) {
    let is_text = matches!(node.node_type(), Node::TEXT_NODE | Node::CDATA_SECTION_NODE);
    if is_text {
        live.text(&node.node_value().unwrap_or_default());
        texts.push(node.clone());
    }
}
