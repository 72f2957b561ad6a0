//! Lines of text that are rows of a table, cut at tabs or bars.

mod spare;
mod widths;

use super::Draft;
use crate::document::{BlockId, Cell, Grid, GridSource};
pub(super) use spare::drop_spare_columns;
use widths::Widths;

/// What stands between the cells of a row: a bar, or the upright line of a drawn table.
const BARS: [char; 2] = ['|', '│'];

/// How Markdown writes a line break inside a cell.
const LINE_BREAKS: [&str; 3] = ["<br>", "<br/>", "<br />"];

/// What stands around a table.
#[derive(Debug)]
pub(super) struct Around<'a> {
    /// The line behind it.
    pub(super) next: Option<&'a str>,
    /// The width of the table before.
    pub(super) before: usize,
    /// Whether the text keeps the place of blank cells between tabs.
    pub(super) keeps_blanks: bool,
}

/// A line that may be a row of a table.
#[derive(Debug)]
pub(super) struct Row<'a> {
    /// The whole line.
    pub(super) line: &'a str,
    /// The character that it is cut at.
    cut: char,
    cells: Vec<&'a str>,
    /// Whether a bar stands before the first cell, as in Markdown.
    framed: bool,
}

impl Row<'_> {
    /// Whether both are cut in the same manner and can stand in one table.
    pub(super) fn is_like(&self, other: &Row<'_>) -> bool {
        let as_wide = || self.cells.len() == other.cells.len() + 1;
        let begins_blank = !self.framed && other.framed && (as_wide() || other.has_numbers_only());
        let same = self.framed == other.framed || begins_blank;
        self.cut == other.cut && (same || self.is_blank() || other.is_blank())
    }

    /// Whether the row ends with numbers alone, so that tabs that are missing behind them stood before blank cells.
    fn has_value(&self) -> bool {
        let is_number = |cell: &str| !cell.is_empty() && cell.chars().all(char::is_numeric);
        let is_word = |cell: &str| !is_number(cell) && cell.chars().any(char::is_alphanumeric);
        let mut cells = self.cells.iter().skip(1);
        self.cut == '\t' && cells.any(|cell| is_number(cell)) && !cells.any(|cell| is_word(cell))
    }

    /// Whether there are several numbers and no words in the row.
    fn has_numbers_only(&self) -> bool {
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty());
        let is_number = |cell: &&str| cell.chars().all(char::is_numeric);
        filled.clone().count() > 1 && filled.all(is_number)
    }

    /// Whether the row begins with a label.
    fn is_labelled(&self) -> bool {
        let first = self.cells.iter().find(|cell| !cell.is_empty());
        first.is_some_and(|cell| !cell.chars().all(char::is_numeric))
    }

    /// Whether the row names columns: words alone, none of them with an ordinal.
    fn is_head(&self) -> bool {
        let counted = |cell: &str| cell.chars().nth(1).is_some_and(|c| matches!(c, '、' | '.'));
        let named = |cell: &&&str| cell.starts_with(char::is_alphabetic) && !counted(cell);
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty()).peekable();
        filled.next().as_ref().is_some_and(named)
            && filled.peek().is_some()
            && filled.all(|cell| named(&cell))
    }

    /// Whether a cell between two numbers is blank, as where blank cells stand for nothing.
    fn has_gap(&self) -> bool {
        let number = |cell: &&str| !cell.is_empty() && cell.chars().all(char::is_numeric);
        let numbers = self.cells.iter().position(number)..self.cells.iter().rposition(number);
        let (Some(first), Some(last)) = (numbers.start, numbers.end) else {
            return false;
        };
        self.cells[first..last].iter().any(|cell| cell.is_empty())
    }

    /// Whether nothing stands in the row, so that its first bar may be a frame or close a cell.
    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.is_empty())
    }
}

/// The line as a row, if it can be one: prose with a tab after its ordinal and lines that
/// merely end in bars cannot.
pub(super) fn row(line: &str) -> Option<Row<'_>> {
    if line.contains('\t') {
        return tabbed(line);
    }
    let bar = line.chars().find(|c| BARS.contains(c));
    match bar {
        Some(bar) => barred(line, bar),
        None => drawn_rule(line),
    }
}

/// A line of nothing but drawn lines, as between the rows of a table that a terminal shows.
fn drawn_rule(line: &str) -> Option<Row<'_>> {
    let whole = line.trim();
    let drawn = whole.chars().count() > 2 && whole.chars().all(is_drawn);
    drawn.then(|| Row {
        line,
        cut: '│',
        cells: vec![whole],
        framed: true,
    })
}

/// Whether a character is one that tables are drawn with.
fn is_drawn(character: char) -> bool {
    matches!(character, '\u{2500}'..='\u{257f}')
}

fn tabbed(line: &str) -> Option<Row<'_>> {
    let cells: Vec<&str> = line.split('\t').map(cell).collect();
    let mut filled = cells.iter().filter(|cell| !cell.is_empty());
    let possible = match (filled.next(), filled.next(), filled.next()) {
        (None, ..) => cells.len() > 2,
        // Indented prose; with tabs behind it, a cell alone in its row, if it is no sentence.
        (Some(first), None, _) => {
            !first.contains('。') && cells.last().is_some_and(|last| last.is_empty())
        }
        (Some(first), Some(second), None) => {
            !(is_ordinal(first) || is_prose(first) || is_prose(second))
        }
        (Some(_), Some(_), Some(_)) => true,
    };
    possible.then_some(Row {
        line,
        cut: '\t',
        cells,
        framed: false,
    })
}

fn barred(line: &str, bar: char) -> Option<Row<'_>> {
    let whole = line.trim();
    let inner = whole.strip_prefix(bar);
    let framed = inner.is_some_and(|inner| inner.contains(bar));
    let is_blank = whole.chars().all(|c| c == bar || c.is_whitespace());
    let inner = inner.filter(|_| !is_blank).unwrap_or(whole);
    let inner = inner.strip_suffix(bar).unwrap_or(inner);
    let cells: Vec<&str> = inner.split(bar).map(|text| strong(cell(text))).collect();
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    (framed || filled > 1 || filled == 1 && cells.len() > 2).then_some(Row {
        line,
        cut: bar,
        cells,
        framed,
    })
}

/// The text of a cell; nothing where a program has written that it is blank.
fn cell(text: &str) -> &str {
    let text = text.trim();
    if matches!(text, "NaN" | "nan" | "None" | "null") {
        return "";
    }
    text
}

fn is_ordinal(text: &str) -> bool {
    let bare = text.trim_matches([
        '(', ')', '（', '）', '.', '、', '．', '-', '•', '·', '*', '第', '条', '●', '■', '◆',
    ]);
    text.chars().count() <= 6
        && (bare.is_empty()
            || (bare != text
                && bare
                    .chars()
                    .all(|c| c.is_ascii_digit() || "〇零一二三四五六七八九十百".contains(c))))
}

fn is_prose(text: &str) -> bool {
    text.chars().nth(80).is_some() || text.ends_with(['。', '；', '：', ':'])
}

/// A line alone with more cells than this has lost the ends of its rows.
const MOST_CELLS: usize = 48;

/// Whether lines that follow each other are a table.
pub(super) fn is_grid(run: &[Row<'_>]) -> bool {
    let columns = run.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let filled = |row: &Row<'_>| row.cells.iter().filter(|cell| !cell.is_empty()).count();
    let fullest = run.iter().map(filled).max().unwrap_or(0);
    match run {
        [] => false,
        // A whole report in one line is no row.
        [row] => {
            columns > 2 && (row.framed || row.cut == '\t') && (2..=MOST_CELLS).contains(&fullest)
        }
        _ => columns > 1 && fullest > 1,
    }
}

/// Whether a line goes on with the values of the line before, and does not begin with the ordinal of a label.
fn goes_on(line: &str) -> bool {
    let figure = |c: char| c.is_numeric() || ",，.".contains(c);
    let (line, ordinal) = (line.trim_start(), |c| matches!(c, '.' | '、' | '．'));
    let behind = line.trim_start_matches(figure);
    let labelled = behind.starts_with(char::is_alphabetic) || behind.starts_with(ordinal);
    line.starts_with(figure) && !labelled
}

/// Adds the table and gives its width. Rules between Markdown rows and tabs behind the last text of all rows are left
/// out. Rows that were cut off at their end are as wide as the table before, of which a label alone in its line may have
/// parted them.
pub(super) fn write(draft: &mut Draft, run: &[Row<'_>], around: &Around<'_>) -> usize {
    let rows: Vec<&Row<'_>> = run.iter().filter(|row| !is_rule(row)).collect();
    let widths = Widths::of(&rows, around);
    let mut widest = widths.columns;
    let mut cells = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let behind = rows.get(at + 1).map(|row| row.line).or(around.next);
        let (texts, width) = widths.texts(row, behind);
        widest = widest.max(width);
        for (column, text) in texts.enumerate() {
            if !draft.takes(1, text.len()) {
                continue;
            }
            cells.push(Cell {
                block: block(draft, text),
                row: at,
                column,
                rows: 1,
                columns: 1,
                header: false,
            });
        }
    }
    if let Some(bottom) = cells.last() {
        draft.builder.grid(Grid {
            source: GridSource::Lines,
            rows: bottom.row + 1,
            columns: widest,
            cells,
        });
    }
    widest.max(widths.before)
}

/// The text of a cell, with breaks for the marks of breaks.
fn block(draft: &mut Draft, text: &str) -> BlockId {
    if !text.contains('<') {
        return draft.builder.block(text);
    }
    let tags = LINE_BREAKS.iter();
    draft
        .builder
        .block(&tags.fold(text.to_owned(), |text, tag| text.replace(tag, "\n")))
}

/// Whether the row only draws a line, as under a Markdown table's head.
fn is_rule(row: &Row<'_>) -> bool {
    let dashes = |cell: &str| cell.contains('-') && cell.bytes().all(|byte| b"-: ".contains(&byte));
    let drawn = |cell: &&str| cell.len() > 1 && (dashes(cell) || cell.chars().all(is_drawn));
    row.cut != '\t' && row.cells.iter().all(drawn)
}

/// A line or a cell without the asterisks that make the whole of it bold in Markdown.
pub(super) fn strong(line: &str) -> &str {
    line.strip_prefix("**")
        .and_then(|rest| rest.strip_suffix("**"))
        .map(str::trim)
        .filter(|inner| !inner.is_empty() && !inner.contains('*'))
        .unwrap_or(line)
}
