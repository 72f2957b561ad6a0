//! Lines that a paragraph was wrapped into, put together again.

use super::{grid::Grid, lines::Line};
use crate::{ingest::item::Item, text::character::fold};

/// Where a sentence ends.
const ENDS: &[char] = &['。', '！', '？', '；', '：', ';', ':'];

/// Marks that never begin a line, so that the character before them moves along.
const CLOSING: &[char] = &[
    '，', '。', '、', '；', '：', '？', '！', '）', '》', '”', '’', '】', '〕', '%', '％', ',',
    '.', ')',
];

/// What is read so far.
#[derive(Default)]
pub(super) struct Body {
    entries: Vec<Entry>,
    open: Option<Open>,
    new_page: bool,
}

/// Something finished.
enum Entry {
    Item(Item),
    Grid(Grid),
}

/// A paragraph whose end has not been seen.
struct Open {
    text: String,
    first: Line,
    last: Line,
    lines: usize,
    /// Where its lines after the first begin, and how far they stand apart.
    left: Option<f64>,
    pitch: Option<f64>,
}

impl Body {
    pub(super) fn next_page(&mut self) {
        self.new_page = true;
    }

    pub(super) fn line(&mut self, line: Line) {
        let new_page = std::mem::take(&mut self.new_page);
        match &mut self.open {
            Some(open) if open.goes_on(&line, new_page) => open.add(line, new_page),
            _ => {
                self.close();
                self.open = Some(Open {
                    text: line.text.clone(),
                    first: line.clone(),
                    last: line,
                    lines: 1,
                    left: None,
                    pitch: None,
                });
            }
        }
    }

    pub(super) fn item(&mut self, item: Item) {
        self.close();
        self.entries.push(Entry::Item(item));
    }

    pub(super) fn grid(&mut self, grid: Grid) {
        self.close();
        self.entries.push(Entry::Grid(grid));
    }

    /// The table that everything so far ends with.
    pub(super) fn last_grid(&mut self) -> Option<&mut Grid> {
        match (self.open.is_none(), self.entries.last_mut()) {
            (true, Some(Entry::Grid(grid))) => Some(grid),
            _ => None,
        }
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.entries.push(Entry::Item(Item::line(&open.text, None)));
        }
    }

    pub(super) fn finish(mut self) -> Vec<Item> {
        self.close();
        let mut items = Vec::new();
        for entry in self.entries {
            match entry {
                Entry::Item(item) => items.push(item),
                // A box around text.
                Entry::Grid(grid) if grid.edges.len() < 3 => {
                    let filled = grid.cells.iter().filter(|cell| !cell.text.is_empty());
                    items.extend(filled.map(|cell| Item::line(&cell.text, None)));
                }
                Entry::Grid(grid) => items.push(super::table_item(grid.into_table())),
            }
        }
        items
    }
}

impl Open {
    fn goes_on(&self, next: &Line, new_page: bool) -> bool {
        let (last, size) = (&self.last, self.last.size);
        if (next.size - size).abs() > 0.1 * size
            || last.text.contains('\t')
            || next.text.contains('\t')
        {
            return false;
        }
        if !new_page && last.column == next.column {
            let pitch = next.baseline - last.baseline;
            let usual = self.pitch.unwrap_or(size * 2.6);
            if pitch > usual * 1.25 || pitch < 0.0 {
                return false;
            }
        }
        if self.is_title(next) {
            return true;
        }
        self.was_wrapped(next) && !self.begins_anew(next) && !self.is_heading_end(next)
    }

    /// Whether the next line's beginning had no room on this line.
    fn was_wrapped(&self, next: &Line) -> bool {
        let (left, right) = self.last.margin;
        let piece = unbreakable(&next.text) * self.last.size;
        let broad = right - left > 12.0 * self.last.size;
        broad && self.last.right + piece > right - 0.35 * self.last.size
    }

    fn begins_anew(&self, next: &Line) -> bool {
        let size = self.last.size;
        // Pages and columns may begin elsewhere: only how far a line is set in counts.
        let inset = |line: &Line| line.left - line.margin.0;
        let next_inset = inset(next);
        match self.left {
            Some(left) => (next_inset - left).abs() > 0.8 * size,
            None => {
                let step = next_inset - inset(&self.first);
                let both = step.abs() <= 0.5 * size && next_inset > 1.2 * size;
                let hangs =
                    step > 0.5 * size && !(is_ordinal(&self.first.text) && step < 4.0 * size);
                both || hangs
            }
        }
    }

    fn is_heading_end(&self, next: &Line) -> bool {
        is_ordinal(&next.text) && self.last.text.ends_with(ENDS)
    }

    /// Whether both are lines of one title: large, in the middle, and not of full width.
    fn is_title(&self, next: &Line) -> bool {
        let centre =
            |line: &Line| (line.left + line.right) / 2.0 - (line.margin.0 + line.margin.1) / 2.0;
        let centred = |line: &Line| {
            centre(line).abs() < line.size && line.left - line.margin.0 > 2.0 * line.size
        };
        let large = self.last.size >= 15.5 && self.lines < 4;
        large
            && centred(&self.last)
            && centred(next)
            && !self.last.text.ends_with(ENDS)
            && !is_ordinal(&next.text)
    }

    fn add(&mut self, line: Line, new_page: bool) {
        self.text.push_str(joint(&self.text, &line.text));
        self.text.push_str(&line.text);
        if self.lines >= 1 && self.left.is_none() {
            self.left = Some(line.left - line.margin.0);
        }
        if !new_page && line.column == self.last.column {
            self.pitch = Some(line.baseline - self.last.baseline);
        }
        self.lines += 1;
        self.last = line;
    }
}

/// What belongs between two lines that are put together.
pub(super) fn joint(before: &str, after: &str) -> &'static str {
    let (Some(last), Some(next)) = (before.chars().last(), after.chars().next()) else {
        return "";
    };
    let letters = last.is_ascii_alphabetic() || last == ',';
    if letters && next.is_ascii_alphanumeric()
        || last.is_ascii_digit() && next.is_ascii_alphabetic()
    {
        " "
    } else {
        ""
    }
}

/// The width of a line's beginning that is not broken, in sizes of its font.
fn unbreakable(text: &str) -> f64 {
    let mut width = 0.0;
    let mut before: Option<char> = None;
    for character in text.chars() {
        let narrow = character.is_ascii_alphanumeric() || character == '.';
        let goes_on = match before {
            None => true,
            Some(last) => {
                let in_word = (last.is_ascii_alphanumeric() || last == '.') && narrow;
                let opened = matches!(last, '（' | '《' | '“' | '‘' | '【' | '〔' | '(');
                in_word || opened || CLOSING.contains(&character)
            }
        };
        if !goes_on || width > 20.0 {
            break;
        }
        width += if character.is_ascii() { 0.55 } else { 1.0 };
        before = Some(character);
    }
    width
}

/// Whether a line begins as headings and items of lists do.
pub(super) fn is_ordinal(text: &str) -> bool {
    // Some programs write the radical for one (⼀) in place of the numeral.
    let text: String = text.chars().take(8).map(fold).collect();
    let bare = text.trim_start_matches(['（', '(', '第']);
    let bracketed = bare.len() < text.len();
    let numerals = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let after = bare.trim_start_matches(numerals);
    let count = bare.chars().count() - after.chars().count();
    let marks: &[char] = if bracketed {
        &['）', ')', '部', '章']
    } else {
        &['、', '.', '．', '）', ')']
    };
    let decimal = after.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    (1..=3).contains(&count) && after.starts_with(marks) && !decimal
        || text.starts_with([
            '①', '②', '③', '④', '⑤', '⑥', '⑴', '⑵', '⑶', '㈠', '㈡', '㈢', '●', '■', '◆', '•',
        ])
}
