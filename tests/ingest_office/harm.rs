//! Bytes that are cut, broken or hostile do no harm.

use super::{p, tr};
use crate::office::{self, docx, docx_with, lines, numbering, read, styles};
use gouji::document::Format;

/// A document with something of everything.
fn mixed() -> Vec<u8> {
    let rows: String = (0..40)
        .map(|n| tr(&["（一）予以公开", &n.to_string(), "3", "4"]))
        .collect();
    let prose: String = (0..60)
        .map(|n| p(&format!("第{n}段，全年收到申请{n}件，办结率100%。")))
        .collect();
    docx(&format!("{prose}<w:tbl>{rows}</w:tbl>{prose}"))
}

/// Reads bytes that may be anything: a document that is sound, or a sentence.
fn survives(bytes: &[u8]) {
    match gouji::ingest::read(bytes, None) {
        Ok(document) => office::assert_sound(&document),
        Err(error) => assert!(!error.message.zh.is_empty() && !error.message.en.is_empty()),
    }
}

#[test]
fn a_file_cut_anywhere_does_no_harm() {
    let whole = mixed();
    for end in (0..whole.len()).step_by(1024) {
        survives(&whole[..end]);
        survives(&whole[end..]);
    }
    let text = office::document(&(p("前").repeat(50) + &p("后").repeat(50)));
    for end in (0..text.len())
        .step_by(97)
        .filter(|&at| text.is_char_boundary(at))
    {
        survives(&office::zip(&[(
            "word/document.xml",
            &text.as_bytes()[..end],
        )]));
    }
}

#[test]
fn a_broken_part_is_read_as_far_as_it_goes_and_says_so() {
    let text = office::document(&p("前一段").repeat(3));
    let end = text.rfind("<w:t ").unwrap();
    let document = read(&office::zip(&[(
        "word/document.xml",
        &text.as_bytes()[..end],
    )]));
    assert_eq!(lines(&document), ["前一段", "前一段"]);
    assert!(document.is_cut());
    let whole = read(&office::zip(&[("word/document.xml", text.as_bytes())]));
    assert!(!whole.is_cut());
}

#[test]
fn flipped_bytes_do_no_harm_and_change_no_digit() {
    let whole = mixed();
    let truth = read(&whole);
    let mut same = 0;
    for at in (0..whole.len()).step_by(whole.len() / 300) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        survives(&bytes);
        if let Ok(document) = gouji::ingest::read(&bytes, None)
            && document.format() == Format::Docx
        {
            assert_eq!(document.text(), truth.text(), "byte {at}");
            same += 1;
        }
    }
    assert!(same > 0, "flips outside of what is read are survived");
}

#[test]
fn nesting_costs_nothing() {
    let deep = 20_000;
    for (open, close) in [
        ("<w:p><w:r>", "</w:r></w:p>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        (
            "<mc:AlternateContent><mc:Choice>",
            "</mc:Choice></mc:AlternateContent>",
        ),
        (
            "<w:p><w:r><w:pict><w:txbxContent>",
            "</w:txbxContent></w:pict></w:r></w:p>",
        ),
        ("<w:del>", "</w:del>"),
        ("<m:oMath><m:sup>", "</m:sup></m:oMath>"),
    ] {
        let inner = p("最里面");
        let body = format!("{}{inner}{}", open.repeat(deep), close.repeat(deep));
        survives(&docx(&(p("外面") + &body)));
        survives(&docx(&(p("外面") + &open.repeat(deep))));
    }
    let fields = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>".repeat(deep);
    survives(&docx(&format!("{}<w:p>{fields}</w:p>", p("外面"))));
}

#[test]
fn a_million_cells_are_read_up_to_the_bound() {
    let row = format!(
        "<w:tr>{}</w:tr>",
        "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>".repeat(1000)
    );
    let document = read(&docx(&format!("<w:tbl>{}</w:tbl>", row.repeat(200))));
    assert!(document.is_cut());
    assert!(document.blocks().len() <= gouji::ingest::MOST_BLOCKS);
    let wide = "<w:tc><w:tcPr><w:gridSpan w:val=\"999999999\"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>";
    let row = format!(
        "<w:tr><w:trPr><w:gridBefore w:val=\"999999999\"/></w:trPr>{}</w:tr>",
        wide.repeat(3000)
    );
    survives(&docx(&format!("<w:tbl>{}</w:tbl>", row.repeat(3))));
}

#[test]
fn what_would_fill_the_memory_is_refused() {
    // A file that says it has few bytes and unpacks to many, and one that says the truth.
    let packed = miniz_oxide::deflate::compress_to_vec(&vec![b' '; 100 << 20], 6);
    for says in [100 << 20, 1000] {
        let bytes = office::packed("word/document.xml", &packed, says);
        let error = gouji::ingest::read(&bytes, None).expect_err("a bomb");
        assert!(
            matches!(error.code, "too-large" | "damaged"),
            "{}",
            error.code
        );
    }
    let many: Vec<String> = (0..20_000).map(|n| format!("word/document{n}")).collect();
    let files: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let error = gouji::ingest::read(&office::zip(&files), None).expect_err("too many files");
    assert_eq!(error.code, "too-large");
}

#[test]
fn hostile_lists_and_styles_end() {
    let cycle = "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>
        <w:style w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    let lists = "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"L\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"9223372036854775807\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1%1%9%\"/></w:lvl><w:lvl w:ilvl=\"99\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let item = "<w:p><w:pPr><w:pStyle w:val=\"a\"/><w:numPr><w:ilvl w:val=\"-5\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>字</w:t></w:r></w:p>";
    let document = read(&docx_with(
        &item.repeat(3),
        &[styles(cycle), numbering(lists)],
    ));
    assert_eq!(lines(&document).len(), 3);
}
