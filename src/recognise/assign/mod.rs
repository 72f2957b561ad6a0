//! Values to slots: plainly where their number fits, by the grid's head or by the form's sums where it does not.

pub(super) mod apart;
pub(super) mod blank_rows;
mod block;
mod by_columns;
mod columns;
mod continued;
mod damage;
mod doubt;
mod empty_rows;
mod order;
mod own_order;
mod plain;
mod totals;

use super::{
    align::Match,
    decide,
    held::Held,
    readings::Open,
    stream::{Stream, alone},
};
use crate::{
    document::Document,
    forms::{FEW_ROWS, Table},
};
use by_columns::{by_columns, has_own_order};
use columns::Heads;
use damage::{has_stray, is_summed, is_table_glued, loses_cells, tokens, values};
use own_order::Order;
pub(super) use plain::shares_lines;
use plain::{cut_off, is_full_with_pieces, is_last, plainly};
use std::ops::Range;
use totals::Totals;

/// What the slots of a table hold; nothing for slots whose rows were not found. Also the sums that
/// no way of reading the table satisfies, by their number in the form.
#[must_use]
pub(super) fn assign(
    document: &Document,
    stream: &Stream,
    table: &Table,
    matches: &[Match],
) -> (Vec<Option<Held>>, Vec<usize>) {
    let mut reading = Reading::new(document, stream, table, matches);
    for at in 0..matches.len() {
        reading.row(at);
    }
    reading.reopen();
    let Reading { mut held, open, .. } = reading;
    let refuted = decide::decide(stream, table, &mut held, &open);
    order::check(document, stream, table, matches, &mut held);
    empty_rows::fill(stream, table, matches, &mut held);
    (held, refuted)
}

/// A table whose rows are laid down one after the other.
struct Reading<'a> {
    document: &'a Document,
    stream: &'a Stream,
    table: &'a Table,
    matches: &'a [Match],
    /// Whether digits of neighbouring cells stand together.
    glued: bool,
    /// Whether cells are lost besides.
    lossy: bool,
    /// Whether most rows stand in a grid.
    gridded: bool,
    /// Whether labels and values stand apart from each other.
    apart: bool,
    /// Whether the columns stand in another order than the form's.
    reordered: bool,
    /// In lines, the order of the columns that the head names.
    order: Order,
    totals: Option<Totals>,
    heads: Heads<'a>,
    held: Vec<Option<Held>>,
    /// The rows that sums must decide.
    open: Vec<Open>,
}

impl<'a> Reading<'a> {
    fn new(
        document: &'a Document,
        stream: &'a Stream,
        table: &'a Table,
        matches: &'a [Match],
    ) -> Self {
        let glued = is_table_glued(document, stream, table, matches);
        let in_grid = |found: &&Match| stream.values[found.values.start].cell.is_some();
        Self {
            document,
            stream,
            table,
            matches,
            glued,
            lossy: glued && loses_cells(stream, table, matches),
            gridded: 2 * matches.iter().filter(in_grid).count() > matches.len(),
            apart: apart::is_apart(stream, table, matches),
            reordered: { matches.first() }
                .is_some_and(|found| has_own_order(document, stream, table, found.values.start)),
            order: Order::of(stream, table, matches),
            totals: Totals::of(stream, table, matches),
            heads: Heads::new(document, table),
            held: vec![None; table.slots.len()],
            open: Vec::new(),
        }
    }

    /// Lays down one row, or leaves it open.
    fn row(&mut self, at: usize) {
        let (document, stream, table) = (self.document, self.stream, self.table);
        let matches = self.matches;
        let found = &matches[at];
        let slots = found.slots(table);
        let totals = self.totals.filter(|_| found.labelled);
        if let Some(total) = totals.and_then(|totals| totals.place(&found.values)) {
            self.held[slots.start] = Some(Held::plain(&stream.values[total]));
            return;
        }
        let values = values(document, stream, table, found);
        let free = self.around(at);
        let row = (&values, &slots);
        let apart = self.apart && !apart::is_beside(stream, table, found);
        if apart || self.is_doubtful(row) {
            self.open.push(Open::unread(slots, values));
            return;
        }
        if self.reordered {
            if !self.by_columns(row) {
                self.open.push(Open::unread(slots, values));
            }
            return;
        }
        if self.order != Order::Usual {
            self.in_own_order(values, slots);
            return;
        }
        let read = || continued::read(document, stream, table, row, free.clone());
        let short = || continued::short(document, stream, table, row, &free);
        if let Some(open) = read().or_else(short) {
            self.open.push(open);
            return;
        }
        let stripped = values.len() < found.values.len();
        if stripped && self.by_columns((&found.values, &slots)) {
            return;
        }
        if found.rows.len() > FEW_ROWS && values.len() == slots.len() {
            let rows = found.rows.clone();
            block::lay_down(stream, table, rows, values.start, &mut self.held);
        } else if plainly(stream, &values, &slots, self.glued, &mut self.held) {
            if let Some(last) = continued::last(document, stream, table, row, free) {
                self.held[slots.end - 1] = Some(last);
            }
        } else if !self.by_columns(row)
            && (self.glued
                || is_last(table, found)
                || !cut_off(stream, &values, &slots, &mut self.held))
        {
            self.leave_open(values, slots);
        }
    }

    /// The values between the row before and the row behind.
    fn around(&self, at: usize) -> Range<usize> {
        let before = at.checked_sub(1).map(|before| &self.matches[before].values);
        let behind = self.matches.get(at + 1).map(|behind| &behind.values);
        before.map_or(0, |values| values.end)
            ..behind.map_or(self.stream.values.len(), |values| values.start)
    }

    /// Whether a value of the row may be a page number, or the row was put together from pieces.
    fn is_doubtful(&self, row: (&Range<usize>, &Range<usize>)) -> bool {
        let (document, stream, table) = (self.document, self.stream, self.table);
        let (values, slots) = row;
        let read = (table, self.matches);
        let page = || alone::ends_with_page(document, &stream.values[values.clone()], slots.len());
        self.gridded && page()
            || doubt::ends_with_page(document, stream, read, row)
            || doubt::has_lost_cell(stream, read, row)
            || doubt::has_other_unit(stream, table, row)
            || doubt::is_under_other_head(stream, table, row)
            || doubt::may_be_page(document, stream, read, values)
            || doubt::is_patched(stream, table, row)
    }

    /// Lays the row down in the order that the head names, where it has a value for each slot.
    fn in_own_order(&mut self, values: Range<usize>, slots: Range<usize>) {
        match &self.order {
            Order::Own(order) if values.len() == slots.len() => {
                for (at, value) in order.iter().zip(values) {
                    self.held[slots.start + at] = Some(Held::plain(&self.stream.values[value]));
                }
            }
            _ => self.open.push(Open::unread(slots, values)),
        }
    }

    /// Lays the row down as the head of its grid says.
    fn by_columns(&mut self, (values, slots): (&Range<usize>, &Range<usize>)) -> bool {
        let Self { table, heads, .. } = self;
        by_columns(
            self.document,
            self.stream,
            (table, heads),
            values,
            slots,
            &mut self.held,
        )
    }

    /// Leaves to the sums what the row holds.
    fn leave_open(&mut self, values: Range<usize>, slots: Range<usize>) {
        let (stream, table) = (self.stream, self.table);
        let strays = self.glued && has_stray(stream, &values, slots.len())
            || is_full_with_pieces(stream, &values, slots.len());
        let unsure = self.lossy && values.len() < slots.len() && !is_summed(table, &slots);
        let tokens = tokens(self.document, stream, &values).filter(|_| !strays && !unsure);
        self.open.push(match tokens {
            Some(tokens) => Open::new(slots, values, tokens, table, self.glued),
            None => Open::unread(slots, values),
        });
    }

    /// Opens the rows again that were laid down a column beside their own.
    fn reopen(&mut self) {
        let (stream, table) = (self.stream, self.table);
        for found in self.matches {
            let slots = found.slots(table);
            if doubt::is_shifted(table, &slots, &self.held) {
                let tokens = tokens(self.document, stream, &found.values).unwrap_or_default();
                let open = Open::new(slots, found.values.clone(), tokens, table, self.glued);
                self.open.push(open);
            }
        }
    }
}
