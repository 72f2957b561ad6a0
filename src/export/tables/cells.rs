//! The cells of a table: what they hold, how they are marked, what the marks mean.

use super::{Maker, REMARK, VALUE};
use crate::{
    export::{
        package::sheet_name,
        printed,
        sheet::{AMBER, BLUE, Content, GREY, GROUP, Look, RED, RED_INK, address, units},
    },
    view::TableRow,
};

/// How a value may look, and which of these occur in a table: the order of [`Words`]' legend.
const LEGEND: [u32; 4] = [RED, AMBER, BLUE, GREY];

const LABEL: Look = Look {
    wrap: true,
    ruled: true,
    ..Look::PLAIN
};

impl Maker<'_> {
    pub(super) fn label(&mut self, at: usize, row: &TableRow) {
        let group = row.facts.iter().all(Option::is_none);
        let look = Look {
            indent: row.level.min(8),
            bold: group,
            fill: group.then_some(GROUP),
            ..LABEL
        };
        self.sheet.set(at, 0, Content::text(&row.label), look);
        let room = self.sheet.widths[0] - 2.0 * f64::from(row.level);
        let lines = (units(&row.label) / room).ceil();
        if lines > 1.0 {
            self.sheet.heights.push((at, lines * 15.0 + 2.0));
        }
    }

    /// A value as it was read, marked where it is not plainly so.
    pub(super) fn value(&mut self, row: &TableRow, column: usize) -> (Content, Look) {
        let id = row.facts.get(column).and_then(Option::as_deref);
        let Some(fact) = id.and_then(|id| self.facts.get(id)) else {
            return (Content::Empty, Look::CELL.filled(GROUP));
        };
        let wrong = row.recomputed.get(column).is_some_and(Option::is_some);
        let mark = match fact.state {
            _ if wrong => Some(0),
            "unreadable" | "missing" => Some(1),
            _ if fact.inferred => Some(2),
            "blank" | "not-applicable" => Some(3),
            _ => None,
        };
        let look = Look {
            fill: mark.map(|mark| LEGEND[mark]),
            bold: wrong,
            italic: fact.inferred,
            ink: wrong.then_some(RED_INK),
            ..VALUE
        };
        if let Some(mark) = mark {
            self.used[mark] = true;
        }
        let content = match &fact.value {
            Some(value) => Content::Number(value.clone()),
            None => Content::text(printed(fact)),
        };
        (content, look)
    }

    pub(super) fn note_place(&mut self, row: &TableRow, column: usize, at: usize, place: usize) {
        if let Some(id) = row.facts.get(column).and_then(Option::as_ref) {
            let sheet = sheet_name(&self.sheet.name).replace('\'', "''");
            self.places
                .insert(id.clone(), format!("'{sheet}'!{}", address(at, place)));
        }
    }

    /// What the sums say of a row where they differ from what is printed.
    pub(super) fn remark_of(&self, row: &TableRow) -> Option<String> {
        let remark = |(column, sum): (usize, &Option<String>)| {
            let fact = row.facts[column]
                .as_deref()
                .and_then(|id| self.facts.get(id))?;
            let name = &self.table.columns[column];
            Some((self.words.book.recomputed)(
                name,
                printed(fact),
                sum.as_deref()?,
            ))
        };
        let remarks: Vec<String> = row
            .recomputed
            .iter()
            .enumerate()
            .filter_map(remark)
            .collect();
        (!remarks.is_empty()).then(|| remarks.join("；"))
    }

    pub(super) fn remark(&mut self, at: usize, column: usize, row: &TableRow) {
        if let Some(text) = self.remark_of(row) {
            self.sheet.set(at, column, Content::text(text), REMARK);
        }
    }

    /// What the colours mean, as far as they occur.
    pub(super) fn legend(&mut self) {
        if self.used.contains(&true) {
            self.sheet.skip();
        }
        for (at, fill) in LEGEND
            .into_iter()
            .enumerate()
            .filter(|&(at, _)| self.used[at])
        {
            let text = Content::text(self.words.book.legend[at]);
            // In narrow columns the text runs on over its neighbours.
            let look = Look::PLAIN.filled(fill);
            self.sheet.push([(text, look)]);
        }
    }
}
