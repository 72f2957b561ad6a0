//! From positions to reading order: glyphs and ruling lines of pages become lines, paragraphs, tables and pictures.
//!
//! ```text
//! pages ─ruled─▶ tables, the rest ─lines─▶ lines ─furniture─▶ body lines ─paragraphs─▶ items ─continued─▶ items
//! ```
//!
//! Nothing here knows of a file format. Coordinates are points, from the upper left corner downwards.

mod continued;
mod furniture;
mod grid;
mod lines;
mod paragraphs;
mod problem;
mod ruled;

pub(super) use self::problem::problem;
use self::{lines::Line, paragraphs::Body};
use super::item::{Item, Table};
use crate::text::order::Order;

/// A rectangle on a page.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Rect {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Rect {
    pub(super) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(super) fn height(&self) -> f64 {
        self.bottom - self.top
    }

    fn holds(&self, x: f64, y: f64) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }
}

/// One character where it is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub(super) character: char,
    /// Its left end.
    pub(super) x: f64,
    /// The line that it stands on.
    pub(super) baseline: f64,
    pub(super) width: f64,
    /// The size of its font.
    pub(super) size: f64,
}

impl Glyph {
    fn right(&self) -> f64 {
        self.x + self.width
    }

    /// A point in the middle of it.
    fn middle(&self) -> (f64, f64) {
        (self.x + self.width / 2.0, self.baseline - self.size * 0.35)
    }
}

/// A page as it is drawn. Thin or long rectangles in `rules` are ruling lines, wide ones are the grounds of cells.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rules: Vec<Rect>,
    pub(super) pictures: Vec<Rect>,
}

impl Page {
    /// Whether nothing is drawn on it.
    pub(super) fn is_empty(&self) -> bool {
        self.glyphs.is_empty() && self.rules.is_empty() && self.pictures.is_empty()
    }
}

/// Something on a page and where it begins.
#[derive(Debug)]
enum Placed {
    Line(Line),
    Table(ruled::Placed),
    Picture(f64),
}

/// What pages show, in reading order.
pub(super) fn items(pages: Vec<Page>) -> Vec<Item> {
    let mut sheets: Vec<Vec<Placed>> = pages.into_iter().map(sheet).collect();
    furniture::remove(&mut sheets);
    let mut body = Body::default();
    let mut tables = continued::Tables::default();
    for sheet in sheets {
        tables.next_page();
        body.next_page();
        for placed in sheet {
            match placed {
                Placed::Line(line) => {
                    tables.interrupt();
                    body.line(line);
                }
                Placed::Picture(_) => body.item(Item::Picture(String::new())),
                Placed::Table(table) => tables.add(table, &mut body),
            }
        }
    }
    body.finish()
}

/// What stands on one page, from top to bottom, column by column.
fn sheet(mut page: Page) -> Vec<Placed> {
    let tables = ruled::tables(&mut page);
    let (width, height) = (page.width, page.height);
    let mut lines = lines::lines(page.glyphs, width);
    lines.order_by(|a, b| {
        a.column
            .cmp(&b.column)
            .then(a.baseline.total_cmp(&b.baseline))
    });
    for line in &mut lines {
        line.place = line.baseline / height.max(1.0);
    }
    let mut placed: Vec<Placed> = lines.into_iter().map(Placed::Line).collect();
    let pictures = page
        .pictures
        .iter()
        .map(|picture| Placed::Picture(picture.top));
    for other in tables.into_iter().map(Placed::Table).chain(pictures) {
        let at = placed.iter().position(|next| next.top() > other.top());
        placed.insert(at.unwrap_or(placed.len()), other);
    }
    placed
}

impl Placed {
    fn top(&self) -> f64 {
        match self {
            Self::Line(line) => line.baseline,
            Self::Table(table) => table.area.top,
            Self::Picture(top) => *top,
        }
    }
}

fn table_item(table: Table) -> Item {
    Item::Table(table)
}
