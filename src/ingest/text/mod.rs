//! Plain text: every line a paragraph; runs of lines cut by tabs or bars are tables.

mod commas;
mod doubled;
mod drawn;
mod paged;
mod pictures;
mod quoted;

use super::{
    Draft, blank_cells, glued_heading, html, is_blank,
    markup::is_tagged,
    rows::{self, Around, Row, strong},
};
use crate::{
    document::{Document, Format},
    text::{
        edges::{is_page_edge, is_running_title},
        words::{find, has},
    },
};

/// Character references that copies of pages leave in their text.
const RESIDUE: &[(&str, &str)] = &[
    ("&nbsp;", "\u{a0}"),
    ("&#160;", "\u{a0}"),
    ("&ensp;", "\u{2002}"),
    ("&emsp;", "\u{2003}"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&mdash;", "—"),
    ("&middot;", "·"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&amp;", "&"),
];

/// Signs that Markdown escapes, lest an ordinal become a list.
const ESCAPED: &[(&str, &str)] = &[
    ("\\.", "."),
    ("\\-", "-"),
    ("\\(", "("),
    ("\\)", ")"),
    ("\\[", "["),
    ("\\]", "]"),
    ("\\_", "_"),
    ("\\*", "*"),
];

/// Reads plain text. Empty lines leave no trace but where they are blank cells; all other characters stay as they are.
#[must_use]
pub fn read(text: &str, name: Option<&str>) -> Document {
    let text = without_residue(text);
    let text = without_tags(&text).unwrap_or(text);
    let text = drawn::marked_up(&text).unwrap_or(text);
    let text = paged::without_numbers(&text).unwrap_or(text);
    let text = commas::tabbed(&text).unwrap_or(text);
    let text = commas::parted(&text).unwrap_or(text);
    let text = quoted::joined(&text).unwrap_or(text);
    let text = doubled::single(&text).unwrap_or(text);
    let mut draft = Draft::new(Format::Text, name);
    let mut rest = text.as_str();
    while let Some((before, table, after)) = embedded_table(rest) {
        read_lines(&mut draft, before);
        html::read_into(&mut draft, table);
        rest = after;
    }
    read_lines(&mut draft, rest);
    draft.builder.finish()
}

fn without_residue(text: &str) -> String {
    let mut text = text.trim_start_matches('\u{feff}').to_owned();
    if !text.contains(['&', '\\']) {
        return text;
    }
    for (reference, character) in RESIDUE.iter().chain(ESCAPED) {
        if text.contains(reference) {
            text = text.replace(reference, character);
        }
    }
    text
}

/// The text without the tags and attributes of runs that converters to Markdown leave in it.
fn without_tags(text: &str) -> Option<String> {
    const RUNS: [(&str, char); 3] = [("<span", '>'), ("</span", '>'), ("]{", '}')];
    if !(text.contains('<') && has(text, "</span>") || text.contains("]{")) {
        return None;
    }
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(['<', ']']) {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let run = RUNS.iter().find(|(start, _)| tag.starts_with(start));
        let end = run.and_then(|&(_, end)| tag.find(end));
        let kept = usize::from(end.is_none());
        out.push_str(&tag[..kept]);
        rest = &tag[end.unwrap_or(0) + 1..];
    }
    Some(out + rest)
}

/// The first marked-up table that a converter has left in plain text, with what stands around it.
fn embedded_table(text: &str) -> Option<(&str, &str, &str)> {
    let start = find(text, "<table")?;
    let end = start + text[start..].find("</table>")? + "</table>".len();
    let mut before = &text[..start];
    let mut after = &text[end..];
    for tag in ["<body>", "<html>"] {
        before = before.trim_end().strip_suffix(tag).unwrap_or(before);
    }
    for tag in ["</body>", "</html>"] {
        after = after.strip_prefix(tag).unwrap_or(after);
    }
    Some((before, &text[start..end], after))
}

fn read_lines(draft: &mut Draft, text: &str) {
    let mut run: Vec<Row<'_>> = Vec::new();
    let mut width = 0;
    let lines: Vec<&str> = lines(text).collect();
    let mut blank_cells = blank_cells::find(&lines).into_iter().peekable();
    let keeps_blanks = has(text, "\t\t") && lines.iter().any(|line| line.trim().contains("\t\t"));
    for (at, &line) in lines.iter().enumerate() {
        let row = rows::row(line);
        let goes_on = row
            .as_ref()
            .is_some_and(|row| run.first().is_none_or(|first| first.is_like(row)));
        if !goes_on {
            let next = lines[at..].iter().find(|line| !is_between_pages(line));
            let around = Around {
                next: next.copied(),
                before: width,
                keeps_blanks,
            };
            width = finish_run(draft, &mut run, &around);
        }
        while blank_cells.next_if_eq(&at).is_some() {
            draft.paragraph("", None);
        }
        match row {
            Some(row) => run.push(row),
            None => {
                width *= usize::from(!line.contains('。'));
                read_line(draft, line);
            }
        }
    }
    let around = Around {
        next: None,
        before: width,
        keeps_blanks,
    };
    finish_run(draft, &mut run, &around);
}

/// Whether a line is none of the text itself, so that a table may go on behind it.
fn is_between_pages(line: &str) -> bool {
    is_blank(line) || is_page_edge(line) || is_running_title(line)
}

/// Adds the rows gathered; gives the width of the last table.
fn finish_run(draft: &mut Draft, run: &mut Vec<Row<'_>>, around: &Around<'_>) -> usize {
    let mut last = around.before;
    rows::drop_spare_columns(run);
    if rows::is_grid(run) {
        last = rows::write(draft, run, around);
    } else {
        for row in run.iter() {
            read_line(draft, row.line);
        }
    }
    run.clear();
    last
}

/// The lines of a text, at every kind of line, page or paragraph break, and before a heading that is glued to a number.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    const BREAKS: [char; 6] = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    text.split('\n')
        .flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split(BREAKS))
        .flat_map(|line| {
            let (line, heading) = line.split_at(glued_heading::start(line));
            std::iter::once(line).chain(Some(heading).filter(|heading| !heading.is_empty()))
        })
}

fn read_line(draft: &mut Draft, line: &str) {
    let line = line.trim();
    if is_blank(line) || is_underline(line) {
        return;
    }
    if is_tagged(line) {
        return html::read_into(draft, line);
    }
    if let Some(names) = pictures::names(line) {
        for name in names {
            draft.picture(name);
        }
        return;
    }
    match heading(line) {
        Some((level, text)) => draft.paragraph(strong(text), Some(level)),
        None => draft.paragraph(strong(line), None),
    }
}

/// Whether a line only underlines the one before it, as Markdown does with headings.
fn is_underline(line: &str) -> bool {
    line.len() > 4
        && (line.bytes().all(|byte| byte == b'-') || line.bytes().all(|byte| byte == b'='))
}

/// A Markdown heading's level and text.
fn heading(line: &str) -> Option<(u8, &str)> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    let plain = text.trim();
    ((1..=6).contains(&level) && text.starts_with([' ', '\u{3000}']) && !plain.is_empty())
        .then_some((u8::try_from(level).unwrap_or(6), plain))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::document::{Document, Part};

    fn shape(text: &str) -> Vec<String> {
        let document: Document = read(text, None);
        let quote = |block| document.quote(document.block(block)).to_owned();
        let shape = |part: &Part| match part {
            Part::Paragraph {
                block,
                heading: None,
            } => quote(*block),
            Part::Paragraph {
                block,
                heading: Some(level),
            } => format!("{level}:{}", quote(*block)),
            Part::Picture { block } => format!("!{}", quote(*block)),
            Part::Grid(grid) => {
                let cells = grid.cells.iter();
                cells
                    .map(|c| format!("{},{}={} ", c.row, c.column, quote(c.block)))
                    .collect()
            }
        };
        document.parts().iter().map(shape).collect()
    }

    #[test]
    fn every_line_break_ends_a_paragraph() {
        assert_eq!(
            shape("一\r\n\r\n二 二\r三\u{2028}四\u{c}五"),
            ["一", "二 二", "三", "四", "五"]
        );
    }

    #[test]
    fn lines_cut_by_tabs_are_a_table_with_empty_cells_in_place() {
        assert_eq!(
            shape("规章\t1\t\t3\t\r\n文件\t\t2\t"),
            ["0,0=规章 0,1=1 0,2= 0,3=3 1,0=文件 1,1= 1,2=2 1,3= "]
        );
    }

    #[test]
    fn tabs_cut_off_behind_a_value_leave_blank_cells_but_not_where_the_line_goes_on() {
        assert_eq!(
            shape("指标\t甲\t乙\n规章\t1\n文件\t\t2"),
            ["0,0=指标 0,1=甲 0,2=乙 1,0=规章 1,1=1 1,2= 2,0=文件 2,1= 2,2=2 "]
        );
        assert_eq!(
            shape("指标\t甲\t乙\n规章\t1\n2\t3"),
            ["0,0=指标 0,1=甲 0,2=乙 1,0=规章 1,1=1 2,0=2 2,1=3 "]
        );
    }

    #[test]
    fn brackets_stand_for_pictures_but_not_for_remarks() {
        let text =
            "[图片：W02021.png]\n【图片1】\n[0005.jpg]\n（图片来源：新闻网，2021年）\n（表略）";
        assert_eq!(
            shape(text),
            [
                "![图片：W02021.png]",
                "!【图片1】",
                "![0005.jpg]",
                "（图片来源：新闻网，2021年）",
                "（表略）"
            ]
        );
    }

    #[test]
    fn a_tab_in_prose_makes_no_table() {
        let text =
            "一、\t总体情况\n二、\t主动公开情况\n\t2023年，全市公开信息12条。\n\t依申请公开3件。";
        assert_eq!(shape(text).len(), 4);
    }

    #[test]
    fn bars_at_the_ends_of_lines_make_no_table() {
        assert_eq!(
            shape("指标 |\n94 |\n14 | |\n36 |"),
            ["指标 |", "94 |", "14 | |", "36 |"]
        );
    }

    #[test]
    fn markdown_rows_are_a_table() {
        let text = "| 规章 | 1 |\n|---|:-:|\n| 文件 | |\n首页 | 登录";
        assert_eq!(
            shape(text),
            ["0,0=规章 0,1=1 1,0=文件 1,1= ", "首页 | 登录"]
        );
        assert_eq!(
            shape("|规<br>章|1<br/>2|\n|---|---|\n|**文**|**3**|"),
            ["0,0=规\n章 0,1=1\n2 1,0=文 1,1=3 "]
        );
    }

    #[test]
    fn pictures_and_headings_are_told() {
        let text = "## 一、总体情况\n**（一）公开**\n0005.jpg\n![表二](a/b.png)\n![](a/c.PNG)\n见 0005.jpg";
        assert_eq!(
            shape(text),
            [
                "2:一、总体情况",
                "（一）公开",
                "!0005.jpg",
                "!表二",
                "!c.PNG",
                "见 0005.jpg"
            ]
        );
    }

    #[test]
    fn cells_that_a_program_calls_blank_are_blank() {
        assert_eq!(
            shape("规章\t1\tNaN\t3\n文件\tNaN\t2\t4"),
            shape("规章\t1\t\t3\n文件\t\t2\t4")
        );
    }

    #[test]
    fn columns_that_only_other_tables_of_a_sheet_have_are_left_out() {
        let text = "四、复议情况\t\t\t\t\t\n维持\t\t纠正\t其他\t\t总计\n1\t\t\t2\t\t3";
        let grid = "0,0=四、复议情况 0,1= 0,2= 0,3= 1,0=维持 1,1=纠正 1,2=其他 1,3=总计 2,0=1 2,1= 2,2=2 2,3=3 ";
        assert_eq!(shape(text), [grid]);
    }

    #[test]
    fn signs_that_markdown_escapes_and_lines_under_headings_are_read() {
        assert_eq!(shape("1\\.当面申请数\n-----\n甲"), ["1.当面申请数", "甲"]);
    }

    #[test]
    fn a_table_left_in_text_is_read() {
        let text =
            "上\n<html><body><table><tr><td>甲</td><td>1</td></tr></table></body></html>\n下";
        assert_eq!(shape(text), ["上", "0,0=甲 0,1=1 ", "下"]);
        let text = "上\n<div a=\"b\"><table><tr><td>甲</td><td>1</td></tr></table></div>\n<div>中</div>\n下";
        assert!(!crate::ingest::markup::is_markup(text));
        assert_eq!(shape(text), ["上", "0,0=甲 0,1=1 ", "中", "下"]);
        let text = "上\n<script>x</script><a href=\"y\">点</a>";
        assert_eq!(shape(text), text.lines().collect::<Vec<_>>());
    }
}
