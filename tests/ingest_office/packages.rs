//! Whole files: those of real programs, other forms of the format, parts with other names.

use super::p;
use crate::office::{self, cells, docx_with, lines, outline, quote, read};

#[test]
fn what_a_word_processor_generates_is_read() {
    let bytes = std::fs::read("tests/fixtures/office/features.docx").unwrap();
    let document = read(&bytes);
    assert_eq!(
        lines(&document),
        [
            "槐川县2023年政府信息公开工作年度报告",
            "一、总体情况",
            "（一）主动公开",
            "全年主动公开政府信息12条¹，其中网站8条、公报4条。",
            "面积5平方米²，共三层。",
            "框里的话",
            "（二）依申请公开",
            "1.新收申请3件",
            "①网络2件",
            "②信函1件",
            "2.办结3件",
            "二、主动公开政府信息情况",
            "三、其他需要报告的事项",
            "没有。",
            "¹ 含转载信息。",
        ]
    );
    assert_eq!(
        cells(&document),
        [
            "0,0 1×3 第二十条第（一）项",
            "1,0 2×1 信息内容\n（两行）",
            "1,1 1×1 规章",
            "1,2 1×1 0",
            "2,1 1×1 行政规范性文件",
            "2,2 1×1 7",
        ]
    );
    assert_eq!(outline(&document).len(), 5);
}

#[test]
fn reports_from_a_word_processor_are_read_in_full() {
    for edition in ["2008", "2014", "2019", "2021"] {
        let folder = format!("tests/matrix/{edition}");
        let truth = std::fs::read_to_string(format!("{folder}/truth.json")).unwrap();
        let truth: serde_json::Value = serde_json::from_str(&truth).unwrap();
        let facts = truth["facts"].as_object().unwrap();
        for file in ["writer.docx", "page.mhtml"] {
            let bytes = std::fs::read(format!("{folder}/{file}")).unwrap();
            let report = gouji::check(&bytes, &gouji::Options::default()).unwrap();
            assert_eq!(report.edition, Some(edition));
            for (id, value) in facts {
                let same = |fact: &&gouji::view::Fact| {
                    fact.id == *id || fact.id.strip_suffix(".value") == Some(id)
                };
                let read = report.facts.iter().find(same);
                let read = read.and_then(|fact| fact.value.as_deref());
                assert_eq!(read, value.as_str(), "{edition} {file} {id}");
            }
        }
    }
}

#[test]
fn strict_files_and_utf16_are_the_same_to_the_reader() {
    let body = p("严格格式");
    let strict = office::document(&body).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    );
    let strict = strict.replace("w:", "x:").replace("xmlns:w", "xmlns:x");
    let bytes = office::zip(&[("word/document.xml", strict.as_bytes())]);
    assert_eq!(lines(&read(&bytes)), ["严格格式"]);
    let wide: Vec<u8> = [0xfeff]
        .into_iter()
        .chain(office::document(&body).encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let bytes = office::zip(&[("word/document.xml", &wide)]);
    assert_eq!(lines(&read(&bytes)), ["严格格式"]);
}

#[test]
fn a_page_within_a_document_is_read() {
    let rels = (
        "word/_rels/document.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"c\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk\" Target=\"chunk.mht\"/></Relationships>".to_owned(),
    );
    let page = (
        "word/chunk.mht",
        "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>=E4=\r\n=BA=91=E6=BA=AA</p><table><tr><td>规章</td><td>1</td></tr></table></body></html>\r\n--b--\r\n".to_owned(),
    );
    let document = read(&docx_with("<w:altChunk r:id=\"c\"/>", &[rels, page]));
    assert_eq!(lines(&document), ["云溪"]);
    assert_eq!(cells(&document), ["0,0 1×1 规章", "0,1 1×1 1"]);
}

#[test]
fn parts_are_found_by_their_relations() {
    let root = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>";
    let text = office::document(&p("另有名字"));
    let bytes = office::zip(&[
        ("_rels\\.rels", root.as_bytes()),
        ("word\\document2.xml", text.as_bytes()),
    ]);
    let document = read(&bytes);
    assert_eq!(lines(&document), ["另有名字"]);
    assert_eq!(quote(&document, 0), "另有名字");
}
