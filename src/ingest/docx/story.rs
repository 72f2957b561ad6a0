//! What a Word document shows, put together in reading order: lines, pictures and tables with merged cells.

use super::super::{
    MOST_BLOCKS,
    item::{Cell, Item, Row, Span, Table},
    table,
};

/// How deep tables and text boxes may stand in each other; deeper ones are read as plain lines.
const DEEPEST: usize = 32;

/// The most columns that one cell may cover.
const WIDEST: usize = 100;

/// How a cell belongs to its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Merge {
    /// It stands alone.
    #[default]
    None,
    /// Cells after it may belong to it.
    First,
    /// It belongs to the one before it.
    Next,
}

/// What a cell says of itself.
#[derive(Debug, Default)]
pub(super) struct CellShape {
    pub(super) columns: usize,
    pub(super) down: Merge,
    pub(super) across: Merge,
    /// A tracked change has removed it.
    pub(super) removed: bool,
}

/// What a row says of itself.
#[derive(Debug, Default)]
pub(super) struct RowShape {
    /// How many columns of the grid stand empty before its first cell.
    pub(super) before: usize,
    pub(super) header: bool,
    /// It is hidden, or a tracked change has removed it.
    pub(super) removed: bool,
}

#[derive(Debug, Default)]
struct OpenCell {
    shape: CellShape,
    items: Vec<Item>,
}

#[derive(Debug, Default)]
struct OpenRow {
    shape: RowShape,
    cells: Vec<OpenCell>,
    cell: Option<OpenCell>,
}

/// A cell that may reach into the next row.
#[derive(Debug)]
struct Reaching {
    column: usize,
    width: usize,
    row: usize,
    cell: usize,
}

#[derive(Debug, Default)]
struct OpenTable {
    table: Table,
    row: Option<OpenRow>,
    reaching: Vec<Reaching>,
    /// What stands in the table but in no cell; it is shown before the table.
    stray: Vec<Item>,
}

#[derive(Debug)]
enum Frame {
    Table(OpenTable),
    Aside(Vec<Item>),
}

/// Everything shown so far.
#[derive(Debug, Default)]
pub(super) struct Story {
    items: Vec<Item>,
    frames: Vec<Frame>,
    ignored: usize,
    count: usize,
}

impl Story {
    /// Adds something where reading stands.
    pub(super) fn push(&mut self, item: Item) {
        self.count += 1;
        self.sink().push(item);
    }

    /// Whether there is more than a document takes.
    pub(super) fn is_full(&self) -> bool {
        self.count > MOST_BLOCKS + 1
    }

    /// How deep in tables and boxes reading stands.
    pub(super) fn depth(&self) -> usize {
        self.frames.len()
    }

    fn sink(&mut self) -> &mut Vec<Item> {
        match self.frames.last_mut() {
            None => &mut self.items,
            Some(Frame::Aside(items)) => items,
            Some(Frame::Table(table)) => match &mut table.row {
                Some(OpenRow {
                    cell: Some(cell), ..
                }) => &mut cell.items,
                _ => &mut table.stray,
            },
        }
    }

    fn table(&mut self) -> Option<&mut OpenTable> {
        match self.frames.last_mut() {
            Some(Frame::Table(table)) if self.ignored == 0 => Some(table),
            _ => None,
        }
    }

    pub(super) fn open_table(&mut self) {
        if self.ignored == 0 && self.frames.len() < DEEPEST {
            self.frames.push(Frame::Table(OpenTable::default()));
        } else {
            self.ignored += 1;
        }
    }

    pub(super) fn close_table(&mut self) {
        if self.ignored > 0 {
            self.ignored -= 1;
        } else if let Some(Frame::Table(table)) = self.frames.pop() {
            let sink = self.sink();
            sink.extend(table.stray);
            table::settle(table.table, sink);
        }
    }

    /// Begins a row; tells whether one can begin here.
    pub(super) fn open_row(&mut self) -> bool {
        self.count += 1;
        match self.table() {
            Some(table) if table.row.is_none() => {
                table.row = Some(OpenRow::default());
                true
            }
            _ => false,
        }
    }

    /// What the row being read says of itself.
    pub(super) fn row(&mut self) -> Option<&mut RowShape> {
        Some(&mut self.table()?.row.as_mut()?.shape)
    }

    pub(super) fn close_row(&mut self) {
        if let Some(table) = self.table()
            && let Some(row) = table.row.take()
            && !row.shape.removed
        {
            table.add(row);
        }
    }

    /// Begins a cell; tells whether one can begin here.
    pub(super) fn open_cell(&mut self) -> bool {
        self.count += 1;
        match self.table().and_then(|table| table.row.as_mut()) {
            Some(row) if row.cell.is_none() => {
                row.cell = Some(OpenCell::default());
                true
            }
            _ => false,
        }
    }

    /// What the cell being read says of itself.
    pub(super) fn cell(&mut self) -> Option<&mut CellShape> {
        let cell = self.table()?.row.as_mut()?.cell.as_mut()?;
        Some(&mut cell.shape)
    }

    pub(super) fn close_cell(&mut self) {
        if let Some(row) = self.table().and_then(|table| table.row.as_mut())
            && let Some(mut cell) = row.cell.take()
            && !cell.shape.removed
        {
            cell.shape.columns = cell.shape.columns.clamp(1, WIDEST);
            row.add(cell);
        }
    }

    /// Begins a text box; tells whether it is kept apart from the text around it.
    pub(super) fn open_aside(&mut self) -> bool {
        let apart = self.ignored == 0 && self.frames.len() < DEEPEST;
        if apart {
            self.frames.push(Frame::Aside(Vec::new()));
        }
        apart
    }

    /// Ends a text box and hands out what stands in it.
    pub(super) fn close_aside(&mut self) -> Vec<Item> {
        match self.frames.pop() {
            Some(Frame::Aside(items)) => items,
            Some(frame) => {
                self.frames.push(frame);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Everything, what is still open closed.
    pub(super) fn finish(mut self) -> Vec<Item> {
        self.ignored = 0;
        while let Some(frame) = self.frames.last() {
            if matches!(frame, Frame::Table(_)) {
                self.close_cell();
                self.close_row();
                self.close_table();
            } else {
                let items = self.close_aside();
                self.sink().extend(items);
            }
        }
        self.items
    }
}

impl OpenRow {
    fn add(&mut self, cell: OpenCell) {
        match self.cells.last_mut() {
            Some(before) if cell.shape.across == Merge::Next => {
                before.shape.columns += cell.shape.columns;
            }
            _ => self.cells.push(cell),
        }
    }
}

impl OpenTable {
    /// Adds a row. A cell that goes on from above makes that one taller; what is in it, Word does not show.
    fn add(&mut self, row: OpenRow) {
        let at = self.table.rows.len();
        let mut column = row.shape.before.min(WIDEST);
        let mut cells: Vec<Cell> = Vec::new();
        let mut reaching = Vec::new();
        for OpenCell { shape, items } in row.cells {
            let width = shape.columns;
            let same = |above: &&mut Reaching| above.column == column && above.width == width;
            match self.reaching.iter_mut().find(same) {
                Some(above) if shape.down == Merge::Next => {
                    self.table.rows[above.row].cells[above.cell].span.rows += 1;
                    reaching.push(Reaching { ..*above });
                }
                _ => {
                    if shape.down != Merge::None {
                        reaching.push(Reaching {
                            column,
                            width,
                            row: at,
                            cell: cells.len(),
                        });
                    }
                    cells.push(Cell {
                        items,
                        span: Span {
                            rows: 1,
                            columns: width,
                        },
                        header: row.shape.header,
                        column: Some(column),
                    });
                }
            }
            column += width;
        }
        self.reaching = reaching;
        self.table.rows.push(Row { cells, group: 0 });
    }
}
