//! The words around what is taken away, in the two languages.

use crate::rule::Language;

/// Everything that stands in a workbook besides the report's own words.
pub(super) struct Words {
    pub(super) report: &'static str,
    /// The columns of findings.
    pub(super) finding: [&'static str; 9],
    /// The columns of quantities.
    pub(super) fact: [&'static str; 7],
    pub(super) yes: &'static str,
    pub(super) colon: &'static str,
    pub(super) severity: fn(&str) -> &'static str,
    pub(super) state: fn(&str) -> &'static str,
    #[cfg(feature = "files")]
    pub(super) book: &'static Book,
}

/// What only the workbook says.
#[cfg(feature = "files")]
pub(super) struct Book {
    pub(super) findings: &'static str,
    pub(super) sums: &'static str,
    pub(super) facts: &'static str,
    pub(super) coverage: &'static str,
    pub(super) untitled: &'static str,
    /// The columns of what was decided.
    pub(super) decision: [&'static str; 2],
    pub(super) clean: &'static str,
    pub(super) nothing: &'static str,
    pub(super) year: fn(u16) -> String,
    pub(super) edition: fn(&str) -> String,
    pub(super) counts: fn([usize; 3], [usize; 3]) -> String,
    pub(super) status: fn(&str) -> &'static str,
    pub(super) item: &'static str,
    pub(super) unit: &'static str,
    pub(super) recomputed: fn(&str, &str, &str) -> String,
    pub(super) legend: [&'static str; 4],
    pub(super) sum: [&'static str; 7],
    pub(super) sums_hint: &'static str,
    pub(super) holds: &'static str,
    pub(super) broken: &'static str,
    pub(super) ask: &'static str,
    pub(super) undecided: &'static str,
    pub(super) rule: [&'static str; 5],
    pub(super) unused: &'static str,
    pub(super) unused_columns: [&'static str; 2],
}

impl Words {
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &ZH,
            Language::English => &EN,
        }
    }
}

static ZH: Words = Words {
    report: "报告",
    finding: [
        "级别",
        "规则",
        "问题",
        "位置",
        "说明",
        "算式",
        "现为",
        "应为",
        "修改建议",
    ],
    fact: ["编号", "名称", "数值", "原文", "状态", "单位", "由勾稽推出"],
    yes: "是",
    colon: "：",
    severity: |severity| match severity {
        "error" => "错误",
        "warning" => "存疑",
        _ => "提示",
    },
    state: |state| match state {
        "number" => "有数",
        "blank" => "空白",
        "not-applicable" => "不适用",
        "unreadable" => "读不准",
        _ => "没有读到",
    },
    #[cfg(feature = "files")]
    book: &BOOK_ZH,
};

static EN: Words = Words {
    report: "Report",
    finding: [
        "Severity",
        "Rule",
        "Title",
        "Place",
        "Message",
        "Sum",
        "Found",
        "Expected",
        "Suggestion",
    ],
    fact: [
        "Id",
        "Name",
        "Value",
        "Printed",
        "State",
        "Unit",
        "Inferred from sums",
    ],
    yes: "yes",
    colon: ": ",
    severity: |severity| match severity {
        "error" => "error",
        "warning" => "warning",
        _ => "notice",
    },
    state: |state| match state {
        "number" => "number",
        "blank" => "blank",
        "not-applicable" => "not applicable",
        "unreadable" => "unreadable",
        _ => "missing",
    },
    #[cfg(feature = "files")]
    book: &BOOK_EN,
};

#[cfg(feature = "files")]
static BOOK_ZH: Book = Book {
    findings: "问题清单",
    sums: "勾稽复算",
    facts: "全部数据",
    coverage: "核对范围",
    untitled: "（没有读到标题）",
    decision: ["判断", "备注"],
    clean: "没有发现问题。",
    nothing: "没有核对到任何关系。",
    year: |year| format!("{year} 年度"),
    edition: |edition| format!("{edition} 年版格式"),
    counts: |[errors, warnings, notices], [holds, violated, undecided]| {
        format!(
            "错误 {errors}，存疑 {warnings}，提示 {notices}；核对 {} 项：成立 {holds}，不成立 {violated}，无法判定 {undecided}。",
            holds + violated + undecided
        )
    },
    status: |status| match status {
        "read" => "",
        "incomplete" => "这张表没有读全，空着的格子请对照原文。",
        "picture" => "这张表在报告里是图片，没有读到数字。",
        _ => "报告里没有读到这张表。",
    },
    item: "项目",
    unit: "单位",
    recomputed: |column, found, sum| format!("{column}：表中 {found}，复算 {sum}"),
    legend: [
        "与勾稽关系不符",
        "读不准或没有读到",
        "由勾稽关系推出，原文没有印清",
        "报告注明不适用或留空",
    ],
    sum: ["表", "规则", "核对内容", "左边", "关系", "右边", "结果"],
    sums_hint: "左右两边是公式，引用前面各表中的数字；在表中改数，这里随之重算。",
    holds: "成立",
    broken: "不成立",
    ask: "请核实",
    undecided: "无法判定",
    rule: ["规则", "核对内容", "成立", "不成立", "无法判定"],
    unused: "正文中没有可核对依据的数字",
    unused_columns: ["数字", "所在文字"],
};

#[cfg(feature = "files")]
static BOOK_EN: Book = Book {
    findings: "Findings",
    sums: "Sums",
    facts: "All figures",
    coverage: "What was checked",
    untitled: "(no title found)",
    decision: ["Decision", "Remark"],
    clean: "No fault was found.",
    nothing: "There is nothing here that could be checked.",
    year: |year| format!("year {year}"),
    edition: |edition| format!("form of {edition}"),
    counts: |[errors, warnings, notices], [holds, violated, undecided]| {
        format!(
            "Errors {errors}, warnings {warnings}, notices {notices}; {} checked: {holds} held, {violated} violated, {undecided} undecided.",
            holds + violated + undecided
        )
    },
    status: |status| match status {
        "read" => "",
        "incomplete" => "This table was not read in full: compare the empty cells with the report.",
        "picture" => "This table is a picture in the report; no figures were read.",
        _ => "This table was not found in the report.",
    },
    item: "Item",
    unit: "Unit",
    recomputed: |column, found, sum| format!("{column}: printed {found}, recomputed {sum}"),
    legend: [
        "does not fit the sums",
        "unreadable or missing",
        "inferred from the sums, not clearly printed",
        "left blank or marked as not applicable",
    ],
    sum: [
        "Table",
        "Rule",
        "What is compared",
        "Left",
        "Relation",
        "Right",
        "Result",
    ],
    sums_hint: "Both sides are formulas upon the figures of the tables: change a figure there, and they follow.",
    holds: "holds",
    broken: "violated",
    ask: "please verify",
    undecided: "undecided",
    rule: ["Rule", "What is checked", "Held", "Violated", "Undecided"],
    unused: "Figures of the text that nothing was checked against",
    unused_columns: ["Figure", "In"],
};
