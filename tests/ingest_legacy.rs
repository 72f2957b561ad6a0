//! Old Word documents and workbooks: what is printed is read, and no bytes do harm.

#![cfg(feature = "files")]

use gouji::{
    Options,
    document::{Document, Part},
    ingest,
};
use std::{collections::HashMap, fs};

fn file(name: &str) -> Vec<u8> {
    fs::read(format!("tests/fixtures/legacy/{name}")).expect("a fixture")
}

fn read(bytes: &[u8]) -> Document {
    ingest::read(bytes, None).unwrap_or_else(|error| panic!("{}: {}", error.code, error.message.en))
}

fn refused(bytes: &[u8]) -> &'static str {
    ingest::read(bytes, None)
        .expect_err("these bytes are not read")
        .code
}

/// Every line; a row of a table with `|` between its cells, and what a cell covers.
fn shown(document: &Document) -> Vec<String> {
    let quote = |block| document.quote(document.block(block)).to_owned();
    let mut lines = Vec::new();
    for part in document.parts() {
        match part {
            Part::Paragraph { block, .. } => lines.push(quote(*block)),
            Part::Picture { block } => lines.push(format!("[{}]", quote(*block))),
            Part::Grid(grid) => lines.extend((0..grid.rows).map(|row| {
                let cells = grid.cells.iter().filter(|cell| cell.row == row);
                let cell = |cell: &gouji::document::Cell| match (cell.rows, cell.columns) {
                    (1, 1) => quote(cell.block),
                    (rows, columns) => format!("{}({rows}×{columns})", quote(cell.block)),
                };
                cells.map(cell).collect::<Vec<_>>().join("|")
            })),
        }
    }
    lines
}

#[test]
fn a_word_document_is_read_as_it_is_printed() {
    let document = read(&file("particular.doc"));
    assert_eq!(
        shown(&document),
        [
            "沙汀县2023年政府信息公开工作年度报告",
            // The numbers are those of a list.
            "一、总体情况",
            "（一）主动公开",
            // A figure cut by its formatting; deleted and inserted text.
            "全年公开信息12件，更新3次。",
            "（二）依申请公开",
            "1. 受理",
            "2. 办结",
            // Hidden text is not shown; a raised figure stays apart.
            "办结9件，面积2米²。",
            "框在此。",
            "框内共5件",
            // The result of a field; a line break and a tab.
            "见门户网站首页",
            "第二行 列",
            "二、收到和处理情况",
            "事项(2×2)|数量(1×2)",
            "上半年|下半年",
            "培训(2×1)|场次|3|4",
            "人次|120|",
            "中间",
            // A table that only lays out, and the table in it.
            "表中有表：",
            "甲|1",
            "乙|2",
            "表后",
            "三、其他",
            "含上年结转。",
        ]
    );
    assert!(!document.is_cut());
}

#[test]
fn a_cell_shows_what_its_format_makes_of_its_number() {
    for name in ["formats.xls", "formats.xlsx"] {
        let document = read(&file(name));
        let lines = shown(&document);
        let values: HashMap<&str, &str> = lines
            .iter()
            .filter_map(|line| line.split_once('|'))
            .map(|(label, rest)| (label, rest.split('|').next().unwrap_or_default()))
            .collect();
        for (label, value) in [
            ("整数", "20"),
            ("一般", "20"),
            ("小数", "679.7"),
            ("误差", "0.3"),
            ("两位", "2.01"),
            ("千分", "1,234,567"),
            ("金额", "59,237.24"),
            ("比例", "12.50%"),
            ("件数", "45件"),
            ("日期", "2023年1月31日"),
            ("负数", "-8"),
            ("文本数字", "00123"),
            ("公式", "699.7"),
            ("文本公式", "共20件"),
            ("错误", "#DIV/0!"),
            ("最后", "1"),
        ] {
            assert_eq!(values.get(label), Some(&value), "{name} {label}");
        }
        let all = lines.concat();
        assert!(!all.contains('藏'), "{name}: hidden cells are shown");
    }
}

#[test]
fn three_tables_on_three_sheets_are_read_and_checked() {
    let truth: serde_json::Value =
        serde_json::from_slice(&file("tables.truth.json")).expect("JSON");
    for name in ["tables.xls", "tables.xlsx"] {
        let report = gouji::check(&file(name), &Options::default()).expect("it is read");
        assert_eq!(report.edition, Some("2021"), "{name}");
        assert!(
            report.tables.iter().all(|table| table.status == "read"),
            "{name}"
        );
        for fact in &report.facts {
            let value = fact.value.as_deref().expect("a value");
            assert_eq!(truth["facts"][&fact.id], *value, "{name} {}", fact.id);
            assert!(!fact.inferred, "{name} {}", fact.id);
        }
        assert_eq!(report.facts.len(), 200, "{name}");
        let wrong: Vec<_> = report
            .findings
            .iter()
            .filter(|f| f.severity == "error")
            .collect();
        assert!(
            wrong.iter().all(|finding| finding.code.starts_with('F')),
            "{name}: {wrong:?}"
        );
        // The name of a sheet is a heading where it says something.
        let lines = shown(&read(&file(name)));
        assert!(
            lines.iter().any(|line| line == "收到和处理申请情况"),
            "{name}"
        );
        assert!(!lines.iter().any(|line| line == "Sheet3"), "{name}");
    }
}

/// The place of a stretch of bytes.
fn find(bytes: &[u8], wanted: &[u8]) -> usize {
    let found = bytes
        .windows(wanted.len())
        .position(|window| window == wanted);
    found.expect("the bytes are there")
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn what_a_password_protects_is_said_to_be_protected() {
    let mut word = file("particular.doc");
    let head = find(&word, &[0xec, 0xa5]);
    word[head + 0x0b] |= 0x01;
    assert_eq!(refused(&word), "protected");

    let mut package = file("particular.doc");
    let entry = find(&package, &wide("WordDocument"));
    let name = wide("EncryptedPackage");
    package[entry..entry + name.len()].copy_from_slice(&name);
    package[entry + 64] = name.len() as u8 + 2;
    assert_eq!(refused(&package), "protected");

    let mut book = file("tables.xls");
    // The record of the code page becomes that of a password.
    let record = find(&book, &[0x42, 0x00, 0x02, 0x00]);
    book[record] = 0x2f;
    assert_eq!(refused(&book), "protected");
}

#[test]
fn what_is_too_old_or_of_another_kind_is_said_to_be_so() {
    let mut word = file("particular.doc");
    let head = find(&word, &[0xec, 0xa5]);
    word[head..head + 4].copy_from_slice(&[0xdc, 0xa5, 0x68, 0x00]);
    assert_eq!(refused(&word), "unknown-kind");

    let mut slides = file("particular.doc");
    let entry = find(&slides, &wide("WordDocument"));
    let name = wide("PowerPoint Document");
    slides[entry..entry + name.len()].copy_from_slice(&name);
    slides[entry + 64] = name.len() as u8 + 2;
    assert_eq!(refused(&slides), "unknown-kind");

    assert_eq!(refused(b"{\\rtf1\\ansi report.doc}"), "unknown-kind");
    // A page under the name of a workbook, as portals export it.
    let page = "<html><table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>";
    let document = ingest::read(page.as_bytes(), Some("导出.xls")).expect("a page");
    assert_eq!(shown(&document), ["甲|1", "乙|2"]);
}

const ALL: [&str; 5] = [
    "particular.doc",
    "formats.xls",
    "formats.xlsx",
    "tables.xls",
    "tables.xlsx",
];

/// Reads bytes of which nothing is known: a document or a sentence, nothing else.
fn survives(bytes: &[u8]) {
    match ingest::read(bytes, None) {
        Ok(document) => assert!(document.blocks().len() <= ingest::MOST_BLOCKS),
        Err(error) => assert!(!error.message.zh.is_empty()),
    }
}

#[test]
fn files_cut_off_anywhere_do_no_harm() {
    for name in ALL {
        let bytes = file(name);
        let whole = shown(&read(&bytes));
        for length in (0..bytes.len()).step_by(512) {
            survives(&bytes[..length]);
            // What looks complete is complete: otherwise it says that it is not.
            if let Ok(document) = ingest::read(&bytes[..length], None) {
                assert!(
                    document.is_cut() || shown(&document) == whole,
                    "{name} cut at {length}"
                );
            }
        }
    }
}

#[test]
fn files_with_flipped_bytes_do_no_harm() {
    // The rounds for each file; more of them where someone looks for trouble.
    let rounds = std::env::var("GOUJI_ROUNDS")
        .ok()
        .and_then(|rounds| rounds.parse().ok());
    let mut state = 7_u64;
    let mut roll = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for name in ALL {
        let bytes = file(name);
        for _ in 0..rounds.unwrap_or(100) {
            let mut damaged = bytes.clone();
            for _ in 0..=roll(12) {
                let at = roll(damaged.len());
                damaged[at] = match roll(4) {
                    0 => 0,
                    1 => 0xff,
                    2 => damaged[at] ^ (1 << roll(8)),
                    _ => roll(256) as u8,
                };
            }
            survives(&damaged);
        }
    }
}

#[test]
fn chains_in_circles_and_huge_counts_do_no_harm() {
    for name in ["particular.doc", "formats.xls", "tables.xls"] {
        let bytes = file(name);
        let sectors = bytes.len() / 512 - 1;
        let fat = u32::from_le_bytes(bytes[0x4c..0x50].try_into().expect("four bytes")) as usize;
        for target in 0..sectors {
            // Every sector is followed by the same one.
            let mut circle = bytes.clone();
            for entry in 0..sectors.min(128) {
                let at = (fat + 1) * 512 + entry * 4;
                circle[at..at + 4].copy_from_slice(&(target as u32).to_le_bytes());
            }
            survives(&circle);
        }
        // Any four bytes of any sector's beginning as the greatest number.
        for at in (512..bytes.len() - 4).step_by(64) {
            let mut huge = bytes.clone();
            huge[at..at + 4].copy_from_slice(&[0xff, 0xff, 0xff, 0x7f]);
            survives(&huge);
        }
    }
}

#[test]
fn a_million_cells_are_read_up_to_the_bound() {
    let document = read(&file("million.xlsx"));
    assert!(document.is_cut());
    assert!(document.blocks().len() <= ingest::MOST_BLOCKS);
}

#[test]
fn what_a_sheet_says_of_its_size_is_not_believed() {
    let document = read(&file("sparse.xlsx"));
    assert_eq!(shown(&document), ["1", "2"]);
    assert!(!document.is_cut());
}
