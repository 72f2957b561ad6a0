//! The rules of form, reading and tables, with their pages.

use crate::rule::{Rule, declare};

declare!(
    F101,
    Error,
    "section-missing",
    "缺少规定的部分",
    "A statutory section is missing"
);
declare!(
    F102,
    Warning,
    "section-misnumbered",
    "部分的序号不对",
    "A section is misnumbered"
);
declare!(
    F103,
    Warning,
    "wrong-edition",
    "表样与年度不符",
    "The form is not the year's"
);
declare!(
    F104,
    Warning,
    "wrong-year",
    "年份前后不一",
    "The years do not agree"
);
declare!(
    F105,
    Warning,
    "part-count-differs",
    "部分数与列举不符",
    "The number of parts differs"
);
declare!(
    F106,
    Notice,
    "fee-statement-missing",
    "未说明信息处理费",
    "Nothing is said of information fees"
);
declare!(
    F107,
    Warning,
    "template-text-left",
    "残留模板文字",
    "Template text was left in"
);
declare!(
    F108,
    Notice,
    "name-differs",
    "单位名称前后不一",
    "The body's name differs"
);
declare!(
    F109,
    Warning,
    "published-late",
    "公布超过期限",
    "Published after the deadline"
);
declare!(
    F110,
    Notice,
    "text-cut-off",
    "句子中断",
    "A sentence breaks off"
);
declare!(
    F201,
    Error,
    "table-missing",
    "缺少规定的表格",
    "A statutory table is missing"
);
declare!(
    F202,
    Notice,
    "table-is-picture",
    "表格为图片",
    "A picture stands for a table"
);
declare!(
    F203,
    Warning,
    "table-incomplete",
    "表格不完整",
    "A table lacks rows or columns"
);
declare!(
    F204,
    Notice,
    "cell-missing",
    "单元格缺值",
    "A cell's value is lost"
);
declare!(
    F205,
    Warning,
    "cell-unreadable",
    "单元格无法读取",
    "A cell holds no readable number"
);
declare!(F206, Notice, "cells-blank", "单元格留空", "Cells are blank");
declare!(
    F207,
    Error,
    "negative-count",
    "数量为负",
    "A count is below zero"
);
declare!(
    F208,
    Warning,
    "fractional-count",
    "数量不是整数",
    "A count is not whole"
);
declare!(
    F209,
    Notice,
    "unit-suspect",
    "金额单位可能有误",
    "The unit of an amount is suspect"
);
declare!(
    T201,
    Error,
    "implied-stock-negative",
    "推算的上年存量为负",
    "The stock a year ago would be negative"
);
declare!(
    T301,
    Error,
    "requests-unbalanced",
    "申请收办不平衡",
    "Requests received and handled do not balance"
);
declare!(
    T302,
    Error,
    "results-total-differs",
    "办理结果总计不符",
    "The total of results differs"
);
declare!(
    T303,
    Error,
    "row-total-differs",
    "行总计不符",
    "A row's total differs"
);
declare!(
    T401,
    Error,
    "block-total-differs",
    "复议诉讼总计不符",
    "A total of reviews or litigation differs"
);
declare!(
    T501,
    Error,
    "parts-differ-from-whole",
    "分项之和与总数不符",
    "The parts differ from the whole"
);
declare!(
    T502,
    Error,
    "part-exceeds-whole",
    "分项大于总数",
    "A part exceeds the whole"
);
declare!(
    T503,
    Error,
    "cumulative-below-period",
    "累计数小于本期数",
    "The cumulative figure is below the period's"
);
declare!(
    T504,
    Error,
    "repeated-item-differs",
    "重复填报的数不一致",
    "An item printed twice differs"
);

declare!(
    T601,
    Warning,
    "table-total-differs",
    "其他表格的合计不符",
    "A total of another table differs"
);

/// The rules of this file in the order of their codes.
pub static RULES: [&Rule; 29] = [
    &F101, &F102, &F103, &F104, &F105, &F106, &F107, &F108, &F109, &F110, &F201, &F202, &F203,
    &F204, &F205, &F206, &F207, &F208, &F209, &T201, &T301, &T302, &T303, &T401, &T501, &T502,
    &T503, &T504, &T601,
];
