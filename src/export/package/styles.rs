//! The styles of a workbook.

use super::{HEAD, MAIN};
use crate::export::sheet::Look;
use std::fmt::Write;

/// The fonts, fills, borders and cell styles of all looks.
pub(super) fn write(looks: &[Look]) -> String {
    let mut fonts = String::new();
    let mut fills = String::from(
        "<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>",
    );
    let mut cells = String::new();
    for (at, look) in looks.iter().enumerate() {
        font(&mut fonts, look);
        let fill = look.fill.map_or(String::new(), |colour| {
            format!("<fgColor rgb=\"FF{colour:06X}\"/>")
        });
        let pattern = if look.fill.is_some() { "solid" } else { "none" };
        let _ = write!(
            fills,
            "<fill><patternFill patternType=\"{pattern}\">{fill}</patternFill></fill>"
        );
        cell_style(&mut cells, at, look);
    }
    let line = |side: &str| format!("<{side} style=\"thin\"><color rgb=\"FF8C8C8C\"/></{side}>");
    let borders = ["left", "right", "top", "bottom"].map(line).concat();
    let (count, filled) = (looks.len(), looks.len() + 2);
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\"><fonts count=\"{count}\">{fonts}</fonts><fills count=\"{filled}\">{fills}</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>{borders}<diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"{count}\">{cells}</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    )
}

fn font(fonts: &mut String, look: &Look) {
    let bold = if look.bold { "<b/>" } else { "" };
    let italic = if look.italic { "<i/>" } else { "" };
    let size = if look.size == 0 { 11 } else { look.size };
    let ink = look.ink.unwrap_or(0);
    let _ = write!(
        fonts,
        "<font>{bold}{italic}<sz val=\"{size}\"/><color rgb=\"FF{ink:06X}\"/><name val=\"等线\"/><family val=\"2\"/><charset val=\"134\"/></font>"
    );
}

fn cell_style(cells: &mut String, at: usize, look: &Look) {
    let fill = if look.fill.is_some() { at + 2 } else { 0 };
    let border = usize::from(look.ruled);
    let across = match look {
        Look { centred: true, .. } => " horizontal=\"center\"",
        Look { right: true, .. } => " horizontal=\"right\"",
        _ => " horizontal=\"left\"",
    };
    let down = if look.top { "top" } else { "center" };
    let wrap = if look.wrap { " wrapText=\"1\"" } else { "" };
    let indent = match look.indent {
        0 => String::new(),
        indent => format!(" indent=\"{indent}\""),
    };
    let _ = write!(
        cells,
        "<xf numFmtId=\"0\" fontId=\"{at}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment{across} vertical=\"{down}\"{wrap}{indent}/></xf>"
    );
}
