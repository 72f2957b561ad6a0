//! The rules of the text: area N of the catalogue.

use crate::rule::{Rule, declare};

declare!(
    TEXT_DIFFERS_FROM_TABLE = N101,
    Error,
    "text-differs-from-table",
    "正文与表格数字不一致",
    "A figure in the text differs from the table"
);
declare!(
    READING_NAMED = N102,
    Notice,
    "reading-named",
    "正文数字按特定口径与表格相符",
    "A figure in the text fits the table in a particular reading"
);
declare!(
    READINGS_MIXED = N103,
    Warning,
    "readings-mixed",
    "同一说法前后口径不一",
    "One word in two readings"
);
declare!(
    PARTS_DIFFER_FROM_SUM = N201,
    Error,
    "parts-differ-from-sum",
    "分项之和与总数不符",
    "Parts do not add up to the total"
);
declare!(
    SHARE_DIFFERS = N202,
    Error,
    "share-differs",
    "占比与数字不符",
    "A share does not follow from its numbers"
);
declare!(
    GROWTH_DIFFERS = N203,
    Error,
    "growth-differs",
    "增减数与增减幅度不符",
    "Change and rate of change disagree"
);
declare!(
    RATE_DIFFERS = N204,
    Error,
    "rate-differs",
    "办结率等比率与数字不符",
    "A rate does not follow from its numbers"
);
declare!(
    PROSE_UNBALANCED = N205,
    Error,
    "prose-unbalanced",
    "正文收办结转不平衡",
    "Received, answered and carried over do not balance"
);
declare!(
    PROPORTION_DIFFERS = N206,
    Warning,
    "proportion-differs",
    "成数、过半等说法与数字不符",
    "A proportion in words does not follow from its numbers"
);
declare!(
    IMPOSSIBLE_PERCENTAGE = N207,
    Warning,
    "impossible-percentage",
    "不可能出现的百分比",
    "A percentage that no whole number gives"
);
declare!(
    MALFORMED_NUMBER = N208,
    Error,
    "malformed-number",
    "数字书写有误",
    "A malformed number"
);
declare!(
    SAME_QUANTITY_DIFFERS = N209,
    Warning,
    "same-quantity-differs",
    "同一数量前后不一",
    "The same quantity with two values"
);
declare!(
    STATEMENTS_CONTRADICT = N210,
    Error,
    "statements-contradict",
    "文字结论与数字矛盾",
    "A statement contradicts the figures"
);

#[cfg(feature = "compare")]
declare!(
    Y103,
    Error,
    "growth-differs-from-last-year",
    "增减与上年报告不符",
    "A change differs from last year's report"
);

/// The rules of the text alone, in the order of their codes.
pub static RULES: [&Rule; 13] = [
    &N101, &N102, &N103, &N201, &N202, &N203, &N204, &N205, &N206, &N207, &N208, &N209, &N210,
];
