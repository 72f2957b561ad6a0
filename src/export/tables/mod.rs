//! The tables as they were read, laid out as the official form lays them out.

mod cells;

use super::{
    sheet::{Content, GROUP, Look, RED_INK, Sheet},
    words::Words,
};
use crate::view::{Fact, Report, Table, TableRow};
use std::collections::HashMap;

/// Where quantities stand in the workbook, as formulas name the place.
pub(super) type Places = HashMap<String, String>;

/// Words of the official form, which exists in Chinese only.
const NOTE: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
const APPLICANTS: &str = "申请人情况";
const ORGANISATIONS: &str = "法人或其他组织";
const CONTENT: &str = "信息内容";
/// The heads over table four: text, row, column, rows, columns.
const LITIGATION: [(&str, [usize; 4]); 4] = [
    ("行政复议", [0, 0, 0, 4]),
    ("行政诉讼", [0, 5, 0, 14]),
    ("未经复议直接起诉", [1, 5, 1, 9]),
    ("复议后起诉", [1, 10, 1, 14]),
];

/// The items of article twenty that table two reports on.
const ARTICLES: [(&str, &str); 8] = [
    ("rules", "一"),
    ("normative", "一"),
    ("licensing", "五"),
    ("other_services", "五"),
    ("penalty", "六"),
    ("coercion", "六"),
    ("fees", "八"),
    ("procurement", "九"),
];

const VALUE: Look = Look {
    centred: true,
    ruled: true,
    ..Look::PLAIN
};
const REMARK: Look = Look {
    ink: Some(RED_INK),
    ..Look::PLAIN
};

/// The sheet of one table.
pub(super) fn sheet(report: &Report, table: &Table, words: &Words, places: &mut Places) -> Sheet {
    let facts: HashMap<&str, &Fact> = report
        .facts
        .iter()
        .map(|fact| (fact.id.as_str(), fact))
        .collect();
    let mut maker = Maker {
        sheet: Sheet::new(&table.title, &[]),
        table,
        words,
        facts,
        places,
        used: [false; 4],
    };
    maker.sheet.title(&table.title);
    let status = (words.book.status)(table.status);
    maker.sheet.push([(Content::text(status), REMARK)]);
    match (table.id, table.columns.len(), table.rows.len()) {
        ("t2", ..) => maker.disclosure(),
        ("t3", 7, _) => maker.requests(),
        ("t4", 5, 3) => maker.litigation(),
        _ => maker.general(),
    }
    maker.legend();
    maker.sheet
}

struct Maker<'a> {
    sheet: Sheet,
    table: &'a Table,
    words: &'a Words,
    facts: HashMap<&'a str, &'a Fact>,
    places: &'a mut Places,
    used: [bool; 4],
}

impl<'a> Maker<'a> {
    /// Table two: a block for each item of article twenty.
    fn disclosure(&mut self) {
        let widest = self
            .table
            .rows
            .iter()
            .map(|row| columns(row).len())
            .max()
            .unwrap_or(1);
        self.sheet.widths = vec![22.0];
        self.sheet.widths.extend(std::iter::repeat_n(20.0, widest));
        self.sheet.widths.push(44.0);
        let mut last = (None, Vec::new());
        for row in &self.table.rows {
            let block = (article(row), columns(row));
            if block != last {
                let top = self.sheet.next();
                if let Some(item) = block.0 {
                    let text = format!("第二十条第（{item}）项");
                    let look = Look::CELL.filled(GROUP).centred();
                    self.sheet
                        .set_wide([top, 0, top, widest], Content::text(text), look);
                }
                self.heads(CONTENT, &block.1, widest);
                last = block;
            }
            let at = self.sheet.next();
            self.label(at, row);
            self.spread(at, row, &last.1, widest);
            self.remark(at, widest + 1, row);
        }
    }

    /// The heads of a block, the last of them as wide as the table.
    fn heads(&mut self, first: &str, columns: &[usize], widest: usize) {
        let at = self.sheet.next();
        self.sheet.set(at, 0, Content::text(first), Look::COLUMN);
        for (place, &column) in columns.iter().enumerate() {
            let right = if place + 1 == columns.len() {
                widest
            } else {
                place + 1
            };
            let text = Content::text(&self.table.columns[column]);
            self.sheet
                .set_wide([at, place + 1, at, right], text, Look::COLUMN);
        }
    }

    /// The values of a row, the last of them as wide as the table.
    fn spread(&mut self, at: usize, row: &TableRow, columns: &[usize], widest: usize) {
        for (place, &column) in columns.iter().enumerate() {
            let right = if place + 1 == columns.len() {
                widest
            } else {
                place + 1
            };
            let (content, look) = self.value(row, column);
            self.sheet
                .set_wide([at, place + 1, at, right], content, look);
            self.note_place(row, column, at, place + 1);
        }
    }

    /// Table three: seven columns under three rows of heads.
    fn requests(&mut self) {
        self.sheet.widths = vec![50.0];
        self.sheet.widths.extend([11.0; 7]);
        self.sheet.widths.push(44.0);
        let top = self.sheet.next();
        let look = Look {
            bold: false,
            ..Look::COLUMN
        };
        self.sheet
            .set_wide([top, 0, top + 2, 0], Content::text(NOTE), look);
        self.sheet
            .set_wide([top, 1, top, 7], Content::text(APPLICANTS), Look::COLUMN);
        let names = &self.table.columns;
        let organisations = Content::text(ORGANISATIONS);
        self.sheet
            .set_wide([top + 1, 2, top + 1, 6], organisations, Look::COLUMN);
        for (at, name) in names.iter().enumerate() {
            let above = if at == 0 || at == 6 { top + 1 } else { top + 2 };
            let area = [above, at + 1, top + 2, at + 1];
            self.sheet.set_wide(area, Content::text(name), Look::COLUMN);
        }
        self.sheet.fit(top + 2);
        self.sheet.frozen = (top + 3, 1);
        for row in &self.table.rows {
            self.plain_row(row, &(0..7).collect::<Vec<_>>(), None);
        }
    }

    /// Table four: one row of fifteen values under three rows of heads.
    fn litigation(&mut self) {
        self.sheet.widths = vec![10.0; 15];
        let top = self.sheet.next();
        for (text, [first, left, last, right]) in LITIGATION {
            let area = [top + first, left, top + last, right];
            self.sheet.set_wide(area, Content::text(text), Look::COLUMN);
        }
        for block in 0..3 {
            for (at, name) in self.table.columns.iter().enumerate() {
                let above = if block == 0 { top + 1 } else { top + 2 };
                let column = block * 5 + at;
                let area = [above, column, top + 2, column];
                self.sheet.set_wide(area, Content::text(name), Look::COLUMN);
            }
        }
        for (block, row) in self.table.rows.iter().enumerate() {
            for column in 0..5 {
                let (content, look) = self.value(row, column);
                self.sheet.set(top + 3, block * 5 + column, content, look);
                self.note_place(row, column, top + 3, block * 5 + column);
            }
        }
        for row in &self.table.rows {
            if let Some(text) = self.remark_of(row) {
                let text = format!("{}{}{text}", row.label, self.words.colon);
                self.sheet.push([(Content::text(text), REMARK)]);
            }
        }
    }

    /// Any other table: labels, units where they differ, values.
    fn general(&mut self) {
        let all: Vec<usize> = (0..self.table.columns.len()).collect();
        let mut units: Vec<&str> = self.facts_of().map(|fact| fact.unit).collect();
        units.sort_unstable();
        units.dedup();
        let unit = (units.len() > 1).then_some(1);
        let shift = unit.unwrap_or(0);
        self.sheet.widths = vec![60.0];
        self.sheet.widths.extend(unit.map(|_| 9.0));
        self.sheet
            .widths
            .extend(std::iter::repeat_n(14.0, all.len()));
        self.sheet.widths.push(44.0);
        let top = self.sheet.next();
        let item = if unit.is_some() {
            "统计指标"
        } else {
            self.words.book.item
        };
        self.sheet.set(top, 0, Content::text(item), Look::COLUMN);
        if unit.is_some() {
            self.sheet
                .set(top, 1, Content::text(self.words.book.unit), Look::COLUMN);
        }
        for &column in &all {
            let text = Content::text(&self.table.columns[column]);
            self.sheet.set(top, 1 + shift + column, text, Look::COLUMN);
        }
        self.sheet.fit(top);
        self.sheet.frozen = (top + 1, 1);
        for row in &self.table.rows {
            self.plain_row(row, &all, unit);
        }
    }

    fn facts_of(&self) -> impl Iterator<Item = &'a Fact> + '_ {
        let ids = self
            .table
            .rows
            .iter()
            .flat_map(|row| row.facts.iter().flatten());
        ids.filter_map(|id| self.facts.get(id.as_str()).copied())
    }

    /// A row with its label, perhaps its unit, and its values, each in its column.
    fn plain_row(&mut self, row: &TableRow, columns: &[usize], unit: Option<usize>) {
        let at = self.sheet.next();
        let shift = unit.unwrap_or(0);
        let width = columns.len() + shift;
        if row.facts.iter().all(Option::is_none) {
            for column in 1..=width {
                self.sheet
                    .set(at, column, Content::Empty, Look::CELL.filled(GROUP));
            }
            self.label(at, row);
            return;
        }
        self.label(at, row);
        if let Some(column) = unit {
            let fact = row
                .facts
                .iter()
                .flatten()
                .find_map(|id| self.facts.get(id.as_str()));
            let text = fact.map_or("", |fact| fact.unit);
            self.sheet.set(at, column, Content::text(text), VALUE);
        }
        for &column in columns {
            let (content, look) = self.value(row, column);
            self.sheet.set(at, 1 + shift + column, content, look);
            self.note_place(row, column, at, 1 + shift + column);
        }
        self.remark(at, width + 1, row);
    }
}

/// The columns in which a row has values.
fn columns(row: &TableRow) -> Vec<usize> {
    let filled = row
        .facts
        .iter()
        .enumerate()
        .filter(|(_, fact)| fact.is_some());
    filled.map(|(column, _)| column).collect()
}

/// The item of article twenty that a row of table two belongs to.
fn article(row: &TableRow) -> Option<&'static str> {
    let name = row.facts.iter().flatten().next()?.split('.').nth(1)?;
    ARTICLES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, item)| *item)
}
