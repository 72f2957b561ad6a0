//! The cells of a sheet and what they show.

use super::{
    pictures,
    shared::{self, Shared},
    text,
};
use crate::ingest::{
    archive::{Archive, Problem},
    workbook::{self, Area, MOST_MARKS, Sheet, SheetCell},
    xml::{Node, Tag, Xml},
};

/// The last row and column of a worksheet.
const LAST_ROW: u32 = 1 << 20;
const LAST_COLUMN: u32 = 1 << 14;

/// A cell as it is written.
#[derive(Default)]
struct Raw {
    kind: String,
    style: usize,
    value: String,
    formula: Option<String>,
    /// Text that stands in the cell itself.
    inline: Option<String>,
}

/// Reads a sheet cell by cell; what it says of its own size is not believed.
pub(super) fn read(
    archive: &Archive<'_>,
    path: &str,
    name: String,
    shared: &Shared,
) -> Result<Sheet, Problem> {
    let part = text(archive, path)?;
    let mut sheet = Sheet {
        name,
        ..Sheet::default()
    };
    let mut xml = Xml::new(&part);
    let mut drawn = false;
    let (mut row, mut column) = (0, 0);
    while let Some(node) = xml.next() {
        let Node::Open(tag) = node else { continue };
        match tag.name() {
            "row" => {
                row = row_number(&tag).unwrap_or(row + 1).clamp(1, LAST_ROW);
                column = 0;
                if is_hidden(&tag) && sheet.hidden_rows.len() < MOST_MARKS {
                    sheet.hidden_rows.insert(row - 1);
                }
            }
            "c" => {
                let next = (row.max(1) - 1, column);
                let cell = cell(&mut xml, &tag, next, shared);
                column = cell.column + 1;
                if cell.column < LAST_COLUMN && !sheet.take(cell) {
                    break;
                }
            }
            "col" => hidden_columns(&tag, &mut sheet),
            "mergeCell" => {
                let area = tag.get("ref").as_deref().and_then(area);
                if sheet.merged.len() < MOST_MARKS {
                    sheet.merged.extend(area);
                }
            }
            "drawing" => drawn = true,
            _ => {}
        }
    }
    sheet.cut |= xml.is_broken();
    if drawn {
        pictures(archive, path, &mut sheet);
    }
    Ok(sheet)
}

/// The number that a row says it has, the first being 1.
fn row_number(tag: &Tag<'_>) -> Option<u32> {
    u32::try_from(tag.number("r")?).ok()
}

/// A cell where it says it stands, or else in the `next` place.
fn cell(xml: &mut Xml<'_>, tag: &Tag<'_>, next: (u32, u32), shared: &Shared) -> SheetCell {
    let place = tag.get("r").as_deref().and_then(reference);
    let (row, column) = place.unwrap_or(next);
    let raw = raw(xml, tag);
    let style = shared.styles.get(raw.style);
    SheetCell {
        row,
        column,
        text: shown(&raw, shared),
        ruled: style.is_some_and(|style| style.ruled),
    }
}

fn is_hidden(tag: &Tag<'_>) -> bool {
    matches!(tag.get("hidden").as_deref(), Some("1" | "true"))
}

fn hidden_columns(tag: &Tag<'_>, sheet: &mut Sheet) {
    let bound = |name| {
        tag.number(name)
            .and_then(|at| u32::try_from(at.checked_sub(1)?).ok())
    };
    if let (true, Some(first), Some(last)) = (is_hidden(tag), bound("min"), bound("max"))
        && sheet.hidden_columns.len() < 256
    {
        sheet.hidden_columns.push((first, last));
    }
}

/// Reads a cell up to its end.
fn raw(xml: &mut Xml<'_>, tag: &Tag<'_>) -> Raw {
    let mut raw = Raw {
        kind: tag.get("t").unwrap_or_default(),
        style: tag
            .number("s")
            .and_then(|at| usize::try_from(at).ok())
            .unwrap_or(0),
        ..Raw::default()
    };
    let mut depth = 1;
    let mut in_value = false;
    while depth > 0 {
        match xml.next() {
            None => break,
            Some(Node::Open(tag)) => match tag.name() {
                "is" => raw.inline = Some(shared::string(xml)),
                name => {
                    depth += 1;
                    in_value = name == "v";
                    if name == "f" {
                        raw.formula = Some(String::new());
                    }
                }
            },
            Some(Node::Close) => {
                depth -= 1;
                in_value = false;
            }
            Some(Node::Text { text, .. }) => {
                if in_value {
                    raw.value += &text;
                } else if let (2, Some(formula)) = (depth, &mut raw.formula) {
                    *formula += &text;
                }
            }
        }
    }
    raw
}

/// What a cell shows. A formula that was never worked out shows itself, for its value is not known.
fn shown(raw: &Raw, shared: &Shared) -> String {
    if let Some(text) = &raw.inline {
        return text.clone();
    }
    let value = raw.value.trim();
    if value.is_empty() && raw.kind != "str" {
        return match &raw.formula {
            Some(formula) => format!("={formula}"),
            None => String::new(),
        };
    }
    match raw.kind.as_str() {
        "s" => {
            let at = value.parse::<usize>().ok();
            at.and_then(|at| shared.strings.get(at))
                .cloned()
                .unwrap_or_default()
        }
        "str" => shared::plain(&raw.value),
        "b" => if value == "1" { "TRUE" } else { "FALSE" }.to_owned(),
        "e" => value.to_owned(),
        "d" => value.trim_end_matches("T00:00:00").to_owned(),
        _ => match (value.parse::<f64>(), shared.styles.get(raw.style)) {
            (Ok(number), Some(style)) => style.format.show(number, shared.late),
            (Ok(number), None) => workbook::general(number),
            (Err(_), _) => value.to_owned(),
        },
    }
}

/// Row and column, from zero, of a reference such as `B12`.
fn reference(text: &str) -> Option<(u32, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    let column = text[..letters].bytes().fold(0, |sum, letter| {
        sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    let row: u32 = text[letters..].parse().ok()?;
    ((1..=LAST_ROW).contains(&row)).then_some((row - 1, column - 1))
}

/// The cells of a reference such as `A1:C3`.
fn area(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':')?;
    let (first, last) = (reference(first)?, reference(last)?);
    let area = Area {
        rows: (first.0, last.0),
        columns: (first.1, last.1),
    };
    (first.0 <= last.0 && first.1 <= last.1).then_some(area)
}
