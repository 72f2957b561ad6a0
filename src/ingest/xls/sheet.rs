//! The cells of a sheet and what they show.

use super::records::{Parts, Record, Records};
use super::{Globals, Place, kind, narrow};
use crate::ingest::{
    compound::container::{u16_at, u32_at},
    workbook::{Area, MOST_MARKS, Sheet, SheetCell},
};

/// Reads the sheet that begins at its place.
pub(super) fn read(bytes: &[u8], place: &Place, globals: &Globals) -> Sheet {
    let mut reader = Reader {
        globals,
        sheet: Sheet {
            name: place.name.clone(),
            ..Sheet::default()
        },
        waiting: None,
    };
    let mut records = Records::new(bytes, place.start);
    let mut depth = 0_usize;
    loop {
        let Some(record) = records.next() else {
            // The stream breaks off inside the sheet.
            reader.sheet.cut = true;
            break;
        };
        match record.kind {
            kind::BEGIN => depth += 1,
            kind::END if depth <= 1 => break,
            kind::END => depth -= 1,
            // Charts have records of their own between their beginning and end.
            _ if depth != 1 => {}
            _ => {
                if reader.record(&record, &mut records).is_none() {
                    continue;
                }
                if reader.sheet.cut {
                    break;
                }
            }
        }
    }
    reader.sheet
}

struct Reader<'g> {
    globals: &'g Globals,
    sheet: Sheet,
    /// A formula whose text comes in the next record.
    waiting: Option<(u32, u32, u16)>,
}

impl Reader<'_> {
    /// Takes a record; nothing where it is too short.
    fn record(&mut self, record: &Record<'_>, records: &mut Records<'_>) -> Option<()> {
        let data = record.data;
        match record.kind {
            kind::ROW => {
                let hidden = u32_at(data, 12)? & 0x20 != 0;
                if hidden && self.sheet.hidden_rows.len() < MOST_MARKS {
                    self.sheet.hidden_rows.insert(u16_at(data, 0)?.into());
                }
            }
            kind::COLUMNS => {
                let hidden = u16_at(data, 8)? & 1 != 0 || u16_at(data, 4)? == 0;
                if hidden && self.sheet.hidden_columns.len() < 256 {
                    let columns = (u16_at(data, 0)?.into(), u16_at(data, 2)?.into());
                    self.sheet.hidden_columns.push(columns);
                }
            }
            kind::MERGED => self.merged(data)?,
            kind::OBJECT => {
                let picture = u16_at(data, 0)? == 0x15 && u16_at(data, 4)? == 8;
                if picture && self.sheet.pictures.len() < MOST_MARKS {
                    self.sheet.pictures.push(String::new());
                }
            }
            kind::RESULT => {
                let (row, column, style) = self.waiting.take()?;
                let text = self.text(records, data, 0)?;
                self.put(row, column, style, text);
            }
            _ => self.cell(record, records)?,
        }
        Some(())
    }

    fn merged(&mut self, data: &[u8]) -> Option<()> {
        let count = usize::from(u16_at(data, 0)?);
        for at in 0..count {
            let value = |field: usize| u16_at(data, 2 + at * 8 + field * 2).map(u32::from);
            let area = Area {
                rows: (value(0)?, value(1)?),
                columns: (value(2)?, value(3)?),
            };
            if area.rows.0 <= area.rows.1
                && area.columns.0 <= area.columns.1
                && self.sheet.merged.len() < MOST_MARKS
            {
                self.sheet.merged.push(area);
            }
        }
        Some(())
    }

    /// Takes a record of one or several cells.
    fn cell(&mut self, record: &Record<'_>, records: &mut Records<'_>) -> Option<()> {
        let data = record.data;
        let place = || {
            Some((
                u16_at(data, 0)?.into(),
                u16_at(data, 2)?.into(),
                u16_at(data, 4)?,
            ))
        };
        match record.kind {
            kind::NUMBER => {
                let (row, column, style) = place()?;
                self.number(row, column, style, double(data, 6)?);
            }
            kind::PACKED => {
                let (row, column, style) = place()?;
                self.number(row, column, style, packed(u32_at(data, 6)?));
            }
            kind::NUMBERS => {
                let (row, first, _) = place()?;
                let count = data.len().saturating_sub(6) / 6;
                for at in 0..count {
                    let style = u16_at(data, 4 + at * 6)?;
                    let value = packed(u32_at(data, 6 + at * 6)?);
                    self.number(row, first + at as u32, style, value);
                }
            }
            kind::SHARED_TEXT => {
                let (row, column, style) = place()?;
                let text = self.globals.strings.get(u32_at(data, 6)? as usize)?.clone();
                self.put(row, column, style, text);
            }
            kind::TEXT | kind::RICH_TEXT => {
                let (row, column, style) = place()?;
                let text = self.text(records, data, 6)?;
                self.put(row, column, style, text);
            }
            kind::TRUTH => {
                let (row, column, style) = place()?;
                let text = truth(*data.get(6)?, data.get(7) == Some(&1));
                self.put(row, column, style, text.to_owned());
            }
            kind::FORMULA => {
                let (row, column, style) = place()?;
                self.formula(row, column, style, data.get(6..14)?);
            }
            _ => {}
        }
        Some(())
    }

    /// What a formula came to: a number, or a mark and what it is.
    fn formula(&mut self, row: u32, column: u32, style: u16, result: &[u8]) {
        self.waiting = None;
        if result[6..8] != [0xff, 0xff] {
            if let Some(value) = double(result, 0) {
                self.number(row, column, style, value);
            }
            return;
        }
        match result[0] {
            0 => self.waiting = Some((row, column, style)),
            mark @ (1 | 2) => {
                let text = truth(result[2], mark == 2);
                self.put(row, column, style, text.to_owned());
            }
            _ => {}
        }
    }

    /// A string with its length in two bytes before it; its end may stand in further records.
    fn text(&self, records: &mut Records<'_>, data: &[u8], at: usize) -> Option<String> {
        let length = usize::from(u16_at(data, at)?);
        let rest = data.get(at + 2..)?;
        if !self.globals.modern {
            return Some(narrow(&rest[..length.min(rest.len())]));
        }
        let mut parts = vec![rest];
        parts.extend(records.continued(&[]));
        Parts::new(parts).string(length)
    }

    fn number(&mut self, row: u32, column: u32, style: u16, value: f64) {
        let format = self
            .globals
            .styles
            .get(usize::from(style))
            .map(|style| &style.format);
        let text = match format {
            Some(format) => format.show(value, self.globals.late),
            None => crate::ingest::workbook::general(value),
        };
        self.put(row, column, style, text);
    }

    fn put(&mut self, row: u32, column: u32, style: u16, text: String) {
        let style = self.globals.styles.get(usize::from(style));
        let ruled = style.is_some_and(|style| style.ruled);
        self.sheet.take(SheetCell {
            row,
            column,
            text,
            ruled,
        });
    }
}

fn double(data: &[u8], at: usize) -> Option<f64> {
    let bytes = data.get(at..at + 8)?;
    Some(f64::from_le_bytes(bytes.try_into().ok()?))
}

/// A number packed into four bytes: a whole number or the upper half of a fraction, perhaps a hundred times too large.
fn packed(value: u32) -> f64 {
    let number = if value & 2 == 0 {
        f64::from_bits(u64::from(value & !3) << 32)
    } else {
        f64::from(value.cast_signed() >> 2)
    };
    if value & 1 == 0 {
        number
    } else {
        number / 100.0
    }
}

/// A truth value or an error, as it is shown.
fn truth(value: u8, error: bool) -> &'static str {
    match (error, value) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0f) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1d) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, _) => "#N/A",
    }
}
