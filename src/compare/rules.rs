//! The rules on several reports: areas Y and R of the catalogue.

use crate::rule::{Rule, declare};

declare!(
    Y101,
    Error,
    "carry-over-differs",
    "上年结转与上年报告不符",
    "What was carried in is not what last year's report carried over"
);
declare!(
    Y102,
    Warning,
    "stock-unexplained",
    "现行有效件数与上年报告接不上",
    "The documents in force do not follow from last year's"
);
declare!(
    Y104,
    Warning,
    "text-repeated",
    "文字与上年报告大量重复",
    "Most of a section was in last year's report"
);
declare!(
    Y105,
    Warning,
    "figures-unchanged",
    "整张表的数字与上年报告相同",
    "All figures of a table are last year's"
);
declare!(
    Y106,
    Warning,
    "prior-projects-differ",
    "上一年项目数量与上年报告不符",
    "Last year's number of items is not what its report gives"
);
declare!(
    Y107,
    Warning,
    "cumulative-unexplained",
    "累计数与上年报告接不上",
    "Cumulative figures do not follow from last year's"
);

declare!(
    R101,
    Warning,
    "children-differ-from-parent",
    "汇总数与各单位之和不符",
    "The figures of the bodies do not add up to those of the whole"
);
declare!(
    R102,
    Notice,
    "report-missing",
    "名单上的单位没有报告",
    "A body of the list has no report"
);

/// The rules of this module, in the order of their codes.
pub static RULES: [&Rule; 8] = [&Y101, &Y102, &Y104, &Y105, &Y106, &Y107, &R101, &R102];
