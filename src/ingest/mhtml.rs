//! Web pages saved with all their parts in one file (`.mhtml`): RFC 2557, as browsers and Word write it.
//!
//! All is done on bytes, for each part has an encoding of its own.

use super::{encoding, html};
use crate::document::{Document, Format};

/// How far into the file its header may reach.
const LONGEST_HEADER: usize = 1 << 14;

/// How deep parts may hold parts.
const DEEPEST: usize = 8;

/// The most parts that are looked at.
const MOST_PARTS: usize = 10_000;

/// Whether bytes are such a file.
pub(super) fn is_mhtml(bytes: &[u8]) -> bool {
    const KNOWN: [&[u8]; 5] = [
        b"mime-version",
        b"from",
        b"date",
        b"subject",
        b"content-type",
    ];
    let name = bytes.trim_ascii_start().split(|&byte| byte == b':').next();
    let known = |name: &[u8]| KNOWN.iter().any(|known| known.eq_ignore_ascii_case(name));
    if !name.is_some_and(known) {
        return false;
    }
    let (header, _) = split(&bytes[..bytes.len().min(LONGEST_HEADER)]);
    let kind = field(&header, "content-type").to_ascii_lowercase();
    kind.starts_with("multipart/") || kind.starts_with("text/html")
}

/// Reads one; nothing where no page is found in it.
pub(super) fn read(bytes: &[u8], name: Option<&str>) -> Option<Document> {
    let document = html::read_as(Format::Mhtml, &markup(bytes)?, name);
    Some(document)
}

/// The first page in the file, decoded.
pub(super) fn markup(bytes: &[u8]) -> Option<String> {
    let mut parts = vec![(bytes, 0)];
    for _ in 0..MOST_PARTS {
        let (part, depth) = parts.pop()?;
        let (header, body) = split(part);
        let kind = field(&header, "content-type");
        let plain = kind.to_ascii_lowercase();
        if plain.starts_with("text/html") {
            return page(&header, &kind, body);
        }
        if plain.starts_with("multipart/") && depth < DEEPEST {
            let boundary = parameter(&kind, "boundary")?;
            // The first part is to be taken first.
            let inner = inner(body, &boundary);
            parts.extend(inner.into_iter().rev().map(|part| (part, depth + 1)));
        }
    }
    None
}

/// The header of a part, its folded lines joined, and its body.
fn split(bytes: &[u8]) -> (String, &[u8]) {
    let start = bytes
        .iter()
        .position(|byte| !byte.is_ascii_whitespace())
        .unwrap_or(bytes.len());
    let bytes = &bytes[start..];
    let mut end = 0;
    for line in bytes[..bytes.len().min(LONGEST_HEADER)].split_inclusive(|&byte| byte == b'\n') {
        end += line.len();
        if line.trim_ascii().is_empty() {
            break;
        }
    }
    let header = String::from_utf8_lossy(&bytes[..end]).replace("\r\n", "\n");
    let joined = header.replace("\n ", " ").replace("\n\t", " ");
    (joined, &bytes[end..])
}

/// The value of a field of a header; empty where there is none.
fn field(header: &str, name: &str) -> String {
    let mut lines = header.lines().filter_map(|line| line.split_once(':'));
    let found = lines.find(|(key, _)| key.trim().eq_ignore_ascii_case(name));
    found.map_or_else(String::new, |(_, value)| value.trim().to_owned())
}

/// A parameter of a field's value: `text/html; charset="gb2312"`.
fn parameter(value: &str, name: &str) -> Option<String> {
    value.split(';').skip(1).find_map(|one| {
        let (key, value) = one.split_once('=')?;
        let value = value.trim().trim_matches('"');
        key.trim()
            .eq_ignore_ascii_case(name)
            .then(|| value.to_owned())
    })
}

/// The parts between the lines that begin with the boundary.
fn inner<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let mark = format!("--{boundary}");
    let mut parts = Vec::new();
    let (mut at, mut from) = (0, None);
    for line in body.split_inclusive(|&byte| byte == b'\n') {
        if line.starts_with(mark.as_bytes()) && parts.len() < MOST_PARTS {
            parts.extend(from.map(|from| &body[from..at]));
            from = Some(at + line.len());
        }
        at += line.len();
    }
    parts.extend(from.map(|from| &body[from..]));
    parts
}

fn page(header: &str, kind: &str, body: &[u8]) -> Option<String> {
    let way = field(header, "content-transfer-encoding").to_ascii_lowercase();
    let bytes = match way.as_str() {
        "quoted-printable" => quoted_printable(body),
        "base64" => base64(body),
        _ => body.to_vec(),
    };
    let charset = parameter(kind, "charset");
    encoding::decode_as(&bytes, charset.as_deref())
}

fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let [first, after @ ..] = rest {
        rest = match (first, after) {
            (b'=', [b'\r', b'\n', after @ ..] | [b'\n', after @ ..]) => after,
            (b'=', [high, low, after @ ..]) if digit(*high).is_some() && digit(*low).is_some() => {
                bytes.push(digit(*high).unwrap_or(0) << 4 | digit(*low).unwrap_or(0));
                after
            }
            _ => {
                bytes.push(*first);
                after
            }
        };
    }
    bytes
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

/// Base64 decoded, up to the first sign of its end; anything else between its characters is passed over.
fn base64(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => continue,
        };
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 0xff) as u8);
        }
    }
    bytes
}
