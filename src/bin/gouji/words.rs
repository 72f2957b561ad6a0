//! The words around findings, in the two languages.

use gouji::rule::{Language, counted};

/// Everything the text format says by itself.
pub(crate) struct Words {
    pub(crate) stdin: &'static str,
    pub(crate) untitled: &'static str,
    pub(crate) clean: &'static str,
    pub(crate) nothing: &'static str,
    pub(crate) formula: &'static str,
    pub(crate) also: &'static str,
    pub(crate) last_year: &'static str,
    pub(crate) compared: &'static str,
    pub(crate) added: fn(usize) -> String,
    pub(crate) repair: &'static str,
    pub(crate) remark: &'static str,
    pub(crate) reading: &'static str,
    pub(crate) either: &'static str,
    pub(crate) comma: &'static str,
    pub(crate) colon: &'static str,
    pub(crate) stop: &'static str,
    pub(crate) year: fn(u16) -> String,
    pub(crate) edition: fn(&str) -> String,
    pub(crate) severity: fn(&str) -> &'static str,
    pub(crate) count: fn(&str, usize) -> String,
    pub(crate) checked: fn([usize; 3], usize) -> String,
    pub(crate) off: fn(&str) -> String,
    pub(crate) more: fn(usize) -> String,
    pub(crate) explain: fn(&str) -> String,
    pub(crate) reports: fn(usize) -> String,
    pub(crate) unreadable: fn(usize) -> String,
}

impl Words {
    pub(crate) fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &ZH,
            Language::English => &EN,
        }
    }
}

static ZH: Words = Words {
    stdin: "标准输入",
    untitled: "（没有读到标题）",
    clean: "没有发现问题。",
    nothing: "没有核对到任何关系。",
    formula: "算式：",
    also: "同因：",
    last_year: "上年：",
    compared: "与上年报告对照：",
    added: |n| format!("汇总报告，与 {n} 份报告之和核对。"),
    repair: "建议：",
    remark: "说明：",
    reading: "原文可能没有错，只是没有读准，请对照原文。",
    either: "可能是原文有误，也可能是复制或转换时丢失，请对照原文。",
    comma: "，",
    colon: "：",
    stop: "。",
    year: |year| format!("{year} 年度"),
    edition: |edition| format!("{edition} 年版格式"),
    severity: |severity| match severity {
        "error" => "错误",
        "warning" => "存疑",
        _ => "提示",
    },
    count: |severity, n| format!("{} {n} 处", (ZH.severity)(severity)),
    checked: |[held, violated, undecided], unused| {
        let all = held + violated + undecided;
        let rest = match unused {
            0 => String::new(),
            n => format!("正文另有 {n} 个数字没有可核对的依据。"),
        };
        format!("核对 {all} 项：成立 {held}，不成立 {violated}，无法判定 {undecided}。{rest}")
    },
    off: |codes| format!("未核对的规则（已关闭）：{codes}。"),
    more: |n| format!("……另有 {n} 处"),
    explain: |code| format!("规则说明：gouji explain {code}"),
    reports: |n| format!("共 {n} 份报告："),
    unreadable: |n| format!("{n} 个文件无法读取。"),
};

static EN: Words = Words {
    stdin: "standard input",
    untitled: "(no title found)",
    clean: "Nothing wrong was found.",
    nothing: "No relation was found to check.",
    formula: "sum: ",
    also: "same cause: ",
    last_year: "last year: ",
    compared: "Against last year's report: ",
    added: |n| {
        let bodies = counted(n, "report");
        format!("A report of the whole, against the sums of {bodies}.")
    },
    repair: "suggestion: ",
    remark: "note: ",
    reading: "the report may be right and only the reading wrong; compare the original.",
    either: "the report may be wrong, or something was lost in copying; compare the original.",
    comma: ", ",
    colon: ": ",
    stop: ". ",
    year: |year| format!("year {year}"),
    edition: |edition| format!("form of {edition}"),
    severity: |severity| match severity {
        "error" => "error",
        "warning" => "warning",
        _ => "notice",
    },
    count: |severity, n| counted(n, severity),
    checked: |[held, violated, undecided], unused| {
        let all = held + violated + undecided;
        let rest = match unused {
            0 => String::new(),
            n => format!(
                " {} in the text had nothing to be checked against.",
                counted(n, "more number")
            ),
        };
        format!("{all} checked: {held} held, {violated} violated, {undecided} undecided.{rest}")
    },
    off: |codes| format!("Rules switched off: {codes}."),
    more: |n| format!("... and {}", counted(n, "more place")),
    explain: |code| format!("Rules: gouji explain {code}"),
    reports: |n| format!("{}: ", counted(n, "report")),
    unreadable: |n| format!("{} could not be read.", counted(n, "file")),
};
