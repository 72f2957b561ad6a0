//! PDF files of many programs: what is read from them is what the invented reports say, and damaged ones do no harm.
//!
//! The files are made by `tests/fixtures/make_pdf.py`; beside them stand the same reports as text, and their truth.
#![cfg(feature = "files")]

use gouji::{
    Options, check,
    document::{Document, Part},
    ingest,
    view::Report,
};
use serde_json::Value;
use std::{collections::BTreeMap, fs, time::Instant};

/// Look-alikes that Chromium's files have in place of characters.
const RADICALS: &[(char, char)] = &[
    ('⻓', '长'),
    ('⻅', '见'),
    ('⻔', '门'),
    ('⻛', '风'),
    ('⺠', '民'),
    ('⻚', '页'),
    ('⻝', '食'),
    ('⻬', '齐'),
];

fn fixture(name: &str) -> Vec<u8> {
    fs::read(format!("tests/fixtures/pdf/{name}")).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn json(name: &str) -> Value {
    serde_json::from_slice(&fixture(name)).expect("JSON")
}

/// Every readable file and the report that it prints.
fn files() -> Vec<(String, String)> {
    let files: BTreeMap<String, String> =
        serde_json::from_value(json("files.json")).expect("names");
    assert!(files.len() > 20);
    files.into_iter().collect()
}

fn document(name: &str) -> Document {
    ingest::read(&fixture(name), Some(name))
        .unwrap_or_else(|error| panic!("{name}: {}", error.message.en))
}

fn report(name: &str) -> Report {
    let options = Options {
        name: Some(name),
        ..Options::default()
    };
    check(&fixture(name), &options).unwrap_or_else(|error| panic!("{name}: {}", error.message.en))
}

/// Text without white space, look-alikes as what they look like.
fn plain(text: &str) -> String {
    let own = |c: char| {
        RADICALS
            .iter()
            .find(|(odd, _)| *odd == c)
            .map_or(c, |(_, plain)| *plain)
    };
    gouji::text::folded::fold_str(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(own)
        .collect()
}

fn paragraphs(document: &Document) -> Vec<String> {
    let text = |part: &Part| match part {
        Part::Paragraph { block, .. } => Some(plain(document.quote(document.block(*block)))),
        _ => None,
    };
    document.parts().iter().filter_map(text).collect()
}

/// The texts of all tables' cells that are not empty, row by row.
fn cells(document: &Document) -> Vec<Vec<String>> {
    let text = |part: &Part| match part {
        Part::Grid(grid) => Some(
            grid.cells
                .iter()
                .map(|cell| plain(document.quote(document.block(cell.block))))
                .filter(|text| !text.is_empty())
                .collect(),
        ),
        _ => None,
    };
    document.parts().iter().filter_map(text).collect()
}

#[test]
fn every_paragraph_is_put_together_again_and_nothing_else_stands_between() {
    for (name, source) in files() {
        let document = document(&format!("{name}.pdf"));
        let truth = json(&format!("{source}.truth.json"));
        let lines: Vec<String> = truth["lines"]
            .as_array()
            .expect("lines")
            .iter()
            .filter_map(Value::as_str)
            .map(plain)
            .collect();
        let mut read = paragraphs(&document);
        if name.starts_with("unruled") {
            read.retain(|line| lines.contains(line));
        }
        assert_eq!(read, lines, "{name}");
        assert!(document.page_problems().is_empty(), "{name}");
    }
}

#[test]
fn every_cell_of_a_ruled_table_is_read_as_printed() {
    for (name, source) in files() {
        if name.starts_with("unruled") {
            continue;
        }
        let truth = json(&format!("{source}.truth.json"));
        let rows = |table: &Value| -> Vec<String> {
            let rows = table
                .as_array()
                .expect("rows")
                .iter()
                .filter_map(Value::as_str);
            rows.flat_map(|row| row.split('\t'))
                .map(plain)
                .filter(|text| !text.is_empty())
                .collect()
        };
        let wanted: Vec<Vec<String>> = truth["tables"]
            .as_array()
            .expect("tables")
            .iter()
            .map(rows)
            .collect();
        assert_eq!(cells(&document(&format!("{name}.pdf"))), wanted, "{name}");
    }
}

#[test]
fn facts_are_those_of_the_report_and_findings_those_of_its_text() {
    for (name, source) in files() {
        let truth = json(&format!("{source}.truth.json"));
        let (read, text) = (
            report(&format!("{name}.pdf")),
            report(&format!("{source}.txt")),
        );
        let facts = serde_json::to_value(&read.facts).expect("JSON");
        let mut right = 0;
        for fact in facts.as_array().expect("facts") {
            let Some(value) = fact["value"].as_str() else {
                continue;
            };
            let wanted = &truth["facts"][fact["id"].as_str().unwrap_or_default()];
            let wanted = wanted
                .as_str()
                .map_or_else(|| wanted.to_string(), str::to_owned);
            assert_eq!(
                value.parse::<f64>().ok(),
                wanted.parse().ok(),
                "{name}: {fact}"
            );
            right += 1;
        }
        if truth["edition"] != "2014" {
            assert_eq!(
                right,
                truth["facts"].as_object().expect("facts").len(),
                "{name}"
            );
        }
        let told = |report: &Report| -> Vec<String> {
            report
                .findings
                .iter()
                .map(|finding| format!("{}: {}", finding.code, finding.message))
                .collect()
        };
        assert_eq!(told(&read), told(&text), "{name}");
    }
}

#[test]
fn what_cannot_be_read_is_said_page_by_page() {
    let note = |name: &str| report(name).note.unwrap_or_default();
    assert_eq!(
        note("scanned-2021.pdf"),
        "第1–2页是扫描的图片，读不出文字，没有核对。"
    );
    assert!(note("unreadable-2014.pdf").contains("页有许多字读不出来"));
    let error = ingest::read(&fixture("locked-2021.pdf"), None).expect_err("a password is needed");
    assert_eq!(error.code, "protected");
}

/// Whatever is done to a file: an answer, soon.
fn survives(bytes: &[u8], what: &str) {
    let start = Instant::now();
    if let Ok(document) = ingest::read(bytes, None) {
        assert!(document.blocks().len() <= ingest::MOST_BLOCKS, "{what}");
    }
    assert!(start.elapsed().as_secs() < 30, "{what}");
}

#[test]
fn a_file_cut_anywhere_does_no_harm() {
    for name in [
        "libreoffice-2019.pdf",
        "gbk-euc-h-2021.pdf",
        "objects-2021.pdf",
    ] {
        let bytes = fixture(name);
        for end in (0..bytes.len()).step_by(1024) {
            survives(&bytes[..end], &format!("{name} cut at {end}"));
        }
    }
}

#[test]
fn flipped_bytes_do_no_harm() {
    let mut dice = 7_u64;
    let mut roll = |sides: usize| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (dice >> 33) as usize % sides
    };
    let rounds = std::env::var("GOUJI_FUZZ")
        .ok()
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(6);
    for name in [
        "reportlab-2014.pdf",
        "simple-2021.pdf",
        "objects-2021.pdf",
        "aes-256-2021.pdf",
        "libreoffice-2021.pdf",
    ] {
        for round in 0..rounds {
            let mut bytes = fixture(name);
            for _ in 0..=roll(30) {
                let at = roll(bytes.len());
                bytes[at] = roll(256) as u8;
            }
            survives(&bytes, &format!("{name}, round {round}"));
        }
    }
}

/// A file with one page, whose objects from number 3 on are given.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.5\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj\n".to_vec();
    for (at, object) in objects.iter().enumerate() {
        bytes.extend(format!("{} 0 obj ", at + 3).bytes());
        bytes.extend(object);
        bytes.extend(b" endobj\n");
    }
    bytes.extend(b"trailer << /Root 1 0 R >>\n%%EOF");
    bytes
}

fn stream(dict: &str, data: &[u8]) -> Vec<u8> {
    let mut bytes = format!("<< {dict} /Length {} >> stream\n", data.len()).into_bytes();
    bytes.extend(data);
    bytes.extend(b"\nendstream");
    bytes
}

const PAGE: &[u8] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>";
const FONT: &[u8] = b"<< /Type /Font /Subtype /Type0 /BaseFont /S /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /S >>] >>";

fn lines(content: &str) -> Vec<String> {
    let bytes = file(&[PAGE.to_vec(), stream("", content.as_bytes()), FONT.to_vec()]);
    paragraphs(&ingest::read(&bytes, None).expect("a page"))
}

#[test]
fn a_file_without_a_table_of_objects_is_read() {
    assert_eq!(
        lines("BT /F 12 Tf 50 700 Td <4e004e8c> Tj 0 -40 Td [<0031> -10 <00330034>] TJ ET"),
        ["一二", "134"]
    );
}

#[test]
fn a_watermark_askew_is_left_out_and_text_on_its_side_is_read() {
    let table: String = (0..5)
        .map(|at| {
            format!(
                "1 0 0 1 0 0 cm BT /F 12 Tf 0 1 -1 0 {} 50 Tm <4e004e8c4e09> Tj ET ",
                100 + 40 * at
            )
        })
        .collect();
    assert_eq!(lines(&table), ["一二三"; 5]);
    let askew = "BT /F 12 Tf 50 700 Td <4e00> Tj ET BT /F 60 Tf 0.7 0.7 -0.7 0.7 100 100 Tm <4e8c4e8c> Tj ET";
    assert_eq!(lines(askew), ["一"]);
}

#[test]
fn text_set_from_top_to_bottom_is_read_column_by_column() {
    let font = String::from_utf8_lossy(FONT)
        .replace("UCS2-H", "UCS2-V")
        .into_bytes();
    let content =
        b"BT /F 12 Tf 1 0 0 1 500 800 Tm <4e004e8c4e09> Tj 1 0 0 1 460 800 Tm <56db4e94> Tj ET";
    let bytes = file(&[PAGE.to_vec(), stream("", content), font]);
    assert_eq!(
        paragraphs(&ingest::read(&bytes, None).expect("a page")),
        ["一二三", "四五"]
    );
}

#[test]
fn invisible_text_is_read_where_there_is_no_other() {
    let words = "BT 3 Tr /F 12 Tf 50 700 Td <653f5e9c4fe1606f516c5f005de54f5c5e745ea662a5544a653f5e9c4fe1606f516c5f005de54f5c5e745ea662a5544a> Tj ET";
    let bytes = file(&[PAGE.to_vec(), stream("", words.as_bytes()), FONT.to_vec()]);
    let document = ingest::read(&bytes, None).expect("a page");
    assert_eq!(paragraphs(&document).len(), 1);
    assert_eq!(
        document.page_problems(),
        [(1, gouji::document::PageProblem::Recognised)]
    );
    assert_eq!(lines(&format!("{words} BT 0 Tr /F 12 Tf 50 600 Td <4e004e8c4e094e004e8c4e094e004e8c4e094e004e8c4e09> Tj ET")).len(), 1);
}

#[test]
fn hostile_files_are_answered() {
    let again = stream(
        "/Type /XObject /Subtype /Form /Resources << /XObject << /X 6 0 R >> /Font << /F 5 0 R >> >>",
        &b"/X Do ".repeat(50),
    );
    survives(
        &file(&[PAGE.to_vec(), stream("", b"/X Do"), FONT.to_vec(), again]),
        "forms in forms",
    );
    let deep = stream("", &b"[<<".repeat(300_000));
    survives(
        &file(&[PAGE.to_vec(), deep, FONT.to_vec()]),
        "deep brackets",
    );
    survives(&b"%PDF-1.4\n[".repeat(200_000), "deep objects");
    survives(
        &b"%PDF-1.4\n1 0 obj << /Length 9 >> stream\n".repeat(20_000),
        "streams without end",
    );
    let many = "q 1 0 0 1 1 1 cm 0 0 m 9 9 l S ".repeat(100_000);
    survives(
        &file(&[PAGE.to_vec(), stream("", many.as_bytes()), FONT.to_vec()]),
        "many lines",
    );
    let rules: String = (0..3_000)
        .map(|at| format!("0 {at} m 500 {at} l S {at} 0 m {at} 800 l S "))
        .collect();
    survives(
        &file(&[PAGE.to_vec(), stream("", rules.as_bytes()), FONT.to_vec()]),
        "a net of lines",
    );
    let zeros = miniz_oxide::deflate::compress_to_vec_zlib(&vec![b' '; 60 << 20], 1);
    survives(
        &file(&[
            PAGE.to_vec(),
            stream("/Filter /FlateDecode", &zeros),
            FONT.to_vec(),
        ]),
        "a stream that inflates",
    );
    let objects = stream("/Type /ObjStm /N 9 /First 20 /Filter /FlateDecode", &zeros);
    survives(
        &file(&[PAGE.to_vec(), stream("", b""), FONT.to_vec(), objects]),
        "objects that inflate",
    );
}
