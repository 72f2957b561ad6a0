//! Lines and grounds out of drawn paths.

use super::{
    super::layout::Rect,
    geometry::{Matrix, points},
};

/// The most strokes that are taken of one path.
const MOST_STROKES: usize = 20_000;

/// Lines this far out of the straight, in points, are no ruling lines.
const SLOPE: f64 = 1.0;

/// The level and upright strokes of a path, or the area that it fills.
pub(super) fn rules(data: &str, matrix: &Matrix, stroked: bool, filled: bool) -> Vec<Rect> {
    let outlines = outlines(data, matrix);
    let mut rules = Vec::new();
    for outline in &outlines {
        if stroked {
            let lines = outline.windows(2).filter_map(|ends| line(ends[0], ends[1]));
            rules.extend(lines);
        }
        if filled && (4..=5).contains(&outline.len()) {
            rules.extend(outline.iter().copied().map(dot).reduce(cover));
        }
    }
    rules.truncate(MOST_STROKES);
    rules
}

type Point = (f64, f64);

/// The corners of each piece of a path, curves taken as their ends.
fn outlines(data: &str, matrix: &Matrix) -> Vec<Vec<Point>> {
    let mut outlines: Vec<Vec<Point>> = Vec::new();
    let mut numbers: Vec<f64> = Vec::new();
    let mut command = "";
    let mut count = 0;
    for word in data.split_ascii_whitespace().chain([""]) {
        if let Ok(number) = word.parse() {
            numbers.push(number);
            continue;
        }
        let end = match (command, numbers.as_slice()) {
            ("S" | "M" | "L" | "Q" | "B" | "A", [.., x, y]) => Some(matrix.at(*x, *y)),
            _ => None,
        };
        let end = end.map(|(x, y)| (points(x), points(y)));
        match (command, end) {
            ("S" | "M", Some(end)) => outlines.push(vec![end]),
            ("C", _) => {
                if let Some(outline) = outlines.last_mut() {
                    outline.push(outline[0]);
                }
            }
            (_, Some(end)) => {
                if let Some(outline) = outlines.last_mut() {
                    outline.push(end);
                }
            }
            _ => {}
        }
        count += 1;
        if count > MOST_STROKES {
            break;
        }
        numbers.clear();
        command = word;
    }
    outlines
}

fn dot((x, y): Point) -> Rect {
    Rect {
        left: x,
        right: x,
        top: y,
        bottom: y,
    }
}

fn cover(a: Rect, b: Rect) -> Rect {
    Rect {
        left: a.left.min(b.left),
        right: a.right.max(b.right),
        top: a.top.min(b.top),
        bottom: a.bottom.max(b.bottom),
    }
}

/// The line between two points, if it is level or upright.
fn line(a: Point, b: Point) -> Option<Rect> {
    let line = cover(dot(a), dot(b));
    (line.width().min(line.height()) <= SLOPE).then_some(line)
}
