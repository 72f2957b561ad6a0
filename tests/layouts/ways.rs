//! The layouts: each makes the lines of a table from the cells of its rows.

use crate::Layout;
use crate::damaged::is_number;

pub(crate) const PLAIN: &[(&str, Layout)] = &[
    ("a cell a line", |rows| rows.concat()),
    ("a cell a line, blank lines between", |rows| {
        rows.concat()
            .into_iter()
            .flat_map(|cell| [cell, String::new()])
            .collect()
    }),
    ("lines ended by bars", |rows| {
        rows.concat()
            .iter()
            .map(|cell| format!("{cell} |"))
            .collect()
    }),
    ("rows opened by bars, their cells one a line", |rows| {
        let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
        let lines = |row: &Vec<String>| {
            let mut lines = vec!["|".to_owned()];
            lines.extend(row.iter().map(|cell| format!("{cell} |")));
            if let Some(last) = lines.last_mut().filter(|_| row.len() < widest) {
                *last += &format!(" {}", "|".repeat(widest - row.len()));
            }
            lines
        };
        rows.iter().flat_map(lines).collect()
    }),
    ("rows counted before their labels, a cell a line", |rows| {
        let mut count = 0;
        let cells = |row: &Vec<String>| {
            let counted = row[1..].iter().any(|cell| is_number(cell)) && !is_number(&row[0]);
            count += usize::from(counted);
            let number = counted.then(|| count.to_string());
            number.into_iter().chain(row.clone()).collect::<Vec<_>>()
        };
        rows.iter().flat_map(cells).collect()
    }),
    ("tabs", |rows| {
        rows.iter().map(|row| row.join("\t")).collect()
    }),
    ("comma-separated values in quotation marks", |rows| {
        let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
        let quoted = |row: &Vec<String>| {
            let cells = row.iter().map(|cell| format!("\"{cell}\""));
            let blank = std::iter::repeat_n(String::new(), widest - row.len());
            cells.chain(blank).collect::<Vec<_>>().join(",")
        };
        rows.iter().map(quoted).collect()
    }),
    ("spaces", |rows| {
        rows.iter().map(|row| row.join(" ")).collect()
    }),
    ("all on one line", |rows| vec![rows.concat().join(" ")]),
    ("Markdown", |rows| {
        rows.iter()
            .map(|row| format!("| {} |", row.join(" | ")))
            .collect()
    }),
    ("full-width digits", |rows| {
        rows.concat().iter().map(|cell| full_width(cell)).collect()
    }),
    ("broken labels", |rows| {
        rows.concat().iter().flat_map(|cell| broken(cell)).collect()
    }),
    ("ordinals in lines of their own", |rows| {
        let ordinal = |cell: &String| {
            let mark = cell.find(['.', '、', '）']);
            let end = mark.and_then(|at| cell[at..].chars().next().map(|c| at + c.len_utf8()));
            let end = end.filter(|&end| end < 10 && end < cell.len()).unwrap_or(0);
            let parts = [cell[..end].to_owned(), cell[end..].to_owned()];
            parts.into_iter().filter(|part| !part.is_empty())
        };
        rows.iter().flatten().flat_map(ordinal).collect()
    }),
    ("a word for nothing", |rows| {
        let cell = |cell: &String| {
            if cell == "0" {
                "零".into()
            } else {
                cell.clone()
            }
        };
        rows.iter().flatten().map(cell).collect()
    }),
    ("marks of notes behind numbers", |rows| {
        let cell = |(at, cell): (usize, &String)| match (is_number(cell), at % 9) {
            (true, 0) => format!("{cell}[1]"),
            (true, 4) => format!("{cell}注2"),
            _ => cell.clone(),
        };
        rows.iter().flatten().enumerate().map(cell).collect()
    }),
    ("page numbers inside", |rows| {
        let row = |(at, row): (usize, &Vec<String>)| {
            let page = (at % 9 == 8).then(|| format!("- {} -", at / 9 + 3));
            [Some(row.join(" ")), page]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
        };
        rows.iter().enumerate().flat_map(row).collect()
    }),
    ("labels first, then rows of numbers", |rows| {
        let labels = rows.iter().map(|row| row[0].clone());
        let numbers = rows
            .iter()
            .filter(|row| row.len() > 1)
            .map(|row| row[1..].join(" "));
        if rows.len() < 12 {
            rows.concat()
        } else {
            labels.chain(numbers).collect()
        }
    }),
];

/// The head of the fourth table as readers of PDF give it.
pub(crate) const VERTICAL: [&str; 6] = [
    "行政复议 行政诉讼",
    "未经复议直接起诉 复议后起诉",
    "结 结 其 尚 结 结 其 尚 结 结 其 尚",
    "果 果 他 未 总 果 果 他 未 总 果 果 他 未 总",
    "维 纠 结 审 计 维 纠 结 审 计 维 纠 结 审 计",
    "持 正 果 结 持 正 果 结 持 正 果 结",
];

/// Layouts in which a label is cut anywhere by its values, and in which the fourth table has no head.
pub(crate) const CUT: &[(&str, Layout)] = &[
    ("values inside the label, a cell a line", |rows| {
        parted(rows, |label, rest, values| {
            let values = values.split(' ').map(str::to_owned);
            let mut lines = vec![label.to_owned()];
            lines.extend(values.chain([rest.to_owned()]));
            lines
        })
    }),
    ("values behind the first letters of their label", |rows| {
        let cut = |row: &Vec<String>| {
            let numbers = row.len() > 1 && row[1..].iter().all(|cell| is_number(cell));
            let at = row[0].char_indices().nth(4).map_or(0, |(at, _)| at);
            if numbers && !is_number(&row[0]) && row[0].chars().count() > 7 {
                vec![
                    row[0][..at].to_owned(),
                    row[1..].join(" "),
                    row[0][at..].to_owned(),
                ]
            } else {
                vec![row.join(" ")]
            }
        };
        rows.iter().flat_map(cut).collect()
    }),
    ("each cell behind the name of its column", |rows| {
        named(rows, |name, cell| format!("{name}{cell}件"), "，")
    }),
    (
        "each cell behind the name of its column, in a line of its own",
        |rows| named(rows, |name, cell| format!("{name}：{cell}"), "\n"),
    ),
    ("column after column", |rows| {
        if rows.len() < 12 {
            return rows.concat();
        }
        let labels = rows[2..].iter().map(|row| row[0].clone());
        let values = |column: usize| rows.iter().filter_map(move |row| row[1..].get(column));
        let values = |column: usize| values(column).filter(|cell| is_number(cell)).cloned();
        let columns = rows[1].iter().enumerate();
        let columns =
            columns.flat_map(|(at, name)| std::iter::once(name.clone()).chain(values(at)));
        labels.chain(columns).collect()
    }),
    (
        "column after column, some under a head of several",
        |rows| {
            if rows.len() < 12 {
                return rows.concat();
            }
            let labels = rows[2..].iter().map(|row| row[0].clone());
            let values = |column: usize| rows.iter().filter_map(move |row| row[1..].get(column));
            let values = |column: usize| values(column).filter(|cell| is_number(cell)).cloned();
            let above = |at: usize| (at == 1).then(|| "法人或其他组织".to_owned());
            let columns = rows[1].iter().enumerate().flat_map(|(at, name)| {
                let head = above(at).into_iter().chain([name.clone()]);
                head.chain(values(at)).collect::<Vec<_>>()
            });
            labels.chain(columns).collect()
        },
    ),
    ("remarks behind the values", |rows| {
        let line = |(at, row): (usize, &Vec<String>)| {
            let remark = if at % 3 == 0 {
                "\t含上年结转1件"
            } else {
                "\t"
            };
            let is_row = row.len() > 1 && !is_number(&row[0]) && is_number(&row[1]);
            format!("{}{}", row.join("\t"), if is_row { remark } else { "\t" })
        };
        rows.iter().enumerate().map(line).collect()
    }),
    ("no head of the fourth table", |rows| {
        let head = if rows.len() > 2 { 0 } else { 1 };
        rows[head..].concat()
    }),
];

/// The lines of rows whose long labels are cut in two.
pub(crate) fn parted(
    rows: &[Vec<String>],
    lines: fn(&str, &str, &str) -> Vec<String>,
) -> Vec<String> {
    let row = |row: &Vec<String>| {
        let is_row = row.len() > 1 && row[1..].iter().all(|cell| is_number(cell));
        let count = row[0].chars().count();
        let cut = row[0].char_indices().nth(count / 2).map_or(0, |(at, _)| at);
        if is_row && count > 8 {
            lines(&row[0][..cut], &row[0][cut..], &row[1..].join(" "))
        } else {
            vec![row.join(" ")]
        }
    };
    rows.iter().flat_map(row).collect()
}

/// Rows of tables with one width, each cell behind the name of its column.
fn named(rows: &[Vec<String>], cell: fn(&str, &str) -> String, between: &str) -> Vec<String> {
    if rows.len() < 12 {
        return rows.concat();
    }
    let row = |row: &Vec<String>| {
        let cells = rows[1]
            .iter()
            .zip(&row[1..])
            .map(|(name, value)| cell(name, value));
        let cells = cells.collect::<Vec<_>>().join(between);
        if row.len() > 1 {
            format!("{}：{cells}。", row[0])
        } else {
            row[0].clone()
        }
    };
    let lines = rows[2..].iter().map(row);
    lines
        .flat_map(|line| line.split('\n').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

fn full_width(cell: &str) -> String {
    let widen = |c: char| {
        if c.is_ascii_digit() {
            char::from_u32(c as u32 + 0xfee0).unwrap_or(c)
        } else {
            c
        }
    };
    cell.chars().map(widen).collect()
}

/// A long label over two lines.
fn broken(cell: &str) -> Vec<String> {
    let cut = cell.char_indices().nth(7).map_or(0, |(at, _)| at);
    if cell.chars().count() < 12 {
        vec![cell.into()]
    } else {
        vec![cell[..cut].into(), cell[cut..].into()]
    }
}
