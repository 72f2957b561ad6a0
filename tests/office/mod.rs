//! What tests of office files share: small files made on the spot, and what was read of them.
#![allow(dead_code)]

use gouji::{
    document::{Document, Part},
    ingest,
};
use std::io::Write;

/// The vocabularies that Word declares.
pub(crate) const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
    xmlns:v=\"urn:schemas-microsoft-com:vml\"";

const TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

const ROOT: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

/// An archive of files, not compressed.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = rawzip::ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in files {
        let path = rawzip::path::EntryPath::verbatim(name.as_bytes());
        let (mut entry, config) = writer.new_file(path).start().unwrap();
        let mut data = config.wrap(&mut entry);
        data.write_all(bytes).unwrap();
        let (_, output) = data.finish().unwrap();
        entry.finish(output).unwrap();
    }
    writer.finish().unwrap()
}

/// An archive of one file that is compressed already and says that it has `size` bytes.
pub(crate) fn packed(name: &str, bytes: &[u8], size: u64) -> Vec<u8> {
    let mut writer = rawzip::ZipArchiveWriter::new(Vec::new());
    let file = writer
        .new_file(name)
        .compression_method(rawzip::CompressionMethod::DEFLATE);
    let (mut entry, _) = file.start().unwrap();
    entry.write_all(bytes).unwrap();
    entry
        .finish(rawzip::DataDescriptorOutput::new(0, size))
        .unwrap();
    writer.finish().unwrap()
}

/// The main part of a Word document with the given body.
pub(crate) fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document {SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    )
}

/// A Word document with the given body.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

/// The same with further parts.
pub(crate) fn docx_with(body: &str, parts: &[(&str, String)]) -> Vec<u8> {
    let text = document(body);
    let relation = |kind: &str| {
        format!(
            "<Relationship Id=\"x{kind}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{kind}.xml\"/>"
        )
    };
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}{}</Relationships>",
        relation("styles"),
        relation("numbering")
    );
    let mut files = vec![
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("word/document.xml", &text),
    ];
    if parts.iter().all(|(name, _)| !name.ends_with(".rels")) {
        files.push(("word/_rels/document.xml.rels", &relations));
    }
    files.extend(parts.iter().map(|(name, text)| (*name, text.as_str())));
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    zip(&files)
}

/// The part that holds the given styles.
pub(crate) fn styles(inner: &str) -> (&'static str, String) {
    (
        "word/styles.xml",
        format!("<w:styles {SPACES}>{inner}</w:styles>"),
    )
}

/// The part that holds the given lists.
pub(crate) fn numbering(inner: &str) -> (&'static str, String) {
    (
        "word/numbering.xml",
        format!("<w:numbering {SPACES}>{inner}</w:numbering>"),
    )
}

/// The text of a file in an archive.
pub(crate) fn file(archive: &[u8], name: &str) -> String {
    let zip = rawzip::ZipArchive::from_slice(archive).unwrap();
    let found = zip
        .entries()
        .map(Result::unwrap)
        .find(|entry| entry.file_path().as_bytes() == name.as_bytes())
        .unwrap_or_else(|| panic!("{name} is missing"));
    let method = found.compression_method();
    let packed = zip.get_entry(found.wayfinder()).unwrap().data().to_vec();
    let bytes = match method {
        rawzip::CompressionMethod::STORE => packed,
        _ => miniz_oxide::inflate::decompress_to_vec(&packed).unwrap(),
    };
    String::from_utf8(bytes).unwrap()
}

pub(crate) fn read(bytes: &[u8]) -> Document {
    ingest::read(bytes, None).unwrap_or_else(|error| panic!("{}: {}", error.code, error.message.zh))
}

pub(crate) fn quote(document: &Document, block: usize) -> &str {
    document.quote(document.block(block))
}

pub(crate) fn lines(document: &Document) -> Vec<&str> {
    let line = |part: &Part| match part {
        Part::Paragraph { block, .. } => Some(quote(document, *block)),
        _ => None,
    };
    document.parts().iter().filter_map(line).collect()
}

pub(crate) fn outline(document: &Document) -> Vec<(u8, &str)> {
    let heading = |part: &Part| match part {
        Part::Paragraph {
            block,
            heading: Some(level),
        } => Some((*level, quote(document, *block))),
        _ => None,
    };
    document.parts().iter().filter_map(heading).collect()
}

pub(crate) fn pictures(document: &Document) -> Vec<&str> {
    let name = |part: &Part| match part {
        Part::Picture { block } => Some(quote(document, *block)),
        _ => None,
    };
    document.parts().iter().filter_map(name).collect()
}

/// Every cell of every table as `row,column rows×columns text`.
pub(crate) fn cells(document: &Document) -> Vec<String> {
    let grids = document.parts().iter().filter_map(|part| match part {
        Part::Grid(grid) => Some(grid),
        _ => None,
    });
    grids
        .flat_map(|grid| &grid.cells)
        .map(|cell| {
            let text = quote(document, cell.block);
            format!(
                "{},{} {}×{} {text}",
                cell.row, cell.column, cell.rows, cell.columns
            )
        })
        .collect()
}

/// What always holds: blocks follow each other, each is a stretch of whole characters, cells lie in their grid.
pub(crate) fn assert_sound(document: &Document) {
    let mut end = 0;
    for &block in document.blocks() {
        assert!(block.start == end && document.text().get(block.range()).is_some());
        end = block.end + 1;
    }
    for part in document.parts() {
        if let Part::Grid(grid) = part {
            for cell in &grid.cells {
                assert!(cell.rows > 0 && cell.columns > 0 && cell.block < document.blocks().len());
                assert!(
                    cell.row + cell.rows <= grid.rows && cell.column + cell.columns <= grid.columns
                );
            }
        }
    }
}
