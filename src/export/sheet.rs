//! A worksheet in the making: cells, their looks, widths.

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Look {
    /// The background, as red, green and blue.
    pub(super) fill: Option<u32>,
    /// The colour of the text.
    pub(super) ink: Option<u32>,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// The size of the text in points; zero for the usual one.
    pub(super) size: u8,
    pub(super) wrap: bool,
    pub(super) centred: bool,
    pub(super) right: bool,
    /// Whether the text stands at the top of the cell, not in its middle.
    pub(super) top: bool,
    pub(super) indent: u8,
    /// Whether lines are drawn around the cell.
    pub(super) ruled: bool,
}

/// Colours: quiet fills that stay apart in black and white, and inks that are readable upon them.
pub(super) const HEAD: u32 = 0x00DC_E6F1;
pub(super) const GROUP: u32 = 0x00F2_F2F2;
pub(super) const RED: u32 = 0x00F8_CBAD;
pub(super) const AMBER: u32 = 0x00FF_E699;
pub(super) const BLUE: u32 = 0x00DD_EBF7;
pub(super) const GREY: u32 = 0x00ED_EDED;
pub(super) const RED_INK: u32 = 0x009C_0006;
pub(super) const QUIET_INK: u32 = 0x0059_5959;

impl Look {
    pub(super) const TITLE: Self = Self {
        bold: true,
        size: 14,
        ..Self::PLAIN
    };
    pub(super) const QUIET: Self = Self {
        ink: Some(QUIET_INK),
        ..Self::PLAIN
    };
    pub(super) const PLAIN: Self = Self {
        fill: None,
        ink: None,
        bold: false,
        italic: false,
        size: 0,
        wrap: false,
        centred: false,
        right: false,
        top: false,
        indent: 0,
        ruled: false,
    };
    /// The head of a column.
    pub(super) const COLUMN: Self = Self {
        fill: Some(HEAD),
        bold: true,
        wrap: true,
        centred: true,
        ruled: true,
        ..Self::PLAIN
    };
    /// Text in a list.
    pub(super) const LISTED: Self = Self {
        wrap: true,
        top: true,
        ruled: true,
        ..Self::PLAIN
    };
    /// A cell of a table.
    pub(super) const CELL: Self = Self {
        ruled: true,
        ..Self::PLAIN
    };

    pub(super) const fn filled(self, fill: u32) -> Self {
        Self {
            fill: Some(fill),
            ..self
        }
    }

    pub(super) const fn centred(self) -> Self {
        Self {
            centred: true,
            ..self
        }
    }
}

/// What stands in a cell.
#[derive(Debug, Clone)]
pub(super) enum Content {
    Empty,
    Text(String),
    /// A number, as it is written.
    Number(String),
    /// A formula and what it comes to: a number, or a text.
    Formula(String, Box<Content>),
}

impl Content {
    pub(super) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    pub(super) fn count(number: usize) -> Self {
        Self::Number(number.to_string())
    }
}

#[derive(Debug)]
pub(super) struct Cell {
    pub(super) content: Content,
    pub(super) look: Look,
}

/// A worksheet.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    /// For each row its cells by column.
    pub(super) rows: Vec<Vec<Option<Cell>>>,
    /// The heights of rows that have their own, in points.
    pub(super) heights: Vec<(usize, f64)>,
    /// The widths of columns, in characters.
    pub(super) widths: Vec<f64>,
    /// Merged cells: first row and column, last row and column.
    pub(super) merged: Vec<[usize; 4]>,
    /// The rows and columns that stay in view.
    pub(super) frozen: (usize, usize),
    /// The row of heads that filter their columns, its width, and the last row.
    pub(super) filter: Option<(usize, usize, usize)>,
    /// The colour of the tab.
    pub(super) tab: Option<u32>,
}

impl Sheet {
    pub(super) fn new(name: &str, widths: &[f64]) -> Self {
        Self {
            name: name.to_owned(),
            widths: widths.to_vec(),
            ..Self::default()
        }
    }

    /// The number of the next row.
    pub(super) fn next(&self) -> usize {
        self.rows.len()
    }

    /// Sets a cell.
    pub(super) fn set(&mut self, row: usize, column: usize, content: Content, look: Look) {
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            cells.resize_with(column + 1, || None);
        }
        cells[column] = Some(Cell { content, look });
    }

    /// Sets a cell that covers others; the lines around it are drawn in all of them.
    pub(super) fn set_wide(&mut self, area: [usize; 4], content: Content, look: Look) {
        let [top, left, bottom, right] = area;
        for row in top..=bottom {
            for column in left..=right {
                self.set(row, column, Content::Empty, look);
            }
        }
        self.set(top, left, content, look);
        if top < bottom || left < right {
            self.merged.push(area);
        }
    }

    /// Adds a row from the left.
    pub(super) fn push(&mut self, cells: impl IntoIterator<Item = (Content, Look)>) {
        let row = self.next();
        self.rows.push(Vec::new());
        for (column, (content, look)) in cells.into_iter().enumerate() {
            self.set(row, column, content, look);
        }
    }

    /// Adds a line in large letters.
    pub(super) fn title(&mut self, text: &str) {
        self.heights.push((self.next(), 24.0));
        self.push([(Content::text(text), Look::TITLE)]);
    }

    /// Adds a row of heads.
    pub(super) fn push_heads(&mut self, heads: &[&str]) {
        self.push(
            heads
                .iter()
                .map(|&head| (Content::text(head), Look::COLUMN)),
        );
    }

    /// Leaves a row empty.
    pub(super) fn skip(&mut self) {
        self.rows.push(Vec::new());
    }
}

impl Sheet {
    /// Gives a row the height that its wrapped texts need in the widths of their columns.
    pub(super) fn fit(&mut self, row: usize) {
        let lines = |(column, cell): (usize, &Option<Cell>)| {
            let Some(Cell {
                content: Content::Text(text),
                look,
            }) = cell
            else {
                return 1;
            };
            let width = self.widths.get(column).copied().unwrap_or(9.0).max(4.0) - 1.5;
            let size = f64::from(look.size.max(11)) / 11.0;
            let line = |line: &str| (units(line) * size / width).ceil().max(1.0) as usize;
            if look.wrap {
                text.lines().map(line).sum()
            } else {
                1
            }
        };
        let cells = self.rows.get(row).into_iter().flatten().enumerate();
        let most = cells.map(lines).max().unwrap_or(1).min(27);
        if most > 1 {
            self.heights.push((row, most as f64 * 15.0 + 3.0));
        }
    }
}

/// The room that a text takes, in the width of a digit: a Chinese character takes two.
pub(super) fn units(text: &str) -> f64 {
    text.chars()
        .map(|c| if c.is_ascii() { 1.0 } else { 2.0 })
        .sum()
}

/// The name of a cell: `B12`.
pub(super) fn address(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.into_iter().rev().map(char::from).collect();
    format!("{letters}{}", row + 1)
}
