//! Tables drawn with lines, or with grounds of colour.

use super::{
    Glyph, Page, Rect,
    grid::{Cell, Grid, Walls},
    lines, paragraphs,
};

/// How near to each other lines are one line, and how near ends must come to meet, in points.
const SAME: f64 = 2.0;
const MEET: f64 = 3.5;

/// The most lines of a direction, and the most fields of a table, that are looked at.
const MOST_LINES: usize = 1_500;
const MOST_FIELDS: usize = 40_000;

/// A table where it stands on its page.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) area: Rect,
    pub(super) grid: Grid,
}

/// A level or upright line: its place across, and from where to where it runs.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Stroke {
    at: f64,
    from: f64,
    to: f64,
}

impl Stroke {
    fn crosses(&self, other: &Self) -> bool {
        (self.from - MEET..=self.to + MEET).contains(&other.at)
            && (other.from - MEET..=other.to + MEET).contains(&self.at)
    }
}

/// Lines that hang together.
#[derive(Debug, Default)]
struct Frame {
    level: Vec<Stroke>,
    upright: Vec<Stroke>,
}

/// Takes the tables with their text from a page.
pub(super) fn tables(page: &mut Page) -> Vec<Placed> {
    let (thin, broad): (Vec<Rect>, Vec<Rect>) = page
        .rules
        .iter()
        .partition(|rect| rect.width().min(rect.height()) <= 3.0);
    let mut found = take(page, strokes(&thin));
    let apart = |rect: &Rect| {
        let whole = rect.width() > 0.9 * page.width && rect.height() > 0.5 * page.height;
        let inside = found.iter().any(|table| {
            table.area.holds(
                (rect.left + rect.right) / 2.0,
                (rect.top + rect.bottom) / 2.0,
            )
        });
        !whole && !inside
    };
    let grounds: Vec<Rect> = broad.into_iter().filter(apart).collect();
    if grounds.len() >= 4 {
        let edges: Vec<Rect> = grounds.iter().flat_map(edges).collect();
        found.extend(take(page, strokes(&edges)));
    }
    found
}

/// The four sides of a ground.
fn edges(rect: &Rect) -> [Rect; 4] {
    let Rect {
        left,
        top,
        right,
        bottom,
    } = *rect;
    [
        Rect {
            bottom: top,
            ..*rect
        },
        Rect {
            top: bottom,
            ..*rect
        },
        Rect {
            right: left,
            ..*rect
        },
        Rect {
            left: right,
            ..*rect
        },
    ]
}

fn strokes(rects: &[Rect]) -> Frame {
    let mut frame = Frame::default();
    for rect in rects {
        if rect.width() >= rect.height() {
            let at = (rect.top + rect.bottom) / 2.0;
            frame.level.push(Stroke {
                at,
                from: rect.left,
                to: rect.right,
            });
        } else {
            let at = (rect.left + rect.right) / 2.0;
            frame.upright.push(Stroke {
                at,
                from: rect.top,
                to: rect.bottom,
            });
        }
    }
    Frame {
        level: merged(frame.level),
        upright: merged(frame.upright),
    }
}

/// Pieces of one line put together.
fn merged(mut strokes: Vec<Stroke>) -> Vec<Stroke> {
    strokes.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut done: Vec<Stroke> = Vec::new();
    let mut rest = strokes.as_slice();
    while let Some(first) = rest.first() {
        let count = rest
            .iter()
            .take_while(|stroke| stroke.at - first.at <= SAME)
            .count();
        let mut same = rest[..count].to_vec();
        rest = &rest[count..];
        same.sort_by(|a, b| a.from.total_cmp(&b.from));
        let start = done.len();
        for stroke in same {
            match done[start..].last_mut() {
                Some(last) if stroke.from <= last.to + MEET => last.to = last.to.max(stroke.to),
                _ => done.push(stroke),
            }
        }
    }
    done.retain(|stroke| stroke.to - stroke.from > 4.0);
    done
}

fn take(page: &mut Page, strokes: Frame) -> Vec<Placed> {
    if strokes.level.len() > MOST_LINES || strokes.upright.len() > MOST_LINES {
        return Vec::new();
    }
    let mut frames = frames(&strokes);
    frames.sort_by(|a, b| top(a).total_cmp(&top(b)));
    frames
        .iter()
        .filter_map(|frame| table(page, frame))
        .collect()
}

fn top(frame: &Frame) -> f64 {
    frame
        .level
        .iter()
        .map(|stroke| stroke.at)
        .fold(f64::INFINITY, f64::min)
}

/// Lines sorted by which hang together.
fn frames(strokes: &Frame) -> Vec<Frame> {
    let mut owner: Vec<Option<usize>> = vec![None; strokes.level.len()];
    let mut taken = vec![false; strokes.upright.len()];
    let mut frames = Vec::new();
    for start in 0..strokes.level.len() {
        if owner[start].is_some() {
            continue;
        }
        let name = frames.len();
        let mut frame = Frame::default();
        let mut queue = vec![start];
        owner[start] = Some(name);
        while let Some(at) = queue.pop() {
            let level = strokes.level[at];
            frame.level.push(level);
            for (upright, taken) in strokes.upright.iter().zip(&mut taken) {
                if *taken || !level.crosses(upright) {
                    continue;
                }
                *taken = true;
                frame.upright.push(*upright);
                for (other, owner) in strokes
                    .level
                    .iter()
                    .zip(&mut owner)
                    .enumerate()
                    .filter(|(_, pair)| pair.1.is_none())
                    .map(|(at, (_, owner))| (at, owner))
                {
                    if strokes.level[other].crosses(upright) {
                        *owner = Some(name);
                        queue.push(other);
                    }
                }
            }
        }
        frames.push(frame);
    }
    frames.retain(|frame| frame.level.len() > 1 && !frame.upright.is_empty());
    frames
}

/// Places that occur, those near each other taken as one.
fn places(mut all: Vec<f64>) -> Vec<f64> {
    all.sort_by(f64::total_cmp);
    let mut places: Vec<f64> = Vec::new();
    for at in all {
        if places.last().is_none_or(|last| at - last > MEET) {
            places.push(at);
        }
    }
    places
}

/// The places of lines, and where the lines across them end beyond the outermost.
fn sides(lines: &[Stroke], across: &[Stroke]) -> Vec<f64> {
    let mut all: Vec<f64> = lines.iter().map(|stroke| stroke.at).collect();
    let (low, high) = bounds(&all);
    let from = across
        .iter()
        .map(|stroke| stroke.from)
        .fold(f64::INFINITY, f64::min);
    let to = across
        .iter()
        .map(|stroke| stroke.to)
        .fold(f64::NEG_INFINITY, f64::max);
    if from < low - 6.0 {
        all.push(from);
    }
    if to > high + 6.0 {
        all.push(to);
    }
    places(all)
}

fn bounds(all: &[f64]) -> (f64, f64) {
    all.iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &at| {
            (low.min(at), high.max(at))
        })
}

fn table(page: &mut Page, frame: &Frame) -> Option<Placed> {
    let columns = sides(&frame.upright, &frame.level);
    let rows = sides(&frame.level, &frame.upright);
    let (width, height) = (columns.len().checked_sub(1)?, rows.len().checked_sub(1)?);
    if width < 2 || width * height < 2 || width * height > MOST_FIELDS {
        return None;
    }
    let mut cells = walls(&columns, &rows, frame).cells();
    let area = Rect {
        left: columns[0],
        right: columns[width],
        top: rows[0],
        bottom: rows[height],
    };
    let (inside, outside): (Vec<Glyph>, Vec<Glyph>) = page.glyphs.iter().partition(|glyph| {
        let (x, y) = glyph.middle();
        area.holds(x, y)
    });
    fill(&mut cells, inside, &columns, &rows);
    if cells.iter().filter(|cell| !cell.text.is_empty()).count() < 2 {
        return None;
    }
    page.glyphs = outside;
    Some(Placed {
        area,
        grid: Grid {
            edges: columns,
            rows: height,
            cells,
        },
    })
}

fn walls(columns: &[f64], rows: &[f64], frame: &Frame) -> Walls {
    let (width, height) = (columns.len() - 1, rows.len() - 1);
    let drawn = |lines: &[Stroke], at: f64, from: f64, to: f64| {
        let near = lines.iter().filter(|stroke| (stroke.at - at).abs() <= MEET);
        let covered: f64 = near
            .map(|stroke| (stroke.to.min(to) - stroke.from.max(from)).max(0.0))
            .sum();
        covered > 0.5 * (to - from)
    };
    let mut walls = Walls {
        columns: width,
        rows: height,
        right: Vec::new(),
        below: Vec::new(),
    };
    for row in 0..height {
        for column in 0..width {
            let right = column + 1 == width
                || drawn(
                    &frame.upright,
                    columns[column + 1],
                    rows[row],
                    rows[row + 1],
                );
            let below = row + 1 == height
                || drawn(
                    &frame.level,
                    rows[row + 1],
                    columns[column],
                    columns[column + 1],
                );
            walls.right.push(right);
            walls.below.push(below);
        }
    }
    walls
}

/// Gives each glyph to its cell, and each cell its text.
fn fill(cells: &mut [Cell], glyphs: Vec<Glyph>, columns: &[f64], rows: &[f64]) {
    let (width, height) = (columns.len() - 1, rows.len() - 1);
    let mut owner = vec![0; width * height];
    for (at, cell) in cells.iter().enumerate() {
        for row in cell.row..cell.row + cell.rows {
            let start = row * width + cell.column;
            owner[start..start + cell.columns].fill(at);
        }
    }
    let mut own: Vec<Vec<Glyph>> = vec![Vec::new(); cells.len()];
    for word in words(glyphs) {
        let field = |(x, y): (f64, f64)| {
            let column = columns.partition_point(|&edge| edge <= x).clamp(1, width) - 1;
            let row = rows.partition_point(|&edge| edge <= y).clamp(1, height) - 1;
            owner[row * width + column]
        };
        // A number that is wider than its cell still belongs to one cell.
        let number = word.len() > 1
            && word
                .iter()
                .all(|glyph| glyph.character.is_ascii_digit() || glyph.character == '.');
        let middle =
            word.iter().map(|glyph| glyph.middle().0).sum::<f64>() / word.len().max(1) as f64;
        for glyph in word {
            let (x, y) = glyph.middle();
            own[field((if number { middle } else { x }, y))].push(glyph);
        }
    }
    for (cell, glyphs) in cells.iter_mut().zip(own) {
        let (left, right) = (columns[cell.column], columns[cell.column + cell.columns]);
        cell.text = text(glyphs, left, right);
    }
}

/// Glyphs that touch each other on one line.
fn words(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    let line = |glyph: &Glyph| (glyph.baseline * 2.0).round();
    glyphs.sort_by(|a, b| line(a).total_cmp(&line(b)).then(a.x.total_cmp(&b.x)));
    let mut words: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        let touches = words
            .last()
            .and_then(|word| word.last())
            .is_some_and(|last| {
                let gap = glyph.x - last.right();
                line(last) == line(&glyph) && gap.abs() < 0.12 * glyph.size
            });
        match words.last_mut() {
            Some(word) if touches => word.push(glyph),
            _ => words.push(vec![glyph]),
        }
    }
    words
}

/// The text of a cell; lines that were wrapped are put together.
fn text(glyphs: Vec<Glyph>, left: f64, right: f64) -> String {
    let mut text = String::new();
    let mut last: Option<lines::Line> = None;
    for mut line in lines::lines(glyphs, right - left) {
        line.text = line.text.replace('\t', " ");
        if let Some(last) = &last {
            let digits = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            let both = digits(text.chars().last()) && digits(line.text.chars().next());
            let full = (right - left) - (last.right - last.left) < 1.6 * last.size;
            if both && !full {
                text.push('\n');
            } else {
                text.push_str(paragraphs::joint(&text, &line.text));
            }
        }
        text.push_str(&line.text);
        last = Some(line);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Page, Rect, tables};
    use crate::ingest::layout::Glyph;

    fn write(page: &mut Page, text: &str, x: f64, baseline: f64) {
        for (at, character) in text.chars().enumerate() {
            page.glyphs.push(Glyph {
                character,
                x: x + 6.0 * at as f64,
                baseline,
                width: 6.0,
                size: 10.0,
            });
        }
    }

    fn line(page: &mut Page, left: f64, top: f64, right: f64, bottom: f64) {
        page.rules.push(Rect {
            left,
            top,
            right,
            bottom,
        });
    }

    fn page() -> Page {
        Page {
            width: 500.0,
            height: 700.0,
            ..Page::default()
        }
    }

    fn cells(page: &mut Page) -> Vec<String> {
        let tables = tables(page);
        let grid = &tables.first().expect("a table").grid;
        let cell = |cell: &super::Cell| {
            format!(
                "{},{} {}×{} {}",
                cell.row, cell.column, cell.rows, cell.columns, cell.text
            )
        };
        grid.cells.iter().map(cell).collect()
    }

    #[test]
    fn lines_make_cells_and_missing_lines_join_them() {
        let mut page = page();
        for y in [100.0, 140.0] {
            line(&mut page, 50.0, y, 250.0, y);
        }
        line(&mut page, 150.0, 120.0, 250.2, 120.5);
        for x in [50.0, 150.0, 250.0] {
            line(&mut page, x, 100.0, x, 140.0);
        }
        write(&mut page, "甲", 90.0, 124.0);
        write(&mut page, "12", 190.0, 114.0);
        write(&mut page, "外", 90.0, 200.0);
        assert_eq!(cells(&mut page), ["0,0 2×1 甲", "0,1 1×1 12", "1,1 1×1 "]);
        assert_eq!(page.glyphs.len(), 1);
    }

    #[test]
    fn a_table_open_at_its_sides_has_its_outer_columns() {
        let mut page = page();
        for y in [100.0, 120.0, 140.0] {
            line(&mut page, 50.0, y, 250.0, y);
        }
        line(&mut page, 150.0, 100.0, 150.0, 140.0);
        write(&mut page, "甲", 90.0, 114.0);
        write(&mut page, "12", 190.0, 134.0);
        assert_eq!(
            cells(&mut page),
            ["0,0 1×1 甲", "0,1 1×1 ", "1,0 1×1 ", "1,1 1×1 12"]
        );
    }

    #[test]
    fn a_number_wider_than_its_cell_is_not_cut() {
        let mut page = page();
        for y in [100.0, 120.0] {
            line(&mut page, 50.0, y, 110.0, y);
        }
        for x in [50.0, 70.0, 90.0, 110.0] {
            line(&mut page, x, 100.0, x, 120.0);
        }
        write(&mut page, "1234", 68.0, 114.0);
        write(&mut page, "5", 100.0, 114.0);
        assert_eq!(cells(&mut page), ["0,0 1×1 ", "0,1 1×1 1234", "0,2 1×1 5"]);
    }

    #[test]
    fn grounds_of_colour_make_a_table_too() {
        let mut page = page();
        for (column, row) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let (x, y) = (
                50.0 + 60.0 * f64::from(column),
                100.0 + 20.0 * f64::from(row),
            );
            line(&mut page, x, y, x + 59.0, y + 19.0);
            write(&mut page, "7", x + 30.0, y + 14.0);
        }
        assert_eq!(cells(&mut page).len(), 4);
    }

    #[test]
    fn a_box_around_text_is_no_table() {
        let mut page = page();
        line(&mut page, 50.0, 100.0, 250.0, 100.0);
        line(&mut page, 50.0, 140.0, 250.0, 140.0);
        line(&mut page, 50.0, 100.0, 50.0, 140.0);
        line(&mut page, 250.0, 100.0, 250.0, 140.0);
        write(&mut page, "说明文字", 90.0, 124.0);
        assert!(tables(&mut page).is_empty());
    }
}
