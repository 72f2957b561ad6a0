//! Zip archives, opened within bounds: nothing in them is trusted to be as small as it says.

use super::{Error, refusal::error};
use rawzip::{
    CompressionMethod, DataDescriptorOutput, ZipArchive, ZipArchiveEntryWayfinder,
    ZipArchiveWriter, ZipSliceArchive, time::UtcDateTime,
};
use std::{cell::Cell, io::Write};

/// The most files that an archive may hold.
pub(crate) const MOST_ENTRIES: usize = 10_000;

/// The most bytes that one file in an archive may have when it is unpacked.
pub(crate) const MOST_UNPACKED: usize = 64 << 20;

/// The most bytes that are unpacked of one archive, all its files together.
pub(crate) const MOST_IN_ALL: usize = 128 << 20;

/// Why a file in an archive cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Problem {
    /// It is incomplete, altered, or packed in a manner that office files do not use.
    Damaged,
    /// It would fill the memory.
    TooLarge,
}

impl Problem {
    /// The sentence for the user; `damaged` is the one for a file of this kind that is damaged.
    pub(crate) fn error(self, damaged: Error) -> Error {
        match self {
            Self::Damaged => damaged,
            Self::TooLarge => too_large(),
        }
    }
}

fn too_large() -> Error {
    let most = MOST_UNPACKED >> 20;
    error(
        "too-large",
        &format!(
            "这个文件是压缩的，解开后超过 {most} MB，没有读取。正常的报告不会这么大；请打开它，只复制报告正文和表格，粘贴到这里。"
        ),
        &format!(
            "This file is compressed and has more than {most} MB when unpacked, so it was not read. No report is that large: open it, copy only its text and tables, and paste them here."
        ),
    )
}

/// An archive and the list of its files.
pub(crate) struct Archive<'a> {
    zip: ZipSliceArchive<&'a [u8]>,
    entries: Vec<Entry>,
    /// The bytes that may still be unpacked.
    left: Cell<usize>,
}

struct Entry {
    /// The name with plain slashes, none at its beginning.
    name: String,
    raw_name: Vec<u8>,
    way: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    crc: u32,
    size: u64,
}

impl<'a> Archive<'a> {
    /// Reads the list of files.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Problem> {
        let zip = ZipArchive::from_slice(bytes).map_err(|_| Problem::Damaged)?;
        let mut entries = Vec::new();
        let mut records = zip.entries();
        while let Some(record) = records.next_entry().map_err(|_| Problem::Damaged)? {
            if entries.len() == MOST_ENTRIES {
                return Err(Problem::TooLarge);
            }
            let path = record.file_path();
            let name = String::from_utf8_lossy(path.as_bytes()).replace('\\', "/");
            entries.push(Entry {
                name: name.trim_start_matches('/').to_owned(),
                raw_name: path.as_bytes().to_vec(),
                way: record.wayfinder(),
                method: record.compression_method(),
                crc: record.crc32(),
                size: record.uncompressed_size_hint(),
            });
        }
        let left = Cell::new(MOST_IN_ALL);
        Ok(Self { zip, entries, left })
    }

    /// The names of all files, in the order of the archive.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// A file unpacked, its checksum verified; nothing where there is none of this name (in any case of letters).
    pub(crate) fn read(&self, name: &str) -> Result<Option<Vec<u8>>, Problem> {
        let name = name.trim_start_matches('/');
        let same = |entry: &&Entry| entry.name.eq_ignore_ascii_case(name);
        self.entries
            .iter()
            .find(same)
            .map(|entry| self.unpack(entry))
            .transpose()
    }

    fn unpack(&self, entry: &Entry) -> Result<Vec<u8>, Problem> {
        let most = MOST_UNPACKED.min(self.left.get());
        if entry.size > most as u64 {
            return Err(Problem::TooLarge);
        }
        let packed = self.packed(entry)?;
        let bytes = match entry.method {
            CompressionMethod::STORE => packed.to_vec(),
            // What unpacks to more than it says is damaged; no more than that is ever taken.
            CompressionMethod::DEFLATE => {
                miniz_oxide::inflate::decompress_to_vec_with_limit(packed, entry.size as usize)
                    .map_err(|_| Problem::Damaged)?
            }
            _ => return Err(Problem::Damaged),
        };
        if rawzip::crc32(&bytes) != entry.crc {
            return Err(Problem::Damaged);
        }
        self.left.set(self.left.get().saturating_sub(bytes.len()));
        Ok(bytes)
    }

    fn packed(&self, entry: &Entry) -> Result<&[u8], Problem> {
        let found = self.zip.get_entry(entry.way);
        let range = found.map_err(|_| Problem::Damaged)?.compressed_data_range();
        let range = range.0 as usize..range.1 as usize;
        self.zip.get_ref().get(range).ok_or(Problem::Damaged)
    }

    /// The same archive with some files replaced or added; all others are taken over as they are packed.
    pub(crate) fn replace(&self, files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Problem> {
        let mut writer = ZipArchiveWriter::new(Vec::new());
        let replaced = |name: &str| {
            let same = |file: &&(String, Vec<u8>)| file.0.eq_ignore_ascii_case(name);
            files.iter().find(same)
        };
        for entry in &self.entries {
            let written = match replaced(&entry.name) {
                Some((name, bytes)) => add(&mut writer, name, bytes),
                None => take_over(&mut writer, entry, self.packed(entry)?),
            };
            written.ok_or(Problem::Damaged)?;
        }
        for (name, bytes) in files {
            if !self.names().any(|other| other.eq_ignore_ascii_case(name)) {
                add(&mut writer, name, bytes).ok_or(Problem::Damaged)?;
            }
        }
        writer.finish().map_err(|_| Problem::Damaged)
    }
}

/// The time that all files of a written archive have, so that the same input gives the same bytes: the first of zip's calendar.
fn beginning() -> UtcDateTime {
    UtcDateTime::from_unix(315_532_800)
}

fn take_over(writer: &mut ZipArchiveWriter<Vec<u8>>, entry: &Entry, packed: &[u8]) -> Option<()> {
    let path = rawzip::path::EntryPath::verbatim(entry.raw_name.as_slice());
    let file = writer
        .new_file(path)
        .last_modified(beginning())
        .compression_method(entry.method);
    let (mut out, _) = file.start().ok()?;
    out.write_all(packed).ok()?;
    let output = DataDescriptorOutput::new(entry.crc, entry.size);
    out.finish(output).ok().map(|_| ())
}

fn add(writer: &mut ZipArchiveWriter<Vec<u8>>, name: &str, bytes: &[u8]) -> Option<()> {
    let packed = miniz_oxide::deflate::compress_to_vec(bytes, 6);
    let file = writer
        .new_file(name)
        .last_modified(beginning())
        .compression_method(CompressionMethod::DEFLATE);
    let (mut out, _) = file.start().ok()?;
    out.write_all(&packed).ok()?;
    let output = DataDescriptorOutput::new(rawzip::crc32(bytes), bytes.len() as u64);
    out.finish(output).ok().map(|_| ())
}

/// A part's name as another part writes it, from the archive's root.
pub(super) fn resolved(target: &str, source: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let folder = source.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    steps.join("/")
}
