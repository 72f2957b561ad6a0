//! What all sheets of a workbook share: strings and styles.

use super::{Places, Target, text};
use crate::ingest::{
    archive::{Archive, Problem},
    workbook::Format,
    xml::{Node, Xml},
};
use std::collections::HashMap;

/// The most strings and styles that are taken.
const MOST_STRINGS: usize = 500_000;
const MOST_STYLES: usize = 70_000;

/// Strings and styles.
pub(super) struct Shared {
    pub(super) strings: Vec<String>,
    pub(super) styles: Vec<Style>,
    /// Whether days count from 1904.
    pub(super) late: bool,
}

/// How a cell is shown.
pub(super) struct Style {
    pub(super) format: Format,
    /// Whether a line is drawn at one of its sides.
    pub(super) ruled: bool,
}

impl Shared {
    pub(super) fn read(
        archive: &Archive<'_>,
        targets: &HashMap<String, Target>,
        places: &Places,
    ) -> Result<Self, Problem> {
        let part = |kind: &str| {
            let target = targets.values().find(|target| target.kind == kind);
            target.map_or(Ok(String::new()), |target| text(archive, &target.path))
        };
        Ok(Self {
            strings: strings(&part("sharedStrings")?),
            styles: styles(&part("styles")?),
            late: places.late,
        })
    }
}

fn strings(part: &str) -> Vec<String> {
    let mut strings = Vec::new();
    let mut xml = Xml::new(part);
    while let Some(node) = xml.next() {
        if let Node::Open(tag) = node
            && tag.name() == "si"
        {
            strings.push(string(&mut xml));
            if strings.len() == MOST_STRINGS {
                break;
            }
        }
    }
    strings
}

/// The text of the element whose start tag was read last, without readings of its characters.
pub(super) fn string(xml: &mut Xml<'_>) -> String {
    let mut text = String::new();
    let mut depth = 1;
    let mut inside = None;
    while depth > 0 {
        match xml.next() {
            None => break,
            Some(Node::Open(tag)) if tag.name() == "rPh" => xml.skip(),
            Some(Node::Open(tag)) => {
                depth += 1;
                if tag.name() == "t" {
                    inside = Some(depth);
                }
            }
            Some(Node::Close) => {
                if inside == Some(depth) {
                    inside = None;
                }
                depth -= 1;
            }
            Some(Node::Text { text: piece, .. }) => {
                if inside.is_some() {
                    text += &piece;
                }
            }
        }
    }
    plain(&text)
}

/// A text without the signs that stand for characters which XML cannot hold: `_x000D_`.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, sign) = rest.split_at(at);
        plain += before;
        let code = sign
            .get(2..6)
            .filter(|_| sign.as_bytes().get(6) == Some(&b'_'));
        match code
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32)
        {
            Some(character) => {
                plain.push(character);
                rest = &sign[7..];
            }
            None => {
                plain += "_x";
                rest = &sign[2..];
            }
        }
    }
    plain + rest
}

fn styles(part: &str) -> Vec<Style> {
    let mut formats: HashMap<i64, String> = HashMap::new();
    let mut borders: Vec<bool> = Vec::new();
    let mut styles = Vec::new();
    let mut in_cells = false;
    let mut xml = Xml::new(part);
    while let Some(node) = xml.next() {
        let Node::Open(tag) = node else { continue };
        match tag.name() {
            "numFmt" => {
                if let (Some(id), Some(code)) = (tag.number("numFmtId"), tag.get("formatCode")) {
                    formats.insert(id, code);
                }
            }
            "border" => borders.push(false),
            "left" | "right" | "top" | "bottom" => {
                let drawn = tag.get("style").is_some_and(|style| style != "none");
                if let Some(border) = borders.last_mut() {
                    *border |= drawn;
                }
            }
            "cellStyleXfs" | "cellStyles" | "dxfs" => in_cells = false,
            "cellXfs" => in_cells = true,
            "xf" if in_cells && styles.len() < MOST_STYLES => {
                let number = tag.number("numFmtId").unwrap_or(0);
                let border = tag
                    .number("borderId")
                    .and_then(|at| usize::try_from(at).ok());
                styles.push(Style {
                    format: match formats.get(&number) {
                        Some(code) => Format::new(code),
                        None => Format::built_in(u16::try_from(number).unwrap_or(0)),
                    },
                    ruled: border
                        .and_then(|at| borders.get(at))
                        .is_some_and(|&drawn| drawn),
                });
            }
            _ => {}
        }
    }
    styles
}
