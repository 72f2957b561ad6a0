//! Comments in Word files: at the right characters, and nothing printed changes.
#![cfg(feature = "files")]

mod office;

use gouji::{
    annotate::{Note, annotate, notes},
    rule::Language,
};
use office::{SPACES, docx, docx_with, file, lines, numbering, read};

fn note(block: usize, start: usize, end: usize, text: &str) -> Note {
    Note {
        block,
        start,
        end,
        paragraphs: vec![text.to_owned()],
    }
}

/// The characters between the marks of a comment, as the file has them.
fn commented(bytes: &[u8], id: usize) -> String {
    let xml = file(bytes, "word/document.xml");
    let start = format!("<w:commentRangeStart w:id=\"{id}\"/>");
    let end = format!("<w:commentRangeEnd w:id=\"{id}\"/>");
    let from = xml.find(&start).expect("the comment begins") + start.len();
    let to = xml.find(&end).expect("the comment ends");
    assert!(xml[to..].starts_with(&format!(
        "{end}<w:r><w:commentReference w:id=\"{id}\"/></w:r>"
    )));
    let mut text = String::new();
    for piece in xml[from..to].split('<').skip(1) {
        let (tag, after) = piece.split_once('>').unwrap();
        if tag == "w:t" || tag.starts_with("w:t ") {
            text += after;
        }
    }
    text
}

/// Annotates one stretch of the first block and tells which characters carry the comment.
fn around(body: &str, start: usize, end: usize) -> String {
    let bytes = docx(body);
    let annotated = annotate(&bytes, &[note(0, start, end, "看")]).unwrap();
    assert_eq!(read(&annotated).text(), read(&bytes).text());
    commented(&annotated, 0)
}

#[test]
fn a_comment_stands_at_its_characters() {
    let body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>收到申请12件，办结</w:t></w:r><w:r><w:t>1</w:t></w:r><w:r><w:t>3件。</w:t></w:r></w:p>";
    assert_eq!(around(body, 4, 6), "12");
    assert_eq!(around(body, 0, 4), "收到申请");
    assert_eq!(around(body, 8, 10), "办结");
    assert_eq!(around(body, 10, 12), "13");
    assert_eq!(around(body, 10, 11), "1");
    assert_eq!(around(body, 0, 99), "收到申请12件，办结13件。");
    let xml = file(
        &annotate(&docx(body), &[note(0, 4, 6, "看")]).unwrap(),
        "word/document.xml",
    );
    // Each of the three runs that one has become looks as it did.
    assert_eq!(xml.matches("<w:rPr><w:b/></w:rPr>").count(), 3);
}

#[test]
fn offsets_count_as_a_browser_counts() {
    let body = "<w:p><w:r><w:t>𠮷市12件</w:t></w:r></w:p>";
    assert_eq!(around(body, 3, 5), "12");
}

#[test]
fn references_and_spaces_are_never_cut_wrongly() {
    let body = "<w:p><w:r><w:t>甲&amp;乙12</w:t></w:r></w:p>";
    assert_eq!(around(body, 3, 5), "12");
    // A reference is one character that cannot be cut; its text stays whole.
    assert_eq!(around(body, 1, 2), "甲&amp;乙12");
    // Where white space is not kept at the ends of a text, the text stays whole.
    let body = "<w:p><w:r><w:t> 共 12 件 </w:t></w:r></w:p>";
    assert_eq!(around(body, 2, 4), " 共 12 件 ");
    let body = "<w:p><w:r><w:t xml:space=\"preserve\"> 共 12 件 </w:t></w:r></w:p>";
    assert_eq!(around(body, 2, 4), "12");
}

#[test]
fn runs_are_cut_between_tabs_and_breaks() {
    let body = "<w:p><w:r><w:t>共</w:t><w:tab/><w:t>12</w:t><w:tab/><w:t>件</w:t></w:r></w:p>";
    assert_eq!(around(body, 2, 4), "12");
    let body = "<w:p><w:ins w:id=\"1\"><w:r><w:t>共12件</w:t></w:r></w:ins></w:p>";
    assert_eq!(around(body, 1, 3), "12");
    let body = "<w:p><w:r><w:t>共</w:t></w:r><m:oMath><m:r><m:t>12</m:t></m:r></m:oMath><w:r><w:t>件</w:t></w:r></w:p>";
    assert_eq!(around(body, 1, 2), "");
    let body = "<w:p><w:r><w:ruby><w:rt><w:r><w:t>yún</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>云</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>";
    assert_eq!(around(body, 0, 1), "yún云");
}

#[test]
fn what_has_no_place_is_told_beside_it() {
    let lists = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let body = "<w:p><w:r><w:t>前一段</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>";
    let bytes = docx_with(body, &[numbering(lists)]);
    assert_eq!(lines(&read(&bytes)), ["前一段", "一、总体情况"]);
    let wanted = [
        note(1, 0, 2, "生成的序号"),
        note(1, 2, 4, "其后的字"),
        note(3, 0, 0, "空单元格"),
        note(0, 0, usize::MAX, "全文"),
    ];
    let annotated = annotate(&bytes, &wanted).unwrap();
    let texts: Vec<String> = (0..4).map(|id| commented(&annotated, id)).collect();
    assert_eq!(texts, ["总体情况", "总体", "规章", "前一段"]);
    assert_eq!(read(&annotated).text(), read(&bytes).text());
}

#[test]
fn comments_that_are_there_stay() {
    let rels = (
        "word/_rels/document.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/></Relationships>".to_owned(),
    );
    let comments = (
        "word/comments.xml",
        format!(
            "<w:comments {SPACES}><w:comment w:id=\"7\" w:author=\"甲\"><w:p/></w:comment></w:comments>"
        ),
    );
    let body = "<w:p><w:commentRangeStart w:id=\"7\"/><w:r><w:t>共12件</w:t></w:r><w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r></w:p>";
    let bytes = docx_with(body, &[rels, comments]);
    let annotated = annotate(&bytes, &[note(0, 1, 3, "<a> & \"b\"\u{1}\n")]).unwrap();
    assert_eq!(commented(&annotated, 8), "12");
    let comments = file(&annotated, "word/comments.xml");
    assert!(comments.contains("w:author=\"甲\"") && comments.contains("w:id=\"8\""));
    assert!(comments.contains("&lt;a&gt; &amp; &quot;b&quot; </w:t>"));
    for part in ["[Content_Types].xml", "word/_rels/document.xml.rels"] {
        assert_eq!(file(&annotated, part), file(&bytes, part), "{part}");
    }
}

#[test]
fn a_first_comment_brings_its_part_along() {
    let bytes = docx("<w:p><w:r><w:t>共12件</w:t></w:r></w:p>");
    let annotated = annotate(&bytes, &[note(0, 1, 3, "看")]).unwrap();
    assert!(file(&annotated, "[Content_Types].xml").contains("PartName=\"/word/comments.xml\""));
    assert!(
        file(&annotated, "word/_rels/document.xml.rels").contains("Target=\"/word/comments.xml\"")
    );
    assert!(file(&annotated, "word/comments.xml").contains(">看</w:t>"));
    assert_eq!(file(&annotated, "_rels/.rels"), file(&bytes, "_rels/.rels"));
    let again = annotate(&annotated, &[note(0, 1, 3, "再看")]).unwrap();
    assert_eq!(commented(&again, 1), "12");
}

#[test]
fn every_stretch_of_every_block_can_carry_a_comment() {
    let body = "<w:p><w:r><w:t>共</w:t><w:tab/><w:t xml:space=\"preserve\"> 12&#x4EF6; </w:t><w:br/><w:t>第二</w:t></w:r><w:hyperlink><w:r><w:t>行</w:t></w:r></w:hyperlink></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙丙</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let bytes = docx(body);
    let document = read(&bytes);
    let mut all = Vec::new();
    for block in 0..document.blocks().len() {
        let length = document.quote(document.block(block)).encode_utf16().count();
        for start in 0..=length {
            all.extend((start..=length).map(|end| note(block, start, end, "看")));
        }
    }
    for one in &all {
        let annotated = annotate(&bytes, std::slice::from_ref(one)).unwrap();
        assert_eq!(read(&annotated).text(), document.text(), "{one:?}");
    }
    let annotated = annotate(&bytes, &all).unwrap();
    assert_eq!(read(&annotated).text(), document.text());
    let xml = file(&annotated, "word/document.xml");
    assert_eq!(xml.matches("<w:commentReference").count(), all.len());
}

#[test]
fn only_word_files_are_annotated() {
    for bytes in [
        &b"plain text"[..],
        b"",
        b"PK\x03\x04word/document",
        b"%PDF-1.7",
    ] {
        let error = annotate(bytes, &[]).expect_err("no Word file");
        assert!(
            matches!(error.code, "not-word" | "damaged"),
            "{}",
            error.code
        );
    }
}

#[test]
fn findings_become_comments() {
    let body = "<w:p><w:r><w:t>云溪市2023年政府信息公开工作年度报告</w:t></w:r></w:p><w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p>
        <w:p><w:r><w:t>全年收到申请12件，其中网络途径8件、信函途径5件。</w:t></w:r></w:p>";
    let bytes = docx(body);
    let report = gouji::check(&bytes, &gouji::Options::default()).unwrap();
    let wanted = notes(&report, Language::Chinese);
    assert_eq!(wanted.len(), report.findings.len());
    let at = wanted
        .iter()
        .position(|note| note.paragraphs[0].starts_with("【错误 N201】"))
        .expect("the sum is wrong");
    let annotated = annotate(&bytes, &wanted).unwrap();
    assert!(
        commented(&annotated, at).contains("12"),
        "{}",
        commented(&annotated, at)
    );
}

#[test]
fn the_command_writes_another_file_and_never_the_same() {
    let folder = std::env::temp_dir().join(format!("gouji-annotate-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (from, to) = (folder.join("报告.docx"), folder.join("批注.docx"));
    let original = docx("<w:p><w:r><w:t>云溪市2023年政府信息公开工作年度报告</w:t></w:r></w:p><w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p>
        <w:p><w:r><w:t>全年收到申请12件，其中网络途径8件、信函途径5件。</w:t></w:r></w:p>");
    std::fs::write(&from, &original).unwrap();
    let run = |out: &std::path::Path| {
        std::process::Command::new(env!("CARGO_BIN_EXE_gouji"))
            .arg("annotate")
            .arg(&from)
            .arg("-o")
            .arg(out)
            .output()
            .unwrap()
    };
    assert_eq!(run(&from).status.code(), Some(2));
    assert_eq!(std::fs::read(&from).unwrap(), original);
    assert_eq!(run(&to).status.code(), Some(0));
    let annotated = std::fs::read(&to).unwrap();
    assert!(file(&annotated, "word/comments.xml").contains("N201"));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_command_compares_with_last_years_report_before_it_annotates() {
    let [now, last] = [
        include_str!("compare/今年.txt"),
        include_str!("compare/去年.txt"),
    ];
    let carried = "四、结转下年度继续办理\t8";
    assert!(last.contains(carried));
    let last = last.replace(carried, &carried.replace('8', "9"));
    let paragraph = |line: &str| {
        let line = line.replace('\t', "</w:t><w:tab/><w:t>");
        format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")
    };
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = |name: &str| folder.join(format!("annotate-{name}"));
    let body: String = now.lines().map(paragraph).collect();
    std::fs::write(path("2023.docx"), docx(&body)).unwrap();
    std::fs::write(path("2022.txt"), last).unwrap();
    let comments = |with_last: bool| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gouji"));
        command.arg("annotate").arg(path("2023.docx"));
        command.arg("-o").arg(path("out.docx"));
        if with_last {
            command.arg("--last-year").arg(path("2022.txt"));
        }
        let output = command.output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(comments(false).contains("写入 0 条批注"));
    assert!(comments(true).contains("写入 1 条批注"));
    let comments = file(
        &std::fs::read(path("out.docx")).unwrap(),
        "word/comments.xml",
    );
    assert!(comments.contains("Y101"));
}
