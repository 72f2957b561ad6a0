//! Saved web pages: every part in its own encoding, the first page is the one.

use gouji::{
    document::{Document, Format, Part},
    ingest,
};

const PAGE: &str = "<html><body><p>云溪市2023年共收到申请12件</p></body></html>";

fn read(bytes: &[u8]) -> Document {
    ingest::read(bytes, None).unwrap_or_else(|error| panic!("{}: {}", error.code, error.message.zh))
}

fn lines(document: &Document) -> Vec<&str> {
    let line = |part: &Part| match part {
        Part::Paragraph { block, .. } => Some(document.quote(document.block(*block))),
        _ => None,
    };
    document.parts().iter().filter_map(line).collect()
}

/// A file whose page has the given header and body, after a picture and before a frame.
fn saved(header: &str, body: &[u8]) -> Vec<u8> {
    let before = "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----=_b--\"\r\n\r\n\r\n------=_b--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------=_b--\r\n";
    let after =
        "\r\n------=_b--\r\nContent-Type: text/html\r\n\r\n<p>框架</p>\r\n------=_b----\r\n";
    [
        before.as_bytes(),
        header.as_bytes(),
        b"\r\n\r\n",
        body,
        after.as_bytes(),
    ]
    .concat()
}

fn quoted(bytes: &[u8]) -> Vec<u8> {
    let mut text = String::new();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'=' | 0x80.. => text += &format!("={byte:02X}"),
            _ => text.push(char::from(*byte)),
        }
        if at % 20 == 19 {
            text += "=\r\n";
        }
    }
    text.into_bytes()
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = Vec::new();
    for chunk in bytes.chunks(3) {
        let held = chunk
            .iter()
            .fold(0_u32, |held, byte| held << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for at in 0..=chunk.len() {
            text.push(SIGNS[(held >> (18 - 6 * at) & 63) as usize]);
        }
        text.extend(std::iter::repeat_n(b'=', 3 - chunk.len()));
        if text.len() % 62 < 4 {
            text.extend(b"\r\n");
        }
    }
    text
}

#[test]
fn every_encoding_gives_the_same_page() {
    let gbk = encoding_rs::GBK.encode(PAGE).0.into_owned();
    let utf8 = PAGE.as_bytes();
    let files = [
        saved(
            "Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable",
            &quoted(utf8),
        ),
        saved(
            "content-type: TEXT/HTML;charset=gb2312\r\ncontent-transfer-encoding: Quoted-Printable",
            &quoted(&gbk),
        ),
        saved(
            "Content-Type: text/html;\r\n charset=gbk\r\nContent-Transfer-Encoding: base64",
            &base64(&gbk),
        ),
        saved(
            "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit",
            &gbk,
        ),
        // What is said of the encoding is wrong.
        saved(
            "Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: base64",
            &base64(utf8),
        ),
    ];
    for (at, bytes) in files.iter().enumerate() {
        let document = read(bytes);
        assert_eq!(document.format(), Format::Mhtml, "{at}");
        assert_eq!(lines(&document), ["云溪市2023年共收到申请12件"], "{at}");
    }
}

#[test]
fn a_page_may_stand_in_parts_of_parts() {
    let inner = format!(
        "--i\nContent-Type: text/plain\n\n文字\n--i\nContent-Type: text/html\n\n{PAGE}\n--i--\n"
    );
    let bytes = format!(
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=o\n\n--o\nContent-Type: multipart/alternative; boundary=\"i\"\n\n{inner}\n--o--\n"
    );
    assert_eq!(
        lines(&read(bytes.as_bytes())),
        ["云溪市2023年共收到申请12件"]
    );
    let alone = format!("Date: x\nContent-Type: text/html; charset=utf-8\n\n{PAGE}");
    assert_eq!(read(alone.as_bytes()).format(), Format::Mhtml);
}

#[test]
fn text_that_only_looks_so_stays_text() {
    for text in [
        "From: 办公室\n\n2023年共收到申请12件",
        "主题: 年度报告\nContent-Type: multipart/related\n\n正文",
        "MIME-Version: 1.0\nContent-Type: multipart/related\n\n没有边界",
    ] {
        assert_eq!(read(text.as_bytes()).format(), Format::Text, "{text}");
    }
}

#[test]
fn a_file_cut_anywhere_does_no_harm() {
    let whole = saved(
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable",
        &quoted(PAGE.repeat(20).as_bytes()),
    );
    for end in (0..whole.len()).step_by(61) {
        let _ = ingest::read(&whole[..end], None);
        let _ = ingest::read(&whole[end..], None);
    }
    let parts = "--b\n".repeat(200_000);
    let many = format!("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n{parts}");
    let _ = ingest::read(many.as_bytes(), None);
}
