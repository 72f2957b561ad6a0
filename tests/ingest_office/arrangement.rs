//! Tables, boxes, pictures, notes: what stands where.

use super::{p, tc, tr};
use crate::office::{self, cells, docx, docx_with, lines, pictures, read};
use gouji::document::Part;

#[test]
fn merged_cells_stand_where_they_are_seen() {
    let body = format!(
        "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>
         <w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr>
         <w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}{}</w:tr>
         <w:tr>{}{}{}</w:tr>
         <w:tr>{}<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>{}</w:tr>
         <w:tr>{}{}{}</w:tr></w:tbl>",
        tc("<w:gridSpan w:val=\"2\"/>", "三、本年度办理结果"),
        tc("", "总计"),
        tc("", "甲"),
        tc("", "乙"),
        tc("<w:vMerge w:val=\"restart\"/>", "（三）不予公开"),
        tc("", "1.属于国家秘密"),
        tc("", "0"),
        tc("<w:vMerge/>", "看不见"),
        tc("", "2.其他"),
        tc("", "1"),
        tc("<w:hMerge w:val=\"restart\"/>", "横"),
        tc("<w:hMerge/>", ""),
        tc("", "2"),
    );
    let document = read(&docx(&body));
    assert_eq!(
        cells(&document),
        [
            "0,0 1×2 三、本年度办理结果",
            "0,2 1×1 总计",
            "1,1 1×1 甲",
            "1,2 1×1 乙",
            "2,0 2×1 （三）不予公开",
            "2,1 1×1 1.属于国家秘密",
            "2,2 1×1 0",
            "3,1 1×1 2.其他",
            "3,2 1×1 1",
            "4,0 1×2 横",
            "4,2 1×1 2",
        ]
    );
}

#[test]
fn a_table_that_holds_tables_lays_the_page_out() {
    let inner = format!(
        "<w:tbl>{}{}</w:tbl>",
        tr(&["规章", "1"]),
        tr(&["文件", "2"])
    );
    let document = read(&docx(&format!(
        "<w:tbl><w:tr><w:tc>{}{inner}<w:p/></w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        p("左栏"),
        p("右栏")
    )));
    assert_eq!(lines(&document), ["左栏", "右栏"]);
    assert_eq!(cells(&document).len(), 4);
}

#[test]
fn text_boxes_are_read_once_after_their_paragraph() {
    let content = "<w:txbxContent><w:p><w:r><w:t>框中第一段</w:t></w:r></w:p><w:p><w:r><w:t>框中第二段</w:t></w:r></w:p></w:txbxContent>";
    let document = read(&docx(&format!(
        "<w:p><w:r><w:t>框前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wp:docPr id=\"1\" name=\"文本框 1\"/>
           <a:graphic><a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
           <mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>
           <w:r><w:t>框后</w:t></w:r></w:p>{}",
        p("下一段")
    )));
    assert_eq!(
        lines(&document),
        ["框前框后", "框中第一段", "框中第二段", "下一段"]
    );
    assert!(pictures(&document).is_empty());
}

#[test]
fn pictures_are_named() {
    let drawing = |properties: &str, size: u32| {
        format!(
            "<w:p><w:r><w:t>图前</w:t></w:r><w:r><w:drawing><wp:inline><wp:extent cx=\"{size}\" cy=\"{size}\"/><wp:docPr id=\"1\" {properties}/>
               <a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"rId7\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>
               <w:r><w:t>图后</w:t></w:r></w:p>"
        )
    };
    let image = (
        "word/_rels/document.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId7\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/image3.png\"/></Relationships>".to_owned(),
    );
    let body = [
        drawing("name=\"图片 1\" descr=\"表三\"", 4_000_000),
        drawing("name=\"图片 2\"", 4_000_000),
        drawing("name=\"图标\"", 100_000),
        "<w:p><w:r><w:pict><v:shape alt=\"旧图\"><v:imagedata r:id=\"rId7\"/></v:shape></w:pict></w:r></w:p>".to_owned(),
    ]
    .concat();
    let document = read(&docx_with(&body, &[image]));
    assert_eq!(lines(&document), ["图前图后", "图前图后", "图前图后"]);
    assert_eq!(pictures(&document), ["表三", "image3.png", "旧图"]);
    assert!(matches!(document.parts()[1], Part::Picture { .. }));
}

#[test]
fn footnotes_stand_at_the_end_and_their_marks_join_no_figure() {
    let rels = (
        "word/_rels/document.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes\" Target=\"/word/footnotes.xml\"/></Relationships>".to_owned(),
    );
    let notes = (
        "word/footnotes.xml",
        format!(
            "<w:footnotes {}><w:footnote w:id=\"-1\" w:type=\"separator\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id=\"5\">{}</w:footnote></w:footnotes>",
            office::SPACES,
            p("含上年度结转。")
        ),
    );
    let body = "<w:p><w:r><w:t>共12</w:t></w:r><w:r><w:footnoteReference w:id=\"5\"/></w:r><w:r><w:t>件</w:t></w:r>
        <w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r></w:p><w:p><w:r><w:t>下一段</w:t></w:r></w:p>";
    let document = read(&docx_with(body, &[rels, notes]));
    assert_eq!(lines(&document), ["共12¹件²", "下一段", "¹ 含上年度结转。"]);
}
