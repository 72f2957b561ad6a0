//! The body's name in what a title or lead has of it.

use std::ops::Range;

/// What the head of a notice says between the body and its report.
const ANNOUNCED: [&str; 5] = ["正式", "发布", "公布", "公开", "关于"];
/// How words begin that speak of a body without naming it.
const NO_NAMES: [&str; 11] = [
    "本局",
    "本单位",
    "本机关",
    "本部门",
    "本级",
    "本年",
    "本报告",
    "各级",
    "全文",
    "向社会",
    "如下",
];
/// What is left of a sentence or of 政府信息公开 where no name stands.
const REMAINS: [&str; 8] = [
    "政府",
    "政务",
    "现将",
    "年度",
    "关于",
    "报告",
    "年报",
    "工作报告",
];

/// Where the name of a body stands in a text that has nothing but it, a label before it and marks around it.
pub(super) fn name(text: &str) -> Option<Range<usize>> {
    let marks = |c: char| !c.is_alphanumeric();
    let own = text
        .rsplit([':', '：', '|', '>', '»'])
        .next()
        .unwrap_or_default();
    // What a page says of where it stands on its site: `首页政务公开政府信息公开年报`.
    let own = own.rsplit("年报").next().unwrap_or_default();
    let own = own.trim_start_matches(marks);
    // A year's 度 is the year's; this is that of 度假区.
    let own = ["学年度", "学年", "年度"]
        .iter()
        .find_map(|word| own.strip_prefix(word))
        .unwrap_or(own);
    let start = text.len() - own.len();
    let mut name = own.trim_end_matches(|c: char| c.is_ascii_digit() || marks(c) && c != ')');
    for word in ANNOUNCED {
        name = name.strip_suffix(word).unwrap_or(name);
    }
    let unnamed = NO_NAMES.iter().any(|word| name.starts_with(word)) || name.contains('我');
    let names = name.chars().count() >= 2 && !REMAINS.contains(&name) && !unnamed;
    names.then_some(start..start + name.len())
}
