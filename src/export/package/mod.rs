//! Worksheets to the bytes of a workbook ([ECMA-376] part 1, 18).
//!
//! Own code, because it needs neither clock nor randomness, and because a library for all of Excel makes the page's
//! module 1.2 MB larger.

mod styles;
mod worksheet;

use super::sheet::{Look, Sheet, address};
use rawzip::{CompressionMethod, DataDescriptorOutput, ZipArchiveWriter};
use std::{collections::HashSet, fmt::Write, io::Write as _};

/// The most characters of a cell in Excel.
const LONGEST: usize = 32_767;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// The workbook of some sheets, the first of them in front.
pub(super) fn write(mut sheets: Vec<Sheet>) -> Vec<u8> {
    name_apart(&mut sheets);
    let mut looks = vec![Look::PLAIN];
    let bodies: Vec<String> = sheets
        .iter()
        .enumerate()
        .map(|(at, sheet)| worksheet::write(sheet, at == 0, &mut looks))
        .collect();
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), types(sheets.len())),
        (
            "_rels/.rels".to_owned(),
            relations(&[("officeDocument", "xl/workbook.xml")]),
        ),
        ("xl/workbook.xml".to_owned(), book(&sheets)),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            book_relations(sheets.len()),
        ),
        ("xl/styles.xml".to_owned(), styles::write(&looks)),
    ];
    for (at, body) in bodies.into_iter().enumerate() {
        files.push((format!("xl/worksheets/sheet{}.xml", at + 1), body));
    }
    pack(&files)
}

/// A name as Excel allows it for a sheet.
pub(super) fn sheet_name(name: &str) -> String {
    let allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') && *c >= ' ';
    name.trim_matches('\'')
        .chars()
        .filter(allowed)
        .take(31)
        .collect()
}

/// Gives each sheet a name of its own; formulas name only the first sheet of a name.
fn name_apart(sheets: &mut [Sheet]) {
    let mut taken = HashSet::new();
    for (at, sheet) in sheets.iter_mut().enumerate() {
        let name = sheet_name(&sheet.name);
        let free = !name.is_empty() && taken.insert(name.to_lowercase());
        sheet.name = if free {
            name
        } else {
            name.chars()
                .take(26)
                .chain(format!(" ({})", at + 1).chars())
                .collect()
        };
    }
}

fn types(count: usize) -> String {
    let mut text = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPES}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPES}.styles+xml\"/>"
    );
    for at in 1..=count {
        let _ = write!(
            text,
            "<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"{TYPES}.worksheet+xml\"/>"
        );
    }
    text + "</Types>"
}

fn relations(targets: &[(&str, &str)]) -> String {
    let mut text = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (at, (kind, target)) in targets.iter().enumerate() {
        let _ = write!(
            text,
            "<Relationship Id=\"rId{}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>",
            at + 1
        );
    }
    text + "</Relationships>"
}

fn book_relations(count: usize) -> String {
    let sheets: Vec<String> = (1..=count)
        .map(|at| format!("worksheets/sheet{at}.xml"))
        .collect();
    let mut targets: Vec<(&str, &str)> = sheets
        .iter()
        .map(|path| ("worksheet", path.as_str()))
        .collect();
    targets.push(("styles", "styles.xml"));
    relations(&targets)
}

fn book(sheets: &[Sheet]) -> String {
    let mut text = format!(
        "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><bookViews><workbookView activeTab=\"0\"/></bookViews><sheets>"
    );
    for (at, sheet) in sheets.iter().enumerate() {
        let (name, id) = (escaped(&sheet.name), at + 1);
        let _ = write!(
            text,
            "<sheet name=\"{name}\" sheetId=\"{id}\" r:id=\"rId{id}\"/>"
        );
    }
    text += "</sheets><definedNames>";
    // What stays in view on the screen is repeated on every printed page; Excel wants the filters named too.
    for (at, sheet) in sheets.iter().enumerate() {
        let name = escaped(&sheet.name.replace('\'', "''"));
        if let Some((head, width, last)) = sheet.filter {
            let last = address(last, width - 1);
            let (first, last) = (fixed(&address(head, 0)), fixed(&last));
            let _ = write!(
                text,
                "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{at}\" hidden=\"1\">'{name}'!{first}:{last}</definedName>"
            );
        }
        if sheet.frozen.0 > 0 {
            let last = sheet.frozen.0;
            let _ = write!(
                text,
                "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{at}\">'{name}'!$1:${last}</definedName>"
            );
        }
    }
    text += "</definedNames><calcPr fullCalcOnLoad=\"1\"/></workbook>";
    text.replace("<definedNames></definedNames>", "")
}

/// An address that does not move: `$B$12`.
fn fixed(address: &str) -> String {
    let letters = address.trim_end_matches(|c: char| c.is_ascii_digit());
    format!("${letters}${}", &address[letters.len()..])
}

/// Text as XML and Excel take it: no characters that they forbid, nothing that Excel would decode, not too long.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text.chars().take(LONGEST).peekable();
    while let Some(character) = rest.next() {
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '_' if rest.peek() == Some(&'x') => escaped += "_x005F_",
            '\t' | '\n' => escaped.push(character),
            '\r' => {}
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}

/// The archive of all parts. Writing to memory cannot fail.
fn pack(files: &[(String, String)]) -> Vec<u8> {
    let mut writer = ZipArchiveWriter::new(Vec::new());
    for (name, text) in files {
        let packed = miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 6);
        let file = writer
            .new_file(name.as_str())
            .compression_method(CompressionMethod::DEFLATE);
        let Ok((mut out, _)) = file.start() else {
            continue;
        };
        let sum = DataDescriptorOutput::new(rawzip::crc32(text.as_bytes()), text.len() as u64);
        if out.write_all(&packed).is_ok() {
            let _ = out.finish(sum);
        }
    }
    writer.finish().unwrap_or_default()
}
