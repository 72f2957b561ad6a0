//! A document as one stream of values with the letters that stand between them.

pub(super) mod alone;
pub(super) mod chunk;
pub mod counters;
pub mod field;
mod foreign;
pub(super) mod halves;
pub(super) mod named_cells;
mod openers;
mod ordinals;
mod remarks;
mod split_labels;
pub mod value;

pub use value::{Gap, Value};

use super::{folds::Folds, similar};
use crate::{
    document::{BlockId, Cell, Document, Grid, Part},
    facts::State,
    text::{
        Folded, Span,
        character::{is_han, is_letter},
        edges::{is_page_edge, is_running_title, is_surrounding},
        label::letters,
    },
};
use field::Event;
use foreign::foreign;
use openers::openers;
use remarks::{is_debris, is_note, is_remark, words};
use split_labels::is_inside_label;
use std::collections::HashSet;

/// The longest tail of a gap that is kept, in letters. The labels of a whole table
/// have 330.
const LONGEST_GAP: usize = 360;

/// A document as values and the gaps before them; the last gap stands after the last value.
#[derive(Debug, Clone, Default)]
pub struct Stream {
    /// The values in reading order.
    pub values: Vec<Value>,
    /// For each value the gap before it, and one gap more.
    pub gaps: Vec<Gap>,
    /// The values of rows whose cells were told each with the name of its column, in a sentence or not.
    pub told: HashSet<usize>,
    /// Whether nearly all values outside grids have lines of their own, so that numbers in one line are one cell.
    pub celled: bool,
}

impl Stream {
    /// Reads the whole document.
    #[must_use]
    pub fn new(document: &Document, folds: &Folds) -> Self {
        let mut stream = Self {
            values: Vec::new(),
            gaps: vec![Gap::default()],
            told: HashSet::new(),
            celled: false,
        };
        let mut grids = 0;
        let mut open = true;
        let openers = openers(document);
        let ordinals = ordinals::alone(document);
        let counters = counters::of_grids(document);
        for part in document.parts() {
            match part {
                Part::Paragraph { block, .. } if openers.contains(block) => {}
                Part::Paragraph { block, .. } if ordinals.contains(block) => {
                    stream.words(folds.block(*block), *block);
                }
                Part::Paragraph { block, .. } => {
                    stream.line(document, folds, *block, open);
                    open = !document.quote(document.block(*block)).ends_with('|');
                }
                Part::Grid(grid) => {
                    stream.grid(document, (grid, grids), &counters[grids], &ordinals);
                    grids += 1;
                    open = true;
                }
                Part::Picture { .. } => {}
            }
        }
        stream.drop_values(&counters::of_columns(
            document,
            &stream.values,
            &stream.gaps,
        ));
        let named = |at: usize| {
            let letters = &stream.gaps[at].letters;
            !letters.is_empty() && !similar::is_unit(letters)
        };
        let counters = counters::values(&stream.values, named);
        stream.drop_values(&counters);
        stream.complete_labels(document);
        stream.celled = alone::is_celled(document, &stream.values);
        let pages = alone::pages(document, &stream);
        stream.drop_values(&pages);
        stream
    }

    /// Gives the numbers that labels have inside, where a line begins or ends with one, back to their labels.
    fn complete_labels(&mut self, document: &Document) {
        let mut dropped = HashSet::new();
        for (at, value) in self.values.iter().enumerate() {
            let digits = value.digits.as_deref().unwrap_or_default();
            let behind = &mut self.gaps[at..at + 2];
            if is_inside_label(&behind[0].letters, digits, &behind[1].letters) {
                behind[1]
                    .letters
                    .insert_str(0, &letters(document.quote(value.span)));
                dropped.insert(at);
            }
        }
        self.drop_values(&dropped);
    }

    /// Takes out values that are none, so that the letters around them stand together.
    fn drop_values(&mut self, dropped: &HashSet<usize>) {
        if dropped.is_empty() {
            return;
        }
        let mut gaps = std::mem::take(&mut self.gaps).into_iter();
        self.gaps.extend(gaps.next());
        let values = std::mem::take(&mut self.values);
        for (at, (value, gap)) in values.into_iter().zip(gaps).enumerate() {
            if !dropped.contains(&at) {
                self.values.push(value);
                self.gaps.push(gap);
            } else if !gap.letters.is_empty() {
                let block = gap.block.unwrap_or_default();
                self.letters(gap.letters, gap.end, block);
            }
        }
    }

    /// Forgets what stands from byte `end` on.
    pub(super) fn cut(&mut self, end: usize) {
        let left = self.values.partition_point(|value| value.span.start < end);
        self.values.truncate(left);
        self.gaps.truncate(left + 1);
    }

    /// Forgets the values in some stretches, with the letters before them.
    pub(super) fn leave_out(&mut self, stretches: &[Span]) {
        if stretches.is_empty() {
            return;
        }
        let inside = |value: &Value| {
            stretches
                .iter()
                .any(|span| span.range().contains(&value.span.start))
        };
        let kept: Vec<bool> = self.values.iter().map(|value| !inside(value)).collect();
        let mut keeps = kept.iter();
        self.values.retain(|_| keeps.next() == Some(&true));
        let mut keeps = kept.iter();
        self.gaps.retain(|_| keeps.next() != Some(&false));
    }

    fn line(&mut self, document: &Document, folds: &Folds, block: BlockId, open: bool) {
        let span = document.block(block);
        if span.is_empty() {
            self.push(Event::no_number(State::Blank, span), block, None);
            if let Some(value) = self.values.last_mut() {
                value.is_empty_line = true;
            }
            return;
        }
        let line = document.quote(span);
        if is_running_title(line) || is_surrounding(line) {
            return;
        }
        let folded = folds.block(block);
        let behind_value = self.gaps.last().is_some_and(|gap| gap.letters.is_empty());
        if behind_value && is_note(folded.text()) {
            return;
        }
        if field::is_wordy(folded.text()) && !folded.text().contains('|') {
            self.words(folded, block);
            return;
        }
        if is_page_edge(document.quote(span)) && !alone::is_row(document, self.gaps.last(), block) {
            return;
        }
        for event in field::events(document.quote(span), span.start, open) {
            self.event(event, block, None);
        }
    }

    fn grid(
        &mut self,
        document: &Document,
        (grid, number): (&Grid, usize),
        counters: &HashSet<usize>,
        ordinals: &HashSet<BlockId>,
    ) {
        let counts =
            |cell: &&Cell| !counters.contains(&cell.column) && !ordinals.contains(&cell.block);
        for cells in grid.cells.chunk_by(|one, other| one.row == other.row) {
            let cells: Vec<&Cell> = cells.iter().filter(counts).collect();
            self.row(document, &cells, number);
        }
    }

    fn row(&mut self, document: &Document, cells: &[&Cell], number: usize) {
        let text = |cell: &Cell| document.quote(document.block(cell.block));
        let mut begun = !cells.iter().any(|cell| text(cell).chars().any(is_han));
        let read = |cell: &&Cell| field::cell_events(text(cell), document.block(cell.block).start);
        let events: Vec<Vec<Event>> = cells.iter().map(read).collect();
        let words: Vec<Option<String>> = events.iter().map(|events| words(events)).collect();
        let foreign = foreign(&words);
        for (at, (cell, events)) in cells.iter().zip(events).enumerate() {
            let span = document.block(cell.block);
            let place = Some((number, cell.row, cell.column));
            if text(cell).trim().is_empty() {
                if begun {
                    self.push(Event::no_number(State::Blank, span), cell.block, place);
                }
                continue;
            }
            begun = true;
            let place_of = |value: &Value| value.cell.map(|(grid, row, _)| (grid, row));
            let valued = self.values.last().is_some_and(|last| {
                place_of(last) == Some((number, cell.row)) && last.number.is_some()
            });
            if self.has_number((number, cell.row)) && is_remark(&events) {
                continue;
            }
            if foreign.contains(&at) || valued && is_debris(text(cell), &events) {
                self.push(Event::no_number(State::Unreadable, span), cell.block, place);
                continue;
            }
            for event in events {
                self.event(event, cell.block, place);
            }
        }
    }

    /// Whether a number was read in a row of a grid.
    fn has_number(&self, row: (usize, usize)) -> bool {
        let within = |value: &&Value| value.cell.map(|(grid, row, _)| (grid, row)) == Some(row);
        let mut values = self.values.iter().rev().take_while(within);
        values.any(|value| value.number.is_some())
    }

    /// A line that has letters only. “元” alone is the unit of the amount before it, unless its other half stands before that.
    fn words(&mut self, line: &Folded, block: BlockId) {
        let text = named(line.text());
        let mut letters = text.char_indices().filter(|(_, c)| is_letter(*c));
        let Some((last, character)) = letters.next_back() else {
            return;
        };
        let end = last + character.len_utf8();
        let letters: String = text[..end].chars().filter(|&c| is_letter(c)).collect();
        let from = line.text().len() - text.len();
        let span = line.origin(from + last..from + end);
        let unparted = self.gaps.last().is_some_and(|gap| gap.letters.is_empty());
        if letters == "元"
            && unparted
            && let Some(last) = self.values.len().checked_sub(1)
            && !self.is_split_unit(last)
        {
            let yuan = &mut self.values[last].yuan;
            *yuan = yuan.or(Some(1));
        }
        self.letters(letters, span.end, block);
    }

    /// Whether the letters before a value begin with the half of 万元 that is set above the other.
    fn is_split_unit(&self, value: usize) -> bool {
        self.gaps[value].letters.starts_with('万')
    }

    fn letters(&mut self, letters: String, end: usize, block: BlockId) {
        let Some(gap) = self.gaps.last_mut() else {
            return;
        };
        gap.end = end;
        gap.block = Some(block);
        if gap.letters.is_empty() {
            gap.letters = letters;
        } else {
            gap.letters.push_str(&letters);
        }
        if gap.letters.len() > LONGEST_GAP * 6 {
            let mut tail = gap.letters.char_indices().rev();
            let cut = tail.nth(LONGEST_GAP).map_or(0, |(at, _)| at);
            gap.letters.drain(..cut);
        }
    }

    fn event(&mut self, event: Event, block: BlockId, cell: Option<(usize, usize, usize)>) {
        match event {
            Event::Letters { letters, span } => self.letters(letters, span.end, block),
            value @ Event::Value { .. } => self.push(value, block, cell),
        }
    }

    fn push(&mut self, event: Event, block: BlockId, cell: Option<(usize, usize, usize)>) {
        if let Event::Value {
            state,
            number,
            digits,
            guess,
            yuan,
            span,
        } = event
        {
            let split = yuan == Some(1) && self.is_split_unit(self.values.len());
            let yuan = yuan.filter(|_| !split);
            self.values.push(Value {
                state,
                number,
                digits,
                guess,
                yuan,
                span,
                block,
                cell,
                is_empty_line: false,
            });
            self.gaps.push(Gap::default());
        }
    }
}

/// What a line may name of a table: of a sentence that lists several things only the last, as it is no head.
fn named(line: &str) -> &str {
    if !line.trim_end().ends_with('。') {
        return line;
    }
    let (before, last) = line.split_at(line.rfind(['、', '和', '及', '与']).unwrap_or_default());
    if before.contains('、') { last } else { line }
}
