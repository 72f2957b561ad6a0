//! A table by its ruling lines: edges of columns and rows, and cells that may cover several.

use crate::{
    ingest::item::{self, Item, Span, Table},
    text::order::Order,
};

/// A cell and the columns and rows that it covers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) text: String,
}

/// A table; its columns lie between the edges.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    pub(super) edges: Vec<f64>,
    pub(super) rows: usize,
    pub(super) cells: Vec<Cell>,
}

impl Grid {
    /// The cells that begin in a row.
    pub(super) fn row(&self, row: usize) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(move |cell| cell.row == row)
    }

    /// The table as it is handed on.
    pub(super) fn into_table(self) -> Table {
        let mut rows: Vec<item::Row> = (0..self.rows)
            .map(|_| item::Row {
                cells: Vec::new(),
                group: 0,
            })
            .collect();
        let mut cells = self.cells;
        cells.order_by_key(|cell| (cell.row, cell.column));
        for cell in cells {
            let lines = cell.text.split('\n').filter(|line| !line.is_empty());
            let items: Vec<Item> = lines.map(|line| Item::line(line, None)).collect();
            rows[cell.row].cells.push(item::Cell {
                items,
                span: Span {
                    rows: cell.rows,
                    columns: cell.columns,
                },
                header: false,
                column: None,
            });
        }
        Table { rows }
    }
}

/// Ruling lines between the small fields of a table.
#[derive(Debug)]
pub(super) struct Walls {
    pub(super) columns: usize,
    pub(super) rows: usize,
    /// For each field whether a line runs on its right side.
    pub(super) right: Vec<bool>,
    /// For each field whether a line runs below it.
    pub(super) below: Vec<bool>,
}

impl Walls {
    fn at(&self, row: usize, column: usize) -> usize {
        row * self.columns + column
    }

    /// The cells: fields without a wall between them are one, as far as they are a rectangle.
    pub(super) fn cells(&self) -> Vec<Cell> {
        let mut taken = vec![false; self.columns * self.rows];
        let mut cells = Vec::new();
        for row in 0..self.rows {
            for column in 0..self.columns {
                if taken[self.at(row, column)] {
                    continue;
                }
                let columns = self.reach(row, column, &taken);
                let rows = self.depth(row, column, columns, &taken);
                for covered in row..row + rows {
                    let start = self.at(covered, column);
                    taken[start..start + columns].fill(true);
                }
                cells.push(Cell {
                    row,
                    column,
                    rows,
                    columns,
                    text: String::new(),
                });
            }
        }
        cells
    }

    fn reach(&self, row: usize, column: usize, taken: &[bool]) -> usize {
        let mut columns = 1;
        while column + columns < self.columns
            && !self.right[self.at(row, column + columns - 1)]
            && !taken[self.at(row, column + columns)]
        {
            columns += 1;
        }
        columns
    }

    fn depth(&self, row: usize, column: usize, columns: usize, taken: &[bool]) -> usize {
        let mut rows = 1;
        while row + rows < self.rows {
            let open =
                (column..column + columns).all(|at| !self.below[self.at(row + rows - 1, at)]);
            let next = row + rows;
            let walled = (column..column + columns - 1).any(|at| self.right[self.at(next, at)]);
            let free = (column..column + columns).all(|at| !taken[self.at(next, at)]);
            let ended =
                column + columns == self.columns || self.right[self.at(next, column + columns - 1)];
            if !(open && free && ended) || walled {
                break;
            }
            rows += 1;
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::Walls;

    #[test]
    fn fields_without_walls_are_one_cell() {
        // ┌───┬───┐
        // │   ├───┤
        // ├───┴───┤
        // └───────┘
        let walls = Walls {
            columns: 2,
            rows: 3,
            right: vec![true, true, true, true, false, true],
            below: vec![false, true, true, true, true, true],
        };
        let cells: Vec<_> = walls
            .cells()
            .iter()
            .map(|c| (c.row, c.column, c.rows, c.columns))
            .collect();
        assert_eq!(
            cells,
            [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1), (2, 0, 1, 2)]
        );
    }
}
