//! The national table of 2014 to 2018 with its zeros left blank, in the layouts in which a blank cell leaves no trace.

use gouji::{Options, check, view::Report};

const TABLE: &str = include_str!("cases/表2014.txt");
const HEAD: &str = "云溪县2016年政府信息公开工作年度报告\n一、概述\n根据条例编制本报告，统计期限为2016年1月1日至2016年12月31日。\n政府信息公开情况统计表\n";
const TAIL: &str = "\n单位负责人：李木  审核人：周禾  填报人：陈田\n联系电话：0558-7654321  填报日期：2017年1月10日\n";

/// The rows of the table: number, label, unit, value.
type Layout = fn(usize, &str, &str, &str) -> String;

const LAYOUTS: [(&str, Layout); 11] = [
    ("a cell a line", |_, label, unit, value| {
        format!("{label}\n{unit}\n{value}")
    }),
    ("no units", |_, label, _, value| format!("{label}\n{value}")),
    ("lines ended by bars", |_, label, unit, value| {
        format!("{label} |\n{unit} |\n{value} |")
    }),
    ("spaces", |_, label, unit, value| {
        format!("{label} {unit} {value}")
    }),
    ("value with its unit", |_, label, unit, value| match value {
        "" => format!("{label}："),
        _ => format!("{label}：{value}{unit}"),
    }),
    ("numbered rows", |row, label, unit, value| {
        format!("{row}\t{label}\t{unit}\t{value}")
    }),
    ("codes", |row, label, unit, value| {
        format!("{label}\t{row:02}\t{unit}\t{value}")
    }),
    ("codes, a cell a line", |row, label, unit, value| {
        format!("{label}\n{row:02}\n{unit}\n{value}")
    }),
    (
        "numbered rows, cells as paragraphs",
        |row, label, unit, value| [&row.to_string(), label, unit, value].join("\n\n\t\n\n"),
    ),
    (
        "numbered rows, cells as paragraphs, no units",
        |row, label, _, value| [&row.to_string(), label, value].join("\n\n\t\n\n"),
    ),
    ("remarks", |_, label, unit, value| {
        format!("{label}\t{unit}\t{value}\t")
    }),
];

fn report(layout: Layout, zero: &str) -> (Vec<String>, Report) {
    report_without(&[], layout, zero)
}

/// The report with zeros in the rows whose labels contain some words.
fn report_without(none: &[&str], layout: Layout, zero: &str) -> (Vec<String>, Report) {
    let (mut rows, mut values) = (Vec::new(), Vec::new());
    for (row, line) in TABLE.lines().skip(1).enumerate() {
        let cells: Vec<&str> = line.split(['｜', '\t']).collect();
        let value = match none.iter().any(|words| cells[0].contains(words)) {
            true => "0",
            false => cells[2],
        };
        let shown = if value == "0" { zero } else { value };
        rows.push(layout(row + 1, cells[0], cells[1], shown));
        values.push(value.to_owned());
    }
    let text = format!("{HEAD}{}{TAIL}", rows.join("\n"));
    let report = check(text.as_bytes(), &Options::default()).expect("text is readable");
    (values, report)
}

#[test]
fn a_blank_cell_shifts_nothing() {
    for (name, layout) in LAYOUTS {
        for zero in ["0", ""] {
            let (values, report) = report(layout, zero);
            assert_eq!(values, printed(&report), "{name}, zero as {zero:?}");
            let told: Vec<&str> = report
                .findings
                .iter()
                .filter(|finding| finding.severity != "notice")
                .map(|finding| finding.message.as_str())
                .collect();
            assert!(told.is_empty(), "{name}, zero as {zero:?}: {told:?}");
        }
    }
}

#[test]
fn a_value_behind_several_blank_rows_is_its_own_row_s() {
    let none = ["专项经费", "专题会议", "培训班数"];
    let (values, report) =
        report_without(&none, |_, label, _, value| format!("{label} {value}"), "");
    assert_eq!(values, printed(&report));
}

#[test]
fn a_dash_glued_to_its_label_is_no_sign() {
    let glued: Layout = |_, label, _, value| format!("{label}{value}");
    let (values, report) = report(glued, "—");
    assert_eq!(values, printed(&report));
}

/// Rows like 一、主动公开情况 do not end what a caption says of a year.
#[test]
fn a_table_of_the_year_before_is_passed_over() {
    let cells = |factor: u32| {
        let rows = TABLE.lines().skip(1).enumerate().map(|(row, line)| {
            let cells: Vec<&str> = line.split('\t').collect();
            let value = cells[2]
                .parse()
                .map_or(cells[2].into(), |value: u32| (value * factor).to_string());
            let section = if row % 16 == 0 {
                "二、公开情况\n"
            } else {
                ""
            };
            format!("{section}{}\n{}\n{value}\n", cells[0], cells[1])
        });
        rows.collect::<String>()
    };
    let read = |before: &str| {
        let text = format!(
            "{HEAD}{before}2016年度信息公开情况统计表\n{}{TAIL}",
            cells(1)
        );
        check(text.as_bytes(), &Options::default()).expect("text is readable")
    };
    let before = format!("2015年度信息公开情况统计表\n{}", cells(2));
    assert_eq!(printed(&read(&before)), printed(&read("")));
}

/// The values read, a blank one as zero.
fn printed(report: &Report) -> Vec<String> {
    let value = |fact: &gouji::view::Fact| fact.value.clone().unwrap_or_else(|| "0".into());
    report.facts.iter().map(value).collect()
}

/// The table told in one sentence is read; a sentence that says what labels say without them is prose.
#[test]
fn a_table_told_in_one_sentence_is_read() {
    let rows = TABLE.lines().skip(1).map(|line| line.split(['｜', '\t']));
    let cells: Vec<Vec<&str>> = rows.map(Iterator::collect).collect();
    let told = |row: &Vec<&str>| format!("{}：{}{}", row[0], row[2], row[1]);
    let read = |sentence: String| {
        let text = format!("{HEAD}{sentence}。{TAIL}");
        check(text.as_bytes(), &Options::default()).expect("text is readable")
    };
    let report = read(cells.iter().map(told).collect::<Vec<_>>().join("；"));
    let values: Vec<&str> = cells.iter().map(|row| row[2]).collect();
    assert_eq!(printed(&report), values);
    let prose = "发布信息12条；办理来信3件；接待来访5人；召开会议2次；编写简报4期；培训人员60人次";
    assert!(printed(&read(prose.into())).is_empty());
}

/// The form of several tables a cell a line, with and without a column that counts the rows of each from one.
#[test]
fn rows_counted_anew_in_each_table_hold_no_more_values() {
    const TABLE: &str = include_str!("cases/表2008.txt");
    const FIRST: [&str; 4] = ["4.", "20.", "22.", "24."];
    let read = |counted: bool| {
        let (mut text, mut row) = (HEAD.replace("2016", "2013"), 0);
        for line in TABLE.lines().skip(1) {
            if row == 0 || FIRST.iter().any(|first| line.starts_with(first)) {
                text.push_str("序号\n指标\n累计数\n2013年发生数\n");
                row = 0;
            }
            row += 1;
            let cells = line.replace('\t', "\n");
            text.push_str(&if counted {
                format!("{row}\n{cells}\n")
            } else {
                format!("{cells}\n")
            });
        }
        check(text.as_bytes(), &Options::default()).expect("text is readable")
    };
    let counted = read(true);
    assert!(counted.facts.len() > 90, "{}", counted.facts.len());
    assert_eq!(printed(&read(false)), printed(&counted));
}

#[test]
fn a_table_of_tabs_that_lost_its_line_ends_reads_alike() {
    let table = include_str!("cases/表2014.txt");
    let text = format!("{HEAD}{table}");
    let read = |text: &str| {
        let report = check(text.as_bytes(), &Options::default()).expect("text is readable");
        assert!(
            report
                .findings
                .iter()
                .all(|found| !found.code.starts_with('T'))
        );
        printed(&report)
    };
    assert_eq!(read(&text.replace('\n', "")), read(&text));
}

#[test]
fn a_table_with_fewer_of_the_columns_above_is_read_by_their_heads() {
    const ROWS: [&str; 12] = [
        "附表一：主动公开情况统计",
        "指标　单位　2012年　累计",
        "主动公开信息数　条　312　1468",
        "其中：1.政府网站公开数　条　300　1400",
        "新增的规范性文件数　条　4　18",
        "附表二：依申请公开情况统计",
        "指标　单位　2012年",
        "本年度申请总数　件　187",
        "其中：1.当面申请数　件　142",
        "2.信函申请数　件　45",
        "对申请的答复总数　件　185",
        "其中：1.同意公开答复数　件　61",
    ];
    let head = HEAD.replace("2016", "2012");
    let text = format!("{head}{}\n", ROWS.join("\n"));
    let report = check(text.as_bytes(), &Options::default()).expect("text is readable");
    let values: Vec<_> = report
        .facts
        .iter()
        .filter_map(|fact| fact.value.as_deref())
        .collect();
    let wanted = [
        "312", "1468", "300", "1400", "4", "18", "187", "142", "45", "185", "61",
    ];
    assert_eq!(values, wanted);
}

#[test]
fn a_list_of_a_province_reads_alike_in_lines_and_in_one_line() {
    const ROWS: [&str; 12] = [
        "（一）主动公开情况统计",
        "指 标|计量单位|2012年度|历年累计",
        "主动公开文件数|条|24|152",
        "其中：1.政府网站公开数|条|22|140",
        "2.政府公报公开数|条|2|12",
        "（二）依申请公开情况统计",
        "指 标|计量单位|2012年度|历年累计",
        "受理申请总数|件|7|21",
        "其中：1.当面申请数|件|2|9",
        "2.网上申请数|件|5|12",
        "对申请的答复总数|件|7|20",
        "其中：1.同意公开答复数|件|6|19",
    ];
    let head = HEAD.replace("2016", "2012");
    let read = |rows: String| {
        let text = format!("{head}{rows}\n");
        let report = check(text.as_bytes(), &Options::default()).expect("text is readable");
        printed(&report)
    };
    let cells = read(ROWS.join("\n").replace('|', "\n"));
    assert_eq!(cells.len(), 16, "{cells:?}");
    assert_eq!(
        cells,
        read(ROWS.join("\n").replace('|', " ")),
        "a row a line"
    );
    assert_eq!(
        cells,
        read(ROWS.join(" ").replace('|', " ")),
        "all in one line"
    );
    let halved = ROWS.join(" ").replace("计量单位", "计量 单位");
    let halved = halved.replace("2012年度", "2012 年度").replace('|', " ");
    assert_eq!(cells, read(halved), "heads in two words");
}

/// What is told of a list under a title of 2012.
fn told(list: &str) -> (Vec<String>, Vec<String>) {
    let text = format!(
        "云溪县2012年政府信息公开工作年度报告\n一、概述\n本报告根据条例编制。\n附表：\n政府信息公开情况统计表\n{list}\n"
    );
    let report = check(text.as_bytes(), &Options::default()).expect("text is readable");
    let values = printed(&report);
    let found = report
        .findings
        .iter()
        .filter(|one| one.severity != "notice");
    (values, found.map(|one| one.code.to_string()).collect())
}

/// Parts that nothing numbers end where a row counts something else, has parts of its own, or their labels are all
/// that there are: then they add up, or it is told.
#[test]
fn parts_without_numbers_are_known_by_their_labels() {
    let list = "项目\t单位\t数量\n一、主动公开情况\t\t\n主动公开政府信息总数\t条\t640\n其中：规范性文件\t条\t12\n提供查阅\t人次\t655\n\
        二、依申请公开情况\t\t\n受理申请总数\t件\t31\n其中：当面申请\t件\t9\n网上申请\t件\t18\n信函、传真申请\t件\t4\n办理答复总数\t件\t30\n\
        其中：同意公开\t件\t21\n部分公开\t件\t2\n信息不存在\t件\t4\n其他情形\t件\t3\n三、工作保障\t\t\n工作人员\t人\t17\n其中：专职人员\t人\t3\n\
        兼职人员\t人\t14\n举办培训班\t次\t2";
    assert_eq!(told(list).1, Vec::<String>::new());
    for (right, wrong) in [
        ("网上申请\t件\t18", "网上申请\t件\t19"),
        ("信息不存在\t件\t4", "信息不存在\t件\t5"),
        ("兼职人员\t人\t14", "兼职人员\t人\t41"),
    ] {
        assert_eq!(told(&list.replace(right, wrong)).1, ["T501"], "{wrong}");
    }
    let plain = list.replace("一、主动公开情况\t\t\n", "");
    let plain = plain
        .replace("二、依申请公开情况\t\t\n", "")
        .replace("三、工作保障\t\t\n", "");
    assert_eq!(told(&plain).1, Vec::<String>::new());
    let wrong = plain.replace("网上申请\t件\t18", "网上申请\t件\t81");
    assert_eq!(told(&wrong).1, ["T501"]);
}

/// A list whose units stand in its labels.
#[test]
fn a_list_with_its_units_in_its_labels_is_read() {
    let list = "指标\t本年度\t累计\n一、主动公开政府信息数（条）\t640\t3108\n二、收到申请数（件）\t31\t140\n1.当面申请数\t9\t52\n2.网络申请数\t18\t61\n\
        3.其他方式申请数\t4\t27\n三、行政复议案件数（件）\t1\t2\n四、行政诉讼案件数（件）\t0\t1";
    let (values, found) = told(list);
    assert_eq!(values.len(), 14);
    assert_eq!(found, Vec::<String>::new());
    let (_, found) = told(&list.replace("\t18\t", "\t16\t"));
    assert_eq!(found, ["T501"]);
}

/// A list all of whose cells stand in one line with nothing between: an ordinal behind a value is that of the next row.
#[test]
fn a_list_glued_into_one_line_is_read() {
    let list = "指标单位数量一、主动公开情况主动公开信息数条640其中：1.机构职能类信息数条1202.法规文件类信息数条3803.业务动态类信息数条140\
        二、依申请公开情况收到申请总数件31其中：1.当面申请数件92.网上申请数件183.其他形式申请数件4行政复议数件0行政诉讼数件1";
    let (values, found) = told(list);
    let wanted = ["640", "120", "380", "140", "31", "9", "18", "4", "0", "1"];
    assert_eq!(values, wanted);
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(told(&list.replace("件183.", "件163.")).1, ["T501"]);
    // 件187.: of which row the 7 is cannot be told, so that this row and those glued to it are left.
    let doubtful = told(&list.replace("件183.", "件187.")).0;
    assert_eq!(doubtful, ["640", "140", "31", "4", "0", "1"]);
}
