//! What is drawn on a page: characters with their direction, ruling lines, pictures.

use super::matrix::Matrix;
use crate::ingest::layout::{Glyph, Page, Rect};

/// The most ruling lines that a page is taken to have; a page with more is a drawing.
const MOST_RULES: usize = 20_000;

/// The thickest line, in points.
const THICK: f64 = 3.0;

/// A character and the direction that it was drawn in.
#[derive(Debug)]
struct Drawn {
    character: char,
    from: (f64, f64),
    advance: (f64, f64),
    size: f64,
    /// Whether the next character stands below it.
    vertical: bool,
}

/// A page in the making; `y` grows upwards until it is finished.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    visible: Vec<Drawn>,
    invisible: Vec<Drawn>,
    rules: Vec<Rect>,
    pictures: Vec<Rect>,
    /// How many curved shapes are filled, as those of letters drawn as shapes are.
    pub(super) curves: usize,
}

/// A character to draw, in the units of its matrix.
pub(super) struct Mark<'a> {
    pub(super) text: &'a str,
    /// From text space to the page.
    pub(super) matrix: Matrix,
    pub(super) size: f64,
    /// The width, not counting spacing.
    pub(super) width: f64,
    pub(super) vertical: bool,
    pub(super) invisible: bool,
}

impl Canvas {
    pub(super) fn mark(&mut self, mark: &Mark<'_>) {
        let (_, height) = mark.matrix.turn(0.0, mark.size);
        let (across, _) = mark.matrix.turn(0.0, mark.size);
        let size = height.hypot(across);
        let count = mark.text.chars().count().max(1) as f64;
        let (x, y) = mark.matrix.apply(0.0, 0.0);
        let (dx, dy) = mark.matrix.turn(mark.width / count, 0.0);
        if ![x, y, dx, dy, size]
            .iter()
            .all(|number| number.is_finite() && number.abs() < 1e6)
        {
            return;
        }
        let layer = if mark.invisible {
            &mut self.invisible
        } else {
            &mut self.visible
        };
        for (at, character) in mark.text.chars().enumerate() {
            let at = at as f64;
            layer.push(Drawn {
                character,
                from: (x + dx * at, y + dy * at),
                advance: (dx, dy),
                size,
                vertical: mark.vertical,
            });
        }
    }

    /// A straight line of a path that is drawn.
    pub(super) fn stroke(&mut self, from: (f64, f64), to: (f64, f64)) {
        if (from.0 - to.0).abs() <= 1.0 || (from.1 - to.1).abs() <= 1.0 {
            self.rule(bounds(&[from, to]));
        }
    }

    /// A shape of straight lines that is filled.
    pub(super) fn fill(&mut self, points: &[(f64, f64)]) {
        self.rule(bounds(points));
    }

    fn rule(&mut self, rect: Rect) {
        let (width, height) = (rect.width(), rect.height());
        let thin = width.min(height) <= THICK && width.max(height) >= THICK;
        let broad = width > 8.0 && height > 6.0;
        let finite = [rect.left, rect.top, width, height]
            .iter()
            .all(|n| n.is_finite() && n.abs() < 1e6);
        if finite && (thin || broad) && self.rules.len() < MOST_RULES {
            self.rules.push(rect);
        }
    }

    pub(super) fn picture(&mut self, matrix: &Matrix) {
        let corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)];
        let rect = bounds(&corners.map(|(x, y)| matrix.apply(x, y)));
        if rect.width().is_finite() && rect.height().is_finite() && self.pictures.len() < 10_000 {
            self.pictures.push(rect);
        }
    }

    /// How many characters are drawn so that they are seen, and how many so that they are not.
    pub(super) fn counts(&self) -> (usize, usize) {
        let count = |layer: &[Drawn]| {
            layer
                .iter()
                .filter(|glyph| !glyph.character.is_whitespace())
                .count()
        };
        (count(&self.visible), count(&self.invisible))
    }

    /// The page, turned upright, within its visible area; `hidden` takes the invisible text for the visible.
    pub(super) fn finish(self, area: Rect, rotation: i32, hidden: bool) -> Page {
        let drawn = if hidden { self.invisible } else { self.visible };
        let inside = |rect: &Rect| {
            rect.right >= area.left
                && rect.left <= area.right
                && rect.bottom >= area.top
                && rect.top <= area.bottom
        };
        let shown = |glyph: &&Drawn| {
            let (x, y) = (glyph.from.0 + glyph.advance.0 / 2.0, glyph.from.1);
            x >= area.left - 1.0
                && x <= area.right + 1.0
                && y >= area.top - glyph.size
                && y <= area.bottom + 1.0
        };
        let drawn: Vec<&Drawn> = drawn.iter().filter(shown).collect();
        let turns = (rotation + text_turn(&drawn, rotation)).rem_euclid(360);
        let turn = Turn { area, turns };
        let glyphs = drawn.iter().filter_map(|glyph| turn.glyph(glyph)).collect();
        let (width, height) = turn.size();
        let clipped = |rect: &Rect| turn.rect(&clip(rect, &area));
        let page = Page {
            width,
            height,
            glyphs,
            rules: self
                .rules
                .iter()
                .filter(|rect| inside(rect))
                .map(clipped)
                .collect(),
            pictures: self
                .pictures
                .iter()
                .filter(|rect| inside(rect))
                .map(clipped)
                .collect(),
        };
        let vertical = drawn.iter().filter(|glyph| glyph.vertical).count();
        if vertical * 2 > drawn.len() {
            laid_flat(page)
        } else {
            page
        }
    }
}

/// A page of vertical text, whose columns run from right to left, as one of lines from top to bottom.
fn laid_flat(page: Page) -> Page {
    let width = page.width;
    let rect = |rect: &Rect| Rect {
        left: rect.top,
        right: rect.bottom,
        top: width - rect.right,
        bottom: width - rect.left,
    };
    let glyph = |glyph: &Glyph| Glyph {
        x: glyph.baseline - glyph.size * 0.88,
        baseline: width - glyph.x,
        width: glyph.size,
        ..*glyph
    };
    Page {
        width: page.height,
        height: width,
        glyphs: page.glyphs.iter().map(glyph).collect(),
        rules: page.rules.iter().map(rect).collect(),
        pictures: page.pictures.iter().map(rect).collect(),
    }
}

fn clip(rect: &Rect, area: &Rect) -> Rect {
    Rect {
        left: rect.left.clamp(area.left, area.right),
        right: rect.right.clamp(area.left, area.right),
        top: rect.top.clamp(area.top, area.bottom),
        bottom: rect.bottom.clamp(area.top, area.bottom),
    }
}

/// How far most of the text is turned against the page as it is shown: tables are often set sideways.
fn text_turn(glyphs: &[&Drawn], rotation: i32) -> i32 {
    let mut counts = [0_usize; 4];
    for glyph in glyphs.iter().filter(|glyph| !glyph.vertical) {
        if let Some(quarter) = quarter(glyph.advance) {
            counts[quarter] += 1;
        }
    }
    let upright = (rotation.rem_euclid(360) / 90) as usize;
    let most = (0..4)
        .max_by_key(|&quarter| (counts[quarter], quarter == upright))
        .unwrap_or(upright);
    if counts[most] > 2 * counts[upright] {
        (most as i32) * 90 - rotation
    } else {
        0
    }
}

/// The direction of a text in quarter turns against the clock; nothing for text that runs askew.
fn quarter((dx, dy): (f64, f64)) -> Option<usize> {
    let (right, up) = (dx.abs() > 8.0 * dy.abs(), dy.abs() > 8.0 * dx.abs());
    match (right, up) {
        (true, _) => Some(if dx > 0.0 { 0 } else { 2 }),
        (_, true) => Some(if dy > 0.0 { 1 } else { 3 }),
        _ => None,
    }
}

/// Turns a page clockwise by `turns` degrees, and its vertical axis downwards.
struct Turn {
    area: Rect,
    turns: i32,
}

impl Turn {
    fn size(&self) -> (f64, f64) {
        match self.turns {
            90 | 270 => (self.area.height(), self.area.width()),
            _ => (self.area.width(), self.area.height()),
        }
    }

    fn point(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let (left, right) = (x - self.area.left, self.area.right - x);
        let (low, high) = (y - self.area.top, self.area.bottom - y);
        match self.turns {
            90 => (low, left),
            180 => (right, low),
            270 => (high, right),
            _ => (left, high),
        }
    }

    fn rect(&self, rect: &Rect) -> Rect {
        bounds(&[
            self.point((rect.left, rect.top)),
            self.point((rect.right, rect.bottom)),
        ])
    }

    fn glyph(&self, drawn: &Drawn) -> Option<Glyph> {
        let (x, baseline) = self.point(drawn.from);
        let end = self.point((
            drawn.from.0 + drawn.advance.0,
            drawn.from.1 + drawn.advance.1,
        ));
        let width = end.0 - x;
        // Text that runs askew is a watermark or a stamp.
        let level = (end.1 - baseline).abs() <= width.abs() * 0.2 + 0.01;
        (level && drawn.size > 0.1).then_some(Glyph {
            character: drawn.character,
            x: x.min(x + width),
            baseline,
            width: width.abs(),
            size: drawn.size,
        })
    }
}

fn bounds(points: &[(f64, f64)]) -> Rect {
    let fold = |start: f64, pick: fn(f64, f64) -> f64, axis: fn(&(f64, f64)) -> f64| {
        points.iter().map(axis).fold(start, pick)
    };
    Rect {
        left: fold(f64::INFINITY, f64::min, |point| point.0),
        right: fold(f64::NEG_INFINITY, f64::max, |point| point.0),
        top: fold(f64::INFINITY, f64::min, |point| point.1),
        bottom: fold(f64::NEG_INFINITY, f64::max, |point| point.1),
    }
}
