//! The rules of the text: area N of the catalogue.

use crate::rule::{Rule, rule};

/// All rules of the text, in the order of their codes.
pub static RULES: &[Rule] = &[
    rule!(
        N101,
        Error,
        "text-differs-from-table",
        "正文与表格数字不一致",
        "A figure in the text differs from the table"
    ),
    rule!(
        N102,
        Notice,
        "reading-named",
        "正文数字按特定口径与表格相符",
        "A figure in the text fits the table in a particular reading"
    ),
    rule!(
        N103,
        Warning,
        "readings-mixed",
        "同一说法前后口径不一",
        "One word in two readings"
    ),
    rule!(
        N201,
        Error,
        "parts-differ-from-sum",
        "分项之和与总数不符",
        "Parts do not add up to the total"
    ),
    rule!(
        N202,
        Error,
        "share-differs",
        "占比与数字不符",
        "A share does not follow from its numbers"
    ),
    rule!(
        N203,
        Error,
        "growth-differs",
        "增减数与增减幅度不符",
        "Change and rate of change disagree"
    ),
    rule!(
        N204,
        Error,
        "rate-differs",
        "办结率等比率与数字不符",
        "A rate does not follow from its numbers"
    ),
    rule!(
        N205,
        Error,
        "prose-unbalanced",
        "正文收办结转不平衡",
        "Received, answered and carried over do not balance"
    ),
    rule!(
        N206,
        Warning,
        "proportion-differs",
        "成数、过半等说法与数字不符",
        "A proportion in words does not follow from its numbers"
    ),
    rule!(
        N207,
        Warning,
        "impossible-percentage",
        "不可能出现的百分比",
        "A percentage that no whole number gives"
    ),
    rule!(
        N208,
        Error,
        "malformed-number",
        "数字书写有误",
        "A malformed number"
    ),
    rule!(
        N209,
        Warning,
        "same-quantity-differs",
        "同一数量前后不一",
        "The same quantity with two values"
    ),
    rule!(
        N210,
        Error,
        "statements-contradict",
        "文字结论与数字矛盾",
        "A statement contradicts the figures"
    ),
];

/// What the text says of the change from last year is not what last year's report gives.
#[cfg(feature = "compare")]
pub static Y103: Rule = rule!(
    Y103,
    Error,
    "growth-differs-from-last-year",
    "增减与上年报告不符",
    "A change differs from last year's report"
);

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
