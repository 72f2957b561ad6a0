//! Runs, fields, numbering: the text of a paragraph as Word prints it.

use crate::office::{cells, docx, docx_with, lines, numbering, outline, read, styles};
use gouji::document::Format;

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
fn symbols_ruby_and_formulas_are_characters() {
    let document = read(&docx(
        "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>是</w:t><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:sym w:font=\"Symbol\" w:char=\"F035\"/></w:r>
           <w:r><w:ruby><w:rt><w:r><w:t>yún</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>云</w:t></w:r></w:rubyBase></w:ruby></w:r>
           <m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>",
    ));
    assert_eq!(lines(&document), ["☑是≥5云1/2"]);
}
