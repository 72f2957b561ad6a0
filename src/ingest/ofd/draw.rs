//! A page's content, drawn: characters, ruling lines and pictures at their places.

use super::{
    super::{
        layout::{Glyph, Page, Rect},
        xml::{Node, Tag, Xml},
    },
    geometry::{self, Area, Matrix, points},
    package::{Package, Volume},
    path,
};

/// The most objects that are drawn of one file.
pub(super) const MOST_OBJECTS: usize = 500_000;

/// The most characters that are drawn of one file.
const MOST_GLYPHS: usize = 1_000_000;

/// The most templates on one page.
const MOST_TEMPLATES: usize = 10;

/// A sheet of A4, for files that say nothing sensible.
const SHEET: Area = Area {
    x: 0.0,
    y: 0.0,
    width: 210.0,
    height: 297.0,
};

/// Draws the pages of one file.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    objects: usize,
    glyphs: usize,
    broken: bool,
}

/// A text, path or picture being read.
#[derive(Debug)]
struct Object {
    /// How deep it stands.
    depth: usize,
    matrix: Matrix,
    size: f64,
    stretch: f64,
    stroked: bool,
    filled: bool,
    /// Where the last piece of text began, for those that do not say it again.
    start: (f64, f64),
}

/// The text code being read.
#[derive(Debug, Default)]
struct Code {
    text: String,
    x: Option<f64>,
    y: Option<f64>,
    across: String,
    down: String,
}

/// What the text that comes next is.
#[derive(Debug, Default)]
enum Awaited {
    #[default]
    Nothing,
    Code(Code),
    Path(String),
    Box,
}

impl Drawing {
    /// Whether there was more than was drawn.
    pub(super) fn is_cut(&self) -> bool {
        self.broken || self.objects >= MOST_OBJECTS || self.glyphs >= MOST_GLYPHS
    }

    /// A page with its templates.
    pub(super) fn page(&mut self, package: &Package<'_>, volume: &Volume, text: &str) -> Page {
        let mut page = Page::default();
        let (area, templates) = self.content(text, &mut page);
        for id in templates.iter().take(MOST_TEMPLATES) {
            let leaf = volume.templates.iter().find(|leaf| leaf.id == *id);
            if let Some(text) = leaf.and_then(|leaf| package.part(&leaf.part)) {
                self.content(&text, &mut page);
            }
        }
        let sensible = |area: &Area| area.width > 10.0 && area.height > 10.0;
        let area = area.or(volume.area).filter(sensible).unwrap_or(SHEET);
        page.width = points(area.width);
        page.height = points(area.height);
        page
    }

    /// Draws a content stream; tells the area and the templates that it names.
    fn content(&mut self, text: &str, page: &mut Page) -> (Option<Area>, Vec<String>) {
        let mut xml = Xml::new(text);
        let (mut area, mut templates) = (None, Vec::new());
        let mut depth = 0;
        let mut object: Option<Object> = None;
        let mut awaited = Awaited::Nothing;
        while let Some(node) = xml.next() {
            match node {
                Node::Open(tag) => {
                    depth += 1;
                    awaited = begin(&tag);
                    if tag.name() == "Template" && templates.len() < MOST_TEMPLATES {
                        templates.extend(tag.get("TemplateID"));
                    }
                    if tag.name().ends_with("Object") && object.is_none() {
                        self.objects += 1;
                        if is_unseen(&tag) {
                            xml.skip();
                            depth -= 1;
                            continue;
                        }
                        object = Some(opened(&tag, depth));
                        page.pictures.extend(picture(&tag));
                    }
                }
                Node::Text { text, .. } => match &mut awaited {
                    Awaited::Code(code) => code.text.push_str(&text),
                    Awaited::Path(data) => data.push_str(&text),
                    Awaited::Box => area = geometry::area(&text).or(area),
                    Awaited::Nothing => {}
                },
                Node::Close => {
                    match (std::mem::take(&mut awaited), &mut object) {
                        (Awaited::Code(code), Some(object)) => self.write(&code, object, page),
                        (Awaited::Path(data), Some(object)) => page.rules.extend(path::rules(
                            &data,
                            &object.matrix,
                            object.stroked,
                            object.filled,
                        )),
                        _ => {}
                    }
                    object = object.filter(|object| object.depth < depth);
                    depth = depth.saturating_sub(1);
                }
            }
            if self.objects >= MOST_OBJECTS || self.glyphs >= MOST_GLYPHS {
                break;
            }
        }
        self.broken |= xml.is_broken();
        (area, templates)
    }

    /// Draws the characters of a piece of text, each where the steps take it.
    fn write(&mut self, code: &Code, object: &mut Object, page: &mut Page) {
        object.start = (
            code.x.unwrap_or(object.start.0),
            code.y.unwrap_or(object.start.1),
        );
        let (mut x, mut y) = object.start;
        let text = code.text.trim_matches(['\n', '\r']);
        let most = text.chars().count();
        let across = geometry::steps(&code.across, most);
        let down = geometry::steps(&code.down, most);
        let (wide, high) = object.matrix.scale();
        for (at, character) in text.chars().enumerate() {
            let full = object.size * object.stretch * share(character);
            let step = across.get(at).copied();
            let (dx, dy) = match (step, down.get(at)) {
                (None, None) => (full, 0.0),
                (step, down) => (step.unwrap_or(0.0), down.copied().unwrap_or(0.0)),
            };
            let (left, baseline) = object.matrix.at(x, y);
            // Where characters stand closer than their fonts would have them, they are narrower.
            let width = if dx > 0.0 { full.min(dx) } else { full };
            page.glyphs.push(Glyph {
                character,
                x: points(left),
                baseline: points(baseline),
                width: points(width * wide),
                size: points(object.size * high),
            });
            self.glyphs += 1;
            x += dx;
            y += dy;
        }
    }
}

/// The part of its size that a character is wide in the usual fonts.
fn share(character: char) -> f64 {
    if character.is_ascii() { 0.5 } else { 1.0 }
}

fn begin(tag: &Tag<'_>) -> Awaited {
    let number = |name| geometry::numbers(&tag.get(name).unwrap_or_default()).next();
    match tag.name() {
        "TextCode" => Awaited::Code(Code {
            text: String::new(),
            x: number("X"),
            y: number("Y"),
            across: tag.get("DeltaX").unwrap_or_default(),
            down: tag.get("DeltaY").unwrap_or_default(),
        }),
        "AbbreviatedData" => Awaited::Path(String::new()),
        "PhysicalBox" => Awaited::Box,
        _ => Awaited::Nothing,
    }
}

fn opened(tag: &Tag<'_>, depth: usize) -> Object {
    let number = |name| geometry::numbers(&tag.get(name).unwrap_or_default()).next();
    let is = |name, otherwise: bool| {
        tag.get(name)
            .map_or(otherwise, |value| value.eq_ignore_ascii_case("true"))
    };
    let place = tag.get("Boundary").and_then(|text| geometry::area(&text));
    Object {
        depth,
        matrix: Matrix::of(tag.get("CTM").as_deref(), place),
        size: number("Size").or(number("size")).unwrap_or(4.0).abs(),
        stretch: number("HScale").filter(|scale| *scale > 0.0).unwrap_or(1.0),
        stroked: is("Stroke", true),
        filled: is("Fill", false),
        start: (0.0, 0.0),
    }
}

fn is_unseen(tag: &Tag<'_>) -> bool {
    tag.get("Visible")
        .is_some_and(|value| value.eq_ignore_ascii_case("false"))
}

/// The place of a picture.
fn picture(tag: &Tag<'_>) -> Option<Rect> {
    if tag.name() != "ImageObject" {
        return None;
    }
    let place = geometry::area(&tag.get("Boundary")?)?;
    Some(Rect {
        left: points(place.x),
        top: points(place.y),
        right: points(place.x + place.width),
        bottom: points(place.y + place.height),
    })
}
