//! Streams decoded within bounds, so that a small file cannot fill memory.

use hayro_syntax::{
    Filter,
    object::{Array, Dict, Object, Stream},
};
use miniz_oxide::inflate::{decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit};
use weezl::{BitOrder, LzwStatus, decode::Decoder};

/// The most bytes that one stream is decoded to.
pub(super) const MOST_STREAM: usize = 32 << 20;

/// The most bytes that all streams of a file together are decoded to.
pub(super) const MOST_DECODED: usize = 128 << 20;

/// How many bytes may still be decoded.
#[derive(Debug)]
pub(super) struct Budget(usize);

impl Default for Budget {
    fn default() -> Self {
        Self(MOST_DECODED)
    }
}

/// What a stream holds.
#[derive(Debug, Default)]
pub(super) struct Decoded {
    pub(super) bytes: Vec<u8>,
    /// Whether nothing is missing.
    pub(super) whole: bool,
}

impl Budget {
    /// The stream's content; what a damaged stream still yields, or nothing for pictures.
    pub(super) fn decode(&mut self, stream: &Stream<'_>) -> Decoded {
        let mut whole = true;
        let mut bytes = stream.raw_data().into_owned();
        for (at, filter) in stream.filters().iter().enumerate() {
            let limit = self.0.min(MOST_STREAM);
            let parameters = parameters(stream.dict(), at);
            let step = match filter {
                Filter::FlateDecode => predicted(inflate(&bytes, limit), &parameters),
                Filter::LzwDecode => {
                    let early = parameters.get::<i32>(b"EarlyChange").unwrap_or(1) != 0;
                    predicted(lzw(&bytes, early, limit), &parameters)
                }
                Filter::Ascii85Decode => ascii85(&bytes),
                Filter::AsciiHexDecode => ascii_hex(&bytes),
                Filter::RunLengthDecode => run_length(&bytes, limit),
                Filter::Crypt => continue,
                _ => return Decoded::default(),
            };
            self.0 = self.0.saturating_sub(step.bytes.len());
            whole &= step.whole;
            bytes = step.bytes;
        }
        Decoded { bytes, whole }
    }
}

fn parameters<'a>(dict: &Dict<'a>, at: usize) -> Dict<'a> {
    let one = |key: &[u8]| {
        dict.get::<Dict<'a>>(key).or_else(|| {
            let array = dict.get::<Array<'a>>(key)?;
            array.iter::<Object<'a>>().nth(at)?.into_dict()
        })
    };
    one(b"DecodeParms")
        .or_else(|| one(b"DP"))
        .unwrap_or_default()
}

/// Inflated bytes, as far as the limit and the damage allow.
pub(super) fn inflate(bytes: &[u8], limit: usize) -> Decoded {
    let partial = |result: Result<Vec<u8>, miniz_oxide::inflate::DecompressError>| match result {
        Ok(bytes) => Decoded { bytes, whole: true },
        Err(error) => Decoded {
            bytes: error.output,
            whole: false,
        },
    };
    let zlib = partial(decompress_to_vec_zlib_with_limit(bytes, limit));
    if zlib.whole || !zlib.bytes.is_empty() {
        return zlib;
    }
    let bare = partial(decompress_to_vec_with_limit(bytes, limit));
    if bare.whole { bare } else { zlib }
}

/// `early`: codes grow by a bit one code before they must.
fn lzw(bytes: &[u8], early: bool, limit: usize) -> Decoded {
    let mut decoder = match early {
        true => Decoder::with_tiff_size_switch(BitOrder::Msb, 8),
        false => Decoder::new(BitOrder::Msb, 8),
    };
    let (mut input, mut output, mut buffer) = (bytes, Vec::new(), [0; 1 << 12]);
    loop {
        let step = decoder.decode_bytes(input, &mut buffer);
        output.extend_from_slice(&buffer[..step.consumed_out]);
        input = &input[step.consumed_in..];
        let whole = match step.status {
            Ok(LzwStatus::Ok) if output.len() > limit => false,
            Ok(LzwStatus::Ok) => continue,
            // Many files leave out the code that ends the data.
            Ok(LzwStatus::Done | LzwStatus::NoProgress) => true,
            Err(_) => false,
        };
        return Decoded {
            bytes: output,
            whole,
        };
    }
}

fn ascii85(bytes: &[u8]) -> Decoded {
    let mut output = Vec::with_capacity(bytes.len() / 5 * 4);
    let (mut group, mut count) = (0_u32, 0);
    for &byte in bytes {
        match byte {
            b'~' => break,
            b'z' if count == 0 => output.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                count += 1;
                if count == 5 {
                    output.extend(group.to_be_bytes());
                    (group, count) = (0, 0);
                }
            }
            _ => {}
        }
    }
    if count > 1 {
        for _ in count..5 {
            group = group.wrapping_mul(85).wrapping_add(84);
        }
        output.extend(&group.to_be_bytes()[..count - 1]);
    }
    Decoded {
        bytes: output,
        whole: true,
    }
}

fn ascii_hex(bytes: &[u8]) -> Decoded {
    let digits = bytes.iter().take_while(|&&byte| byte != b'>');
    let digits: Vec<u8> = digits
        .filter_map(|&byte| char::from(byte).to_digit(16))
        .map(|digit| digit as u8)
        .collect();
    let pair = |pair: &[u8]| pair[0] << 4 | pair.get(1).copied().unwrap_or(0);
    Decoded {
        bytes: digits.chunks(2).map(pair).collect(),
        whole: true,
    }
}

fn run_length(bytes: &[u8], limit: usize) -> Decoded {
    let (mut output, mut at) = (Vec::new(), 0);
    while let Some(&length) = bytes.get(at) {
        let count = usize::from(length);
        match length {
            128 => break,
            0..128 => {
                let end = bytes.len().min(at + count + 2);
                output.extend_from_slice(&bytes[at + 1..end]);
                at += count + 2;
            }
            _ => {
                let byte = bytes.get(at + 1).copied();
                output.extend(byte.into_iter().cycle().take(257 - count));
                at += 2;
            }
        }
        if output.len() > limit {
            return Decoded {
                bytes: output,
                whole: false,
            };
        }
    }
    Decoded {
        bytes: output,
        whole: true,
    }
}

/// Undoes the differences between rows of bytes that PNG knows; other predictors occur in pictures only.
fn predicted(decoded: Decoded, parameters: &Dict<'_>) -> Decoded {
    let number = |key: &[u8], otherwise| {
        parameters
            .get::<i32>(key)
            .map_or(otherwise, |number| number.clamp(1, 1 << 16) as usize)
    };
    if number(b"Predictor", 1) < 10 {
        return decoded;
    }
    let pixel = (number(b"Colors", 1) * number(b"BitsPerComponent", 8)).div_ceil(8);
    let bits = number(b"Columns", 1) * number(b"Colors", 1) * number(b"BitsPerComponent", 8);
    let width = bits.div_ceil(8).clamp(1, MOST_STREAM);
    let mut rows = vec![0; width];
    for row in decoded.bytes.chunks(width + 1) {
        let above = rows.len() - width;
        for (at, &byte) in row[1..].iter().enumerate() {
            let up = rows[above + at];
            let (left, corner) = match at.checked_sub(pixel) {
                Some(before) => (rows[above + width + before], rows[above + before]),
                None => (0, 0),
            };
            rows.push(byte.wrapping_add(match row[0] {
                1 => left,
                2 => up,
                3 => u8::midpoint(left, up),
                4 => paeth(left, up, corner),
                _ => 0,
            }));
        }
        rows.resize(above + 2 * width, 0);
    }
    rows.drain(..width);
    Decoded {
        bytes: rows,
        whole: decoded.whole,
    }
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let (a, b, c) = (i32::from(left), i32::from(up), i32::from(corner));
    let (to_left, to_up, to_corner) = ((b - c).abs(), (a - c).abs(), (a + b - 2 * c).abs());
    if to_left <= to_up && to_left <= to_corner {
        left
    } else if to_up <= to_corner {
        up
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::{ascii_hex, ascii85, inflate, lzw, run_length};

    #[test]
    fn old_filters_are_undone() {
        assert_eq!(ascii85(b"87cURD]i,\"Ebo80~>").bytes, b"Hello World!");
        assert_eq!(ascii_hex(b"48 65 6c6C 6f>").bytes, b"Hello");
        assert_eq!(
            run_length(&[1, b'a', b'b', 254, b'c', 128], 99).bytes,
            b"abccc"
        );
        let packed = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        assert_eq!(
            lzw(&packed, true, 99).bytes,
            [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]
        );
    }

    #[test]
    fn nothing_grows_beyond_the_limit() {
        let bomb = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 1 << 20], 6);
        let decoded = inflate(&bomb, 1000);
        assert!(decoded.bytes.len() <= 1000 && !decoded.whole);
        assert!(run_length(&[129, 7].repeat(1000), 1000).bytes.len() < 1200);
    }
}
