//! Properties of characters and paragraphs, from the pages that hold them ([MS-DOC] 2.9.33, 2.9.174).

use super::{
    rows::RowShape,
    sprm::{self, op},
};
use crate::{
    ingest::compound::container::{u16_at, u32_at},
    text::order::Order,
};

/// The bytes of a page of properties, and the most runs that one has room for.
const PAGE: usize = 512;
const MOST_RUNS: usize = 101;

/// The most bytes of properties that stand outside of pages: a row of 63 cells has some two thousand.
const MOST_ELSEWHERE: usize = 4096;

/// A stretch of the stream with its properties.
#[derive(Debug)]
pub(super) struct Run<T> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) properties: T,
}

/// All runs, in the order of the stream.
pub(super) struct Runs<T>(Vec<Run<T>>);

impl<T> Runs<T> {
    /// The run in which an offset lies.
    pub(super) fn at(&self, offset: usize) -> Option<&Run<T>> {
        let after = self.0.partition_point(|run| run.start <= offset);
        let run = self.0[..after].last()?;
        (offset < run.end).then_some(run)
    }

    /// Where the first run behind an offset begins.
    pub(super) fn next(&self, offset: usize) -> usize {
        let after = self.0.partition_point(|run| run.start <= offset);
        self.0.get(after).map_or(usize::MAX, |run| run.start)
    }
}

/// How a character is shown.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Character {
    /// Hidden, or deleted under tracked changes.
    pub(super) hidden: bool,
    /// Not itself, but a sign for something else.
    pub(super) special: bool,
    /// A sign for data that are not shown.
    pub(super) data: bool,
    /// Set high (`true`) or low.
    pub(super) script: Option<bool>,
    /// The character of a symbol font that it stands for.
    pub(super) symbol: u16,
}

impl Character {
    /// Applies one operation.
    pub(super) fn apply(&mut self, code: u16, operand: &[u8]) {
        match code {
            op::VANISH | op::DELETED => self.hidden |= sprm::on(operand),
            op::SPECIAL => self.special = sprm::on(operand),
            op::DATA => self.data = sprm::on(operand),
            op::SYMBOL => self.symbol = u16_at(operand, 2).unwrap_or(0),
            op::SCRIPT => {
                self.script = match operand.first() {
                    Some(1) => Some(true),
                    Some(2) => Some(false),
                    _ => None,
                }
            }
            _ => {}
        }
    }
}

/// How a paragraph is shown.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    pub(super) style: u16,
    pub(super) in_table: bool,
    pub(super) row_end: bool,
    pub(super) depth: u32,
    pub(super) inner_cell: bool,
    pub(super) inner_row_end: bool,
    /// The number of the list's use; zero says that there is none.
    pub(super) list: Option<u16>,
    pub(super) level: Option<u8>,
    pub(super) outline: Option<u8>,
    /// The shape of the row that ends here.
    pub(super) row: Option<Box<RowShape>>,
}

impl Paragraph {
    /// Applies a group of operations, and those that it names in the stream `data`.
    pub(super) fn apply_group(&mut self, group: &[u8], data: &[u8]) {
        for (code, operand) in sprm::each(group) {
            if op::ELSEWHERE.contains(&code) {
                for (code, operand) in sprm::each(elsewhere(operand, data)) {
                    self.apply(code, operand);
                }
            } else {
                self.apply(code, operand);
            }
        }
    }

    /// Applies one operation.
    pub(super) fn apply(&mut self, code: u16, operand: &[u8]) {
        match code {
            op::STYLE => self.style = u16_at(operand, 0).unwrap_or(0),
            op::LEVEL => self.level = operand.first().map(|&level| level.min(8)),
            op::LIST => self.list = u16_at(operand, 0),
            op::OUTLINE => self.outline = operand.first().copied(),
            op::IN_TABLE => self.in_table = sprm::on(operand),
            op::ROW_END => self.row_end = sprm::on(operand),
            op::DEPTH => self.depth = u32_at(operand, 0).unwrap_or(0),
            op::INNER_CELL => self.inner_cell = sprm::on(operand),
            op::INNER_ROW_END => self.inner_row_end = sprm::on(operand),
            op::TABLE | op::HEADER_ROW | op::VERTICAL_MERGE | op::MERGE => {
                self.row.get_or_insert_default().apply(code, operand);
            }
            _ => {}
        }
    }

    /// How many tables the paragraph stands in.
    pub(super) fn tables(&self) -> u32 {
        match self.in_table {
            true => self.depth.max(1),
            false => 0,
        }
    }
}

fn elsewhere<'d>(operand: &[u8], data: &'d [u8]) -> &'d [u8] {
    let at = u32_at(operand, 0).unwrap_or(u32::MAX) as usize;
    let length = u16_at(data, at).map_or(0, usize::from).min(MOST_ELSEWHERE);
    let start = at.saturating_add(2).min(data.len());
    &data[start..(start + length).min(data.len())]
}

/// The properties of all characters.
pub(super) fn characters(stream: &[u8], table: &[u8]) -> Runs<Character> {
    runs(stream, table, 1, |page, at| {
        let mut character = Character::default();
        let start = usize::from(*page.get(at)?) * 2;
        if start > 0 {
            let length = usize::from(*page.get(start)?);
            let group = page.get(start + 1..(start + 1 + length).min(PAGE))?;
            for (code, operand) in sprm::each(group) {
                character.apply(code, operand);
            }
        }
        Some(character)
    })
}

/// The style of a paragraph and the operations upon it.
pub(super) type Direct = (u16, Vec<u8>);

/// The direct properties of all paragraphs, as they stand.
pub(super) fn paragraphs(stream: &[u8], table: &[u8]) -> Runs<Direct> {
    runs(stream, table, 13, |page, at| {
        let start = usize::from(*page.get(at)?) * 2;
        if start == 0 {
            return Some((0, Vec::new()));
        }
        let words = usize::from(*page.get(start)?);
        let (start, length) = match words {
            0 => (start + 2, usize::from(*page.get(start + 1)?) * 2),
            words => (start + 1, words * 2 - 1),
        };
        let bytes = page.get(start..(start + length).min(PAGE))?;
        Some((u16_at(bytes, 0)?, bytes.get(2..)?.to_vec()))
    })
}

/// Reads all pages that a table names. No page is read twice, for a file has each once.
fn runs<T>(
    stream: &[u8],
    table: &[u8],
    width: usize,
    read: impl Fn(&[u8], usize) -> Option<T>,
) -> Runs<T> {
    let count = table.len().saturating_sub(4) / 8;
    let mut numbers: Vec<usize> = (0..count)
        .filter_map(|at| u32_at(table, (count + 1) * 4 + at * 4))
        .map(|number| (number & 0x3f_ffff) as usize)
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    let pages = numbers
        .into_iter()
        .filter_map(|number| stream.get(number * PAGE..(number + 1) * PAGE));
    let mut runs = Vec::new();
    for page in pages {
        let count = usize::from(page[PAGE - 1]).min(MOST_RUNS);
        for at in 0..count {
            let (Some(start), Some(end)) = (u32_at(page, at * 4), u32_at(page, at * 4 + 4)) else {
                break;
            };
            if let Some(properties) = read(page, (count + 1) * 4 + at * width) {
                let (start, end) = (start as usize, end as usize);
                runs.push(Run {
                    start,
                    end,
                    properties,
                });
            }
        }
    }
    runs.order_by_key(|run| run.start);
    Runs(runs)
}
