//! Columns in another order than the form's, and labels that stand apart from their values.

use crate::SEEDS;
use crate::invented::{compare, invented, read_with, wrong_values};
use gouji::{Options, check};

/// The cells of a wide table, the total of each row before its parts.
fn total_first(row: &[String]) -> Vec<String> {
    let mut row = row.to_vec();
    let parts = match row.len() {
        7 => 0,
        8 => 1,
        _ => return row,
    };
    row[parts..].rotate_right(1);
    row
}

/// Where the head names the total first and the sums bear it out, each value is read in its own column.
#[test]
fn the_head_tells_the_order_of_columns_in_lines() {
    let between: [(&str, &str); 4] = [
        ("lines", "\n"),
        ("spaces", " "),
        ("tabs", "\t"),
        ("bars", " |\n"),
    ];
    for (edition, seed) in (0..SEEDS).flat_map(|seed| [("2021", seed), ("2019", seed)]) {
        let (form, values) = invented(edition, seed);
        for (name, between) in between {
            let report = read_with(form, &values, |rows| {
                let turned = |row: &Vec<String>| match rows.len() > 12 {
                    true => total_first(row).join(between),
                    false => row.join(between),
                };
                rows.iter().map(turned).collect()
            });
            let (wrong, undecided) = compare(&values, &report);
            assert!(
                wrong.is_empty() && undecided == 0,
                "{edition}, {seed}, {name}: {undecided}, {wrong:?}"
            );
        }
    }
}

/// Without a head that names them, columns whose totals stand first are undecided and never read in the form's order.
#[test]
fn totals_before_their_parts_without_a_head_are_undecided() {
    let (form, values) = invented("2021", 1);
    let report = read_with(form, &values, |rows| match rows.len() > 12 {
        true => rows[2..]
            .iter()
            .map(|row| total_first(row).join(" "))
            .collect(),
        false => rows.concat(),
    });
    let wrong = wrong_values(&values, &report);
    assert!(wrong.is_empty(), "{wrong:?}");
    let sums = |code: &str| ["T301", "T302", "T303"].contains(&code);
    assert!(report.findings.iter().all(|finding| !sums(finding.code)));
}

/// All numbers of a row parted by a line break around its label: undecided, and not the ends of the numbers.
#[test]
fn a_row_of_numbers_parted_around_its_label_is_undecided() {
    let (form, values) = invented("2021", 2);
    let report = read_with(form, &values, |rows| {
        let row = |row: &Vec<String>| match row[0].ends_with("总计") && row.len() == 8 {
            false => row.join(" "),
            true => {
                let (first, last): (Vec<_>, Vec<_>) = row[1..]
                    .iter()
                    .map(|cell| cell.split_at(cell.len() - 1))
                    .unzip();
                format!("{}\n{} {}", first.join(" "), row[0], last.join(" "))
            }
        };
        rows.iter().map(row).collect()
    });
    let wrong = wrong_values(&values, &report);
    assert!(wrong.is_empty(), "{wrong:?}");
}

fn facts(table: &str) -> Vec<(String, Option<String>)> {
    let text = format!(
        "柳湾市2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n{table}\n三、收到和处理政府信息公开申请情况\n"
    );
    let report = check(text.as_bytes(), &Options::default()).expect("plain text opens");
    let facts = report.facts.iter();
    facts
        .map(|fact| (fact.id.to_string(), fact.value.clone()))
        .collect()
}

/// Values right behind the name of another column than their row has are not the row's.
#[test]
fn values_under_another_head_are_no_rows() {
    let table = "信息内容\n规章\n行政规范性文件\n第二十条第（六）项\n信息内容\n行政处罚\n行政强制\n本年制发件数\n14\n5\n本年处理决定数量\n385\n47\n本年废止件数\n1\n1\n现行有效件数\n77\n68\n行政事业性收费\n本年收费金额（单位：万元）\n4.5";
    for (id, value) in facts(table) {
        let own = !id.contains("penalty") && !id.contains("coercion");
        assert!(own || value.is_none(), "{id} is {value:?}");
    }
}

/// A stroke for no value that nothing parts from the number before it is a cell of its own.
#[test]
fn strokes_glued_to_numbers_are_cells() {
    let table = "第二十条第（八）项信息内容上一年项目数量本年增/减行政事业性收费21/第二十条第（九）项信息内容采购项目数量采购总金额政府集中采购/39.5";
    let facts = facts(table);
    let value = |id: &str| {
        facts
            .iter()
            .find(|fact| fact.0 == id)
            .and_then(|fact| fact.1.as_deref())
    };
    assert_eq!(value("t2.fees.prior"), Some("21"));
    assert_eq!(value("t2.fees.change"), None);
}

/// Tags and attributes of runs that converters leave in Markdown, and a tag that opens the text, change no cell.
#[test]
fn tags_of_runs_in_markdown_are_nothing() {
    let table = "<div class=\"top\">\n\n# 年度报告\n\n</div>\n\n| <span style=\"a\">信息</span>内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n|---|---|---|---|\n| <span style=\"x\">规</span>章 | <span style=\"x\">1</span>4 | [3]{.underline} | 77 |\n| 规范性文件 | 5 | 1 | <span>6</span>8 |";
    let facts = facts(table);
    for (id, printed) in [
        ("rules.made", "14"),
        ("rules.published", "3"),
        ("normative.total", "68"),
    ] {
        let fact = facts.iter().find(|fact| fact.0 == format!("t2.{id}"));
        assert_eq!(
            fact.and_then(|fact| fact.1.as_deref()),
            Some(printed),
            "{id}"
        );
    }
}

/// A wide comma of thousands at the end of a row ends no sentence: the row behind it is there.
#[test]
fn a_wide_comma_of_thousands_ends_no_sentence() {
    let facts = facts(
        "信息内容 上一年项目数量 本年增/减 处理决定数量 行政处罚 3，074 0 2，916 行政强制 187 -1 3",
    );
    let value = |id: &str| {
        facts
            .iter()
            .find(|fact| fact.0 == id)
            .and_then(|fact| fact.1.as_deref())
    };
    assert_eq!(value("t2.penalty.decisions"), Some("2916"));
    assert_eq!(value("t2.coercion.prior"), Some("187"));
}

/// A note's mark in brackets is no value; where a comma of thousands stands among glued digits, they are undecided.
#[test]
fn marks_of_notes_and_commas_among_glued_digits_are_no_values() {
    let printed = |rows: &str| {
        let head = "第二十条第（一）项信息内容本年新制作数量本年新公开数量对外公开总数量";
        let head = format!("{head}{rows}第二十条第（八）项信息内容上一年项目数量本年增/减");
        facts(&format!(
            "{head}行政事业性收费21第二十条第（九）项信息内容采购项目数量采购总金额政府集中采购"
        ))
    };
    let held = |facts: &[(String, Option<String>)], id: &str| {
        facts
            .iter()
            .find(|fact| fact.0 == id)
            .and_then(|fact| fact.1.clone())
    };
    let lost = printed("规章000规范性文件3,07402,916");
    assert_eq!(held(&lost, "t2.normative.total"), None);
    let noted = facts(
        "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政处罚\t58（注1）\t0\t77（注2）\n行政强制\t3\t0\t9",
    );
    assert_eq!(held(&noted, "t2.penalty.prior").as_deref(), Some("58"));
    assert_eq!(held(&noted, "t2.penalty.decisions").as_deref(), Some("77"));
}

/// In a long line, too, a letter that looks like a digit belongs to the number behind it.
#[test]
fn letters_like_digits_in_a_long_line_belong_to_their_number() {
    let (form, values) = invented("2021", 1);
    let report = read_with(form, &values, |rows| {
        let cell = |(at, cell): (usize, &String)| match at % 3 == 1 && cell.starts_with('1') {
            true => cell.replacen('1', "l", 1),
            false => cell.clone(),
        };
        let cells: Vec<String> = rows.iter().flatten().enumerate().map(cell).collect();
        vec![cells.join(" ")]
    });
    let wrong = wrong_values(&values, &report);
    assert!(wrong.is_empty(), "{wrong:?}");
}
