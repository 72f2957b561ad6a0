//! A worksheet's XML ([ECMA-376] part 1, 18.3).

use super::{
    super::sheet::{Cell, Content, Look, Sheet, address},
    HEAD, MAIN, escaped,
};
use std::fmt::Write;

/// How a sheet is printed: A4 across, as many pages down as it takes, numbered.
const PAGE: &str = "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>";

/// One worksheet; looks that were not met before are added to `looks`, whose places cells name.
pub(super) fn write(sheet: &Sheet, front: bool, looks: &mut Vec<Look>) -> String {
    let mut text = format!("{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetPr>");
    if let Some(colour) = sheet.tab {
        let _ = write!(text, "<tabColor rgb=\"FF{colour:06X}\"/>");
    }
    let front = if front { " tabSelected=\"1\"" } else { "" };
    let _ = write!(
        text,
        "<pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView showGridLines=\"0\"{front} workbookViewId=\"0\">{}</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>",
        pane(sheet.frozen)
    );
    columns(&mut text, &sheet.widths);
    text += "<sheetData>";
    for (at, cells) in sheet.rows.iter().enumerate() {
        row(&mut text, sheet, at, cells, looks);
    }
    text += "</sheetData>";
    if let Some((head, width, last)) = sheet.filter {
        let (first, last) = (address(head, 0), address(last, width - 1));
        let _ = write!(text, "<autoFilter ref=\"{first}:{last}\"/>");
    }
    merged(&mut text, &sheet.merged);
    text + PAGE + "</worksheet>"
}

fn columns(text: &mut String, widths: &[f64]) {
    if widths.is_empty() {
        return;
    }
    *text += "<cols>";
    for (at, width) in widths.iter().enumerate() {
        let at = at + 1;
        let _ = write!(
            text,
            "<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>"
        );
    }
    *text += "</cols>";
}

fn merged(text: &mut String, areas: &[[usize; 4]]) {
    if areas.is_empty() {
        return;
    }
    let _ = write!(text, "<mergeCells count=\"{}\">", areas.len());
    for &[top, left, bottom, right] in areas {
        let (first, last) = (address(top, left), address(bottom, right));
        let _ = write!(text, "<mergeCell ref=\"{first}:{last}\"/>");
    }
    *text += "</mergeCells>";
}

/// The part of the sheet that stays in view.
fn pane((rows, columns): (usize, usize)) -> String {
    if rows == 0 && columns == 0 {
        return String::new();
    }
    let corner = address(rows, columns);
    let part = match (rows, columns) {
        (_, 0) => "bottomLeft",
        (0, _) => "topRight",
        _ => "bottomRight",
    };
    let across = if columns > 0 {
        format!(" xSplit=\"{columns}\"")
    } else {
        String::new()
    };
    let down = if rows > 0 {
        format!(" ySplit=\"{rows}\"")
    } else {
        String::new()
    };
    format!("<pane{across}{down} topLeftCell=\"{corner}\" activePane=\"{part}\" state=\"frozen\"/>")
}

fn row(text: &mut String, sheet: &Sheet, at: usize, cells: &[Option<Cell>], looks: &mut Vec<Look>) {
    let height = sheet
        .heights
        .iter()
        .rfind(|(row, _)| *row == at)
        .map(|(_, height)| height);
    let _ = write!(text, "<row r=\"{}\"", at + 1);
    if let Some(height) = height {
        let _ = write!(text, " ht=\"{height}\" customHeight=\"1\"");
    }
    text.push('>');
    for (column, cell) in cells.iter().enumerate() {
        if let Some(Cell { content, look }) = cell {
            let style = looks
                .iter()
                .position(|known| known == look)
                .unwrap_or_else(|| {
                    looks.push(*look);
                    looks.len() - 1
                });
            write_cell(text, &address(at, column), style, content);
        }
    }
    *text += "</row>";
}

fn write_cell(text: &mut String, place: &str, style: usize, content: &Content) {
    let _ = match content {
        Content::Empty => write!(text, "<c r=\"{place}\" s=\"{style}\"/>"),
        Content::Number(number) => {
            write!(
                text,
                "<c r=\"{place}\" s=\"{style}\"><v>{}</v></c>",
                escaped(number)
            )
        }
        Content::Text(string) => write!(
            text,
            "<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            escaped(string)
        ),
        Content::Formula(formula, result) => {
            let (kind, value) = match &**result {
                Content::Text(string) => (" t=\"str\"", string.as_str()),
                Content::Number(number) => ("", number.as_str()),
                _ => ("", ""),
            };
            write!(
                text,
                "<c r=\"{place}\" s=\"{style}\"{kind}><f>{}</f><v>{}</v></c>",
                escaped(formula),
                escaped(value)
            )
        }
    };
}
