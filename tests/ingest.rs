//! Reading: what every kind of bytes becomes, and that no bytes do harm.

mod office;

use gouji::{
    document::{Document, Format, Grid, GridSource, Part},
    ingest::{self, MOST_BLOCKS, MOST_BYTES},
};
use office::{assert_sound, cells, lines, pictures};
use std::time::Instant;

fn read(bytes: impl AsRef<[u8]>) -> Document {
    ingest::read(bytes.as_ref(), None)
        .unwrap_or_else(|error| panic!("{}: {}", error.code, error.message.zh))
}

fn refused(bytes: &[u8]) -> &'static str {
    ingest::read(bytes, None)
        .expect_err("these bytes are not read")
        .code
}

fn grid(document: &Document) -> &Grid {
    for part in document.parts() {
        if let Part::Grid(grid) = part {
            return grid;
        }
    }
    panic!("no table");
}

#[test]
fn spans_put_every_cell_in_its_place() {
    let document = read(
        "<table><tr><td colspan=3>申请人情况</td></tr>
         <tr><th rowspan=2>三、本年度<br>办理结果</th><td><p>（一）予以公开</p></td><td>1<span>2</span></td></tr>
         <tr><td>（二）部分公开</td><td>&nbsp;</td></tr></table>",
    );
    assert_eq!(document.format(), Format::Html);
    assert_eq!(grid(&document).source, GridSource::Markup);
    assert!(grid(&document).cells[1].header);
    assert_eq!(
        cells(&document),
        [
            "0,0 1×3 申请人情况",
            "1,0 2×1 三、本年度\n办理结果",
            "1,1 1×1 （一）予以公开",
            "1,2 1×1 12",
            "2,1 1×1 （二）部分公开",
            "2,2 1×1 ",
        ]
    );
}

#[test]
fn a_table_that_lays_out_the_page_is_read_in_flow() {
    let document = read(
        "<table><tr><td>首页</td><td><h2>一、总体情况</h2><p>本年<span>20</span><span>23</span>年。</p>
         <table><tr><td>规章</td><td>1</td></tr></table><p>完</p></td></tr></table>",
    );
    assert_eq!(
        lines(&document),
        ["首页", "一、总体情况", "本年2023年。", "完"]
    );
    assert_eq!(cells(&document), ["0,0 1×1 规章", "0,1 1×1 1"]);
}

#[test]
fn what_a_page_does_not_show_is_not_read() {
    let document = read(
        "<!DOCTYPE html><html><head><title>无关</title><style>p{}</style><script>var a='<p>甲</p>'</script></head>
         <body><h1>年度报告</h1><!-- 乙 --><noscript>丙</noscript><input type=hidden value=丁>
         <p>正文<span style='display: none'>戊</span><o:p></o:p></p></body></html>",
    );
    assert_eq!(lines(&document), ["年度报告", "正文"]);
    let heading = Part::Paragraph {
        block: 0,
        heading: Some(1),
    };
    assert_eq!(document.parts()[0], heading);
}

#[test]
fn the_clipboard_of_word_keeps_its_numbering() {
    let document = read(
        "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000300\r\n<html><body><!--StartFragment-->
         <p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>其一
         <!--[if gte mso 9]><xml><w:a>无</w:a></xml><![endif]--></p><!--EndFragment--></body></html>",
    );
    assert_eq!(lines(&document), ["1.\u{a0}其一"]);
}

#[test]
fn pictures_keep_their_names_and_ornaments_are_left_out() {
    let document = read(
        "<nav><img src=logo.png></nav><p>表二<img src='/u/0005.jpg?x=1'><img src=a.png alt=表三>
         <img src=dot.gif width=1 height=1></p>",
    );
    assert_eq!(pictures(&document), ["0005.jpg", "表三"]);
}

#[test]
fn tables_with_paragraphs_in_their_cells_make_no_page_of_a_text() {
    let cell = |text: &str| format!("<td><p align=\"center\"><span>{text}</span></p></td>");
    let table = format!("<table><tr>{}{}</tr></table>", cell("规章"), cell("1"));
    let document = read(format!("一、总体情况\n{table}\n五、问题\n六、其他"));
    let paragraphs = document.parts().iter();
    let paragraphs = paragraphs.filter(|part| matches!(part, Part::Paragraph { .. }));
    assert_eq!(paragraphs.count(), 3);
}

#[test]
fn unclosed_tags_and_raised_digits_do_not_confuse() {
    let document = read("<table><tr><td>件数<sup>1</sup><td>12<sup>2</sup><tr><td>面积<td>3");
    assert_eq!(
        cells(&document),
        ["0,0 1×1 件数¹", "0,1 1×1 12²", "1,0 1×1 面积", "1,1 1×1 3"]
    );
}

#[test]
fn a_pasted_piece_of_a_table_is_a_table() {
    let document = read("<tr><td>规章</td><td>1</td></tr><tr><td>文件</td><td>2</td></tr>");
    assert_eq!(grid(&document).rows, 2);
}

#[test]
fn every_encoding_gives_the_same_document() {
    let text = "云溪市2023年报告\n共收到申请12件，㐂𠮷。\n";
    let wanted = read(text);
    let gb = encoding_rs::GB18030.encode(text).0.into_owned();
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xff\xfe", &utf16[..]].concat();
    for bytes in [gb, utf16, marked] {
        assert_eq!(read(&bytes), wanted);
    }
    let page = format!("<meta charset=gb2312><p>{text}</p>");
    let page = encoding_rs::GB18030.encode(&page).0.into_owned();
    assert_eq!(
        lines(&read(&page)),
        ["云溪市2023年报告 共收到申请12件，㐂𠮷。"]
    );
}

#[test]
fn what_cannot_be_read_is_said_by_kind() {
    assert_eq!(refused(b""), "empty");
    assert_eq!(refused(" \u{3000}\r\n\t&nbsp;".as_bytes()), "empty");
    assert_eq!(refused(b"<html><body><p> </p></body></html>"), "empty");
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0"), "picture");
    assert_eq!(refused(b"\xff\xd8\xff\xe0\0\x10JFIF"), "picture");
    assert_eq!(refused(b"RIFF\0\0\0\0WEBPVP8 "), "picture");
    assert_eq!(refused(b"%PDF-1.7\n%\xe2\xe3"), "damaged");
    assert_eq!(refused(b"PK\x03\x04....word/document.xml"), "damaged");
    assert_eq!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"), "damaged");
    assert_eq!(refused(b"PK\x03\x04....notes.txt"), "unknown-kind");
    assert_eq!(refused(b"{\\rtf1"), "unknown-kind");
    assert_eq!(refused(&[0, 1, 2, 3, 4, 5, 6, 7].repeat(99)), "binary");
    let started = Instant::now();
    assert_eq!(refused(&vec![b'a'; MOST_BYTES + 1]), "too-large");
    assert!(started.elapsed().as_secs() < 2);
}

#[test]
fn truncated_anywhere_it_still_reads() {
    let part = "<table><tr><td rowspan=2>甲&nbsp;</td><td>1</td></tr><tr><td><table><tr><td>乙</table></td></tr></table><p>丙</p>";
    let report = format!(
        "<html><body><h1>年度报告</h1>{}</body></html>",
        part.repeat(30)
    );
    let gb = encoding_rs::GB18030.encode(&report).0.into_owned();
    for bytes in [report.as_bytes(), &gb] {
        for end in (0..bytes.len()).step_by(97) {
            if let Ok(document) = ingest::read(&bytes[..end], None) {
                assert_sound(&document);
            }
        }
    }
}

#[test]
fn noise_does_no_harm() {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let words: &[&[u8]] = &[
        b"<table>",
        b"</table>",
        b"<tr>",
        b"<td rowspan=9",
        b" colspan=0>",
        b"<td>",
        b"</td>",
        b"<p>",
        b"<!--",
        b"-->",
        b"<script>",
        b"</script>",
        b"\t",
        b"|",
        b"\n",
        b"\0",
        b"\xff\xfe",
        b"\xe5\xb9\xb4",
        b"12",
        b"<title>",
        b"&#x0;",
        b"<h2>",
        b"<pre>",
        b"![](",
        b"a.jpg\n",
    ];
    for _ in 0..400 {
        let length = next() % 200;
        let soup: Vec<u8> = (0..length)
            .flat_map(|_| words[next() as usize % words.len()].to_vec())
            .collect();
        let bytes: Vec<u8> = (0..length).map(|_| next() as u8).collect();
        for bytes in [soup, bytes] {
            if let Ok(document) = ingest::read(&bytes, None) {
                assert_sound(&document);
            }
        }
    }
}

#[test]
fn hostile_pages_stay_small_and_quick() {
    let deep = 100_000;
    let pages = [
        "<div>".repeat(deep) + "文",
        "<table><tr><td>甲<td>".repeat(deep / 5) + "文",
        format!(
            "<table>{}</table>",
            "<tr><td rowspan=100000 colspan=100000>1<td>2".repeat(3000)
        ),
        format!(
            "<table><tr>{}{}</table>",
            "<td rowspan=1000>1".repeat(20_000),
            "<tr><td>".repeat(20_000)
        ),
        format!("<table>{}</table>", "<tr><td>1<td>2".repeat(110_000)),
        "1\n".repeat(150_000),
        "1\t2\t3\n".repeat(110_000),
        "文".repeat((4 << 20) / 3 + 9),
    ];
    for page in &pages {
        let started = Instant::now();
        if let Ok(document) = ingest::read(page.as_bytes(), None) {
            assert_sound(&document);
            assert!(document.blocks().len() <= MOST_BLOCKS);
        }
        let head: String = page.chars().take(40).collect();
        assert!(started.elapsed().as_secs() < 20, "{head}");
    }
    assert!(read(&pages[5]).is_cut());
    assert!(!read("1\n2").is_cut());
}
