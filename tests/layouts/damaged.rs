//! Layouts that lose what stands between digits, or the places of cells.

use crate::Layout;
use crate::ways::{VERTICAL, parted};

/// Layouts in which labels, values and lines have come apart.
pub(crate) const DAMAGED: &[(&str, Layout)] = &[
    ("a label before and behind its values", |rows| {
        parted(rows, |label, rest, values| {
            vec![format!("{label} {values}"), rest.into()]
        })
    }),
    ("values in a line of their own inside the label", |rows| {
        parted(rows, |label, rest, values| {
            vec![label.into(), values.into(), rest.into()]
        })
    }),
    ("labels behind their values", |rows| {
        let turned = |row: &Vec<String>| {
            let numbers = row[1..].iter().all(|cell| is_number(cell));
            let is_row = row.len() > 1 && !is_number(&row[0]) && numbers;
            let first = if is_row {
                row[1..].join(" ")
            } else {
                String::new()
            };
            if is_row {
                format!("{first} {}", row[0])
            } else {
                row.join(" ")
            }
        };
        rows.iter().map(turned).collect()
    }),
    ("numbers that a full stop closes, a cell a line", |rows| {
        let cell = |cell: &String| match is_number(cell) {
            true => format!("{cell}。"),
            false => cell.clone(),
        };
        rows.iter().flatten().map(cell).collect()
    }),
    ("cells parted by commas", |rows| {
        rows.iter().map(|row| row.join(",")).collect()
    }),
    ("plain page numbers and the head again", |rows| {
        let line = |(at, row): (usize, &Vec<String>)| {
            let turn = at % 9 == 8 && rows.len() > 12 && row.len() > 1;
            let page = [(at / 9 + 3).to_string(), String::new()];
            let head = std::iter::once(rows[1].join(" "));
            let before = page.into_iter().chain(head).filter(move |_| turn);
            before.chain([row.join(" ")]).collect::<Vec<_>>()
        };
        rows.iter().enumerate().flat_map(line).collect()
    }),
    ("heads of letters set one above the other", |rows| {
        if rows.len() > 2 {
            return rows.iter().map(|row| row.join(" ")).collect();
        }
        let mut lines: Vec<String> = VERTICAL.iter().map(|&line| line.into()).collect();
        lines.push(rows[1].join(" "));
        lines
    }),
    ("numbers with remarks and units", |rows| {
        let cell = |cell: &String| match cell.parse::<i64>() {
            Ok(value) if value > 9 => format!("{cell}（其中新增5件）"),
            Ok(_) => format!("{cell}件"),
            Err(_) => cell.clone(),
        };
        rows.iter()
            .map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t"))
            .collect()
    }),
];

pub(crate) const GLUED: &[(&str, Layout)] = &[
    ("rows glued", |rows| {
        rows.iter()
            .map(|row| {
                if rows.len() < 12 {
                    row.join(" ")
                } else {
                    row.concat()
                }
            })
            .collect()
    }),
    ("a table glued", |rows| {
        vec![if rows.len() < 12 {
            rows.concat().join(" ")
        } else {
            rows.concat().concat()
        }]
    }),
];

pub(crate) fn is_number(cell: &str) -> bool {
    cell.parse::<i64>().is_ok()
}

/// A number with a space after each digit.
pub(crate) fn spaced(cell: &str) -> String {
    cell.chars().map(String::from).collect::<Vec<_>>().join(" ")
}
