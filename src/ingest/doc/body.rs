//! Paragraphs, rows and tables as they come, put together.

use super::rows::{self, RawRow, RowShape};
use crate::ingest::{MOST_BLOCKS, item::Item, table};

/// How deep tables may stand in tables; the marks of deeper ones are taken for those of the deepest.
const DEEPEST: u32 = 16;

/// What has been read so far.
#[derive(Default)]
pub(super) struct Body {
    items: Vec<Item>,
    frames: Vec<Frame>,
    count: usize,
}

/// A table whose end has not come yet: its rows, the cells of its last row, what stands in its last cell.
#[derive(Default)]
struct Frame {
    rows: Vec<RawRow>,
    cells: Vec<Vec<Item>>,
    items: Vec<Item>,
}

/// What ends with a paragraph.
pub(super) enum End {
    Paragraph,
    Cell,
    Row(Option<Box<RowShape>>),
}

impl Body {
    /// Adds what a paragraph shows, inside so many tables, and what ends with it.
    pub(super) fn paragraph(&mut self, items: Vec<Item>, depth: u32, end: End) {
        self.nest(depth.min(DEEPEST) as usize);
        self.count += items.len() + 1;
        if self.is_full() {
            return;
        }
        let Some(frame) = self.frames.last_mut() else {
            self.items.extend(items);
            return;
        };
        frame.items.extend(items);
        match end {
            End::Paragraph => {}
            End::Cell => frame.cells.push(std::mem::take(&mut frame.items)),
            End::Row(shape) => frame.end_row(shape),
        }
    }

    /// Whether no more is taken.
    pub(super) fn is_full(&self) -> bool {
        self.count > MOST_BLOCKS
    }

    /// Everything, with all tables ended.
    pub(super) fn finish(mut self) -> Vec<Item> {
        self.nest(0);
        self.items
    }

    fn nest(&mut self, depth: usize) {
        while self.frames.len() > depth {
            self.close_table();
        }
        self.frames.resize_with(depth, Frame::default);
    }

    fn close_table(&mut self) {
        let Some(mut frame) = self.frames.pop() else {
            return;
        };
        if !frame.items.is_empty() {
            frame.cells.push(std::mem::take(&mut frame.items));
        }
        if !frame.cells.is_empty() {
            frame.end_row(None);
        }
        let sink = match self.frames.last_mut() {
            Some(outer) => &mut outer.items,
            None => &mut self.items,
        };
        if !frame.rows.is_empty() {
            table::settle(rows::table(frame.rows), sink);
        }
    }
}

impl Frame {
    fn end_row(&mut self, shape: Option<Box<RowShape>>) {
        // Text before the mark of a row without the mark of a cell.
        if !self.items.is_empty() {
            self.cells.push(std::mem::take(&mut self.items));
        }
        let cells = std::mem::take(&mut self.cells);
        self.rows.push(RawRow { cells, shape });
    }
}
