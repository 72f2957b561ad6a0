//! Word files: everything that Word prints is read, nothing else, and no bytes do harm.
#![cfg(feature = "files")]

mod office;

use gouji::document::{Format, Part};
use office::{cells, docx, docx_with, lines, numbering, outline, pictures, quote, read, styles};

/// A paragraph with one run.
fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// A cell with properties and one paragraph.
fn tc(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text))
}

/// A row of plain cells.
fn tr(texts: &[&str]) -> String {
    let cells: String = texts.iter().map(|text| tc("", text)).collect();
    format!("<w:tr>{cells}</w:tr>")
}

#[test]
fn runs_are_one_line_and_breaks_are_breaks() {
    let document = read(&docx(
        "<w:p><w:r><w:t>本年新收</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>1</w:t></w:r><w:r><w:t>2</w:t></w:r>
           <w:proofErr w:type=\"spellStart\"/><w:r><w:t xml:space=\"preserve\"> 件</w:t><w:br/><w:t>第二行</w:t><w:tab/><w:t>后</w:t>
           <w:softHyphen/><w:noBreakHyphen/><w:t>3 &amp; &#x4E00; </w:t></w:r></w:p>
         <w:p><w:r><w:t>   </w:t></w:r></w:p>
         <w:p><w:hyperlink r:id=\"rId9\"><w:r><w:t>链接里的字</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>2023年</w:t></w:r></w:smartTag></w:p>",
    ));
    assert_eq!(document.format(), Format::Docx);
    assert_eq!(
        lines(&document),
        ["本年新收12 件", "第二行\t后-3 & 一", "链接里的字2023年"]
    );
}

#[test]
fn white_space_around_text_counts_only_where_it_is_kept() {
    let document = read(&docx(
        "<w:p><w:r><w:t>\n   共 </w:t></w:r><w:r><w:t xml:space=\"preserve\"> 12 </w:t></w:r><w:r><w:t>件</w:t></w:r></w:p>",
    ));
    assert_eq!(lines(&document), ["共 12 件"]);
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let document = read(&docx(
        "<w:p><w:r><w:t>收到申请</w:t></w:r><w:del w:id=\"1\" w:author=\"甲\"><w:r><w:delText>11</w:delText></w:r></w:del>
           <w:ins w:id=\"2\" w:author=\"甲\"><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:t>件。</w:t></w:r>
           <w:moveFrom w:id=\"3\"><w:r><w:t>移走的话</w:t></w:r></w:moveFrom><w:moveTo w:id=\"4\"><w:r><w:t>移来的话</w:t></w:r></w:moveTo></w:p>
         <w:p><w:pPr><w:rPr><w:del w:id=\"5\"/></w:rPr></w:pPr><w:r><w:t>前半句，</w:t></w:r></w:p><w:p><w:r><w:t>后半句。</w:t></w:r></w:p>
         <w:p><w:pPr><w:rPr><w:del w:id=\"6\"/></w:rPr></w:pPr><w:del w:id=\"7\"><w:r><w:delText>整段删去</w:delText></w:r></w:del></w:p>
         <w:tbl><w:tr><w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>
         <w:tr><w:trPr><w:del w:id=\"8\"/></w:trPr><w:tc><w:p><w:del w:id=\"9\"><w:r><w:delText>旧行</w:delText></w:r></w:del></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>
         <w:tr><w:trPr><w:ins w:id=\"10\"/></w:trPr><w:tc><w:p><w:r><w:t>行政规范性文件</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    ));
    assert_eq!(
        lines(&document),
        ["收到申请12件。移来的话", "前半句，后半句。"]
    );
    assert_eq!(
        cells(&document),
        [
            "0,0 1×1 规章",
            "0,1 1×1 1",
            "1,0 1×1 行政规范性文件",
            "1,1 1×1 2"
        ]
    );
}

#[test]
fn fields_show_their_results() {
    let document = read(&docx(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>
           <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>
           <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>99</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>
           <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>
           <w:fldSimple w:instr=\"SEQ 表\"><w:r><w:t>件</w:t></w:r></w:fldSimple>
           <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>eq \\o\\ac(○,</w:instrText></w:r>
           <w:r><w:instrText>3)</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
    ));
    assert_eq!(lines(&document), ["12件③"]);
}

#[test]
fn what_is_hidden_is_not_read() {
    let hidden =
        "<w:style w:type=\"character\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type=\"paragraph\" w:styleId=\"P\"><w:basedOn w:val=\"Q\"/></w:style>
        <w:style w:type=\"paragraph\" w:styleId=\"Q\"><w:rPr><w:vanish/></w:rPr></w:style>";
    let body = "<w:p><w:r><w:t>可见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"H\"/></w:rPr><w:t>乙</w:t></w:r>
          <w:r><w:rPr><w:rStyle w:val=\"H\"/><w:vanish w:val=\"0\"/></w:rPr><w:t>也可见</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val=\"P\"/></w:pPr><w:r><w:t>丙</w:t></w:r></w:p>
        <w:p><w:pPr><w:pPrChange w:id=\"1\"><w:pPr><w:pStyle w:val=\"P\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>仍可见</w:t></w:r></w:p>";
    let document = read(&docx_with(body, &[styles(hidden)]));
    assert_eq!(lines(&document), ["可见也可见", "仍可见"]);
}

#[test]
fn headings_are_known_by_outline_level() {
    let defined = "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>
        <w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"我的标题\"/><w:basedOn w:val=\"1\"/></w:style>
        <w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"1\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr></w:style>";
    let body = "<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>一、总体情况</w:t></w:r></w:p>
        <w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:r><w:t>（一）主动公开</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val=\"b\"/></w:pPr><w:r><w:t>正文</w:t></w:r></w:p>";
    let document = read(&docx_with(body, &[styles(defined)]));
    assert_eq!(
        outline(&document),
        [(1, "一、总体情况"), (2, "（一）主动公开")]
    );
}

#[test]
fn numbers_that_word_generates_are_in_the_text() {
    let lists = "<w:abstractNum w:abstractNumId=\"0\">
          <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:pStyle w:val=\"1\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%1、\"/></w:lvl>
          <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>
          <w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%3.\"/></w:lvl>
          <w:lvl w:ilvl=\"3\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText w:val=\"%1.%3.%4\"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\u{f06c}\"/></w:lvl></w:abstractNum>
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>
        <w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"2\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>
        <w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num>";
    let defined = "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    let item = |list: u8, level: u8, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let heading = |text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let body = [
        heading("总体情况"),
        item(1, 1, "主动公开"),
        item(1, 2, "2023年制发"),
        item(1, 2, "现行有效"),
        item(1, 1, "依申请公开"),
        item(1, 2, "重新起数"),
        item(1, 3, "三级"),
        item(2, 2, "另起"),
        item(2, 2, "接着"),
        heading("主动公开情况"),
        item(1, 1, "又从一起"),
        item(0, 0, "没有编号"),
        item(3, 0, "项目符号"),
    ]
    .concat();
    let document = read(&docx_with(&body, &[styles(defined), numbering(lists)]));
    assert_eq!(
        lines(&document),
        [
            "一、总体情况",
            "（一）主动公开",
            "1. 2023年制发",
            "2. 现行有效",
            "（二）依申请公开",
            "1. 重新起数",
            "1.1.1 三级",
            "5. 另起",
            "6. 接着",
            "二、主动公开情况",
            "（一）又从一起",
            "没有编号",
            "•项目符号"
        ]
    );
}

#[test]
fn a_generated_number_makes_no_other_figure_of_the_text() {
    let lists = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let item = |text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = item("2023年制发") + &item("制发7件");
    let document = read(&docx_with(&body, &[numbering(lists)]));
    assert_eq!(lines(&document), ["1. 2023年制发", "2.制发7件"]);
}

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
fn lists_may_be_defined_by_a_numbering_style() {
    let lists = "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"L\"/></w:abstractNum>
        <w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"L\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimalEnclosedCircle\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum>
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>";
    let defined = "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>";
    let body = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>件</w:t></w:r></w:p>";
    let document = read(&docx_with(body, &[styles(defined), numbering(lists)]));
    assert_eq!(lines(&document), ["③ 件"]);
}

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

#[test]
fn symbols_ruby_and_formulas_are_characters() {
    let document = read(&docx(
        "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>是</w:t><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:sym w:font=\"Symbol\" w:char=\"F035\"/></w:r>
           <w:r><w:ruby><w:rt><w:r><w:t>yún</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>云</w:t></w:r></w:rubyBase></w:ruby></w:r>
           <m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>",
    ));
    assert_eq!(lines(&document), ["☑是≥5云1/2"]);
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
