//! OFD files: pages become lines and tables, and no bytes do harm.
#![cfg(feature = "files")]

mod office;

use gouji::document::{Format, PageProblem};
use office::{cells, lines, read, zip};
use std::fs;

const SPACE: &str = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

/// A file of one page with the given content.
fn ofd(content: &str) -> Vec<u8> {
    ofd_with(content, "", "")
}

/// The same, with more in its `CommonData`, and a template.
fn ofd_with(content: &str, common: &str, template: &str) -> Vec<u8> {
    let root = format!(
        "<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    );
    let document = format!(
        "<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{common}</ofd:CommonData>
           <ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>"
    );
    let page = |content: &str| format!("<ofd:Page {SPACE}>{content}</ofd:Page>");
    zip(&[
        ("OFD.xml", root.as_bytes()),
        ("Doc_0/Document.xml", document.as_bytes()),
        ("Doc_0/Pages/Page_0/Content.xml", page(content).as_bytes()),
        ("Doc_0/Tpls/Tpl_0/Content.xml", page(template).as_bytes()),
    ])
}

fn text(x: f64, y: f64, code: &str) -> String {
    format!(
        "<ofd:TextObject Boundary=\"{x} {y} 100 5\" Font=\"3\" Size=\"5\">{code}</ofd:TextObject>"
    )
}

fn layer(objects: &str) -> String {
    format!("<ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content>")
}

#[test]
fn steps_put_characters_in_their_places() {
    // The parts of a line come in any order, with and without steps; a later piece goes on at the same height.
    let objects = [
        text(60.0, 20.0, "<ofd:TextCode X=\"0\" Y=\"4\">12件</ofd:TextCode>"),
        text(20.0, 20.0, "<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"g 3 5 5 5 g 2 5\">本年新收申请共计</ofd:TextCode>"),
        text(20.0, 40.0, "<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"5\">办结</ofd:TextCode><ofd:TextCode X=\"10\" DeltaX=\"2.5 2.5\">12件</ofd:TextCode>"),
    ]
    .concat();
    let document = read(&ofd(&layer(&objects)));
    assert_eq!(document.format(), Format::Ofd);
    assert_eq!(lines(&document), ["本年新收申请共计12件", "办结12件"]);
}

#[test]
fn what_is_not_visible_is_not_read_and_matrices_are_followed() {
    let objects = format!(
        "<ofd:TextObject Visible=\"false\" Boundary=\"20 10 100 5\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"4\">看不见</ofd:TextCode></ofd:TextObject>
         <ofd:PageBlock>{}</ofd:PageBlock>
         <ofd:TextObject Boundary=\"20 40 100 5\" CTM=\"0.5 0 0 0.5 0 0\" Size=\"10\"><ofd:TextCode X=\"0\" Y=\"8\" DeltaX=\"g 3 10\">缩小一半</ofd:TextCode></ofd:TextObject>
         <ofd:TextObject Boundary=\"40 40 100 5\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"4\">&#x4E4B;后</ofd:TextCode></ofd:TextObject>",
        text(20.0, 30.0, "<ofd:TextCode X=\"0\" Y=\"4\">在块中</ofd:TextCode>")
    );
    let document = read(&ofd(&layer(&objects)));
    assert_eq!(lines(&document), ["在块中", "缩小一半之后"]);
}

#[test]
fn ruled_paths_are_tables() {
    let mut objects = String::from(
        "<ofd:PathObject Boundary=\"20 20 100 20\"><ofd:AbbreviatedData>M 0 0 L 100 0 M 0 10 L 100 10 M 0 20 L 100 20 M 0 0 L 0 20 M 50 0 L 50 20 M 100 0 L 100 20</ofd:AbbreviatedData></ofd:PathObject>",
    );
    for (x, y, word) in [
        (25.0, 22.0, "规章"),
        (75.0, 22.0, "1"),
        (25.0, 32.0, "行政规范性文件"),
        (75.0, 32.0, "12"),
    ] {
        objects += &text(
            x,
            y,
            &format!("<ofd:TextCode X=\"0\" Y=\"5\">{word}</ofd:TextCode>"),
        );
    }
    let document = read(&ofd(&layer(&objects)));
    assert_eq!(
        cells(&document),
        [
            "0,0 1×1 规章",
            "0,1 1×1 1",
            "1,0 1×1 行政规范性文件",
            "1,1 1×1 12"
        ]
    );
}

#[test]
fn a_page_that_is_a_picture_is_told() {
    let picture = "<ofd:ImageObject Boundary=\"0 0 210 297\" ResourceID=\"9\"/>";
    let document = read(&ofd(&layer(picture)));
    assert_eq!(document.page_problems(), [(1, PageProblem::Scanned)]);
    let words = text(
        20.0,
        20.0,
        "<ofd:TextCode X=\"0\" Y=\"4\">正文</ofd:TextCode>",
    );
    assert!(read(&ofd(&layer(&words))).page_problems().is_empty());
}

#[test]
fn templates_belong_to_their_pages() {
    let page = format!(
        "<ofd:Template TemplateID=\"7\"/>{}",
        layer(&text(
            20.0,
            60.0,
            "<ofd:TextCode X=\"0\" Y=\"4\">正文</ofd:TextCode>"
        ))
    );
    let template = layer(&text(
        20.0,
        30.0,
        "<ofd:TextCode X=\"0\" Y=\"4\">表头文字</ofd:TextCode>",
    ));
    let common = "<ofd:TemplatePage ID=\"7\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/>";
    let document = read(&ofd_with(&page, common, &template));
    assert_eq!(lines(&document), ["表头文字", "正文"]);
}

/// Reads bytes that may be anything: a document that is sound, or a sentence.
fn survives(bytes: &[u8]) {
    match gouji::ingest::read(bytes, None) {
        Ok(document) => office::assert_sound(&document),
        Err(error) => assert!(!error.message.zh.is_empty() && !error.message.en.is_empty()),
    }
}

#[test]
fn a_whole_report_is_read_and_its_parts_do_no_harm() {
    let whole = fs::read("tests/fixtures/office/2021.ofd").unwrap();
    let report = gouji::check(&whole, &gouji::Options::default()).unwrap();
    assert_eq!(report.edition, Some("2021"));
    let truth = fs::read_to_string("tests/matrix/2021/truth.json").unwrap();
    let truth: serde_json::Value = serde_json::from_str(&truth).unwrap();
    let facts = truth["facts"].as_object().unwrap();
    assert!(facts.len() > 150);
    for (id, value) in facts {
        let read = report.facts.iter().find(|fact| fact.id == *id);
        let read = read.and_then(|fact| fact.value.as_deref());
        assert_eq!(read, value.as_str(), "{id}");
    }
    for end in (0..whole.len()).step_by(1024) {
        survives(&whole[..end]);
    }
    for at in (0..whole.len()).step_by(whole.len() / 20) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        survives(&bytes);
    }
}

#[test]
fn hostile_pages_end() {
    let deep = 20_000;
    let block = "<ofd:PageBlock>".repeat(deep);
    survives(&ofd(&layer(&block)));
    let objects = "<ofd:TextObject Boundary=\"0 0 1 1\">".repeat(deep);
    survives(&ofd(&layer(&objects)));
    let steps = "<ofd:TextCode X=\"1e308\" Y=\"nan\" DeltaX=\"g 999999999999 1 g g g -1e300\" DeltaY=\"g 5\">1234</ofd:TextCode>";
    survives(&ofd(&layer(&text(1e300, -1.0, steps))));
    let path = format!(
        "<ofd:PathObject Boundary=\"0 0 1 1\" Fill=\"true\"><ofd:AbbreviatedData>{}</ofd:AbbreviatedData></ofd:PathObject>",
        "M 0 0 L 1 0 C ".repeat(30_000)
    );
    survives(&ofd(&layer(&path)));
    let itself = "<ofd:TemplatePage ID=\"7\" BaseLoc=\"Pages/Page_0/Content.xml\"/>";
    let page = "<ofd:Template TemplateID=\"7\"/>".repeat(1000) + &layer("");
    survives(&ofd_with(&page, itself, ""));
}
