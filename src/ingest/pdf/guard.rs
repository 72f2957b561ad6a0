//! What is looked at before a file is opened, so that opening it costs no more than its size warrants.

use super::{
    filters::{MOST_STREAM, inflate},
    lexer::find,
};
use std::ops::Range;

/// How far before its data a stream's dictionary is looked for.
const DICTIONARY: usize = 2048;

/// Bytes that inflate to nothing.
const NOTHING: [u8; 3] = [0x78, 0x9c, 0x07];

/// The most bytes that all streams of objects together may hold.
const MOST_OBJECTS: usize = 64 << 20;

/// The most dictionaries, and the deepest that brackets may be open; a report has some thousands, and a dozen.
const MOST_DICTIONARIES: usize = 200_000;
const DEEPEST: usize = 200;

/// How many brackets may stand deeper: damaged files have some.
const MOST_DEEP: usize = 1_000;

/// Makes the file harmless to open: streams that would grow without bound are emptied.
/// Nothing where no sensible file has such a structure.
pub(super) fn tame(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let streams = streams(&bytes);
    // A reader that searches the end of each stream must not pass over the whole file each time.
    let searched: usize = streams.iter().map(|stream| stream.end - stream.start).sum();
    let mut dictionaries = 0;
    if searched > 4 * bytes.len() || !is_sane(&bytes, &streams, &mut dictionaries) {
        return None;
    }
    let mut left = MOST_OBJECTS;
    for stream in streams {
        let dictionary = &bytes[stream.start.saturating_sub(DICTIONARY)..stream.start];
        let dictionary = match dictionary.windows(3).rposition(|window| window == b"obj") {
            Some(at) => &dictionary[at..],
            None => dictionary,
        };
        if !is_structure(dictionary) {
            continue;
        }
        let data = &bytes[stream.clone()];
        let objects = inflate(data, MOST_STREAM / 4).bytes;
        dictionaries += objects.windows(2).filter(|pair| pair == b"<<").count();
        let grows =
            objects.len() >= (MOST_STREAM / 4).min(left) || dictionaries > MOST_DICTIONARIES;
        left = left.saturating_sub(objects.len());
        if (grows || nests(dictionary)) && data.len() >= NOTHING.len() {
            bytes[stream.start..stream.start + NOTHING.len()].copy_from_slice(&NOTHING);
        }
    }
    Some(bytes)
}

/// Whether the brackets outside of streams are neither too many nor too deep: a reader that follows them anew from
/// each one takes their number times their depth.
fn is_sane(bytes: &[u8], streams: &[Range<usize>], dictionaries: &mut usize) -> bool {
    let (mut depth, mut deep, mut at) = (0_usize, 0, 0);
    let mut streams = streams.iter().peekable();
    while at < bytes.len() {
        if let Some(stream) = streams.next_if(|stream| stream.start <= at) {
            at = at.max(stream.end);
            continue;
        }
        let pair = bytes[at..].starts_with(b"<<") || bytes[at..].starts_with(b">>");
        match bytes[at] {
            b'<' if pair => {
                depth += 1;
                *dictionaries += 1;
            }
            b'[' => depth += 1,
            b']' => depth = depth.saturating_sub(1),
            b'>' if pair => depth = depth.saturating_sub(1),
            b'e' if bytes[at..].starts_with(b"endobj") => depth = 0,
            _ => {}
        }
        deep += usize::from(depth > DEEPEST);
        if deep > MOST_DEEP + bytes.len() / 100 || *dictionaries > MOST_DICTIONARIES {
            return false;
        }
        at += if pair { 2 } else { 1 };
    }
    true
}

/// Whether the stream holds objects or says where they stand.
fn is_structure(dictionary: &[u8]) -> bool {
    [
        b"/ObjStm".as_slice(),
        b"/XRef",
        b"/First",
        b"/W[",
        b"/W ",
        b"#",
    ]
    .iter()
    .any(|key| find(dictionary, key).is_some())
}

/// Whether the stream is packed more than once.
fn nests(dictionary: &[u8]) -> bool {
    let packings: [&[u8]; 4] = [b"/FlateDecode", b"/LZWDecode", b"/Fl ", b"/LZW "];
    let count = |name: &&[u8]| {
        dictionary
            .windows(name.len())
            .filter(|window| window == name)
            .count()
    };
    packings.iter().map(count).sum::<usize>() > 1
}

/// Where the data of streams stand, each up to the next `endstream` or the end of the file.
fn streams(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut ends = Vec::new();
    let mut starts = Vec::new();
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"stream") {
        let place = at + found;
        at = place + b"stream".len();
        if bytes[..place].ends_with(b"end") {
            ends.push(place - 3);
        } else if matches!(bytes.get(at), Some(b'\r' | b'\n')) {
            let line = 1 + usize::from(bytes[at..].starts_with(b"\r\n"));
            starts.push(at + line);
        }
    }
    let end = |start: usize| {
        let next = ends.partition_point(|&end| end < start);
        ends.get(next).copied().unwrap_or(bytes.len())
    };
    starts
        .into_iter()
        .map(|start| start.min(bytes.len())..end(start))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::tame;

    #[test]
    fn brackets_without_end_and_pages_without_number_are_refused() {
        assert!(tame(b"1 0 obj << ".repeat(20_000)).is_none());
        assert!(tame(b"<<>> ".repeat(300_000)).is_none());
        assert!(tame(b"1 0 obj << /A [ endobj ".repeat(20_000)).is_some());
    }
}
