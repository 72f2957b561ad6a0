//! How wide the rows of a table in plain text are.

use super::{Around, Row, goes_on};

/// How wide the rows of a table are.
pub(super) struct Widths {
    /// Whether the rows stand between bars.
    framed: bool,
    pub(super) columns: usize,
    /// The width of the table before, of which this one may be the rest.
    pub(super) before: usize,
    /// Whether some rows are wider than others. Where all are equally wide, the last columns may be a sheet's that are not
    /// used.
    ragged: bool,
    keeps_blanks: bool,
}

impl Widths {
    pub(super) fn of(rows: &[&Row<'_>], around: &Around<'_>) -> Self {
        let filled = rows.iter().find(|row| !row.is_blank());
        let mut widths = Self {
            framed: filled.is_some_and(|row| row.framed),
            columns: 0,
            before: around.before,
            ragged: rows
                .windows(2)
                .any(|two| two[0].cells.len() != two[1].cells.len()),
            keeps_blanks: around.keeps_blanks,
        };
        let last = |row: &&Row<'_>| match row.cut {
            '\t' => row.cells.iter().rposition(|cell| !cell.is_empty()),
            _ => (row.cells.len() + widths.indent(row)).checked_sub(1),
        };
        widths.columns = rows.iter().filter_map(last).max().map_or(0, |at| at + 1);
        if rows.iter().any(|row| row.is_head()) {
            widths.before = 0;
        }
        widths
    }

    /// How many cells a row begins behind the others: a bar before it closes the first cell of a table without frame.
    fn indent(&self, row: &Row<'_>) -> usize {
        usize::from(!self.framed && row.framed && !row.is_blank())
    }

    /// Whether the blank cells at the end of a row may have been cut off with their tabs.
    fn is_trimmed(&self, row: &Row<'_>, behind: Option<&str>) -> bool {
        self.keeps_blanks && row.has_value() && behind.map_or(row.has_gap(), |line| !goes_on(line))
    }

    /// The cells of a row, and how wide the table is at least because of it.
    pub(super) fn texts<'a>(
        &self,
        row: &'a Row<'_>,
        behind: Option<&str>,
    ) -> (impl Iterator<Item = &'a str>, usize) {
        let trimmed = self.is_trimmed(row, behind);
        let whole = match trimmed && row.is_labelled() {
            true => self.columns.max(self.before),
            false => self.columns,
        };
        let kept = self.ragged && row.has_value() && row.cells.ends_with(&["", ""]);
        let own = if kept { row.cells.len() } else { 0 };
        let frame = usize::from(self.framed && row.is_blank());
        let texts = std::iter::repeat_n("", self.indent(row))
            .chain(row.cells.iter().skip(frame).copied())
            .chain(std::iter::repeat_n("", if trimmed { whole } else { 0 }))
            .take(whole.max(own));
        (texts, if trimmed { whole.max(own) } else { own })
    }
}
