//! The records of a workbook of 1997–2003, and the strings in them ([MS-XLS] 2.1.4, 2.5.293).

use crate::ingest::compound::container::u16_at;

/// Kinds of records.
pub(super) mod kind {
    pub(in crate::ingest::xls) const FORMULA: u16 = 0x0006;
    pub(in crate::ingest::xls) const END: u16 = 0x000a;
    pub(in crate::ingest::xls) const DATES: u16 = 0x0022;
    pub(in crate::ingest::xls) const PROTECTED: u16 = 0x002f;
    pub(in crate::ingest::xls) const CONTINUE: u16 = 0x003c;
    pub(in crate::ingest::xls) const OBJECT: u16 = 0x005d;
    pub(in crate::ingest::xls) const COLUMNS: u16 = 0x007d;
    pub(in crate::ingest::xls) const SHEET: u16 = 0x0085;
    pub(in crate::ingest::xls) const NUMBERS: u16 = 0x00bd;
    pub(in crate::ingest::xls) const RICH_TEXT: u16 = 0x00d6;
    pub(in crate::ingest::xls) const STYLE: u16 = 0x00e0;
    pub(in crate::ingest::xls) const MERGED: u16 = 0x00e5;
    pub(in crate::ingest::xls) const STRINGS: u16 = 0x00fc;
    pub(in crate::ingest::xls) const SHARED_TEXT: u16 = 0x00fd;
    pub(in crate::ingest::xls) const NUMBER: u16 = 0x0203;
    pub(in crate::ingest::xls) const TEXT: u16 = 0x0204;
    pub(in crate::ingest::xls) const TRUTH: u16 = 0x0205;
    pub(in crate::ingest::xls) const RESULT: u16 = 0x0207;
    pub(in crate::ingest::xls) const ROW: u16 = 0x0208;
    pub(in crate::ingest::xls) const PACKED: u16 = 0x027e;
    pub(in crate::ingest::xls) const FORMAT: u16 = 0x041e;
    /// The format record of the oldest files.
    pub(in crate::ingest::xls) const OLD_FORMAT: u16 = 0x001e;
    pub(in crate::ingest::xls) const BEGIN: u16 = 0x0809;
}

/// A record: its kind and its data.
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
}

/// The records of a stream, from an offset on.
pub(super) struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    pub(super) fn new(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }

    /// The kind of the record that comes next.
    fn peek(&self) -> Option<u16> {
        u16_at(self.stream, self.at)
    }

    /// The data of the records that go on with the last one, together with its own.
    pub(super) fn continued(&mut self, first: &'a [u8]) -> Vec<&'a [u8]> {
        let mut all = vec![first];
        while self.peek() == Some(kind::CONTINUE) {
            match self.next() {
                Some(record) => all.push(record.data),
                None => break,
            }
        }
        all
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let kind = u16_at(self.stream, self.at)?;
        let length = usize::from(u16_at(self.stream, self.at + 2)?);
        let start = self.at + 4;
        let data = self.stream.get(start..start + length)?;
        self.at = start + length;
        Some(Record { kind, data })
    }
}

/// Bytes that go on from record to record.
pub(super) struct Parts<'a> {
    parts: std::vec::IntoIter<&'a [u8]>,
    part: &'a [u8],
}

impl<'a> Parts<'a> {
    pub(super) fn new(parts: Vec<&'a [u8]>) -> Self {
        let mut parts = parts.into_iter();
        let part = parts.next().unwrap_or_default();
        Self { parts, part }
    }

    fn turn(&mut self) -> Option<()> {
        while self.part.is_empty() {
            self.part = self.parts.next()?;
        }
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        self.turn()?;
        let (&byte, rest) = self.part.split_first()?;
        self.part = rest;
        Some(byte)
    }

    pub(super) fn word(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub(super) fn double_word(&mut self) -> Option<u32> {
        Some(u32::from(self.word()?) | u32::from(self.word()?) << 16)
    }

    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            self.turn()?;
            let some = bytes.min(self.part.len());
            self.part = &self.part[some..];
            bytes -= some;
        }
        Some(())
    }

    /// A string of `length` characters with its flags, formats and readings; the latter two are passed over.
    pub(super) fn string(&mut self, length: usize) -> Option<String> {
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 {
            0
        } else {
            usize::from(self.word()?)
        };
        let readings = if flags & 4 == 0 {
            0
        } else {
            self.double_word()? as usize
        };
        let text = self.characters(length, flags & 1 != 0)?;
        self.skip(runs * 4)?;
        self.skip(readings)?;
        Some(text)
    }

    /// Characters of one or two bytes; where they go on in another record, it says anew which.
    fn characters(&mut self, mut length: usize, mut wide: bool) -> Option<String> {
        let mut units = Vec::with_capacity(length.min(1 << 15));
        while length > 0 {
            if self.part.is_empty() {
                self.turn()?;
                wide = self.byte()? & 1 != 0;
            }
            let width = if wide { 2 } else { 1 };
            let some = length.min(self.part.len() / width);
            if some == 0 {
                if !self.part.is_empty() {
                    return None;
                }
                continue;
            }
            let (bytes, rest) = self.part.split_at(some * width);
            if wide {
                let pairs = bytes.chunks_exact(2);
                units.extend(pairs.map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
            } else {
                units.extend(bytes.iter().map(|&byte| u16::from(byte)));
            }
            self.part = rest;
            length -= some;
        }
        Some(String::from_utf16_lossy(&units))
    }
}
