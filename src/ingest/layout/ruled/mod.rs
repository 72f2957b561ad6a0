//! Tables drawn with lines, or with grounds of colour.

mod cells;
mod strokes;

use super::{
    Glyph, Page, Rect,
    grid::{Cell, Grid},
};
use crate::text::order::Order;
use cells::{fill, walls};
use strokes::{Frame, edges, frames, sides, strokes, top};

/// The most lines of a direction, and the most fields of a table, that are looked at.
const MOST_LINES: usize = 1_500;
const MOST_FIELDS: usize = 40_000;

/// A table where it stands on its page.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) area: Rect,
    pub(super) grid: Grid,
}

/// Takes the tables with their text from a page.
pub(super) fn tables(page: &mut Page) -> Vec<Placed> {
    let (thin, broad): (Vec<Rect>, Vec<Rect>) = page
        .rules
        .iter()
        .partition(|rect| rect.width().min(rect.height()) <= 3.0);
    let mut found = take(page, &strokes(&thin));
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
        found.extend(take(page, &strokes(&edges)));
    }
    found
}

fn take(page: &mut Page, strokes: &Frame) -> Vec<Placed> {
    if strokes.level.len() > MOST_LINES || strokes.upright.len() > MOST_LINES {
        return Vec::new();
    }
    let mut frames = frames(strokes);
    frames.order_by(|a, b| top(a).total_cmp(&top(b)));
    frames
        .iter()
        .filter_map(|frame| table(page, frame))
        .collect()
}

fn table(page: &mut Page, frame: &Frame) -> Option<Placed> {
    let columns = sides(&frame.upright, &frame.level);
    let rows = sides(&frame.level, &frame.upright);
    let (width, height) = (columns.len().checked_sub(1)?, rows.len().checked_sub(1)?);
    if width == 0 || height == 0 || width * height > MOST_FIELDS {
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
    let filled = cells.iter().filter(|cell| !cell.text.is_empty()).count();
    // A single column is a box around text, or the one row of a table that the page still holds.
    let short = |cell: &Cell| cell.text.chars().count() <= 60;
    if filled < width.min(2) || width == 1 && (height > 3 || !cells.iter().all(short)) {
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
        for row in 0..2 {
            write(
                &mut page,
                &"说明文字".repeat(8),
                52.0,
                115.0 + 14.0 * f64::from(row),
            );
        }
        assert!(tables(&mut page).is_empty());
    }
}
