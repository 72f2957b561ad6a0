//! Workbooks of Excel 97–2003 and of WPS (`.xls`, `.et`), from their binary form ([MS-XLS]); also those of Excel 5 and 95.

mod records;
mod sheet;

use self::records::{Parts, Record, Records, kind};
use super::{
    Error,
    compound::container::{Stream, u16_at, u32_at},
    encoding, refusal,
    sniff::Kind,
    workbook::{self, Format},
};
use crate::document::{self, Document};
use std::collections::HashMap;

/// The version of Excel 97 and later.
const EXCEL_97: u16 = 0x0600;

/// The most sheets that are read.
const MOST_SHEETS: usize = 100;

/// The most strings that are taken.
const MOST_STRINGS: usize = 200_000;

/// What all sheets share.
#[derive(Default)]
struct Globals {
    /// Whether strings are written as Excel 97 writes them.
    modern: bool,
    /// Whether days count from 1904.
    late: bool,
    strings: Vec<String>,
    formats: HashMap<u16, String>,
    styles: Vec<Style>,
    sheets: Vec<Place>,
}

/// How a cell is shown.
#[derive(Clone)]
struct Style {
    format: Format,
    ruled: bool,
}

/// A sheet: its name and where its records begin.
struct Place {
    name: String,
    start: usize,
}

/// Reads the stream of a workbook.
///
/// # Errors
/// Where it is protected, of Excel 4 or earlier, or damaged.
pub(super) fn read(stream: &Stream, name: Option<&str>) -> Result<Document, Error> {
    let bytes = stream.bytes.as_slice();
    let globals = globals(bytes)?;
    if globals.sheets.is_empty() {
        return Err(damaged());
    }
    let sheets = globals.sheets.iter().map(|place| {
        let mut sheet = sheet::read(bytes, place, &globals);
        sheet.cut |= stream.cut;
        sheet
    });
    Ok(workbook::write(sheets, document::Format::Xls, name))
}

/// Reads everything before the first sheet.
fn globals(bytes: &[u8]) -> Result<Globals, Error> {
    let mut records = Records::new(bytes, 0);
    let mut globals = Globals::default();
    let mut styles = Vec::new();
    match records.next() {
        Some(Record {
            kind: kind::BEGIN,
            data,
        }) => {
            globals.modern = u16_at(data, 0) == Some(EXCEL_97);
        }
        _ => return Err(damaged()),
    }
    while let Some(record) = records.next() {
        let data = record.data;
        match record.kind {
            kind::END => break,
            kind::PROTECTED => return Err(refusal::protected()),
            kind::DATES => globals.late = u16_at(data, 0) == Some(1),
            kind::SHEET => globals.sheet(data),
            kind::FORMAT | kind::OLD_FORMAT => {
                if let (Some(number), Some(code)) = (u16_at(data, 0), globals.string(data, 2)) {
                    globals.formats.insert(number, code);
                }
            }
            kind::STYLE => styles.push((u16_at(data, 2).unwrap_or(0), ruled(data))),
            kind::STRINGS => globals.strings = strings(&mut Parts::new(records.continued(data))),
            _ => {}
        }
    }
    let style = |(number, ruled)| Style {
        format: match globals.formats.get(&number) {
            Some(code) => Format::new(code),
            None => Format::built_in(number),
        },
        ruled,
    };
    globals.styles = styles.into_iter().map(style).collect();
    Ok(globals)
}

/// Whether a style of Excel 97 draws a line at a side of its cells.
fn ruled(data: &[u8]) -> bool {
    data.len() >= 20 && u16_at(data, 10).is_some_and(|sides| sides != 0)
}

fn strings(parts: &mut Parts<'_>) -> Vec<String> {
    let mut strings = Vec::new();
    let _ = parts.double_word();
    let count = parts.double_word().unwrap_or(0) as usize;
    for _ in 0..count.min(MOST_STRINGS) {
        let Some(length) = parts.word() else { break };
        let Some(text) = parts.string(length.into()) else {
            break;
        };
        strings.push(text);
    }
    strings
}

impl Globals {
    /// Notes a worksheet that is shown; charts and macros have no cells.
    fn sheet(&mut self, data: &[u8]) {
        let (Some(start), Some([visible, sort, length])) = (u32_at(data, 0), data.get(4..7)) else {
            return;
        };
        if visible & 3 != 0 || *sort != 0 || self.sheets.len() == MOST_SHEETS {
            return;
        }
        let name = if self.modern {
            Parts::new(vec![&data[7..]]).string(usize::from(*length))
        } else {
            data.get(7..7 + usize::from(*length)).map(narrow)
        };
        self.sheets.push(Place {
            name: name.unwrap_or_default(),
            start: start as usize,
        });
    }

    /// A string with its length before it, in two bytes; in one in the formats of Excel 95.
    fn string(&self, data: &[u8], at: usize) -> Option<String> {
        if self.modern {
            let length = usize::from(u16_at(data, at)?);
            Parts::new(vec![data.get(at + 2..)?]).string(length)
        } else {
            let length = usize::from(*data.get(at)?);
            data.get(at + 1..at + 1 + length).map(narrow)
        }
    }
}

/// Text of the time before Unicode; in China it was GBK.
fn narrow(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.is_ascii() => text.to_owned(),
        _ => encoding::gbk(bytes),
    }
}

fn damaged() -> Error {
    refusal::damaged(Kind::Compound)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).expect("a short record");
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    }

    /// Row, column and style of a cell, and what follows.
    fn cell(row: u8, column: u8, rest: &[u8]) -> Vec<u8> {
        [&[row, 0, column, 0, 0, 0][..], rest].concat()
    }

    #[test]
    fn a_workbook_of_excel_95_is_read() {
        // GBK: 收到 and 办结.
        let (received, done) = (b"\xca\xd5\xb5\xbd", b"\xb0\xec\xbd\xe1");
        let chart = [record(kind::BEGIN, &[0; 4]), record(kind::END, &[])].concat();
        let sheet = [
            record(kind::BEGIN, &[0, 5, 0x10, 0]),
            // A chart among the cells has records of its own.
            chart,
            record(kind::TEXT, &cell(0, 0, &[&[4, 0][..], received].concat())),
            record(kind::NUMBER, &cell(0, 1, &505.0_f64.to_le_bytes())),
            record(kind::TEXT, &cell(1, 0, &[&[4, 0][..], done].concat())),
            // 12.34 as a whole number a hundred times too large.
            record(
                kind::PACKED,
                &cell(1, 1, &(1234_u32 << 2 | 3).to_le_bytes()),
            ),
            record(kind::END, &[]),
        ]
        .concat();
        let head = |start: u32| {
            let place = [&start.to_le_bytes()[..], &[0, 0, 4], received].concat();
            let globals = [
                record(kind::BEGIN, &[0, 5, 5, 0]),
                record(kind::FORMAT, b"\xa4\x00\x040.00"),
                record(kind::STYLE, &[0, 0, 0xa4, 0, 0, 0]),
                record(kind::SHEET, &place),
                record(kind::END, &[]),
            ];
            globals.concat()
        };
        let start = u32::try_from(head(0).len()).expect("a short head");
        let bytes = [head(start), sheet].concat();
        let document = read(&Stream { bytes, cut: false }, None).expect("a workbook");
        assert_eq!(document.text(), "收到\n505.00\n办结\n12.34\n");
        assert!(!document.is_cut());
    }
}
