//! What is looked at before a file is opened, so that opening it costs no more than its size warrants.

use super::{
    filters::{MOST_STREAM, inflate},
    lexer::find,
};

/// How far before its data a stream's dictionary is looked for.
const DICTIONARY: usize = 2048;

/// Bytes that inflate to nothing.
const NOTHING: [u8; 3] = [0x78, 0x9c, 0x07];

/// Makes the file harmless to open: streams that would grow without bound are emptied.
/// Nothing where no sensible file has such a structure.
pub(super) fn tame(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let streams = streams(&bytes);
    // A reader that searches the end of each stream must not pass over the whole file each time.
    let searched: usize = streams.iter().map(|stream| stream.end - stream.start).sum();
    if searched > 4 * bytes.len() {
        return None;
    }
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
        if (grows(data) || nests(dictionary)) && data.len() >= NOTHING.len() {
            bytes[stream.start..stream.start + NOTHING.len()].copy_from_slice(&NOTHING);
        }
    }
    Some(bytes)
}

fn grows(data: &[u8]) -> bool {
    inflate(data, MOST_STREAM / 4).bytes.len() >= MOST_STREAM / 4
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
fn streams(bytes: &[u8]) -> Vec<std::ops::Range<usize>> {
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
