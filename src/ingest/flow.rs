//! What a page shows, in reading order: lines, pictures and tables, put together tag by tag.

use super::{
    Draft, MOST_BLOCKS, is_blank,
    item::{Cell, Item, Row, Span, Table},
    origin::{Origin, Place},
    table,
};

/// How deep tables may stand in tables; the tags of deeper ones are ignored and their text is kept.
const DEEPEST: usize = 32;

/// The most characters that are taken of a page's title.
const LONGEST_TITLE: usize = 200;

/// A table whose end has not come yet.
#[derive(Debug, Default)]
struct Frame {
    table: Table,
    group: usize,
    in_row: bool,
    cell: Option<Cell>,
    /// What stands in the table but in no cell; it is shown before the table.
    stray: Vec<Item>,
}

/// Everything shown so far.
#[derive(Debug, Default)]
pub(super) struct Flow {
    items: Vec<Item>,
    frames: Vec<Frame>,
    /// Tables opened beyond the deepest level.
    ignored: usize,
    line: String,
    /// Where the line comes from, if its source has places.
    origin: Origin,
    heading: Option<u8>,
    title: Option<String>,
    in_title: bool,
    preformatted: bool,
    script: Option<bool>,
    /// The number of items and cells, for the bound.
    count: usize,
}

impl Flow {
    /// Adds text to the line, its white space collapsed as a browser does.
    pub(super) fn text(&mut self, text: &str) {
        self.add(text, None);
    }

    /// Adds the text of the node of that number, whose places are kept.
    pub(super) fn text_of(&mut self, text: &str, node: u32) {
        self.add(text, Some(Place { node, offset: 0 }));
    }

    fn add(&mut self, text: &str, mut place: Option<Place>) {
        if self.in_title {
            let title = self.title.get_or_insert_default();
            title.extend(text.chars().take(LONGEST_TITLE));
            return;
        }
        for character in text.chars() {
            match character {
                '\n' | '\r' if self.preformatted => self.end_line(),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                    if !self.line.is_empty() && !self.line.ends_with(' ') {
                        self.push_character(' ', place);
                    }
                }
                _ => self.push_character(scripted(character, self.script), place),
            }
            if let Some(place) = &mut place {
                place.offset += units(character);
            }
        }
    }

    fn push_character(&mut self, character: char, place: Option<Place>) {
        if let Some(place) = place {
            self.origin.note(self.line.len(), place, units(character));
        }
        self.line.push(character);
    }

    /// Ends the line, if there is any text in it.
    pub(super) fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let origin = std::mem::take(&mut self.origin);
        let text = line.trim();
        if !is_blank(text) {
            let heading = self.heading;
            let before = line.len() - line.trim_start().len();
            self.push(Item::Line {
                text: text.to_owned(),
                heading,
                origin: origin.cut(&line, before),
            });
        }
    }

    pub(super) fn picture(&mut self, name: &str) {
        self.end_line();
        self.push(Item::Picture(name.to_owned()));
    }

    pub(super) fn open_heading(&mut self, level: u8) {
        self.end_line();
        self.heading = Some(level);
    }

    pub(super) fn close_heading(&mut self) {
        self.end_line();
        self.heading = None;
    }

    pub(super) fn open_title(&mut self) {
        self.in_title = true;
    }

    pub(super) fn close_title(&mut self) {
        self.in_title = false;
    }

    pub(super) fn preformatted(&mut self, on: bool) {
        self.end_line();
        self.preformatted = on;
    }

    /// Begins or ends text set high (`true`) or low, so that a footnote's number is not glued to a figure.
    pub(super) fn script(&mut self, script: Option<bool>) {
        self.script = script;
    }

    pub(super) fn open_table(&mut self) {
        self.close_heading();
        if self.frames.len() < DEEPEST {
            self.frames.push(Frame::default());
        } else {
            self.ignored += 1;
        }
    }

    pub(super) fn row_group(&mut self) {
        if self.ignored == 0 {
            self.close_row();
            if let Some(frame) = self.frames.last_mut() {
                frame.group += 1;
            }
        }
    }

    pub(super) fn open_row(&mut self) {
        if self.ignored > 0 {
            return self.end_line();
        }
        if self.frames.is_empty() {
            self.open_table();
        }
        self.close_row();
        self.count += 1;
        if let Some(frame) = self.frames.last_mut()
            && self.count < MOST_BLOCKS
        {
            let group = frame.group;
            frame.table.rows.push(Row {
                cells: Vec::new(),
                group,
            });
            frame.in_row = true;
        }
    }

    pub(super) fn close_row(&mut self) {
        self.close_cell();
        if let Some(frame) = self.frames.last_mut()
            && self.ignored == 0
        {
            frame.in_row = false;
        }
    }

    pub(super) fn open_cell(&mut self, span: Span, header: bool) {
        self.close_cell();
        if self.ignored > 0 {
            return;
        }
        if !self.frames.last().is_some_and(|frame| frame.in_row) {
            self.open_row();
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.cell = Some(Cell {
                items: Vec::new(),
                span,
                header,
                column: None,
            });
        }
    }

    pub(super) fn close_cell(&mut self) {
        self.end_line();
        self.heading = None;
        if self.ignored > 0 {
            return;
        }
        self.count += 1;
        if let Some(frame) = self.frames.last_mut()
            && let Some(cell) = frame.cell.take()
            && let Some(row) = frame.table.rows.last_mut()
            && self.count < MOST_BLOCKS
        {
            row.cells.push(cell);
        }
    }

    pub(super) fn close_table(&mut self) {
        self.close_row();
        if self.ignored > 0 {
            self.ignored -= 1;
            return;
        }
        let Some(frame) = self.frames.pop() else {
            return;
        };
        let sink = self.sink();
        sink.extend(frame.stray);
        table::settle(frame.table, sink);
    }

    fn push(&mut self, item: Item) {
        self.count += 1;
        // One more than is taken, so that the document can tell that it is cut off.
        if self.count <= MOST_BLOCKS + 1 {
            self.sink().push(item);
        }
    }

    fn sink(&mut self) -> &mut Vec<Item> {
        match self.frames.last_mut() {
            Some(Frame {
                cell: Some(cell), ..
            }) => &mut cell.items,
            Some(frame) => &mut frame.stray,
            None => &mut self.items,
        }
    }

    /// Ends what is still open.
    fn close(&mut self) {
        self.end_line();
        self.ignored = 0;
        while !self.frames.is_empty() {
            self.close_table();
        }
    }

    /// Everything shown, for a page that stands within another document.
    #[cfg(feature = "files")]
    pub(super) fn into_items(mut self) -> Vec<Item> {
        self.close();
        self.items
    }

    /// Adds everything to a document.
    pub(super) fn write(mut self, draft: &mut Draft) {
        self.close();
        if let Some(title) = self.missing_title() {
            draft.paragraph(&title, None);
        }
        write(draft, &self.items);
        if self.count > MOST_BLOCKS {
            draft.builder.cut();
        }
    }

    /// The page's title, where no line of the page shows it.
    fn missing_title(&self) -> Option<String> {
        let title = self
            .title
            .as_ref()?
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let shown = self.items.iter().any(|item| match item {
            Item::Line {
                heading: Some(1), ..
            } => true,
            Item::Line { text, .. } => text.chars().count() > 5 && title.contains(text.as_str()),
            _ => false,
        });
        (!shown && !title.is_empty()).then_some(title)
    }
}

/// Adds what is shown to a document.
pub(super) fn write(draft: &mut Draft, items: &[Item]) {
    for item in items {
        match item {
            Item::Line {
                text,
                heading,
                origin,
            } => draft.paragraph_from(text, *heading, origin.clone()),
            Item::Picture(name) => draft.picture(name),
            Item::Table(table) => table::write(draft, table),
        }
    }
}

/// The length of a character in UTF-16 code units.
fn units(character: char) -> u32 {
    if character.len_utf16() == 2 { 2 } else { 1 }
}

/// A digit as the raised or lowered one that it is shown as.
pub(super) fn scripted(character: char, script: Option<bool>) -> char {
    let Some(digit) = character.to_digit(10) else {
        return character;
    };
    match script {
        Some(true) => ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'][digit as usize],
        Some(false) => ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'][digit as usize],
        None => character,
    }
}
