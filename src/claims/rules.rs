//! The rules of the text: area N of the catalogue.

use crate::rule::{Rule, Severity};

/// All rules of the text, in the order of their codes.
pub static RULES: &[Rule] = &[
    Rule {
        code: "N101",
        name: "text-differs-from-table",
        severity: Severity::Error,
        zh: "正文与表格数字不一致",
        en: "A figure in the text differs from the table",
        page_zh: include_str!("../../docs/rules/N101.zh.md"),
        page_en: include_str!("../../docs/rules/N101.en.md"),
    },
    Rule {
        code: "N102",
        name: "reading-named",
        severity: Severity::Notice,
        zh: "正文数字按特定口径与表格相符",
        en: "A figure in the text fits the table in a particular reading",
        page_zh: include_str!("../../docs/rules/N102.zh.md"),
        page_en: include_str!("../../docs/rules/N102.en.md"),
    },
    Rule {
        code: "N103",
        name: "readings-mixed",
        severity: Severity::Warning,
        zh: "同一说法前后口径不一",
        en: "One word in two readings",
        page_zh: include_str!("../../docs/rules/N103.zh.md"),
        page_en: include_str!("../../docs/rules/N103.en.md"),
    },
    Rule {
        code: "N201",
        name: "parts-differ-from-sum",
        severity: Severity::Error,
        zh: "分项之和与总数不符",
        en: "Parts do not add up to the total",
        page_zh: include_str!("../../docs/rules/N201.zh.md"),
        page_en: include_str!("../../docs/rules/N201.en.md"),
    },
    Rule {
        code: "N202",
        name: "share-differs",
        severity: Severity::Error,
        zh: "占比与数字不符",
        en: "A share does not follow from its numbers",
        page_zh: include_str!("../../docs/rules/N202.zh.md"),
        page_en: include_str!("../../docs/rules/N202.en.md"),
    },
    Rule {
        code: "N203",
        name: "growth-differs",
        severity: Severity::Error,
        zh: "增减数与增减幅度不符",
        en: "Change and rate of change disagree",
        page_zh: include_str!("../../docs/rules/N203.zh.md"),
        page_en: include_str!("../../docs/rules/N203.en.md"),
    },
    Rule {
        code: "N204",
        name: "rate-differs",
        severity: Severity::Error,
        zh: "办结率等比率与数字不符",
        en: "A rate does not follow from its numbers",
        page_zh: include_str!("../../docs/rules/N204.zh.md"),
        page_en: include_str!("../../docs/rules/N204.en.md"),
    },
    Rule {
        code: "N205",
        name: "prose-unbalanced",
        severity: Severity::Error,
        zh: "正文收办结转不平衡",
        en: "Received, answered and carried over do not balance",
        page_zh: include_str!("../../docs/rules/N205.zh.md"),
        page_en: include_str!("../../docs/rules/N205.en.md"),
    },
    Rule {
        code: "N206",
        name: "proportion-differs",
        severity: Severity::Warning,
        zh: "成数、过半等说法与数字不符",
        en: "A proportion in words does not follow from its numbers",
        page_zh: include_str!("../../docs/rules/N206.zh.md"),
        page_en: include_str!("../../docs/rules/N206.en.md"),
    },
    Rule {
        code: "N207",
        name: "impossible-percentage",
        severity: Severity::Warning,
        zh: "不可能出现的百分比",
        en: "A percentage that no whole number gives",
        page_zh: include_str!("../../docs/rules/N207.zh.md"),
        page_en: include_str!("../../docs/rules/N207.en.md"),
    },
    Rule {
        code: "N208",
        name: "malformed-number",
        severity: Severity::Error,
        zh: "数字书写有误",
        en: "A malformed number",
        page_zh: include_str!("../../docs/rules/N208.zh.md"),
        page_en: include_str!("../../docs/rules/N208.en.md"),
    },
    Rule {
        code: "N209",
        name: "same-quantity-differs",
        severity: Severity::Warning,
        zh: "同一数量前后不一",
        en: "The same quantity with two values",
        page_zh: include_str!("../../docs/rules/N209.zh.md"),
        page_en: include_str!("../../docs/rules/N209.en.md"),
    },
    Rule {
        code: "N210",
        name: "statements-contradict",
        severity: Severity::Error,
        zh: "文字结论与数字矛盾",
        en: "A statement contradicts the figures",
        page_zh: include_str!("../../docs/rules/N210.zh.md"),
        page_en: include_str!("../../docs/rules/N210.en.md"),
    },
];

/// A figure in the text differs from the table.
pub static TEXT_DIFFERS_FROM_TABLE: &Rule = &RULES[0];
/// A figure in the text fits the table in a particular reading.
pub static READING_NAMED: &Rule = &RULES[1];
/// One word in two readings.
pub static READINGS_MIXED: &Rule = &RULES[2];
/// Parts do not add up to the total.
pub static PARTS_DIFFER_FROM_SUM: &Rule = &RULES[3];
/// A share does not follow from its numbers.
pub static SHARE_DIFFERS: &Rule = &RULES[4];
/// Change and rate of change disagree.
pub static GROWTH_DIFFERS: &Rule = &RULES[5];
/// A rate does not follow from its numbers.
pub static RATE_DIFFERS: &Rule = &RULES[6];
/// Received, answered and carried over do not balance.
pub static PROSE_UNBALANCED: &Rule = &RULES[7];
/// A proportion in words does not follow from its numbers.
pub static PROPORTION_DIFFERS: &Rule = &RULES[8];
/// A percentage that no whole number gives.
pub static IMPOSSIBLE_PERCENTAGE: &Rule = &RULES[9];
/// A malformed number.
pub static MALFORMED_NUMBER: &Rule = &RULES[10];
/// The same quantity with two values.
pub static SAME_QUANTITY_DIFFERS: &Rule = &RULES[11];
/// A statement contradicts the figures.
pub static STATEMENTS_CONTRADICT: &Rule = &RULES[12];
