//! The file system inside a compound file ([MS-CFB]), read leniently.
//!
//! Own code, because files that were cut off in transit must still give what is left of them, and because every chain
//! of sectors must be bounded: no sector is visited more often than the file has sectors.

/// Entries of a directory that are looked at. A document has some twenty.
const MOST_ENTRIES: usize = 4096;

/// The bytes of a directory entry.
const ENTRY: usize = 128;

/// The end of a chain, and all other special values above it.
const FIRST_SPECIAL: u32 = 0xffff_fffa;

/// A compound file and its list of streams.
pub(in crate::ingest) struct Container<'a> {
    bytes: &'a [u8],
    sector: usize,
    mini_sector: usize,
    cutoff: usize,
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    mini_stream: Vec<u8>,
    entries: Vec<Entry>,
}

/// What a stream holds, as far as the file has it.
pub(in crate::ingest) struct Stream {
    /// The bytes.
    pub(in crate::ingest) bytes: Vec<u8>,
    /// Whether the file ends, or its chain breaks, before the stream does.
    pub(in crate::ingest) cut: bool,
}

struct Entry {
    name: String,
    start: u32,
    size: usize,
}

impl<'a> Container<'a> {
    /// Opens a file; nothing where its header or its directory cannot be read.
    pub(in crate::ingest) fn open(bytes: &'a [u8]) -> Option<Self> {
        let shift = |at| u16_at(bytes, at).map(usize::from);
        let (sector, mini) = (shift(0x1e)?, shift(0x20)?);
        if !matches!(sector, 7..=16) || mini > sector {
            return None;
        }
        let mut container = Self {
            bytes,
            sector: 1 << sector,
            mini_sector: 1 << mini,
            cutoff: u32_at(bytes, 0x38)? as usize,
            fat: Vec::new(),
            mini_fat: Vec::new(),
            mini_stream: Vec::new(),
            entries: Vec::new(),
        };
        container.fat = container.read_fat()?;
        let directory = container.chain(u32_at(bytes, 0x30)?, usize::MAX);
        container.read_directory(&directory.bytes, shift(0x1a)? < 4)?;
        let mini_fat = container.chain(u32_at(bytes, 0x3c)?, usize::MAX);
        container.mini_fat = words(&mini_fat.bytes);
        Some(container)
    }

    /// Whether there is a stream or a folder of this name, anywhere.
    pub(in crate::ingest) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name)
    }

    /// The first stream of this name.
    pub(in crate::ingest) fn stream(&self, name: &str) -> Option<Stream> {
        let entry = self.entries.iter().find(|entry| entry.name == name)?;
        Some(if entry.size < self.cutoff {
            self.mini_chain(entry.start, entry.size)
        } else {
            self.chain(entry.start, entry.size)
        })
    }

    /// The table that says which sector follows which.
    fn read_fat(&self) -> Option<Vec<u32>> {
        let bound = self.bytes.len() / self.sector + 1;
        let mut sectors: Vec<u32> = (0..109)
            .map_while(|at| u32_at(self.bytes, 0x4c + at * 4))
            .collect();
        let mut next = u32_at(self.bytes, 0x44)?;
        for _ in 0..bound {
            let Some(sector) = self.sector(next) else {
                break;
            };
            let mut more = words(sector);
            next = more.pop().unwrap_or(FIRST_SPECIAL);
            sectors.extend(more);
        }
        let used = sectors
            .into_iter()
            .filter(|&sector| sector < FIRST_SPECIAL)
            .take(bound);
        let mut fat = Vec::new();
        for at in used {
            match self.sector(at) {
                Some(sector) => fat.extend(words(sector)),
                // Keeps the numbers of the entries behind a lost sector.
                None => fat.resize(fat.len() + self.sector / 4, FIRST_SPECIAL),
            }
            if fat.len() > bound {
                break;
            }
        }
        (!fat.is_empty()).then_some(fat)
    }

    /// The bytes of a sector, fewer where the file ends inside it.
    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        if number >= FIRST_SPECIAL {
            return None;
        }
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let end = start.saturating_add(self.sector).min(self.bytes.len());
        self.bytes
            .get(start..end)
            .filter(|sector| !sector.is_empty())
    }

    fn chain(&self, start: u32, size: usize) -> Stream {
        let mut bytes = Vec::new();
        let mut next = start;
        // A chain that is longer than the file goes in circles.
        for _ in 0..=self.bytes.len() / self.sector {
            let Some(sector) = self.sector(next) else {
                break;
            };
            bytes.extend_from_slice(sector);
            if bytes.len() >= size || sector.len() < self.sector {
                break;
            }
            next = self
                .fat
                .get(next as usize)
                .copied()
                .unwrap_or(FIRST_SPECIAL);
        }
        finish(bytes, size)
    }

    fn mini_chain(&self, start: u32, size: usize) -> Stream {
        let mut bytes = Vec::new();
        let mut next = start as usize;
        // A chain that gives more than there is goes in circles.
        while bytes.len() < size.min(self.mini_stream.len()) {
            let from = next.saturating_mul(self.mini_sector);
            let to = from
                .saturating_add(self.mini_sector)
                .min(self.mini_stream.len());
            let Some(sector) = self.mini_stream.get(from..to) else {
                break;
            };
            if sector.is_empty() {
                break;
            }
            bytes.extend_from_slice(sector);
            match self.mini_fat.get(next) {
                Some(&number) if number < FIRST_SPECIAL => next = number as usize,
                _ => break,
            }
        }
        finish(bytes, size)
    }

    /// Takes the entries and the stream of small streams, which the root holds.
    fn read_directory(&mut self, directory: &[u8], short_sizes: bool) -> Option<()> {
        for entry in directory.chunks_exact(ENTRY).take(MOST_ENTRIES) {
            let start = u32_at(entry, 0x74)?;
            let low = u32_at(entry, 0x78)? as usize;
            let high = if short_sizes { 0 } else { u32_at(entry, 0x7c)? };
            let size = if high == 0 { low } else { usize::MAX };
            match entry[0x42] {
                5 => self.mini_stream = self.chain(start, size).bytes,
                1 | 2 => self.entries.push(Entry {
                    name: name(entry),
                    start,
                    size,
                }),
                _ => {}
            }
        }
        (!self.entries.is_empty()).then_some(())
    }
}

/// The first `size` bytes; where there are fewer, the stream is cut.
fn finish(mut bytes: Vec<u8>, size: usize) -> Stream {
    let cut = size != usize::MAX && bytes.len() < size;
    bytes.truncate(size);
    Stream { bytes, cut }
}

fn name(entry: &[u8]) -> String {
    let length = usize::from(u16::from_le_bytes([entry[0x40], entry[0x41]])).min(64);
    let units: Vec<u16> = entry[..length]
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .take_while(|&unit| unit != 0)
        .collect();
    String::from_utf16_lossy(&units)
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes
        .chunks_exact(4)
        .map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
        .collect()
}

/// A number of two bytes, the lower first.
pub(in crate::ingest) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let word = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([word[0], word[1]]))
}

/// A number of four bytes, the lowest first.
pub(in crate::ingest) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let word = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
}
